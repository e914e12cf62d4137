#!/usr/bin/env python3
# show.py - starts the installed Flatpak on this display, waits until its timeline is drawn, prints the schedule
# SPDX-License-Identifier: GPL-3.0-or-later
"""show.py PICTURE: what flatpak/run shows where there is no display to look at."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tests' / 'support'))
import desktop  # noqa: E402
from sandbox import cli, cli_json, running  # noqa: E402


def main(picture):
    with running('--sample'):
        desktop.application('segue', seconds=60)
        print(cli('schedule', cli_json('list')['plans'][0]['id']))
        desktop.picture(picture)
        print(f'A picture of it: {picture}')


if __name__ == '__main__':
    main(sys.argv[1])
