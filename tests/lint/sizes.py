#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""No file holds so much that it must hold several ideas.

Past REPORTED lines a file is named; past the limit it fails.  The limits leave
room: splitting by ideas is a decision, and not one to take at line 501.
"""

import sys

import lint

REPORTED = 500
LIMITS = {'.c': 900, '.h': 400, '.ui': 700, '.py': 700}


def check(tree):
    for path in tree.files('app', 'tests'):
        for suffix, limit in LIMITS.items():
            if path.endswith(suffix):
                lines = tree.read(path).count('\n')
                if lines > limit:
                    yield f'{path} has {lines} lines; the limit for {suffix} is {limit}'


def report(tree):
    for path in tree.files('app'):
        if path.endswith(('.c', '.ui')):
            lines = tree.read(path).count('\n')
            if lines > REPORTED:
                print(f'{path}: {lines} lines', file=sys.stderr)


PLANTED = [
    ('a long source file', {'app/core/base/a.c': '\n' * 901}, 'a.c has 901 lines'),
    ('a long header', {'app/core/base/a.h': '\n' * 401}, 'a.h has 401 lines'),
    ('a long template', {'app/ui/a.ui': '\n' * 701}, 'a.ui has 701 lines'),
    ('a long script', {'tests/a.py': '\n' * 701}, 'a.py has 701 lines'),
]
ALLOWED = [
    ('files up to the limit', {'app/core/base/a.c': '\n' * 900, 'tests/a.csv': '\n' * 5000}),
]

if __name__ == '__main__':
    report(lint.Tree(sys.argv[1]))
    lint.run(check, PLANTED, ALLOWED)
