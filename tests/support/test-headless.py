#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Sessions without a screen."""

import os
import pathlib
import subprocess
import unittest

import tap

HEADLESS = tap.SOURCE / 'tests/support/headless'
NAMES = ('HOME', 'TMPDIR', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME',
         'XDG_STATE_HOME', 'XDG_RUNTIME_DIR')


def headless(*arguments, **more):
    return subprocess.run([HEADLESS, *arguments], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=False, **more)


def environment_of(output):
    return dict(line.split('=', 1) for line in output.splitlines() if '=' in line)


class Headless(unittest.TestCase):
    def test_the_status_is_the_commands(self):
        self.assertEqual(headless('sh', '-c', 'exit 7').returncode, 7)
        self.assertEqual(headless('true').returncode, 0)

    def test_arguments_arrive_as_they_are(self):
        self.assertEqual(headless('--', 'printf', '%s|', 'a b', '*', '').stdout, 'a b|*||')

    def test_folders_are_private_and_vanish(self):
        result = headless('env')
        seen = environment_of(result.stdout)
        session = pathlib.Path(seen['HOME']).parent
        for name in NAMES:
            self.assertEqual(pathlib.Path(seen[name]).parent, session, name)
            self.assertNotEqual(seen[name], os.environ.get(name))
        self.assertFalse(session.exists())

    def test_nothing_of_the_users_session_shows(self):
        mine = {**os.environ, 'WAYLAND_DISPLAY': 'wayland-0', 'GTK_THEME': 'x', 'LANGUAGE': 'de',
                'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/mine', 'DISPLAY': ':4242'}
        seen = environment_of(headless('env', env=mine).stdout)
        for name in ('WAYLAND_DISPLAY', 'GTK_THEME', 'LANGUAGE'):
            self.assertNotIn(name, seen)
        self.assertNotEqual(seen['DISPLAY'], ':4242')
        self.assertNotEqual(seen['DBUS_SESSION_BUS_ADDRESS'], 'unix:path=/mine')

    def test_the_screen_has_the_size_asked_for(self):
        result = headless('--size', '400x640', 'xwininfo', '-root')
        self.assertIn('Width: 400\n', result.stdout)
        self.assertIn('Height: 640\n', result.stdout)

    def test_a_killed_session_cleans_up(self):
        process = subprocess.Popen([HEADLESS, 'sh', '-c', 'echo $HOME; exec cat'],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                   start_new_session=True)
        session = pathlib.Path(process.stdout.readline().strip()).parent
        self.assertTrue(session.is_dir())
        os.killpg(process.pid, 15)
        process.communicate()
        self.assertNotEqual(process.returncode, 0)
        self.assertFalse(session.exists())

    def test_many_at_once(self):
        sessions = [subprocess.Popen([HEADLESS, 'sh', '-c', 'echo $DISPLAY; cat'],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                    for _ in range(4)]
        displays = {session.stdout.readline() for session in sessions}
        for session in sessions:
            session.communicate()
            self.assertEqual(session.returncode, 0)
        self.assertEqual(len(displays), 4)

    def test_wrong_usage(self):
        self.assertEqual(headless().returncode, 2)
        self.assertEqual(headless('--nonsense', 'true').returncode, 2)
        tools = tap.Sandbox(['bash', 'env'])
        self.addCleanup(tools.remove)
        result = headless('true', env={'PATH': str(tools.bin)})
        self.assertEqual(result.returncode, 1)
        self.assertIn('Xvfb is not installed', result.stderr)


if __name__ == '__main__':
    tap.main()
