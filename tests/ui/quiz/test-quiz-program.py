#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Quizzes in the whole program, by the keyboard alone, and after a crash."""

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

# The right one is "right" wherever it stands; the last one stays where it is.
PACK = '<!-- pack: quiz; format: 1 -->\n# Quiz\n\n## MCQ Section\n\n' + ''.join(f"""### {n}. Question number {n}? (Senior)
<!-- id: item-{n}; topics: topic-{n % 2} -->

- A. one
- B. right
- C. None of the above

**Correct Answer:** B

**Explanation:**

- A. Unlike B, it is one.
- B. This is it.
- C. B is above.

""" for n in range(1, 4))


def rows(folder, sql):
    path = pathlib.Path(folder) / 'progress.db'
    with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as database:
        return database.execute(sql).fetchall()


class Quiz(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(suffix=' data')
        self.content = tempfile.mkdtemp(suffix=' content')
        (pathlib.Path(self.content) / 'quiz.md').write_text(PACK, encoding='utf-8')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(shutil.rmtree, self.content, ignore_errors=True)

    def start(self):
        program = Program(BINARY, folder=self.folder, env={'PAGERDRILL_CONTENT_DIR': self.content})
        self.addCleanup(program.stop)
        program.see('label', re.compile('card'))
        return program

    def begin(self, program, preset):
        program.key('alt+3')
        program.tab_to('push button', f'Start: {preset}')
        program.key('Return')
        program.see('label', 'Choose one.')

    def letter(self, program, text):
        """The key of the option that says so."""
        option = program.see('radio button', re.compile(f'^[A-C]: {text}$'))
        return option.name[0].lower()

    def events(self):
        return rows(self.folder, 'SELECT kind, question FROM attempt_event ORDER BY attempt, number')

    def choose(self, program, text):
        before = len([e for e in self.events() if e[0] == 5])
        program.key(self.letter(program, text))
        wait('the choice on the disk', lambda: len([e for e in self.events() if e[0] == 5]) > before)

    def test_an_exam_by_keyboard(self):
        program = self.start()
        self.begin(program, 'Exam 40 in 50')
        self.assertTrue(program.see('radio button', 'C: None of the above'))
        self.choose(program, 'right')
        program.key('Return')
        program.see('table cell', re.compile('^Question 2, not answered, on screen'))
        self.choose(program, 'one')
        program.key('u', 'f')
        program.see('table cell', re.compile('^Question 2, answered, flagged'))
        self.assertEqual([], rows(self.folder, 'SELECT * FROM review'))
        self.assertEqual([], program.find('label', 'Right.'))
        program.key('ctrl+Return')
        program.see('label', text=re.compile('1 question has no answer yet. 1 is flagged.'))
        program.key('Return')
        program.see('label', re.compile('^1 right · 1 wrong · 1 not answered'))
        program.see('label', re.compile('^Not passed: 70 %'))
        program.settled_focus()
        self.assertEqual([(2, 1), (2, 3)], sorted(rows(self.folder, 'SELECT kind, rating FROM review')))
        self.assertEqual([(1, 1)], rows(self.folder, 'SELECT right, wrong FROM attempt'))
        program.close()

    def test_practice_explains_at_once_and_pauses(self):
        program = self.start()
        self.begin(program, '10 in 10')
        self.choose(program, 'one')
        program.see('label', 'Not this time.')
        # What the reason calls B is the right one, wherever it stands.
        right = program.see('radio button', re.compile('^[AB]: right'))
        program.see('label', re.compile(f'^Unlike {right.name[0]}, it is one'))
        wait('the review', lambda: rows(self.folder, 'SELECT rating FROM review') == [(1,)])
        program.see('push button', 'Pause').act()
        program.see('push button', 'Go On')
        self.assertEqual([], program.find('radio button'))
        program.key('Return')
        program.see('radio button', re.compile('one'))
        program.key('Return')
        program.see('table cell', re.compile('^Question 2, not answered, on screen'))
        self.choose(program, 'right')
        program.see('label', 'Right.')
        program.close()

    def test_nothing_is_lost_by_a_crash(self):
        program = self.start()
        self.begin(program, 'Exam 40 in 50')
        self.choose(program, 'right')
        program.key('Return')
        program.see('table cell', re.compile('^Question 2, not answered, on screen'))
        self.choose(program, 'None of the above')
        before = self.events()
        program.process.kill()
        program.process.wait()
        self.assertEqual(before, self.events())

        program = self.start()
        program.see('list item', 'Quiz, 1 to do')
        program.see('push button', re.compile('Exam 40 in 50'))
        program.key('alt+3')
        program.tab_to('push button', re.compile('^Resume: Exam 40 in 50, 2 of 3 answered · (49|50) minutes left'))
        program.key('Return')
        chosen = program.see('radio button', 'C: None of the above')
        self.assertTrue(chosen.has('checked'))
        program.see('table cell', re.compile('^Question 1, answered'))
        program.key('ctrl+Return')
        program.see('label', text=re.compile('1 question has no answer yet.'))
        program.key('Return')
        program.see('label', re.compile('^1 right · 1 wrong · 1 not answered'))
        program.close()


if __name__ == '__main__':
    tap.main()
