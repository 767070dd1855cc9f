/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study-mock.h"

G_BEGIN_DECLS

/* Gets the changes of an interview onto the disk, in their order, and keeps those that could not
 * be stored, so that they can be tried again; none is dropped while the program runs.
 *
 * Properties:
 *  pending  changes on their way, and those that wait for a retry
 *  message  why the last one failed; %NULL when none has */
#define DRILL_TYPE_MOCK_SAVER (drill_mock_saver_get_type ())
G_DECLARE_FINAL_TYPE (DrillMockSaver, drill_mock_saver, DRILL, MOCK_SAVER, GObject)

DrillMockSaver *drill_mock_saver_new         (DrillStudy     *study) G_GNUC_WARN_UNUSED_RESULT;
void            drill_mock_saver_save        (DrillMockSaver *self,
                                              DrillMockChange *change);
void            drill_mock_saver_retry       (DrillMockSaver *self);
guint           drill_mock_saver_get_pending (DrillMockSaver *self);
const char     *drill_mock_saver_get_message (DrillMockSaver *self);

G_END_DECLS
