/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which side of an answer a key point is about.
 *
 * Packs do not say, so this is a rule of thumb, and the interface calls it one:
 *
 *   1. Words. Each dimension has word beginnings that give it away ("roll", "drain"
 *      speak of mitigation). The one with most different hits has the point.
 *   2. Topics, between dimensions that have the same number of hits, none included:
 *      "incident-command" speaks of communication, and so on; the first topic that
 *      says something counts.
 *   3. Otherwise diagnosis, which is what most technical points are about.
 *
 * The phases of an incident have names and need no guess: see dimension_of_phase().
 * Depth is not a subject but a degree: is_deep() says which points count for it, too.
 */

#include "config.h"

#include "study/mock-dimension.h"

#include <string.h>

/* Beginnings of words, folded; as they stand in the texts of packs in English. */
static const char *const cues[DRILL_DIMENSION_DEPTH][32] = {
  [DRILL_DIMENSION_STRUCTURE] = { "impact", "severit", "prioriti", "assum", "clarif", "trade", "assess",
                                  "timeline", "criteri", "structur", "step", "order", "first" },
  [DRILL_DIMENSION_DIAGNOSIS] = { "measur", "metric", "evidence", "profil", "trace", "logs", "logged", "snapshot", "compar",
                                  "correlat", "chart", "percentil", "p99", "distinguish", "separat", "symptom",
                                  "hypothes", "prove", "proof", "observ", "narrow", "read", "monitor", "counter", "delay" },
  [DRILL_DIMENSION_MITIGATION] = { "contain", "mitigat", "roll", "revert", "restart", "drain", "shed", "disabl",
                                   "flag", "scal", "limit", "failover", "isolat", "undo", "undone", "rotation",
                                   "fallback", "throttl", "retry", "retries", "backoff", "timeout", "capacit", "degrad" },
  [DRILL_DIMENSION_COMMUNICATION] = { "told", "tell", "inform", "announc", "updat", "declar", "stakeholder",
                                      "communicat", "messag", "channel", "rhythm", "escalat", "command", "handover",
                                      "team", "people", "customer", "status", "support" },
  [DRILL_DIMENSION_ROOT_CAUSE] = { "caus", "why", "retain", "leak", "post-mortem", "postmortem", "mortem", "prevent",
                                   "contribut", "lesson", "owner", "recur", "regress", "underl", "origin", "bug" },
};

static const struct
{
  const char        *topic; /* beginning of a slug */
  DrillMockDimension dimension;
} topics_of[] = {
  { "incident-command", DRILL_DIMENSION_COMMUNICATION },
  { "communication", DRILL_DIMENSION_COMMUNICATION },
  { "leadership", DRILL_DIMENSION_COMMUNICATION },
  { "deploy", DRILL_DIMENSION_MITIGATION },
  { "capacity", DRILL_DIMENSION_MITIGATION },
  { "resilience", DRILL_DIMENSION_MITIGATION },
  { "errors-shutdown", DRILL_DIMENSION_MITIGATION },
  { "post-mortem", DRILL_DIMENSION_ROOT_CAUSE },
  { "postmortem", DRILL_DIMENSION_ROOT_CAUSE },
  { "observability", DRILL_DIMENSION_DIAGNOSIS },
};

static guint
count_hits (GStrv              words,
            DrillMockDimension dimension)
{
  guint hits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cues[dimension]) && cues[dimension][i] != NULL; i++)
    {
      for (guint j = 0; words[j] != NULL; j++)
        {
          if (g_str_has_prefix (words[j], cues[dimension][i]))
            {
              hits++;
              break;
            }
        }
    }

  return hits;
}

static DrillMockDimension
dimension_of_topics (const char *const *topics)
{
  for (guint i = 0; topics != NULL && topics[i] != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (topics_of); j++)
        {
          if (g_str_has_prefix (topics[i], topics_of[j].topic))
            return topics_of[j].dimension;
        }
    }

  return DRILL_DIMENSION_DIAGNOSIS;
}

/* @text: (nullable): a key point, or the question when it has none. @topics: (nullable) */
DrillMockDimension
drill_mock_dimension_of_text (const char        *text,
                              const char *const *topics)
{
  DrillMockDimension best = dimension_of_topics (topics);
  g_auto (GStrv)     words = NULL;
  guint              most;

  if (text == NULL)
    return best;

  words = g_str_tokenize_and_fold (text, NULL, NULL);
  most = count_hits (words, best);
  for (DrillMockDimension i = 0; i < DRILL_DIMENSION_DEPTH; i++)
    {
      guint hits = count_hits (words, i);

      if (hits > most)
        {
          most = hits;
          best = i;
        }
    }

  return best;
}

DrillMockDimension
drill_mock_dimension_of_phase (const char *phase)
{
  static const struct
  {
    const char        *phase;
    DrillMockDimension dimension;
  } known[] = {
    { "assess", DRILL_DIMENSION_STRUCTURE },       { "gather", DRILL_DIMENSION_DIAGNOSIS },
    { "localize", DRILL_DIMENSION_DIAGNOSIS },     { "hypothesize", DRILL_DIMENSION_DIAGNOSIS },
    { "mitigate", DRILL_DIMENSION_MITIGATION },    { "communicate", DRILL_DIMENSION_COMMUNICATION },
    { "root-cause", DRILL_DIMENSION_ROOT_CAUSE },
  };

  g_return_val_if_fail (phase != NULL, DRILL_DIMENSION_DIAGNOSIS);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].phase, phase))
        return known[i].dimension;
    }

  return drill_mock_dimension_of_text (phase, NULL);
}

/* Whether a key point shows how deep somebody's knowledge goes: all that follow-ups dig
 * for, what an interviewer remembers, and from Staff on what makes an answer solid. */
gboolean
drill_mock_is_deep (DrillItemKind      kind,
                    DrillKeyPointGrade grade,
                    guint              level)
{
  return kind == DRILL_ITEM_FOLLOW_UP || grade == DRILL_GRADE_EXCELLENT ||
         (grade == DRILL_GRADE_GOOD && (level == DRILL_LEVEL_STAFF || level == DRILL_LEVEL_LEAD));
}
