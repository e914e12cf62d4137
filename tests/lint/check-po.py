# check-po.py - every sentence can be translated, and is
#
#   check-po.py [ROOT]        say what is missing, ready to be pasted into po/ko.po
#   check-po.py [ROOT] --fix  sort and complete po/POTFILES.in, bring po/ko.po in line with the source
#
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import sys
import tempfile

import lintlib

# The keywords of meson's glib preset, so that this test and `meson compile segue-pot` see the same sentences.
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
            '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
            '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
            '--flag=g_string_append_printf:2:c-format', '--flag=g_set_error:4:c-format',
            '--flag=g_error_new:3:c-format', '--package-name=segue', '--sort-by-file', '--no-location']
CALL = re.compile(r'(?<![\w.>])(?:_|N_|C_|NC_|ngettext|gettext|g_d[cnp]+gettext2?) *\(')
BLP_TEXT = re.compile(r'^\s*(?:\w*label|title|subtitle|\w*tooltip(?:-text|-markup)?|description|\w*heading|body'
                      r'|placeholder-text|text|\w*website-label|comments)\s*:\s*(["\'])(.*?)\1\s*;')
# A particle after a placeholder is wrong for half of all words; the sentence has to be turned.
PARTICLE = re.compile(r'(?:%(?:\d+\$)?[sd]|%(?:\d+\$)?" G_GU?INT64_FORMAT ")[”’"\')\]]*'
                      r'(?:을|를|이|가|은|는|와|과|으로|로|이나|나|이고|이며|라고|이라고)(?=[\s.,!?:…]|\\n|$)')
# The pairs that core/segue-particle.h resolves, and only in sentences that are handed to it.
PAIRS = {'{을/를}', '{이/가}', '{은/는}', '{과/와}', '{으로/로}'}
BOTH_PARTICLES = re.compile(r'을\(를\)|를\(을\)|이\(가\)|가\(이\)|은\(는\)|는\(은\)|와\(과\)|과\(와\)|\(으\)로|\(이\)')


def translatable(lint):
    for path in lint.files('data', 'src', suffixes={'.c', '.h', '.blp', '.in', '.xml'}):
        name = lint.name(path)
        if path.suffix in {'.c', '.h', '.blp'}:
            if CALL.search(lintlib.blank_comments(lint.read(path))):
                yield name
        elif name.endswith(('.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml')):
            yield name


def read_potfiles(lint):
    lines = lint.read(lint.root / 'po' / 'POTFILES.in').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def check_potfiles(lint, wanted):
    listed = read_potfiles(lint)
    if listed != sorted(set(listed)):
        lint.fail('po/POTFILES.in', 'is not sorted (check-po.py --fix sorts it)')
    for name in sorted(set(wanted) - set(listed)):
        lint.fail('po/POTFILES.in', f'lacks {name}')
    for name in sorted(set(listed) - set(wanted)):
        lint.fail('po/POTFILES.in', f'names {name}, which does not exist or has nothing to translate')


def check_blueprints(lint):
    """What xgettext, which reads Blueprint as C, would pass over; and text that nobody can translate."""
    for path in lint.files('src', suffixes={'.blp'}):
        for number, line in enumerate(lintlib.blank_comments(lint.read(path)).splitlines(), 1):
            where = f'{lint.name(path)}:{number}'
            if re.search(r"\b(?:_|C_) *\( *'", line):
                lint.fail(where, 'xgettext does not see text in single quotes')
            match = BLP_TEXT.match(line)
            if match and re.search(r'[^\W\d_]{2}', match.group(2)):
                lint.fail(where, f'“{match.group(2)}” is not marked for translation')


def check_typography(lint, pot):
    """English as it is printed: one character for an ellipsis, curly apostrophes, single spaces."""
    for entry in entries(pot):
        msgid = ''.join(re.findall(r'^(?:msgid(?:_plural)? )?"(.*)"$', entry[entry.index('msgid'):], re.M))
        # The mark in "%'d" groups the digits of a number.
        msgid = re.sub(r"%(\d\$)?'d", r'%\1d', msgid)
        for bad, good in (('...', '…'), ("'", '’'), ('  ', ' ')):
            if bad in msgid:
                lint.fail('typography', f'write “{good}” for “{bad}” in “{msgid}”')


def run(lint, command, where):
    done = subprocess.run(command, cwd=lint.root, capture_output=True, text=True)
    if done.returncode:
        lint.fail(where, f'{command[0]} failed:\n{done.stderr.strip()}')
    return done


def make_pot(lint, names, folder):
    """One pot of all files; Blueprint is told to be C, the rest is known by its name."""
    pots = []
    for kind, extra in (('blp', ['--language=C']), ('other', [])):
        part = [n for n in names if n.endswith('.blp') == (kind == 'blp') and (lint.root / n).is_file()]
        if part:
            pot = folder / f'{kind}.pot'
            done = run(lint, XGETTEXT + extra + ['-o', str(pot)] + part, 'xgettext')
            for line in done.stderr.splitlines():
                if 'is unknown' not in line:
                    lint.fail('xgettext', line)
            if pot.is_file():
                pots.append(str(pot))
    whole = folder / 'segue.pot'
    run(lint, ['msgcat', '--use-first', '-o', str(whole)] + pots, 'msgcat')
    return whole


