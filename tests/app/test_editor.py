#!/usr/bin/env python3
# test_editor.py - a plan is made and edited by keyboard alone
# SPDX-License-Identifier: GPL-3.0-or-later
import os

import segue_driver
from segue_driver import ProgramTest, wait_for


class Editor(ProgramTest):
    def look(self, name):
        """A picture for people, where they are wanted."""
        folder = os.environ.get('SEGUE_LOOK')
        if folder:
            self.program.picture(f'{folder}/{name}.png')

    def wait_until_gone(self, text):
        wait_for(f'“{text}” to go', lambda: not any(text in seen for seen in self.program.texts()))

    def add_goal(self, title):
        self.program.press('ctrl+shift+n')
        self.program.wait_for_text('Add Route')
        self.program.type(title)
        self.look('goal')
        self.program.press('ctrl+Return')
        self.wait_until_gone('Add Route')

    def add_step(self, title, effort):
        self.program.press('ctrl+n')
        self.program.wait_for_text('Without a Pause')
        self.program.type(title)
        self.program.press('Tab', 'Tab', 'Tab', 'Tab')
        self.program.type(effort)
        self.look('step')
        self.program.press('ctrl+Return')
        self.wait_until_gone('Without a Pause')

    def test_goal_step_and_rule_by_keyboard(self):
        program = self.start(inspector=True)
        program.find('Apply for fall 2023')
        self.add_goal('Learn Danish')
        program.find('Learn Danish')
        self.add_step('Evening course', '40')
        program.find('Evening course')
        self.assertEqual(self.count('steps', 'Evening course'), 1)

        program.press('ctrl+r')
        program.wait_for_text('What shall hold?')
        program.press('Tab')
        self.program.type('1 March 2023')
        program.wait_for_text('“Evening course” ends by 1 March 2023.')
        self.look('rule')
        program.press('ctrl+Return')
        self.wait_until_gone('Where It Comes From')
        program.wait_for_text('“Evening course” ends by 1 March 2023.')

        # Each dialog is one step back.
        program.press('ctrl+z')
        self.wait_until_gone('“Evening course” ends by 1 March 2023.')
        program.press('ctrl+z')
        wait_for('the step to go', lambda: self.count('steps', 'Evening course') == 0)
        program.press('ctrl+z')
        wait_for('the goal to go', lambda: self.count('goals', 'Learn Danish') == 0)
        program.close()

    def test_what_was_typed_is_not_lost(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+n')
        program.wait_for_text('Without a Pause')
        program.press('Escape')
        self.wait_until_gone('Without a Pause')

        program.press('ctrl+n')
        program.wait_for_text('Without a Pause')
        self.program.type('Half a thought')
        program.press('Escape')
        program.wait_for_text('Keep What You Changed?')
        program.press('Return')
        self.wait_until_gone('Without a Pause')
        wait_for('the step', lambda: self.count('steps', 'Half a thought') == 1)
        program.close()

    def test_what_cannot_be_read_is_said(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+n')
        program.wait_for_text('Without a Pause')
        self.program.type('Something')
        program.press('Tab', 'Tab', 'Tab', 'Tab')
        self.program.type('a while')
        program.wait_for_text('Write hours and minutes, such as 2h 30')
        field = program.find_focused().get_name()
        program.press('Tab', 'Tab')
        wait_for('the focus to go on', lambda: program.find_focused().get_name() != field)
        program.press('ctrl+Return')
        program.wait_for_text('What is marked red cannot be read yet.')
        wait_for('the keyboard where the fault is', lambda: program.find_focused().get_name() == field)
        self.look('error')
        self.assertEqual(self.count('steps', 'Something'), 0)

    def test_hours(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+h')
        program.wait_for_text('Days Off')
        program.wait_for_text('15 h a week')
        self.look('hours')
        program.press('Escape')
        self.wait_until_gone('Days Off')
        program.close()

    def test_new_plan_in_a_few_answers(self):
        program = self.start(arguments=(), inspector=True)
        self.look('welcome')
        program.act(program.find('Make a Plan…'))
        program.wait_for_text('A New Job')
        self.look('new-1')
        program.press('Down', 'Return')
        program.wait_for_text('First Day in the New Job, at Best')
        program.press('Tab')
        self.program.type('in 14 months')
        program.press('Tab', 'Tab')
        self.program.type('in 20 months')
        self.look('new-2')
        program.press('Return')
        program.wait_for_text('13 h a week')
        self.look('new-3')
        program.press('Return')
        program.wait_for_text('Add a Date')
        program.act(program.find('Add a Date'))
        program.wait_for_text('What Happens')
        self.program.type('Wedding')
        program.press('Tab', 'Tab')
        self.program.type('in 100 days')
        self.look('new-4')
        program.press('Return')
        program.find('Prepare for interviews')
        program.find('Wedding')
        self.look('new-5')
        program.close()

    def test_plans_are_renamed_and_deleted(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+shift+o')
        program.act(program.find('Rename Plan'))
        program.find('Rename', 'button')
        program.press('ctrl+a')
        self.program.type('My way')
        program.press('Return')
        wait_for('the new name', lambda: self.count('plans', 'My way') == 1)
        self.look('plans')
        program.act(program.find('Delete Plan'))
        program.act(program.find('Delete', 'button'))
        wait_for('the plan to go', lambda: self.count('plans', 'My way') == 0)
        program.find('Make a Plan…')
        program.close()


if __name__ == '__main__':
    segue_driver.main()
