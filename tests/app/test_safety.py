#!/usr/bin/env python3
# test_safety.py - files in trouble, backups, a command line beside the window, and programs that are killed
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import random
import shutil
import sqlite3
import subprocess
from pathlib import Path

from gi.repository import Gio, GLib

import segue_driver
from segue_driver import Home, ProgramTest, wait_for

SHIM = os.environ['SEGUE_DISK_SHIM']
LONG = bool(os.environ.get('SEGUE_TEST_LONG'))
SAMPLE = Path(os.environ.get('SEGUE_PREFIX', '/usr')) / 'share' / 'segue' / 'samples' / 'grad-school.en.json'
TITLE = 'From product manager to AI graduate school'


class Safety(ProgramTest):
    def start(self, **options):
        return super().start(**{'arguments': (), **options})

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

    def offers(self):
        """What the page of trouble offers."""
        known = ('Open Read-Only', 'Restore a Backup…', 'Save What Can Be Read…', 'Try Again', 'Begin Without Plans…',
                 'Show the Folder')
        seen = set(self.program.texts())
        return [label for label in known if label in seen]

    def change(self, *statements):
        """Does to the database what this program never would."""
        database = sqlite3.connect(self.home.database(), isolation_level=None)
        for statement in statements:
            database.execute(statement)
        database.close()

    def refuse_to_move(self, why):
        """An edit is refused with a sentence, and what is shown stays what is stored."""
        program = self.program
        node = program.select_by_name('Sabbatical')
        before = node.get_name()
        program.press('alt+Right')
        program.wait_for_text(why)
        self.assertEqual(program.find('Sabbatical').get_name(), before)

    def export(self, path):
        self.program.press('ctrl+e')
        self.program.choose_file('Export This Plan', path)
        wait_for('the file', path.exists)
        return json.loads(path.read_text(encoding='utf-8'))

    def test_newer_is_looked_at_and_exported(self):
        self.run_cli('import', SAMPLE)
        self.change('ALTER TABLE steps ADD COLUMN mood TEXT', 'PRAGMA user_version = 99')
        before = self.home.database().read_bytes()
        program = self.start()
        program.find('A Newer Segue Is Needed')
        self.assertEqual(self.offers(), ['Open Read-Only', 'Try Again', 'Show the Folder'])
        program.act(program.find('Try Again'))
        program.find('A Newer Segue Is Needed')
        program.act(program.find('Open Read-Only'))
        program.find('Apply for fall 2023')
        program.wait_for_text('A newer Segue wrote these plans.')
        self.refuse_to_move('cannot be written')
        self.assertEqual(len(self.export(self.home.path / 'out.json')['steps']), 19)
        program.close()
        self.assertEqual(self.home.database().read_bytes(), before)

    def test_newer_that_cannot_be_read(self):
        self.run_cli('import', SAMPLE)
        self.change('ALTER TABLE steps RENAME COLUMN title TO name', 'PRAGMA user_version = 99')
        before = self.home.database().read_bytes()
        program = self.start()
        program.find('A Newer Segue Is Needed')
        self.assertEqual(self.offers(), ['Try Again', 'Show the Folder'])
        program.close()
        self.assertEqual(self.home.database().read_bytes(), before)

    def test_empty_file_is_not_an_empty_plan(self):
        self.import_twice()
        self.home.database().write_bytes(b'')
        program = self.start()
        program.find('The Plans Are Damaged')
        self.assertEqual(self.offers(), ['Restore a Backup…', 'Save What Can Be Read…', 'Try Again', 'Begin Without Plans…',
                                         'Show the Folder'])
        program.close()
        self.assertEqual(self.home.database().read_bytes(), b'')

    def test_read_only_is_looked_at(self):
        self.run_cli('import', SAMPLE)
        before = self.home.database().read_bytes()
        folder = self.home.database().parent
        program = self.start(environment={'LD_PRELOAD': SHIM, 'SEGUE_SHIM_FOLDER': str(folder), 'SEGUE_SHIM_READ_ONLY': '1'})
        program.find('The Plans Cannot Be Written')
        self.assertEqual(self.offers(), ['Open Read-Only', 'Try Again', 'Show the Folder'])
        program.act(program.find('Open Read-Only'))
        program.find('Apply for fall 2023')
        program.wait_for_text('The plans cannot be written.')
        self.refuse_to_move('cannot be written')
        self.assertEqual(len(self.export(self.home.path / 'out.json')['steps']), 19)
        program.close()
        self.assertEqual(self.home.database().read_bytes(), before)

    def test_full_disk_is_told(self):
        self.run_cli('import', SAMPLE)
        folder = self.home.database().parent
        program = self.start(environment={'LD_PRELOAD': SHIM, 'SEGUE_SHIM_FOLDER': str(folder), 'SEGUE_SHIM_SPACE': '0'})
        program.wait_for_text('There is no backup of today. The disk is full.')
        program.find('Apply for fall 2023')
        self.refuse_to_move('The disk is full')
        program.close()
        self.assertEqual(self.steps(), 19)

    def test_locked_then_let_go(self):
        self.run_cli('import', SAMPLE)
        holder = sqlite3.connect(self.home.database(), isolation_level=None)
        holder.execute('BEGIN EXCLUSIVE')
        program = self.start()
        program.find('The Plans Are in Use')
        self.assertEqual(self.offers(), ['Try Again', 'Show the Folder'])
        holder.execute('ROLLBACK')
        program.act(program.find('Try Again'))
        program.find('Apply for fall 2023')
        holder.execute('BEGIN IMMEDIATE')
        self.refuse_to_move('Another program is writing')
        holder.execute('ROLLBACK')
        holder.close()
        node = program.select_by_name('Sabbatical')
        before = node.get_name()
        program.press('alt+Right')
        wait_for('the move', lambda: program.find('Sabbatical').get_name() != before)
        program.close()

    def test_salvaged_to_a_file_and_imported(self):
        self.run_cli('import', SAMPLE)
        wreck = bytearray(self.home.database().read_bytes())
        wreck[4096 + 8:4096 + 64] = b'\xa5' * 56
        self.home.database().write_bytes(wreck)
        saved = self.home.path / 'saved.db'
        program = self.start()
        program.find('The Plans Are Damaged')
        program.act(program.find('Save What Can Be Read…'))
        program.act(program.find('Save as Another File…'))
        program.choose_file('Save What Can Be Read', saved)
        wait_for('the file', saved.exists)
        program.close()
        self.assertEqual(self.home.database().read_bytes(), wreck)

        damaged, self.home = self.home, Home()
        program = self.start()
        program.find('Try the Sample Plan')
        self.assertTrue(damaged.database().exists())
        program.press('ctrl+o')
        program.choose_file('Import a Plan', saved)
        program.wait_for_text('19 steps')
        button = program.find('Add as a New Plan')
        program.focus()
        wait_for('the focus', lambda: button.get_state_set().contains(segue_driver.Atspi.StateType.FOCUSED))
        program.press('Return')
        program.find('Sabbatical')
        program.close()
        self.assertEqual(self.steps(), 19)

    def test_import_is_shown_before_and_undone_at_once(self):
        self.run_cli('import', SAMPLE)
        plan = json.loads(SAMPLE.read_text(encoding='utf-8'))
        plan['title'] = 'Another plan'
        plan['steps'] = [step for step in plan['steps'] if step['id'] != 'sabbatical']
        plan['rules'] = [rule for rule in plan['rules']
                         if not any(rule.get(key, '').startswith('sabbatical') for key in ('point', 'other'))]
        path = self.home.path / 'another.json'
        path.write_text(json.dumps(plan), encoding='utf-8')
        program = self.start()
        program.find('Sabbatical')
        for answer in ('Escape', None):
            program.press('ctrl+o')
            program.choose_file('Import a Plan', path)
            program.wait_for_text('18 steps')
            program.wait_for_text('Nothing is written yet.')
            if answer:
                program.press(answer)
                wait_for('the preview to go', lambda: not any('18 steps' in text for text in program.texts()))
                self.assertEqual(self.steps(), 19)
        program.act(program.find('Replace the Open Plan'))
        wait_for('the import', lambda: self.steps() == 18)
        program.press('ctrl+z')
        program.find('Sabbatical')
        wait_for('the undo', lambda: self.steps() == 19)
        self.assertTrue(list(self.home.database().with_name('segue.db.backups').glob('*-import.db')))
        program.close()

    def test_bad_import_says_where(self):
        self.run_cli('import', SAMPLE)
        path = self.home.path / 'bad.json'
        path.write_text('{"format": "segue-plan", "version": 1, "title": "T",\n "now": "2023-02-29"}')
        program = self.start()
        program.find('Sabbatical')
        program.press('ctrl+o')
        program.choose_file('Import a Plan', path)
        program.find('The File Was Not Imported')
        program.wait_for_text('bad.json:2:9: now: “2023-02-29”')
        program.act(program.find('Close', 'button'))
        self.assertEqual(self.steps(), 19)

    def write_plan(self, name, title):
        plan = json.loads(SAMPLE.read_text(encoding='utf-8'))
        plan['title'] = title
        path = self.home.path / name
        path.write_text(json.dumps(plan), encoding='utf-8')
        return path

    def run_beside(self, *words):
        """Another start of the program while it runs hands over its words, and ends."""
        subprocess.run(['segue', *words], check=True, cwd=self.home.path, timeout=segue_driver.PATIENCE,
                       env={**os.environ, **self.home.environment(), 'LC_ALL': 'en_US.UTF-8'})

    def test_named_files_are_asked_about(self):
        first, second = self.write_plan('first.json', 'The first'), self.write_plan('second.segue.json', 'The second')
        program = self.start(arguments=(str(first), str(second)))
        program.find('Import “first.json”')
        self.assertIsNone(program.look_for('Import “second.segue.json”'))
        program.act(program.find('Add as a New Plan'))
        program.find('Import “second.segue.json”')
        program.wait_for_text('To replace “The first”')
        program.press('Escape')
        program.find('Sabbatical')
        self.assertEqual((self.count('plans', 'The first'), self.count('plans', 'The second')), (1, 0))

        self.run_beside('second.segue.json')
        program.find('Import “second.segue.json”')
        program.act(program.find('Add as a New Plan'))
        wait_for('the import', lambda: self.count('plans', 'The second') == 1)
        program.close()

    def test_named_file_that_is_none(self):
        self.run_cli('import', SAMPLE)
        (self.home.path / 'bad.json').write_text('{"format": "segue-plan", "version": 1, "title": "T",\n "now": "2023-02-29"}')
        program = self.start()
        program.find('Sabbatical')
        self.run_beside('bad.json', 'gone.json')
        program.find('The File Was Not Imported')
        program.wait_for_text('bad.json:2:9: now: “2023-02-29”')
        program.act(program.find('Close', 'button'))
        program.wait_for_text('No such file or directory')
        program.act(program.find('Close', 'button'))
        wait_for('the last sentence to go', lambda: not program.look_for('The File Was Not Imported'))
        self.assertEqual(self.steps(), 19)
        program.close()

    def test_file_from_the_desktop(self):
        path = self.write_plan('plan.json', 'From the desktop')
        program = self.start()
        program.find('Try the Sample Plan')
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(segue_driver.APP_ID, '/' + segue_driver.APP_ID.replace('.', '/'), 'org.freedesktop.Application', 'Open',
                      GLib.Variant('(asa{sv})', ([path.as_uri()], {})), None, Gio.DBusCallFlags.NONE, -1, None)
        program.find('Import “plan.json”')
        program.act(program.find('Add as a New Plan'))
        wait_for('the import', lambda: self.count('plans', 'From the desktop') == 1)
        program.close()

    def test_named_file_beside_damaged_plans(self):
        path = self.write_plan('plan.json', 'Too early')
        self.run_cli('import', SAMPLE)
        self.home.database().write_bytes(b'')
        program = self.start(arguments=(str(path),))
        program.find('The Plans Are Damaged')
        program.wait_for_text('Your plans cannot be opened now')
        program.act(program.find('Close', 'button'))
        program.close()
        self.assertEqual(self.home.database().read_bytes(), b'')

    def test_backup_by_hand_and_restored(self):
        self.run_cli('import', SAMPLE)
        program = self.start()
        program.find('Sabbatical')
        program.choose_from_menu('k')
        program.act(program.find('Back Up Now'))
        program.wait_for_text('Made by hand')
        program.press('Escape')
        node = program.select_by_name('Sabbatical')
        before = node.get_name()
        program.press('alt+Right')
        wait_for('the move', lambda: program.find('Sabbatical').get_name() != before)
        moved = program.find('Sabbatical').get_name()
        program.choose_from_menu('k')
        program.find('Backups', 'list')
        program.tab_to('list item')
        program.press('Return')
        program.wait_for_text('4 goals, 19 steps, 31 rules')
        program.act(program.find('Restore', 'button'))
        wait_for('what was there before', lambda: program.find('Sabbatical').get_name() == before)
        program.press('ctrl+z')
        wait_for('the undo of the restoring', lambda: program.find('Sabbatical').get_name() == moved)
        program.close()

    def test_gone_is_not_empty(self):
        self.import_twice()
        self.home.database().unlink()
        program = self.start()
        program.find('The Plans Are Gone')
        self.assertFalse(self.home.database().exists())
        self.restore_first()
        program.find('Apply for fall 2023')
        program.close()

    def test_gone_with_the_backups_is_not_empty(self):
        self.run_cli('import', SAMPLE)
        program = self.start()
        program.find('Sabbatical')
        wait_for('the backup', lambda: list(self.home.database().parent.glob('*/*-daily.db')))
        shutil.rmtree(self.home.database().parent)
        program.find('The Plans Are Gone')
        self.assertEqual(self.offers(), ['Try Again', 'Begin Without Plans…', 'Show the Folder'])
        self.assertFalse(self.home.database().exists())
        program.act(program.find('Begin Without Plans…'))
        program.act(program.find('Begin', 'button'))
        program.find('Try the Sample Plan')
        program.close()

    def test_import_beside_the_window(self):
        """What the command line brings is there at once: in an empty window, and among the plans of one that is not."""
        program = self.start()
        program.find('Try the Sample Plan')
        self.run_cli('import', SAMPLE)
        program.find('Apply for fall 2023')
        path = self.home.path / 'second.json'
        path.write_text('{"format": "segue-plan", "version": 1, "title": "The second plan", "now": "2022-06-06", "steps": '
                        '[{"id": "s", "type": "milestone", "title": "A second beginning"}]}')
        self.run_cli('import', path)
        program.choose_plan(1)
        program.find('A second beginning')
        program.close()

    def test_undo_says_what(self):
        self.run_cli('import', SAMPLE)
        program = self.start()
        program.select_by_name('Sabbatical')
        program.press('alt+Right')
        program.wait_for_text('Undo: Move “Sabbatical”')
        program.press('ctrl+z')
        program.wait_for_text('Redo: Move “Sabbatical”')
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