def entries(path):
    """The entries of a po file as text blocks, without the header and what is obsolete."""
    text = subprocess.run(['msgcat', '--no-wrap', str(path)], capture_output=True, text=True, check=True).stdout
    return [e for e in text.strip().split('\n\n')
            if re.search('^msgid ', e, re.M) and 'msgid ""\nmsgstr ""\n"' not in e]


def check_language(lint, language, pot, folder):
    po = lint.root / 'po' / f'{language}.po'
    merged = folder / f'{language}.po'
    where = f'po/{language}.po'
    run(lint, ['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', str(merged), str(po), str(pot)], where)
    run(lint, ['msgfmt', '--check', '--check-accelerators=_', '-o', '/dev/null', str(merged)], where)
    for option, what in (('--untranslated', 'not translated; paste into the file and fill in'),
                         ('--only-fuzzy', 'fuzzy')):
        left = folder / 'left.po'
        run(lint, ['msgattrib', option, '--no-obsolete', '-o', str(left), str(merged)], where)
        found = entries(left) if left.is_file() else []
        left.unlink(missing_ok=True)
        if found:
            lint.fail(where, f'{len(found)} {what}:\n\n' + '\n\n'.join(found) + '\n')
    if language == 'ko':
        check_particles(lint, merged, where)
        check_pairs(lint, merged, where, folder)


def check_particles(lint, po, where):
    for entry in entries(po):
        translated = '\n'.join(entry[entry.index('msgstr'):].splitlines())
        for pattern in (PARTICLE, BOTH_PARTICLES):
            match = pattern.search(translated)
            if match:
                lint.fail(where, f'“{match.group(0)}”: no particle may follow a placeholder, turn the sentence:\n{entry}\n')


def key(entry):
    """What tells one entry from another: its context and its English."""
    return entry[re.search(r'^msg(?:ctxt|id) ', entry, re.M).start():entry.index('msgstr')]


def check_pairs(lint, po, where, folder):
    """A pair such as {은/는} that nobody resolves would be shown as it stands."""
    speakers = [n for n in translatable(lint)
                if n.endswith('.c') and 'segue_particle_resolve' in lint.read(lint.root / n)]
    known = set()
    if speakers:
        part = folder / 'speakers'
        part.mkdir()
        known = {key(e) for e in entries(make_pot(lint, speakers, part))}
    for entry in entries(po):
        pairs = set(re.findall(r'\{[^{}"]*\}', entry[entry.index('msgstr'):]))
        pairs -= set(re.findall(r'\{[^{}"]*\}', key(entry)) if pairs else [])
        for pair in sorted(p for p in pairs if re.search('[가-힣]', p)):
            if pair not in PAIRS:
                lint.fail(where, f'{pair} is no pair of particles; known are {" ".join(sorted(PAIRS))}')
            elif key(entry) not in known:
                lint.fail(where, f'{pair} stands in a sentence that never meets segue_particle_resolve:\n{entry}\n')


def fix_language(lint, po, pot, folder):
    """Add what is new, drop what is gone; the date in the header stays, or every branch would collide there."""
    dated = re.search(r'"POT-Creation-Date:.*', lint.read(po)).group(0)
    merged, kept = str(folder / 'merged.po'), folder / 'kept.po'
    run(lint, ['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, str(po), str(pot)], po.name)
    run(lint, ['msgattrib', '--no-obsolete', '--sort-output', '--no-wrap', '--no-location', '-o', str(kept), merged], po.name)
    po.write_text(re.sub(r'"POT-Creation-Date:.*', lambda _: dated, lint.read(kept)), encoding='utf-8')


def fix(lint, wanted):
    (lint.root / 'po' / 'POTFILES.in').write_text(''.join(f'{n}\n' for n in sorted(wanted)))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        pot = make_pot(lint, wanted, folder)
        for language in lint.read(lint.root / 'po' / 'LINGUAS').split():
            fix_language(lint, lint.root / 'po' / f'{language}.po', pot, folder)


def check(lint):
    wanted = list(translatable(lint))
    if '--fix' in sys.argv:
        fix(lint, wanted)
    check_potfiles(lint, wanted)
    check_blueprints(lint)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        pot = make_pot(lint, wanted, folder)
        check_typography(lint, pot)
        for language in lint.read(lint.root / 'po' / 'LINGUAS').split():
            check_language(lint, language, pot, folder)


if __name__ == '__main__':
    if '--fix' in sys.argv[1:2]:
        sys.argv.insert(1, str(pathlib.Path(__file__).parents[2]))
    lintlib.main(check)
