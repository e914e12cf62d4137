# desktop.py - sees and drives a program from outside, as a screen reader and a keyboard do
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what a running program shows through AT-SPI, presses keys with xdotool and takes pictures.

Names of accessible nodes are found by role and name; a name is given as text or as a compiled pattern. Every search
waits, because a program draws when it can; a search in vain raises Missing with what was there instead.
"""

import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

WAIT = 30


class Missing(Exception):
    """What was waited for did not come."""


def wait_until(answer, what, seconds=WAIT):
    """Calls `answer` until it returns something true, and returns that."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = answer()
        except GLib.Error:
            found = None  # the node went away while it was looked at
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(f'{what} did not come within {seconds} s')
        time.sleep(0.1)


def children(node):
    """The children of `node` that are still there."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, depth=0):
    """`node` and all below it, each with its depth."""
    yield node, depth
    for child in children(node):
        yield from walk(child, depth + 1)


def is_in(node, state):
    return node.get_state_set().contains(state)


def describe(node):
    """The tree below `node` as text, one line a node that has a name or can be focused."""
    lines = []
    for each, depth in walk(node):
        name = each.get_name() or ''
        if name or is_in(each, Atspi.StateType.FOCUSABLE):
            lines.append(f"{'  ' * depth}{each.get_role_name()} “{name}”")
    return '\n'.join(lines)


def application(name, seconds=WAIT):
    """The running program whose process or application id is `name`, once it shows a window."""
    def look():
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for program in children(desktop):
            if program.get_name() == name and any(is_in(window, Atspi.StateType.SHOWING) for window in children(program)):
                return program
        return None
    return wait_until(look, f'a window of {name}', seconds)


def find(root, name=None, role=None, showing=True, seconds=WAIT):
    """The first node below `root` with that name (text or pattern) and role name, such as 'push button'."""
    pattern = name if isinstance(name, re.Pattern) or name is None else re.compile(re.escape(name) + r'\Z')

    def fits(node):
        return ((pattern is None or pattern.match(node.get_name() or ''))
                and (role is None or node.get_role_name() == role)
                and (not showing or is_in(node, Atspi.StateType.SHOWING)))

    def look():
        root.clear_cache()
        return next((node for node, _ in walk(root) if fits(node)), None)

    try:
        return wait_until(look, f'{role or "something"} called “{name}”', seconds)
    except Missing as missing:
        raise Missing(f'{missing}; there is:\n{describe(root)}') from None


def focused(root):
    """The node below `root` that has the keyboard, or None."""
    root.clear_cache()
    return next((node for node, _ in walk(root) if is_in(node, Atspi.StateType.FOCUSED)), None)


def act(node, action=0):
    """Does what `node` does when it is activated."""
    if not node.get_action_iface() or not node.get_action_iface().do_action(action):
        raise Missing(f'{node.get_role_name()} “{node.get_name()}” cannot be activated')


def press(*keys):
    """Presses keys one after another, named as xdotool names them: 'Tab', 'ctrl+z', 'alt+Right'."""
    for key in keys:
        subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
        time.sleep(0.05)


def focus_window(title):
    """Gives the keyboard to the window with this title; on a bare display nobody else does."""
    found = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', title], check=True,
                           stdout=subprocess.PIPE, text=True, timeout=WAIT)
    subprocess.run(['xdotool', 'windowfocus', '--sync', found.stdout.split()[0]], check=True, timeout=WAIT)


def picture(path):
    """Writes what the screen shows, without the empty border around the windows."""
    subprocess.run(['import', '-window', 'root', '-trim', '+repage', str(path)], check=True)
