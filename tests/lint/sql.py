#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""SQL belongs in .sql files.

There it has a name, a comment and a test that prepares it.  Of C strings only
core/store's may hold some: what concerns the connection and not a table.
"""

import re

import lint

# In capitals this is SQL wherever it stands.  In small letters it may be a
# sentence, so the second pattern applies to core, which has no sentences.
STATEMENT = re.compile(r'''\s*(?:
    SELECT\s
  | (?:INSERT|REPLACE)\s+(?:OR\s+\w+\s+)?INTO\b
  | UPDATE\s+\S+\s+SET\b
  | DELETE\s+FROM\b
  | CREATE\s+(?:TEMP\s+|TEMPORARY\s+|UNIQUE\s+|VIRTUAL\s+)*(?:TABLE|INDEX|TRIGGER|VIEW)\b
  | (?:DROP|ALTER)\s+(?:TABLE|INDEX|TRIGGER|VIEW)\b
  | WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\b
)''', re.VERBOSE)
SMALL_STATEMENT = re.compile(r'''\s*(?:
    select\s.*\sfrom\s
  | (?:insert|replace)\s+(?:or\s+\w+\s+)?into\s
  | update\s+\S+\s+set\s
  | delete\s+from\s
  | create\s+(?:temp\s+|temporary\s+|unique\s+|virtual\s+)*(?:table|index|trigger|view)\s
  | (?:drop|alter)\s+(?:table|index|trigger|view)\s
)''', re.VERBOSE)
CONNECTION = re.compile(r'''\s*(?:
    PRAGMA\s
  | BEGIN(?:\s+(?:DEFERRED|IMMEDIATE|EXCLUSIVE|TRANSACTION))*\s*;?\s*$
  | (?:COMMIT|ROLLBACK|END\s+TRANSACTION)\b
  | (?:SAVEPOINT|RELEASE|ATTACH|DETACH|VACUUM|REINDEX)\b
)''', re.VERBOSE)


def check(tree):
    for path in tree.files('app'):
        if not path.endswith(('.c', '.h')):
            continue
        for line, text in lint.c_strings(tree.read(path)):
            found = STATEMENT.match(text)
            if not found and path.startswith('app/core/'):
                found = SMALL_STATEMENT.match(text)
            if not found and not path.startswith('app/core/store/'):
                found = CONNECTION.match(text)
            if found:
                yield f'{path}:{line}: "{text[:40]}" belongs in a .sql file'


PLANTED = [
    ('a query', {'app/core/study/a.c': '\nrun ("SELECT id FROM review");'}, 'a.c:2: "SELECT id'),
    ('a query in several strings', {'app/core/study/a.c': 'run ("SELECT a, "\n"b FROM c");'},
     'belongs in'),
    ('a query in small letters', {'app/core/study/a.c': 'run ("select id from review");'},
     'belongs in'),
    ('a query in the store', {'app/core/store/a.c': 'run ("  SELECT 1");'}, 'belongs in'),
    ('an insertion', {'app/core/library/a.c': 'run ("INSERT OR IGNORE INTO a VALUES (1)");'},
     'belongs in'),
    ('an update', {'app/ui/quiz/a.c': 'run ("UPDATE a SET b = 1");'}, 'belongs in'),
    ('a deletion', {'app/cli/a.c': 'run ("DELETE FROM a");'}, 'belongs in'),
    ('a table', {'app/core/study/a.c': 'run ("CREATE VIRTUAL TABLE a USING fts5 (b)");'},
     'belongs in'),
    ('a common table expression', {'app/core/study/a.c': 'run ("WITH a (b) AS (");'},
     'belongs in'),
    ('a pragma outside the store', {'app/core/study/a.c': 'run ("PRAGMA user_version");'},
     'belongs in'),
    ('a transaction outside the store', {'app/core/library/a.c': 'run ("BEGIN IMMEDIATE");'},
     'belongs in'),
]
ALLOWED = [
    ('pragmas and transactions in the store',
     {'app/core/store/a.c': 'run ("PRAGMA foreign_keys = ON"); run ("BEGIN IMMEDIATE");'
                            'run ("COMMIT");'}),
    ('sentences', {'app/ui/quiz/a.c': '_("Select a question from the list");'
                                      '_("Create index cards"); _("Begin"); _("BEGIN HERE");'}),
    ('comments', {'app/core/study/a.c': '/* "SELECT 1" */ // "DELETE FROM a"'}),
    ('.sql files', {'app/core/study/sql/a.sql': 'SELECT 1;'}),
]

if __name__ == '__main__':
    lint.run(check, PLANTED, ALLOWED)
