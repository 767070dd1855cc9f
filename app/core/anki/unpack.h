/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a package may hold, and what its collection may be when it is unpacked. */
#define DRILL_APKG_MAX_ENTRIES 100000
#define DRILL_APKG_MAX_COLLECTION (256 * 1024 * 1024)

typedef enum
{
  DRILL_UNPACK_OK,
  DRILL_UNPACK_BROKEN,
  DRILL_UNPACK_EMPTY, /* there is no collection in it */
  DRILL_UNPACK_TOO_LARGE,
} DrillUnpack;

DrillUnpack drill_unpack_collection (const char   *path,
                                     const char   *target,
                                     gint64        limit,
                                     GCancellable *cancellable);

G_END_DECLS
