# test_cli.py - every command of segue-cli: what it prints, how it exits, what it refuses
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tap

CLI, SAMPLE = (Path(arg).resolve() for arg in sys.argv[1:3])
ROOM = Path(__file__).resolve().parents[2] / 'src' / 'cli'
# Another one when support/locales.py runs this: every text stays English, everything else is that country's.
LOCALE = os.environ.get('SEGUE_TEST_LOCALE', 'C.UTF-8')
LOCALES = ('C', 'ko_KR.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'th_TH.UTF-8', 'de_DE.UTF-8')
IS_SANITIZED = b'__asan_init' in CLI.read_bytes()
HEAD = '"format": "segue-plan", "version": 1, "title": "T"'
TITLE = 'From product manager to AI graduate school'

# What is in the file, and what must stand in the one line on standard error behind the name of the file.
BAD_FILES = {
    'wrong type': ('{%s, "steps": 7}' % HEAD, ':1:63: steps: '),
    'out of range': ('{%s, "goals": [{"id": "g", "title": "G", "importance": 9}]}' % HEAD, 'goals[0].importance: 9 '),
    'duplicate id': ('{%s, "goals": [{"id": "g", "title": "G"}, {"id": "g", "title": "H"}]}' % HEAD,
                     'goals[1].id: The id “g” is used twice; first at goals[0].id.'),
    'dangling id': ('{%s, "leaving": "gone"}' % HEAD, 'leaving: “gone” names no step of the plan.'),
    'unknown word': ('{%s, "goals": [{"id": "g", "title": "G", "kind": "dream"}]}' % HEAD, 'goals[0].kind: “dream” '),
    'impossible date': ('{%s, "now": "2023-02-29"}' % HEAD, 'now: “2023-02-29” '),
    'missing key': ('{%s, "steps": [{"id": "s", "type": "work", "effort": 1}]}' % HEAD, 'steps[0]: The key “title” '),
    'other format': ('{"format": "ical"}', ':1:12: format: '),
    'newer version': ('{%s}' % HEAD.replace('1', '2'), ': version: '),
    'NUL': ('{%s}\0' % HEAD, 'The file contains a NUL byte'),
    'other encoding': (b'{' + HEAD.encode() + b'}' + '지원'.encode('euc-kr'), 'The file is not a text in UTF-8.'),
    'deep nesting': ('{%s, "x": %s' % (HEAD, '[' * 200000), 'The brackets are nested too deeply.'),
    'long number': ('{%s, "x": %s}' % (HEAD, '9' * 5000), 'This number has more digits'),
    'cut off': ('{%s, "goals": [' % HEAD, 'The file ends too early.'),
    'empty': ('', ':1:1: The file ends too early.'),
    'two lines': ('{%s,\n  "now": 5}' % HEAD, ':2:10: now: '),
    '100 MB': (b' ' * 100_000_000, ':1:1: The file is larger than 64 MB'),
    '100 MB of brackets': (b'[' * 100_000_000, ':1:1: The file is larger than 64 MB'),
    'many values': ('{%s, "x": [%s1]}' % (HEAD, '1,' * 12_000_000), 'The file holds more values than any plan needs.'),
    'nesting that is closed': ('{%s, "x": %s%s}' % (HEAD, '[' * 200000, ']' * 200000), 'The brackets are nested too deeply.'),
    'long fraction': ('{%s, "goals": [{"id": "g", "title": "G", "importance": 1.%s}]}' % (HEAD, '0' * 5000),
                      'This number has more digits'),
    'half a character': (b'{' + HEAD.encode().replace(b'"T"', b'"\xed\x95"') + b'}', 'The file is not a text in UTF-8.'),
    'UTF-16': (('{%s}' % HEAD).encode('utf-16'), ':1:1: '),
    'NUL in a text': ('{%s}' % HEAD.replace('"T"', '"T\\u0000"'), ':1:'),
    'half a surrogate': ('{%s}' % HEAD.replace('"T"', '"\\ud83d"'), ':1:'),
    'a key twice': ('{%s, "title": "U"}' % HEAD, ':1:54: This name stands twice'),
    'dangling point': ('{%s, "rules": [{"id": "r", "relation": "on", "point": "gone.end", "date": "2023-01-01"}]}' % HEAD,
                       'rules[0].point: '),
    'dangling route': ('{%s, "steps": [{"id": "s", "type": "milestone", "title": "S", "route": "gone"}]}' % HEAD,
                       'steps[0].route: '),
    'a day that is none': ('{%s, "capacity": {"days_off": [{"date": "2023-13-01"}]}}' % HEAD, 'capacity.days_off[0].date: '),
    'an end before its beginning': ('{%s, "capacity": {"periods": [{"from": "2023-02-01", "until": "2023-01-01"}]}}' % HEAD,
                                    'capacity.periods[0]'),
    'more minutes than a day has': ('{%s, "capacity": {"week": {"mon": 1441}}}' % HEAD, 'capacity.week.mon: 1441 '),
    'no weekday': ('{%s, "capacity": {"week": {"monday": 60}}}' % HEAD, 'capacity.week.monday: '),
    'no object': ('[]', ':1:1: '),
}


def limit_resources():
    """What no document may need more of: a gigabyte and a minute. Sanitizers need more by themselves."""
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    if not IS_SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def shown(text):
    """What people see of it: in the language C a terminal has no letters but those of ASCII."""
    return text.encode('ascii', 'replace').decode() if LOCALE == 'C' else text


class Cli(unittest.TestCase):
    maxDiff = None
    limit = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        self.db = self.path / 'plans.db'

    def tearDown(self):
        self.folder.cleanup()

    def assertIn(self, member, container, msg=None):
        if isinstance(container, str) and member not in container:
            member = shown(member)
        super().assertIn(member, container, msg)

    def run_cli(self, *args, env=None, stdout=subprocess.PIPE):
        environment = os.environ | {'XDG_DATA_HOME': str(self.path / 'data'), 'LC_ALL': LOCALE, 'LANGUAGE': 'en'} | (env or {})
        return subprocess.run([CLI, *map(str, args)], env=environment, cwd=self.path, stdout=stdout,
                              stderr=subprocess.PIPE, encoding='utf-8', preexec_fn=self.limit)

    def succeed(self, *args, status=0, **named):
        done = self.run_cli(*args, **named)
        self.assertEqual(done.stderr, '')
        self.assertEqual(done.returncode, status, done.stdout)
        return done.stdout

    def refuse(self, *args, **named):
        """Exit 2, one line on standard error, nothing else."""
        done = self.run_cli(*args, **named)
        self.assertEqual(done.returncode, 2, (done.stdout or '') + done.stderr)
        self.assertEqual(done.stdout or '', '')
        self.assertRegex(done.stderr, r'\Asegue-cli: [^\n]*\n\Z')
        return done.stderr

    def write(self, name, contents):
        path = self.path / name
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return path


def without_texts(node):
    """A document without the sentences that are translated."""
    if isinstance(node, dict):
        return {key: without_texts(value) for key, value in node.items() if key not in ('text', 'cost_text')}
    return [without_texts(value) for value in node] if isinstance(node, list) else node


def objects_with_ids(node):
    """Every object of a document that has a name of its own."""
    if isinstance(node, dict):
        yield from [node] if isinstance(node.get('id'), str) else []
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from objects_with_ids(value)


def renamed(node, names):
    """A document in which these ids, their points and what a grant emits have other names."""
    if isinstance(node, dict):
        return {key: value if key in ('kind', 'title') else renamed(value, names) for key, value in node.items()}
    if isinstance(node, list):
        return [renamed(value, names) for value in node]
    if not isinstance(node, str):
        return node
    name, mark, rest = re.fullmatch(r'([^.@]*)([.@]?)(.*)', node, re.S).groups()
    return names[name] + mark + rest if name in names else node


class Usage(Cli):
    def test_help(self):
        listing = self.succeed('--help')
        commands = re.findall(r'^  (\w+)  ', listing, re.M)
        self.assertGreaterEqual(set(commands), {'import', 'export', 'list', 'check', 'schedule'})
        for command in commands:
            for args in ([command, '--help'], ['--help', command], ['-h', command, 'x', 'y', 'z']):
                text = self.succeed(*args)
                self.assertTrue(text.startswith(f'  segue-cli {command}'), text)
                self.assertIn('--json', text)
                self.assertNotIn('(null)', text)
        self.assertIn('--now', self.succeed('schedule', '--help'))
        self.assertNotIn('--now', self.succeed('list', '--help'))

    def test_version(self):
        self.assertRegex(self.succeed('--version'), r'\Asegue-cli \d+\.\d+\.\d+\n\Z')

    def test_bad_usage(self):
        for args in ([], ['bake'], ['schedule'], ['schedule', 'a', 'b'], ['list', 'a'], ['import'], ['--bogus', 'list'],
                     ['list', '--format', 'json'], ['schedule', SAMPLE, '--now'], ['schedule', SAMPLE, '--now', 'today'],
                     ['schedule', SAMPLE, '--now', '2023-02-30'], ['export', SAMPLE, '--format', 'docx'], ['list', '--db']):
            with self.subTest(args=args):
                self.refuse(*args)
        self.assertFalse((self.path / 'data').exists())

    def test_options_before_and_after(self):
        one = self.succeed('schedule', SAMPLE, '--json', '--now', '2022-07-01')
        two = self.succeed('--now=2022-07-01', '--json', 'schedule', SAMPLE)
        three = self.succeed('--json', 'schedule', '--now', '2022-07-01', '--', SAMPLE)
        self.assertEqual(json.loads(one)['now'], '2022-07-01')
        self.assertEqual(one, two)
        self.assertEqual(one, three)

    def test_output_that_cannot_be_written(self):
        with open('/dev/full', 'w', encoding='utf-8') as full:
            self.assertIn('could not be written', self.refuse('schedule', SAMPLE, '--json', stdout=full))

    def test_messages_stay_on_one_line(self):
        self.assertIn('a b.json', self.refuse('schedule', 'a\nb.json'))

    def test_nothing_steers_the_terminal(self):
        """Neither a title nor an id that a message quotes, nor do they break a line in two."""
        bad = self.write('bad.json', r'{%s, "leaving": "\u001b[31mx"}' % HEAD)
        self.assertIn('“\ufffd[31mx”', self.refuse('schedule', bad))
        path = self.write('plan.json', r'{%s, "steps": [{"id": "a", "type": "milestone", "title": "A\nB\u0007"}]}' %
                          HEAD.replace('"T"', r'"\u001b]0;x\u009cT\nU"'))
        self.assertIn('\n    A B\ufffd  ', self.succeed('schedule', path, '--now', '2023-01-01'))
        self.succeed('import', path)
        listing = self.succeed('list')
        self.assertIn('  \ufffd]0;x\ufffdT U\n', listing)
        self.assertEqual(listing.count('\n'), 1)

    def test_usage(self):
        self.assertEqual(self.refuse('list', 'x'), 'segue-cli: It is used so: segue-cli list\n')
        self.assertEqual(self.refuse('why', 'x'), 'segue-cli: It is used so: segue-cli why PLAN STEP\n')


class Database(Cli):
    def test_import_list_export(self):
        counts = json.loads(self.succeed('--db', self.db, 'import', SAMPLE, '--json'))['imported'][0]
        sample = json.loads(SAMPLE.read_text(encoding='utf-8'))
        self.assertEqual(counts['title'], TITLE)
        self.assertEqual([counts[key] for key in ('goals', 'steps', 'rules', 'grants', 'journal')],
                         [len(sample[key]) for key in ('goals', 'steps', 'rules', 'grants', 'journal')])
        plans = json.loads(self.succeed('list', '--json', '--db', self.db))['plans']
        self.assertEqual(plans, [{'id': counts['id'], 'title': TITLE}])
        self.assertEqual(self.succeed('list', '--db', self.db), f"{counts['id']}  {TITLE}\n")
        by_title = self.succeed('export', TITLE, '--format', 'json', '--db', self.db)
        self.assertEqual(by_title, self.succeed('--db', self.db, 'export', counts['id']))
        self.assertEqual(by_title, self.succeed('export', SAMPLE))
        self.assertEqual(by_title, self.succeed('export', self.write('again.json', by_title)))
        self.assertEqual(self.db.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.succeed('check', TITLE, '--db', self.db), 'The plan is sound.\n')
        self.assertEqual(self.succeed('schedule', TITLE, '--db', self.db, '--json'),
                         self.succeed('schedule', SAMPLE, '--json'))

    def test_own_database(self):
        self.assertEqual(self.succeed('list'), 'There is no plan yet.\n')
        self.assertEqual(json.loads(self.succeed('list', '--json')), {'plans': []})
        self.assertFalse((self.path / 'data').exists())
        self.assertRegex(self.succeed('import', SAMPLE), '%s.: 4 goals, [0-9]+ steps, [0-9]+ rules' % TITLE)
        self.assertTrue((self.path / 'data' / 'segue' / 'segue.db').exists())
        self.assertIn(TITLE, self.succeed('list'))
        self.succeed('schedule', TITLE)

    def test_all_or_nothing(self):
        bad = self.write('bad.json', '{')
        self.assertIn('bad.json:1:2: ', self.refuse('--db', self.db, 'import', SAMPLE, bad))
        self.assertFalse(self.db.exists())
        self.succeed('--db', self.db, 'import', SAMPLE, SAMPLE)
        self.assertIn('Several plans have the title', self.refuse('--db', self.db, 'schedule', TITLE))
        self.refuse('--db', self.db, 'import', SAMPLE, bad)
        self.assertEqual(len(json.loads(self.succeed('--db', self.db, 'list', '--json'))['plans']), 2)

    def test_unknown_plan(self):
        self.assertIn('plans.db: ', self.refuse('--db', self.db, 'schedule', 'x'))
        self.assertFalse(self.db.exists())
        self.succeed('--db', self.db, 'import', SAMPLE)
        self.assertIn('“x”', self.refuse('--db', self.db, 'schedule', 'x'))
        # With --db even the name of a file is a title.
        self.assertIn('plans.db: ', self.refuse('--db', self.db, 'schedule', SAMPLE))

    def test_files_that_are_not_ours(self):
        other = self.write('letter.txt', 'Dear diary, today nothing happened at all, and it took all day to do so, as it does.')
        self.assertIn('letter.txt: ', self.refuse('--db', other, 'import', SAMPLE))
        self.assertIn('letter.txt: ', self.refuse('--db', other, 'list'))
        empty = self.write('empty.db', '')
        self.assertIn('empty.db: ', self.refuse('--db', empty, 'import', SAMPLE))
        self.assertEqual(empty.stat().st_size, 0)
        self.succeed('--db', self.db, 'import', SAMPLE)
        with sqlite3.connect(self.db) as db:
            db.execute('PRAGMA user_version = 9999')
        before = self.db.read_bytes()
        self.assertIn('newer version', self.refuse('--db', self.db, 'import', SAMPLE))
        self.assertEqual(self.db.read_bytes(), before)

    def test_names_that_sqlite_knows(self):
        """They are files like others."""
        for name in (':memory:', 'file:plans.db?mode=memory'):
            self.assertIn(': there is no such file.', self.refuse('--db', name, 'list'))
            self.succeed('--db', name, 'import', SAMPLE)
            self.assertIn(TITLE, self.succeed('--db', name, 'list'))
            self.assertTrue((self.path / name).exists())

    def test_two_at_once(self):
        self.succeed('--db', self.db, 'import', SAMPLE)
        other = sqlite3.connect(self.db, isolation_level=None)
        other.execute('BEGIN EXCLUSIVE')
        self.assertIn('plans.db: ', self.refuse('--db', self.db, 'import', SAMPLE))
        other.execute('ROLLBACK')
        other.close()
        self.succeed('--db', self.db, 'import', SAMPLE)


class BadInput(Cli):
    limit = staticmethod(limit_resources)

    def check_bad(self, name):
        contents, place = BAD_FILES[name]
        path = self.write('bad.json', contents)
        for command in ('schedule', 'export'):
            self.assertIn(place, self.refuse(command, 'bad.json'))
        self.assertTrue(self.refuse('--db', self.db, 'import', path).startswith(f'segue-cli: {path}:'))
        self.assertFalse(self.db.exists())
        check = self.run_cli('check', 'bad.json', '--json')
        self.assertEqual(check.returncode, 2)
        self.assertIn(place, check.stderr)
        self.assertIn(place, json.loads(check.stdout)['problems'][0])

    def test_every_problem_is_told(self):
        path = self.write('bad.json', '{%s, "now": 1, "goals": [{"id": "g"}, {}]}' % HEAD)
        done = self.run_cli('check', path)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stdout.splitlines()), 4, done.stdout)
        self.assertEqual(done.stderr, 'segue-cli: ' + done.stdout.splitlines()[0] + '\n')

    def test_a_circle_is_told_and_can_be_kept(self):
        path = self.write('circle.json', '{%s, "steps": [{"id": "a", "type": "work", "effort": 60, "title": "A"},'
                          '{"id": "b", "type": "work", "effort": 60, "title": "B"}], "rules": ['
                          '{"id": "r1", "relation": "after", "point": "a.start", "other": "b.end"},'
                          '{"id": "r2", "relation": "after", "point": "b.start", "other": "a.end"}]}' % HEAD)
        line = self.refuse_check(path)
        self.assertIn('rules[0]: These rules wait for each other in a circle: “r2”, “r1”.', line)
        self.succeed('import', path, '--db', self.db)
        path.write_text(path.read_text().replace('"b.end"', '"b.end", "enabled": false'))
        self.succeed('check', path)

    def refuse_check(self, path):
        done = self.run_cli('check', path)
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertRegex(done.stderr, r'\Asegue-cli: [^\n]*\n\Z')
        return done.stderr

    def test_a_step_beside_its_route(self):
        path = self.write('beside.json', '{%s, "goals": [{"id": "g", "kind": "job", "title": "G", "routes": [{"id": "r", "title": "R"}]},'
                          '{"id": "h", "kind": "job", "title": "H"}], "steps": ['
                          '{"id": "a", "type": "milestone", "title": "A", "goal": "h", "route": "r"}]}' % HEAD)
        self.assertIn('steps[0]: “A” stands with another goal than its route “R”.', self.refuse_check(path))

    def test_a_hundred_thousand_steps(self):
        steps = ','.join('{"id": "s%d", "type": "milestone", "title": "S"}' % i for i in range(100_000))
        path = self.write('large.json', '{%s, "steps": [%s]}' % (HEAD, steps))
        self.succeed('check', path)
        self.assertIn('100000', self.succeed('import', path, '--db', self.db, '--json'))
        document = json.loads(self.succeed('schedule', path, '--json', '--now', '2023-01-02'))
        self.assertEqual(len(document['steps']), 100_000)
        self.assertEqual(len(json.loads(self.succeed('export', 'T', '--db', self.db))['steps']), 100_000)

    def test_missing_and_folder(self):
        self.assertIn('nowhere.json: ', self.refuse('schedule', 'nowhere.json'))
        self.assertIn('folder', self.refuse('schedule', './'))


