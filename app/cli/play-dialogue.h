/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"

G_BEGIN_DECLS

/* Plays in the terminal until the run or the input ends. */
void drill_play_dialogue (DrillRun *run);

G_END_DECLS
