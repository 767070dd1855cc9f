# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The way to each page of the program, for whoever wants to look at all of them."""

import atexit
import contextlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time

from program import Program, wait

QUESTION = 'Your pager goes off'
MCQ = 'Under a staging load test'
INCIDENT = 'The thumbnail switch'
TRANSCRIPT = 'gateway that keeps growing'
PLAN = re.compile(r'cards? (for today|(is|are) due)')
COUNT = re.compile('^[0-9]+ items?$')
DAY_MS = 24 * 3600 * 1000

# Two questions that read well and the mistakes that a pack can have.
FAULTY = '''# A pack with mistakes

## Core Interview Questions

### 1. What does a load balancer do with an instance that fails its health check? (Senior)

**A:** It sends no new requests there.

### 2. A question that nobody has answered yet (Senior)

## MCQ Section

### 1. Which of these is a signal?

A) SIGTERM
B) SIGBUS

### 2. Which exit code stands for SIGKILL?

A) 137
B) 143

**Answer: E**
'''


def see_points(program):
    """The key points of a question whose answer is shown."""
    program.see('check box')
    return program.find('check box')


def use_small_bank(content):
    """Has every program that is started from here find the first chapter and the
    first incident of the bundled pack, so that what is on a page does not depend on
    how the bank grows.  Returns the folder."""
    small = tempfile.mkdtemp(suffix=' bank')
    atexit.register(shutil.rmtree, small, ignore_errors=True)
    source = pathlib.Path(content) / 'node-incidents'
    target = pathlib.Path(small) / 'node-incidents'
    shutil.copytree(source / 'api-gateway-memory', target / 'api-gateway-memory')
    shutil.copy(source / 'core.md', target)
    os.environ['PAGERDRILL_CONTENT_DIR'] = small
    return small


def fill(binary, folder, content):
    """The library as it is after the first start."""
    subprocess.run([binary, '--data-dir', str(folder), 'import', str(content)], check=True,
                   stdout=subprocess.DEVNULL)


def add_history(folder):
    """Four weeks of answers, so that there is progress to see."""
    now = int(time.time() * 1000)
    today = now // DAY_MS
    folder = pathlib.Path(folder)
    with contextlib.closing(sqlite3.connect(folder / 'library.db')) as library:
        keys = [row[0] for row in library.execute('SELECT key FROM item ORDER BY id LIMIT 12')]
    with contextlib.closing(sqlite3.connect(folder / 'progress.db')) as database:
        device = database.execute('SELECT uuid FROM device').fetchone()[0]
        number = 0
        for index, key in enumerate(keys):
            card = database.execute('INSERT INTO card (key) VALUES (?) RETURNING id',
                                    (key,)).fetchone()[0]
            for days in range(27 - index, -1, -(index % 4 + 2)):
                number += 1
                database.execute(
                    'INSERT INTO review (uuid, card, kind, rating, at_ms, day, duration_ms, device)'
                    ' VALUES (?, ?, 1, ?, ?, ?, ?, ?)',
                    (number.to_bytes(16, 'big'), card, number % 4 + 1, now - days * DAY_MS,
                     today - days, 20000 + number * 900, device))
            database.execute(
                'INSERT INTO card_state (card, state, step, stability, difficulty, reps, lapses,'
                ' last_ms, last_day, due_ms, due_day, scheduled_days)'
                ' VALUES (?, 2, 0, ?, 5, 4, 1, ?, ?, 0, ?, 4)',
                (card, 2.0 + index * 4, now - 3 * DAY_MS, today - 3, today + index - 4))
        database.commit()


def open_item(program, words, title):
    program.key('ctrl+f')
    wait('the entry', lambda: program.focus().role == 'entry')
    program.see('entry').write(words)
    program.see('list item', re.compile(title))
    program.key('Return')
    program.see('push button', 'Practise')


def leave(program):
    """Back to the library, from an item and from a session about it."""
    if program.find('push button', 'End the Session'):
        program.see('push button', 'End the Session').act()
    program.see('push button', 'Back').act()
    program.see('entry', 'Search the library')


