# check-words.py - no words that say the work is unfinished
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import lintlib

# Written in halves, so that this file does not name itself.
UPPER = ['TO' 'DO', 'FIX' 'ME', 'XX' 'X', 'HA' 'CK', 'TB' 'D', 'WI' 'P']
ANY = ['not ' 'implemented', 'un' 'implemented', 'not yet ' 'supported', 'coming ' 'soon', 'lorem ' 'ipsum',
       '미' '구현', '준비 ' '중입니다']
PATTERN = re.compile(r'\b(?:' + '|'.join(UPPER) + r')\b|(?i:' + '|'.join(ANY) + ')')
BINARY = {'.png', '.gz', '.xz', '.db', '.sqlite', '.gvariant', '.ttf', '.otf'}


def check(lint):
    for path in lint.files('src', 'tests', 'data', 'flatpak', 'po'):
        if path.suffix in BINARY:
            continue
        try:
            text = lint.read(path)
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for match in PATTERN.finditer(line):
                lint.fail(f'{lint.name(path)}:{number}', f'unfinished: “{match.group(0)}”')


if __name__ == '__main__':
    lintlib.main(check)
