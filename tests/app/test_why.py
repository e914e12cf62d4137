#!/usr/bin/env python3
# test_why.py - why not, what if, when to leave: the sample in both languages, by AT-SPI alone
# SPDX-License-Identifier: GPL-3.0-or-later
import json
from pathlib import Path

import segue_driver
from segue_driver import Atspi, ProgramTest, wait_for, walk, is_showing

LANGUAGES = {
    'en_US.UTF-8': {
        'why': 'Why not: Spring 2023',
        'sentence': 'Spring 2023 cannot be: these four rules are 32 days apart.',
        'rules': ('The spring 2023 term starts on 1 March 2023.',
                  'One must have resigned before enrolling.',
                  'The options can be exercised only while employed.',
                  'The options can be exercised from 1 April 2023.'),
        'try': 'Try: Set this assumption aside: “The options can be exercised only while employed.”',
        'preview': 'Preview',
        'back': 'Back',
        'apply': 'Apply',
        'undone': '32 days short',
        'leave': 'When to leave · The plan holds on any of these days: '
                 '15 June to 31 August 2023 and 14 September 2023 to 3 March 2024.',
        'row': '15 June to 31 August 2023',
        'spring': 'Apply for spring 2024',
    },
    'ko_KR.UTF-8': {
        'why': '불가능한 이유: 2023년 봄 학기',
        'sentence': '2023년 봄 학기는 불가능합니다: 이 네 규칙이 서로 32일 어긋납니다.',
        'rules': ('2023년 봄 학기는 3월 1일에 시작한다.', '입학 전에 퇴사해야 한다.',
                  '스톡옵션은 재직 중에만 행사할 수 있다.', '스톡옵션은 2023년 4월 1일부터 행사할 수 있다.'),
        'try': '해 보기: 이 짐작을 제쳐 두기: “스톡옵션은 재직 중에만 행사할 수 있다.”',
        'preview': '미리 보기',
        'back': '돌아가기',
        'apply': '적용',
        'undone': '32일 모자람',
        'leave': '언제 그만둘까 · 계획대로 할 수 있는 날: 2023년 6월 15일~8월 31일과 2023년 9월 14일~2024년 3월 3일.',
        'row': '2023년 6월 15일~8월 31일',
        'spring': '2024년 봄 학기 원서 접수',
    },
}


