# tap.py - unittest cases as TAP, so that each counts
#
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import unittest


class Result(unittest.TestResult):
    count = 0

    def say(self, test, word, comment=''):
        self.count += 1
        print(f'{word} {self.count} {test.id()}{comment}', flush=True)

    def explain(self, test, error):
        self.say(test, 'not ok')
        for line in self._exc_info_to_string(error, test).splitlines():
            print(f'# {line}')

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say(test, 'ok')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say(test, 'ok', f' # SKIP {reason}')

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.explain(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self.explain(test, error)

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error:
            self.explain(subtest, error)


def main(module):
    suite = unittest.defaultTestLoader.loadTestsFromName(module)
    result = Result()
    suite.run(result)
    print(f'1..{result.count}')
    sys.exit(not result.wasSuccessful())
