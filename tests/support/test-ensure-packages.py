#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Installing packages, against stand-ins for package managers."""

import os
import pty
import subprocess
import unittest

import tap

SCRIPT = tap.SOURCE / 'app/setup/ensure-packages'
TOOLS = ['awk', 'bash', 'cat', 'dirname', 'env', 'find', 'readlink', 'rm']

# apt-get: what a simulation, an update and an installation answer is in files.
APT = '''
[[ $* = *--simulate* ]] && { [ -e "$HOME/known" ]; exit; }
[[ $* = *update* ]] && { : >"$HOME/known"; exit; }
[ ! -e "$HOME/stale" ] || { rm "$HOME/stale"; exit 100; }
'''


class EnsurePackages(unittest.TestCase):
    def setUp(self):
        self.box = tap.Sandbox(TOOLS)
        self.addCleanup(self.box.remove)
        self.lists = self.box.path / 'var/lib/apt/lists'
        self.lists.mkdir(parents=True)

    def system(self, identity, uid=0):
        etc = self.box.path / 'etc'
        etc.mkdir()
        (etc / 'os-release').write_text(identity)
        self.box.command('id', f'echo {uid}')

    def debian(self, installed, uid=0):
        self.system('ID=linuxmint\nID_LIKE="ubuntu debian"\n', uid)
        (self.box.path / 'installed').write_text(installed)
        self.box.command('dpkg', 'echo amd64')
        self.box.command('dpkg-query', 'cat "$HOME/installed"')
        self.box.command('apt-get', APT)

    def all_but(self, *absent):
        """What dpkg-query says when everything to build is there but these."""
        rows = (tap.SOURCE / 'app/setup/packages.tsv').read_text().splitlines()
        names = [row.split('\t')[2] for row in rows if row.startswith('build\t')]
        return ''.join(f'{name} installed amd64\n' for name in names if name not in absent)

    def run_it(self, *arguments, **more):
        return self.box.run(SCRIPT, *(arguments or ['build']),
                            env={'DRILL_SYSTEM_ROOT': str(self.box.path)}, **more)

    def installations(self):
        return [call for call in self.box.calls('apt-get')
                if ' install ' in call and '--simulate' not in call]

    def fresh_lists(self):
        (self.lists / 'mirror_Packages').touch()
        (self.box.path / 'known').touch()

    def test_nothing_is_done_when_all_is_there(self):
        self.debian(self.all_but())
        result = self.run_it()
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, '', ''))
        self.assertEqual(self.box.calls('apt-get'), [])

    def test_only_what_is_missing_is_installed(self):
        self.debian(self.all_but('libcmark-dev', 'meson'))
        self.fresh_lists()
        result = self.run_it()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(len(self.installations()), 1)
        self.assertTrue(self.installations()[0].endswith(
            'install --yes --no-install-recommends meson libcmark-dev'))
        self.assertEqual([c for c in self.box.calls('apt-get') if ' update' in c], [])
        self.assertEqual(result.stdout, '')

    def test_a_removed_or_foreign_package_is_missing(self):
        self.debian(self.all_but('gcc', 'meson')
                    + 'gcc config-files amd64\nmeson installed i386\n')
        self.fresh_lists()
        self.run_it()
        self.assertTrue(self.installations()[0].endswith(' meson gcc'))

    def test_lists_are_fetched_when_there_are_none(self):
        self.debian(self.all_but('meson'))
        self.assertEqual(self.run_it().returncode, 0)
        calls = [call.split()[-1] for call in self.box.calls('apt-get')]
        self.assertEqual(calls, ['update', 'meson'])

    def test_lists_are_fetched_when_they_are_old(self):
        self.debian(self.all_but('meson'))
        self.fresh_lists()
        os.utime(self.lists / 'mirror_Packages', (1e9, 1e9))
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(len([c for c in self.box.calls('apt-get') if ' update' in c]), 1)

    def test_lists_are_fetched_when_the_mirror_has_moved_on(self):
        self.debian(self.all_but('meson'))
        self.fresh_lists()
        (self.box.path / 'stale').touch()
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(len(self.installations()), 2)

    def test_a_failed_installation_is_told(self):
        self.debian(self.all_but('meson'))
        self.box.command('apt-get', 'exit 100')
        result = self.run_it()
        self.assertEqual(result.returncode, 1)
        self.assertIn('could not be installed', result.stderr)

    def test_sudo_is_used_when_it_needs_no_password(self):
        self.debian(self.all_but('meson'), uid=1000)
        self.fresh_lists()
        self.box.command('sudo', '[ "$1" != -n ] || shift; "$@"')
        (self.box.bin / 'true').symlink_to('/bin/true')
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(len(self.installations()), 1)
        self.assertTrue(all(call.startswith('sudo -n ') for call in self.box.calls('sudo')))

    def test_the_command_is_printed_when_sudo_refuses(self):
        self.debian(self.all_but('meson', 'gettext'), uid=1000)
        self.box.command('sudo', 'exit 1')
        result = self.run_it()
        self.assertEqual(result.returncode, 1)
        self.assertIn('  sudo apt-get install --no-install-recommends meson gettext\n',
                      result.stderr)
        self.assertEqual(self.installations(), [])

    def test_the_command_is_printed_when_there_is_no_sudo(self):
        self.debian(self.all_but('meson'), uid=1000)
        result = self.run_it()
        self.assertEqual(result.returncode, 1)
        self.assertIn('\n  apt-get install --no-install-recommends meson\n',
                      result.stderr.replace('pagerdrill: ', ''))

    def answer(self, text):
        """Runs on a terminal on which the text is typed."""
        ours, theirs = pty.openpty()
        os.write(ours, text)
        process = subprocess.Popen(
            [SCRIPT, 'build'], stdin=theirs, stdout=theirs, stderr=theirs,
            env={'PATH': str(self.box.bin), 'HOME': str(self.box.path),
                 'DRILL_SYSTEM_ROOT': str(self.box.path)})
        status = process.wait(30)
        os.close(theirs)
        output = os.read(ours, 65536).decode()
        os.close(ours)
        return status, output

    def test_a_terminal_is_asked_once(self):
        for text, status, count in ((b'\n', 0, 1), (b'y\n', 0, 2), (b'n\n', 1, 2), (b'\4', 1, 2)):
            with self.subTest(text):
                if not self.lists.joinpath('mirror_Packages').exists():
                    self.debian(self.all_but('meson'))
                    self.fresh_lists()
                got, output = self.answer(text)
                self.assertEqual((got, output.count('Go ahead?')), (status, 1))
                self.assertIn('apt-get install --no-install-recommends meson', output)
                self.assertEqual(len(self.installations()), count)

    def test_what_was_built_by_hand_counts(self):
        self.debian(self.all_but('meson', 'libcmark-dev'))
        self.box.command('meson')
        self.box.command('pkg-config', '[ "$2" = libcmark ]')
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(self.installations(), [])

    def test_fedora(self):
        self.system('ID=nobara\nID_LIKE="rhel fedora"\n')
        self.box.command('rpm', '[ "${*: -1}" != cmark-devel ]')
        self.box.command('dnf')
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(self.box.calls('dnf'),
                         ['dnf install -y --setopt=install_weak_deps=False cmark-devel'])

    def test_arch(self):
        self.system('ID=arch\n')
        self.box.command('pacman', '[ "$1" != -T ] || { echo cmark; exit 127; }')
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(self.box.calls('pacman -S'),
                         ['pacman -S --needed --noconfirm cmark'])

    def test_an_unknown_distribution_is_told_what_is_needed(self):
        self.system('ID=plan9\n')
        self.box.command('meson')
        result = self.run_it()
        self.assertEqual(result.returncode, 1)
        self.assertIn('libadwaita-1-dev', result.stderr)
        self.assertNotIn('meson', result.stderr.split('calls:')[1])

    def test_an_unknown_distribution_that_has_everything(self):
        self.system('ID=plan9\n')
        for name in ('meson', 'ninja', 'cc', 'msgfmt', 'glib-compile-resources', 'pkg-config',
                     'desktop-file-validate'):
            self.box.command(name)
        self.assertEqual(self.run_it().returncode, 0)

    def test_wrong_usage(self):
        self.assertEqual(self.box.run(SCRIPT).returncode, 1)


if __name__ == '__main__':
    tap.main()
