#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""A session from outside: undo over a restart, pause, the card menu, the editor, the
card's history, and the page about memory.

Toasts pass too soon to be waited for; what they tell about is looked at instead."""

import contextlib
import pathlib
import re
import shutil
import sqlite3
import stat
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / 'support'))
import pages  # noqa: E402
import tap  # noqa: E402
from program import Program, wait  # noqa: E402

BINARY = sys.argv[2]
SUSPEND, BURY, FLAG, RESET, DUE = 1, 3, 5, 6, 7


PACK = '<!-- pack: small; version: 1; format: 1 -->\n# Small\n\n## Core Interview Questions\n' + ''.join(
    f'\n### {n}. What is the answer of case {n}? (Senior)\n<!-- id: q{n}; topics: t{n} -->\n\n'
    f'**A:** It is {n}.\n' for n in range(1, 7))


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(suffix=' data')
        self.content = tempfile.mkdtemp(suffix=' content')
        self.addCleanup(shutil.rmtree, self.content, ignore_errors=True)
        (pathlib.Path(self.content) / 'small.md').write_text(PACK, encoding='utf-8')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def start(self, **more):
        env = {'PAGERDRILL_CONTENT_DIR': self.content, **more.pop('env', {})}
        program = Program(BINARY, folder=self.folder, env=env, **more)
        self.addCleanup(program.stop)
        program.see('label', pages.PLAN)
        program.see('list item', re.compile('to do'))
        return program

    def start_session(self, program):
        program.key('ctrl+r')
        program.see('push button', re.compile('^Show Answer$'))

    def grade(self, program, key):
        """Reveals the card on screen and grades it."""
        program.see('push button', 'Show Answer')
        program.key('space')
        program.see('push button', re.compile('^Good, '))
        program.key(key)

    def query(self, sql):
        path = pathlib.Path(self.folder) / 'progress.db'
        with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as database:
            return database.execute(sql).fetchall()

    def wait_for(self, sql, rows):
        wait(f'{rows} from {sql}', lambda: self.query(sql) == rows)

    def title(self, program):
        """Of the card on screen; None while there is none."""
        return next((node.text for node in program.shown() if node.role == 'label' and '?' in node.text), None)


STANDING = 'SELECT count(*) FROM review WHERE id NOT IN (SELECT fact FROM undone)'


class Steps(Case):
    def test_undo_and_redo_over_a_restart(self):
        program = self.start()
        self.start_session(program)
        first = self.title(program)
        self.grade(program, '4')
        program.see('label', re.compile('^2 of '))
        second = self.title(program)
        self.assertNotEqual(first, second)

        program.key('u')
        program.see('label', re.compile('^1 of '))
        self.assertEqual(first, self.title(program))
        self.wait_for(STANDING, [(0,)])
        program.key('shift+u')
        program.see('label', re.compile('^2 of '))
        self.assertEqual(second, self.title(program))
        self.wait_for(STANDING, [(1,)])
        self.grade(program, '4')
        program.see('label', re.compile('^3 of '))
        self.wait_for(STANDING, [(2,)])
        program.close()

        program = self.start()
        self.start_session(program)
        program.key('u')
        wait('the second card', lambda: self.title(program) == second)
        program.key('u')
        wait('the first card', lambda: self.title(program) == first)
        self.wait_for(STANDING, [(0,)])
        program.key('shift+u')
        self.wait_for(STANDING, [(1,)])
        program.key('shift+u')
        self.wait_for(STANDING, [(2,)])
        program.close()

    def test_decisions(self):
        program = self.start()
        self.start_session(program)
        first = self.title(program)
        program.key('ctrl+3')
        program.see('label', 'Flag 3')
        self.wait_for('SELECT kind, value FROM mark', [(FLAG, 3)])
        program.key('minus')
        wait('the next card', lambda: self.title(program) not in (None, first))
        self.wait_for('SELECT count(*) FROM mark', [(2,)])
        program.key('u')
        wait('the first card', lambda: self.title(program) == first)
        program.see('label', 'Flag 3')
        program.key('at')
        self.wait_for('SELECT suspended, flag FROM card_mark', [(1, 3)])
        self.wait_for('SELECT count(*) FROM review', [(0,)])
        program.close()

    def test_set_due(self):
        program = self.start()
        self.start_session(program)
        first = self.title(program)
        program.tab_to('push button', 'Card Menu')
        program.key('Return')
        # GTK 4.8 tells nothing of what is in a menu; while it is open, nothing that
        # the bus knows has the focus.
        wait('the menu', lambda: program.focus() is None)
        program.key('d')
        program.see('push button', 'Set').act()
        wait('the next card', lambda: self.title(program) not in (None, first))
        self.wait_for('SELECT mark.kind, mark.value - mark.day FROM mark', [(DUE, 7)])
        program.close()


class Around(Case):
    def test_pause(self):
        program = self.start()
        self.start_session(program)
        program.key('p')
        program.see('label', 'Paused')
        program.miss('push button', 'Show Answer')
        self.assertEqual('Continue', program.settled_focus().spoken)
        program.key('space')
        program.see('push button', 'Show Answer')
        self.grade(program, '3')
        program.stored(1)
        program.close()

    def test_editor_at_the_line(self):
        with tempfile.TemporaryDirectory() as place:
            place = pathlib.Path(place)
            said = place / 'said'
            editor = place / 'gedit'
            editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{said}.new"\nmv "{said}.new" "{said}"\n',
                              encoding='utf-8')
            editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
            applications = place / 'data' / 'applications'
            applications.mkdir(parents=True)
            (applications / 'ours.desktop').write_text(
                f'[Desktop Entry]\nType=Application\nName=Ours\nExec={editor} %U\n'
                'MimeType=text/markdown;text/plain;\n', encoding='utf-8')
            (applications / 'mimeapps.list').write_text(
                '[Default Applications]\ntext/markdown=ours.desktop\ntext/plain=ours.desktop\n',
                encoding='utf-8')
            program = self.start(env={'XDG_DATA_HOME': str(place / 'data')})
            self.start_session(program)
            program.key('e')
            wait('the editor', said.exists)
            line, path = said.read_text(encoding='utf-8').split('\n')[:2]
            self.assertRegex(line, '^\\+[1-9][0-9]*$')
            heading = pathlib.Path(path).read_text(encoding='utf-8').split('\n')[int(line[1:]) - 1]
            self.assertIn(self.title(program).split('?')[0].split('`')[0][:20], heading)
            program.close()

    def test_history_and_back(self):
        program = self.start()
        self.start_session(program)
        self.grade(program, '1')
        program.see('label', re.compile('^2 of '))
        program.key('u')
        program.see('label', re.compile('^1 of '))
        program.key('shift+u')
        program.see('label', re.compile('^2 of '))
        program.key('i')
        program.see('label', 'Card History')
        program.see('label', 'New')
        program.key('Escape')
        program.see('push button', 'Show Answer')
        program.close()

    def test_summary(self):
        program = self.start()
        program.key('ctrl+f')
        wait('the entry', lambda: program.focus().role == 'entry')
        program.type('case 3')
        program.see('list item', re.compile('case 3'))
        program.key('Return')
        program.see('push button', 'Practise').act()
        self.grade(program, '2')
        self.grade(program, '4')
        program.see('label', 'Session Complete')
        program.see('label', 'What Was Hard')
        program.see('label', 'Topics That Moved')
        program.see('label', re.compile('tomorrow'))
        program.key('u')
        program.see('push button', 'Show Answer')
        program.close()


class Memory(Case):
    def test_the_page(self):
        pages.fill(BINARY, self.folder, pathlib.Path(sys.argv[1]) / 'content')
        pages.add_history(self.folder)
        program = Program(BINARY, folder=self.folder)
        self.addCleanup(program.stop)
        program.see('label', pages.PLAN)
        program.window_action('win.show-memory')
        program.see('label', 'None set')
        program.see('push button', 'Set…').act()
        program.see('push button', 'Set').act()
        program.see('label', re.compile('in 15 days$'))
        program.see('label', 'Recall to expect on that day')
        program.see('label', re.compile('^At 90 %: .* a day, .* cards known after 365 days'))
        program.see('label', re.compile('^Your log has [0-9]+ answers so far'))
        program.see('push button', 'Train').act()
        program.see('label', re.compile('too few|Nothing better|predict your answers better'))
        program.see('push button', 'Train')
        program.key('Escape')
        program.see('label', pages.PLAN)
        program.close()


if __name__ == '__main__':
    tap.main()
