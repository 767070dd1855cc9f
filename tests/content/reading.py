#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The text can be read at three in the morning, also in a second language.

The measure is the Flesch-Kincaid grade (Kincaid and others, 1975):

    0.39 * words / sentences + 11.8 * syllables / words - 15.59

It counts years of school.  Code is left out, and syllables are counted by groups of
vowels, which is right for most words and wrong by a little on average.
"""

import re

import chapters
import lint

MAX_CHAPTER = 7.0
MAX_ITEM = 11.0
MAX_SENTENCE = 50
MIN_WORDS = 60

WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


def syllables(word):
    word = word.lower().rstrip("'’s")
    count = len(re.findall(r'[aeiouy]+', word))
    if word.endswith('e') and not word.endswith(('le', 'ee')) and count > 1:
        count -= 1
    if re.search(r'[^td]ed$', word) and count > 1:
        count -= 1
    return max(count, 1)


def sentences(paragraphs):
    for paragraph in paragraphs:
        for part in re.split(r'(?<=[.!?])["”)]?\s+', chapters.prose(paragraph)):
            words = WORD.findall(part)
            if words:
                yield words


def grade(paragraphs):
    found = list(sentences(paragraphs))
    words = [word for sentence in found for word in sentence]
    if len(words) < MIN_WORDS:
        return 0.0
    return (0.39 * len(words) / len(found)
            + 11.8 * sum(map(syllables, words)) / len(words) - 15.59)


def check(tree):
    for chapter in chapters.load(tree):
        value = grade([text for item in chapter.every_item for text in item.prose])
        if value > MAX_CHAPTER:
            yield f'{chapter.path}: grade {value:.1f}, wanted is {MAX_CHAPTER:.0f} at most'
        for item in chapter.every_item:
            value = grade(item.prose)
            if value > MAX_ITEM:
                yield f'{item.where}: grade {value:.1f}, wanted is {MAX_ITEM:.0f} at most'
            for words in sentences(item.prose):
                if len(words) > MAX_SENTENCE:
                    yield f'{item.where}: a sentence of {len(words)} words: {" ".join(words[:6])} ...'


HARD = ('Organisational accountability considerations notwithstanding, administrators'
        ' systematically characterise interdependencies. ') * 8
EASY = 'Stop the work. Look at the graph. Tell the team what you see. Then act. ' * 5


def pack(text):
    return {chapters.PACK + '/a.md': chapters.chapter(chapters.mcq('mcq-a', reasons=[text] * 4))}


PLANTED = [
    ('a hard text', pack(HARD), 'mcq-a: grade'),
    ('a hard chapter', pack(HARD), 'a.md: grade'),
    ('an endless sentence', pack(EASY + 'and so on ' * 20), 'a sentence of 60 words'),
]
ALLOWED = [
    ('an easy text', pack(EASY)),
    ('hard words in code', pack(EASY + '`organisationalAccountabilityConsiderations`. ' * 30)),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
