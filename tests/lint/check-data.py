# check-data.py - one application id everywhere, icons that recolour, sample plans that match each other
#
# SPDX-License-Identifier: GPL-3.0-or-later
import configparser
import json
import re
import xml.etree.ElementTree as ElementTree

import jsonschema

import lintlib

ID = 'io.github.segue_planner.Segue'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
# The fields of a plan that are read by people; everything else must be the same in every language.
TEXTS = {'title', 'text', 'source', 'label', 'why', 'for', 'against', 'decided', 'unit'}
# Fields that stand elsewhere in the file: the week lies in the capacity, a route under its goal.
PLACED = {('plan', 'week'), ('route', 'goal')}


def read_keyfile(lint, path):
    parser = configparser.ConfigParser(interpolation=None, comment_prefixes=('#',))
    parser.optionxform = str
    parser.read_string(lint.read(path))
    return parser


def check_ids(lint):
    data = lint.root / 'data'
    for end in ('.desktop.in', '.metainfo.xml.in', '.service.in', '.gschema.xml', '.mime.xml.in'):
        if not (data / (ID + end)).is_file():
            lint.fail('data', f'lacks {ID}{end}')
            return
    entry = read_keyfile(lint, data / f'{ID}.desktop.in')['Desktop Entry']
    service = read_keyfile(lint, data / f'{ID}.service.in')['D-BUS Service']
    component = ElementTree.fromstring(lint.read(data / f'{ID}.metainfo.xml.in'))
    schema = ElementTree.fromstring(lint.read(data / f'{ID}.gschema.xml')).find('schema')
    kind = ElementTree.fromstring(lint.read(data / f'{ID}.mime.xml.in')).find('{*}mime-type').get('type')
    found = {
        'Icon of the desktop entry': (entry.get('Icon'), ID),
        'Name of the D-Bus service': (service.get('Name'), ID),
        'id of the MetaInfo': (component.findtext('id'), ID),
        'launchable of the MetaInfo': (component.findtext('launchable'), f'{ID}.desktop'),
        'D-Bus name of the MetaInfo': (component.findtext('provides/dbus'), ID),
        'gettext domain of the MetaInfo': (component.findtext('translation'), 'segue'),
        'id of the settings': (schema.get('id'), ID),
        'path of the settings': (schema.get('path'), '/' + ID.replace('.', '/') + '/'),
        'Exec of the desktop entry': ((entry.get('Exec') or '').split()[0], component.findtext('provides/binary')),
        'MimeType of the desktop entry': (entry.get('MimeType'), kind + ';'),
        'media type of the MetaInfo': (component.findtext('provides/mediatype'), kind),
        'app_id of meson.build': (re.search(r"app_id = '(.*)'", lint.read(lint.root / 'meson.build')).group(1), ID),
    }
    for what, (is_now, should_be) in found.items():
        if is_now != should_be:
            lint.fail('data', f'{what} is “{is_now}”, not “{should_be}”')
    for manifest in lint.files('flatpak', suffixes={'.json'}):
        if manifest.name == f'{ID}.json':
            loaded = json.loads(lint.read(manifest))
            if (loaded.get('id') or loaded.get('app-id')) != ID:
                lint.fail(lint.name(manifest), f'is not for {ID}')
    check_version(lint, component)
    check_store_text(lint, component)


def check_version(lint, component):
    version = re.search(r"version: '(.*?)'", lint.read(lint.root / 'meson.build')).group(1)
    newest = component.find('releases/release')
    if newest is None or newest.get('version') != version:
        lint.fail('data', f'the newest release in the MetaInfo is not {version}, the version in meson.build')


def check_store_text(lint, component):
    """The lengths that software centres show in full, in English and in every translation there is."""
    texts = {('name', ''): component.findtext('name'), ('summary', ''): component.findtext('summary')}
    for po in sorted((lint.root / 'po').glob('*.po')):
        for what in ('name', 'summary'):
            match = re.search(r'^msgid "%s"\nmsgstr "(.*)"$' % re.escape(texts[what, '']), lint.read(po), re.M)
            if match:
                texts[what, po.stem] = match.group(1)
    for (what, language), text in texts.items():
        limit = 15 if what == 'name' else 35
        if len(text) > limit or text.endswith('.') or not text:
            lint.fail('data', f'the {what} {language} “{text}” is longer than {limit} or ends with a full stop')
    if len(component.findall('branding/color')) != 2:
        lint.fail('data', 'the MetaInfo lacks a brand colour for light and for dark')


def check_settings_used(lint):
    """A key that no source names is a preference that does nothing."""
    source = '\n'.join(lint.read(p) for p in lint.files('src', suffixes={'.c', '.h', '.blp'}))
    keys = ElementTree.fromstring(lint.read(lint.root / 'data' / f'{ID}.gschema.xml')).iter('key')
    for key in keys:
        if f'"{key.get("name")}"' not in source:
            lint.fail(f'data/{ID}.gschema.xml', f'nothing in src uses “{key.get("name")}”')


