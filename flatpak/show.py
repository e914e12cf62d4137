#!/usr/bin/env python3
# show.py - starts the installed Flatpak on this display, waits until its timeline is drawn, prints the schedule
# SPDX-License-Identifier: GPL-3.0-or-later
"""show.py PICTURE: what flatpak/run shows where there is no display to look at."""

import json
import os
import sys

from sandbox import START, read_json, run_in_sandbox
from segue_driver import Program, wait_for


class OwnHome:
    """The person's own folders, used as they are."""

    def environment(self):
        return {}

    def set_window(self, width, height, inspector):
        pass


def main(picture):
    program = Program(OwnHome(), language=os.environ.get('LANG', 'C.UTF-8'), command=START)
    try:
        plan = wait_for('a plan', lambda: read_json('list')['plans'])[0]['id']
        for goal in json.loads(run_in_sandbox('segue-cli', 'export', plan, '--format', 'json'))['goals']:
            program.find(goal['title'])
        program.picture(picture)
        print(run_in_sandbox('segue-cli', 'schedule', plan))
        print(f'Segue was started. A picture of it: {picture}')
    finally:
        program.kill()


if __name__ == '__main__':
    main(sys.argv[1])
