#!/usr/bin/env python3
# test_pictures.py - a picture of every page in every size, look and language
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_pictures.py LANGUAGE

The pictures are left in SEGUE_PICTURES (meson-logs/pictures of the build directory) to be looked at.
"""

import os
import subprocess
import sys
import unittest
from pathlib import Path

import segue_driver
from segue_driver import Home, Program

PICTURES = Path(os.environ['SEGUE_PICTURES'])
SIZES = {360: 720, 800: 700, 1400: 900}
LOOKS = {
    'light': {},
    'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
}
if 'SEGUE_TEST_LONG' in os.environ:
    LOOKS['contrast'] = {'ADW_DEBUG_HIGH_CONTRAST': '1'}
LANGUAGES = {'en': 'en_US.UTF-8', 'ko': 'ko_KR.UTF-8'}
# Each is left again with Escape.
PAGES = {'ctrl+2': 'calendar', 'alt+2': 'week', 'alt+3': 'year', 'alt+4': 'agenda', 'ctrl+3': 'review',
         'ctrl+n': 'step', 'ctrl+h': 'hours', 'ctrl+l': 'leaving', 'ctrl+shift+r': 'rules'}
WHY = {'en': 'Why not: Spring 2023', 'ko': '불가능한 이유: 2023년 봄 학기'}
ENGLISH = {'en': 'English score', 'ko': '공인 영어 성적'}


def count_colours(path):
    return int(subprocess.run(['identify', '-format', '%k', str(path)], check=True, capture_output=True).stdout)


def size_of(path):
    text = subprocess.run(['identify', '-format', '%w %h', str(path)], check=True, capture_output=True, text=True)
    return tuple(int(part) for part in text.stdout.split())


class Pictures(unittest.TestCase):
    def take(self, program, name, width):
        path = PICTURES / f'{name}.png'
        program.picture(path)
        self.assertEqual(size_of(path), (width, SIZES[width]), f'{name} does not fit its window')
        self.assertGreater(count_colours(path), 30, f'{name} is empty')

    def check(self, language, look, width):
        name = f'{language}-{look}-{width}'
        program = Program(Home(), language=LANGUAGES[language], width=width, height=SIZES[width],
                          environment=LOOKS[look], inspector=width == 1400)
        try:
            program.find(ENGLISH[language])
            self.take(program, f'timeline-{name}', width)
            if width == 800:
                program.press('ctrl+i')
                self.take(program, f'panel-{name}', width)
                program.press('ctrl+i')
            if width == 360:
                program.press('F9')
                self.take(program, f'panel-{name}', width)
            program.act(program.find(WHY[language]))
            self.take(program, f'why-{name}', width)
            program.press('Escape')
            if width == 360:
                program.press('F9')
            for key, page in PAGES.items():
                program.press(key)
                self.take(program, f'{page}-{name}', width)
                program.press('Escape')
        finally:
            program.kill()


def add_case(language, look, width):
    def case(self):
        self.check(language, look, width)
    setattr(Pictures, f'test_{language}_{look}_{width}', case)


for _look in LOOKS:
    for _width in SIZES:
        add_case(sys.argv[1], _look, _width)

if __name__ == '__main__':
    PICTURES.mkdir(parents=True, exist_ok=True)
    segue_driver.main()
