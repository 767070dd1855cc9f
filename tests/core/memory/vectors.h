/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of a specification's numeric vectors, from tests/fixtures/memory. */
typedef struct _Vectors Vectors;

Vectors    *vectors_load       (const char    *name);
void        vectors_free       (Vectors       *self);
guint       vectors_n_rows     (const Vectors *self);
const char *vectors_text       (const Vectors *self,
                                guint          row,
                                const char    *column);
double      vectors_number     (const Vectors *self,
                                guint          row,
                                const char    *column);
gboolean    vectors_starts_run (const Vectors *self,
                                guint          row);
char       *vectors_read_file  (const char    *name);

/* Fails with both numbers when @actual is not within a relative @tolerance of
 * @expected. @where names the row. */
void        assert_near        (double         actual,
                                double         expected,
                                double         tolerance,
                                const char    *where);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vectors, vectors_free)

G_END_DECLS
