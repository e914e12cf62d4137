#!/usr/bin/env python3
# test_grants.py - grants and chances as a person meets them, by keyboard and AT-SPI alone
# SPDX-License-Identifier: GPL-3.0-or-later
import segue_driver
from segue_driver import ProgramTest, wait_for, walk

LANGUAGES = {
    'en_US.UTF-8': {
        'grant': '2020 options',
        'standing': '600 of 1,200 have vested. Next 300 on 1 April 2023.',
        'curve': '1,200 units vest, 1 April 2020 to 1 April 2024',
        'row': '1 April 2024',
        'in all': '300 · 1,200 in all',
        'details': 'Details',
        'deadline': 'Make the pipelines run without me',
        'route': 'Spring 2023',
        'critical': 'Most Often Without Slack',
    },
    'ko_KR.UTF-8': {
        'grant': '2020년 부여 스톡옵션',
        'standing': '1,200주 가운데 600주가 베스팅되었습니다. 다음은 2023년 4월 1일에 300주입니다.',
        'curve': '1,200주 베스팅, 2020년 4월 1일~2024년 4월 1일',
        'row': '2024년 4월 1일',
        'in all': '300주 · 누적 1,200주',
        'details': '자세히',
        'deadline': '나 없이도 돌아가는 파이프라인 만들기',
        'route': '2023년 봄 학기',
        'critical': '가장 자주 빠듯한 단계',
    },
}


class Grants(ProgramTest):
    def start(self, language):
        self.words = LANGUAGES[language]
        return super().start(language=language)

    def read(self):
        """All names, wherever they are scrolled to."""
        return [node.get_name() for node in walk(self.program.application) if node.get_name()]

    def check_grants(self, language):
        """From the menu to the list, from there to the table and the curve."""
        program = self.start(language)
        program.find(self.words['details'])
        program.press('F10')
        wait_for('the menu', lambda: any(node.get_role_name() == 'menu' for node in program.showing()))
        program.press('a')
        program.wait_for_text(self.words['standing'])
        program.click_until(program.find(self.words['grant'], 'list item'),
                            lambda: program.look_for(self.words['curve']), 'the curve')
        program.find(self.words['row'])
        program.wait_for_text(self.words['in all'])

    def test_grants(self):
        self.check_grants('en_US.UTF-8')

    def test_grants_in_korean(self):
        self.check_grants('ko_KR.UTF-8')

    def check_chances(self, language):
        """Deadlines with the least sure first, then the routes, then what was critical most often."""
        program = self.start(language)
        program.act(program.find(self.words['details']))
        # Part of it lies below the edge.
        wait_for('the chances', lambda: self.words['critical'] in self.read())
        texts = self.read()
        self.assertLess(texts.index(self.words['deadline']), texts.index(self.words['critical']))
        self.assertIn(self.words['route'], texts)
        self.assertTrue(any(text.endswith('%') for text in texts))

    def test_chances(self):
        self.check_chances('en_US.UTF-8')

    def test_chances_in_korean(self):
        self.check_chances('ko_KR.UTF-8')

    def test_chances_are_never_older_than_the_plan(self):
        """An edit drops them at once; they come back for the plan as it then is."""
        program = self.start('en_US.UTF-8')
        chance = 'Spring 2024 · chosen'
        program.find(self.words['details'])
        wait_for('the chances of the routes', lambda: any('100% chance' in text for text in program.texts()))
        program.select('Result, fall 2023')
        program.press('Menu', 'n', 'r')
        program.find(chance)
        wait_for('the chances of the new route', lambda: [
            text for text in program.texts() if text.endswith('% chance')] in (['100% chance'], ['more than 99% chance']))


if __name__ == '__main__':
    segue_driver.main()
