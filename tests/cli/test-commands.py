#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The commands as a script sees them: exit codes, streams and JSON.

test-commands.py PROGRAM SOURCE_ROOT
"""

import collections
import contextlib
import glob
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = sys.argv[1:3]
sys.path.insert(0, os.path.join(SOURCE, 'tests', 'content'))

import chapters  # noqa: E402
import lint  # noqa: E402

CONTENT = os.path.join(SOURCE, 'content')
SCENARIO = os.path.join(CONTENT, 'node-incidents', 'api-gateway-memory')
LOG = os.path.join(SOURCE, 'tests', 'fixtures', 'memory', 'pyfsrs_josh.csv')

GOOD = '''# Pack

## MCQs

### 1. Which one?

- A. left
- B. right

**Correct Answer:** B

**Explanation:**

- A. It is not.
- B. It is.
'''
BROKEN = GOOD + '''
### 2. Which letter?

- A. this
- B. that

**Correct Answer:** D
'''


class Run:
    """One run of the program: code, out, err; json() parses all of stdout."""

    def __init__(self, *words, env=None, text=None):
        done = subprocess.run([PROGRAM, *words], input=text, capture_output=True, text=True,
                              env={**os.environ, **(env or {}), 'DISPLAY': '', 'WAYLAND_DISPLAY': ''},
                              timeout=60, check=False)
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def json(self):
        return json.loads(self.out)


def scratch(files=None):
    folder = tempfile.mkdtemp(prefix='pagerdrill-')
    for name, text in (files or {}).items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    return folder


def equal(got, want):
    assert got == want, f'{got!r} is not {want!r}'


def bundled_counts():
    """How many items of each kind there are, by another reader than the program's."""
    counts = collections.Counter(item.kind for chapter in chapters.load(lint.Tree(SOURCE))
                                 for item in chapter.every_item)
    counts['scenario'] = len(list(pathlib.Path(CONTENT).glob('*/*/scenario.md')))
    return counts


def bundled_pack_has_its_counts():
    data = scratch()
    counts = bundled_counts()
    assert counts['question'] >= 9 and counts['mcq'] >= 5, counts
    report = Run('--data-dir', data, 'import', '--json', CONTENT).json()
    for name, count in {'questions': counts['question'], 'follow_ups': counts['follow-up'],
                        'mcqs': counts['mcq'], 'options': 4 * counts['mcq'],
                        'transcripts': counts['transcript'],
                        'scenarios': counts['scenario']}.items():
        equal((name, report[name]), (name, count))
    equal(report['problems'], [])
    with contextlib.closing(sqlite3.connect(os.path.join(data, 'library.db'))) as library:
        equal(library.execute('SELECT title FROM pack').fetchall(), [('Node.js production incidents',)])
    again = Run('import', CONTENT, '--json', f'--data-dir={data}')
    second = again.json()
    items = sum(report[name] for name in ('questions', 'follow_ups', 'mcqs', 'transcripts', 'scenarios'))
    nothing = {'new': 0, 'unchanged': 0, 'matched': 0, 'asked': 0, 'archived': 0}
    equal(report.pop('identity'), {**nothing, 'new': items})
    equal(second.pop('identity'), {**nothing, 'unchanged': items})
    equal(second, report)


def list_filters():
    data = scratch()
    Run('--data-dir', data, 'import', CONTENT)
    rows = Run('--data-dir', data, 'list', '--json').json()
    equal(len(rows), sum(bundled_counts().values()))
    mcqs = Run('--data-dir', data, 'list', '--kind', 'mcq', '--json').json()
    equal(len(mcqs), bundled_counts()['mcq'])
    for row in mcqs:
        equal(len(row['options']), 4)
        equal(len(row['correct']), 1)
        with open(row['file'], encoding='utf-8') as file:
            line = file.read().split('\n')[row['line'] - 1]
        assert row['title'].split()[0] in line, (row['title'], line)
    topic = Run('--data-dir', data, 'list', '--topic', 'memory-gc', '--json').json()
    assert topic and all('memory-gc' in row['topics'] for row in topic)
    equal(Run('--data-dir', data, 'list', '--pack', 'none', '--json').json(), [])
    assert all(row['key'].startswith('node-incidents/') for row in rows)


def export_writes_headers():
    data = scratch()
    for what, first in {'reviews': 'card_id,', 'attempts': 'attempt,started,'}.items():
        run = Run('--data-dir', data, 'export', what)
        equal(run.code, 0)
        assert run.out.startswith(first) and run.out.count('\n') == 1, run.out
        path = os.path.join(data, what + '.csv')
        equal(Run('--data-dir', data, 'export', what, path).code, 0)
        with open(path, encoding='utf-8') as file:
            equal(file.read(), run.out)
    equal(Run('--data-dir', data, 'export', 'nothing').code, 2)


