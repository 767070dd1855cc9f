/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DrillAnkiNote:
 * @fields: (array zero-terminated=1): HTML
 * @names: (array zero-terminated=1) (nullable): of the fields, in the same order
 * @tags: words with spaces between them
 */
typedef struct
{
  char *const *fields;
  char *const *names;
  const char  *tags;
} DrillAnkiNote;

typedef gboolean (*DrillAnkiNoteFunc) (const DrillAnkiNote *note, guint number, gpointer data);

gboolean drill_anki_collection_read (const char       *path,
                                     DrillAnkiNoteFunc func,
                                     gpointer          data,
                                     GCancellable     *cancellable,
                                     GError          **error);

G_END_DECLS
