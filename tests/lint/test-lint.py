# test-lint.py - every checker passes a small good tree and fails each bad one, saying why
#
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
LICENCE = ' *\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n'


def c_file(name, body):
    return f'/* {name} - a fixture\n{LICENCE}{body}'


README = '''```
low ◄── high
```
| room | may use | what lives there |
|---|---|---|
| `low` | GLib | numbers |
| `high` | `low`, GLib, GIO | words |
'''

HEADER = 'msgid ""\nmsgstr ""\n"POT-Creation-Date: 2026-11-22 00:00+0000\\n"\n' \
         '"Language: ko\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n' \
         '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'


class Checker(unittest.TestCase):
    script = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def edit(self, name, old, new):
        path = self.root / name
        text = path.read_text(encoding='utf-8')
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding='utf-8')

    def check(self, *options):
        return subprocess.run([sys.executable, str(HERE / self.script), str(self.root), *options],
                              capture_output=True, text=True)

    def passes(self, *options):
        done = self.check(*options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def fails(self, *says):
        done = self.check()
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        for words in says:
            self.assertIn(words, done.stdout)


class Words(Checker):
    script = 'check-words.py'

    def test_words(self):
        self.write('src/a.c', 'int hackney, TODOS; /* mkstemp XXXXXX */\n')
        self.passes()
        for word in ('TO' 'DO', 'FIX' 'ME', 'XX' 'X', 'HA' 'CK', 'Not ' 'implemented', '미' '구현'):
            self.write('data/b.txt', f'fine\nthen {word}: more\n')
            self.fails(f'data/b.txt:2: unfinished: “{word}”')


class Sizes(Checker):
    script = 'check-sizes.py'

    def function(self, name, lines):
        return f'static void\n{name} (void)\n{{\n' + '  call ();\n' * (lines - 3) + '}\n'

    def test_function(self):
        self.write('src/a.c', c_file('a.c', self.function('right', 80) + self.function('big_class_init', 99)))
        self.passes()
        self.write('src/a.c', c_file('a.c', self.function('wide', 81)))
        self.fails('wide has 81 lines')

    def test_file(self):
        self.write('tests/a.py', 'pass\n' * 900)
        self.passes()
        self.write('tests/a.py', 'pass\n' * 901)
        self.fails('tests/a.py: has 901 lines')

    def test_head(self):
        self.write('src/a.c', c_file('b.c', ''))
        self.fails('begins otherwise')
        self.write('src/a.c', '/* a.c - nothing */\n')
        self.fails('SPDX')


class Rooms(Checker):
    script = 'check-rooms.py'

    def setUp(self):
        super().setUp()
        self.write('src/README.md', README)
        self.write('src/low/meson.build', "low_dep = declare_dependency(dependencies: [glib_dep])\n")
        self.write('src/low/a.h', '#include <glib.h>\n#include <string.h>\n')
        self.write('src/high/meson.build', "high_dep = declare_dependency(dependencies: [low_dep, gio_dep])\n")
        self.write('src/high/b.c', '#include "low/a.h"\n#include <gio/gio.h>\n/* #include "none/c.h" */\n')

    def test_good(self):
        self.passes()

    def test_includes(self):
        self.write('src/low/c.c', '#include "high/b.h"\n')
        self.fails('src/low/c.c:1: low may not include high/b.h')
        self.write('src/low/c.c', '#include <gio/gio.h>\n')
        self.fails('low may not use GIO')
        self.write('src/low/c.c', '#include <sqlite3.h>\n')
        self.fails('low may not use SQLite')
        self.write('src/low/c.c', '#include "a.h"\n')
        self.fails('is not written from src/')
        self.write('src/low/c.c', '#include "low/gone.h"\n')
        self.fails('does not exist')
        self.write('src/low/c.c', '#include <curl/curl.h>\n')
        self.fails('belongs to no library')

    def test_meson(self):
        self.write('src/low/meson.build', 'dependencies: [glib_dep, gtk_dep]\n')
        self.fails('low may not use gtk_dep')
        self.write('src/low/meson.build', 'dependencies: [glib_dep]\n')
        self.write('src/high/meson.build', 'dependencies: [gio_dep]\n')
        self.fails('lets high use low, the build does not')

    def test_drawing(self):
        self.edit('src/README.md', 'low ◄── high', 'high ◄── low')
        self.fails('high uses low, but the drawing')
        self.edit('src/README.md', 'high ◄── low', 'low')
        self.fails('the drawing lacks high')
        self.edit('src/README.md', '```\nlow', '```\nlow ◄── high ◄── attic')
        self.fails('the drawing shows attic')

    def test_table(self):
        self.write('src/cellar/meson.build', 'dependencies: [glib_dep]\n')
        self.fails('src/cellar: has no line in the table')
        self.edit('src/README.md', '`low`, GLib, GIO', '`low`, GLib, GIO, SQLite')
        self.fails('SQLite does not belong in high')

    def test_pure(self):
        self.write('src/README.md', README.replace('low', 'base'))
        (self.root / 'src/low').rename(self.root / 'src/base')
        self.write('src/base/meson.build', 'base_dep = declare_dependency(dependencies: [glib_dep])\n')
        self.write('src/high/b.c', '#include "base/a.h"\n')
        self.write('src/high/meson.build', 'dependencies: [base_dep, gio_dep]\n')
        self.write('src/base/d.c', 'int runtime (int); int x = runtime (1); /* time (NULL) */\n')
        self.passes()
        self.write('src/base/d.c', 'gint64 x = g_get_real_time ();\n')
        self.fails('knows no clock')
        self.write('src/base/d.c', 'const char *x = _("text");\n')
        self.fails('knows no clock')


class Po(Checker):
    script = 'check-po.py'

    def setUp(self):
        super().setUp()
        self.write('po/LINGUAS', 'ko\n')
        self.write('po/POTFILES.in', 'src/a.c\nsrc/b.blp\n')
        self.write('src/a.c', 'char *a = g_strdup_printf (_("Open “%s”"), x);\n/* _("no") */\n')
        self.write('src/b.blp', 'Button {\n  label: _("It’s a day"); // _("no")\n}\n')
        self.po('msgid "Open “%s”"\nmsgstr "“%s” 열기"\n\nmsgid "It’s a day"\nmsgstr "하루"\n')

    def po(self, text):
        self.write('po/ko.po', HEADER + text)

    def test_good(self):
        self.passes()

    def test_potfiles(self):
        self.write('po/POTFILES.in', 'src/b.blp\nsrc/a.c\n')
        self.fails('is not sorted')
        self.write('po/POTFILES.in', 'src/a.c\n')
        self.fails('lacks src/b.blp')
        self.write('po/POTFILES.in', 'src/a.c\nsrc/b.blp\nsrc/c.c\n')
        self.fails('names src/c.c')

    def test_untranslated(self):
        self.po('msgid "Open “%s”"\nmsgstr "“%s” 열기"\n')
        self.fails('1 not translated', 'msgid "It’s a day"\nmsgstr ""')
        self.po('msgid "Open “%s”"\nmsgstr "“%s” 열기"\n\n#, fuzzy\nmsgid "It’s a day"\nmsgstr "하루"\n')
        self.fails('1 fuzzy')

    def test_format(self):
        self.po('msgid "Open “%s”"\nmsgstr "“%d” 열기"\n\nmsgid "It’s a day"\nmsgstr "하루"\n')
        self.fails('fuzzy')
        self.po('msgid "Open “%s”"\nmsgstr "“%s” 열기"\n\nmsgid "It’s a day"\nmsgstr "하루\\n"\n')
        self.fails('msgfmt failed')

    def test_particles(self):
        for bad in ('“%s”을 엽니다', '%s을(를) 엽니다', '%s이(가) 열림', '“%s”와 엽니다'):
            self.po(f'msgid "Open “%s”"\nmsgstr "{bad}"\n\nmsgid "It’s a day"\nmsgstr "하루"\n')
            self.fails('no particle may follow')
        self.po('msgid "Open “%s”"\nmsgstr "“%s” 은행을 엽니다"\n\nmsgid "It’s a day"\nmsgstr "하루"\n')
        self.passes()

    def test_pairs(self):
        text = 'msgid "Open “%s”"\nmsgstr "“%s”{%s} 엽니다"\n\nmsgid "It’s a day"\nmsgstr "하루"\n'
        self.po(text.replace('{%s}', '{을/를}'))
        self.fails('{을/를} stands in a sentence that never meets')
        self.edit('src/a.c', 'char *a', 'segue_particle_resolve (a);\nchar *a')
        self.passes()
        self.po(text.replace('{%s}', '{를/을}'))
        self.fails('{를/을} is no pair')

    def test_blueprint(self):
        self.write('src/b.blp', "Button {\n  label: _('It’s a day');\n}\n")
        self.fails('single quotes')
        self.write('src/b.blp', 'Button {\n  label: _("It’s a day");\n  tooltip-text: "Help";\n}\n')
        self.fails('“Help” is not marked')

    def test_typography(self):
        self.edit('src/b.blp', 'It’s', "It's")
        self.fails('write “’” for “\'”')
        self.edit('src/a.c', 'Open “%s”', 'Open “%s”...')
        self.fails('write “…” for “...”')

    def test_fix(self):
        self.write('po/POTFILES.in', 'src/c.c\nsrc/a.c\n')
        self.po('msgid "Open “%s”"\nmsgstr "“%s” 열기"\n\nmsgid "Gone"\nmsgstr "없음"\n')
        self.assertEqual(self.check('--fix').returncode, 1)
        self.assertEqual((self.root / 'po/POTFILES.in').read_text(), 'src/a.c\nsrc/b.blp\n')
        self.assertNotIn('Gone', (self.root / 'po/ko.po').read_text())
        self.edit('po/ko.po', 'msgid "It’s a day"\nmsgstr ""', 'msgid "It’s a day"\nmsgstr "하루"')
        self.passes()


class Data(Checker):
    script = 'check-data.py'
    app = 'io.github.segue_planner.Segue'

    def setUp(self):
        super().setUp()
        for name in ('data', 'po', 'src'):
            shutil.copytree(ROOT / name, self.root / name)
        shutil.copyfile(ROOT / 'meson.build', self.root / 'meson.build')

    def test_good(self):
        self.passes()

    def test_ids(self):
        self.edit(f'data/{self.app}.desktop.in', f'Icon={self.app}', 'Icon=segue')
        self.fails('Icon of the desktop entry is “segue”')
        self.edit(f'data/{self.app}.desktop.in', 'plan+json;', 'plan+json;application/json;')
        self.fails('MimeType of the desktop entry')
        self.edit(f'data/{self.app}.metainfo.xml.in', '<id>io.', '<id>org.')
        self.fails('id of the MetaInfo')
        self.edit(f'data/{self.app}.metainfo.xml.in', '<release version="', '<release version="9.')
        self.fails('the newest release')
        self.edit(f'data/{self.app}.metainfo.xml.in', 'Plan a career change<', 'Plan a career change and all that hangs on it<')
        self.fails('is longer than 35')

    def test_settings(self):
        self.edit(f'data/{self.app}.gschema.xml', 'name="last-plan"', 'name="first-plan"')
        self.fails('nothing in src uses “first-plan”')

    def test_icons(self):
        self.edit('src/ui/icons/scalable/actions/segue-milestone-symbolic.svg', '<path ', '<path stroke="#000" ')
        self.fails('has a stroke')
        self.edit(f'data/icons/hicolor/symbolic/apps/{self.app}-symbolic.svg', '#2e3436', 'red')
        self.fails('has the colour red')
        (self.root / f'data/icons/hicolor/scalable/apps/{self.app}.svg').unlink()
        self.fails(f'lacks {self.app}.svg')

    def test_samples(self):
        ko = 'data/samples/grad-school.ko.json'
        self.edit(ko, '"2023-03-27"', '"2023-03-28"')
        self.fails("'2023-03-27' differs from '2023-03-28'")
        self.edit(ko, '"추석"', '"Chuseok"')
        self.fails('“Chuseok” is not translated')
        self.edit(ko, '"학사 일정"', '"Calendar"')
        self.fails('is not Korean')
        (self.root / ko).unlink()
        self.fails('has no Korean twin')

    def test_schema(self):
        for name in ('en', 'ko'):
            self.edit(f'data/samples/grad-school.{name}.json', '"relation": "on"', '"relation": "at"')
        self.fails("'at' is not one of")

    def test_format(self):
        self.edit('data/segue-plan.schema.json', '"checked_on"', '"checked_at"')
        self.fails('rule has no checked_on')
        self.edit('data/segue-plan.schema.json', '"todo", "doing"', '"doing", "todo"')
        self.fails('step/status offers other words than core')


if __name__ == '__main__':
    unittest.main()
