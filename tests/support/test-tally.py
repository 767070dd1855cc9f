#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The sum that tests/run ends with."""

import json
import subprocess
import tempfile
import unittest

import tap

# (what it is, meson's result, what the program wrote) -> passed, failed, skipped
PROGRAMS = [
    ('cases of a TAP program', 'OK', '1..2\nok 1 /a\nok 2 /b\n', (2, 0, 0)),
    ('a failed case', 'FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n', (1, 1, 0)),
    ('a skipped case', 'OK', '1..2\nok 1 /a # SKIP no network\nok 2 /b\n', (1, 0, 1)),
    ('a hash in a title', 'OK', '1..1\nok 1 /a#skipping-ahead\n', (1, 0, 0)),
    ('a case that is known to fail', 'OK', '1..2\nok 1 /a\nnot ok 2 /b # to' 'do later\n', (2, 0, 0)),
    ('a crash after some cases', 'ERROR', '1..3\nok 1 /a\nok 2 /b\n', (2, 1, 0)),
    ('a program out of time', 'TIMEOUT', '', (0, 1, 0)),
    ('an interrupted program', 'INTERRUPT', '1..2\nok 1 /a\n', (1, 1, 0)),
    ('a surprising pass', 'UNEXPECTEDPASS', '', (0, 1, 0)),
    ('a program without cases', 'OK', 'ok, done\n', (1, 0, 0)),
    ('a skipped program', 'SKIP', '', (0, 0, 1)),
    ('a failed program without cases', 'FAIL', 'boom\n', (0, 1, 0)),
]


def tally(*arguments):
    result = subprocess.run(['/usr/bin/python3', '-B', tap.SOURCE / 'tests/support/tally.py',
                             *arguments], capture_output=True, text=True, check=False)
    return result.returncode, result.stdout.splitlines()


def log(*programs):
    file = tempfile.NamedTemporaryFile('w', suffix='.json')
    for result, output in programs:
        file.write(json.dumps({'name': 'a program', 'result': result, 'stdout': output}) + '\n')
    file.flush()
    return file


class Tally(unittest.TestCase):
    def test_programs(self):
        for title, result, output, (passed, failed, skipped) in PROGRAMS:
            with self.subTest(title), log((result, output), ('OK', '')) as file:
                status, lines = tally('--run', 'plain', '0' if failed == 0 else '1', file.name)
                expected = f'{passed + 1} passed, {failed} failed'
                if skipped:
                    expected += f', {skipped} skipped'
                self.assertEqual(lines[-1], expected)
                self.assertEqual(status, 1 if failed else 0)

    def test_builds_add_up(self):
        with log(('OK', 'ok 1 /a\nok 2 /b\n')) as plain, log(('FAIL', 'not ok 1 /a\n')) as asan:
            status, lines = tally('--run', 'plain', '0', plain.name, '--run', 'asan', '1', asan.name)
        self.assertEqual(lines, ['failed: asan: a program (fail)', '2 passed, 1 failed'])
        self.assertEqual(status, 1)

    def test_a_broken_build_is_a_failure(self):
        with log(('OK', '')) as file:
            status, lines = tally('--run', 'plain', '0', file.name, '--broken', 'the asan build')
        self.assertEqual((status, lines[-1]), (1, '1 passed, 1 failed'))

    def test_a_failing_runner_is_a_failure(self):
        with log(('OK', '')) as file:
            status, lines = tally('--run', 'plain', '2', file.name)
        self.assertEqual((status, lines[-1]), (1, '1 passed, 1 failed'))

    def test_no_test_is_no_success(self):
        with log() as file:
            self.assertEqual(tally('--run', 'plain', '0', file.name)[0], 1)
        self.assertEqual(tally('--run', 'plain', '0', '/nonexistent')[0], 1)
        with log(('SKIP', '')) as file:
            status, lines = tally('--run', 'plain', '0', file.name)
        self.assertEqual((status, lines[-1]), (1, '0 passed, 0 failed, 1 skipped'))


if __name__ == '__main__':
    tap.main()
