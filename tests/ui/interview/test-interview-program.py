#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Mock interviews in the whole program, by the keyboard alone, and after a crash."""

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

PACK = """<!-- pack: mock; format: 1 -->
# Mock

## Core Interview Questions

### 1. The flag is on. What now? (Senior)
<!-- id: flag; topics: deploy-rollback -->

**A:** I switch it off.

**Key Points:**

- (must) Impact and severity come first, before any theory about the cause.
- (good) The flag is rolled back.

**Follow-up:** Why is that the cause?
<!-- id: flag-why -->

- **A:** It came with the flag.

## MCQ Section

### 1. Which one? (Senior)
<!-- id: which -->

- A. right
- B. wrong

**Correct Answer:** A

**Explanation:**

- A. It is.
- B. It is not.
"""

SCENARIO = """# An outage

Requests fail.

```sim
format 1
scenario outage
level senior
clock 03:00
limit 30m
start page
pass 50
phase mitigate 100
```

## Page

> **Interviewer:** What now?

- [Restart](#restart)

## Restart

It is back.

```sim
cost 5m
ending resolved
score mitigate +100 : It was the smallest step.
```

## Debrief

**Reference run:**

1. [Restart](#restart)
"""


def rows(folder, sql):
    path = pathlib.Path(folder) / 'progress.db'
    with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as database:
        return database.execute(sql).fetchall()


class Interview(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(suffix=' data')
        self.content = tempfile.mkdtemp(suffix=' content')
        self.pack = pathlib.Path(self.content) / 'mock'
        self.pack.mkdir()
        (self.pack / 'mock.md').write_text(PACK, encoding='utf-8')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(shutil.rmtree, self.content, ignore_errors=True)

    def add_scenario(self):
        place = self.pack / 'outage'
        place.mkdir()
        (place / 'scenario.md').write_text(SCENARIO, encoding='utf-8')

    def start(self):
        program = Program(BINARY, folder=self.folder, env={'PAGERDRILL_CONTENT_DIR': self.content})
        self.addCleanup(program.stop)
        program.see('label', re.compile('card'))
        return program

    def begin(self, program):
        program.key('alt+5')
        program.see('label', re.compile('1 open question · 1 follow-up · 1 quick question'))
        program.tab_to('push button', 'Begin')
        program.key('Return')
        program.see('label', 'The flag is on. What now?')

    def count(self, kind):
        return rows(self.folder, f'SELECT count(*) FROM attempt_event WHERE kind = {kind}')[0][0]

    def test_all_of_it_by_keyboard(self):
        program = self.start()
        self.begin(program)
        self.assertEqual('Show Model Answer', program.settled_focus().spoken)
        program.key('space')
        program.see('label', 'Model answer')
        program.tab_to('check box', re.compile('^Impact and severity come first.*, must$'))
        program.key('space')
        wait('the tick on the disk', lambda: self.count(22) == 1)
        program.key('ctrl+Return')
        program.see('label', 'Why is that the cause?')
        program.see('push button', 'Skip').act()
        program.see('label', 'Choose one.')
        option = program.see('radio button', re.compile('^[AB]: right'))
        program.key(option.name[0].lower())
        wait('the choice on the disk', lambda: self.count(5) == 1)
        program.key('Return')
        program.see('label', 'Right.')
        self.assertEqual([], rows(self.folder, 'SELECT * FROM review'))
        program.settled_focus()
        program.key('Return')
        program.see('label', re.compile('^Not passed: 70 %'))
        program.see('label', 'The flag is rolled back.')
        program.see('label', re.compile('^3 of 3 questions asked'))
        wait('the reviews', lambda: sorted(rows(self.folder, 'SELECT kind, rating FROM review')) == [(3, 1), (3, 3), (3, 3)])
        program.see('push button', 'Add to Review').act()
        program.see('push button', 'Added to Review')
        program.key('Escape')
        program.see('push button', re.compile('^Show: Senior · 45 minutes, [0-9]+ %'))
        program.close()

    def test_nothing_is_lost_by_a_crash(self):
        program = self.start()
        self.begin(program)
        program.tab_to('text', 'Your answer, optional')
        program.type('Impact and severity come first before I have any theory about the cause.')
        wait('the words on the disk', lambda: self.count(20) > 0)
        before = rows(self.folder, 'SELECT kind, text FROM attempt_event ORDER BY number')
        program.process.kill()
        program.process.wait()
        self.assertEqual(before, rows(self.folder, 'SELECT kind, text FROM attempt_event ORDER BY number'))

        program = self.start()
        program.key('alt+5')
        program.tab_to('push button', re.compile('^Resume: Senior · 45 minutes, at 1 of 3 · 45 minutes left'))
        program.key('Return')
        program.see('label', 'The flag is on. What now?')
        program.settled_focus()
        program.key('space')
        program.see('label', 'Model answer')
        # What was typed suggests, and ticks nothing.
        point = program.see('check box', re.compile('^Impact and severity.*, must · suggested$'))
        self.assertFalse(point.has('checked'))
        program.see('push button', 'End the Interview').act()
        program.see('label', 'End the Interview?')
        program.key('Return')
        program.see('label', re.compile('^1 of 3 questions asked · 0 of 2 key points'))
        program.see('label', re.compile('^Interrupted 1 time'))
        program.close()

    def test_an_incident_in_the_middle(self):
        self.add_scenario()
        program = self.start()
        program.key('alt+5')
        program.see('label', re.compile('1 incident'))
        program.tab_to('push button', 'Begin')
        program.key('Return')
        program.see('label', 'The flag is on. What now?')
        for label in ('Why is that the cause?', 'Which one?', 'An outage'):
            program.see('push button', 'Skip').act()
            program.see('label', label)
        program.see('label', re.compile('^Not played yet'))
        program.see('push button', 'Play the Incident').act()
        program.see('push button', 'Take the Pager').act()
        program.see('push button', re.compile('^Restart')).act()
        program.see('push button', 'Show the Debrief')
        program.key('Escape')
        program.see('label', re.compile('^Played: 100 of 100 points'))
        program.see('push button', 'I Am Done With It').act()
        program.see('push button', 'See the Scorecard').act()
        program.see('label', re.compile('^4 of 4 questions asked'))
        program.close()


if __name__ == '__main__':
    tap.main()