for bad_name in BAD_FILES:
    setattr(BadInput, 'test_' + re.sub(r'\W', '_', bad_name), lambda self, name=bad_name: self.check_bad(name))


class Grants(Cli):
    def ask(self, *args):
        document = json.loads(self.succeed('grants', SAMPLE, '--json', *args))
        self.assertEqual(list(document), ['grants'])
        self.assertEqual([list(grant) for grant in document['grants']], [['id', 'vested', 'unvested', 'next']])
        return document['grants'][0]

    def test_cliff_and_tranches(self):
        for as_of, vested, following in (
                ('2022-03-31', 0, {'date': '2022-04-01', 'units': 600}),
                ('2022-04-01', 600, {'date': '2023-04-01', 'units': 300}),
                ('2023-12-31', 900, {'date': '2024-04-01', 'units': 300}),
                ('2024-04-01', 1200, None)):
            self.assertEqual(self.ask('--as-of', as_of),
                             {'id': 'grant20', 'vested': vested, 'unvested': 1200 - vested, 'next': following})
        # Without a day, that of the plan.
        self.assertEqual(self.ask(), self.ask('--as-of', '2022-06-06'))
        self.assertEqual(self.ask('--now', '2023-06-06'), self.ask('--as-of', '2023-06-06'))

    def test_text(self):
        text = self.succeed('grants', SAMPLE, '--as-of', '2022-06-06')
        self.assertIn('600 vested, 600 to come', text)
        self.assertIn('Next on 1 April 2023: 300', text)
        path = self.write('none.json', '{%s}' % HEAD)
        self.assertEqual(self.succeed('grants', path), 'The plan has no grants.\n')
        self.assertEqual(json.loads(self.succeed('grants', path, '--json')), {'grants': []})


