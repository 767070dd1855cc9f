#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The top level holds what was agreed on and stays readable at a glance.

Untracked files do not count where git can tell; a release archive has none.
"""

import os
import subprocess

import lint

AGREED = {'app', 'content', 'data', 'tests', 'po', 'meson.build', 'README.md', 'COPYING'}


def top_level(root):
    if (root / '.git').exists():
        try:
            listed = subprocess.run(['git', '-C', root, 'ls-files', '-z'],
                                    capture_output=True, check=True, text=True).stdout
            return {path.split('/')[0] for path in listed.split('\0') if path}
        except (OSError, subprocess.CalledProcessError):
            pass
    return {name for name in os.listdir(root) if not lint.is_build_directory(root / name)}


def check(tree):
    for name in sorted(top_level(tree.root)):
        if name not in AGREED and not name.startswith('.'):
            yield f'{name} is not one of the entries agreed for the top level'


PLANTED = [
    ('a stray file', {'notes.txt': ''}, 'notes.txt is not'),
    ('a stray folder', {'src/main.c': ''}, 'src is not'),
]
ALLOWED = [
    ('what was agreed', {'app/a': '', 'README.md': '', '.gitignore': ''}),
    ('a build directory', {'build/meson-private/a': ''}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
