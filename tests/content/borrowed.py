#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""No sentence is taken from elsewhere.

    borrowed.py SOURCE_ROOT [FOLDER-OR-FILE...]

Looks for runs of eight words that the bundled texts have in common with the
Markdown and text files in the folders.  The folders are given by whoever has them:
other people's texts are not part of this tree.  Without one, only the check itself
is tested.
"""

import pathlib
import re
import sys

import chapters
import lint

RUN = 8
WORD = re.compile(r"[a-z0-9]+(?:['’.][a-z0-9]+)*")


def words_with_lines(text):
    """Words in order, each with its line; comments and fences are passed over."""
    for pattern in (r'<!--.*?-->', r'^(```|~~~).*?^\1', r'\]\([^)]*\)'):
        text = re.sub(pattern, lambda match: lint.blank(match[0]), text, flags=re.S | re.M)
    for number, line in enumerate(text.lower().splitlines(), 1):
        for match in WORD.finditer(line):
            yield number, match[0]


def runs(text):
    """(line, eight words), wherever they begin."""
    words = list(words_with_lines(text))
    for i in range(len(words) - RUN + 1):
        yield words[i][0], ' '.join(word for _, word in words[i:i + RUN])


def is_phrase(run):
    """Numbers and names of functions in a row are facts, not sentences."""
    return sum(word.isalpha() for word in run.split()) >= RUN - 2


def foreign_runs(places):
    found = {}
    for place in map(pathlib.Path, places):
        files = [place] if place.is_file() else sorted(
            path for path in place.rglob('*') if path.suffix in ('.md', '.txt'))
        for path in files:
            for line, run in runs(path.read_text(encoding='utf-8', errors='replace')):
                found.setdefault(run, f'{path}:{line}')
    return found


def check_against(places):
    def check(tree):
        # A planted tree brings its own foreign text.
        here = tree.root / 'foreign'
        known = foreign_runs([here] if here.is_dir() else places)
        for path in tree.files('content'):
            if not path.endswith('.md'):
                continue
            last = 0
            for line, run in runs(tree.read(path)):
                if run in known and is_phrase(run) and line != last:
                    last = line
                    yield f'{path}:{line}: "{run}" is in {known[run]}'
    return check


SENTENCE = 'the quick brown fox jumps over the lazy dog at night'
PLANTED = [
    ('a sentence of somebody else', {
        'content/a.md': f'So it is:\n{SENTENCE.capitalize()}.\n', 'foreign/b.md': SENTENCE}, 'a.md:2:'),
    ('one that is broken over lines and marked', {
        'content/a.md': 'The **quick** brown\n`fox` jumps over, the\nlazy dog', 'foreign/b.txt': SENTENCE},
     'a.md:1:'),
]
ALLOWED = [
    ('seven words', {'content/a.md': 'the quick brown fox jumps over the cat', 'foreign/b.md': SENTENCE}),
    ('figures in a row', {'content/a.md': '10 20 40 80 160 300 s is it',
                          'foreign/b.md': '10 20 40 80 160 300 s is it'}),
]

if __name__ == '__main__':
    places = sys.argv[2:]
    for place in places:
        if not pathlib.Path(place).exists():
            sys.exit(f'{place}: there is no such file or folder')
    lint.run(check_against(places), PLANTED, ALLOWED)