class Why(Cli):
    def ask(self, *args):
        document = json.loads(self.succeed('why', *args, '--json'))
        self.assertEqual(list(document), ['step', 'held_by'])
        for holder in document['held_by']:
            self.assertEqual(list(holder), ['kind', 'id', 'text'])
        return document

    def test_kinds(self):
        self.assertEqual(self.ask(SAMPLE, 'apply-f23'), {'step': 'apply-f23', 'held_by': [
            {'kind': 'rule', 'id': 'apply-f23-from', 'text': 'Fall 2023 applications open on 27 March 2023.'}]})
        self.assertEqual(self.ask(SAMPLE, 'Apply for fall 2023'), self.ask(SAMPLE, 'apply-f23'))
        now = self.ask(SAMPLE, 'ops')['held_by']
        self.assertEqual([(holder['kind'], holder['id']) for holder in now], [('now', None)])
        path = self.write('busy.json', '{%s, "now": "2023-01-02", "capacity": {"week": {"mon": 60, "tue": 60}}, "steps": ['
                          '{"id": "a", "type": "work", "title": "First", "effort": 120, "importance": 5},'
                          '{"id": "b", "type": "work", "title": "Second", "effort": 60}]}' % HEAD)
        self.assertEqual(self.ask(path, 'b')['held_by'],
                         [{'kind': 'capacity', 'id': 'a', 'text': '“First” takes the hours before.'}])
        # On a route that is not taken nothing holds it anywhere.
        self.assertEqual(self.ask(SAMPLE, 'enrol-s23')['held_by'], [])

    def test_text(self):
        text = self.succeed('why', SAMPLE, 'apply-f23')
        self.assertIn('Apply for fall 2023, 27 March 2023', text)
        self.assertIn('  • Fall 2023 applications open on 27 March 2023. (Academic calendar)', text)

    def test_no_place(self):
        # What stands against a route is what stands against its steps.
        self.assertIn('Spring 2023 cannot be', self.succeed('why', SAMPLE, 'enrol-s23'))

    def test_bad_step(self):
        self.assertIn('“nothing”', self.refuse('why', SAMPLE, 'nothing'))
        path = self.write('twins.json', '{%s, "steps": [{"id": "a", "type": "milestone", "title": "S"},'
                          '{"id": "b", "type": "milestone", "title": "S"}]}' % HEAD)
        self.assertIn('Several steps', self.refuse('why', path, 'S'))


