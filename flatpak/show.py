#!/usr/bin/env python3
# show.py - starts the installed Flatpak on this display, waits until its timeline is drawn, prints the schedule
# SPDX-License-Identifier: GPL-3.0-or-later
"""show.py PICTURE: what flatpak/run shows where there is no display to look at."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tests' / 'support'))
import desktop  # noqa: E402

ID = 'io.github.segue_planner.Segue'


def cli(*arguments):
    """What segue-cli prints, run in the sandbox."""
    return subprocess.run(['flatpak', 'run', '--user', '--command=segue-cli', ID, *arguments], check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def main(picture):
    program = subprocess.Popen(['flatpak', 'run', '--user', ID, '--sample'])
    try:
        desktop.application('segue', seconds=60)
        plan = json.loads(cli('list', '--json'))['plans'][0]['id']
        print(cli('schedule', plan))
        desktop.picture(picture)
        print(f'A picture of it: {picture}')
    finally:
        program.terminate()
        program.wait()


if __name__ == '__main__':
    main(sys.argv[1])
