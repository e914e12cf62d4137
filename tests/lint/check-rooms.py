# check-rooms.py - src/README.md, the includes and the meson files draw the same house
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import lintlib

# Library as src/README.md calls it: the headers that belong to it, the meson variables that bring it.
LIBRARIES = {
    'GLib': (r'glib\.h|glib-unix\.h|glib/.*|gmodule\.h', {'glib_dep'}),
    'GObject': (r'glib-object\.h|gobject/.*', {'gobject_dep'}),
    'GIO': (r'gio/.*', {'gio_dep', 'gio_unix_dep'}),
    'SQLite': (r'sqlite3\.h', {'sqlite_dep'}),
    'json-glib': (r'json-glib/.*', {'json_dep'}),
    'libical': (r'ical\.h|libical/.*|libical-glib/.*', {'ical_dep', 'libical_dep'}),
    'cairo': (r'cairo.*\.h|pango/.*', {'cairo_dep', 'cairo_pdf_dep', 'cairo_svg_dep', 'pango_dep', 'pangocairo_dep'}),
    'GTK': (r'gtk/.*|gdk/.*|gsk/.*|graphene.*', {'gtk_dep'}),
    'libadwaita': (r'adwaita\.h', {'adw_dep'}),
    'libm': (r'math\.h', {'m_dep'}),
}
C_HEADERS = re.compile(r'(?:assert|ctype|emmintrin|errno|fcntl|fenv|float|immintrin|inttypes|langinfo|limits|locale|pthread|signal'
                       r'|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|time|unistd|sys/\w+)\.h')
# A few words would let a clock or a language into rooms that must give the same answer everywhere.
PURE = {'base', 'schedule'}
IMPURE = re.compile(r'\b(?:g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|clock_gettime|time|localtime\w*'
                    r'|g_random_\w+|rand|random|setlocale|strftime|g_getenv|getenv|strcoll|g_utf8_collate|gettext'
                    r'|g_dgettext|_) *\(|gi18n|locale\.h|<time\.h>')
# Written out twice on purpose: what design and licence hang on may not be loosened by editing the table alone.
ONLY_IN = {'SQLite': {'store'}, 'libical': {'exchange'}, 'GTK': {'ui', 'app'}, 'libadwaita': {'ui', 'app'}}


def read_table(lint, text):
    rooms = {}
    for line in text.splitlines():
        match = re.fullmatch(r'\| `(\w+)` \| (.+) \| (.+) \|', line)
        if not match:
            continue
        name, uses = match.group(1), [u.strip() for u in match.group(2).split(',')]
        rooms[name] = ({u.strip('`') for u in uses if u.startswith('`')}, {u for u in uses if not u.startswith('`')})
    for name, (uses, libraries) in rooms.items():
        for other in uses - rooms.keys():
            lint.fail('src/README.md', f'{name} may use the room {other}, which has no line in the table')
        for library in libraries - LIBRARIES.keys():
            lint.fail('src/README.md', f'{name} may use {library}, which check-rooms.py does not know')
        for library in libraries:
            if name not in ONLY_IN.get(library, {name}):
                lint.fail('src/README.md', f'{library} does not belong in {name}')
    return rooms


def check_drawing(lint, text, rooms):
    """Every room is drawn, none other is, and what a room uses stands to its left."""
    drawing = re.search(r'```\n(.*?)```', text, re.S)
    if not drawing:
        lint.fail('src/README.md', 'has no drawing')
        return
    places = {}
    for line in drawing.group(1).splitlines():
        for match in re.finditer(r'[a-z]+', re.sub(r'\(.*?\)', lambda m: ' ' * len(m.group(0)), line)):
            places[match.group(0)] = match.start()
    for name in rooms.keys() - places.keys():
        lint.fail('src/README.md', f'the drawing lacks {name}')
    for name in places.keys() - rooms.keys():
        lint.fail('src/README.md', f'the drawing shows {name}, the table does not')
    for name in rooms.keys() & places.keys():
        for other in rooms[name][0] & places.keys():
            if places[other] >= places[name]:
                lint.fail('src/README.md', f'{name} uses {other}, but the drawing does not show {other} to its left')


def check_include(lint, where, room, rooms, quote, header):
    uses, libraries = rooms[room]
    if quote == '"':
        target = header.split('/')[0]
        if '/' not in header or header.startswith('.'):
            if header != 'config.h' and not header.endswith('-resources.h'):
                lint.fail(where, f'"{header}" is not written from src/')
        elif target not in uses | {room}:
            lint.fail(where, f'{room} may not include {header}')
        elif not (lint.root / 'src' / header).is_file() and not header.endswith('-resources.h'):
            lint.fail(where, f'{header} does not exist')
        return
    for library, (pattern, _) in LIBRARIES.items():
        if re.fullmatch(pattern, header):
            if library not in libraries:
                lint.fail(where, f'{room} may not use {library} (<{header}>)')
            return
    if not C_HEADERS.fullmatch(header):
        lint.fail(where, f'<{header}> belongs to no library that check-rooms.py knows')


def check_sources(lint, room, rooms):
    for path in lint.files(f'src/{room}', suffixes={'.c', '.h'}):
        text = lintlib.blank_comments(lint.read(path))
        for number, line in enumerate(text.splitlines(), 1):
            where = f'{lint.name(path)}:{number}'
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if match:
                check_include(lint, where, room, rooms, *match.groups())
            impure = IMPURE.search(line) if room in PURE else None
            if impure:
                lint.fail(where, f'{room} knows no clock, chance, environment or language: {impure.group(0).strip()}')


def check_meson(lint, room, rooms):
    """The build gives a room what the table says: nothing else, and nothing less."""
    uses, libraries = rooms[room]
    allowed = {f'{u}_dep' for u in uses | {room}}
    for library in libraries:
        allowed |= LIBRARIES[library][1]
    named = set()
    for path in lint.files(f'src/{room}'):
        if path.name != 'meson.build':
            continue
        text = re.sub(r'#.*', '', lint.read(path))
        found = set(re.findall(r'\b(\w+_dep)\b', text))
        named |= found
        for dep in sorted(found - allowed):
            lint.fail(lint.name(path), f'{room} may not use {dep}')
    if named:
        return {d[:-4] for d in named} & rooms.keys()
    lint.fail(f'src/{room}', 'has no meson.build that names dependencies')
    return set()


def check(lint):
    readme = lint.root / 'src' / 'README.md'
    text = lint.read(readme)
    rooms = read_table(lint, text)
    check_drawing(lint, text, rooms)
    folders = {p.name for p in (lint.root / 'src').iterdir() if (p / 'meson.build').is_file()}
    for name in folders - rooms.keys():
        lint.fail(f'src/{name}', 'has no line in the table of src/README.md')
    linked = {}
    for room in sorted(rooms.keys() & folders):
        check_sources(lint, room, rooms)
        linked[room] = check_meson(lint, room, rooms)
    for room, direct in linked.items():
        reached, queue = set(), list(direct)
        while queue:
            other = queue.pop()
            if other not in reached:
                reached.add(other)
                queue += linked.get(other, ())
        for other in sorted((rooms[room][0] & folders) - reached):
            lint.fail(f'src/{room}/meson.build', f'the table lets {room} use {other}, the build does not')


if __name__ == '__main__':
    lintlib.main(check)