class Explore(Cli):
    def ask(self, *args, status=0):
        document = json.loads(self.succeed('explore', *args, '--json', status=status))
        self.assertEqual(list(document), ['days', 'runs'])
        for day in document['days']:
            self.assertEqual(list(day), ['date', 'feasible', 'proven', 'goals', 'grants'])
        for run in document['runs']:
            self.assertEqual(list(run), ['from', 'until', 'begins_because', 'ends_because'])
        return document

    def test_leaving_day(self):
        document = self.ask(SAMPLE, 'resign', '--from', '2023-06-10', '--until', '2023-09-20')
        days = {day['date']: day for day in document['days']}
        self.assertEqual(len(days), 103)
        self.assertEqual([(run['from'], run['until']) for run in document['runs']],
                         [('2023-06-15', '2023-08-31'), ('2023-09-14', '2023-09-20')])
        self.assertEqual(set(document['runs'][0]['begins_because']), {'after-result-f23', 'result-f23-day'})
        self.assertEqual(set(document['runs'][0]['ends_because']), {'enrol-f23-day', 'resign-f23'})
        self.assertEqual(document['runs'][1]['ends_because'], [])
        self.assertEqual(days['2023-06-15'], {
            'date': '2023-06-15', 'feasible': True, 'proven': True,
            'goals': {'stock': None, 'grad': 'fall23', 'rest': None, 'product': None},
            'grants': {'grant20': {'kept': 900, 'forfeited': 300, 'exercisable_until': '2023-06-15'}}})
        self.assertFalse(days['2023-09-01']['feasible'])
        self.assertIsNone(days['2023-09-01']['goals']['grad'])
        self.assertEqual(days['2023-09-14']['goals']['grad'], 'spring24')

    def test_points(self):
        span = ('--from', '2023-04-25', '--until', '2023-05-05')
        self.assertEqual([run['from'] for run in self.ask(SAMPLE, 'sabbatical.start', *span)['runs']], ['2023-05-01'])
        self.assertEqual(self.ask(SAMPLE, 'sabbatical.end', *span, status=1)['runs'], [])
        self.assertEqual(self.ask(SAMPLE, 'Sabbatical', *span, status=1)['runs'], [])

    def test_text(self):
        text = self.succeed('explore', SAMPLE, 'resign', '--from', '2023-06-10', '--until', '2023-09-20')
        for part in ('○ 10 to 14 June 2023: not possible', '● 15 June to 31 August 2023: possible',
                     'AI graduate school: Fall 2023', '2020 options: 900 kept, 300 forfeited',
                     'I resign only when I have the result.', 'The fall 2023 term starts on 1 September 2023.'):
            self.assertIn(part, text)

    def test_bad_range(self):
        self.assertIn('--until', self.refuse('explore', SAMPLE, 'resign'))
        self.refuse('explore', SAMPLE, 'resign', '--from', '2023-06-10', '--until', '2023-06-09')
        self.refuse('explore', SAMPLE, 'resign', '--from', '2023-06-10', '--until', '2043-06-09')
        self.refuse('explore', SAMPLE, 'nobody', '--from', '2023-06-10', '--until', '2023-06-11')


