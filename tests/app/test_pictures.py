#!/usr/bin/env python3
# test_pictures.py - a picture of every page in every size, look and language
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_pictures.py LANGUAGE

The pictures are left in SEGUE_PICTURES (meson-logs/pictures of the build directory) to be looked at.
"""

import gettext
import os
import sys
from pathlib import Path

import segue_driver
from segue_driver import ProgramTest

PICTURES = Path(os.environ['SEGUE_PICTURES'])
SIZES = {360: 720, 800: 700, 1400: 900}
LOOKS = {
    'light': {},
    'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
}
# Of these a few pages are enough, unless there is time.
RARE_LOOKS = {
    'contrast': {'ADW_DEBUG_HIGH_CONTRAST': '1'},
    'rtl': {'LANG': 'ar_EG.UTF-8', 'LC_ALL': 'ar_EG.UTF-8'},
}
LANGUAGES = {'en': 'en_US.UTF-8', 'ko': 'ko_KR.UTF-8'}
TRANSLATIONS = Path(os.environ.get('SEGUE_PREFIX', '/usr')) / 'share' / 'locale'
PAGES = {'ctrl+2': 'calendar', 'alt+2': 'week', 'alt+3': 'year', 'alt+4': 'agenda', 'ctrl+3': 'review'}
# Each is left again with Escape.
BY_KEY = {'ctrl+n': 'step', 'ctrl+shift+n': 'goal', 'ctrl+h': 'hours', 'ctrl+l': 'leaving', 'ctrl+shift+r': 'rules',
          'ctrl+f': 'find', 'ctrl+shift+o': 'plans', 'ctrl+comma': 'preferences'}
BY_MENU = {'n': 'assistant', 'a': 'grants', 's': 'risk', 'k': 'backups', 'w': 'what-if', 'o': 'about'}
SPRING = {'en': 'Spring 2023', 'ko': '2023년 봄 학기'}
ENGLISH = {'en': 'English score', 'ko': '공인 영어 성적'}


def pixels(data):
    """Some of the colours of a picture."""
    return {data[at:at + 3] for at in range(0, len(data) - 2, 3 * 7)}


class Pictures(ProgramTest):
    def setUp(self):
        super().setUp()
        self.last = None

    def start(self, language, look, width, **options):
        self.language, self.width, self.name = language, width, f'{language}-{look}-{width}'
        self.translate = gettext.translation('segue', TRANSLATIONS, [LANGUAGES[language]], fallback=True).gettext
        return super().start(language=LANGUAGES[language], width=width, height=SIZES[width],
                             environment={**LOOKS, **RARE_LOOKS}[look], inspector=width == 1400, **options)

    def say(self, text):
        """What a person reads in the place of `text`."""
        return self.translate(text).replace('_', '')

    def take(self, page):
        """Takes a picture of what has just come into sight: another one than was there before."""
        width, height, data = self.program.picture(PICTURES / f'{page}-{self.name}.png', self.last)
        self.assertEqual((width, height), (self.width, SIZES[self.width]), f'{page} does not fit its window')
        self.assertGreater(len(pixels(data)), 30, f'{page} is empty')
        self.last = data

    def leave(self):
        self.program.press('Escape')
        self.last = self.program.settle(self.last)

    def check_plan(self, language, look, width):
        program = self.start(language, look, width)
        program.find(ENGLISH[language])
        trying = self.say('When to leave · the days are being tried')
        segue_driver.wait_for('the days to leave', lambda: not any(trying in text for text in program.texts()))
        self.take('timeline')
        if width == 800:
            program.press('ctrl+i')
            self.take('panel')
            program.press('ctrl+i')
            self.last = program.settle(self.last)
        if width == 360:
            program.press('F9')
            self.take('panel')
        program.act(program.find(self.say('Why not: %s') % SPRING[language]))
        program.wait_for_text(self.say('Why Not: %s') % SPRING[language])
        self.take('why')
        self.leave()
        if width == 360:
            program.press('F9')
            self.last = program.settle(self.last)
        for key, page in PAGES.items():
            program.press(key)
            self.take(page)
        program.press('ctrl+1')
        self.last = program.settle(self.last)
        for key, page in BY_KEY.items():
            program.press(key)
            self.take(page)
            self.leave()
        for letter, page in BY_MENU.items():
            program.open_menu()
            self.last = program.settle()
            program.press(letter)
            self.take(page)
            self.leave()

    def check_few(self, language, look, width):
        program = self.start(language, look, width)
        program.find(ENGLISH[language])
        self.take('timeline')
        for key, page in {'ctrl+2': 'calendar', 'ctrl+3': 'review', 'ctrl+n': 'step'}.items():
            program.press(key)
            self.take(page)

    def check_trouble(self, language, look, width):
        """What is seen without a plan, and where the plans cannot be read."""
        program = self.start(language, look, width, arguments=())
        program.find(self.say('Try the Sample Plan'))
        self.take('welcome')
        program.kill()
        self.home.database().write_bytes(self.home.database().read_bytes()[:5000])
        program = self.start(language, look, width, arguments=())
        program.find(self.say('The Plans Are Damaged'))
        self.take('damaged')


def add_case(language, look, width):
    def plan(self):
        self.check_plan(language, look, width)

    def trouble(self):
        self.check_trouble(language, look, width)
    setattr(Pictures, f'test_{language}_{look}_{width}', plan)
    setattr(Pictures, f'test_{language}_{look}_{width}_trouble', trouble)


def add_few(language, look, width):
    def few(self):
        self.check_few(language, look, width)
    setattr(Pictures, f'test_{language}_{look}_{width}_few', few)


for _look in LOOKS:
    for _width in SIZES:
        add_case(sys.argv[1], _look, _width)
# Arabic has no translation: the words are English, and everything is mirrored.
for _look in RARE_LOOKS if sys.argv[1] == 'en' else ():
    for _width in SIZES:
        (add_case if 'SEGUE_TEST_LONG' in os.environ else add_few)(sys.argv[1], _look, _width)

if __name__ == '__main__':
    PICTURES.mkdir(parents=True, exist_ok=True)
    segue_driver.main()
