/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "search/run.h"
#include "study/answer.h"
#include "study/mark.h"

G_BEGIN_DECLS

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS  (24 * HOUR_MS)

/* Noon of study day @day: days are counted in UTC here. */
#define NOON(day) ((day) * DAY_MS + 12 * HOUR_MS)
#define TODAY     20000

/*
 * A workspace with one pack, "shelf":
 *
 *   shelf/loop     Senior  event-loop       "One core is pinned" ... "event loop"
 *   shelf/loop-more        a follow-up of it
 *   shelf/gc       Junior  memory-gc        "The heap grows", has two key points to make
 *   shelf/keep     Senior  http keep-alive  "Keep-alive and 502s"
 *   shelf/mcq      Mid     event-loop       "Which phase runs setImmediate?"
 *   shelf/outage           a scenario
 */
typedef struct
{
  Scratch         *scratch;
  char            *folder;
  DrillConnection *connection;
  DrillRules      *rules;
} Shelf;

void    shelf_set_up    (Shelf         *self,
                         gconstpointer  data);
void    shelf_tear_down (Shelf         *self,
                         gconstpointer  data);
void    shelf_import    (Shelf         *self);
void    shelf_answer    (Shelf         *self,
                         const char    *key,
                         DrillOccasion  occasion,
                         DrillRating    rating,
                         int            day);
void    shelf_mark      (Shelf         *self,
                         const char    *key,
                         DrillMarkKind  kind,
                         gint64         value);

/* The keys that @query finds on @TODAY, without "shelf/", with blanks between them. */
char   *shelf_find      (Shelf         *self,
                         const char    *query) G_GNUC_WARN_UNUSED_RESULT;

#define ADD(path, test) g_test_add (path, Shelf, NULL, shelf_set_up, test, shelf_tear_down)

G_END_DECLS