def search_finds():
    data = scratch()
    counts = bundled_counts()
    Run('--data-dir', data, 'import', CONTENT)
    found = Run('--data-dir', data, 'search', 'kind:mcq', '--limit', '0', '--json').json()
    equal(found['total'], counts['mcq'])
    equal(len(found['items']), counts['mcq'])
    assert all(row['kind'] == 'mcq' for row in found['items'])
    equal(Run('--data-dir', data, 'search', 'kind:mcq', '-kind:mcq', '--json').json()['total'], 0)
    cut = Run('--data-dir', data, 'search', 'kind:mcq', '--limit', '2')
    equal(len(cut.out.splitlines()), 2)
    assert f"2 of {counts['mcq']} shown" in cut.err, cut.err
    new = Run('--data-dir', data, 'search', 'is:new', '--json').json()
    equal(new['total'], counts['question'] + counts['mcq'])


def search_says_where_it_is_wrong():
    wrong = Run('--data-dir', scratch(), 'search', 'loop', 'levl:senior')
    equal((wrong.code, wrong.out), (2, ''))
    lines = wrong.err.splitlines()
    assert 'levl:' in lines[0] and 'level:' in lines[0], wrong.err
    equal(lines[1:], ['  loop levl:senior', '       ^~~~'])
    equal(Run('search', '--limit', 'x').code, 2)
    equal(Run('search', '--nonsense').code, 2)


def check_fails_on_errors():
    folder = scratch({'good.md': GOOD, 'broken.md': BROKEN})
    equal(Run('check', os.path.join(folder, 'good.md')).code, 0)
    broken = Run('check', os.path.join(folder, 'broken.md'))
    equal(broken.code, 1)
    assert f'{folder}/broken.md:22: error E012:' in broken.err, broken.err
    report = Run('check', '--json', os.path.join(folder, 'broken.md'))
    equal(report.code, 1)
    problem = [p for p in report.json()['problems'] if p['severity'] == 'error'][0]
    equal((problem['code'], problem['line']), ('E012', 22))
    assert problem['file'].endswith('broken.md') and problem['message']


def every_code_is_explained():
    codes = set()
    for folder, _, names in os.walk(os.path.join(os.path.dirname(CONTENT), 'app', 'core')):
        for name in names:
            if name.endswith('.c') and '/incident' not in folder:
                with open(os.path.join(folder, name), encoding='utf-8') as file:
                    codes.update(re.findall(r'"([EW][0-9]{3})"', file.read()))
    assert len(codes) > 40, codes
    for code in sorted(codes):
        run = Run('check', '--explain', code)
        equal((code, run.code), (code, 0))
        assert run.out.startswith(code + ': ') and 'Remedy:' in run.out, run.out
    equal(Run('check', '--explain', 'E999').code, 2)
    equal(Run('check', '--explain').code, 2)


def banks_of_strangers_come_in():
    data = scratch()
    folder = scratch({
        'tasks.md': '#### Q1. Which?\n\n- [ ] one\n- [x] two\n\n#### Q2. What?\n\n- [ ] a\n- [ ] b\n',
        'letters.txt': 'Which is even?\nA) 1\nB) 2\nANSWER: B\n',
        'table.csv': 'question,a,b,answer\nWhich is odd?,1,2,A\n',
        'plan.md': '# Plan\n\n- [ ] read chapter 3\n- [x] read chapter 2\n',
        'numbers.csv': 'time,value\n1,2\n',
    })
    report = Run('--data-dir', data, 'import', '--json', folder).json()
    equal(report['mcqs'], 3)
    equal([(p['code'], p['line']) for p in report['problems'] if p['severity'] == 'error'],
          [('E011', 6)])
    found = {i['title']: i for i in Run('--data-dir', data, 'list', '--json').json()}
    equal(sorted(found), ['Which is even?', 'Which is odd?', 'Which?'])
    equal((found['Which?']['options'], found['Which?']['correct'], found['Which?']['line']),
          (['one', 'two'], [1], 1))


