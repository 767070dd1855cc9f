#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""app/run, in a tree of its own with stand-ins for meson, ninja and the program."""

import os
import shutil
import socket
import unittest

import tap

TOOLS = ['bash', 'cat', 'chmod', 'cksum', 'cut', 'dirname', 'env', 'find', 'flock', 'grep',
         'mkdir', 'readlink', 'rm', 'sed', 'stat', 'tee', 'touch']

MESON = '''
echo "configuring $*"
mkdir -p "$2/app"
echo "$*" >"$2/options"
[ ! -e "$HOME/abort" ] || { rm "$HOME/abort"; exit 1; }
touch "$2/build.ninja"
'''
NINJA = '''
[[ $* = *--quiet* ]] && echo "ninja: no work to do." || echo "compiling"
[ ! -e "$HOME/broken" ] || { echo "a.c: error: no"; exit 1; }
if [ -e "$HOME/warns" ] && grep -q werror=true "$2/options"; then
  echo "a.c: error: unused [-Werror=unused]"
  exit 1
fi
cat >"$2/app/pagerdrill" <<'END'
#!/usr/bin/env bash
echo "program:" "$@"
echo "content:$PAGERDRILL_CONTENT_DIR schema:$GSETTINGS_SCHEMA_DIR umask:$(umask)"
exit 7
END
chmod +x "$2/app/pagerdrill"
'''


