#!/usr/bin/env python3
# test_timeline.py - goals and steps handled as a whole, with pointer and keys
# SPDX-License-Identifier: GPL-3.0-or-later
import segue_driver
from segue_driver import ProgramTest, wait_for


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


if __name__ == '__main__':
    segue_driver.main()
