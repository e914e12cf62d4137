# test_faults.py - segue-cli on a disk that is full, may not be written, is held by others, or loses the program
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import tap
from test_cli import CLI, SAMPLE, TITLE, Cli

LONG = bool(os.environ.get('SEGUE_TEST_LONG'))
SHIM = Path(sys.argv[3]).resolve()
# A namespace of our own, in which a small disk can be mounted whoever runs the test. Not there everywhere: the shim is.
NAMESPACES = (['unshare', '--mount', '--map-root-user'], ['unshare', '--mount'],
              ['unshare', '--mount', '--propagation', 'unchanged'])


def find_namespace():
    """The first of the above that may mount, or None."""
    with tempfile.TemporaryDirectory() as folder:
        for command in NAMESPACES:
            if shutil.which('unshare') is not None and subprocess.run(
                    [*command, 'sh', '-c', 'mount -t tmpfs none "$1" && umount "$1"', 'sh', folder],
                    capture_output=True).returncode == 0:
                return command
    return None


NAMESPACE = find_namespace()


class Faults(Cli):
    def titles(self):
        """What is in the database, read past segue-cli; it is whole."""
        with sqlite3.connect(self.db) as db:
            self.assertEqual(db.execute('PRAGMA integrity_check').fetchone(), ('ok',))
            self.assertEqual(db.execute('PRAGMA foreign_key_check').fetchall(), [])
            return [title for (title,) in db.execute('SELECT title FROM plans')]

    def assert_done_or_refused(self, done, before):
        """Either all of it happened, or nothing and one line said why."""
        if done.returncode == 0:
            self.assertEqual(len(self.titles()), before + 1)
            return True
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertRegex(done.stderr, r'\Asegue-cli: [^\n]*\n\Z')
        if before or self.db.exists():
            self.assertEqual(len(self.titles()), before)
        return False

    def test_file_size_limit(self):
        self.succeed('--db', self.db, 'import', SAMPLE)
        count, refused = 1, 0
        for limit in range(0, 300_000, 3_000 if LONG else 20_000):
            done = subprocess.run([CLI, '--db', self.db, 'import', SAMPLE], capture_output=True, encoding='utf-8',
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            if self.assert_done_or_refused(done, count):
                count += 1
            else:
                refused += 1
        self.assertGreater(refused, 3)
        self.succeed('--db', self.db, 'import', SAMPLE)

    def shim(self, folder, **what):
        """What makes the disk under `folder` bad for one program."""
        return {'LD_PRELOAD': str(SHIM), 'SEGUE_SHIM_FOLDER': str(folder), **what}

    def import_into_shim(self, size, folder):
        """Imports twice into a folder that holds `size` bytes; says what was printed and the database."""
        folder.mkdir()
        database = folder / 'plans.db'
        done = []
        for _ in range(2):
            space = size - sum(path.stat().st_size for path in folder.rglob('*') if path.is_file())
            done.append(self.run_cli('--db', database, 'import', SAMPLE,
                                     env=self.shim(folder, SEGUE_SHIM_SPACE=str(max(space, 0)))))
        return done, database

    def import_into_tmpfs(self, size, folder):
        """The same on a file system of that size, which is copied out of its namespace."""
        folder.mkdir()
        script = ('mount -t tmpfs -o size=%d none "$1" || exit 99; '
                  'for n in 1 2; do "$2" --db "$1/plans.db" import "$3" > /dev/null 2> "$4/error$n"; echo $? > "$4/status$n"; done; '
                  'if [ -e "$1/plans.db" ]; then cp "$1/plans.db" "$4/copy.db"; fi; umount "$1"' % size)
        subprocess.run([*NAMESPACE, 'sh', '-c', script, 'sh', folder, CLI, SAMPLE, self.path], check=True,
                       env=os.environ | {'LC_ALL': 'C.UTF-8'})
        done = [subprocess.CompletedProcess([], int((self.path / f'status{n}').read_text()), '',
                                            (self.path / f'error{n}').read_text()) for n in (1, 2)]
        return done, self.path / 'copy.db'

    def check_disks(self, import_twice):
        """On disks from too small to large enough: imported, or not, with one line; never half."""
        outcomes = set()
        for size in range(40, 700, 20 if LONG else 110):
            for path in self.path.glob('copy.db*'):
                path.unlink()
            done, self.db = import_twice(size * 1024, self.path / f'disk-{size}')
            for each in done:
                self.assertIn(each.returncode, (0, 2), each.stderr)
                if each.returncode == 2:
                    self.assertRegex(each.stderr, r'\Asegue-cli: [^\n]*\n\Z')
                outcomes.add(each.returncode)
            titles = self.titles() if self.db.exists() else []
            self.assertEqual(titles, [TITLE] * [each.returncode for each in done].count(0))
        self.assertEqual(outcomes, {0, 2})

    def test_full_disk(self):
        self.check_disks(self.import_into_shim)
        if NAMESPACE:
            shutil.rmtree(self.path)
            self.path.mkdir()
            self.check_disks(self.import_into_tmpfs)

    def check_read_only(self, run):
        self.succeed('--db', self.db, 'import', SAMPLE)
        before = self.db.read_bytes()
        self.assertIn(TITLE, run('--db', self.db, 'list').stdout)
        self.assertEqual(run('--db', self.db, 'export', TITLE).returncode, 0)
        self.assertEqual(run('--db', self.db, 'schedule', TITLE).returncode, 0)
        done = run('--db', self.db, 'import', SAMPLE)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r'\Asegue-cli: [^\n]*: the file cannot be written. Nothing was changed.\n\Z')
        self.assertEqual(self.db.read_bytes(), before)

    def test_read_only_folder(self):
        script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 99; shift; exec "$@"'

        def run_in_mount(*args):
            return subprocess.run([*NAMESPACE, 'sh', '-c', script, 'sh', self.path, CLI, *args], capture_output=True,
                                  encoding='utf-8', env=os.environ | {'LC_ALL': 'C.UTF-8'})
        self.check_read_only(lambda *args: self.run_cli(*args, env=self.shim(self.path, SEGUE_SHIM_READ_ONLY='1')))
        if NAMESPACE:
            self.db.unlink()
            self.check_read_only(run_in_mount)

    def test_disk_without_second_names(self):
        shim = self.shim(self.path, SEGUE_SHIM_ONE_NAME='1')
        for _ in range(2):
            self.succeed('--db', self.db, 'import', SAMPLE, env=shim)
        self.assertEqual(self.titles(), [TITLE] * 2)
        self.assertEqual(sorted(path.suffix for path in self.path.rglob('*') if path.is_file() and path.stat().st_size),
                         ['.db', '.db'])

    def test_lock_held(self):
        """Held longer than anyone waits: one line. Held for a moment: done."""
        self.succeed('--db', self.db, 'import', SAMPLE)
        holder = sqlite3.connect(self.db, isolation_level=None)
        holder.execute('BEGIN EXCLUSIVE')
        started = time.monotonic()
        held = 30 if LONG else 0
        while True:
            self.assertIn('another program is writing', self.refuse('--db', self.db, 'import', SAMPLE))
            if time.monotonic() - started >= held:
                break
        process = subprocess.Popen([CLI, '--db', self.db, 'import', SAMPLE], stdout=subprocess.DEVNULL)
        time.sleep(1)
        holder.execute('ROLLBACK')
        self.assertEqual(process.wait(), 0)
        self.assertEqual(len(self.titles()), 2)

    def test_two_instances(self):
        """Two programs that write at once: each waits for the other, and nothing is lost."""
        self.succeed('--db', self.db, 'import', SAMPLE)
        rounds = 20 if LONG else 3
        for _ in range(rounds):
            both = [subprocess.Popen([CLI, '--db', self.db, 'import', SAMPLE], stdout=subprocess.DEVNULL) for _ in range(2)]
            self.assertEqual([process.wait() for process in both], [0, 0])
        self.assertEqual(len(self.titles()), 1 + 2 * rounds)

    def test_killed(self):
        self.succeed('--db', self.db, 'import', SAMPLE)
        count = 1
        chance = random.Random(7)
        for _ in range(100 if LONG else 8):
            process = subprocess.Popen([CLI, '--db', self.db, 'import', SAMPLE], stdout=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 0.25))
            process.send_signal(signal.SIGKILL)
            done = process.wait() == 0
            self.succeed('--db', self.db, 'list')
            now = len(self.titles())
            self.assertIn(now, {count + 1} if done else {count, count + 1})
            count = now


if __name__ == '__main__':
    tap.main('__main__')