def tour_of_library(program):
    program.see('label', PLAN)
    yield 'today'
    if program.find('push button', 'Back to the pages'):
        program.see('push button', 'Back to the pages').act()
        program.see('list item', 'Progress')
        yield 'sidebar'
    program.key('alt+2')
    whole = program.see('label', COUNT).name
    yield 'library'
    program.see('entry').write('backpressure')
    program.miss('label', whole)
    yield 'search-results'
    program.see('entry').write('zzzzz')
    program.see('label', 'Nothing Found')
    yield 'no-results'
    program.key('alt+6')
    program.see('label', re.compile('No Answers Yet|Last 12 months'))
    yield 'progress-empty' if program.find('label', 'No Answers Yet') else 'progress'
    program.window_action('win.show-help-overlay')
    wait('the window', lambda: len(program.windows()) == 2)
    program.see('label', 'Review')
    yield 'shortcuts'
    program.key('Escape')
    wait('its end', lambda: len(program.windows()) == 1)


def tour_of_items(program):
    program.see('label', PLAN)
    open_item(program, 'backpressure handled', 'Show backpressure')
    yield 'item-code'
    leave(program)
    open_item(program, 'pager goes off', QUESTION)
    yield 'item-question'
    program.see('push button', 'Practise').act()
    program.see('push button', 'Show Answer')
    yield 'question'
    program.see('push button', 'Show Answer').act()
    see_points(program)
    program.key('space')
    yield 'question-answered'
    for _ in range(5):
        program.key('Page_Down')
    yield 'question-end'
    leave(program)
    open_item(program, 'flame graph', MCQ)
    yield 'item-mcq'
    program.see('push button', 'Practise').act()
    program.see('label', 'Choose one.')
    yield 'mcq'
    program.key('b')
    program.see('label', 'Not this time.')
    yield 'mcq-wrong'
    program.key('space')
    program.see('label', 'Choose one.')
    program.key('a')
    program.see('label', 'Right.')
    yield 'mcq-right'
    program.key('4')
    program.see('label', 'Session Complete')
    yield 'summary'
    program.key('Return')
    leave(program)
    open_item(program, 'gateway keeps growing', TRANSCRIPT)
    yield 'item-transcript'
    program.see('push button', 'Practise').act()
    program.see('push button', 'Show Model Answer')
    yield 'transcript'
    program.see('push button', 'Show Model Answer').act()
    program.see('push button', 'Next Turn')
    yield 'transcript-answer'


def start_quiz(program, preset):
    program.key('alt+3')
    program.see('push button', f'Start: {preset}').act()
    program.see('label', re.compile('^Choose'))
    wait('an option', lambda: program.focus() and program.focus().role in ('radio button', 'check box'))


def tour_of_quiz(program):
    program.see('label', PLAN)
    program.key('alt+3')
    program.see('push button', 'Set Up a Quiz…')
    yield 'quiz'
    start_quiz(program, '10 in 10')
    yield 'quiz-practice'
    program.key('b')
    program.see('label', re.compile('^(Right|Not this time)'))
    yield 'quiz-explained'
    program.see('push button', 'Pause').act()
    program.see('push button', 'Go On')
    yield 'quiz-paused'
    program.key('Escape')
    start_quiz(program, 'Exam 40 in 50')
    for key in ('a', 'u', 'f', 'Return', 'b', 'Return', 'c'):
        program.key(key)
        program.settled_focus()
    program.see('table cell', re.compile('Question 3, answered'))
    yield 'quiz-exam'
    program.see('push button', 'Hand In').act()
    program.see('label', 'Hand In the Exam?')
    yield 'quiz-hand-in'
    program.key('Return')
    program.see('label', re.compile('right · '))
    yield 'quiz-result'
    program.key('Escape')
    program.see('push button', 'Set Up a Quiz…')
    yield 'quiz-history'
    program.see('push button', 'Set Up a Quiz…').act()
    wait('the window', lambda: len(program.windows()) == 2)
    program.see('label', re.compile('questions? fits?$'))
    yield 'quiz-setup'
    program.key('Escape')
    wait('its end', lambda: len(program.windows()) == 1)


def tour_of_memory(program):
    program.see('label', PLAN)
    program.key('ctrl+r')
    program.see('progress bar', 'Progress of the session')
    program.see('label', re.compile('^1 of '))
    yield 'session'
    program.key('p')
    program.see('label', 'Paused')
    yield 'session-paused'
    program.key('space')
    program.miss('label', 'Paused')
    program.key('i')
    program.see('label', 'Card History')
    yield 'card'
    program.key('Escape')
    program.see('progress bar', 'Progress of the session')
    program.see('push button', 'End the Session').act()
    program.see('label', PLAN)
    program.window_action('win.show-memory')
    program.see('label', 'None set')
    program.see('label', re.compile('^At 90 %: '))
    yield 'memory'