def stamp_writes_ids():
    folder = scratch({'bank.md': '## Interview Questions\n\n### 1. Why is it slow?\n\n**A:** It waits.\n',
                      'other.md': '## Interview Questions\n\n### 1. Odd?\n<!-- id: why-is-it-slow -->\n\n**A:** No.\n'})
    path, data = os.path.join(folder, 'bank.md'), scratch()
    os.chmod(path, 0o640)
    Run('--data-dir', data, 'import', folder)
    run = Run('stamp', path)
    equal((run.code, run.err), (0, ''))
    with open(path, encoding='utf-8') as file:
        text = file.read()
    equal(text, '## Interview Questions\n\n### 1. Why is it slow?\n<!-- id: why-is-it-slow-2 -->\n\n**A:** It waits.\n')
    equal(os.stat(path).st_mode & 0o777, 0o640)
    equal(Run('stamp', '--json', path).json(), {'stamped': 0})
    equal(Run('--data-dir', data, 'import', '--json', folder).json()['identity'],
          {'new': 0, 'unchanged': 1, 'matched': 1, 'asked': 0, 'archived': 0})
    broken = scratch({'broken.md': BROKEN})
    run = Run('stamp', os.path.join(broken, 'broken.md'))
    equal(run.code, 1)
    assert 'broken.md:' in run.err and 'error E' in run.err, run.err
    with open(os.path.join(broken, 'broken.md'), encoding='utf-8') as file:
        equal(file.read(), BROKEN)


def import_keeps_what_is_sound():
    data, folder = scratch(), scratch({'broken.md': BROKEN})
    report = Run('--data-dir', data, 'import', '--json', folder)
    equal(report.code, 0)
    equal(report.json()['mcqs'], 1)
    equal(len(Run('--data-dir', data, 'list', '--json').json()), 1)


def environment_moves_the_data():
    data = os.path.join(scratch(), 'deep', 'er')
    Run('import', CONTENT, env={'PAGERDRILL_DATA_DIR': data})
    equal(sorted(name for name in os.listdir(data) if name.endswith('.db')), ['library.db', 'progress.db'])


def wrong_usage_is_told():
    for words in (['check'], ['import'], ['stamp'], ['list', '--kind', 'riddle'], ['list', 'extra'],
                  ['list', '--nonsense'], ['play'], ['play', SCENARIO, '--random', '-3'], ['memory'],
                  ['memory', 'dream'], ['nonsense'], ['--json'], ['--data-dir']):
        run = Run(*words)
        equal((words, run.code), (words, 2))
        assert run.err.startswith('pagerdrill: ') and not run.out, (words, run.out, run.err)


def failures_name_the_file():
    data = scratch()
    missing = Run('--data-dir', data, 'import', '/nonexistent/pack')
    equal(missing.code, 3)
    assert '/nonexistent/pack' in missing.err, missing.err
    with open(os.path.join(data, 'progress.db'), 'wb') as file:
        file.write(b'no database at all, and longer than a header of sixteen bytes')
    damaged = Run('--data-dir', data, 'list')
    equal(damaged.code, 3)
    assert 'progress.db' in damaged.err, damaged.err


def play_follows_a_list():
    text = open(os.path.join(SCENARIO, 'scenario.md'), encoding='utf-8').read()
    listed = text.split('**Reference run:**')[1].split('**')[0]
    slugs = ','.join(part.split(')')[0] for part in listed.split('](#')[1:])
    full = Run('play', SCENARIO, '--choices', slugs, '--answers', 'full', '--json').json()
    assert full['score'] >= 90, full['score']
    equal((full['max'], full['ending'], full['harm']), (100, 'resolved', []))
    equal(full['reference']['score'], full['score'])
    equal(sum(phase['max'] for phase in full['phases'].values()), 100)
    none = Run('play', SCENARIO, '--choices', slugs, '--answers', 'none', '--json').json()
    assert none['score'] < full['score']
    start = Run('play', SCENARIO, '--json').json()
    equal((start['clock_s'], start['ending']), (0, None))
    equal(start['offered'], ['console'])
    assert len(Run('play', SCENARIO, '--choices', 'console', '--json').json()['offered']) >= 5
    contract = {'score', 'max', 'phases', 'harm', 'clock_s', 'ending', 'impact', 'offered', 'reference'}
    assert contract <= set(start), set(start)
    waited = Run('play', SCENARIO, '--choices', 'wait:90s,console', '--json').json()
    equal((waited['clock_s'], waited['offered'] != []), (90, True))
    assert waited['impact']['value'] > start['impact']['value']
    bad = Run('play', SCENARIO, '--choices', 'wait:soon', '--json')
    equal(bad.code, 3)
    assert 'wait:90s' in bad.err, bad.err
    for name in (os.path.join(SCENARIO, 'scenario.md'), SCENARIO + '/'):
        equal(Run('play', name, '--json').json(), start)
    wrong = Run('play', SCENARIO, '--choices', 'no-such-section', '--json')
    equal(wrong.code, 3)
    assert 'no-such-section' in wrong.err


