/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/document.h"
#include "ui/widgets/chart/chart-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes a document as PDF. @parent: (nullable). @chart: (nullable): the curves
 * for the paragraph that stands for them. */
gboolean drill_document_print_to_pdf (GPtrArray       *document,
                                      DrillChartModel *chart,
                                      GtkWindow       *parent,
                                      const char      *path,
                                      GError         **error);

G_END_DECLS
