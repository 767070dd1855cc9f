#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""compare.py BENCH-MEMORY LOG.csv

Our memory library beside the reference in one run: fsrs-rs, through the npm package
@open-spaced-repetition/binding, and ts-fsrs.  They are installed into a cache folder
outside of the tree and are no dependency of anything; without npm, or without a network
the first time, this says so and measures nothing.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

PACKAGES = ['@open-spaced-repetition/binding@0.5.0', 'ts-fsrs@5.4.2']
SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent


def cache():
    base = os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache'
    return pathlib.Path(base) / 'pagerdrill-bench' / 'memory-reference'


def skip(why):
    print(f'skipped: {why}', file=sys.stderr)
    sys.exit(SKIPPED)


def install():
    if not shutil.which('node') or not shutil.which('npm'):
        skip('node and npm are not installed')
    folder = cache()
    stamp = folder / 'installed'
    if stamp.exists() and stamp.read_text(encoding='utf-8') == ' '.join(PACKAGES):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'package.json').write_text('{"private": true}\n', encoding='utf-8')
    done = subprocess.run(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', *PACKAGES],
                          cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          check=False)
    if done.returncode != 0:
        skip(f'npm could not install {" and ".join(PACKAGES)}: {done.stderr.strip()[-300:]}')
    stamp.write_text(' '.join(PACKAGES), encoding='utf-8')
    return folder


def ours(bench, log, *weights):
    output = subprocess.run([bench, log, *map(repr, weights)], check=True, stdout=subprocess.PIPE,
                            text=True).stdout
    return {row['measure']: row['value'] for row in map(json.loads, output.splitlines())}


def reference(folder, log):
    output = subprocess.run(['node', HERE / 'reference.mjs', log], cwd=folder, check=True,
                            stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output)


def report(measure, own, other, unit):
    print(json.dumps({'measure': measure, 'ours': own, 'reference': other, 'unit': unit,
                      'ratio': round(own / other, 4)}))


def main():
    bench, log = sys.argv[1], str(pathlib.Path(sys.argv[2]).resolve())
    folder = install()
    other = reference(folder, log)
    own = ours(bench, log, *other['weights'])
    if own['items'] != other['items']:
        sys.exit(f'{own["items"]} items here, {other["items"]} there: they are not comparable')
    report('optimizer', own['optimizer'], other['optimizerMs'], 'ms')
    report('log loss', own['log loss, optimized'], own['log loss, given weights'], 'nats')
    report('RMSE (bins)', own['RMSE (bins), optimized'], own['RMSE (bins), given weights'], 'recall')
    report('next state', own['next state'], other['nextStates'], 'states/s')


if __name__ == '__main__':
    main()
