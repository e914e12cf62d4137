# lintlib.py - what the checkers share: finding files and telling what is wrong
#
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys


class Lint:
    """Collects what is wrong under one source tree and says it once at the end."""

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()
        self.problems = []

    def fail(self, where, what):
        self.problems.append(f'{where}: {what}')

    def name(self, path):
        return path.relative_to(self.root).as_posix()

    def files(self, *folders, suffixes=None):
        """Files under the folders, sorted; build directories and caches left out."""
        for folder in folders:
            base = self.root / folder
            if not base.is_dir():
                continue
            for path in sorted(base.rglob('*')):
                parts = path.relative_to(self.root).parts
                if any(p.startswith(('.', '_build', 'build')) or p == '__pycache__' for p in parts):
                    continue
                if path.is_file() and (suffixes is None or path.suffix in suffixes):
                    yield path

    def read(self, path):
        return path.read_text(encoding='utf-8')

    def finish(self):
        for problem in self.problems:
            print(problem)
        print(f'{len(self.problems)} problems')
        return 1 if self.problems else 0


def blank_comments(text):
    """C or Blueprint source with comments blanked and line numbers kept."""
    def blank(match):
        found = match.group(0)
        return found if found[0] in '"\'' else re.sub(r'[^\n]', ' ', found)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', blank, text, flags=re.S)


def main(check):
    """Run CHECK on the tree named by the first argument and exit with its verdict."""
    lint = Lint(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    check(lint)
    sys.exit(lint.finish())
