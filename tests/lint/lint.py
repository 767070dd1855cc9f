# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""What every check of the source tree shares.

A check is a function that takes a Tree and yields problems, one line each.
Its file also plants violations: small trees together with the words that the
check must answer with.  They run before the real tree, because a check that
cannot fail says nothing.  Output is TAP.
"""

import os
import pathlib
import re
import sys
import tempfile

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def is_build_directory(path):
    return (path / 'meson-private').is_dir()


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def files(self, *folders):
        """Paths of all files below the folders, relative to the root, sorted.

        Hidden folders, build directories and Python's caches are no sources.
        """
        found = []
        for folder in folders or ['.']:
            for where, names, files in os.walk(self.root / folder):
                where = pathlib.Path(where)
                names[:] = [name for name in names
                            if not name.startswith('.') and name != '__pycache__'
                            and not is_build_directory(where / name)]
                found += [(where / name).relative_to(self.root).as_posix()
                          for name in files if not name.endswith(('~', '.swp'))]
        return sorted(found)

    def read(self, path):
        return (self.root / path).read_text(encoding='utf-8', errors='replace')

    def exists(self, path):
        return (self.root / path).exists()


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def blank(text):
    """Spaces in place of the text, so that lines and columns stay."""
    return re.sub(r'[^\n]', ' ', text)


def c_code(text):
    """C source without its comments and without what its strings say."""
    def empty(match):
        token = match[0]
        if token[0] == '/':
            return blank(token)
        return token[0] + blank(token[1:-1]) + token[-1]
    return TOKEN.sub(empty, text)


def c_without_comments(text):
    return TOKEN.sub(lambda match: blank(match[0]) if match[0][0] == '/' else match[0], text)


def c_strings(text):
    """(line, content) of each string literal in C source."""
    for match in TOKEN.finditer(text):
        if match[0][0] == '"':
            yield line_of(text, match.start()), match[0][1:-1]


def plant(files, folder):
    for path, text in files.items():
        target = pathlib.Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding='utf-8')


def run(check, planted, allowed=()):
    """Run check on each planted tree, on each allowed one, and on the real one.

    planted: (title, {path: text}, expected part of a problem)
    allowed: (title, {path: text}), in which the check must find nothing
    The real tree's root is the program's only argument.
    """
    cases = []
    for title, files, expected in planted:
        with tempfile.TemporaryDirectory() as folder:
            plant(files, folder)
            problems = list(check(Tree(folder)))
        good = any(expected in problem for problem in problems)
        cases.append((f'finds {title}', good, [] if good else problems or ['nothing found']))
    for title, files in allowed:
        with tempfile.TemporaryDirectory() as folder:
            plant(files, folder)
            problems = list(check(Tree(folder)))
        cases.append((f'allows {title}', not problems, problems))
    problems = list(check(Tree(sys.argv[1])))
    cases.append(('the source tree', not problems, problems))

    print('TAP version 13')
    print(f'1..{len(cases)}')
    for number, (title, good, details) in enumerate(cases, 1):
        print(f"{'ok' if good else 'not ok'} {number} {title}")
        for detail in details:
            print(f'# {detail}')
    sys.exit(0 if all(good for _, good, _ in cases) else 1)
