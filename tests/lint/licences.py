#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Every source file names its licence and its holders in its first lines.

A file with one SQL statement or a list of resources is no more than the build
files are, and does without.
"""

import lint

SUFFIXES = ('.c', '.h', '.ui', '.css', '.py', '.svg', '.metainfo.xml.in', '.gschema.xml',
            '.desktop.in', '.service.in', '.1', '.tsv')
LINES = ('SPDX-License-Identifier: GPL-3.0-or-later',
         'SPDX-FileCopyrightText: The Pagerdrill contributors')
FIRST_LINES = 8


def check(tree):
    for path in tree.files('app', 'data', 'tests'):
        # What tests read is data, and the point of some is to be malformed.
        if path.startswith('tests/fixtures/'):
            continue
        text = tree.read(path)
        if not path.endswith(SUFFIXES) and not text.startswith('#!'):
            continue
        head = '\n'.join(text.splitlines()[:FIRST_LINES])
        for line in LINES:
            if line not in head:
                yield f'{path}: the first {FIRST_LINES} lines lack "{line}"'


BOTH = '\n'.join(LINES)
PLANTED = [
    ('no header', {'app/core/base/a.c': 'int a;\n'}, 'a.c: the first'),
    ('another licence', {'app/ui/quiz/a.ui': BOTH.replace('GPL-3.0-or-later', 'MIT')},
     'lack "SPDX-License'),
    ('no holder', {'tests/core/a.c': LINES[0]}, 'lack "SPDX-FileCopyright'),
    ('a header that comes late', {'data/a.svg': '\n' * FIRST_LINES + BOTH}, 'a.svg'),
    ('a script without one', {'app/tool': '#!/bin/sh\n'}, 'app/tool'),
]
ALLOWED = [
    ('the header', {'app/core/base/a.c': BOTH, 'app/tool': '#!/bin/sh\n' + BOTH}),
    ('other files and fixtures', {'app/core/a.md': 'text', 'tests/fixtures/a.c': 'int a;'}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
