#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Add up the results of several test runs and print one line.

  tally.py [--run NAME STATUS TESTLOG.JSON | --broken WHAT]...

Counted are the cases that a TAP program reports, and one for a program that
reports none.  A program that fails without a failed case (it crashed, took too
long, or reported fewer cases than it planned) is one failure more, so that
nothing that meson calls a failure can be added up to none.
"""

import collections
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\s+\d+\b(?:.*?#\s*(skip|todo)\b)?', re.IGNORECASE)
GOOD_RESULTS = {'OK', 'EXPECTEDFAIL', 'SKIP'}


def count_cases(output):
    counts = collections.Counter()
    for line in output.splitlines():
        match = CASE.match(line)
        if not match:
            continue
        directive = (match[2] or '').lower()
        if directive == 'skip':
            counts['skipped'] += 1
        elif match[1] and directive != 'todo':
            counts['failed'] += 1
        else:
            counts['passed'] += 1
    return counts


def count_program(result, output):
    counts = count_cases(output)
    if result not in GOOD_RESULTS:
        counts['failed'] = max(counts['failed'], 1)
    elif not counts:
        counts['skipped' if result == 'SKIP' else 'passed'] = 1
    return counts


def count_run(status, path):
    """The counts of one run, and the names of the programs that failed."""
    counts = collections.Counter()
    bad = []
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            programs = [json.loads(line) for line in log if line.strip()]
    except OSError:
        programs = []
    for program in programs:
        counts += count_program(program['result'], program.get('stdout') or '')
        if program['result'] not in GOOD_RESULTS:
            bad.append(f"{program['name']} ({program['result'].lower()})")
    if status != 0 and not bad:
        counts['failed'] += 1
        bad.append(f'meson test itself (status {status})')
    return counts, bad


def main(arguments):
    total = collections.Counter()
    while arguments:
        if arguments[0] == '--run':
            name, status, path = arguments[1:4]
            counts, bad = count_run(int(status), path)
            arguments = arguments[4:]
        elif arguments[0] == '--broken':
            name, bad = arguments[1], ['it did not compile']
            counts = collections.Counter(failed=1)
            arguments = arguments[2:]
        else:
            sys.exit(__doc__)
        total += counts
        for what in bad:
            print(f'failed: {name}: {what}')

    if not total['passed'] and not total['failed']:
        print('failed: no test was run')
    line = f"{total['passed']} passed, {total['failed']} failed"
    if total['skipped']:
        line += f", {total['skipped']} skipped"
    print(line)
    return 0 if total['passed'] and not total['failed'] else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
