#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Open questions can be graded and lead somewhere: key points with grades, common
mistakes with a consequence, follow-ups with an answer.
"""

import re

import chapters
import lint

GRADE = re.compile(r'\((must|good|excellent)\) \S')
POINTS = range(3, 7)
MISTAKES = range(2, 5)
FOLLOW_UPS = range(2, 4)

# Its questions have one follow-up each, longer than the others.
OLDER = ('core.md',)


def check_item(item):
    for name, found, allowed in [('key points', item.points, POINTS),
                                 ('common mistakes', item.mistakes, MISTAKES),
                                 ('follow-ups', item.follow_ups, FOLLOW_UPS)]:
        if name == 'follow-ups' and item.path.endswith(OLDER):
            allowed = range(1, 4)
        if len(found) not in allowed:
            yield (f'{item.where}: {len(found)} {name}, wanted are '
                   f'{allowed.start} to {allowed.stop - 1}')
    for point in item.points:
        if not GRADE.match(point):
            yield f'{item.where}: the point "{point[:40]}" has no grade'
    if not any(point.startswith('(must)') for point in item.points):
        yield f'{item.where}: no point is a must'
    for mistake in item.mistakes:
        if not re.search(r'[:.,;] \S', mistake):
            yield f'{item.where}: the mistake "{mistake[:40]}" has no consequence'
    for part in [item, *item.follow_ups]:
        if not part.text:
            yield f'{part.where}: no answer'


def check(tree):
    for chapter in chapters.load(tree):
        for item in chapter.items:
            if item.kind == 'question':
                yield from check_item(item)


def question(points=3, mistakes=2, follow_ups=2, grade='(must) ', answer='Stop it.',
             consequence=': it comes back'):
    text = f'### 1. What now? (Senior)\n<!-- id: what-now -->\n\n**A:** {answer}\n\n**Key Points:**\n\n'
    text += ''.join(f'- {grade}Point {n}.\n' for n in range(points))
    text += '\n**Common Mistakes:**\n\n'
    text += ''.join(f'- Mistake {n}{consequence}\n' for n in range(mistakes))
    for n in range(follow_ups):
        text += f'\n**Follow-up:** And then {n}?\n<!-- id: then-{n} -->\n\n**A:** Look again.\n'
    return {chapters.PACK + '/a.md': chapters.chapter(text + '\n', section='Core Interview Questions')}


PLANTED = [
    ('too few key points', question(points=2), '2 key points'),
    ('too many key points', question(points=7), '7 key points'),
    ('too few mistakes', question(mistakes=1), '1 common mistakes'),
    ('too few follow-ups', question(follow_ups=1), '1 follow-ups'),
    ('too many follow-ups', question(follow_ups=4), '4 follow-ups'),
    ('a point without a grade', question(grade=''), 'has no grade'),
    ('nothing that must be said', question(grade='(good) '), 'no point is a must'),
    ('a mistake without a consequence', question(consequence=''), 'has no consequence'),
    ('no answer', question(answer=''), 'no answer'),
]
ALLOWED = [('a good one', question()), ('all it may have', question(6, 4, 3))]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
