#!/usr/bin/env python3
# test_safety.py - files in trouble, backups, a command line beside the window, and programs that are killed
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import random
import sqlite3
import subprocess
import unittest
from pathlib import Path

import segue_driver
from segue_driver import Home, Program, wait_for

LONG = bool(os.environ.get('SEGUE_TEST_LONG'))
SAMPLE = Path(os.environ.get('SEGUE_PREFIX', '/usr')) / 'share' / 'segue' / 'samples' / 'grad-school.en.json'
TITLE = 'From product manager to AI graduate school'


class Safety(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.program = None

    def tearDown(self):
        if self.program is not None and self.program.process.poll() is None:
            self.program.kill()

    def start(self, **options):
        self.program = Program(self.home, **{'arguments': (), **options})
        return self.program

    def run_cli(self, *arguments):
        subprocess.run(['segue-cli', *map(str, arguments)], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, **self.home.environment()})

    def import_twice(self):
        """Two plans, and a backup of the first."""
        self.run_cli('import', SAMPLE)
        self.run_cli('import', SAMPLE)

    def steps(self):
        with sqlite3.connect(self.home.database()) as database:
            self.assertEqual(database.execute('PRAGMA integrity_check').fetchone(), ('ok',))
            return database.execute('SELECT count (*) FROM steps').fetchone()[0]

    def kept(self):
        """What was found in the place of the plans and set aside."""
        return [path.read_bytes() for path in self.home.database().parent.glob('segue.db.kept-*')
                if not path.name.endswith('-journal')]

    def restore_first(self):
        program = self.program
        program.act(program.find('Restore a Backup…'))
        program.wait_for_text('Before an import')
        program.press('Tab', 'Return')
        program.wait_for_text('4 goals, 19 steps, 31 rules')
        program.act(program.find('Restore', 'button'))

    def test_damaged_then_restored(self):
        self.import_twice()
        wreck = self.home.database().read_bytes()[:40000]
        self.home.database().write_bytes(wreck)
        program = self.start()
        program.find('The Plans Are Damaged')
        self.assertEqual(self.home.database().read_bytes(), wreck)
        self.restore_first()
        program.find('Apply for fall 2023')
        self.assertEqual(self.steps(), 19)
        self.assertTrue(self.kept() == [wreck])
        program.close()

    def test_damaged_then_salvaged(self):
        self.import_twice()
        contents = bytearray(self.home.database().read_bytes())
        contents[:4096] = b'\xa5' * 4096
        contents[60:76] = bytes(16)
        contents[:16] = b'SQLite format 3\0'
        self.home.database().write_bytes(contents)
        program = self.start()
        # Without its first page the file no longer says that it is ours.
        program.find('This Is Not a File of Segue')
        program.kill()
        contents[68:72] = b'Segu'
        self.home.database().write_bytes(contents)
        program = self.start()
        program.find('The Plans Are Damaged')
        program.act(program.find('Save What Can Be Read…'))
        program.wait_for_text('4 goals, 19 steps, 31 rules')
        program.act(program.find('Make a New File'))
        program.find('Apply for fall 2023')
        self.assertEqual(self.steps(), 38)
        program.close()

    def test_foreign_is_kept(self):
        letter = b'Dear diary, ' * 20
        self.home.database().parent.mkdir(parents=True)
        self.home.database().write_bytes(letter)
        program = self.start()
        program.find('This Is Not a File of Segue')
        program.act(program.find('Begin Without Plans…'))
        program.act(program.find('Begin', 'button'))
        program.find('Try the Sample Plan')
        self.assertEqual(self.kept(), [letter])
        program.close()

    def test_newer_is_left_alone(self):
        self.run_cli('import', SAMPLE)
        with sqlite3.connect(self.home.database()) as database:
            database.execute('PRAGMA user_version = 99')
        before = self.home.database().read_bytes()
        program = self.start()
        program.find('A Newer Segue Is Needed')
        program.act(program.find('Try Again'))
        program.find('A Newer Segue Is Needed')
        program.kill()
        self.assertEqual(self.home.database().read_bytes(), before)

    def test_gone_is_not_empty(self):
        self.import_twice()
        self.home.database().unlink()
        program = self.start()
        program.find('The Plans Are Gone')
        self.assertFalse(self.home.database().exists())
        self.restore_first()
        program.find('Apply for fall 2023')
        program.close()

    def test_command_line_beside_the_window(self):
        self.run_cli('import', SAMPLE)
        program = self.start()
        before = program.find('Sabbatical').get_name()
        with sqlite3.connect(self.home.database()) as database:
            database.execute("UPDATE steps SET title = 'A long rest' WHERE title = 'Sabbatical'")
        database.close()
        program.find('A long rest')
        program.press('ctrl+z')
        wait_for('the undo', lambda: program.find('Sabbatical').get_name() == before)
        program.close()

    def test_first_start_of_a_day_makes_a_backup(self):
        self.run_cli('import', SAMPLE)
        program = self.start()
        program.find('Apply for fall 2023')
        folder = self.home.database().with_name('segue.db.backups')
        found = wait_for('the backup', lambda: list(folder.glob('*-daily.db')))
        with sqlite3.connect(found[0]) as backup:
            self.assertEqual(backup.execute('SELECT title FROM plans').fetchall(), [(TITLE,)])
        program.close()

    def test_killed_while_editing(self):
        """Nothing that was shown is lost, whenever the program is killed."""
        chance = random.Random(11)
        self.run_cli('import', SAMPLE)
        possible = None
        for kills in range(200 if LONG else 3):
            program = self.start()
            shown = program.find('Sabbatical').get_name()
            # Where a key was pressed and its effect not seen any more it may be either.
            self.assertIn(shown, possible or {shown})
            self.node = program.select_by_name('Sabbatical')
            done = 0
            for _ in range(chance.randrange(1, 4)):
                undo = done > 0 and chance.random() < 0.4
                program.press('ctrl+z' if undo else 'alt+Right')
                done += -1 if undo else 1
                shown = wait_for('another day', lambda: self.moved(shown))
            possible = {shown}
            if chance.random() < 0.5:
                program.press('alt+Right')
                seen = self.name_now()
                possible = {seen} if seen != shown else None
            program.kill()
            self.assertEqual(self.steps(), 19)
            print(f'# killed {kills + 1} times', flush=True)

    def moved(self, before):
        now = self.name_now()
        if now == before:
            self.node = self.program.find('Sabbatical')
            now = self.node.get_name()
        return now if now != before else None

    def name_now(self):
        """What the step that is edited is called now; asked of it alone, since a look at everything takes long."""
        self.node.clear_cache_single()
        return self.node.get_name()


if __name__ == '__main__':
    segue_driver.main()
