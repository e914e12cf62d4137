# sandbox.py - runs the installed Flatpak and what is in it
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared by show.py and drive.py."""

import contextlib
import json
import subprocess

ID = 'io.github.segue_planner.Segue'


def run_in_sandbox(command, *arguments):
    """What `command` prints, run in the sandbox of the program."""
    return subprocess.run(['flatpak', 'run', '--user', f'--command={command}', ID, *arguments], check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def cli(*arguments):
    """What segue-cli prints about the person's own plans."""
    return run_in_sandbox('segue-cli', *arguments)


def cli_json(*arguments):
    return json.loads(cli(*arguments, '--json'))


@contextlib.contextmanager
def running(*arguments):
    """Segue, started in its sandbox and stopped at the end if it still runs."""
    program = subprocess.Popen(['flatpak', 'run', '--user', ID, *arguments])
    try:
        yield program
    finally:
        subprocess.run(['flatpak', 'kill', ID], check=False, stderr=subprocess.DEVNULL)
        program.wait()
