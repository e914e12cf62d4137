# segue_driver.py - starts the installed program and uses it as a person does
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keyboard by xdotool, everything else through AT-SPI. Needs a display and a session bus (tests/support/headless)."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

APP_ID = 'io.github.segue_planner.Segue'
PATIENCE = 30


def wait_for(what, condition, patience=PATIENCE):
    """The first true value of `condition`; fails after `patience` seconds."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:  # the tree changed under our feet
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'waited {patience} s in vain for {what}')
        time.sleep(0.05)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    """`node` and everything under it, in the order of the tree."""
    yield node
    for child in children(node):
        yield from walk(child)


def walk_showing(node):
    """The same, of what can be seen now; under what cannot nothing can."""
    if is_showing(node):
        yield node
        for child in children(node):
            yield from walk_showing(child)


def is_showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def is_selected(node):
    node.clear_cache_single()
    return node.get_state_set().contains(Atspi.StateType.SELECTED)


class Home:
    """A person's folders, thrown away afterwards. Plans survive between two Programs with the same Home."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='segue-home-')
        self.path = Path(self.folder.name)

    def environment(self):
        return {
            'HOME': str(self.path),
            'XDG_DATA_HOME': str(self.path / 'data'),
            'XDG_CONFIG_HOME': str(self.path / 'config'),
            'XDG_CACHE_HOME': str(self.path / 'cache'),
            'XDG_STATE_HOME': str(self.path / 'state'),
            'GSETTINGS_BACKEND': 'keyfile',
        }

    def set_window(self, width, height, inspector=False):
        settings = self.path / 'config' / 'glib-2.0' / 'settings'
        settings.mkdir(parents=True, exist_ok=True)
        (settings / 'keyfile').write_text(
            f'[{APP_ID.replace(".", "/")}]\nwindow-width={width}\nwindow-height={height}\n'
            f'inspector-visible={"true" if inspector else "false"}\n')
        toolkit = self.path / 'config' / 'gtk-4.0'
        toolkit.mkdir(parents=True, exist_ok=True)
        (toolkit / 'settings.ini').write_text(
            '[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-font-name=Cantarell 11\n')

    def database(self):
        return self.path / 'data' / 'segue' / 'segue.db'


