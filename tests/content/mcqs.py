#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Multiple-choice questions cannot be guessed from their shape, and every option
is answered.

RECALL names the items that ask for a fact rather than a decision or a
prediction.  A stem that opens like a definition must be among them.
"""

import collections
import re

import chapters
import lint

MIN_SHARE, MAX_SHARE = 0.15, 0.35
MIN_WORDS, MAX_WORDS = 20, 60
MAX_RATIO, SLACK = 1.7, 14
MAX_LONGEST = 0.35
MAX_RECALL = 0.15
SHARES_FROM = 20
MAX_RUN = 3

# The chapter that was there first, with reasons that were written by other rules.
OLDER = ('core.md',)

RECALL = {'mcq-delay-histogram', 'mcq-tracing', 'mcq-close-by-version', 'mcq-exit-code-13'}
DEFINITION = re.compile(r'^(What (is|are|does)\b(?! (the|it|that|your|there|right|wrong|become))|'
                        r'Define\b|Which of the following (is|are)\b|What .* stand for)', re.I)


def check_options(item):
    letters = list(item.options)
    if letters != ['A', 'B', 'C', 'D']:
        yield f'{item.where}: has the options {letters}, not A to D'
    if list(item.reasons) != letters:
        yield f'{item.where}: has reasons for {list(item.reasons)}'
    if item.key not in item.options:
        yield f'{item.where}: has the key "{item.key}"'
    lengths = [len(option) for option in item.options.values()]
    if lengths and max(lengths) > MAX_RATIO * min(lengths) and max(lengths) - min(lengths) > SLACK:
        yield f'{item.where}: options of {min(lengths)} and {max(lengths)} characters'


def check_reasons(item):
    for letter, reason in item.reasons.items():
        count = len(reason.split())
        if not MIN_WORDS <= count <= MAX_WORDS:
            yield f'{item.where}: the reason for {letter} has {count} words'


def is_longest(item):
    lengths = sorted(len(option) for option in item.options.values())
    return len(item.options.get(item.key, '')) == lengths[-1] > lengths[-2]


def check_shares(items):
    if len(items) < SHARES_FROM:
        return
    keys = collections.Counter(item.key for item in items)
    for letter in 'ABCD':
        share = keys[letter] / len(items)
        if not MIN_SHARE <= share <= MAX_SHARE:
            yield f'{letter} is the key of {share:.0%} of {len(items)} items'
    longest = sum(map(is_longest, items)) / len(items)
    if longest > MAX_LONGEST:
        yield f'the key is the longest option in {longest:.0%}'
    recall = sum(item.id in RECALL for item in items) / len(items)
    if recall > MAX_RECALL:
        yield f'{recall:.0%} of the items ask for a fact'


def check_pattern(path, items):
    """No run of one letter, and no short sequence that goes round."""
    keys = ''.join(item.key for item in items)
    for match in re.finditer(r'(.)\1{%d,}' % MAX_RUN, keys):
        yield f'{path}: {len(match[0])} times {match[1]} in a row'
    for period in range(2, 5):
        if len(keys) >= 3 * period and all(keys[i] == keys[i % period] for i in range(len(keys))):
            yield f'{path}: the keys repeat {keys[:period]}'


def normal(title):
    return ' '.join(re.findall(r'[a-z0-9]+', title.lower()))


def check_stems(items):
    seen = {}
    for item in items:
        first = seen.setdefault(normal(item.title), item)
        if first is not item:
            yield f'{item.where}: the stem of {first.id}'
        if DEFINITION.match(item.title) and item.id not in RECALL:
            yield f'{item.where}: asks for a definition'


def check(tree):
    read = chapters.load(tree)
    items = chapters.mcqs(read)
    for item in items:
        yield from check_options(item)
        if not item.path.endswith(OLDER):
            yield from check_reasons(item)
    yield from check_shares(items)
    yield from check_stems(items)
    for chapter in read:
        yield from check_pattern(chapter.path,
                                 [item for item in chapter.items if item.kind == 'mcq'])


def many(keys, **more):
    return chapters.chapter(*(chapters.mcq(f'mcq-{n}', key, f'What now, case {n}?', number=n + 1, **more)
                              for n, key in enumerate(keys)))


def one(**more):
    return {chapters.PACK + '/a.md': chapters.chapter(chapters.mcq('mcq-a', **more))}


SHORT = ['It is right now and then.'] * 4
PLANTED = [
    ('a reason that is too short', one(reasons=SHORT), 'has 6 words'),
    ('a reason that is too long', one(reasons=['word ' * 61] * 4), 'has 61 words'),
    ('a missing reason', one(reasons=['word ' * 30] * 3), 'has reasons for'),
    ('three options', one(options=['one', 'two', 'three'], reasons=['word ' * 30] * 3), 'not A to D'),
    ('a key that is no option', one(key='E'), 'has the key "E"'),
    ('options of unlike length', one(options=['yes', 'no', 'perhaps', 'yes, but only on a Tuesday']),
     'options of 2 and 26'),
    ('too many keys at C', {chapters.PACK + '/a.md': many('CABCDCCBACDCCABCDCCB')}, 'C is the key of'),
    ('too few keys at D', {chapters.PACK + '/a.md': many('ABCABBCACABCDABCBACA')}, 'D is the key of 5%'),
    ('keys that are the longest', {chapters.PACK + '/a.md': many(
        'ABBBDBBBCBBBABBBDBBB', options=['wait for it', 'stop it now, all', 'ask', 'leave it'])},
     'the key is the longest option in 75%'),
    ('a run of one letter', {chapters.PACK + '/a.md': many('ADDDDB')}, '4 times D in a row'),
    ('keys that go round', {chapters.PACK + '/a.md': many('ABCDABCDABCD')}, 'repeat ABCD'),
    ('one stem twice', {chapters.PACK + '/a.md': chapters.chapter(
        chapters.mcq('mcq-a', stem='What now?'), chapters.mcq('mcq-b', stem='What, now?', number=2))},
     'the stem of mcq-a'),
    ('a definition', one(stem='What is backpressure?'), 'asks for a definition'),
]
ALLOWED = [
    ('a good one', one()),
    ('twenty with spread keys', {chapters.PACK + '/a.md': many('ADBCCABDACBDDBACBDCA')}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
