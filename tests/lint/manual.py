#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The manual page describes the commands there are, all and only them."""

import re

import lint

TABLE = 'app/cli/cli.c'
PAGE = 'data/pagerdrill.1'
ENTRY = re.compile(r'\{\s*"([a-z-]+)",\s*drill_command_\w+')
DESCRIBED = re.compile(r'^\.TP\n\\fB([a-z-]+)\\fR', re.MULTILINE)


def check(tree):
    if not tree.exists(TABLE):
        yield f'{TABLE}, which lists the commands, is not there'
        return
    there = set(ENTRY.findall(tree.read(TABLE)))
    page = tree.read(PAGE) if tree.exists(PAGE) else ''
    commands = re.search(r'^\.SH COMMANDS\n(.*?)(?=^\.SH |\Z)', page, re.MULTILINE | re.DOTALL)
    described = set(DESCRIBED.findall(commands[1])) if commands else set()

    if not there:
        yield f'{TABLE} has no command that this check can read'
    for name in sorted(there - described):
        yield f'{PAGE} does not describe the command {name}'
    for name in sorted(described - there):
        yield f'{PAGE} describes {name}, which is no command'


COMMANDS = '{ "check", drill_command_check, "A", "B" },\n{ "play",\n  drill_command_play,'
PAGE_TEXT = '.SH COMMANDS\n.TP\n\\fBcheck\\fR a\nText.\n.TP\n\\fBplay\\fR\nText.\n.SH OPTIONS\n'
PLANTED = [
    ('a command without description', {TABLE: COMMANDS, PAGE: '.SH COMMANDS\n'},
     'does not describe the command play'),
    ('a description without command', {TABLE: COMMANDS.split('\n')[0], PAGE: PAGE_TEXT},
     'describes play, which is no command'),
    ('a description in another section',
     {TABLE: COMMANDS, PAGE: PAGE_TEXT.replace('.TP\n\\fBplay', '.SH OPTIONS\n.TP\n\\fBplay')},
     'does not describe the command play'),
    ('a table it cannot read', {TABLE: '', PAGE: '.SH COMMANDS\n'}, 'no command that'),
    ('no table', {PAGE: PAGE_TEXT}, 'is not there'),
]
ALLOWED = [('a page that is complete', {TABLE: COMMANDS, PAGE: PAGE_TEXT})]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
