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
import tempfile
import time
import unittest

import tap
from test_cli import CLI, SAMPLE, TITLE, Cli

LONG = bool(os.environ.get('SEGUE_TEST_LONG'))
# A namespace of our own, in which a small disk can be mounted whoever runs the test.
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

    @unittest.skipUnless(NAMESPACE, 'no mount namespace for a small disk')
    def test_full_disk(self):
        """On disks from too small to large enough: imported, or not, with one line; never half."""
        outcomes = set()
        for size in range(40, 700, 20 if LONG else 110):
            script = ('mount -t tmpfs -o size=%dk none "$1" || exit 99; cd "$1"; '
                      '"$2" --db plans.db import "$3" > one 2> first; echo $? > status1; '
                      '"$2" --db plans.db import "$3" > /dev/null 2> "$4/second"; echo $? > "$4/status"; '
                      'if [ -e plans.db ]; then cp plans.db "$4/plans.db"; fi; cd /; umount "$1"' % size)
            place = self.path / 'small'
            place.mkdir(exist_ok=True)
            self.db.unlink(missing_ok=True)
            subprocess.run([*NAMESPACE, 'sh', '-c', script, 'sh', place, CLI, SAMPLE, self.path], check=True,
                           env=os.environ | {'LC_ALL': 'C.UTF-8'})
            status = int((self.path / 'status').read_text())
            self.assertIn(status, (0, 2))
            outcomes.add(status)
            if status == 2:
                self.assertRegex((self.path / 'second').read_text(), r'\Asegue-cli: [^\n]*\n\Z')
            if self.db.exists():
                self.assertLessEqual(set(self.titles()), {TITLE})
                self.assertGreaterEqual(len(self.titles()), 1 if status == 0 else 0)
        self.assertEqual(outcomes, {0, 2})

    @unittest.skipUnless(NAMESPACE, 'no mount namespace for a folder that cannot be written')
    def test_read_only_folder(self):
        self.succeed('--db', self.db, 'import', SAMPLE)
        before = self.db.read_bytes()
        script = ('mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 99; '
                  '"$2" --db "$1/plans.db" list && "$2" --db "$1/plans.db" export "$4" >/dev/null; echo $?; '
                  '"$2" --db "$1/plans.db" import "$3"; echo $?; umount "$1"')
        done = subprocess.run([*NAMESPACE, 'sh', '-c', script, 'sh', self.path, CLI, SAMPLE, TITLE], capture_output=True,
                              encoding='utf-8', env=os.environ | {'LC_ALL': 'C.UTF-8'})
        self.assertIn(TITLE, done.stdout)
        self.assertEqual(done.stdout.split('\n')[-3:-1], ['0', '2'], done.stderr)
        self.assertIn('the file cannot be written. Nothing was changed.', done.stderr)
        self.assertEqual(self.db.read_bytes(), before)

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
