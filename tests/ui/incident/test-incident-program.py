#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""An incident in the whole program, by the keyboard alone, and after a crash."""

import contextlib
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tests' / 'support'))
import tap  # noqa: E402
from program import Program, wait  # noqa: E402

BINARY = sys.argv[2]
TITLE = 'Gateway memory climbs'

# The reference run: what the button of each action begins with, and how many key
# points its question has.
REFERENCE = [
    ('Say what you know', 2),
    ('Read the logs', 0),
    ('Turn the flag off', 0),
    ('Open the memory panel', 0),
    ('Restart one instance at a time', 0),
    ('Stand down', 0),
]


def runs(folder):
    path = pathlib.Path(folder) / 'progress.db'
    with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as database:
        return database.execute('SELECT moves, finished, score, ending, words, parent FROM run'
                                ' ORDER BY started_ms').fetchall()


class Incident(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(suffix=' data')
        self.content = tempfile.mkdtemp(suffix=' content')
        shutil.copytree(ROOT / 'tests' / 'fixtures' / 'scenarios', pathlib.Path(self.content) / 'pack')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(shutil.rmtree, self.content, ignore_errors=True)

    def start(self, **more):
        program = Program(BINARY, folder=self.folder,
                          env={'PAGERDRILL_CONTENT_DIR': self.content}, **more)
        self.addCleanup(program.stop)
        return program

    def go_to_incidents(self, program):
        program.tab_to('list item', re.compile('^(Today|Incidents)'))
        while not program.settled_focus().spoken.startswith('Incidents'):
            before = program.settled_focus()
            program.key('Down')
            wait('the next row', lambda: program.focus() not in (None, before))
        program.key('Return')
        program.see('push button', re.compile(f'^(Play|Continue): {TITLE}$'))

    def open(self, program, word):
        self.go_to_incidents(program)
        program.tab_to('push button', f'{word}: {TITLE}')
        program.key('Return')

    def moves(self):
        found = runs(self.folder)
        return found[-1][0].split() if found else []

    def act(self, program, name):
        """Press the key that stands on the button."""
        before = len(self.moves())
        button = program.see('push button', re.compile(f'^{name}'))
        program.key(button_key(program, button))
        wait('the move on the disk', lambda: len(self.moves()) > before)
        program.settled_focus()

    def answer(self, program, words, n_points):
        wait('the text', lambda: program.focus().role == 'text')
        program.type(words)
        program.key('ctrl+Return')
        wait('the key points', lambda: program.focus().role == 'check box')
        for index in range(n_points):
            program.key('space')
            if index + 1 < n_points:
                before = program.settled_focus()
                program.key('Down')
                wait('the next point', lambda: program.focus() not in (None, before))
        wait('the ticks', lambda: len([node for node in program.find('check box')
                                       if node.has('checked')]) == n_points)
        before = len(self.moves())
        program.key('ctrl+Return')
        wait('the answer on the disk', lambda: len(self.moves()) > before)
        program.settled_focus()

    def test_the_reference_run_by_keyboard(self):
        program = self.start()
        self.open(program, 'Play')
        wait('the button', lambda: program.focus() and program.focus().spoken == 'Take the Pager')
        program.key('Return')
        program.see('push button', re.compile('^Read the logs'))
        for name, n_points in REFERENCE:
            self.act(program, name)
            if n_points > 0:
                self.answer(program, 'Customers, and the next update in ten minutes', n_points)
        program.tab_to('push button', 'Show the Debrief')
        program.key('Return')
        program.see('label', text='100 of 100 · passed')
        program.settled_focus()
        program.close()

        (moves, finished, score, ending, words, parent), = runs(self.folder)
        self.assertEqual('first-update first-update=3 console logs console flag-off console'
                         ' memory-panel console rolling-restart console stand-down', moves)
        self.assertEqual((1, 100, 'resolved', None), (finished, score, ending, parent))
        self.assertIn('Customers, and the next update', words)

    def test_a_run_goes_on_after_a_crash(self):
        """In the middle of an answer, after an action, and at the end.  That each
        move is on the disk is tested without a display."""
        program = self.start()
        self.open(program, 'Play')
        wait('the button', lambda: program.focus() and program.focus().spoken == 'Take the Pager')
        program.key('Return')
        program.see('push button', re.compile('^Read the logs'))
        for index, (name, n_points) in enumerate(REFERENCE):
            self.act(program, name)
            if index in (0, 2, 5):
                program = self.crash(program)
            if n_points > 0:
                program.see('text', 'Your answer')
                self.answer(program, 'Customers', n_points)
        program.see('push button', 'Show the Debrief')
        program.close()
        self.assertEqual([(100, 'resolved')], [run[2:4] for run in runs(self.folder)])

    def crash(self, program):
        before = self.moves()
        program.process.kill()
        program.process.wait()
        self.assertEqual(before, self.moves())
        program = self.start()
        self.open(program, 'Continue')
        program.see('push button', 'Undo the Last Decision')
        return program

    def test_leaving_undoing_and_trying_again(self):
        program = self.start()
        self.open(program, 'Play')
        wait('the button', lambda: program.focus() and program.focus().spoken == 'Take the Pager')
        program.key('Return')
        program.see('push button', re.compile('^Read the logs'))
        self.act(program, 'Read the logs')
        self.act(program, 'Restart all')
        program.key('u')
        wait('the undo on the disk', lambda: self.moves() == ['logs'])
        program.settled_focus()
        program.key('Escape')
        program.see('push button', f'Continue: {TITLE}')
        program.settled_focus()
        program.tab_to('push button', f'Continue: {TITLE}')
        program.key('Return')
        for name in ['Turn the flag off', 'Restart one', 'Stand down']:
            self.act(program, name)
        program.tab_to('push button', 'Show the Debrief')
        program.key('Return')
        again = program.tab_to('push button', re.compile('^Try again from before .Rolling restart'))
        self.assertTrue(again.has('focused'))
        program.key('Return')
        wait('the branch on the disk', lambda: len(runs(self.folder)) == 2)
        self.assertEqual(['logs', 'console', 'flag-off', 'console'], self.moves())
        program.see('push button', re.compile('^Restart one'))
        program.close()


def button_key(program, button):
    """The key cap is the first label that is read inside the button."""
    nodes = program.shown()
    index = nodes.index(button)
    return next(node.text for node in nodes[index + 1:] if node.role == 'label').lower()


if __name__ == '__main__':
    tap.main()