def play_at_random_is_repeatable():
    first = Run('play', SCENARIO, '--random', '100', '--seed', '5', '--json').json()
    equal(Run('play', SCENARIO, '--random', '100', '--seed', '5', '--json').json(), first)
    assert 0 <= first['min'] <= first['median'] <= first['max'] <= 100


# Somebody who clicks at random and answers by half must neither pass nor get nothing.
def bundled_scenarios_resist_chance():
    found = sorted(path for path in glob.glob(os.path.join(CONTENT, '*', '*')) if os.path.exists(os.path.join(path, 'scenario.md')))
    assert SCENARIO in found, found
    for path in found:
        whole = Run('play', path, '--random', '1000', '--json').json()
        assert 30 <= whole['median'] <= 60, (path, whole['median'])
        equal((path, whole['passed'] < 100, whole['never_seen']), (path, True, []))
        equal((path, all(whole['endings'].get(ending) for ending in ('resolved', 'mitigated', 'failed'))), (path, True))


def play_by_key_and_in_a_dialogue():
    data = scratch()
    Run('--data-dir', data, 'import', CONTENT)
    key = Run('--data-dir', data, 'list', '--kind', 'scenario', '--json').json()[0]['key']
    run = Run('--data-dir', data, 'play', key, text='1\nu\nnonsense\nwait:2m\nq\n')
    equal(run.code, 0)
    assert 'What do you do?' in run.out and 'of 100 points' in run.out, run.out
    assert 'not ended after 2 min' in run.out, run.out
    equal(Run('--data-dir', data, 'play', key, '--json').json(), Run('play', SCENARIO, '--json').json())


def memory_meets_its_bars():
    before = Run('memory', 'evaluate', '--log', LOG, '--json').json()
    equal(before['items'], 6276)
    assert abs(before['log_loss'] - 0.46504) < 1e-4, before['log_loss']
    after = Run('memory', 'optimize', f'--log={LOG}', '--json').json()
    equal(len(after['weights']), 21)
    assert after['log_loss'] <= 0.4536 and after['rmse_bins'] <= 0.057, after
    equal(after['before']['log_loss'], before['log_loss'])
    own = Run('--data-dir', scratch(), 'memory', 'optimize', '--json').json()
    equal((own['outcome'], own['items']), ('too-few', 0))


def log_of(*answers, end='\n', start=''):
    """A CSV of answers, each (card, rating, day), in a file."""
    rows = [f'{card},{rating},{1700000000000 + day * 86400000 + card},5000' for card, rating, day in answers]
    text = start + end.join(['card_id,review_rating,review_time,review_duration', *rows, ''])
    return os.path.join(scratch({'log.csv': text}), 'log.csv')


def refuse_constant(name):
    raise ValueError(f'{name} is no JSON')


def measures(*words, env=None):
    """What a memory command says, after looking at every number in it."""
    run = Run('memory', *words, '--json', env=env)
    equal((words, run.code), (words, 0))
    said = json.loads(run.out, parse_constant=refuse_constant)
    for part in (said, *(said[name] for name in ('before', 'after') if name in said)):
        equal(len(part['weights']), 21)
        for name in ('log_loss', 'rmse_bins', 'auc'):
            value = part[name]
            assert value is None or (isinstance(value, float) and 0 <= value < 20), (name, value)
        if part['items'] == 0:
            equal([part[name] for name in ('log_loss', 'rmse_bins', 'auc')], [None] * 3)
    equal(said['items'] == 0, 'two different days' in run.err)
    return said


def memory_takes_odd_logs():
    many = [(card, 1 + (card * 7 + turn) % 4, turn * (turn + 1) + card % 3)
            for card in range(1, 60) for turn in range(6)]
    logs = {'header': [], 'one': [(1, 3, 0)], 'few': [(1, 3, 0), (1, 3, 2), (2, 3, 0), (2, 1, 5)],
            'one-each': [(card, 3, 0) for card in range(50)],
            'same-day': [(card, 3, 0) for card in range(9)] * 4,
            'all-again': [(card, 1, day) for card, _, day in many],
            'all-good': [(card, 3, day) for card, _, day in many], 'many': many}
    for name, answers in logs.items():
        path = log_of(*answers)
        before = measures('evaluate', '--log', path)
        after = measures('optimize', '--log', path)
        equal((name, after['before']['log_loss']), (name, before['log_loss']))
        assert not before['items'] or after['log_loss'] <= before['log_loss'], name
        equal((name, before['measured_with']), (name, 'defaults'))
        equal((name, before['auc'] is None), (name, before['items'] == 0 or name.startswith('all')))
        text = Run('memory', 'optimize', '--log', path)
        equal((name, text.code), (name, 0))
        assert 'nan' not in text.out.lower() and 'inf' not in text.out.lower(), text.out
    wanted = measures('optimize', '--log', log_of(*many))
    assert wanted['items'] > 200, wanted['items']
    for path in (log_of(*reversed(many)), log_of(*many, end='\r\n'), log_of(*many, start='\ufeff')):
        equal(measures('optimize', '--log', path), wanted)


