/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What a run came to, why, and how it is saved. */

#include "config.h"

#include "incident-fixture.h"
#include "ui-test.h"

#include "pack/blocks.h"
#include "ui/incident/debrief-document.h"
#include "ui/incident/debrief-page.h"
#include "ui/incident/debrief.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static DrillPlay *
play_badly (IncidentFixture *fixture)
{
  DrillPlay *play = drill_play_new (fixture->scenario, fixture->study, fixture->key);

  incident_act (play, "restart-all");
  incident_act (play, "first-update");
  g_assert_true (drill_play_answer (play, incident_section (play, "first-update"), 1));
  for (guint i = 0; i < 30 && !drill_run_is_over (drill_play_get_run (play)); i++)
    drill_play_act (play, "logs");
  g_assert_true (drill_run_is_over (drill_play_get_run (play)));

  return play;
}

static guint
count_lines (const DrillDebrief  *debrief,
             DrillDebriefLineKind kind)
{
  guint n = 0;

  for (guint i = 0; i < debrief->phases->len; i++)
    {
      const DrillDebriefPhase *phase = g_ptr_array_index (debrief->phases, i);

      for (guint k = 0; k < phase->lines->len; k++)
        n += ((DrillDebriefLine *) g_ptr_array_index (phase->lines, k))->kind == kind;
    }

  return n;
}

static void
test_the_reference_misses_nothing (IncidentFixture *fixture,
                                   gconstpointer    data)
{
  g_autoptr (DrillPlay)    play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (DrillDebrief) debrief = NULL;

  incident_play_reference (play);
  debrief = drill_debrief_new (drill_play_get_run (play));
  g_assert_cmpuint (count_lines (debrief, DRILL_DEBRIEF_MISSED), ==, 0);
  g_assert_cmpuint (count_lines (debrief, DRILL_DEBRIEF_EARNED), ==, 6);
  g_assert_cmpuint (debrief->gaps->len, ==, 0);
  g_assert_cmpuint (debrief->unopened->len, ==, 0);
  g_assert_cmpfloat (debrief->result->score, ==, debrief->reference_result->score);
  g_assert_cmpfloat (debrief->result->impact, ==, debrief->reference_result->impact);
}

static void
test_a_bad_run (IncidentFixture *fixture,
                gconstpointer    data)
{
  g_autoptr (DrillPlay)    play = play_badly (fixture);
  g_autoptr (DrillDebrief) debrief = drill_debrief_new (drill_play_get_run (play));
  const DrillDebriefGap   *gap;

  g_assert_false (debrief->result->passed);
  g_assert_cmpuint (debrief->result->harms->len, ==, 1);
  g_assert_cmpuint (count_lines (debrief, DRILL_DEBRIEF_MISSED), ==, 4);
  g_assert_cmpuint (debrief->gaps->len, ==, 1);
  gap = &g_array_index (debrief->gaps, DrillDebriefGap, 0);
  g_assert_cmpuint (gap->ticks, ==, 1);
  g_assert_true (gap->answered);
  g_assert_cmpuint (debrief->unopened->len, ==, 2);
}

static void
test_an_open_question (IncidentFixture *fixture,
                       gconstpointer    data)
{
  g_autoptr (DrillPlay)    play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (DrillDebrief) debrief = NULL;

  incident_act (play, "first-update");
  debrief = drill_debrief_new (drill_play_get_run (play));
  g_assert_cmpuint (debrief->gaps->len, ==, 1);
  g_assert_false (g_array_index (debrief->gaps, DrillDebriefGap, 0).answered);
}

/* Where one tries again is where the decision was made, and the points of all
 * lines are the score. */
static void
check_sums (DrillPlay *play)
{
  g_autoptr (DrillDebrief) debrief = drill_debrief_new (drill_play_get_run (play));

  for (guint i = 0; i < debrief->steps->len; i++)
    {
      const DrillDebriefStep *step = g_ptr_array_index (debrief->steps, i);
      g_autoptr (DrillRun)    replay = NULL;

      if (!step->own)
        continue;
      replay = drill_run_replay (debrief->scenario, drill_run_get_moves (drill_play_get_run (play)), step->n_moves, NULL);
      g_assert_cmpint (drill_run_get_clock (replay), ==, step->begin);
      g_assert_cmpuint (drill_run_get_moves (drill_play_get_run (play))[step->n_moves].section, ==, step->section);
    }
  for (guint i = 0; i < debrief->phases->len; i++)
    {
      const DrillDebriefPhase *phase = g_ptr_array_index (debrief->phases, i);
      double                   sum = 0;

      for (guint k = 0; k < phase->lines->len; k++)
        {
          const DrillDebriefLine *line = g_ptr_array_index (phase->lines, k);

          if (line->kind == DRILL_DEBRIEF_EARNED)
            sum += line->points;
        }
      g_assert_cmpfloat_with_epsilon (phase->score, CLAMP (sum, 0, phase->max), 1e-9);
    }
}

static void
test_sums (IncidentFixture *fixture,
           gconstpointer    data)
{
  g_autoptr (DrillPlay) good = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (DrillPlay) bad = play_badly (fixture);

  incident_play_reference (good);
  check_sums (good);
  check_sums (bad);
}

static void
collect_text (GPtrArray *blocks,
              GString   *text,
              guint     *n_headings)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const DrillBlock *block = g_ptr_array_index (blocks, i);

      *n_headings += block->kind == DRILL_BLOCK_HEADING;
      for (guint s = 0; block->spans != NULL && s < block->spans->len; s++)
        g_string_append (text, ((DrillSpan *) g_ptr_array_index (block->spans, s))->text);
      g_string_append_c (text, '\n');
      if (block->children != NULL)
        collect_text (block->children, text, n_headings);
    }
}