class Run(unittest.TestCase):
    def setUp(self):
        self.box = tap.Sandbox(TOOLS)
        self.addCleanup(self.box.remove)
        self.tree = self.make_tree('a tree with spaces')
        self.box.command('meson', MESON)
        self.box.command('ninja', NINJA)

    def make_tree(self, name):
        tree = self.box.path / name
        (tree / 'app/setup').mkdir(parents=True)
        for path in ('app/run', 'app/setup/build.sh'):
            shutil.copy2(tap.SOURCE / path, tree / path)
        self.box.command('ensure-packages', where=tree / 'app/setup')
        return tree

    def run_it(self, *arguments, **more):
        return self.box.run(self.tree / 'app/run', *arguments, **more)

    def ran(self, result):
        return result.stdout.startswith('program:')

    def test_a_command_runs_without_a_display_and_with_clean_output(self):
        result = self.run_it('list', '--json', 'two words')
        self.assertEqual(result.returncode, 7)
        build = self.tree / '.build/plain'
        self.assertEqual(result.stdout.splitlines(), [
            'program: list --json two words',
            f'content:{self.tree}/content schema:{build}/data umask:0022'])
        self.assertIn('configuring', result.stderr)
        self.assertIn('ensure-packages build run', self.box.calls())

    def test_it_works_from_anywhere_and_through_a_link(self):
        link = self.box.path / 'drill'
        link.symlink_to(self.tree / 'app/run')
        self.assertTrue(self.ran(self.box.run(link, 'list', cwd='/')))

    def test_the_second_run_sets_nothing_up(self):
        self.run_it('list')
        self.box.forget()
        result = self.run_it('list')
        self.assertEqual(self.box.calls('meson'), [])
        self.assertEqual(len(self.box.calls('ninja')), 1)
        self.assertIn('--quiet', self.box.calls('ninja')[0])
        self.assertTrue(self.ran(result))
        self.assertEqual(result.stderr, '')

    def test_an_aborted_setup_is_made_afresh(self):
        (self.box.path / 'abort').touch()
        self.assertEqual(self.run_it('list').returncode, 1)
        (self.tree / '.build/plain/left-over').touch()
        self.assertTrue(self.ran(self.run_it('list')))
        self.assertFalse((self.tree / '.build/plain/left-over').exists())

    def test_a_moved_tree_is_set_up_again(self):
        self.run_it('list')
        moved = self.box.path / 'moved'
        self.tree.rename(moved)
        self.tree = moved
        self.box.forget()
        self.assertTrue(self.ran(self.run_it('list')))
        self.assertEqual(len(self.box.calls('meson')), 1)

    def test_another_meson_sets_up_again(self):
        self.run_it('list')
        os.utime(self.box.bin / 'meson', (1e9, 1e9))
        self.box.forget()
        self.run_it('list')
        self.assertEqual(len(self.box.calls('meson')), 1)

    def test_a_compiler_that_warns_keeps_nobody_out(self):
        (self.box.path / 'warns').touch()
        self.assertTrue(self.ran(self.run_it('list')))
        self.box.forget()
        self.assertTrue(self.ran(self.run_it('list')))
        self.assertEqual(self.box.calls('meson'), [])

    def test_an_error_is_not_tried_again(self):
        (self.box.path / 'broken').touch()
        result = self.run_it('list')
        self.assertEqual((result.returncode, result.stdout), (1, ''))
        self.assertEqual(len(self.box.calls('ninja')), 1)
        self.assertIn('a.c: error: no', result.stderr)

    def test_no_display_is_told_after_the_build(self):
        for arguments in ([], ['--data-dir', 'x'], ['--data-dir=x']):
            for env in ({}, {'DISPLAY': ':9999'}, {'DISPLAY': 'nonsense'},
                        {'WAYLAND_DISPLAY': 'wayland-9', 'XDG_RUNTIME_DIR': '/nonexistent'}):
                with self.subTest((arguments, env)):
                    result = self.run_it(*arguments, env=env)
                    self.assertEqual((result.returncode, result.stdout), (0, ''))
                    self.assertIn('no display', result.stderr)

    def test_help_and_version_need_no_display(self):
        for argument in ('--help', '-h', '--version'):
            with self.subTest(argument):
                self.assertTrue(self.ran(self.run_it(argument)))

    def test_the_window_opens_on_a_wayland_display(self):
        path = self.box.path / 'wayland-0'
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
            for env in ({'WAYLAND_DISPLAY': str(path)},
                        {'WAYLAND_DISPLAY': 'wayland-0', 'XDG_RUNTIME_DIR': str(self.box.path)}):
                with self.subTest(env):
                    self.assertTrue(self.ran(self.run_it(env=env)))

    def test_the_window_opens_on_a_remote_display(self):
        with socket.create_server(('127.0.0.1', 0)) as listener:
            number = listener.getsockname()[1] - 6000
            result = self.run_it(env={'DISPLAY': f'127.0.0.1:{number}.0'})
        self.assertTrue(self.ran(result))

    def test_the_users_umask_does_not_hurt_and_is_kept(self):
        result = self.run_it('list', umask=0o777)
        self.assertIn('umask:0777', result.stdout)
        self.assertTrue(os.stat(self.tree / '.build').st_mode & 0o700 == 0o700)

    def test_a_tree_that_is_not_ours_is_built_elsewhere(self):
        # Root may write everywhere, so root becomes somebody else for this.
        user = {}
        if os.geteuid() == 0:
            user = {'user': 65534, 'group': 65534, 'extra_groups': []}
            os.chown(self.box.path, 65534, 65534)
        for built_before in (False, True):
            with self.subTest(built_before=built_before):
                if built_before:
                    (self.tree / '.build/plain').mkdir(parents=True)
                    (self.tree / '.build/plain').chmod(0o555)
                (self.box.path / 'calls').touch(0o666)
                (self.box.path / 'calls').chmod(0o666)
                self.tree.chmod(0o755 if built_before else 0o555)
                result = self.run_it('list', **user)
                self.assertTrue(self.ran(result), result.stderr)
                self.assertIn(f'schema:{self.box.path}/.cache/pagerdrill/build-', result.stdout)
                self.tree.chmod(0o755)

    def test_the_programs_input_is_not_read(self):
        self.box.command('ninja', 'cat\n' + NINJA)
        self.box.command('meson', 'cat\n' + MESON)
        reading, writing = os.pipe()
        os.write(writing, b'answer\n')
        os.close(writing)
        self.run_it('play', stdin=reading)
        self.assertEqual(os.read(reading, 100), b'answer\n')
        os.close(reading)


if __name__ == '__main__':
    tap.main()
