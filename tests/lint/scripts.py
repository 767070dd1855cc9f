#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Scripts parse and can be run, and no unfinished work is left in a remark."""

import ast
import os
import re
import subprocess

import lint

# Written in halves, so that a search for the marks does not find this line.
MARKS = re.compile(r'\b(?:TO' r'DO|FIX' r'ME|HA' r'CK)\b')


def parse_problem(path, text, full_path):
    first = text.split('\n', 1)[0]
    if path.endswith('.py') or 'python' in first:
        try:
            ast.parse(text, path)
        except SyntaxError as error:
            return f'{path}:{error.lineno}: {error.msg}'
    elif re.match(r'#!.*\b(?:bash|sh)\b', first) or path.endswith('.sh'):
        result = subprocess.run(['bash', '-n', full_path], capture_output=True, text=True,
                                check=False)
        if result.returncode != 0:
            return f'{path}: {result.stderr.strip()}'
    return None


def check(tree):
    for path in tree.files('app', 'data', 'tests'):
        if path.startswith('tests/fixtures/'):
            continue
        text = tree.read(path)
        full_path = tree.root / path
        is_script = text.startswith('#!')
        if is_script != os.access(full_path, os.X_OK):
            yield f'{path} ' + ('cannot be run' if is_script else 'has a run bit but no #! line')
        if is_script or path.endswith(('.py', '.sh')):
            problem = parse_problem(path, text, full_path)
            if problem:
                yield problem
        for match in MARKS.finditer(text):
            yield f'{path}:{lint.line_of(text, match.start())}: {match[0]}'


PLANTED = [
    ('a broken shell library', {'app/a.sh': 'if true; then\n'}, 'syntax error'),
    ('broken Python', {'tests/a.py': 'def a(:\n'}, 'tests/a.py:1:'),
    ('a script without a run bit', {'app/run': '#!/bin/sh\n'}, 'app/run cannot be run'),
    ('unfinished work', {'app/core/a.c': '\n/* TO' 'DO: more */'}, 'a.c:2:'),
]
ALLOWED = [
    ('good files', {'app/a.sh': 'true\n', 'tests/a.py': 'a = 1\n', 'app/a.c': 'int todo;\n'}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
