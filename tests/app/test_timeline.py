#!/usr/bin/env python3
# test_timeline.py - goals and steps handled as a whole, with pointer and keys
# SPDX-License-Identifier: GPL-3.0-or-later
import segue_driver
from segue_driver import Atspi, ProgramTest, wait_for


class Goals(ProgramTest):
    GOAL = 'Ninth-year sabbatical'
    STEP = 'Sabbatical'

    def choose_for_goal(self, key):
        """From the menu of the third goal at the side, which is the sabbatical."""
        program = self.program
        program.act(wait_for('the menus of all goals', lambda: [
            node for node in program.showing()
            if node.get_name() == 'What to Do with This Goal' and node.get_role_name() == 'toggle button'][2:])[0])
        program.choose(key)

    def count_goals(self, title):
        return self.count('goals', title)

    def test_goal_is_duplicated(self):
        program = self.start()
        program.find(self.GOAL)
        self.choose_for_goal('u')
        program.wait_for_text('Duplicate the Goal “Ninth-year sabbatical”')
        wait_for('the copy', lambda: self.count_goals('Ninth-year sabbatical (copy)') == 1)
        self.assertEqual(self.count('steps', self.STEP), 2)
        program.press('ctrl+z')
        wait_for('the undo', lambda: self.count_goals('Ninth-year sabbatical (copy)') == 0)
        self.assertEqual(self.count('steps', self.STEP), 1)

    def test_goal_is_cut_and_pasted(self):
        program = self.start()
        program.find(self.GOAL)
        self.choose_for_goal('t')
        wait_for('the goal is gone', lambda: self.count_goals(self.GOAL) == 0)
        self.assertEqual(self.count('steps', self.STEP), 0)
        program.select('English score')
        program.press('ctrl+v')
        program.wait_for_text('Paste the Goal “Ninth-year sabbatical”')
        wait_for('the goal is back', lambda: self.count_goals(self.GOAL) == 1)
        self.assertEqual(self.count('steps', self.STEP), 1)


class Pointer(ProgramTest):
    def get_box(self, name):
        return self.program.find(name).get_extents(Atspi.CoordType.WINDOW)

    def wait_for_rest(self):
        """The plan is laid out and fitted: twice the same place."""
        seen = []
        def rests():
            seen.append(self.get_box('Sabbatical').x)
            return len(seen) > 1 and seen[-1] == seen[-2]
        wait_for('the timeline at rest', rests)

    def test_window_of_overview_is_dragged(self):
        program = self.start()
        self.wait_for_rest()
        before = self.get_box('Sabbatical').x
        box = self.get_box('The whole plan')
        middle = box.x + box.width // 2, box.y + box.height // 2
        program.drag(middle, (middle[0] + 60, middle[1]))
        # Later days come into sight: what is there goes towards the beginning.
        wait_for('later days', lambda: self.get_box('Sabbatical').x < before - 20)

    def test_band_begins_on_slack(self):
        program = self.start()
        self.wait_for_rest()
        english = self.get_box('English score')
        lectures = self.get_box('Machine-learning lectures')
        # The slack of the first step is a line below it, and its row is sensitive there.
        program.drag((lectures.x + lectures.width - 2, english.y + english.height // 2 + 2),
                     (lectures.x + 2, lectures.y + lectures.height), key='shift')
        wait_for('what the band touches', lambda: program.find('Machine-learning lectures').get_state_set().contains(
            Atspi.StateType.SELECTED))
        self.assertFalse(program.find('Sabbatical').get_state_set().contains(Atspi.StateType.SELECTED))


if __name__ == '__main__':
    segue_driver.main()
