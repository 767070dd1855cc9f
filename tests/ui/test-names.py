#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""On every page, whatever can have the focus has a name that can be read out, and
nothing makes the window wider than it should be."""

import os
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
import pages  # noqa: E402
import tap  # noqa: E402
from program import BORDER  # noqa: E402

BINARY = sys.argv[2]
CONTENT = pages.use_small_bank(os.environ['PAGERDRILL_CONTENT_DIR'])
WIDE = (1200, 800)
NARROW = (370, 720)


# The window of shortcuts is GTK's own, and wider than a narrow screen; the buttons
# of a toast and of a question are libadwaita's.
FOREIGN_PAGES = {'shortcuts', 'quiz-hand-in', 'interview-hand-in'}
FOREIGN = {'toast': ['[push button "_Details Details"] is read with the mark of its mnemonic',
                     '[push button "GtkImage"] has no name']}


def problems(nodes):
    """What scrolls is read by what it shows.  In a drop-down, GTK calls the shown
    row focusable although only the button around it takes the focus."""
    for node in nodes:
        if not node.has('focusable') or node.role in ('scroll pane', 'filler'):
            continue
        name = node.spoken
        words = name.split()
        half = len(words) // 2
        if not words:
            yield f'{node!r} has no name'
        elif re.search(r'(^|\s)_\w|\b[A-Za-z]+_[a-z]+ [A-Z]', name):
            yield f'{node!r} is read with the mark of its mnemonic'
        elif half and words[:half] == words[half:]:
            yield f'{node!r} is read twice'


class Names(unittest.TestCase):
    def check(self, size):
        seen = set()
        with tempfile.TemporaryDirectory() as folder:
            for page, program in pages.visit(BINARY, folder, CONTENT, size=size):
                seen.add(page)
                if page in FOREIGN_PAGES:
                    continue
                with self.subTest(page):
                    nodes = program.shown()
                    if len(program.windows()) == 1:
                        self.assertEqual(size[0], nodes[0].extents[2] + 2 * BORDER, page)
                    found = list(problems(nodes))
                    self.assertEqual(FOREIGN.get(page, []), found, page)
        self.assertGreater(len(seen), 20)

    def test_wide(self):
        self.check(WIDE)

    def test_narrow(self):
        self.check(NARROW)


if __name__ == '__main__':
    tap.main()
