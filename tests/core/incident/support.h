/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

/* Scenarios for tests: the one in tests/fixtures, and small ones written into a
 * temporary folder. */

DrillScenario *test_load_fixture (const char *name);
char          *test_folder_new   (void);
void           test_folder_write (const char *folder,
                                  const char *file,
                                  const char *text);
void           test_folder_free  (char       *folder);
char          *test_replace      (const char *text,
                                  const char *find,
                                  const char *replacement);
DrillScenario *test_parse        (const char *folder,
                                  const char *text);

/* A small scenario without a fault, and the recordings it plays. */
extern const char *const test_small_scenario;
extern const char *const test_small_samples;
