#!/usr/bin/env python3
# locales.py - runs tests again under other languages and time zones
# SPDX-License-Identifier: GPL-3.0-or-later
"""locales.py PROGRAM...   each is a TAP test, with its arguments; one line for every program, language and zone."""
import locale
import os
import subprocess
import sys
from pathlib import Path

LOCALES = ['C', 'ko_KR.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'th_TH.UTF-8', 'de_DE.UTF-8']
# West of Greenwich with summer time, and the first to begin a day.
ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati']
# By default the two that break most: a dotless i, and numerals of its own.
CASES = ([(language, zone) for language in LOCALES for zone in ZONES] if os.environ.get('SEGUE_TEST_LONG')
         else [('tr_TR.UTF-8', ZONES[0]), ('ar_EG.UTF-8', ZONES[1])])
LONG = len(CASES) > 2


def run(command, language, zone):
    # The long walks have their own turn.
    environment = {name: value for name, value in os.environ.items() if name != 'SEGUE_TEST_LONG'}
    # The tests of segue-cli choose their language themselves.
    environment |= {'LC_ALL': language, 'TZ': zone, 'SEGUE_TEST_LOCALE': language}
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding='utf-8', errors='replace')


def name(command):
    """Of a command the part that is a test."""
    return next(Path(part).name for part in command if Path(part).name.startswith('test'))


def check_languages():
    """Where a language is not installed everything would run in none, and pass."""
    for wanted in LOCALES:
        try:
            locale.setlocale(locale.LC_ALL, wanted)
        except locale.Error:
            sys.exit(f'Bail out! The language {wanted} is not installed.')


def main():
    check_languages()
    programs = [argument.split(' ') for argument in sys.argv[1:]]
    failed = 0
    # By default each program takes one of the two by turns.
    runs = [(p, c) for i, p in enumerate(programs) for j, c in enumerate(CASES) if LONG or i % 2 == j]
    print(f'1..{len(runs)}', flush=True)
    for n, (command, (language, zone)) in enumerate(runs, 1):
        done = run(command, language, zone)
        word = 'ok' if done.returncode == 0 else 'not ok'
        failed += done.returncode != 0
        print(f'{word} {n} - {name(command)} {language} {zone}', flush=True)
        if done.returncode:
            print('\n'.join('# ' + line for line in done.stdout.splitlines()[-30:]), flush=True)
    sys.exit(failed > 0)


main()
