#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Numbers of a stem agree with each other and with the answer.

stem-numbers.tsv holds, for each item that computes, equations over the numbers in
its text: "=" means equal, "~" within 5 percent.  Every number of an equation must
stand in the item, so that neither can be changed alone; CONSTANTS, which convert
units or count something that is named in words, need not.
"""

import ast
import math
import operator
import re

import chapters
import lint

TABLE = 'tests/content/stem-numbers.tsv'
CONSTANTS = {1, 2, 10, 24, 60, 100, 1000, 1024, 3600}
NEAR = 0.05
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
              ast.Div: operator.truediv, ast.Pow: operator.pow}


def value(node):
    if isinstance(node, ast.Constant):
        return node.value
    return OPERATIONS[type(node.op)](value(node.left), value(node.right))


def numbers_of(text):
    """All numbers in the text; shares in percent also as fractions."""
    text = re.sub(r'(?<=\d),(?=\d{3})', '', text)
    found = set()
    for match in re.finditer(r'\d+(?:\.\d+)?(\s?%)?', text):
        number = float(match[0].rstrip('% \u00a0'))
        found.add(number)
        if match[1]:
            found.add(number / 100)
    return found


def check_equation(where, equation, item):
    left, sign, right = re.fullmatch(r'(.+?) ([=~]) (.+)', equation).groups()
    trees = [ast.parse(side.replace('^', '**'), mode='eval').body for side in (left, right)]
    one, other = map(value, trees)
    if not math.isclose(one, other, rel_tol=NEAR if sign == '~' else 1e-9):
        yield f'{where}: {equation}, but the left side is {one:g}'
    known = {round(number, 9) for number in numbers_of(' '.join(item.prose))}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and round(node.value, 9) not in known | CONSTANTS:
                yield f'{where}: {node.value:g} is not in the text of {item.id}'


def check(tree):
    if not tree.exists(TABLE):
        return
    items = {item.id: item for chapter in chapters.load(tree) for item in chapter.every_item}
    for number, line in enumerate(tree.read(TABLE).splitlines(), 1):
        if not line or line.startswith('#'):
            continue
        identity, _, equation = line.partition('\t')
        where = f'{TABLE}:{number}'
        if identity not in items:
            yield f'{where}: there is no item {identity}'
        else:
            yield from check_equation(where, equation, items[identity])


def pack(equation, identity='mcq-a'):
    stem = 'A pool of 10 is held for 50 ms each, so 200 per second pass. 1 in 100 (1 %) fails. Why?'
    return {chapters.PACK + '/a.md': chapters.chapter(chapters.mcq('mcq-a', stem=stem)),
            TABLE: f'# id\tequation\n{identity}\t{equation}\n'}


PLANTED = [
    ('a wrong result', pack('10 * 1000 / 50 = 100'), 'the left side is 200'),
    ('a result that is not near', pack('10 * 1000 / 50 ~ 100'), 'the left side is 200'),
    ('a number from elsewhere', pack('10 * 1000 / 40 = 250'), '40 is not in the text'),
    ('an item that is gone', pack('1 = 1', 'mcq-z'), 'no item mcq-z'),
]
ALLOWED = [
    ('a right one', pack('10 * 1000 / 50 = 200')),
    ('a share', pack('0.01 * 100 = 1')),
    ('a power that is near', pack('2 ^ 10 / 10 ~ 100')),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
