# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The bundled chapters, read for what these checks ask.

This reads only the form that our own files have.  Whether the program reads the
same is the business of test-program.py, which compares the two.
"""

import dataclasses
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lint'))

PACK = 'content/node-incidents'
LEVELS = {'Junior', 'Mid-level', 'Senior', 'Staff', 'Principal', 'Lead', 'Architect', 'Any'}
COMMENT = re.compile(r'<!--\s*(\w+:.*?)\s*-->')
START = re.compile(r'### \d+\. (.+)')
TURN = re.compile(r'### Turn: ')
LABEL = re.compile(r'\*\*(A|Key Points|Common Mistakes|Follow-up|Correct Answer|Explanation|'
                   r'Scenario Setup|Interviewer|Candidate):\*\*\s*(.*)')
LETTERED = re.compile(r'- ([A-Z])\. (.+)')
REFERENCE = re.compile(r'- \[([^]]+)\]\(([^)]+)\)')


@dataclasses.dataclass
class Item:
    path: str
    line: int
    kind: str
    title: str
    levels: list = dataclasses.field(default_factory=list)
    data: dict = dataclasses.field(default_factory=dict)
    text: list = dataclasses.field(default_factory=list)
    points: list = dataclasses.field(default_factory=list)
    mistakes: list = dataclasses.field(default_factory=list)
    options: dict = dataclasses.field(default_factory=dict)
    reasons: dict = dataclasses.field(default_factory=dict)
    key: str = ''
    follow_ups: list = dataclasses.field(default_factory=list)

    @property
    def id(self):
        return self.data.get('id', '')

    @property
    def where(self):
        return f'{self.path}:{self.line}: {self.id or self.title[:40]}'

    def words(self, name):
        return [word.strip() for word in self.data.get(name, '').split(',') if word.strip()]

    @property
    def prose(self):
        """Everything a learner reads of it, one entry per paragraph or list item."""
        return [self.title, *self.text, *self.points, *self.mistakes,
                *self.options.values(), *self.reasons.values()]


@dataclasses.dataclass
class Chapter:
    path: str
    items: list = dataclasses.field(default_factory=list)
    references: dict = dataclasses.field(default_factory=dict)

    @property
    def every_item(self):
        for item in self.items:
            yield item
            yield from item.follow_ups


def split_levels(title):
    match = re.search(r' \(([^()]+)\)$', title)
    if match and all(level.strip() in LEVELS for level in match[1].split(',')):
        return title[:match.start()], [level.strip() for level in match[1].split(',')]
    return title, []


def pairs(comment):
    return {key.strip(): value.strip() for key, _, value in
            (pair.partition(':') for pair in comment.split(';'))}


class Reader:
    def __init__(self, path):
        self.chapter = Chapter(path)
        self.section = ''
        self.item = None
        self.part = None
        self.fence = ''

    def begin(self, line, kind, title, parent=None):
        title, levels = split_levels(title)
        self.item = Item(self.chapter.path, line, kind, title, levels)
        (parent.follow_ups if parent else self.chapter.items).append(self.item)
        self.part = self.item.text

    def take(self, number, line):
        mark = re.match(r'\s*(```|~~~)', line)
        if mark and self.fence in ('', mark[1]):
            self.fence = '' if self.fence else mark[1]
        elif not self.fence:
            self.take_text(number, line)

    def take_text(self, number, line):
        start = START.fullmatch(line)
        label = LABEL.match(line)
        comment = COMMENT.search(line)
        if line.startswith('## '):
            self.section = line[3:]
            self.item = None
            if self.section.startswith('Mock Interview Scenario'):
                self.begin(number, 'transcript', self.section.partition(': ')[2])
        elif start and self.section.startswith('Core Interview'):
            self.begin(number, 'question', start[1])
            self.root = self.item
        elif start and self.section.startswith('MCQ'):
            self.begin(number, 'mcq', start[1])
        elif self.section == 'References':
            reference = REFERENCE.match(line)
            if reference:
                identity = pairs(comment[1]).get('id', '') if comment else ''
                self.chapter.references[identity] = reference[2]
        elif self.item is None or TURN.match(line):
            return
        elif comment and not self.item.data and line.startswith('<!--'):
            self.item.data = pairs(comment[1])
        elif label:
            self.take_label(number, label[1], label[2])
        elif line.strip() and not line.startswith('<!--'):
            self.take_content(line.strip())

    def take_label(self, number, label, rest):
        item = self.item
        if label == 'Follow-up':
            self.begin(number, 'follow-up', rest, self.root)
            return
        if label == 'Correct Answer':
            item.key = rest.strip()
        parts = {'Key Points': item.points, 'Common Mistakes': item.mistakes,
                 'Explanation': item.reasons}
        self.part = parts.get(label, item.text)
        if rest and label != 'Correct Answer' and isinstance(self.part, list):
            self.part.append(rest)

    def take_content(self, line):
        item = self.item
        lettered = LETTERED.match(line)
        if item.kind == 'mcq' and lettered:
            target = item.reasons if self.part is item.reasons else item.options
            target[lettered[1]] = lettered[2]
        elif isinstance(self.part, list):
            self.part.append(re.sub(r'^(?:[-*]|\d+\.) ', '', line))


def read(path, text):
    reader = Reader(path)
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(number, line)
    return reader.chapter


def load(tree, pack=PACK):
    """The chapters of the pack, in order of their names."""
    return [read(path, tree.read(path)) for path in tree.files(pack)
            if path.count('/') == 2 and path.endswith('.md')]


def mcqs(chapters):
    return [item for chapter in chapters for item in chapter.items if item.kind == 'mcq']


def prose(markdown):
    """Text without what is code, and without the signs of Markdown."""
    text = re.sub(r'`[^`]*`', 'code', markdown)
    text = re.sub(r'\[([^]]*)\]\([^)]*\)', r'\1', text)
    return re.sub(r'[*_#>]', '', text)


def mcq(identity, key='B', stem='What do you do?', options=None, reasons=None, number=1):
    """One well-made MCQ, for the planted ones to differ from."""
    options = options or ['wait for it', 'stop it now', 'ask for it', 'leave it be']
    reasons = reasons or ['It would be right if the load were falling on its own and nobody were'
                          f' waiting for option {letter} of this question.' for letter in 'ABCD']
    lines = [f'### {number}. {stem} (Senior)', f'<!-- id: {identity}; topics: streams; refs: r-a -->', '']
    lines += [f'- {letter}. {option}' for letter, option in zip('ABCD', options)]
    lines += ['', f'**Correct Answer:** {key}', '', '**Explanation:**', '']
    lines += [f'- {letter}. {reason}' for letter, reason in zip('ABCD', reasons)]
    return '\n'.join(lines) + '\n\n'


def chapter(*items, section='MCQ Section'):
    return (f'# Chapter\n\n## {section}\n\n' + ''.join(items)
            + '## References\n\n- [A](https://example.org/a) <!-- id: r-a -->\n')
