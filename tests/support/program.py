# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The program as its user meets it: looked at through the accessibility bus, and
driven by the keyboard, the pointer, and the actions a screen reader offers.

GTK 4.8 tells the bus about pages of a stack that nobody sees, with nothing in
their states to say so.  What is on the screen is therefore found by asking what
lies at the middle of such a page: another page there means that it is hidden.

Effects arrive some time after a key was pressed, so whoever expects one asks for
it until it is there.  No time is part of any expectation; DEADLINE only ends the
waiting for something that never comes.

The bus is spoken to directly: one call fetches what there is to know about all
widgets, where the usual library needs several for each.
"""

import contextlib
import functools
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time

# The program is to fail on any warning; this side of the bus is not.
STRICT = {'G_DEBUG': os.environ.pop('G_DEBUG', 'fatal-warnings')}

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

DEADLINE = 60
STEP = 0.05

# The window's edge without a compositor, which extents do not count.
BORDER = 5

# Names of classes, which GTK gives to what has no name.
CLASS_NAME = re.compile(r'(Gtk|Adw|Drill)[A-Z]\w*')

# What has no name of its own in GTK 4.8 but is read with what is in it.
READ_BY_CONTENT = {'list item', 'table cell'}

ROOT = '/org/a11y/atspi/accessible/root'
WINDOW_COORDINATES = 1


class Gone(AssertionError):
    """What was expected did not come."""


def wait(what, function, deadline=DEADLINE):
    """What function returns, as soon as that is true.  Something that vanished
    while it was looked at is looked for again."""
    end = time.monotonic() + deadline
    while True:
        with contextlib.suppress(GLib.Error, KeyError):
            found = function()
            if found:
                return found
        if time.monotonic() > end:
            raise Gone(f'waited in vain for {what}')
        time.sleep(STEP)


@functools.lru_cache(maxsize=None)
def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                None, None, 0, -1).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)


def call(owner, path, interface, method, arguments=None):
    return connect().call_sync(owner, path, f'org.a11y.atspi.{interface}', method, arguments,
                               None, 0, DEADLINE * 1000).unpack()


@functools.lru_cache(maxsize=None)
def role_name(number):
    return Atspi.role_get_name(Atspi.Role(number))


class Node:
    """One thing that a screen reader can tell about, as it was when looked at."""

    def __init__(self, owner, item, area=None):
        self.owner = owner
        self.area = area
        self.path = item[0][1]
        self.parent = item[2][1]
        self.role = role_name(item[7])
        self.name = item[6]
        self.description = item[8]
        self.labels = []
        self.states = item[9][0] | item[9][1] << 32

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def __repr__(self):
        return f'[{self.role} "{self.name}"]'

    @property
    def spoken(self):
        """What is read out: the name as far as somebody gave it one.  A row of a
        list without a name is read with the labels in it."""
        if CLASS_NAME.fullmatch(self.name):
            return ''
        if not self.name and self.role in READ_BY_CONTENT:
            return ' '.join(self.labels)
        return self.name

    def call(self, interface, method, signature=None, *values):
        return call(self.owner, self.path, interface, method,
                    GLib.Variant(signature, values) if signature else None)

    def has(self, state):
        return bool(self.states >> int(getattr(Atspi.StateType, state.upper())) & 1)

    @property
    def text(self):
        try:
            return self.call('Text', 'GetText', '(ii)', 0, 1 << 30)[0]
        except GLib.Error:
            return ''

    @property
    def extents(self):
        """Left, top, width and height in the window; None for what is no widget."""
        try:
            return self.call('Component', 'GetExtents', '(u)', WINDOW_COORDINATES)[0]
        except GLib.Error:
            return None

    @property
    def value(self):
        return call(self.owner, self.path, 'Value', 'Get')

    def act(self, name=None):
        """Do what a screen reader would: the action of that name, or the first."""
        count = len(self.call('Action', 'GetActions')[0])
        names = [self.call('Action', 'GetName', '(i)', index)[0] for index in range(count)]
        self.call('Action', 'DoAction', '(i)', names.index(name) if name else 0)

    def write(self, text):
        self.call('EditableText', 'SetTextContents', '(s)', text)


def overlap(one, other):
    """Whether two areas share more than half of the smaller one: neighbours may
    overlap by the width of a line."""
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    smaller = min(one[2] * one[3], other[2] * other[3])
    return width > 0 and height > 0 and 2 * width * height > smaller


class Look:
    """What is on the screen at one moment, in reading order."""

    def __init__(self, owner, window):
        self.owner = owner
        self.window = window
        self.nodes = []
        self.items = self.fetch()
        self.walk(window, None)

    def fetch(self):
        items = call(self.owner, '/org/a11y/atspi/cache', 'Cache', 'GetItems')[0]
        return {item[0][1]: item for item in items}

    def touch(self, path):
        """Ask for everything below: GTK knows nothing of a widget on the bus
        before somebody asked, not even when it lies at a point asked for."""
        for _, child in call(self.owner, path, 'Accessible', 'GetChildren')[0]:
            self.touch(child)

    def pick(self, x, y):
        return call(self.owner, self.window, 'Component', 'GetAccessibleAtPoint',
                    GLib.Variant('(iiu)', (x, y, WINDOW_COORDINATES)))[0][1]

    def is_on_top(self, path, area):
        """Whether a page of several in one place is the one that is seen there."""
        top = self.find_top(area)
        while top in self.items and top != path:
            top = self.items[top][2][1] if top != ROOT else ''
        return top == path

    def find_top(self, area):
        """What lies in the middle; or, where that is a picture which is kept from
        the bus, what lies around it."""
        x, y, width, height = area
        for _ in range(2):
            for right, down in [(4, 4), (4, 2), (2, 4), (6, 4), (4, 6), (1, 1), (7, 7)]:
                top = self.pick(x + width * right // 8, y + height * down // 8)
                if top in self.items:
                    return top
            self.touch(self.window)
            self.items = self.fetch()
        return ''

    def walk(self, path, area):
        """Takes in what is at path and below.  Of children in one place, which the
        pages of a stack are, only the one on top is seen."""
        children = [child for _, child in
                    call(self.owner, path, 'Accessible', 'GetChildren')[0]]
        if path not in self.items or any(child not in self.items for child in children):
            self.items = self.fetch()
        node = Node(self.owner, self.items[path], area)
        self.nodes.append(node)
        labels = [node.spoken] if node.role == 'label' else node.labels
        areas = [(child, Node(self.owner, self.items[child]).extents) for child in children]
        areas = [(child, box) for child, box in areas if box and box[2] > 0 and box[3] > 0]
        for child, box in areas:
            rivals = [other for name, other in areas if name != child and overlap(box, other)]
            if not rivals or self.is_on_top(child, box):
                labels += self.walk(child, box)
        return labels


def fits(wanted, value):
    """A whole text, or a pattern that occurs in it."""
    if isinstance(wanted, re.Pattern):
        return wanted.search(value) is not None
    return wanted is None or wanted == value


class Program:
    """A running program with a folder of its own for its data."""

    def __init__(self, binary, *arguments, folder=None, env=None, size=None):
        self.binary = os.path.abspath(binary)
        self.own_folder = folder is None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(suffix=' data'))
        self.log = tempfile.NamedTemporaryFile(mode='w+', suffix='.log')
        schemas = pathlib.Path(self.binary).parent.parent / 'data'
        environment = {**os.environ, **STRICT, 'GSETTINGS_SCHEMA_DIR': str(schemas), **(env or {})}
        environment.pop('GTK_A11Y', None)
        connect()
        self.process = subprocess.Popen(
            [self.binary, '--data-dir', str(self.folder), *map(str, arguments)],
            env=environment, stdout=self.log, stderr=self.log)
        self.owner = wait('the application', self.find_owner)
        wait('its window', self.windows)
        if size:
            self.resize(*size)

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind is None:
            self.close()
        self.stop()

    def close(self):
        """Quit as a user does, and insist that it ends well."""
        self.key('ctrl+q')
        self.process.wait(DEADLINE)
        output = self.output()
        self.stop()
        if self.process.returncode != 0 or re.search('CRITICAL|WARNING|ERROR', output):
            raise Gone(f'it ended with {self.process.returncode} and said:\n{output}')

    def stop(self):
        """End it, whatever state it is in."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.own_folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        self.log.close()

    def output(self):
        return pathlib.Path(self.log.name).read_text(encoding='utf-8', errors='replace')

    def check_alive(self):
        if self.process.poll() is not None:
            raise Gone(f'it ended with {self.process.returncode}:\n{self.output()}')

    def find_owner(self):
        self.check_alive()
        for owner, _ in call('org.a11y.atspi.Registry', ROOT, 'Accessible', 'GetChildren')[0]:
            number = connect().call_sync(
                'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                'GetConnectionUnixProcessID', GLib.Variant('(s)', (owner,)),
                None, 0, -1).unpack()[0]
            if number == self.process.pid:
                return owner
        return None

    def windows(self):
        self.check_alive()
        return [path for _, path in call(self.owner, ROOT, 'Accessible', 'GetChildren')[0]]

    # What is on the screen.

    def shown(self):
        """All that is on the screen, or would be after scrolling, in the window
        that was opened last."""
        return Look(self.owner, self.windows()[-1]).nodes

    def find(self, role=None, name=None, text=None):
        """Such nodes.  Name and text are whole ones, or patterns of a part."""
        return [node for node in self.shown()
                if role in (None, node.role) and fits(name, node.spoken)
                and (text is None or fits(text, node.text))]

    def see(self, role=None, name=None, text=None):
        """That node, once it is there."""
        try:
            return wait('it', lambda: self.find(role, name, text))[0]
        except Gone:
            self.check_alive()
            raise Gone(f'no {role or "node"} {name or text!r} on the screen:\n{self.describe()}'
                       ) from None

    def miss(self, role=None, name=None, text=None):
        """Wait until there is no such node any more."""
        wait(f'{role} {name or text!r} to go', lambda: not self.find(role, name, text))

    def describe(self):
        return '\n'.join(f'{node.role}: {node.spoken or node.text}' for node in self.shown()
                         if node.spoken or node.text)

    def focus(self):
        """What has the focus; None when nothing on the screen has."""
        return next((node for node in self.shown() if node.has('focused')), None)

    def settled_focus(self):
        return wait('a focus on the screen', self.focus)

    # What one does.

    def key(self, *keys):
        self.take_keyboard()
        subprocess.run(['xdotool', 'key', *keys], check=True)

    def take_keyboard(self):
        """What a window manager does when a dialog is gone: the window below it gets the
        keyboard.  Without one nothing has it, and keys go to whatever lies under the
        pointer."""
        found = subprocess.run(['xdotool', 'getwindowfocus'], check=False, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL).stdout.split()
        shown = subprocess.run(['xdotool', *self.x_windows()], check=False,
                               stdout=subprocess.PIPE).stdout.split()
        if shown and not set(found) & set(shown):
            subprocess.run(['xdotool', 'windowfocus', '--sync', shown[-1]], check=True)

    def x_windows(self):
        return ['search', '--onlyvisible', '--all', '--pid', str(self.process.pid), '--name', '.']

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '1', text], check=True)

    def window_action(self, name):
        """What a screen reader finds among the actions of the main window."""
        Look(self.owner, self.windows()[0]).nodes[0].act(name)

    def click(self, node):
        """Click on it once it stands still and nothing lies over it."""
        x, y, width, height = wait(f'{node} to be within reach', lambda: self.reach(node))
        subprocess.run(['xdotool', 'mousemove', str(x + width // 2 + BORDER),
                        str(y + height // 2 + BORDER), 'click', '1'], check=True)

    def reach(self, node):
        look = Look(self.owner, self.windows()[-1])
        area = node.extents
        if (node in look.nodes and look.is_on_top(node.path, area)
                and area == look.nodes[look.nodes.index(node)].area):
            return area
        return None

    def tab_to(self, role=None, name=None, key='Tab', most=80):
        """Press Tab until the focus is there, as someone without a mouse does."""
        seen = []
        for _ in range(most):
            before = self.settled_focus()
            if role in (None, before.role) and fits(name, before.spoken):
                return before
            seen.append(before)
            self.key(key)
            wait('the focus to move', lambda: self.focus() not in (None, before))
        raise Gone(f'{most} Tabs lead to {seen}, not to {role} {name!r}')

    def resize(self, width, height):
        search, *options = self.x_windows()
        subprocess.run(['xdotool', search, '--sync', *options, 'windowsize', str(width), str(height)],
                       check=True, stdout=subprocess.DEVNULL)
        wait('the new size', lambda: self.shown()[0].extents[2] + 2 * BORDER == width)

    # What is on the disk.

    def facts(self):
        """Key, rating, occasion and detail of each answer, in order."""
        return facts(self.folder)

    def stored(self, count):
        """All answers, once there are that many."""
        return wait(f'{count} answers on the disk',
                    lambda: len(self.facts()) >= count and self.facts())


def facts(folder):
    path = pathlib.Path(folder) / 'progress.db'
    with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as database:
        rows = database.execute(
            'SELECT key, rating, kind, detail FROM review JOIN card ON card.id = review.card'
            ' ORDER BY review.id').fetchall()
    return [(key, rating, kind, json.loads(detail) if detail else {})
            for key, rating, kind, detail in rows]