def memory_refuses_what_is_no_log():
    for text, said in {'': 'card_id', 'a,b\n1,2\n': 'card_id',
                       'card_id,review_rating,review_time\n1,9,1700000000000\n': 'Line 2',
                       'card_id,review_rating,review_time\n1,3,nan\n': 'Line 2'}.items():
        path = os.path.join(scratch({'log.csv': text}), 'log.csv')
        for command in ('evaluate', 'optimize'):
            run = Run('memory', command, '--json', '--log', path)
            equal((text, run.code, run.out), (text, 3, ''))
            assert path in run.err and said in run.err, run.err
    equal(Run('memory', 'evaluate', '--log', '/nonexistent.csv').code, 3)
    equal(Run('memory', 'evaluate', '--log').code, 2)


def own_log_is_measured_with_the_weights_in_use():
    env = {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': scratch({'glib-2.0/settings/keyfile': (
        '[io/github/pagerdrill/Pagerdrill]\nmemory-weights=[' +
        ', '.join(['0.5', '1.5', '2.5', '9.0', '6.5', '0.8', '3.0', '0.01', '1.9', '0.2', '0.8', '1.5',
                   '0.06', '0.26', '1.6', '0.6', '1.9', '0.5', '0.1', '0.06', '0.2']) + ']\n')})}
    own = measures('evaluate', '--data-dir', scratch(), env=env)
    equal((own['weights'][:4], own['measured_with']), ([0.5, 1.5, 2.5, 9.0], 'settings'))
    foreign = measures('evaluate', '--log', LOG, env=env)
    assert foreign['weights'][0] != 0.5 and foreign['measured_with'] == 'defaults', foreign


def skeleton_is_playable():
    folder = os.path.join(scratch(), 'mine')
    made = Run('skeleton', os.path.join(SCENARIO, 'metrics', 'leak.csv'), folder, '--json')
    equal(made.json(), {'folder': folder})
    checked = Run('check', folder)
    equal(checked.code, 0)
    assert '0 errors, 0 warnings' in checked.err, checked.err
    equal(Run('skeleton', os.path.join(SCENARIO, 'metrics', 'leak.csv'), folder).code, 3)


def help_needs_no_display():
    general = Run('--help')
    equal(general.code, 0)
    for command in ('check', 'import', 'list', 'play', 'memory', 'skeleton'):
        assert f'  {command} ' in general.out, command
        equal(Run(command, '--help').code, 0)
    assert Run('--version').out.startswith('pagerdrill ')


CASES = [bundled_pack_has_its_counts, list_filters, export_writes_headers, search_finds,
         search_says_where_it_is_wrong, check_fails_on_errors, every_code_is_explained,
         banks_of_strangers_come_in, stamp_writes_ids, import_keeps_what_is_sound,
         environment_moves_the_data, wrong_usage_is_told, failures_name_the_file, play_follows_a_list,
         play_at_random_is_repeatable, bundled_scenarios_resist_chance,
         play_by_key_and_in_a_dialogue, memory_meets_its_bars, memory_takes_odd_logs,
         memory_refuses_what_is_no_log, own_log_is_measured_with_the_weights_in_use,
         skeleton_is_playable, help_needs_no_display]

# Everything below one folder, which goes with the test.
tempfile.tempdir = tempfile.mkdtemp(prefix='pagerdrill-commands-')
print('TAP version 13')
print(f'1..{len(CASES)}')
failed = False
for number, case in enumerate(CASES, 1):
    title = case.__name__.replace('_', ' ')
    try:
        case()
        print(f'ok {number} {title}')
    except Exception as error:  # a broken case must not hide the others
        failed = True
        print(f'not ok {number} {title}')
        for line in f'{type(error).__name__}: {error}'.split('\n'):
            print(f'# {line}')
shutil.rmtree(tempfile.tempdir)
sys.exit(failed)
