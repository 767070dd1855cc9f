#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Who may include whom, and who may name a widget that is on its way out.

The folders under app are layers.  Linking keeps some of it (a unit test links
one library), but a header can be included without a link error.
"""

import posixpath
import re

import lint

CORE_MAY_USE = {
    'base': set(),
    'store': {'base'},
    'pack': {'base'},
    'anki': {'base', 'store', 'pack'},
    'memory': {'base'},
    'incident': {'base'},
    'library': {'base', 'store', 'pack', 'anki', 'incident'},
    'study': {'base', 'store', 'pack', 'memory', 'incident', 'library'},
    'search': {'base', 'store', 'pack', 'memory', 'incident', 'library', 'study'},
}
UI_SHARED = {'widgets', 'compat', 'format', 'item', 'attempt'}
# These hold the pages of all features, and are the only folders that may.
UI_TOP = {'application', 'window'}

# Generated headers lie in the build directory and have no folder.
GENERATED = re.compile(r'^(config|[\w-]+-resources|[\w-]+-enums|[\w-]+-enum-types)\.h$')
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|gtksourceview|libadwaita)\b')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)

# libadwaita 1.2's names that 1.4 or GTK 4.10 deprecate, as words of the name.
PASSING = [
    ('Adw', ['Leaflet']),
    ('Adw', ['Flap']),
    ('Adw', ['Squeezer']),
    ('Adw', ['Message', 'Dialog']),
    ('Adw', ['View', 'Switcher', 'Title']),
    ('Gtk', ['File', 'Chooser']),
]


def passing_pattern():
    parts = []
    for prefix, words in PASSING:
        camel = ''.join(words)
        snake = '_'.join(words).lower()
        parts.append(rf'\b{prefix}{camel}\w*')
        parts.append(rf'\b{prefix.lower()}_{snake}_\w+')
        parts.append(rf'\b{prefix.upper()}_(?:TYPE_|IS_)?{snake.upper()}\w*')
    return re.compile('|'.join(parts))


PASSING_NAME = passing_pattern()


def layer_of(path):
    """('core', 'pack'), ('ui', 'quiz'), ('ui', ''), ('cli', '') or ('', '')."""
    parts = path.split('/')
    if parts[0] != 'app' or len(parts) < 3:
        return '', ''
    if parts[1] in ('core', 'ui'):
        return parts[1], parts[2] if len(parts) > 3 else ''
    return parts[1], ''


def resolve(tree, path, name):
    """The file in the tree that an include means, or a likely place for it."""
    for base in ('app/core', 'app', 'app/ui', posixpath.dirname(path)):
        if tree.exists(f'{base}/{name}'):
            return f'{base}/{name}'
    first = name.split('/')[0]
    if first in CORE_MAY_USE:
        return f'app/core/{name}'
    return f'app/{name}' if first in ('ui', 'cli') else f'app/ui/{name}'


def core_problem(folder, name, target_layer, target_folder):
    if GENERATED.match(name):
        return None
    if '/' not in name:
        return 'is written without its folder'
    if target_layer != 'core':
        return 'is above core'
    if target_folder != folder and target_folder not in CORE_MAY_USE.get(folder, set()):
        return f'is not below core/{folder}'
    return None


def ui_problem(folder, target_layer, target_folder):
    if target_layer == 'cli':
        return 'is the command line'
    if (target_layer, target_folder) == ('core', 'store'):
        return 'is the database, which the ui reaches through library and study'
    if target_layer != 'ui' or not target_folder or target_folder == folder:
        return None
    if folder in UI_SHARED and target_folder not in UI_SHARED:
        return f'is a feature, and {folder} knows none'
    if folder and folder not in UI_TOP and target_folder not in UI_SHARED:
        return 'belongs to another feature'
    return None


def include_problem(tree, path, quoted, name):
    layer, folder = layer_of(path)
    if '../' in name:
        return 'climbs out of its folder'
    if not quoted:
        if layer in ('core', 'cli') and TOOLKIT.match(name):
            return f'is the toolkit, and {layer} has no display'
        if layer == 'core' and name.startswith('glib/gi18n'):
            return 'translates, which core leaves to the ui'
        if layer in ('ui', 'cli') and name == 'sqlite3.h':
            return 'is the database, which only core touches'
        return None
    target_layer, target_folder = layer_of(resolve(tree, path, name))
    if layer == 'core':
        return core_problem(folder, name, target_layer, target_folder)
    if layer == 'cli' and target_layer == 'ui' and '/' in name:
        return 'is the ui'
    if layer == 'ui' and not GENERATED.match(name):
        return ui_problem(folder, target_layer, target_folder)
    return None


def check(tree):
    for path in tree.files('app', 'tests'):
        if path.endswith(('.c', '.h')):
            text = lint.c_without_comments(tree.read(path))
            for match in INCLUDE.finditer(text):
                problem = include_problem(tree, path, match[1] == '"', match[2])
                if problem:
                    yield f'{path}:{lint.line_of(text, match.start())}: {match[2]} {problem}'
            names = lint.c_code(text)
        elif path.endswith('.ui'):
            names = re.sub(r'<!--.*?-->', lambda m: lint.blank(m[0]), tree.read(path),
                           flags=re.DOTALL)
        else:
            continue
        if path.startswith('app/') and not path.startswith('app/ui/compat/'):
            for match in PASSING_NAME.finditer(names):
                yield (f'{path}:{lint.line_of(names, match.start())}: '
                       f'{match[0]} may be named in app/ui/compat only')


PLANTED = [
    ('GTK in core', {'app/core/base/a.c': '#include <gtk/gtk.h>\n'}, 'is the toolkit'),
    ('libadwaita in the command line', {'app/cli/a.c': '# include <adwaita.h>\n'},
     'is the toolkit'),
    ('translation in core', {'app/core/base/a.c': '#include <glib/gi18n.h>\n'}, 'translates'),
    ('the ui in core', {'app/core/base/a.c': '#include "ui/widgets/x.h"\n'}, 'is above core'),
    ('store in memory', {'app/core/memory/a.c': '#include "store/x.h"\n'},
     'is not below core/memory'),
    ('an upward include', {'app/core/pack/a.c': '#include "config.h"\n#include "study/x.h"\n'},
     'app/core/pack/a.c:2: study/x.h is not below'),
    ('memory in library', {'app/core/library/a.c': '#include "memory/x.h"\n'},
     'is not below core/library'),
    ('a core include without its folder', {'app/core/pack/a.c': '#include "item.h"\n'},
     'without its folder'),
    ('store in the ui', {'app/ui/quiz/a.c': '#include "store/x.h"\n'}, 'is the database'),
    ('SQLite in the ui', {'app/ui/quiz/a.c': '#include <sqlite3.h>\n'}, 'is the database'),
    ('the ui in the command line', {'app/cli/a.c': '#include "ui/widgets/x.h"\n'}, 'is the ui'),
    ('one feature in another', {'app/ui/quiz/a.c': '#include "ui/review/x.h"\n'},
     'belongs to another feature'),
    ('one feature in another, by its short name',
     {'app/ui/quiz/a.c': '#include "review/x.h"\n', 'app/ui/review/x.h': ''},
     'belongs to another feature'),
    ('a feature in widgets', {'app/ui/widgets/a.c': '#include "ui/quiz/x.h"\n'},
     'is a feature'),
    ('a feature in compat', {'app/ui/compat/a.c': '#include "ui/quiz/x.h"\n'}, 'is a feature'),
    ('a climbing include', {'tests/core/a.c': '#include "../x.h"\n'}, 'climbs out'),
    ('a passing widget in a template', {'app/ui/quiz/a.ui': '<object class="AdwLeaflet">\n'},
     'AdwLeaflet may be named'),
    ('a passing function', {'app/ui/quiz/a.c': '\nx = adw_message_dialog_new (a);\n'},
     'a.c:2: adw_message_dialog_new'),
    ('a passing type', {'app/ui/quiz/a.c': 'GTK_TYPE_FILE_CHOOSER_NATIVE\n'},
     'GTK_TYPE_FILE_CHOOSER_NATIVE'),
]
ALLOWED = [
    ('what stands below', {
        'app/core/study/a.c': '#include "config.h"\n#include "incident/run.h"\n'
                              '#include "store/x.h"\n#include <sqlite3.h>\n',
        'app/core/study/b.c': '#include "study/a.h"\n#include "study-resources.h"\n',
    }),
    ('the ui its own and what is shared', {
        'app/ui/quiz/a.c': '#include "quiz/x.h"\n#include "ui/widgets/x.h"\n'
                           '#include "study/x.h"\n#include "library/x.h"\n',
        'app/ui/quiz/x.h': '', 'app/core/library/x.h': '', 'app/ui/library/y.h': '',
        'app/ui/window/a.c': '#include "ui/quiz/x.h"\n',
        'app/ui/application.c': '#include "ui/window/x.h"\n',
    }),
    ('passing names in compat, comments and strings', {
        'app/ui/compat/a.c': 'adw_leaflet_new ()\n',
        'app/ui/quiz/a.c': '/* AdwLeaflet */ x = "AdwLeaflet"; // AdwFlap\n',
        'app/ui/quiz/b.c': '/* #include <sqlite3.h> */\nAdwViewSwitcher *x;\n',
    }),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
