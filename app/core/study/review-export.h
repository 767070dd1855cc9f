/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/export-file.h"

G_BEGIN_DECLS

gboolean drill_review_export (DrillConnection *connection,
                              DrillExportFunc  func,
                              gpointer         data,
                              GError         **error);

G_END_DECLS
