# check-sizes.py - files and functions stay short enough to be read, and say what they are
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import subprocess

import lintlib

FILE_LINES = 900
FUNCTION_LINES = 80
SOURCES = {'.c', '.h', '.py', '.blp', '.sh', '.css'}


def functions(paths):
    """Name, file, first and last line of every C function, as ctags sees them."""
    if not paths:
        return
    listing = subprocess.run(
        ['ctags', '--languages=C', '--langmap=C:.c.h', '--c-kinds=f', '--fields=+ne', '--sort=no',
         '--output-format=json', '-f', '-', '-L', '-'],
        input='\n'.join(map(str, paths)), capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        tag = json.loads(line)
        if 'end' in tag:
            yield tag['name'], tag['path'], tag['line'], tag['end']


def check_heads(lint, path, text):
    head = text[:600]
    if path.suffix in {'.c', '.h'} and not re.match(r'/\* ' + re.escape(path.name) + r' - \S', head):
        lint.fail(lint.name(path), f'begins otherwise than “/* {path.name} - what it is”')
    if 'SPDX-License-Identifier: GPL-3.0-or-later' not in head:
        lint.fail(lint.name(path), 'has no SPDX-License-Identifier: GPL-3.0-or-later in its head')


def check(lint):
    c_files = []
    for path in lint.files('src', 'tests', 'data', suffixes=SOURCES):
        text = lint.read(path)
        lines = text.count('\n')
        if lines > FILE_LINES:
            lint.fail(lint.name(path), f'has {lines} lines, more than {FILE_LINES}')
        if path.suffix in {'.c', '.h'}:
            c_files.append(path)
            check_heads(lint, path, text)
    for name, path, first, last in functions(c_files):
        lines = last - first + 1
        if lines > FUNCTION_LINES and not name.endswith('_class_init'):
            lint.fail(f'{lint.name(lint.root / path)}:{first}', f'{name} has {lines} lines, more than {FUNCTION_LINES}')


if __name__ == '__main__':
    lintlib.main(check)
