#!/usr/bin/env python3
# test_review.py - a whole review in the month view of the sample, by keyboard and AT-SPI alone
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sqlite3
import subprocess
import unittest
from pathlib import Path

import segue_driver
from segue_driver import Atspi, Home, Program, wait_for

SAMPLE = Path(__file__).parents[2] / 'data' / 'samples' / 'grad-school.en.json'
# The sample a year later, in the week in which the result of fall 2023 comes.
NOW = '2023-06-12'
DONE = {'english': '2022-12-10', 'lectures': '2022-10-20', 'project': '2023-03-20', 'domain': '2022-07-03',
        'contact': '2023-01-16', 'statement': '2023-02-20', 'apply-f23': '2023-03-28', 'exercise': '2023-04-03',
        'ops': '2022-12-20'}


class Review(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.program = None

    def tearDown(self):
        if self.program is not None and self.program.process.poll() is None:
            self.program.kill()

    def start(self, **options):
        self.program = Program(self.home, width=1400, height=1000, **options)
        return self.program

    def import_later_sample(self):
        plan = json.loads(SAMPLE.read_text())
        plan['now'] = NOW
        for step in plan['steps']:
            if step['id'] in DONE:
                step.update(status='done', done_on=DONE[step['id']])
        path = self.home.path / 'later.json'
        path.write_text(json.dumps(plan))
        subprocess.run(['segue-cli', 'import', str(path)], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, **self.home.environment()})

    def states(self, node):
        return node.get_state_set()

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '40', text], check=True)

    def focused(self, beginning, part=''):
        """The node in focus whose name begins so and has that part."""
        return wait_for(f'the focus on “{beginning}”', lambda: next(
            (n for n in self.program.showing() if (n.get_name() or '').startswith(beginning) and part in n.get_name()
             and self.states(n).contains(Atspi.StateType.FOCUSED)), None))

    def walk_to(self, condition):
        """Presses Tab until what has the focus is what is looked for."""
        for _ in range(40):
            focused = [n for n in self.program.showing() if self.states(n).contains(Atspi.StateType.FOCUSED)]
            if any(condition(node) for node in focused):
                return
            self.program.press('Tab')
        raise AssertionError('Tab did not lead there')

    # -- the calendar

    def test_month_is_a_grid(self):
        program = self.start()
        program.press('ctrl+2')
        cell = self.focused('6 June 2022, today', 'English score begins')
        self.assertTrue(self.states(cell).contains(Atspi.StateType.SELECTED))
        row = cell.get_parent()
        self.assertEqual((row.get_role(), row.get_parent().get_role()), (Atspi.Role.TABLE_ROW, Atspi.Role.TABLE))
        program.press('Right', 'Down')
        self.focused('14 June 2022')
        program.press('Next')
        program.wait_for_text('July 2022')
        program.close()

    def test_month_moves_a_milestone(self):
        program = self.start()
        before = program.find('Sabbatical').get_name()
        program.select('Sabbatical')
        program.press('ctrl+2')
        self.focused('1 May 2023')
        program.press('alt+Right')
        self.focused('2 May 2023', 'Sabbatical begins')
        program.wait_for_text('Move “Sabbatical”')
        program.press('ctrl+z', 'ctrl+1')
        wait_for('the undo', lambda: program.find('Sabbatical').get_name() == before)
        program.close()

    # -- the review

    def card(self, title):
        return wait_for(f'the card of “{title}”', lambda: next(
            (n for n in self.program.showing() if (n.get_name() or '').startswith(title + ',')
             and n.get_role() in (Atspi.Role.GROUPING, Atspi.Role.PANEL)), None))

    def test_whole_review(self):
        self.import_later_sample()
        program = self.start(arguments=())
        program.press('ctrl+3')
        program.wait_for_text('things need a decision')
        program.press('space')

        # The month is in sight; a result has come, and it is a no.
        self.card('Result, fall 2023')
        wait_for('the month', lambda: any((n.get_name() or '').startswith('15 June 2023') for n in program.showing()))
        program.press('n')
        self.type('No place was left')
        program.act(program.find('Rejected'))
        wait_for('what follows from it', lambda: any('Spring 2024' in text for text in program.texts()))

        # What is late is moved; what follows is told before it is taken.
        asked = set()
        moved = False
        for _ in range(20):
            if not [n for n in program.showing() if n.get_name() == 'Keep']:
                break
            move = [n for n in program.showing() if n.get_name() == 'Move…']
            title = next(n.get_name() for n in program.showing() if (n.get_name() or '').count(',') and n.get_role() in (
                Atspi.Role.GROUPING, Atspi.Role.PANEL))
            self.assertNotIn(title, asked)
            asked.add(title)
            if move and not moved:
                moved = True
                program.press('m')
                program.wait_for_text('Move It There')
                program.wait_for_text('misses its target by')
                program.press('Right', 'Return')
            else:
                program.press('k')
            wait_for('the next card', lambda: title not in program.texts())
        self.assertTrue(moved)

        # It is kept, and tells afterwards what was decided and why.
        program.wait_for_text('Past Reviews')
        program.close()
        program = self.start(arguments=())
        program.press('ctrl+3')
        program.wait_for_text('Past Reviews')
        program.wait_for_text('Rejected 1')
        self.walk_to(lambda node: (node.get_name() or '').startswith('12 June 2023'))
        program.press('Return')
        program.wait_for_text('What Was Decided')
        program.wait_for_text('No place was left')
        program.wait_for_text('Moved from')
        program.wait_for_text('Planned Then, and What Happened')

        with sqlite3.connect(self.home.database()) as database:
            answers = dict(database.execute('SELECT "verdict", count(*) FROM "answers" GROUP BY 1'))
            outcome = database.execute('SELECT "outcome" FROM "steps" WHERE "id" = \'result-f23\'').fetchone()
        self.assertEqual((answers['failed'], answers['moved']), (1, 1))
        self.assertEqual(outcome, ('failed',))
        program.press('Escape')
        program.close()

    def test_left_and_resumed(self):
        self.import_later_sample()
        program = self.start(arguments=())
        program.press('ctrl+3')
        program.wait_for_text('things need a decision')
        program.press('space')
        self.card('Result, fall 2023')
        program.press('k')
        program.wait_for_text('2 of')
        # What is undone is asked again.
        program.press('ctrl+z')
        self.card('Result, fall 2023')
        program.press('k')
        program.wait_for_text('2 of')
        program.close()
        program = self.start(arguments=())
        program.press('ctrl+3')
        program.find('Resume the Review')
        program.press('space')
        program.wait_for_text('2 of')
        program.close()


if __name__ == '__main__':
    segue_driver.main()
