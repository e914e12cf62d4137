# sandbox.py - runs the installed Flatpak and what is in it
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared by show.py and drive.py. Importing it also makes tests/app/segue_driver.py importable."""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tests' / 'app'))

ID = 'io.github.segue_planner.Segue'
START = ('flatpak', 'run', '--user', ID)


def run_in_sandbox(command, *arguments, environment=None):
    """What `command` prints, run in the sandbox of the program."""
    return subprocess.run(['flatpak', 'run', '--user', f'--command={command}', ID, *arguments], check=True,
                          env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, text=True).stdout


def read_json(*arguments, environment=None):
    """What segue-cli answers."""
    return json.loads(run_in_sandbox('segue-cli', *arguments, '--json', environment=environment))
