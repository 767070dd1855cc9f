#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""first-frame.py PROGRAM EMPTY [--pairs N] [--json] [--limit RATIO] [-- ARGUMENTS]

How long Pagerdrill takes to its first frame, and what it costs, beside an empty
libadwaita application.  Both run in turn, so whatever else the machine does meets
both; the medians and their ratios are told.  Ends with 1 when the first frame
takes more than RATIO times as long (1.5 unless told).
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FIELDS = ['first_frame_ms', 'cpu_ms', 'rss_kb', 'pss_kb']


def measure(command, schemas):
    environment = {**os.environ, 'PAGERDRILL_BENCH': 'first-frame',
                   'GSETTINGS_SCHEMA_DIR': str(schemas),
                   'PAGERDRILL_START_NS': str(time.clock_gettime_ns(time.CLOCK_MONOTONIC))}
    output = subprocess.run(command, env=environment, check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    result = json.loads(output)
    result['cpu_ms'] = result['user_ms'] + result['sys_ms']
    return result


def run_pairs(arguments, folder):
    schemas = pathlib.Path(arguments.program).resolve().parent.parent / 'data'
    commands = {'program': [arguments.program, '--data-dir', folder, *arguments.rest],
                'empty': [arguments.empty]}
    results = {name: [] for name in commands}
    # What everybody's second start finds: a library that is up to date.
    content = os.environ.get('PAGERDRILL_CONTENT_DIR')
    if content:
        subprocess.run([*commands['program'][:3], 'import', content], check=True,
                       stdout=subprocess.DEVNULL)
    for command in commands.values():
        measure(command, schemas)
    for number in range(arguments.pairs):
        names = list(commands)
        for name in names if number % 2 else reversed(names):
            results[name].append(measure(commands[name], schemas))
    return results


def summarize(results):
    medians = {name: {field: statistics.median(run[field] for run in runs) for field in FIELDS}
               for name, runs in results.items()}
    ratios = {field: medians['program'][field] / medians['empty'][field] for field in FIELDS}
    return {'pairs': len(results['empty']), 'renderer': results['empty'][0]['renderer'],
            'program': medians['program'], 'empty': medians['empty'], 'ratio': ratios}


def print_table(summary):
    print(f"{summary['pairs']} pairs, {summary['renderer']}, medians")
    print(f"{'':16}{'program':>10}{'empty':>10}{'ratio':>8}")
    for field in FIELDS:
        print(f"{field:16}{summary['program'][field]:10.1f}{summary['empty'][field]:10.1f}"
              f"{summary['ratio'][field]:8.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('empty')
    parser.add_argument('--pairs', type=int, default=15)
    parser.add_argument('--json', action='store_true')
    parser.add_argument('--limit', type=float, default=1.5)
    parser.add_argument('--data', help='start with a copy of this folder')
    parser.add_argument('rest', nargs='*')
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as parent:
        folder = str(pathlib.Path(parent) / 'data')
        if arguments.data:
            shutil.copytree(arguments.data, folder)
        summary = summarize(run_pairs(arguments, folder))
    if arguments.json:
        print(json.dumps(summary, indent=2))
    else:
        print_table(summary)
    sys.exit(summary['ratio']['first_frame_ms'] > arguments.limit)


if __name__ == '__main__':
    main()
