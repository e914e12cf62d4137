#!/usr/bin/env python3
# drive.py - what the installed Flatpak may do, and that an edit made with the keyboard is there after a restart
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive.py LOG: run by flatpak/drive on a display and in a home of its own, with its standard error in LOG.

Each check is one line, the last counts them.
"""

import os
import subprocess
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tests' / 'support'))
import desktop  # noqa: E402
from sandbox import ID, run_in_sandbox  # noqa: E402


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


CHECKS = [check_permissions, check_network, check_home, check_exports]


def main(log):
    failed = 0
    for check in CHECKS:
        try:
            check()
            print(f'ok      {check.__doc__}', flush=True)
        except (AssertionError, desktop.Missing, subprocess.SubprocessError, OSError):
            failed += 1
            print(f'FAILED  {check.__doc__}', flush=True)
            traceback.print_exc(file=sys.stdout)
    if failed:
        print(f'The end of {log}:', *Path(log).read_text(errors='replace').splitlines()[-30:], sep='\n')
    print(f'{len(CHECKS) - failed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
