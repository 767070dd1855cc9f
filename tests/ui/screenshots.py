#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""screenshots.py PROGRAM CONTENT FOLDER [--only VARIANT]...

Walks through all pages in each look and saves what is on the screen.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
import pages  # noqa: E402

WIDE = (1200, 800)
# A border of five pixels on each side leaves 360.
NARROW = (370, 720)
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
CONTRAST = {'ADW_DEBUG_HIGH_CONTRAST': '1'}
SOME = [pages.tour_of_library, pages.tour_of_items]

# name: (size, environment, tours or None for all, percent of text)
VARIANTS = {
    'light': (WIDE, {}, None, 100),
    'light-narrow': (NARROW, {}, None, 100),
    'dark': (WIDE, DARK, None, 100),
    'dark-narrow': (NARROW, DARK, None, 100),
    'contrast': (WIDE, CONTRAST, None, 100),
    'contrast-narrow': (NARROW, CONTRAST, None, 100),
    'rtl': (WIDE, {'GTK_DEBUG': 'invert-text-dir'}, SOME, 100),
    'rtl-narrow': (NARROW, {'GTK_DEBUG': 'invert-text-dir'}, SOME, 100),
    'large': (WIDE, {}, SOME, 200),
    'large-narrow': (NARROW, {}, SOME, 200),
}


def settled_picture(size):
    """What is on the screen once two pictures in a row are the same."""
    before = None
    for _ in range(100):
        picture = subprocess.run(['import', '-window', 'root', '-crop', f'{size[0]}x{size[1]}+0+0',
                                  '+repage', '-depth', '8', 'ppm:-'], check=True, stdout=subprocess.PIPE).stdout
        if picture == before:
            break
        before = picture
        time.sleep(0.05)
    return picture


def take(path, size):
    subprocess.run(['convert', 'ppm:-', str(path)], input=settled_picture(size), check=True)


def set_text_size(percent):
    """GTK on X11 takes the scale of the text from this property of the screen."""
    subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                    f'Xft.dpi:\t{96 * percent // 100}\n'], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('content')
    parser.add_argument('folder')
    parser.add_argument('--only', action='append')
    arguments = parser.parse_args()

    content = pages.use_small_bank(arguments.content)
    for name, (size, env, tours, percent) in VARIANTS.items():
        if arguments.only and name not in arguments.only:
            continue
        set_text_size(percent)
        with tempfile.TemporaryDirectory() as folder:
            for page, program in pages.visit(arguments.program, folder, content, env,
                                             size, tours):
                program.shown()
                path = pathlib.Path(arguments.folder) / f'{name}-{page}.png'
                take(path, size)
                print(path, flush=True)


if __name__ == '__main__':
    main()