def turn_to(program, pane):
    """In a narrow window, to one of the panes that stand beside each other in a wide one."""
    tabs = program.find('page tab', pane)
    if tabs:
        program.click(tabs[0])
    return bool(tabs)


def act(program, words, heading):
    """Takes an action of a running incident, and waits for what it leads to."""
    turn_to(program, 'Actions')
    program.see('push button', re.compile(f'^{words}')).act()
    turn_to(program, 'Talk')
    program.see('label', re.compile(f'· {heading}$'))


def tour_of_incidents(program):
    program.see('label', PLAN)
    program.key('alt+4')
    program.see('push button', f'Play: {INCIDENT}')
    yield 'incidents'
    program.see('push button', f'Play: {INCIDENT}').act()
    program.see('push button', 'Take the Pager')
    yield 'incident-start'
    program.see('push button', 'Take the Pager').act()
    program.see('label', re.compile('· The page$'))
    act(program, 'Acknowledge', 'Console')
    yield 'incident-console'
    if turn_to(program, 'Actions'):
        yield 'incident-actions'
    act(program, 'Logs of one instance', 'Logs')
    turn_to(program, 'Dashboards')
    yield 'incident-logs'
    act(program, 'Follow one slow request', 'Slow trace')
    turn_to(program, 'Dashboards')
    yield 'incident-trace'


def tour_of_interview(program):
    program.see('label', PLAN)
    program.key('alt+5')
    program.see('label', re.compile('open question'))
    yield 'interview'
    program.tab_to('push button', 'Begin')
    program.key('Return')
    program.see('label', re.compile('for this question$'))
    yield 'interview-question'
    program.key('space')
    program.see('label', 'Model answer')
    program.tab_to('check box')
    program.key('space')
    yield 'interview-marking'
    program.see('push button', 'End the Interview').act()
    program.see('label', 'End the Interview?')
    yield 'interview-hand-in'
    program.key('Return')
    program.see('label', re.compile('questions asked'))
    yield 'interview-card'
    program.key('Escape')
    program.see('push button', re.compile('^Show: '))
    yield 'interview-history'


def tour_of_problems(program):
    program.see('label', re.compile('[0-9]+ problems'))
    yield 'toast'
    program.see('push button', re.compile('Details$')).act()
    program.see('label', 'Problems')
    yield 'problems'
    program.key('Escape')
    program.see('label', PLAN)
    program.window_action('win.show-help-overlay')
    wait('the window', lambda: len(program.windows()) == 2)
    program.key('Escape')
    wait('its end', lambda: len(program.windows()) == 1)


def tour_of_nothing(program):
    program.see('label', 'Nothing to Practise Yet')
    yield 'today-empty'
    program.key('alt+2')
    program.see('label', 'No Packs Yet')
    yield 'library-empty'


def tour_of_damage(program):
    program.see('label', 'Your Data Cannot Be Opened')
    yield 'error'


def visit(binary, folder, content, env=None, size=None, only=None):
    """Opens the program where it takes several starts to see all pages, and yields
    (name of the page, program) for each."""
    folder = pathlib.Path(folder)
    faulty = folder / 'faulty.md'
    nothing = folder / 'nothing'
    history, fresh, damaged, empty = (folder / name for name in ('history', 'fresh', 'damaged',
                                                                 'empty'))
    for place in (nothing, damaged, history, fresh, empty):
        place.mkdir()
    faulty.write_text(FAULTY, encoding='utf-8')
    (damaged / 'progress.db').write_bytes(b'This is no database. ' * 500)
    fill(binary, history, content)
    add_history(history)
    fill(binary, fresh, content)

    def start(place, *arguments, **more):
        return Program(binary, *arguments, folder=place, size=size, env={**(env or {}), **more})

    starts = [
        (lambda: start(history), tour_of_library),
        (lambda: start(fresh), tour_of_items),
        (lambda: start(history), tour_of_memory),
        (lambda: start(history), tour_of_quiz),
        (lambda: start(fresh), tour_of_incidents),
        (lambda: start(history), tour_of_interview),
        (lambda: start(fresh, faulty), tour_of_problems),
        (lambda: start(empty, PAGERDRILL_CONTENT_DIR=str(nothing)), tour_of_nothing),
        (lambda: start(damaged), tour_of_damage),
    ]
    for open_program, tour in starts:
        if only and tour not in only:
            continue
        with open_program() as program:
            for page in tour(program):
                yield page, program
