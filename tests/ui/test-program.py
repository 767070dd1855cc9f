#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The program as a whole: from a key or a click to the fact on the disk.

One test goes through a day with the keyboard alone, one with the pointer and the
actions of a screen reader; the others look at a state each.  After every step
something on the screen has the focus: losing it strands whoever uses no mouse.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
import pages  # noqa: E402
import tap  # noqa: E402
from program import Program, facts, wait  # noqa: E402

BINARY = sys.argv[2]
pages.use_small_bank(os.environ['PAGERDRILL_CONTENT_DIR'])
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
REVIEW = 1


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(suffix=' data')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def start(self, *arguments, **more):
        program = Program(BINARY, *arguments, folder=self.folder, **more)
        self.addCleanup(program.stop)
        return program

    def start_filled(self, *arguments):
        program = self.start(*arguments)
        program.see('label', pages.PLAN)
        program.see('list item', re.compile('to do'))
        return program

    def assert_fact(self, fact, key, rating, **detail):
        """What an answer left out depends on the pack; it never is what it made."""
        missed = fact[3].pop('missed', [])
        self.assertEqual((key, rating, REVIEW, detail), fact)
        self.assertFalse(set(missed) & set(detail.get('met', [])))


class Keyboard(Case):
    """No pointer, no screen reader: keys only."""

    def press(self, program, *keys):
        program.key(*keys)
        program.settled_focus()

    def open_by_search(self, program, words, title):
        self.press(program, 'ctrl+f')
        wait('the entry', lambda: program.focus().role == 'entry')
        program.type(words)
        program.see('list item', re.compile(title))
        self.press(program, 'Return')
        program.see('push button', 'Back')
        self.assertIn(title, program.see('label', text=re.compile(title)).text)

    def practise(self, program):
        program.tab_to('push button', 'Practise', key='shift+Tab')
        self.press(program, 'Return')
        program.see('push button', 'End the Session')

    def test_a_day(self):
        program = self.start_filled()
        self.assertEqual('Start Review', program.settled_focus().spoken)

        self.open_by_search(program, 'pager goes off', pages.QUESTION)
        self.practise(program)
        wait('the button', lambda: program.focus().spoken == 'Show Answer')
        self.press(program, 'shift+Tab')
        wait('the box', lambda: program.focus().role == 'text')
        program.type('Declare it first')
        self.press(program, 'ctrl+Return')
        points = pages.see_points(program)
        wait('the first point', lambda: program.focus() == points[0])
        self.press(program, 'space')
        self.press(program, 'Down')
        wait('the next point', lambda: program.focus() == points[1])
        self.press(program, 'space')
        wait('two ticks', lambda: [node.has('checked') for node in program.find('check box')[:3]]
             == [True, True, False])
        self.press(program, '3')
        self.assert_fact(program.stored(1)[0], 'node-incidents/paged-approach', GOOD,
                         met=['Impact and severity come first, before any theory about the cause.',
                              'Containment precedes explanation, and the chosen step can be'
                              ' undone.'],
                         words='Declare it first')
        self.press(program, 'Escape')
        program.see('push button', 'Practise')
        self.press(program, 'Escape')
        program.see('entry', 'Search the library')

        self.open_by_search(program, 'flame graph', pages.MCQ)
        self.practise(program)
        wait('the options', lambda: program.focus().role == 'radio button')
        self.press(program, 'c')
        program.see('label', 'Not this time.')
        wait('the button', lambda: program.focus().spoken == 'Continue')
        self.press(program, 'space')
        self.assert_fact(program.stored(2)[1], 'node-incidents/mcq-cpu-prof', AGAIN,
                         chosen=['`v8.writeHeapSnapshot()`, then the comparison view'])
        program.see('label', 'Choose one.')
        self.press(program, 'a')
        program.see('label', 'Right.')
        self.press(program, '3')
        self.assert_fact(program.stored(3)[2], 'node-incidents/mcq-cpu-prof', GOOD,
                         chosen=['`node --cpu-prof`, then DevTools on the file it writes'])
        program.close()

        self.assertEqual(3, len(facts(self.folder)))
        program = self.start_filled()
        program.see('label', re.compile('^3 · '))
        program.see('label', re.compile('^2 of [0-9]+$'))
        program.close()

    def test_a_grade_pressed_twice_counts_once(self):
        program = self.start_filled()
        self.press(program, 'ctrl+r')
        program.see('push button', 'Show Answer')
        self.press(program, 'space')
        program.see('check box')
        program.key('4', '4', '4')
        program.see('label', re.compile('^2 of [0-9]+ · '))
        program.see('push button', 'Show Answer')
        program.stored(1)
        program.close()
        self.assertEqual([EASY], [fact[1] for fact in facts(self.folder)])

    def test_the_transcript_turn_by_turn(self):
        program = self.start_filled()
        self.open_by_search(program, 'gateway keeps growing', pages.TRANSCRIPT)
        self.practise(program)
        turns = 0
        while not program.find('push button', re.compile('^Good, ')):
            button = program.see('push button', re.compile('^(Show Model Answer|Next Turn)$'))
            wait('the focus on it', lambda: program.focus().spoken == button.spoken)
            turns += button.spoken == 'Show Model Answer'
            self.press(program, 'space')
            wait('the next step', lambda: button.spoken not in
                 [node.spoken for node in program.find('push button')])
        self.assertEqual(6, turns)
        self.assertEqual(6, len(program.find('label', 'Model answer')))
        self.press(program, '2')
        self.assertEqual(('node-incidents/gateway-latency', HARD), program.stored(1)[0][:2])
        program.close()


