/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails when it is told to. Once installed, every database of this
 * process goes through it. One thread only. */
void  failing_vfs_install (void);

/* The @nth write, sync or truncation from now on gives @code, and with
 * @stays_broken all later ones do, until the disk is repaired. */
void  failing_vfs_arm     (guint    nth,
                           int      code,
                           gboolean stays_broken);

/* Returns: how many operations have failed since it was armed. */
guint failing_vfs_repair  (void);

G_END_DECLS
