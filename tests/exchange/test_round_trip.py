# test_round_trip.py - what is written is what the schema says, and whatever else a document holds comes back
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_round_trip.py PRINT_PLANS SEGUE_CLI SCHEMA"""
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

PRINT_PLANS, CLI, SCHEMA = (Path(arg).resolve() for arg in sys.argv[1:4])
N = 600 if os.environ.get('SEGUE_TEST_LONG') else 40
# Their keys are weekdays: another one is a mistake, and told.
MAPS = ('week', 'load')
NAMES = ('x', 'colour', '제목', 'a b', '', 'Title', 'ids', 'x-y', '"', '\\', 'start.end')
VALUES = (None, True, 0, -1.5, 12345678901234567890, 'text', '', '한글 \u202e "\\\n', [], {}, [1, [2, {'id': 'g'}]],
          {'id': 'twice', 'steps': [{'id': 'twice'}], 'week': {'x': 1}})


def add_unknown(chance, node, name=None):
    """Puts keys that nobody knows into every object of the document; returns how many."""
    added = 0
    children = node if isinstance(node, list) else node.items() if isinstance(node, dict) else ()
    for child in list(children):
        added += add_unknown(chance, *((child, None) if isinstance(node, list) else (child[1], child[0])))
    if isinstance(node, dict) and name not in MAPS:
        for key in chance.sample(NAMES, chance.randrange(1, 4)):
            node[key] = chance.choice(VALUES)
            added += 1
    return added


class Checks:
    def __init__(self, folder):
        self.folder = Path(folder)
        schema = json.loads(SCHEMA.read_text(encoding='utf-8'))
        self.validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        self.failures = []

    def run(self, *args):
        done = subprocess.run([CLI, *map(str, args)], capture_output=True, encoding='utf-8',
                              env=os.environ | {'LC_ALL': 'C.UTF-8'}, check=False)
        if done.returncode:
            self.failures.append(done.stderr.strip())
        return done.stdout

    def check_schema(self, plan):
        self.failures += [f'{error.json_path}: {error.message}' for error in self.validator.iter_errors(plan)]

    def compare(self, one, two, path='$'):
        """Says where two documents differ."""
        if isinstance(one, dict) and isinstance(two, dict):
            for key in one.keys() | two.keys():
                if key not in one or key not in two:
                    self.failures.append(f'{path}.{key} is only in the {"second" if key in two else "first"}')
                else:
                    self.compare(one[key], two[key], f'{path}.{key}')
        elif isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
            for i, (a, b) in enumerate(zip(one, two)):
                self.compare(a, b, f'{path}[{i}]')
        elif one != two or type(one) is not type(two):
            self.failures.append(f'{path}: {one!r} and {two!r}')

    def check(self, number, text):
        chance = random.Random(number)
        plan = json.loads(text)
        self.check_schema(plan)
        if add_unknown(chance, plan) < 3:
            self.failures.append('nothing was added')
        self.check_schema(plan)
        path = self.folder / 'plan.json'
        path.write_text(json.dumps(plan, ensure_ascii=chance.random() < 0.5), encoding='utf-8')
        exported = self.run('export', path)
        if not self.failures:
            self.compare(plan, json.loads(exported))
        if number % 8 == 0 and not self.failures:
            database = self.folder / f'{number}.db'
            imported = json.loads(self.run('--db', database, 'import', path, '--json') or '{"imported": [{"id": ""}]}')
            stored = self.run('--db', database, 'export', imported['imported'][0]['id'])
            if stored != exported:
                self.failures.append('what was stored is exported as something else')


def main():
    texts = subprocess.run([PRINT_PLANS, str(N), '5'], stdout=subprocess.PIPE, check=True).stdout.decode().split('\0')[:-1]
    failed = len(texts) != N
    print(f'1..{N}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts, 1):
            checks = Checks(folder)
            checks.check(number, text)
            print(f'{"not ok" if checks.failures else "ok"} {number}', flush=True)
            for failure in checks.failures[:5]:
                print(f'# {failure}')
            failed |= bool(checks.failures)
    sys.exit(failed)


main()