class Risk(Cli):
    def ask(self, *args):
        document = json.loads(self.succeed('risk', *args, '--json'))
        self.assertEqual(list(document), ['samples', 'seed', 'method', 'steps', 'goals', 'rules'])
        for step in document['steps']:
            self.assertEqual(list(step), ['id', 'p10', 'p50', 'p80', 'p90', 'on_time', 'critical'])
        return document

    def test_sample(self):
        document = self.ask(SAMPLE, '--samples', '300', '--seed', '7')
        self.assertEqual((document['samples'], document['seed']), (300, 7))
        steps = {step['id']: step for step in document['steps']}
        english = steps['english']
        self.assertEqual(sorted(english[p] for p in ('p10', 'p50', 'p80', 'p90')),
                         [english[p] for p in ('p10', 'p50', 'p80', 'p90')])
        self.assertLess(english['p10'], english['p90'])
        self.assertEqual(steps['enrol-f23']['p10'], '2023-09-01')
        grad = next(goal for goal in document['goals'] if goal['id'] == 'grad')
        self.assertEqual(list(grad['routes']), ['spring23', 'fall23', 'spring24'])
        self.assertEqual(grad['routes']['spring23'], 0)
        self.assertLessEqual(sum(grad['routes'].values()), 1 + 1e-9)
        # The pipelines take 150 to 240 days, from 6 June 2022 to 16 December there are 194.
        self.assertGreater(steps['ops']['on_time'], 0.5)
        self.assertLess(steps['ops']['on_time'], 1)
        rules = {rule['id']: rule['holds'] for rule in document['rules']}
        self.assertEqual(rules['exercise-from'], 1)
        for share in list(rules.values()) + [step[key] for step in document['steps'] for key in ('on_time', 'critical')]:
            self.assertTrue(share is None or 0 <= share <= 1)

    def test_seed(self):
        one = self.ask(SAMPLE, '--samples', '40')
        self.assertEqual(one, self.ask(SAMPLE, '--samples', '40', '--seed', '1'))
        self.assertNotEqual(one['steps'], self.ask(SAMPLE, '--samples', '40', '--seed', '2')['steps'])
        self.assertEqual(self.ask(SAMPLE, '--samples', '1')['samples'], 1)

    def test_text(self):
        text = self.succeed('risk', SAMPLE, '--samples', '100')
        for part in (TITLE, 'The estimates were drawn 100 times.', 'Fall 2023', ' chance', 'Even odds by ', ' on time'):
            self.assertIn(part, text)
        path = self.write('sure.json', '{%s, "steps": [{"id": "s", "type": "milestone", "title": "S"}]}' % HEAD)
        self.assertIn('nothing varies', self.succeed('risk', path))

    def test_bad_numbers(self):
        for args in (['--samples', '0'], ['--samples', '-5'], ['--samples', '99999999'], ['--samples', 'many'], ['--seed', 'x']):
            self.refuse('risk', SAMPLE, *args)


