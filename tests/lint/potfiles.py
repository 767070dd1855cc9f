#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""po/POTFILES lists the files with something to translate, all and only them."""

import re

import lint

CALL = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|Q_|D_|g_dngettext|g_dpgettext2?|d?n?gettext)'
                  r'\s*\(\s*"')
ATTRIBUTE = re.compile(r'\btranslatable\s*=\s*["\'](?:yes|true|1)["\']')
POTFILES = 'po/POTFILES'


def is_translatable(path, text):
    if path.endswith(('.c', '.h')):
        return bool(CALL.search(lint.c_code(text)))
    if path.endswith('.ui'):
        return bool(ATTRIBUTE.search(re.sub(r'<!--.*?-->', '', text, flags=re.DOTALL)))
    return path.endswith(('.desktop.in', '.metainfo.xml.in'))


def check(tree):
    text = tree.read(POTFILES) if tree.exists(POTFILES) else ''
    listed = [line.strip() for line in text.splitlines()
              if line.strip() and not line.startswith('#')]
    wanted = {path for path in tree.files('app', 'data') if is_translatable(path, tree.read(path))}

    for path in sorted(wanted - set(listed)):
        yield f'{POTFILES} lacks {path}'
    for path in sorted(set(listed) - wanted):
        yield f'{POTFILES} lists {path}, which has nothing to translate or is not there'
    if listed != sorted(set(listed)):
        yield f'{POTFILES} is not sorted, or names a file twice'


PLANTED = [
    ('an unlisted call', {'app/ui/a.c': 'x = _("Quiz");'}, 'lacks app/ui/a.c'),
    ('an unlisted call with a space', {'app/ui/a.c': 'x = _ ("Quiz");'}, 'lacks app/ui/a.c'),
    ('an unlisted context', {'app/ui/a.c': 'x = C_ ("button", "Quiz");'}, 'lacks'),
    ('an unlisted plural', {'app/ui/a.c': 'x = ngettext ("%d card", "%d cards", n);'}, 'lacks'),
    ('an unlisted template', {'app/ui/a.ui': '<p translatable="yes">a</p>'}, 'lacks'),
    ('an unlisted desktop file', {'data/a.desktop.in': ''}, 'lacks data/a.desktop.in'),
    ('a file without text', {POTFILES: 'app/ui/a.c\n', 'app/ui/a.c': 'x = foo_ ("a");'},
     'lists app/ui/a.c'),
    ('text in a comment only', {POTFILES: 'app/ui/a.c\n', 'app/ui/a.c': '/* _("a") */'},
     'lists app/ui/a.c'),
    ('a file that is gone', {POTFILES: 'app/ui/a.c\n'}, 'lists app/ui/a.c'),
    ('disorder', {POTFILES: 'app/b.c\napp/a.c\n', 'app/a.c': '_("a")', 'app/b.c': '_("b")'},
     'not sorted'),
]
ALLOWED = [
    ('a full list', {POTFILES: '# comment\napp/a.c\n', 'app/a.c': '_("a")',
                     'app/b.c': 'x = "_(";  foo_ ("b");'}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