/* What the learner typed comes out as it was typed, whatever it looks like. */
static void
test_typed_text_is_no_markup (IncidentFixture *fixture,
                              gconstpointer    data)
{
  static const char *const typed[] = {
    "# no heading",
    "*no* _emphasis_ `code` [link](https://example.org) <b>bold</b> &amp; 1. ~x~ | \\",
    "- no list",
  };
  g_autoptr (DrillPlay) plain = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  guint                 section = incident_section (plain, "first-update");
  guint                 expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed) + 1; i++)
    {
      g_autoptr (DrillPlay)    play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
      g_autoptr (DrillDebrief) debrief = NULL;
      g_autoptr (GPtrArray)    document = NULL;
      g_autofree char         *markdown = NULL;
      g_autoptr (GPtrArray)    blocks = NULL;
      g_autoptr (GString)      text = g_string_new (NULL);
      guint                    n_headings = 0;

      if (i > 0)
        drill_play_set_words (play, section, typed[i - 1]);
      incident_play_reference (play);
      debrief = drill_debrief_new (drill_play_get_run (play));
      document = drill_debrief_document_new (debrief, play);
      markdown = drill_document_to_markdown (document);
      blocks = drill_blocks_parse (markdown);
      collect_text (blocks, text, &n_headings);
      if (i == 0)
        expected = n_headings;
      else
        g_assert_nonnull (strstr (text->str, typed[i - 1]));
      g_assert_cmpuint (n_headings, ==, expected);
    }
}

static void
test_the_document (IncidentFixture *fixture,
                   gconstpointer    data)
{
  static const char *const expected[] = {
    "# Gateway memory climbs\n",
    "0 of 100, not passed",
    "## Outcome\n",
    "- Acknowledged: ",
    "(reference: ",
    "Major harm: All instances were gone at once.",
    "## Mitigate: 0 of 50\n",
    "missed (+25): The smallest reversible change that removes the cause.",
    "First update: 1 of 2 key points",
    "## Missed key points\n",
    "- When the next update comes",
    "## Never opened\n\n- Memory, last hour\n",
    "The cause was a route behind a flag.",
  };
  g_autoptr (DrillPlay)    play = play_badly (fixture);
  g_autoptr (DrillDebrief) debrief = drill_debrief_new (drill_play_get_run (play));
  g_autoptr (GPtrArray)    document = drill_debrief_document_new (debrief, play);
  g_autofree char         *markdown = drill_document_to_markdown (document);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      if (strstr (markdown, expected[i]) == NULL)
        g_error ("no \"%s\" in:\n%s", expected[i], markdown);
    }
}

static void
test_saving (IncidentFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (DrillPlay) play = play_badly (fixture);
  g_autoptr (GPtrArray) runs = incident_fixture_list_runs (fixture, play);
  GtkWidget            *page = drill_debrief_page_new (play, fixture->library, "fixtures", runs);
  GtkWidget            *window = ui_test_show (page, 1000, 700);
  g_autofree char      *pdf = g_build_filename (fixture->folder, "debrief.pdf", NULL);
  g_autofree char      *markdown = g_build_filename (fixture->folder, "debrief.md", NULL);
  g_autofree char      *nowhere = g_build_filename (fixture->folder, "missing", "debrief.md", NULL);
  g_autofree char      *contents = NULL;
  g_autoptr (GError)    error = NULL;
  gsize                 length;

  g_assert_true (drill_debrief_page_write (DRILL_DEBRIEF_PAGE (page), DRILL_DEBRIEF_PDF, pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 4000);
  g_clear_pointer (&contents, g_free);

  g_assert_true (drill_debrief_page_write (DRILL_DEBRIEF_PAGE (page), DRILL_DEBRIEF_MARKDOWN, markdown, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (markdown, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "# Gateway memory climbs\n"));

  g_assert_false (drill_debrief_page_write (DRILL_DEBRIEF_PAGE (page), DRILL_DEBRIEF_MARKDOWN, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (pdf);
  g_unlink (markdown);
}

/* It needs no more room than a phone has, and leaves nothing behind. */
static void
test_the_page (IncidentFixture *fixture,
               gconstpointer    data)
{
  g_autoptr (DrillPlay) play = play_badly (fixture);
  g_autoptr (GPtrArray) runs = incident_fixture_list_runs (fixture, play);
  GtkWidget            *page = drill_debrief_page_new (play, fixture->library, "fixtures", runs);
  GtkWidget            *window = ui_test_show (page, 350, 700);

  g_assert_cmpint (ui_test_minimum_width (page), <=, 350);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (page);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (IncidentFixture *fixture,
                  gconstpointer    data);
  } tests[] = {
    { "/debrief/the-reference-misses-nothing", test_the_reference_misses_nothing },
    { "/debrief/a-bad-run", test_a_bad_run },
    { "/debrief/an-open-question", test_an_open_question },
    { "/debrief/sums", test_sums },
    { "/debrief/typed-text-is-no-markup", test_typed_text_is_no_markup },
    { "/debrief/the-document", test_the_document },
    { "/debrief/saving", test_saving },
    { "/debrief/the-page", test_the_page },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, IncidentFixture, NULL, incident_fixture_set_up, tests[i].test, incident_fixture_tear_down);

  return g_test_run ();
}
