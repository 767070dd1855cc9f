#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""po/LINGUAS lists the translations there are, and msgfmt accepts each."""

import re
import subprocess

import lint


def check(tree):
    text = tree.read('po/LINGUAS') if tree.exists('po/LINGUAS') else ''
    listed = [word for line in text.splitlines() for word in line.split('#')[0].split()]
    there = [path[3:-3] for path in tree.files('po') if re.fullmatch(r'po/[^/]+\.po', path)]

    if listed != sorted(there):
        yield (f"po/LINGUAS says '{' '.join(listed)}', "
               f"but the translations are '{' '.join(sorted(there))}'")
    for language in there:
        path = f'po/{language}.po'
        result = subprocess.run(
            ['msgfmt', '--check', '--output-file=/dev/null', tree.root / path],
            capture_output=True, text=True, check=False)
        if result.returncode != 0:
            yield from (f'{path}: {line}' for line in result.stderr.splitlines())
        if 'charset=UTF-8' not in tree.read(path):
            yield f'{path}: the header does not say charset=UTF-8'


HEADER = r'''msgid ""
msgstr ""
"Project-Id-Version: pagerdrill\n"
"PO-Revision-Date: 2025-01-01 00:00+0000\n"
"Last-Translator: A <a@example.org>\n"
"Language-Team: none\n"
"Language: xx\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

'''
PLANTED = [
    ('an unlisted translation', {'po/LINGUAS': '', 'po/xx.po': HEADER}, 'the translations are'),
    ('a listed translation that is not there', {'po/LINGUAS': 'xx\n'}, "says 'xx'"),
    ('a format that does not match',
     {'po/LINGUAS': 'xx', 'po/xx.po': HEADER + '#, c-format\nmsgid "%d cards"\nmsgstr "%s c"\n'},
     'format specifications'),
    ('another encoding', {'po/LINGUAS': 'xx', 'po/xx.po': HEADER.replace('UTF-8', 'ASCII')},
     'charset=UTF-8'),
]
ALLOWED = [
    ('a good translation',
     {'po/LINGUAS': '# none\nxx\n', 'po/xx.po': HEADER + 'msgid "a"\nmsgstr "b"\n'}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
