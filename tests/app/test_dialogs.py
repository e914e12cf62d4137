#!/usr/bin/env python3
# test_dialogs.py - every dialog: what it is called by, how it closes, what it keeps
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import os
import signal
import subprocess

import segue_driver
from segue_driver import APP_ID, Atspi, ProgramTest, children, is_showing, wait_for, walk

OBJECT = '/' + APP_ID.replace('.', '/')
# What opens a dialog: keys of the window, and letters in the main menu (new plan, grants, risk, backups, what if, about).
KEYS = ['ctrl+n', 'ctrl+shift+n', 'ctrl+h', 'ctrl+comma', 'ctrl+shift+o', 'ctrl+g', 'F1', 'ctrl+shift+r', 'ctrl+l']
LETTERS = 'naskwo'


def is_in_combo(node):
    while node is not None and node.get_role_name() not in ('combo box', 'dialog'):
        node = node.get_parent()
    return node is not None and node.get_role_name() == 'combo box'


def walk_top(node, depth):
    """`node` and what is under it, not too deep: walking the whole window takes its time."""
    yield node
    for child in children(node) if depth > 0 else ():
        yield from walk_top(child, depth - 1)


class Dialogs(ProgramTest):
    def find_dialogs(self):
        return [node for node in walk_top(self.program.application, 5)
                if node.get_role_name() in ('dialog', 'alert') and is_showing(node)]

    def wait_until_closed(self):
        wait_for('the dialog to close', lambda: not self.find_dialogs())

    def open_step(self, title):
        self.program.press('ctrl+n')
        self.program.wait_for_text('Without a Pause')
        self.program.type(title)
        wait_for(f'“{title}” in a field', lambda: self.holds(title))

    def holds(self, text):
        """Whether a field of the dialogs says `text`."""
        return any(node.get_role_name() in ('text', 'entry') and Atspi.Text.get_text(node, 0, -1) == text
                   for dialog in self.find_dialogs() for node in walk(dialog))

    def toggle(self, title):
        """The row and its switch are called the same; the switch can be acted on."""
        self.program.act([node for node in walk(self.find_dialogs()[0]) if node.get_name() == title][-1])

    def quit_from_outside(self):
        subprocess.run(['gdbus', 'call', '--session', '--dest', APP_ID, '--object-path', OBJECT, '--method',
                        'org.gtk.Actions.Activate', 'quit', '[]', '{}'], check=True, stdout=subprocess.DEVNULL)

    def find_nameless(self):
        """What the focus can reach without a name to say."""
        nameless = []
        for node in (node for dialog in self.find_dialogs() for node in walk(dialog) if is_showing(node)):
            states = node.get_state_set()
            parent = node.get_parent()
            if not states.contains(Atspi.StateType.FOCUSABLE) or (node.get_name() or '').strip():
                continue
            # The toolkit's own sheet only keeps the focus in the dialog, and nobody comes to it.
            if node.get_role_name() == 'panel':
                continue
            # The focus does not go into a combo row; what is chosen is its text.
            if not (node.get_role_name() == 'list item' and is_in_combo(parent)):
                nameless.append(f'{node.get_role_name()} in {parent.get_role_name()} “{parent.get_name()}”')
        return nameless

    def check_names(self):
        with contextlib.suppress(AssertionError):
            wait_for('names', lambda: not self.find_nameless(), 5)
        self.assertEqual([], self.find_nameless())

    def test_everything_in_a_dialog_has_a_name(self):
        program = self.start()
        program.find('Apply for fall 2023')
        for opener in [*KEYS, *LETTERS]:
            with self.subTest(opener):
                if opener in LETTERS:
                    program.open_menu()
                program.press(opener)
                wait_for(f'what {opener} opens', self.find_dialogs)
                try:
                    self.check_names()
                finally:
                    program.press('ctrl+w')
                    self.wait_until_closed()

    def test_parts_of_the_hours_have_names(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+h')
        for button in 'Add Period', 'Add Day Off', 'Add Pool':
            program.act(program.find(button))
            wait_for('the second dialog', lambda: len(self.find_dialogs()) == 2)
            self.check_names()
            program.press('ctrl+w')
            wait_for('the second dialog to close', lambda: len(self.find_dialogs()) == 1)

    def test_what_is_not_said_is_not_there(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+n')
        program.wait_for_text('Without a Pause')
        self.assertEqual([], [node.get_name() for node in program.showing() if node.get_role_name() == 'info bar'])

    def test_quitting_asks_for_what_was_typed(self):
        program = self.start()
        program.find('Apply for fall 2023')
        self.open_step('Half a thought')
        program.press('ctrl+q')
        program.wait_for_text('Keep What You Changed?')
        program.act(program.find('Go On Editing'))
        wait_for('the question to go', lambda: 'Keep What You Changed?' not in program.texts())
        self.assertTrue(self.holds('Half a thought'))

        self.quit_from_outside()
        program.wait_for_text('Keep What You Changed?')
        program.act(program.find('Keep'))
        self.assertEqual(program.process.wait(segue_driver.PATIENCE), 0, program.read_log())
        self.assertEqual(self.count('steps', 'Half a thought'), 1)

    def test_quitting_closes_what_holds_nothing(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+n')
        program.wait_for_text('Without a Pause')
        program.close()

    def test_closing_one_dialog(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+n')
        program.wait_for_text('Without a Pause')
        program.press('ctrl+w')
        self.wait_until_closed()
        self.assertIsNone(program.process.poll())

    def test_the_end_of_the_session_loses_nothing(self):
        program = self.start()
        program.find('Apply for fall 2023')
        self.open_step('Half a thought')
        # A field that cannot be read does not take the rest with it.
        program.press('Tab', 'Tab', 'Tab', 'Tab')
        self.program.type('a while')
        program.wait_for_text('Write hours and minutes, such as 2h 30')
        os.kill(program.process.pid, signal.SIGTERM)
        self.assertEqual(program.process.wait(segue_driver.PATIENCE), 0, program.read_log())
        self.assertEqual(self.count('steps', 'Half a thought'), 1)

    def test_preferences(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+comma')
        program.find('First Day of the Week')
        self.toggle('Reduce Motion')
        self.toggle('Remind of Reviews')
        program.wait_for_text('segue.db.backups')
        settings = self.home.path / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        wait_for('the settings', lambda: 'reduce-motion=true' in settings.read_text() and
                 'remind-of-reviews=false' in settings.read_text())
        program.press('Escape')
        self.wait_until_closed()
        program.close()

    def test_the_sample_is_not_added_twice(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.close()
        self.start().find('Apply for fall 2023')
        self.assertEqual(self.count('plans', 'From product manager to AI graduate school'), 1)
        # Asked for beside another plan, it is the one that comes up.
        subprocess.run(['segue', '--sample'], check=True, env={**os.environ, **self.home.environment()})
        self.assertEqual(self.count('plans', 'From product manager to AI graduate school'), 1)
        self.program.close()

    def test_after_the_last_plan(self):
        program = self.start()
        program.find('Apply for fall 2023')
        program.press('ctrl+shift+o')
        program.act(program.find('Rename Plan'))
        program.find('Rename', 'button')
        program.press('ctrl+a')
        title = 'A very long title that nobody would give to a plan but somebody will ' * 4 + 'x' * 120
        self.program.type(title)
        program.press('Return')
        wait_for('the new name', lambda: self.count('plans', title) == 1)
        program.act(program.find('Delete Plan'))
        program.wait_for_text('Delete This Plan?')
        program.act(program.find('Delete', 'button'))
        wait_for('the plan to go', lambda: self.count('plans', title) == 0)
        program.find('Make a Plan…')
        program.close()


if __name__ == '__main__':
    segue_driver.main()
