#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""What an item names exists: topics, references, files, evidence; and each topic of
the first wave is reached.
"""

import re

import chapters
import lint

# Topics of the bundled pack.  A new one is added here, once, and spelt like this.
FIRST_WAVE = ['event-loop', 'memory-gc', 'cpu-profiling', 'pools-io', 'network-http', 'streams',
              'errors-shutdown', 'concurrency', 'observability', 'incident-command']
LATER = ['containers-k8s', 'databases', 'caches', 'queues', 'deploy-rollback', 'post-mortems',
         'security-incidents', 'capacity']
TOPICS = set(FIRST_WAVE + LATER)

# Asked only of a pack that has grown up, not of the planted ones.
WAVE_FROM = 100

EVIDENCE = chapters.PACK + '/evidence/'
SUPPORTS = re.compile(r'^// Supports: (.*(?:\n//   +.*)*)', re.M)
TEACHES = re.compile(r'^[ \t]*teaches (.+)$', re.M)
LINK = re.compile(r'\]\((?!https:|#)([^)\s]+)\)')


def claims(tree):
    """id: the scripts that say they support it."""
    found = {}
    for path in tree.files(EVIDENCE):
        match = SUPPORTS.search(tree.read(path)) if path.endswith('.mjs') else None
        for word in re.split(r'[\s,]+', match[1].replace('//', ' ')) if match else []:
            found.setdefault(word, []).append(path)
    return found


def check_item(item, chapter, supported):
    for topic in item.words('topics'):
        if topic not in TOPICS:
            yield f'{item.where}: the topic {topic} is none of ours'
    for reference in item.words('refs'):
        if reference not in chapter.references:
            yield f'{item.where}: there is no reference {reference}'
    if item.kind in ('question', 'mcq') and not item.words('refs'):
        yield f'{item.where}: names no source'
    if not item.words('topics') and item.kind != 'follow-up':
        yield f'{item.where}: has no topic'
    if item.kind == 'mcq' and item.words('verified') and item.id not in supported:
        yield f'{item.where}: is said to be verified, and no script in evidence/ supports it'


def check_wave(items):
    for kind, few in (('mcq', 5), ('question', 1)):
        for topic in FIRST_WAVE:
            found = sum(item.kind == kind and topic in item.words('topics') for item in items)
            if found < few:
                yield f'the topic {topic} has {found} items of the kind {kind}'


def check_files(tree, ids):
    """Links of Markdown files, and what scenarios say that they teach."""
    for path in tree.files('content'):
        text = tree.read(path) if path.endswith('.md') else ''
        plain = re.sub(r'^(```|~~~+).*?^\1', lambda match: lint.blank(match[0]), text,
                       flags=re.M | re.S)
        for match in LINK.finditer(re.sub(r'`[^`\n]*`', lambda m: lint.blank(m[0]), plain)):
            target = (tree.root / path).parent / match[1].split('#')[0]
            if not target.exists():
                yield f'{path}:{lint.line_of(text, match.start())}: there is no {match[1]}'
        if path.startswith(chapters.PACK) and path.endswith('/scenario.md'):
            for match in TEACHES.finditer(text):
                for word in re.split(r'[\s,]+', match[1].strip()):
                    if word not in ids:
                        yield (f'{path}:{lint.line_of(text, match.start())}: teaches {word}, '
                               'which is no item')


def check(tree):
    read = chapters.load(tree)
    items = [item for chapter in read for item in chapter.every_item]
    ids = {item.id for item in items}
    supported = claims(tree)
    seen = {}
    for chapter in read:
        for item in chapter.every_item:
            yield from check_item(item, chapter, supported)
            if not item.id or seen.setdefault(item.id, item) is not item:
                yield f'{item.where}: its id is missing or taken'
        for identity, address in chapter.references.items():
            if not identity or not address.startswith('https://'):
                yield f'{chapter.path}: the reference "{identity}" leads to {address}'
        used = {word for item in chapter.every_item for word in item.words('refs')}
        for identity in chapter.references:
            # A chapter's list may also be meant for reading on.
            if identity not in used and not chapter.path.endswith('core.md'):
                yield f'{chapter.path}: nothing refers to {identity}'
    for word, scripts in supported.items():
        if word not in ids and not any(item.id.startswith(word) for item in items):
            yield f'{scripts[0]}: supports {word}, which is no item'
    yield from check_files(tree, ids)
    if len(items) >= WAVE_FROM:
        yield from check_wave(items)


def pack(item, **files):
    return {chapters.PACK + '/a.md': chapters.chapter(item),
            **{f'{chapters.PACK}/{name}': text for name, text in files.items()}}


GOOD = chapters.mcq('mcq-a')
RUN = GOOD.replace('refs: r-a', 'refs: r-a; verified: node 24')
PLANTED = [
    ('an unknown topic', pack(GOOD.replace('streams', 'streems')), 'the topic streems'),
    ('an unknown reference', pack(GOOD.replace('refs: r-a', 'refs: r-b')), 'no reference r-b'),
    ('an item without a source', pack(GOOD.replace('; refs: r-a', '')), 'names no source'),
    ('a reference nobody uses', pack(GOOD.replace('; refs: r-a', '')), 'nothing refers to r-a'),
    ('an id that is taken', pack(GOOD + GOOD), 'missing or taken'),
    ('an item without id', pack(GOOD.replace('id: mcq-a; ', '')), 'missing or taken'),
    ('a claim without evidence', pack(RUN), 'no script'),
    ('evidence for nothing', pack(GOOD, **{'evidence/a.mjs': '// Supports: mcq-a,\n//           mcq-z\n'}),
     'supports mcq-z'),
    ('a lesson that is not there', pack(GOOD, **{'fire/scenario.md': '# Fire\n\nteaches mcq-a, mcq-q\n'}),
     'scenario.md:3: teaches mcq-q'),
    ('a link to nowhere', {'content/README.md': '\n[so](away.md)\n'}, 'README.md:2: there is no away.md'),
    ('a topic that is missing', pack(''.join(
        chapters.mcq(f'mcq-{n}', number=n + 1) for n in range(WAVE_FROM))), 'event-loop has 0 items'),
]
ALLOWED = [
    ('good links', {**pack(RUN, **{'evidence/a.mjs': '// Supports: mcq-a\n',
                                   'fire/scenario.md': 'teaches mcq-a\n'}),
                    'content/README.md': '[so](node-incidents/a.md#x)\n\n```\n[no](x.md)\n```\n'}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