class Why(ProgramTest):
    def start(self, language, **options):
        super().start(language=language, **options)
        self.words = LANGUAGES[language]
        self.program.wait_for_text(self.words['undone'])
        return self.program

    def find_prefix(self, start, role=None):
        """The first node in sight whose name begins with `start`, wherever it is scrolled to."""
        def look():
            for node in walk(self.program.application):
                if (node.get_name() or '').startswith(start) and (role is None or node.get_role_name() == role):
                    return node
            return None
        return wait_for(f'“{start}…”', look)

    def rules_in_sight(self):
        return [node.get_name() for node in walk(self.program.application)
                if node.get_role_name() == 'check box' and is_showing(node)]

    def check_why(self, language):
        program = self.start(language)
        program.act(program.find(self.words['why']))
        program.wait_for_text(self.words['sentence'])
        self.assertEqual(tuple(self.rules_in_sight()), self.words['rules'])

    def test_exactly_four_rules(self):
        self.check_why('en_US.UTF-8')

    def test_exactly_four_rules_in_korean(self):
        self.check_why('ko_KR.UTF-8')

    def check_preview(self, language):
        program = self.start(language)
        program.act(program.find(self.words['why']))
        program.wait_for_text(self.words['sentence'])
        program.act(self.find_prefix(self.words['try'], 'button'))
        program.find(self.words['preview'])
        # Nothing has changed so far, and Back leads to where one was.
        program.wait_for_text(self.words['undone'])
        program.press('Escape')
        program.wait_for_text(self.words['sentence'])
        # The keys are its own again, too.
        program.press('Escape')
        wait_for('the dialog to go', lambda: self.words['sentence'] not in program.texts())
        program.act(program.find(self.words['why']))
        program.wait_for_text(self.words['sentence'])
        program.act(self.find_prefix(self.words['try'], 'button'))
        program.find(self.words['preview'])
        program.act(self.find_prefix(self.words['apply'], 'button'))
        wait_for('the conflict to go', lambda: not any(self.words['undone'] in text for text in program.texts()))
        program.press('ctrl+z')
        program.wait_for_text(self.words['undone'])

    def test_remedy_is_tried_before_it_is_applied(self):
        self.check_preview('en_US.UTF-8')

    def test_remedy_is_tried_before_it_is_applied_in_korean(self):
        self.check_preview('ko_KR.UTF-8')

    def test_switching_off_the_assumption_resolves_the_stock_conflict(self):
        program = self.start('en_US.UTF-8')
        program.act(program.find(self.words['why']))
        program.wait_for_text(self.words['sentence'])
        employed = self.words['rules'][2]
        program.act(program.find(employed, 'check box'))
        wait_for('the chain to go', lambda: self.words['rules'][3] not in self.rules_in_sight())

    def check_leaving(self, language):
        program = self.start(language)
        strip = self.find_prefix(self.words['leave'])
        program.click_until(strip, lambda: program.look_for(self.words['preview']), 'the plan of that day')
        program.press('Escape')
        self.find_prefix(self.words['leave'])
        program.press('ctrl+l')
        program.wait_for_text(self.words['row'])

    def test_leaving(self):
        self.check_leaving('en_US.UTF-8')

    def test_leaving_in_korean(self):
        self.check_leaving('ko_KR.UTF-8')

    def test_leaving_by_keyboard(self):
        """The arrow keys go from day to day, Shift makes it a week; each day's plan is shown."""
        program = self.start('en_US.UTF-8')
        strip = self.find_prefix(self.words['leave'])
        program.click_until(strip, lambda: program.look_for(self.words['preview']), 'the plan of that day')
        strip = self.find_prefix('When to leave · ')
        day = strip.get_name().split(':')[0]
        program.press('Right')
        wait_for('the next day', lambda: strip.get_name().split(':')[0] != day)
        after = strip.get_name()
        program.press('Left')
        wait_for('the day before', lambda: strip.get_name().split(':')[0] == day)
        program.press('shift+Right', *['Left'] * 6)
        wait_for('a week less six days', lambda: strip.get_name() == after)
        program.press('Escape')
        wait_for('the preview to end', lambda: strip.get_name() == self.words['leave'])

    def test_no_last_day_no_strip(self):
        plan = Path(self.home.path) / 'plan.json'
        plan.write_text(json.dumps({
            'format': 'segue-plan', 'version': 1, 'title': 'Alone', 'now': '2023-01-02', 'capacity': {'week': {}},
            'goals': [{'id': 'g', 'kind': 'custom', 'title': 'G', 'routes': []}],
            'steps': [{'id': 'w', 'goal': 'g', 'type': 'wait', 'title': 'Some wait', 'days': 9}], 'rules': []}))
        self.run_cli('import', plan)
        super().start(arguments=())
        self.program.find('Some wait')
        wait_for('the strip to go', lambda: not any('When to leave' in text for text in self.program.texts()))

    def check_impossible(self, language, side, whole):
        program = self.start(language)
        program.wait_for_text(side)
        program.find(whole, 'list item')

    def test_says_that_it_cannot_be(self):
        self.check_impossible('en_US.UTF-8', 'cannot be: 32 days short', 'Spring 2023 cannot be: 32 days short')

    def test_says_that_it_cannot_be_in_korean(self):
        self.check_impossible('ko_KR.UTF-8', '불가능: 32일 모자람', '2023년 봄 학기는 불가능: 32일 모자람')

    def test_comparison(self):
        program = self.start('en_US.UTF-8')
        program.act(program.find('Compare Routes…'))
        program.wait_for_text('Spring 2024, Ends: 4 March 2024')
        program.wait_for_text('Fall 2023, Last day at work: 15 June 2023')
        program.wait_for_text('“Spring 2024” can still be reached if the answer on 15 June 2023 is no.')

    def test_rejected_fall_brings_the_spring_after_it(self):
        program = self.start('en_US.UTF-8')
        program.select('English score')
        program.press('ctrl+Return')
        program.wait_for_text('English score, 6 June 2022, done')
        program.select('Result, fall 2023')
        program.press('Menu', 'n', 'r')
        program.wait_for_text('Spring 2024 · 4 March 2024')
        program.find(self.words['spring'])
        program.wait_for_text('English score, 6 June 2022, done')


if __name__ == '__main__':
    segue_driver.main()
