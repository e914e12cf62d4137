#!/usr/bin/env python3
# suite.py - builds Segue, runs its tests and counts them; tests/run calls it where the libraries are
# SPDX-License-Identifier: GPL-3.0-or-later
"""suite.py BUILD_DIR [--long] [--again] [NAME...]

Two builds: with gcc (all tests, and the installed program), and with clang and the address and undefined-behaviour
sanitizers (its warnings, and the tests that need no display). With NAMEs only the first, and of its tests those whose
name or suite is NAME, or whose name contains it. Each case of a test program counts as one test. What takes longest, the
sanitized and the driven tests, is not repeated as long as no file of the project has changed since it passed.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
DISPLAYLESS = ['base', 'schedule', 'core', 'store', 'exchange', 'cli']
SANITIZERS = {
    'ASAN_OPTIONS': 'detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1',
    'UBSAN_OPTIONS': 'halt_on_error=1:print_stacktrace=1',
    'LSAN_OPTIONS': f'suppressions={TOP}/tests/support/leaks.supp:print_suppressions=0',
}


def told(output):
    """Of what a test program printed, which cases failed or had to be tried again, each with the last line of its reason."""
    notes = []
    case = reason = None
    for line in [*output.splitlines(), 'end']:
        if line.startswith('# ') and not line.startswith('# UNSTEADY '):
            reason = line[2:] if case else None
            continue
        if case:
            notes.append(f"{case}: {reason or 'no reason given'}")
        case = line if line.startswith(('not ok ', '# UNSTEADY ')) else None
        reason = None
    return notes


class Tally:
    """What passed, failed and was skipped in all runs together."""

    def __init__(self):
        self.passed = 0
        self.failures = []
        self.skipped = []
        self.notes = []
        self.lock = threading.Lock()

    def add_junit(self, build, path):
        """Adds the cases of a junit file that `meson test` wrote; returns how many of them failed."""
        failures, skipped, notes, passed = [], [], [], 0
        for suite in ElementTree.parse(path).getroot().iter('testsuite'):
            for case in suite.iter('testcase'):
                name = f"{build}: {suite.get('name')} {case.get('name')}"
                if case.find('failure') is not None or case.find('error') is not None:
                    failures.append(name)
                elif case.find('skipped') is not None:
                    skipped.append(name)
                else:
                    passed += 1
            notes += [f"{build}: {suite.get('name')} {note}" for note in told(suite.findtext('system-out') or '')]
        with self.lock:
            self.failures += failures
            self.skipped += skipped
            self.notes += notes
            self.passed += passed
        return len(failures)

    def report(self):
        for name in self.skipped:
            print(f'skipped  {name}')
        for note in self.notes:
            print(f'note     {note}')
        for name in self.failures:
            print(f'FAILED   {name}')
        print(f'{self.passed} passed, {len(self.failures)} failed', flush=True)
        return 1 if self.failures or not self.passed else 0


class Build:
    """One build directory and the tests run in it."""

    def __init__(self, name, directory, tally, options=(), environment=None):
        self.name = name
        self.directory = directory
        self.tally = tally
        self.options = ['-Dwerror=true', *options]
        self.environment = {**os.environ, **(environment or {})}

    def call(self, what, *command, quiet=False, environment=None):
        print(f'== {self.name}: {what}', flush=True)
        started = time.monotonic()
        done = subprocess.run(command, cwd=TOP, env={**self.environment, **(environment or {})},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if quiet else None)
        if quiet and done.returncode:
            print(done.stdout.decode(errors='replace'), flush=True)
        print(f'== {self.name}: {what}: {time.monotonic() - started:.0f} s', flush=True)
        return done.returncode == 0

    def must(self, what, *command, quiet=False):
        """Like call; a failure counts as one failed test. What a quiet command says is shown only when it fails."""
        fine = self.call(what, *command, quiet=quiet)
        if not fine:
            self.tally.failures.append(f'{self.name}: {what}')
        return fine

    def configure(self):
        """Sets up the directory, again from nothing when the options are others than they were."""
        used = self.directory / 'segue-options'
        wanted = ' '.join(self.options)
        if (self.directory / 'build.ninja').exists() and used.exists() and used.read_text() == wanted:
            return True
        old = ['--wipe'] if (self.directory / 'meson-private').exists() else []
        if not self.must('configure', 'meson', 'setup', *old, *self.options, str(self.directory), str(TOP),
                         quiet=True):
            return False
        used.write_text(wanted)
        return True

    def compile(self):
        return self.configure() and self.must('build', 'ninja', '--quiet', '-k', '0', '-C', str(self.directory))

    def install(self):
        return self.must('install', 'meson', 'install', '--quiet', '--no-rebuild', '-C', str(self.directory), quiet=True)

    def tests(self):
        """All tests of this build, as pairs of name and suite."""
        listed = subprocess.run(['meson', 'introspect', '--tests', str(self.directory)], cwd=TOP,
                                stdout=subprocess.PIPE, check=True)
        return [(test['name'], suite.split(':')[-1]) for test in json.loads(listed.stdout) for suite in test['suite']]

    def reuse(self, log, key):
        """Counts what passed before, where `key` says that nothing is other than it was then; returns whether it did."""
        junit = self.directory / 'meson-logs' / f'{log}.junit.xml'
        passed = self.directory / f'{log}.passed'
        if not (key and junit.exists() and passed.exists() and passed.read_text() == key):
            return False
        when = time.strftime('%Y-%m-%d %H:%M', time.localtime(passed.stat().st_mtime))
        print(f'== {self.name}: test {log}: passed at {when}, and no file has changed since; --again repeats it', flush=True)
        self.tally.add_junit(self.name, junit)
        return True

    def test(self, log, selection, slowness=1, environment=None, quiet=False, key=None):
        """Runs the tests that `selection`, arguments to `meson test`, picks; all that ran are counted. With a `key`, a
        later run with the same one counts them again without running them, if all passed."""
        junit = self.directory / 'meson-logs' / f'{log}.junit.xml'
        passed = self.directory / f'{log}.passed'
        junit.unlink(missing_ok=True)
        passed.unlink(missing_ok=True)
        fine = self.call(f'test {log}', 'meson', 'test', '-C', str(self.directory), '--logbase', log, '--print-errorlogs',
                         '--timeout-multiplier', str(slowness), *selection, environment=environment, quiet=quiet)
        failed = self.tally.add_junit(self.name, junit) if junit.exists() else 0
        if fine and not failed and key:
            passed.write_text(key)
        if not fine and not failed:
            self.tally.failures.append(f'{self.name}: test {log} (see {self.directory}/meson-logs)')


def installed_environment(prefix):
    """What makes the program installed in `prefix` the one that is found."""
    system = os.environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share'
    return {
        'SEGUE_PREFIX': str(prefix),
        'PATH': f"{prefix}/bin:{os.environ['PATH']}",
        'XDG_DATA_DIRS': f'{prefix}/share:{system}',
        'GSETTINGS_SCHEMA_DIR': f'{prefix}/share/glib-2.0/schemas',
    }


def pick(tests, names):
    """Of `tests` those that one of `names` means, or all where there are none; and the names that mean nothing."""
    def means(wanted, name, suite):
        return wanted in (name, suite) or wanted in name
    chosen = [test for test in tests if not names or any(means(wanted, *test) for wanted in names)]
    unknown = [wanted for wanted in names if not any(means(wanted, *test) for test in tests)]
    return chosen, unknown


def fingerprint():
    """A hash of every file of the project, its name and its content."""
    digest = hashlib.sha256()
    for folder, folders, names in os.walk(TOP):
        folders[:] = sorted(name for name in folders if name not in ('.git', '__pycache__') and not name.startswith('_build'))
        for name in sorted(names):
            path = Path(folder, name)
            digest.update(f'{path.relative_to(TOP)}\0'.encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b'-')
    return digest.hexdigest()


def run_main(build, prefix, names, slowness, tally, key):
    """The first build: all tests, then the installed program driven from outside."""
    chosen, unknown = pick(build.tests(), names)
    tally.failures += [f'no test is called {name}' for name in unknown]
    inside = sorted({name for name, suite in chosen if suite != 'app'})
    outside = sorted({name for name, suite in chosen if suite == 'app'})
    if inside:
        build.test('inside', ['--no-rebuild', *inside], slowness)
    if outside and not build.reuse('outside', key) and build.install():
        build.test('outside', ['--no-rebuild', *outside], slowness, installed_environment(prefix), key=key)


def run_sanitized(build, slowness, key):
    """The tests that need no display, in the second build."""
    if build.reuse('sanitized', key):
        return
    suites = [argument for suite in DISPLAYLESS for argument in ('--suite', suite)]
    build.test('sanitized', ['--no-rebuild', '--num-processes', '1', *suites], slowness, quiet=True,
               key=key)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument('directory', type=Path)
    arguments.add_argument('--long', action='store_true', help='also the tests that take minutes')
    arguments.add_argument('--again', action='store_true', help='also what has passed since any file changed')
    arguments.add_argument('names', nargs='*', metavar='NAME')
    chosen = arguments.parse_args()
    if chosen.long:
        os.environ['SEGUE_TEST_LONG'] = '1'
    slowness = 20 if chosen.long else 2
    prefix = chosen.directory / 'prefix'
    tally = Tally()
    # Only a whole, ordinary run vouches for the next.
    key = None if chosen.names or chosen.long or chosen.again else fingerprint()

    main_build = Build('gcc', chosen.directory / 'gcc', tally, [f'-Dprefix={prefix}'])
    sanitized = Build('clang', chosen.directory / 'clang', tally,
                      ['-Db_sanitize=address,undefined', '-Db_lundef=false'],
                      {'CC': 'clang', **SANITIZERS})
    built = main_build.compile()
    # The driven tests wait more than they work: the sanitized ones run beside them.
    with ThreadPoolExecutor() as beside:
        checked = None
        if not chosen.names and sanitized.compile():
            checked = beside.submit(run_sanitized, sanitized, slowness * 3, key)
        if built:
            run_main(main_build, prefix, chosen.names, slowness, tally, key)
        if checked:
            checked.result()
    return tally.report()


if __name__ == '__main__':
    sys.exit(main())
