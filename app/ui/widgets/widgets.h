/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Adds the style sheet of this folder to @display and sets what the widgets need
 * of its settings; once for each display. */
void drill_widgets_load_css (GdkDisplay *display);

G_END_DECLS