class Manual(Cli):
    def complete(self, *words):
        """What bash offers for the last of `words`."""
        script = ('_get_comp_words_by_ref () { words=("${given[@]}"); cword=$((${#given[@]} - 1)); cur=${given[cword]}; '
                  'prev=${given[cword - 1]}; }; compopt () { :; }; source "$1"; shift; given=("$@"); _segue_cli; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(['bash', '-c', script, 'bash', ROOM / 'segue-cli.bash', 'segue-cli', *words], cwd=self.path,
                              stdout=subprocess.PIPE, encoding='utf-8', check=True)
        return done.stdout.split('\n')[:-1]

    def test_completion(self):
        commands = re.findall(r'^  (\w+)  ', self.succeed('--help'), re.M)
        self.assertEqual(set(self.complete('')), set(commands))
        self.assertEqual(self.complete('sch'), ['schedule'])
        for command in commands:
            options = set(re.findall(r'--[a-z-]+', self.succeed(command, '--help').split('Options:')[1]))
            self.assertEqual(set(self.complete(command, '--')) - {'--help', '--version'}, options - {'--help', '--version'})
        self.write('plan.json', '{}')
        self.write('letter.txt', '')
        self.assertEqual(self.complete('schedule', ''), ['plan.json'])
        self.assertEqual(self.complete('--db', 'x.db', 'export', 'x', '--format', ''), ['json'])

    def test_names_every_command_and_option(self):
        manual = (ROOM / 'segue-cli.1').read_text(encoding='utf-8').replace('\\-', '-')
        completion = (ROOM / 'segue-cli.bash').read_text(encoding='utf-8')
        commands = re.findall(r'^  (\w+)  ', self.succeed('--help'), re.M)
        for command in commands:
            self.assertRegex(manual, rf'(?m)^\.BI? {command}\b')
            self.assertRegex(completion, rf"(?m)^  local commands='.*\b{command}\b.*'$")
            for option in re.findall(r'--[a-z-]+', self.succeed(command, '--help').split('Options:')[1]):
                self.assertIn(option, manual)
                self.assertIn(option, completion)