class Program:
    """The program, running. `command` is what starts it: the installed one, or the one in its sandbox."""

    def __init__(self, home, language='en_US.UTF-8', width=1400, height=900, inspector=False,
                 environment=None, arguments=('--sample',), command=('segue',)):
        home.set_window(width, height, inspector)
        self.home = home
        self.x_window = None
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*command, *arguments], stdout=self.log, stderr=subprocess.STDOUT, start_new_session=True,
            env={**os.environ, **home.environment(), 'LANG': language, 'LC_ALL': language, 'LANGUAGE': '',
                 'ADW_DISABLE_PORTAL': '1', 'GDK_DEBUG': 'no-portals', **(environment or {})})
        self.application = wait_for('the program on the accessibility bus', self.find_application)
        self.window = wait_for('its window', lambda: self.find_window())

    def find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended by itself:\n{self.read_log()}')
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            if application.get_name() in ('segue', APP_ID) and application.get_child_count() > 0:
                return application
        return None

    def find_window(self):
        for window in children(self.application):
            if window.get_state_set().contains(Atspi.StateType.SHOWING):
                return window
        return None

    def read_log(self):
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    # -- looking

    def showing(self):
        """All nodes that can be seen now, one after another as they are found."""
        for window in children(self.application):
            yield from walk_showing(window)

    def look_for(self, name, role=None):
        """The first showing node whose name is `name`, or begins with it and a comma; None if there is none now."""
        for node in self.showing():
            text = node.get_name() or ''
            if (text == name or text.startswith(name + ',')) and (role is None or node.get_role_name() == role):
                return node
        return None

    def find(self, name, role=None, patience=PATIENCE):
        """What look_for finds, as soon as it is there."""
        return wait_for(f'{role or "a node"} “{name}”', lambda: self.look_for(name, role), patience)

    def texts(self):
        """Every name and text in sight."""
        return [node.get_name() for node in self.showing() if node.get_name()]

    def wait_for_text(self, text, patience=PATIENCE):
        return wait_for(f'the text “{text}”', lambda: any(text in seen for seen in self.texts()), patience)

    def grab(self, window):
        """The pixels of the X window now, three bytes each."""
        return subprocess.run(['import', '-silent', '-window', window, '-depth', '8', 'rgb:-'], check=True,
                              capture_output=True).stdout

    def settle(self, other_than=None):
        """The pixels once the window has come to rest, and shows something else than the pixels `other_than`."""
        window = self.find_x_window()

        def look():
            first = self.grab(window)
            if first == other_than:
                return None
            time.sleep(0.15)
            return first if self.grab(window) == first else None
        return wait_for('a picture at rest', look)

    def picture(self, path, other_than=None):
        """Keeps what settle sees as the picture `path`. Returns width, height and pixels."""
        window = self.find_x_window()
        last = self.settle(other_than)
        size = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True, capture_output=True,
                              text=True).stdout
        width, height = (int(line.partition('=')[2]) for line in size.split() if line.startswith(('WIDTH', 'HEIGHT')))
        subprocess.run(['convert', '-size', f'{width}x{height}', '-depth', '8', 'rgb:-', '-quality', '15', str(path)],
                       input=last, check=True)
        return width, height, last

    # -- acting

    def find_x_window(self):
        """The program's window: of all that can be seen the one that came first, since menus are windows too."""
        def look():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'segue'],
                                   capture_output=True, text=True).stdout.split()
            if self.x_window not in found:
                self.x_window = found[-1] if found else None
            return self.x_window
        return wait_for('the X window', look)

    def focus(self):
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.find_x_window()], check=True)

    def press(self, *keys):
        self.focus()
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.05)

    def click(self, x, y):
        """Clicks on a pixel of the window."""
        subprocess.run(['xdotool', 'mousemove', '--window', self.find_x_window(), str(x), str(y), 'click', '1'], check=True)
        time.sleep(0.05)

    def drag(self, start, end, key=None):
        """Drags from one pixel of the window to another, with `key` held."""
        self.focus()
        window = self.find_x_window()
        steps = [(start[0] + (end[0] - start[0]) * i // 6, start[1] + (end[1] - start[1]) * i // 6) for i in range(7)]
        moves = [['mousemove', '--window', window, str(x), str(y), 'sleep', '0.05'] for x, y in steps]
        command = moves[0] + ['mousedown', '1'] + sum(moves[1:], []) + ['mouseup', '1']
        if key:
            command = ['keydown', key] + command + ['keyup', key]
        subprocess.run(['xdotool'] + command, check=True)

    def click_until(self, node, condition, what):
        """Clicks near the end of `node`, again where the picture has moved under the pointer, until `condition` holds."""
        def attempt():
            box = node.get_extents(Atspi.CoordType.WINDOW)
            if box.width < 1 or box.height < 1:
                return None
            self.focus()
            self.click(box.x + box.width * 3 // 4, box.y + box.height - 14)
            try:
                return wait_for(what, condition, PATIENCE / 6)
            except AssertionError:
                return None
        return wait_for(what, attempt, 2 * PATIENCE)

    def act(self, node):
        """Presses, toggles or activates `node`."""
        if not node.do_action(0):
            raise AssertionError(f'“{node.get_name()}” cannot be acted on')

    def open_menu(self):
        """Opens the main menu; the letter underlined in an item then chooses it."""
        self.press('F10')
        wait_for('the menu', lambda: any(node.get_role_name() == 'menu item' for node in self.showing()))

    def type(self, text):
        """Types `text` into whatever has the focus."""
        self.focus()
        subprocess.run(['xdotool', 'type', '--delay', '8', text], check=True)

    def select_by_name(self, title):
        """Selects the step called `title` by looking for it; the timeline has the focus then. Returns its node."""
        self.press('ctrl+f')
        self.type(title)
        self.press('Return')

        def selected():
            node = self.find(title)
            return node if is_selected(node) else None
        return wait_for(f'“{title}” to be selected', selected)

    def select(self, title):
        """Walks the timeline with the arrow keys until the step called `title` is selected."""
        self.press('ctrl+0', 'Tab')
        for turn in range(60):
            if self.find(title).get_state_set().contains(Atspi.StateType.SELECTED):
                return
            self.press('Down' if turn % 2 else 'Right')
        raise AssertionError(f'“{title}” was not reached with the arrow keys')

    def find_focused(self):
        """The innermost node that has the focus."""
        found = [node for node in self.showing() if node.get_state_set().contains(Atspi.StateType.FOCUSED)]
        return found[-1] if found else None

    def tab_to(self, role):
        """Goes on with the Tab key until something of that role has the focus."""
        for _ in range(12):
            before = self.find_focused()
            if before is not None and before.get_role_name() == role:
                return before
            self.press('Tab')
            wait_for('the focus to go on', lambda: self.find_focused() not in (None, before))
        raise AssertionError(f'the Tab key does not reach a {role}')

    def type(self, text):
        """Types `text` into what has the focus."""
        self.focus()
        subprocess.run(['xdotool', 'type', '--delay', '15', text], check=True)

    def choose_file(self, title, path):
        """Answers the file dialog called `title` with `path`, which is pasted: GTK completes names while they are typed,
        and what it completes late stays behind what was typed."""
        def windows():
            return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'],
                                  capture_output=True, text=True).stdout.split()
        window = wait_for(f'the dialog “{title}”', windows)[-1]
        with subprocess.Popen([os.environ['SEGUE_CLIPBOARD'], str(path)], stdout=subprocess.PIPE) as clipboard:
            try:
                clipboard.stdout.readline()
                subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)
                for key in ('ctrl+l', 'ctrl+a', 'ctrl+v', 'Return'):
                    subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
                    time.sleep(0.3)
                wait_for(f'the dialog “{title}” to go', lambda: not windows())
            finally:
                clipboard.kill()

    def menu_items(self):
        """The items of the menu that is open, and the keys of each. GTK tells no names of them."""
        items = [node for node in self.showing() if node.get_role_name() == 'menu item']
        return [(node, (node.get_attributes() or {}).get('keyshortcuts', '')) for node in items]

    def choose_from_menu(self, key):
        """Chooses the item of the main menu whose underlined letter is `key`."""
        self.open_menu()
        self.choose(key)

    def choose(self, key):
        """Chooses the item of the open menu whose underlined letter is `key`."""
        self.act(wait_for(f'the item with the key {key}', lambda: [
            node for node, keys in self.menu_items() if f'Alt+{key}' in keys.split(' ')])[0])

    def choose_plan(self, index):
        """Chooses a plan in the main menu; those stand first and have no key."""
        self.open_menu()
        self.act(wait_for(f'plan {index} in the menu', lambda: [
            node for node, keys in self.menu_items() if not keys][index:])[0])

    # -- ending

    def close(self):
        """Closes the program as a person does; it must end by itself and have complained of nothing."""
        self.press('ctrl+q')
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError('the program did not quit')
        log = self.read_log()
        # GTK's own file dialog complains of its list of files now and then, when what is typed is completed.
        complaints = [line for line in log.splitlines() if 'gtk_tree_store_remove' not in line]
        if code != 0 or any('CRITICAL' in line or 'WARNING' in line for line in complaints):
            raise AssertionError(f'the program ended with {code} and said:\n{log}')

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class ProgramTest(unittest.TestCase):
    """A case with a home of its own, whose program does not outlive it."""

    def setUp(self):
        self.home = Home()
        self.program = None

    def tearDown(self):
        if self.program is not None and self.program.process.poll() is None:
            self.program.kill()

    def start(self, **options):
        self.program = Program(self.home, **options)
        return self.program

    def run_cli(self, *arguments):
        """Runs segue-cli beside the program, on the same plans."""
        subprocess.run(['segue-cli', *map(str, arguments)], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, **self.home.environment()})

    def count(self, table, title):
        """How many rows of `table` are called `title` on the disk."""
        with contextlib.closing(sqlite3.connect(self.home.database())) as database:
            return database.execute(f'SELECT count(*) FROM {table} WHERE title = ?', (title,)).fetchone()[0]


