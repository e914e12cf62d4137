#!/usr/bin/env python3
# test_review.py - a whole review in the month view of the sample, by keyboard and AT-SPI alone
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import sqlite3
from pathlib import Path

import segue_driver
from segue_driver import Atspi, ProgramTest, wait_for

SAMPLE = Path(__file__).parents[2] / 'data' / 'samples' / 'grad-school.en.json'
# The sample a year later, in the week in which the result of fall 2023 comes.
NOW = '2023-06-12'
DONE = {'english': '2022-12-10', 'lectures': '2022-10-20', 'project': '2023-03-20', 'domain': '2022-07-03',
        'contact': '2023-01-16', 'statement': '2023-02-20', 'apply-f23': '2023-03-28', 'exercise': '2023-04-03',
        'ops': '2022-12-20'}


class Review(ProgramTest):
    def start(self, **options):
        return super().start(width=1400, height=1000, **options)

    def import_later_sample(self):
        plan = json.loads(SAMPLE.read_text())
        plan['now'] = NOW
        for step in plan['steps']:
            if step['id'] in DONE:
                step.update(status='done', done_on=DONE[step['id']])
        path = self.home.path / 'later.json'
        path.write_text(json.dumps(plan))
        self.run_cli('import', path)

    def states(self, node):
        return node.get_state_set()

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

    def outcome(self):
        with sqlite3.connect(self.home.database()) as database:
            return database.execute('SELECT "outcome" FROM "steps" WHERE "id" = \'result-f23\'').fetchone()[0]

    def asked(self):
        """The name of the card, or None when nothing is asked any more."""
        if not [n for n in self.program.showing() if n.get_name() == 'Keep']:
            return None
        return next(n.get_name() for n in self.program.showing() if (n.get_name() or '').count(',') and n.get_role() in (
            Atspi.Role.GROUPING, Atspi.Role.PANEL))

    def reject(self):
        """What a rejection does is told before it is given; the reason is typed, and one key gives it."""
        program = self.program
        self.card('Result, fall 2023')
        wait_for('the month', lambda: any((n.get_name() or '').startswith('15 June 2023') for n in program.showing()))
        program.wait_for_text('If Rejected or Missed')
        program.wait_for_text('then takes Spring 2024 instead of Fall 2023')
        program.wait_for_text('is then reached on 4 March 2024 instead of 1 September 2023')
        self.assertNotIn(self.outcome(), ('failed', 'missed'))
        program.press('w')
        self.program.type('No place was left')
        # Return goes back to the card and answers nothing.
        program.press('Return')
        self.focused('Result, fall 2023,')
        self.assertNotIn(self.outcome(), ('failed', 'missed'))
        program.press('x')
        program.wait_for_text('Result, fall 2023: Rejected')

    def move(self):
        """What follows from a move is told before it is taken; Return in the reason takes it."""
        program = self.program
        program.press('m')
        program.wait_for_text('Move It There')
        program.wait_for_text('misses its target by 138 days')
        program.press('Right')
        program.wait_for_text('misses its target by 139 days')
        program.press('w')
        self.program.type('The data comes late')
        program.press('Return')

    def test_whole_review(self):
        self.import_later_sample()
        program = self.start(arguments=())
        program.press('ctrl+2')
        self.focused('12 June 2023, today')
        program.press('ctrl+3')
        program.wait_for_text('things need a decision')
        program.press('space')
        self.reject()

        seen = set()
        moved = False
        for _ in range(20):
            title = self.asked()
            if title is None:
                break
            self.assertNotIn(title, seen)
            seen.add(title)
            if title.startswith('Measure'):
                self.move()
                moved = True
            else:
                program.press('k')
            wait_for('the next card', lambda: self.asked() != title)
        self.assertTrue(moved)

        # It is kept; what comes after it has the focus, and what was kept is not asked again.
        program.wait_for_text('Past Reviews')
        self.focused('Check In…')
        program.wait_for_text('Nothing needs a decision')
        program.close()

        # It tells afterwards what was decided and why.
        program = self.start(arguments=())
        program.press('ctrl+3')
        program.wait_for_text('Past Reviews')
        program.wait_for_text('Rejected 1')
        self.walk_to(lambda node: (node.get_name() or '').startswith('12 June 2023'))
        program.press('Return')
        program.wait_for_text('What Was Decided')
        for text in ('No place was left', 'then takes Spring 2024 instead of Fall 2023', 'Moved from 8 November 2023',
                     'The data comes late', 'misses its target by 139 days', 'Planned Then, and What Happened'):
            program.wait_for_text(text)

        with sqlite3.connect(self.home.database()) as database:
            answers = dict(database.execute('SELECT "verdict", count(*) FROM "answers" GROUP BY 1'))
        self.assertEqual((answers['failed'], answers['moved']), (1, 1))
        self.assertEqual(self.outcome(), 'failed')
        program.press('Escape')
        program.close()

    def test_nothing_due(self):
        """A review with nothing due is a look ahead, and kept."""
        program = self.start()
        program.press('ctrl+3')
        program.find('Begin a Review')
        program.press('space')
        while self.asked():
            title = self.asked()
            program.press('k')
            wait_for('the next card', lambda: self.asked() != title)
        program.wait_for_text('Nothing needs a decision')
        self.walk_to(lambda node: node.get_name() == 'Begin a Review')
        program.press('space')
        program.wait_for_text('What Comes Next')
        self.focused('Finish the Review')
        program.press('space')
        program.wait_for_text('Nothing needed a decision')
        self.focused('Check In…')
        program.close()

    def test_past_review_tells_what_happened(self):
        plan = json.loads(SAMPLE.read_text())
        plan.update(now=NOW, reviews=[{'id': 'past', 'begun': '2023-06-08', 'finished': '2023-06-08', 'asked': 1,
                                       'baseline': 'then'}],
                    baselines=[{'id': 'then', 'title': 'Then', 'taken_on': '2023-06-08',
                                'dates': ['english 2022-11-01 2022-12-08', 'metrics 2022-12-21 2023-05-20',
                                          'apply-s23 2022-12-15 2022-12-15']}],
                    answers=[{'id': 'one', 'review': 'past', 'cause': 'due', 'verdict': 'dropped', 'about': 'english',
                              'title': 'English score', 'on': '2023-06-08', 'why': 'The test is no longer asked for'}])
        for step in plan['steps']:
            if step['id'] in DONE:
                step.update(status='done', done_on=DONE[step['id']])
            if step['id'] == 'apply-s23':
                step.update(outcome='failed')
        path = self.home.path / 'past.json'
        path.write_text(json.dumps(plan))
        self.run_cli('import', path)
        program = self.start(arguments=())
        program.press('ctrl+3')
        program.wait_for_text('Past Reviews')
        self.walk_to(lambda node: (node.get_name() or '').startswith('8 June 2023'))
        program.press('Return')
        program.wait_for_text('The test is no longer asked for')
        program.wait_for_text('Planned for 8 December 2022, done on 10 December 2022')
        program.wait_for_text('Planned for 20 May 2023, now 8 November 2023')
        program.wait_for_text('Planned for 15 December 2022, rejected')
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