class Schedule(Cli):
    def test_sample(self):
        document = json.loads(self.succeed('schedule', SAMPLE, '--json'))
        self.assertEqual(list(document), ['format', 'version', 'feasible', 'now', 'goals', 'steps', 'broken', 'broken_proven',
                                          'conflicts'])
        self.assertEqual((document['format'], document['version'], document['feasible'], document['now']),
                         ('segue-schedule', 1, True, '2022-06-06'))
        goals = {goal['id']: goal for goal in document['goals']}
        self.assertEqual(list(goals['grad']), ['id', 'chosen', 'conflicts', 'routes'])
        self.assertEqual(goals['grad']['chosen'], 'fall23')
        self.assertIsNone(goals['stock']['chosen'])
        routes = {route['id']: route for route in goals['grad']['routes']}
        self.assertEqual(list(routes['fall23']), ['id', 'status', 'reachable_until', 'conflicts', 'proven'])
        self.assertEqual([routes[r]['status'] for r in ('spring23', 'fall23', 'spring24')], ['infeasible', 'chosen', 'open'])
        conflict = document['conflicts'][routes['spring23']['conflicts'][0]]
        self.assertEqual(list(conflict), ['kind', 'proven', 'smallest', 'rules', 'gap_days', 'window', 'needed_minutes',
                                          'available_minutes', 'short_minutes', 'steps', 'text', 'remedies'])
        self.assertEqual((conflict['kind'], conflict['gap_days'], conflict['smallest']), ('dates', 32, True))
        self.assertEqual(set(conflict['rules']), {'enrol-s23-day', 'resign-s23', 'exercise-employed', 'exercise-from'})
        self.assertIn('32', conflict['text'])
        for remedy in conflict['remedies']:
            self.assertEqual(list(remedy), ['kind', 'text', 'cost_text', 'change'])

    def test_ids_are_but_names(self):
        plan = json.loads(Path(SAMPLE).read_text(encoding='utf-8'))
        # Other names, which sort the other way round.
        names = {item['id']: f'z{999 - i}' for i, item in enumerate(objects_with_ids(plan))}
        path = self.write('renamed.json', json.dumps(renamed(plan, names)))
        for now in ('2022-06-06', '2022-12-20', '2023-05-01'):
            told = [json.loads(self.run_cli('schedule', p, '--json', '--now', now).stdout) for p in (SAMPLE, path)]
            self.assertEqual(without_texts(renamed(told[0], names)), without_texts(told[1]), now)

    def test_unproven(self):
        # Waits of 40, 40, 60 and 60 minutes fit into two days of 100, yet among 700 other steps that is not seen.
        waits = ','.join('{"id": "w%d", "goal": "g", "route": "r", "type": "wait", "title": "Wait %d", "days": 1, "importance": %d,'
                         '"load": {"mon": %d, "tue": %d}}' % (i, i, 5 if load == 40 else 1, load, load)
                         for i, load in enumerate([40, 40, 60, 60]))
        idle = ','.join('{"id": "m%d", "type": "milestone", "title": "M"}' % i for i in range(700))
        rules = ','.join('{"id": "r%d", "relation": "not-after", "point": "w%d.end", "date": "2023-01-03"}' % (i, i)
                         for i in range(4))
        path = self.write('pairs.json', '{%s, "now": "2023-01-02", "capacity": {"week": {"mon": 100, "tue": 100}},'
                          '"goals": [{"id": "g", "kind": "job", "title": "G", "routes": [{"id": "r", "title": "R"}]}],'
                          '"steps": [%s, %s], "rules": [%s]}' % (HEAD, waits, idle, rules))
        document = json.loads(self.succeed('schedule', path, '--json', status=1))
        route = document['goals'][0]['routes'][0]
        self.assertEqual((route['status'], route['proven']), ('infeasible', False))
        self.assertFalse(document['conflicts'][route['conflicts'][0]]['proven'])
        self.assertFalse(document['conflicts'][route['conflicts'][0]]['smallest'])
        self.assertFalse(document['broken_proven'])
        text = self.succeed('schedule', path, status=1)
        self.assertIn('no way found', text)
        self.assertIn('it may still be possible', text)
        self.assertIn('the least that was found', text)

    def test_steps(self):
        document = json.loads(self.succeed('schedule', SAMPLE, '--json'))
        for step in document['steps']:
            self.assertEqual(list(step), ['id', 'active', 'start', 'end', 'latest_start', 'latest_end', 'slack_days',
                                          'critical', 'late_days', 'minutes'])
        steps = {step['id']: step for step in document['steps']}
        self.assertEqual(sum(minutes for _, minutes in steps['english']['minutes']), 4800)
        self.assertEqual(steps['enrol-f23']['start'], '2023-09-01')
        self.assertFalse(steps['enrol-s23']['active'])
        self.assertIsNone(steps['enrol-s23']['start'])

    def test_text(self):
        text = self.succeed('schedule', SAMPLE)
        for part in (TITLE, '6 June 2022', '● Fall 2023', '○ Spring 2023  32 days short', 'English score',
                     'One must have resigned before enrolling. (Admission rules, confirmed)'):
            self.assertIn(part, text)
        self.assertNotIn('\033', text)
        self.assertFalse([line for line in text.splitlines() if line != line.rstrip()])

    def test_not_feasible(self):
        path = self.write('late.json', '{%s, "now": "2023-01-01", "steps": [{"id": "s", "title": "S", "type": "milestone"}], '
                          '"rules": [{"id": "r", "relation": "not-after", "point": "s", "date": "2022-12-29", "text": "R."}]}'
                          % HEAD)
        document = json.loads(self.succeed('schedule', path, '--json', status=1))
        self.assertFalse(document['feasible'])
        self.assertEqual(document['broken'], [{'rule': 'r', 'days_late': 3}])
        self.assertTrue(document['broken_proven'])
        self.assertIn('R.', self.succeed('schedule', path, status=1))
        self.succeed('schedule', path, '--now', '2022-12-29')

    def test_control_characters_do_not_reach_the_terminal(self):
        path = self.write('bell.json', '{"format": "segue-plan", "version": 1, "title": "A\\u001b[31mB", "now": "2023-01-01"}')
        self.assertIn('A\N{REPLACEMENT CHARACTER}[31mB\n', self.succeed('schedule', path))

    def test_same_in_every_locale(self):
        """Only the sentences for people differ."""
        for command in (['schedule', SAMPLE], ['export', SAMPLE], ['grants', SAMPLE], ['risk', SAMPLE, '--samples', '20'],
                        ['why', SAMPLE, 'apply-f23'], ['check', SAMPLE],
                        ['explore', SAMPLE, 'resign', '--from', '2023-06-10', '--until', '2023-06-20']):
            told = {locale: without_texts(json.loads(self.succeed(*command, '--json', env={'LC_ALL': locale, 'LANGUAGE': ''})))
                    for locale in LOCALES}
            for locale in LOCALES:
                self.assertEqual(told[locale], told['C'], (command[0], locale))


if __name__ == '__main__':
    tap.main('__main__')