class Search(Case):
    """The query language, and what can be done with all that it finds."""

    def query(self, program, text):
        program.see('entry', 'Search the library').write(text)

    def test_a_query(self):
        program = self.start_filled()
        program.key('ctrl+f')
        wait('the entry', lambda: program.focus().role == 'entry')
        whole = program.see('label', pages.COUNT).name
        self.query(program, 'kind:mcq levl:senior')
        self.assertIn('level:', program.see('label', re.compile('There is no “levl:”')).name)
        self.query(program, 'kind:mcq -is:new')
        program.see('label', 'Nothing Found')
        self.query(program, 'kind:mcq is:new')
        program.miss('label', re.compile('There is no'))
        self.assertNotEqual(whole, program.see('label', pages.COUNT).name)

        self.query(program, 'is:')
        program.see('push button', 'missed')
        program.see('push button', 'due').act()
        wait('the entry', lambda: program.focus().role in ('entry', 'text'))


class Preferences(Case):
    def test_by_the_keyboard(self):
        program = self.start_filled()
        program.key('ctrl+comma')
        wait('the window', lambda: len(program.windows()) == 2)
        program.see('spin button', re.compile('New cards a day'))
        program.see('spin button', re.compile('Desired retention'))
        program.see('check box', re.compile('Grade with two buttons'))
        program.key('Escape')
        wait('its end', lambda: len(program.windows()) == 1)


