#!/usr/bin/env python3
# drive.py - what the installed Flatpak may do, and that an edit made with the keyboard is there after a restart
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive.py LOG: run by flatpak/drive on a display and in a home of its own, with its standard error in LOG.

Each check is one line, the last counts them.
"""

import os
import subprocess
import sys
import time
import traceback
from pathlib import Path

from sandbox import ID, START, read_json, run_in_sandbox
from segue_driver import Atspi, Home, Program, wait_for


GOAL = 'Exercise the stock options'
MILESTONE = 'Exercise the options'
MILESTONE_ID = 'exercise'


def check_permissions():
    """The program may draw, and nothing else."""
    said = subprocess.run(['flatpak', 'info', '--user', '--show-permissions', ID], check=True, stdout=subprocess.PIPE,
                          text=True).stdout
    assert sorted(said.split()) == sorted('[Context] shared=ipc; sockets=x11;wayland;fallback-x11; devices=dri;'.split()), said


def check_network():
    """There is no network but the loopback device of the sandbox itself."""
    lines = run_in_sandbox('sh', '-c', 'cat /proc/net/dev').splitlines()[2:]
    assert [line.split(':')[0].strip() for line in lines] == ['lo'], lines


def check_home():
    """Files in the home cannot be seen."""
    secret = Path.home() / 'not-for-segue'
    secret.write_text('x')
    assert run_in_sandbox('sh', '-c', f'test -e "{secret}" && echo seen || echo hidden').strip() == 'hidden'


def check_exports():
    """The desktop finds its entry, icons, D-Bus service and MetaInfo."""
    share = Path(os.environ['FLATPAK_USER_DIR']) / 'exports' / 'share'
    for path in (f'applications/{ID}.desktop', f'icons/hicolor/scalable/apps/{ID}.svg',
                 f'icons/hicolor/symbolic/apps/{ID}-symbolic.svg', f'dbus-1/services/{ID}.service',
                 f'metainfo/{ID}.metainfo.xml'):
        assert (share / path).exists(), path


def select_first(program, goal, title):
    """Goes from one part of the window to the next until the lane of `goal` has the focus, and selects its first step."""
    for _ in range(40):
        program.press('Tab')
        time.sleep(0.3)
        if program.find(goal, 'list').get_state_set().contains(Atspi.StateType.FOCUSED):
            program.press('Right')
            wait_for(f'“{title}” selected', lambda: program.find(title, 'list item').get_state_set().contains(
                Atspi.StateType.SELECTED))
            return
    raise AssertionError(f'The lane “{goal}” was not reached with the keyboard')


def read_start(home, step):
    """The day on which `step` starts, as segue-cli in the sandbox says."""
    plan = read_json('list', environment=home.environment())['plans'][0]['id']
    schedule = read_json('schedule', plan, environment=home.environment())
    return next(each['start'] for each in schedule['steps'] if each['id'] == step)


def check_edit():
    """A milestone moved with the keyboard is where it was moved to after a restart, for segue-cli too."""
    home = Home()
    program = Program(home, command=START)
    try:
        before = program.find(MILESTONE).get_name()
        first = read_start(home, MILESTONE_ID)
        select_first(program, GOAL, MILESTONE)
        program.press('alt+Right')
        moved = wait_for('the move', lambda: program.find(MILESTONE).get_name() != before
                         and program.find(MILESTONE).get_name())
        program.close()
        program = Program(home, command=START)
        assert program.find(MILESTONE).get_name() == moved, program.find(MILESTONE).get_name()
        assert read_start(home, MILESTONE_ID) > first
        program.close()
    finally:
        if program.process.poll() is None:
            program.kill()


CHECKS = [check_permissions, check_network, check_home, check_exports, check_edit]


def main(log):
    failed = 0
    for check in CHECKS:
        try:
            check()
            print(f'ok      {check.__doc__}', flush=True)
        except Exception:
            failed += 1
            print(f'FAILED  {check.__doc__}', flush=True)
            traceback.print_exc(file=sys.stdout)
    if failed:
        print(f'The end of {log}:', *Path(log).read_text(errors='replace').splitlines()[-30:], sep='\n')
    print(f'{len(CHECKS) - failed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
