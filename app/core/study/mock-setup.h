/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillMockSetup:
 * @level: one of #DrillLevels: Mid-level, Senior, Staff or Lead
 * @minutes: 20, 45 or 60
 *
 * What one chooses of a mock interview. A plain value.
 */
typedef struct
{
  guint level;
  guint minutes;
} DrillMockSetup;

void     drill_mock_setup_init      (DrillMockSetup       *self);
gboolean drill_mock_setup_is_valid  (const DrillMockSetup *self);
char    *drill_mock_setup_to_text   (const DrillMockSetup *self) G_GNUC_WARN_UNUSED_RESULT;
void     drill_mock_setup_from_text (DrillMockSetup       *self,
                                     const char           *text);

/* The choices, from the least on. */
#define DRILL_MOCK_N_LEVELS 4
#define DRILL_MOCK_N_LENGTHS 3
guint    drill_mock_setup_nth_level  (guint n);
guint    drill_mock_setup_nth_length (guint n);

G_END_DECLS