class Pointer(Case):
    """Clicks where something is seen, and what a screen reader can ask for."""

    def test_a_day(self):
        program = self.start_filled()
        program.click(program.see('list item', 'Library'))
        program.click(program.see('list item', re.compile(pages.QUESTION)))
        program.see('push button', 'Practise').act()
        program.see('push button', 'Show Answer').act()
        points = pages.see_points(program)
        program.click(points[2])
        wait('the tick', lambda: program.find('check box')[2].has('checked'))

        program.see('push button', 'Ask Me Next').act()
        program.see('push button', 'Comes Next')
        program.click(program.see('push button', re.compile('^Easy, ')))
        self.assert_fact(program.stored(1)[0], 'node-incidents/paged-approach', EASY,
                         met=['People are told at the start and then at a fixed rhythm.'])

        program.see('label', text=re.compile('^Follows '))
        program.see('text').write('Only with capacity to spare – and drained.')
        program.see('push button', 'Show Answer').act()
        program.see('push button', re.compile('^Hard, ')).act()
        key, rating, _, detail = program.stored(2)[1]
        self.assertEqual(('node-incidents/paged-approach-restart', HARD), (key, rating))
        self.assertEqual('Only with capacity to spare – and drained.', detail['words'])

        program.see('push button', 'End the Session').act()
        program.see('push button', 'Back').act()
        program.see('entry').write('flame graph')
        program.click(program.see('list item', re.compile(pages.MCQ)))
        program.see('push button', 'Practise').act()
        program.see('label', 'Choose one.')
        program.click(program.see('radio button', re.compile('^A: ')))
        program.see('label', 'Right.')
        program.see('push button', re.compile('^Good, '))
        program.click(program.see('push button', re.compile('^Good, ')))
        self.assert_fact(program.stored(3)[2], 'node-incidents/mcq-cpu-prof', GOOD,
                         chosen=['`node --cpu-prof`, then DevTools on the file it writes'])
        program.close()

    def test_practising_what_a_search_found(self):
        program = self.start_filled()
        program.click(program.see('list item', 'Library'))
        program.see('entry').write('backpressure')
        count = program.see('label', pages.COUNT)
        program.see('list item', re.compile('backpressure'))
        self.assertGreater(int(count.name.split()[0]), 0)
        program.see('push button', 'Practise These').act()
        program.see('label', re.compile('^1 of [0-9]+ · '))
        program.close()


class States(Case):
    def test_nothing_found(self):
        program = self.start_filled()
        program.key('ctrl+f')
        whole = program.see('label', pages.COUNT).name
        program.type('zzzzz')
        program.see('label', 'Nothing Found')
        program.see('push button', 'Clear Search and Filters').act()
        program.see('label', whole)
        self.assertEqual('entry', program.settled_focus().role)
        program.close()

    def test_an_empty_library(self):
        with tempfile.TemporaryDirectory() as nothing:
            program = self.start(env={'PAGERDRILL_CONTENT_DIR': nothing})
            program.see('label', 'Nothing to Practise Yet')
            program.key('alt+2')
            program.see('label', 'No Packs Yet')
            program.key('alt+6')
            program.see('label', 'No Answers Yet')
            program.key('ctrl+r')
            program.see('label', 'Nothing Is Due')
            self.assertEqual('Done', program.settled_focus().spoken)
            program.key('Return')
            program.see('label', 'No Answers Yet')
            program.settled_focus()
            program.close()

    def test_a_file_on_the_command_line(self):
        with tempfile.TemporaryDirectory() as folder:
            pack = pathlib.Path(folder) / 'faulty.md'
            pack.write_text(pages.FAULTY, encoding='utf-8')
            program = self.start_filled(pack)
            toast = program.see('label', re.compile('loaded, [0-9]+ problems'))
            program.see('push button', re.compile('Details$')).act()
            program.see('label', 'Problems')
            problems = [node for node in program.find('label') if 'faulty.md:' in node.text]
            self.assertEqual(int(toast.name.split()[-2]), len(problems))
            program.settled_focus()
            program.key('Escape')
            program.see('label', pages.PLAN)
            program.close()

    def test_a_damaged_database(self):
        for name in ['progress.db']:
            path = pathlib.Path(self.folder) / name
            path.write_bytes(b'This is no database. ' * 500)
            program = self.start()
            program.see('label', 'Your Data Cannot Be Opened')
            program.see('label', text=re.compile(re.escape(name)))
            self.assertEqual('Quit', program.settled_focus().spoken)
            program.key('Return')
            self.assertEqual(0, program.process.wait(60))
            self.assertTrue(path.read_bytes().startswith(b'This is no database.'))

    def test_narrow(self):
        program = self.start_filled()
        program.resize(370, 720)
        program.see('push button', 'Back to the pages').act()
        program.click(program.see('list item', 'Library'))
        program.see('entry', 'Search the library')
        program.key('Escape')
        self.assertIn(program.settled_focus().role, ('list item', 'entry'))
        program.close()


if __name__ == '__main__':
    tap.main()
