#!/usr/bin/env python3
# test_calendar.py - the calendar by keyboard, by pointer and as a screen reader sees it
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess

import segue_driver
from segue_driver import Atspi, ProgramTest, wait_for

SABBATICAL = ('1 May 2023', 'Sabbatical begins')


class Calendar(ProgramTest):
    def start(self, **options):
        super().start(**options)
        self.program.find('English score')
        return self.program

    def look_for(self, beginning, part='', state=Atspi.StateType.SHOWING):
        """A day or an entry whose name begins so, has that part, and is in that state. A row of days is none."""
        return next((node for node in self.program.showing() if (node.get_name() or '').startswith(beginning)
                     and part in node.get_name() and node.get_role() != Atspi.Role.TABLE_ROW
                     and node.get_state_set().contains(state)), None)

    def find(self, beginning, part=''):
        return wait_for(f'“{beginning}” with “{part}”', lambda: self.look_for(beginning, part))

    def focused(self, beginning, part=''):
        return wait_for(f'the focus on “{beginning}”',
                        lambda: self.look_for(beginning, part, Atspi.StateType.FOCUSED))

    def mouse(self, *arguments):
        subprocess.run(['xdotool', *map(str, arguments)], check=True)

    def move_mouse(self, x, y):
        self.mouse('mousemove', '--window', self.program.x_window, x, y)

    def place(self, cell, index):
        """Where an entry of a day lies."""
        box = cell.get_extents(Atspi.CoordType.WINDOW)
        return box.x + box.width // 3, box.y + 42 + 24 * index

    def test_week_is_a_grid(self):
        program = self.start()
        program.press('ctrl+2')
        self.focused('6 June 2022, today')
        program.press('alt+2')
        cell = self.focused('6 June 2022, today, Mon', 'English score begins')
        self.assertEqual(cell.get_role(), Atspi.Role.TABLE_CELL)
        self.assertEqual(cell.get_parent().get_role(), Atspi.Role.TABLE_ROW)
        for key, day in (('Right', '7 June 2022, Tue'), ('End', '11 June 2022, Sat'), ('Home', '5 June 2022, Sun'),
                         ('Next', '12 June 2022, Sun'), ('Prior', '5 June 2022, Sun'), ('Left', '4 June 2022, Sat')):
            program.press(key)
            self.focused(day)
        program.close()

    def test_names_count_the_days(self):
        program = self.start()
        program.select('Apply for fall 2023')
        program.press('ctrl+2')
        self.focused('27 March 2023, Mon, in 294 days, 1 milestone: Apply for fall 2023')
        program.close()

    def test_keys_move_out_of_the_month(self):
        """The day that is moved to stays in sight and in focus, and what follows is told."""
        program = self.start()
        program.select('Sabbatical')
        program.press('ctrl+2')
        self.focused(*SABBATICAL)
        for week in ('8 May', '15 May', '22 May', '29 May', '5 June', '12 June', '19 June'):
            program.press('alt+Down')
            self.focused(f'{week} 2023', 'Sabbatical begins')
        program.wait_for_text('Move “Sabbatical” · ')
        program.close()

    def hold_over(self, goal, told):
        """Takes the second entry of the first of May, and holds it over a day until what follows is told."""
        x, y = self.place(self.find(*SABBATICAL), 1)
        self.move_mouse(x, y)
        self.mouse('mousedown', 1)
        goal_x, goal_y = self.place(self.find(goal), 1)

        def shake():
            for step in (4, 3, 2, 1, 0):
                self.move_mouse(goal_x + (x - goal_x) * step // 4, goal_y)
            return any(told in text for text in self.program.texts())
        wait_for(f'“{told}”', shake)

    def test_drag_tells_what_follows(self):
        program = self.start()
        program.select('Sabbatical')
        program.press('ctrl+2')
        self.focused(*SABBATICAL)
        program.find_x_window()

        # Let go where there is no day, it stays.
        self.hold_over('3 May 2023', '3 May 2023\nNothing else changes')
        heading = program.find('May 2023').get_extents(Atspi.CoordType.WINDOW)
        self.move_mouse(heading.x + 10, heading.y + 10)
        wait_for('the end of the preview', lambda: not any('Nothing else' in text for text in program.texts()))
        self.mouse('mouseup', 1)
        self.find(*SABBATICAL)

        self.hold_over('3 May 2023', '3 May 2023\nNothing else changes')
        self.mouse('mouseup', 1)
        self.find('3 May 2023', 'Sabbatical begins')
        program.wait_for_text('Move “Sabbatical” · Nothing else changes')
        program.press('ctrl+z')
        self.find(*SABBATICAL)
        program.close()

    def test_escape_ends_a_drag(self):
        program = self.start()
        program.select('Sabbatical')
        program.press('ctrl+2')
        self.focused(*SABBATICAL)
        program.find_x_window()
        self.hold_over('3 May 2023', '3 May 2023\nNothing else changes')
        self.mouse('key', 'Escape')  # press() would let the button go
        wait_for('the end of the preview', lambda: not any('Nothing else' in text for text in program.texts()))
        self.mouse('mouseup', 1)
        self.find(*SABBATICAL)
        # The next one begins as if nothing had been.
        self.hold_over('3 May 2023', '3 May 2023\nNothing else changes')
        self.mouse('mouseup', 1)
        self.find('3 May 2023', 'Sabbatical begins')
        program.close()

    def test_year_by_keys(self):
        program = self.start()
        program.press('ctrl+2')
        self.focused('6 June 2022, today')
        program.press('alt+3')
        self.focused('June 2022')
        for key, month in (('Next', 'June 2023'), ('Right', 'July 2023'), ('Home', 'January 2023'),
                           ('End', 'December 2023'), ('Prior', 'December 2022'), ('Next', 'December 2023')):
            program.press(key)
            self.focused(month)
        program.press('Return')
        self.focused('6 December 2023')
        program.close()

    def test_pages_share_place_and_selection(self):
        program = self.start()
        program.press('ctrl+2')
        self.focused('6 June 2022, today')
        program.press('alt+4')
        self.focused('6 June 2022, English score begins')
        program.press('Down', 'Down', 'Down')
        self.focused('11 June 2022, Choose the research domain begins')
        program.press('alt+1')
        self.focused('11 June 2022, Sat')
        program.press('ctrl+1')
        wait_for('the selection on the timeline',
                 lambda: segue_driver.is_selected(program.find('Choose the research domain')))
        program.press('ctrl+2', 'alt+3')
        self.focused('June 2022')
        program.close()


if __name__ == '__main__':
    segue_driver.main()
