# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""unittest, reported as TAP; and folders of stand-ins for commands."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest


class Result(unittest.TestResult):
    """Says one line for each test when it ends, whatever its parts were."""

    def __init__(self):
        super().__init__()
        self.number = 0
        self.trouble = []
        self.skip = ''

    def startTest(self, test):
        super().startTest(test)
        self.trouble = []
        self.skip = ''

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.skip = f' # SKIP {reason}'

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.trouble.append(self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.trouble.append(self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.trouble.append(f'{subtest}: {err[1]}')

    def stopTest(self, test):
        super().stopTest(test)
        self.number += 1
        name = test.id().split('.', 1)[1]
        print(f"{'not ok' if self.trouble else 'ok'} {self.number} {name}{self.skip}", flush=True)
        for line in '\n'.join(self.trouble).splitlines():
            print(f'# {line}')


def main():
    """Run the calling program's tests; its only argument is the source tree."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print('TAP version 13')
    print(f'1..{suite.countTestCases()}', flush=True)
    result = Result()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)


class Sandbox:
    """A folder with a bin/ of stand-ins, each of which notes how it was called."""

    def __init__(self, tools):
        self.path = pathlib.Path(tempfile.mkdtemp(suffix=' sandbox'))
        self.bin = self.path / 'bin'
        self.bin.mkdir()
        for tool in tools:
            (self.bin / tool).symlink_to(shutil.which(tool))

    def remove(self):
        shutil.rmtree(self.path)

    def command(self, name, script='', where=None):
        """A stand-in that notes its arguments and then runs the shell script."""
        target = (where or self.bin) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f'#!{shutil.which("bash")}\n'
                          f'echo "{name} $*" >>"{self.path}/calls"\n{script}\n')
        target.chmod(0o755)

    def calls(self, name=''):
        try:
            lines = (self.path / 'calls').read_text().splitlines()
        except FileNotFoundError:
            return []
        return [line for line in lines if line.startswith(name)]

    def forget(self):
        (self.path / 'calls').unlink(missing_ok=True)

    def run(self, *arguments, **more):
        environment = {'PATH': str(self.bin), 'HOME': str(self.path), **more.pop('env', {})}
        return subprocess.run(arguments, env=environment, text=True, capture_output=True,
                              stdin=more.pop('stdin', subprocess.DEVNULL), check=False, **more)


SOURCE = pathlib.Path(os.path.abspath(sys.argv[1]))