class TapResult(unittest.TestResult):
    """Prints the outcome of each case as the Test Anything Protocol has it."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def say(self, word, test, more=''):
        self.count += 1
        print(f'{word} {self.count} - {test.id()}{more}', flush=True)

    def explain(self, text):
        print('\n'.join('# ' + line for line in text.splitlines()), flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say('ok', test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say('not ok', test)
        self.explain(self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.say('not ok', test)
        self.explain(self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say('ok', test, f' # SKIP {reason}')


def cases(suite):
    """The single cases of `suite`, in their order."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from cases(test)
        else:
            yield test


def run_case(test, result):
    """Runs `test`. The desktop under the program (display, keyboard, accessibility bus) is not ours and may lose a key on
    a busy machine: what fails is tried a second time, from a fresh home, and the first failure is told as UNSTEADY."""
    first = unittest.TestResult()
    test.run(first)
    failures = first.failures + first.errors
    if not failures:
        for _, reason in first.skipped:
            result.addSkip(test, reason)
        if not first.skipped:
            result.addSuccess(test)
        return
    print(f'# UNSTEADY {test.id()}', flush=True)
    result.explain(failures[0][1])
    type(test)(test._testMethodName).run(result)


def main():
    """Runs the cases of the calling script."""
    import __main__
    suite = unittest.defaultTestLoader.loadTestsFromModule(__main__)
    print(f'1..{suite.countTestCases()}', flush=True)
    result = TapResult()
    for test in cases(suite):
        run_case(test, result)
    raise SystemExit(0 if result.wasSuccessful() else 1)