def check_icons(lint):
    icons = [p for p in lint.files('data/icons', 'src/ui/icons') if p.suffix == '.svg']
    names = {p.name for p in icons}
    for name in (f'{ID}.svg', f'{ID}-symbolic.svg'):
        if name not in names:
            lint.fail('data/icons', f'lacks {name}')
    for path in icons:
        svg = ElementTree.fromstring(lint.read(path))
        if svg.get('width') != svg.get('height'):
            lint.fail(lint.name(path), 'is not square')
        if not path.name.endswith('-symbolic.svg'):
            continue
        if svg.get('viewBox') != '0 0 16 16':
            lint.fail(lint.name(path), 'is not drawn on the 16 px grid')
        for node in svg.iter():
            if node.get('stroke') or 'stroke' in (node.get('style') or ''):
                lint.fail(lint.name(path), 'has a stroke; GTK recolours fills and would fill it')
            if node.get('fill', '#2e3436') != '#2e3436':
                lint.fail(lint.name(path), f'has the colour {node.get("fill")}; symbolic icons have one')
    for resource in lint.files('src/ui', suffixes={'.xml'}):
        listed = re.findall(r'<file[^>]*>(icons/[^<]*)</file>', lint.read(resource))
        for path in icons:
            inside = path.relative_to(lint.root / 'src' / 'ui').as_posix() if 'src/ui/' in lint.name(path) else None
            if listed and inside and inside not in listed:
                lint.fail(lint.name(resource), f'does not bundle {inside}')


def check_format(lint):
    """The JSON Schema names every field that core declares, with the same words in every list of choices."""
    kinds = lint.root / 'src' / 'core' / 'segue-kinds.c'
    if not kinds.is_file():
        return
    text = lint.read(kinds)
    schema = json.loads(lint.read(lint.root / 'data' / 'segue-plan.schema.json'))
    choices = {name: re.findall('"([^"]+)"', body)
               for name, body in re.findall(r'const char \*const (\w+)\[\] = \{(.*?)\};', text, re.S)}
    for kind, body in re.findall(r'const SegueField (\w+)_fields\[\] = \{(.*?)\n\};', text, re.S):
        part = schema if kind == 'plan' else schema['$defs'].get('entry' if kind == 'journal' else kind)
        if part is None:
            lint.fail('data/segue-plan.schema.json', f'does not define {kind}')
            continue
        for entry in body.split('[SEGUE_')[1:]:
            name = re.search(r'= \{ "(\w+)"', entry).group(1)
            known = part['properties'].get(name)
            if (kind, name) in PLACED:
                continue
            if known is None:
                lint.fail('data/segue-plan.schema.json', f'{kind} has no {name}')
                continue
            nicks = re.search(r'\.nicks = (\w+)', entry)
            if nicks and choices[nicks.group(1)] != [c for c in known.get('enum', []) if c is not None]:
                lint.fail('data/segue-plan.schema.json', f'{kind}/{name} offers other words than core')


def compare(lint, one, two, where):
    """Same shape and values, and a different text wherever people read."""
    if type(one) is not type(two):
        lint.fail(where, f'{one!r} and {two!r} are of different kinds')
    elif isinstance(one, dict):
        if list(one) != list(two):
            lint.fail(where, f'has the keys {list(one)} and {list(two)}')
        for key in one.keys() & two.keys():
            (compare_texts if key in TEXTS else compare)(lint, one[key], two[key], f'{where}/{key}')
    elif isinstance(one, list):
        if len(one) != len(two):
            lint.fail(where, f'has {len(one)} and {len(two)} entries')
        for i, (a, b) in enumerate(zip(one, two)):
            compare(lint, a, b, f'{where}/{i}')
    elif one != two:
        lint.fail(where, f'{one!r} differs from {two!r}')


def compare_texts(lint, one, two, where):
    ones, twos = ([x] if isinstance(x, str) else x for x in (one, two))
    if len(ones) != len(twos):
        lint.fail(where, 'has texts in one language only')
    for a, b in zip(ones, twos):
        if a == b or not b.strip():
            lint.fail(where, f'“{a}” is not translated')
        elif not re.search('[가-힣]', b):
            lint.fail(where, f'“{b}” is not Korean')


def check_samples(lint):
    samples = lint.root / 'data' / 'samples'
    schema = json.loads(lint.read(lint.root / 'data' / 'segue-plan.schema.json'))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    paths = sorted(samples.glob('*.json'))
    if not paths:
        lint.fail('data/samples', 'has no sample plan')
    for path in paths:
        plan = json.loads(lint.read(path))
        for error in validator.iter_errors(plan):
            lint.fail(lint.name(path), f'{error.json_path}: {error.message}')
        other = path.with_name(path.name.replace('.en.', '.ko.'))
        if other != path and not other.is_file():
            lint.fail(lint.name(path), 'has no Korean twin')
        elif other != path:
            compare(lint, plan, json.loads(lint.read(other)), other.name)


def check(lint):
    check_ids(lint)
    check_settings_used(lint)
    check_icons(lint)
    check_samples(lint)
    check_format(lint)


if __name__ == '__main__':
    lintlib.main(check)
