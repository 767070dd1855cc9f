#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The program has nothing to say against the bundled packs, and reads in them what
the other checks read.

test-program.py PROGRAM SOURCE_ROOT
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
ROOT = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(ROOT / 'tests' / 'support'))

import chapters  # noqa: E402
import lint  # noqa: E402
import tap  # noqa: E402


def run(folder, *words):
    return subprocess.run([PROGRAM, '--data-dir', folder, *words], capture_output=True, text=True,
                          env={**os.environ, 'DISPLAY': '', 'WAYLAND_DISPLAY': ''}, timeout=60,
                          check=False)


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_here(self, *words):
        return run(self.folder.name, *words)

    def check(self, path):
        done = self.run_here('check', '--json', str(path))
        return done.returncode, [line for line in done.stderr.splitlines()
                                 if ' error ' in line or ' warning ' in line]

    def test_no_error_and_no_warning(self):
        self.assertEqual(self.check(ROOT / 'content'), (0, []))

    def test_a_warning_would_be_seen(self):
        path = pathlib.Path(self.folder.name) / 'a.md'
        path.write_text(chapters.chapter(chapters.mcq('mcq-a').replace('r-a', 'r-b')))
        _, problems = self.check(path)
        self.assertIn('W170', ' '.join(problems))

    def test_same_items(self):
        self.assertEqual(self.run_here('import', str(ROOT / 'content')).returncode, 0)
        pack = pathlib.Path(chapters.PACK).name
        read = {f'{pack}/{item.id}': item for chapter in chapters.load(lint.Tree(ROOT))
                for item in chapter.every_item}
        listed = {}
        for kind in ('question', 'follow-up', 'mcq', 'transcript'):
            done = self.run_here('list', '--json', '--pack', pack, '--kind', kind)
            self.assertEqual(done.returncode, 0, done.stderr)
            listed.update({item['key']: item for item in json.loads(done.stdout)})
        self.assertEqual({key: item['kind'] for key, item in listed.items()},
                         {key: item.kind for key, item in read.items()})
        for key, item in listed.items():
            self.assertEqual(item['line'], read[key].line, key)
            if item['kind'] != 'mcq':
                continue
            self.assertEqual(item['options'], list(read[key].options.values()), key)
            self.assertEqual(item['correct'], ['ABCD'.index(read[key].key)], key)
            self.assertEqual(sorted(item['topics']), sorted(read[key].words('topics')), key)


if __name__ == '__main__':
    tap.main()
