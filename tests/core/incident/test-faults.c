/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One fault at a time, planted into a scenario that has none: each must be
 * found under its code on its line, and an error must keep the scenario from
 * loading. A row says what to replace and on which line of the outcome the
 * diagnostic belongs, by a text that stands there first.
 */

#include "config.h"

#include "incident/lint.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  const char *code;
  const char *find;
  const char *replacement;
  const char *place; /* NULL: the whole file, line 0 */
} Fault;

static const Fault faults[] = {
  { "no-title", "S002", "# The loop is late\n", "The loop is late\n", "The loop is late" },
  { "two-titles", "S002", "## Panic", "# Panic", "# Panic" },
  { "same-anchor", "S003", "## Too late", "## Panic", "## Panic\n\n```sim\nwhen" },
  { "anchor-of-group", "S003", "- [Look](#look", "### Fix\n\n- [Look](#look", "## Fix\n\n```sim" },
  { "debrief-twice", "S003", "## Too late", "## Debrief\n\n## Too late", "## Debrief\n\nLook" },
  { "html-block", "S004", "The lag rises.", "<div>The lag rises.</div>", "<div>" },
  { "html-inline", "S004", "The lag rises.", "The\nlag <b>rises</b>.", "lag <b>" },
  { "image", "S004", "The lag rises.", "![lag](metrics/late.csv)", "![lag]" },
  { "underlined", "S005", "## Look\n", "Look\n----\n", "Look\n----" },
  { "front-matter", "S005", "# The loop", "---\ntitle: x\n---\n\n# The loop", "---" },
  { "punctuation", "S006", "## Too late", "## Too late!", "## Too late!" },
  { "code-in-heading", "S006", "## Too late", "## Too `late`", "## Too" },
  { "unknown-header-word", "S010", "format 1", "fromat 1", "fromat" },
  { "format-2", "S010", "format 1", "format 2", "format 2" },
  { "bad-clock", "S010", "clock 09:30", "clock 9.30", "clock" },
  { "bad-limit", "S010", "limit 60m", "limit 60", "limit" },
  { "limit-over-a-day", "S010", "limit 60m", "limit 25h", "limit" },
  { "header-word-twice", "S010", "clock 09:30", "clock 09:30\nclock 09:31", "clock 09:31" },
  { "bad-level", "S010", "format 1", "level wizard", "level" },
  { "phase-twice", "S010", "phase mitigate 60", "phase look 60", "phase look 60" },
  { "no-header", "S010", "```sim\nformat 1\n", "```text\n", "# The loop" },
  { "unknown-word", "S010", "cost 2m", "costs 2m", "costs" },
  { "bad-cost", "S010", "cost 2m", "cost two", "cost two" },
  { "cost-twice", "S010", "cost 2m", "cost 2m\ncost 3m", "cost 3m\nset" },
  { "bad-ending", "S010", "ending failed", "ending lost", "ending lost" },
  { "bad-answer", "S010", "answer 20", "answer all", "answer all" },
  { "unsigned-score", "S010", "score mitigate +60", "score mitigate 60", "score mitigate" },
  { "bad-by", "S010", "by 10m", "by noon", "score look" },
  { "bad-condition", "S010", "needs knows", "needs knows or luck", "needs" },
  { "bad-harm", "S010", "harm major :", "harm huge :", "harm huge" },
  { "bad-pulse", "S010", "50% for 1m", "50%", "pulse" },
  { "bad-evidence", "S010", "\"chart lag\"", "\"picture\"", "- [Lag]" },
  { "sim-in-list", "S010", "- [Panic](#panic)\n", "- [Panic](#panic)\n\n  ```sim\n  cost 1m\n  ```\n", "  ```sim" },
  { "flag-is-section", "S010", "set knows", "set panic", "set panic" },
  { "run-without-bound", "S010", "**Trap run:** `below 50`", "**Trap run:** fails", "**Trap run:**" },
  { "two-sims", "S011", "## Panic\n", "## Panic\n\n```sim\nonce\n```\n", "```sim\ncost 3m" },
  { "mixed-list", "S012", "- [Fix](#fix)", "- Fix it", "- Fix it" },
  { "joined-lists", "S012", "**Model answer:** The loop is late, so requests wait.\n\n**Choices:**\n\n", "",
    "- [Back](#desk)\n\n## Fix" },
  { "run-of-text", "S012", "1. [Look](#look)\n2. [Fix](#fix)", "1. Look\n2. Fix", "1. Look" },
  { "series-without-label", "S013", "series lag \"Loop lag\"", "series lag", "series lag" },
  { "series-bad-unit", "S013", "\"Loop lag\" seconds", "\"Loop lag\" furlongs", "series lag" },
  { "series-bad-slo", "S013", "slo 50ms", "slo soon", "series lag" },
  { "series-without-metric", "S013", " http_errors_ratio", "", "series errors" },
  { "series-twice", "S013", "series errors", "series lag", "series lag \"Errors\"" },
  { "phases-not-100", "S014", "phase look 40", "phase look 30", "phase look" },
  { "unknown-phase", "S015", "score mitigate +60", "score repair +60", "score repair" },
  { "unknown-section-phase", "S015", "phase mitigate\n", "phase repair\n", "## Fix" },
  { "answer-without-phase", "S015", "phase look\ncost", "cost", "answer" },
  { "unknown-regime", "S016", "regime calm\npulse", "regime cool\npulse", "regime cool" },
  { "unknown-first-regime", "S016", "regime late\nseries", "regime early\nseries", "regime early" },
  { "no-first-regime", "S016", "regime late\nseries", "series", "```sim" },
  { "unknown-pulse-series", "S017", "pulse errors", "pulse error", "pulse error" },
  { "unknown-chart-series", "S017", "\"chart lag\"", "\"chart lag p99\"", "- [Lag]" },
  { "unknown-impact-series", "S017", "impact errors rate", "impact errors rps", "impact" },
  { "unknown-tested-series", "S017", "when after 30m", "when cpu > 1", "when" },
  { "unknown-regime-series", "S017", "lag hold", "log hold", "log hold" },
  { "harm-without-reason", "S018", "harm major : Everyone restarted something.", "harm major", "harm" },
  { "score-without-reason", "S019", " : The cause is gone.", " :", "score mitigate" },
  { "cost-over-limit", "S020", "cost 5m", "cost 61m", "cost 61m" },
  { "no-key-points", "S021", "**Key points:**", "**Points:**", "answer" },
  { "no-model-answer", "S021", "**Model answer:**", "**Answer:**", "answer" },
  { "missing-section", "S023", "](#fix)\n- [Panic", "](#mend)\n- [Panic", "](#mend)" },
  { "missing-start", "S023", "start desk", "start table", "start" },
  { "dead-end", "S024", "- [Back](#desk)\n\n## Too", "## Too", "## Panic" },
  { "flag-never-set", "S025", "needs knows", "needs wisdom", "needs" },
  { "negated-flag-never-set", "S025", "needs knows", "needs not tired", "needs" },
  { "verb-unknown", "S026", "lag hold", "lag stop", "lag stop" },
  { "verb-incomplete", "S026", "ramp 0 over 2m", "ramp 0", "errors ramp" },
  { "verb-trailing", "S026", "lag hold", "lag hold still", "lag hold" },
  { "series-line-twice", "S026", "lag hold", "lag hold\nlag hold", "lag hold\nerrors" },
  { "regime-twice", "S026", "```regime calm", "```regime late", "```regime late\nlag" },
  { "regime-without-name", "S026", "```regime calm", "```regime", "```regime\n" },
  { "hold-at-start", "S026", "* play metrics/late.csv\n", "lag hold\n* play metrics/late.csv\n", "lag hold" },
  { "series-not-covered", "S027", "errors ramp 0 over 2m\n* play metrics/late.csv\n", "errors ramp 0 over 2m\n",
    "```regime calm" },
  { "column-missing", "S028", "series rate \"Requests\" per-second http_requests_per_second",
    "series rps \"Requests\" per-second other_metric", "* play" },
  { "nothing-leads-here", "S030", "- [Panic](#panic)\n", "", "## Panic" },
  { "island", "S030", "## Too late",
    "## East\n\n- [West](#west)\n\n## West\n\n- [East](#east)\n\n## Too late", "## East" },
  { "no-debrief", "S031", "## Debrief", "## Epilogue", "# The loop" },
  { "file-outside", "S040", "[Lag](metrics/late.csv", "[Lag](../late.csv", "- [Lag]" },
  { "absolute-file", "S040", "[Lag](metrics/late.csv", "[Lag](/etc/passwd", "- [Lag]" },
  { "url", "S040", "The lag rises.", "See <https://example.org/x>.", "See" },
  { "escaped-way-out", "S040", "[Lag](metrics/late.csv", "[Lag](%2e%2e/late.csv", "- [Lag]" },
  { "link-out", "S040", "[Lag](metrics/late.csv", "[Lag](metrics/out.csv", "- [Lag]" },
  { "recording-outside", "S040", "* play metrics/late.csv", "* play ../late.csv", "* play ../" },
  { "no-such-file", "S041", "[Lag](metrics/late.csv", "[Lag](metrics/never.csv", "- [Lag]" },
  { "no-such-recording", "S041", "* play metrics/late.csv", "* play metrics/never.csv", "* play metrics/never" },
  { "evidence-is-folder", "S041", "[Lag](metrics/late.csv", "[Lag](metrics", "- [Lag]" },
  { "time-goes-back", "S042", "* play metrics/late.csv", "* play metrics/back.csv", "* play metrics/back" },
  { "recording-empty", "S042", "* play metrics/late.csv", "* play metrics/empty.csv", "* play metrics/empty" },
  { "recording-too-long", "S042", "* play metrics/late.csv", "* play metrics/long.csv", "* play metrics/long" },
  { "log-too-large", "S042", "metrics/late.csv \"chart lag\"", "metrics/big.ndjson \"log\"", "- [Lag]" },
  { "no-reference-run", "S053", "**Reference run:**", "**Usual run:** `at least 90`", "## Debrief" },
};

/* Faults that only playing finds. */
static const Fault play_faults[] = {
  { "soft-lock", "S033", "- [Back](#desk)\n\n## Too", "- [Fix](#fix)\n\n## Too", "## Panic" },
  { "trace-is-no-trace", "S042", "metrics/late.csv \"chart lag\"", "metrics/late.csv \"trace\"", "- [Lag]" },
  { "log-is-no-log", "S042", "metrics/late.csv \"chart lag\"", "metrics/late.csv \"log\"", "- [Lag]" },
  { "heap-is-no-heap", "S042", "metrics/late.csv \"chart lag\"", "metrics/late.csv \"heap\"", "- [Lag]" },
  { "reference-not-playable", "S050", "1. [Look](#look)\n2. [Fix](#fix)", "1. [Fix](#fix)\n2. [Look](#look)",
    "1. [Fix]" },
  { "reference-too-low", "S051", "score mitigate +60", "score mitigate +45", "**Reference run:**" },
  { "reference-without-ending", "S051", "2. [Fix](#fix)\n", "2. [Panic](#panic)\n", "**Reference run:**" },
  { "trap-scores-too-much", "S052", "2. [Panic](#panic)\n", "2. [Look](#look)\n3. [Fix](#fix)\n",
    "**Trap run:**" },
  { "tested-run-too-low", "S051", "**Trap run:** `below 50`", "**Slow run:** `at least 50`", "**Slow run:**" },
  { "trap-not-playable", "S050", "2. [Panic](#panic)\n", "2. [Mend](#fix)\n", "2. [Mend]" },
  { "unreachable-in-play", "S030", "when after 30m", "when lag > 5", "## Too late" },
};

static const Fault warnings[] = {
  { "key-points-unasked", "S121", "answer 20\n", "", "- The loop is" },
  { "long-list", "S122", "- [Panic](#panic)\n",
    "- [Panic](#panic)\n- [a](#look)\n- [b](#look)\n- [c](#look)\n- [d](#look)\n- [e](#look)\n- [f](#look)\n"
    "- [g](#look)\n",
    "- [Look](#look \"two" },
  { "answer-misses-point", "S123", "so requests wait.", "so what.", "- Requests wait" },
  { "flag-never-read", "S125", "set knows", "set knows, tired", "set knows" },
  { "no-distractor", "S152", "harm major : Everyone", "score look +1 : Everyone", "- [Look](#look \"two" },
  { "deadline-cannot-be-met", "S153", "by 10m", "by 1m", "score look" },
};

static const Fault play_warnings[] = {
  { "never-seen", "S130", "when after 30m", "when after 58m", "## Too late" },
  { "reference-leaves-phase", "S151", "score look +20", "score look +15", "**Reference run:**" },
};

static guint
line_of (const char *text,
         const char *place)
{
  const char *at;
  guint       line = 1;

  if (place == NULL)
    return 0;

  at = strstr (text, place);
  g_assert_nonnull (at);
  for (const char *p = text; p < at; p++)
    line += *p == '\n';

  return line;
}

/* Whether @code is among the diagnostics, on @line unless that is 0. */
static gboolean
is_found (DrillDiagnostics *diagnostics,
          DrillSeverity     severity,
          const char       *code,
          guint             line)
{
  for (guint i = 0; i < drill_diagnostics_get_length (diagnostics); i++)
    {
      const DrillDiagnostic *diagnostic = drill_diagnostics_get (diagnostics, i);
      g_autofree char       *text = drill_diagnostic_format (diagnostic);

      g_test_message ("  %s", text);
      if (diagnostic->severity == severity && strcmp (diagnostic->code, code) == 0
          && (line == 0 || diagnostic->line == line) && strcmp (diagnostic->file, "scenario.md") == 0)
        return TRUE;
    }

  return FALSE;
}

static void
write_files (const char *folder)
{
  g_autofree char *target = g_build_filename (folder, "metrics/out.csv", NULL);
  g_autofree char *big = g_strnfill (2 * 1024 * 1024 + 1, 'x');
  g_autoptr (GString) rows = g_string_new ("Time,lag,errors,rate\n");

  test_folder_write (folder, "metrics/back.csv", "Time,lag,errors,rate\n100,1,1,1\n90,1,1,1\n");
  test_folder_write (folder, "metrics/empty.csv", "Time,lag,errors,rate\n");
  test_folder_write (folder, "metrics/big.ndjson", big);
  for (guint i = 0; i <= DRILL_SAMPLES_MAX_ROWS; i++)
    g_string_append_printf (rows, "%u,1,1,1\n", i);
  test_folder_write (folder, "metrics/long.csv", rows->str);
  g_assert_cmpint (symlink ("/etc/passwd", target), ==, 0);
}

static void
run_faults (const Fault  *table,
            guint         n,
            DrillSeverity severity,
            gboolean      play)
{
  char *folder = test_folder_new ();

  write_files (folder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = test_replace (test_small_scenario, table[i].find, table[i].replacement);
      g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (DrillScenario) scenario = NULL;
      g_autoptr (DrillLint) lint = NULL;

      g_test_message ("%s", table[i].name);
      scenario = drill_scenario_parse (folder, "scenario.md", text, strlen (text), diagnostics, &error);
      if (severity == DRILL_SEVERITY_ERROR && !play)
        {
          g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_INVALID);
          g_assert_null (scenario);
        }
      else
        {
          g_assert_no_error (error);
        }
      if (play)
        lint = drill_lint_new (scenario, 200, 5000, diagnostics);
      g_assert_true (is_found (diagnostics, severity, table[i].code, line_of (text, table[i].place)));
    }
  test_folder_free (folder);
}

static void
test_errors (void)
{
  run_faults (faults, G_N_ELEMENTS (faults), DRILL_SEVERITY_ERROR, FALSE);
}

static void
test_warnings (void)
{
  run_faults (warnings, G_N_ELEMENTS (warnings), DRILL_SEVERITY_WARNING, FALSE);
}

static void
test_play_errors (void)
{
  run_faults (play_faults, G_N_ELEMENTS (play_faults), DRILL_SEVERITY_ERROR, TRUE);
}

static void
test_play_warnings (void)
{
  run_faults (play_warnings, G_N_ELEMENTS (play_warnings), DRILL_SEVERITY_WARNING, TRUE);
}

/* The scenario that the faults are planted into has none itself. */
static void
test_clean (void)
{
  char *folder = test_folder_new ();
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = test_parse (folder, test_small_scenario);
  g_autoptr (DrillLint) lint = drill_lint_new (scenario, DRILL_LINT_RUNS, DRILL_SEARCH_MAX_STATES, diagnostics);

  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 0);
  g_assert_false (lint->search->partial);
  test_folder_free (folder);
}

/* Where no time passes, a player without a clue never gets anywhere. */
static void
test_circles (void)
{
  char *folder = test_folder_new ();
  g_autofree char *free_look = test_replace (test_small_scenario, "cost 2m\n", "");
  g_autofree char *free_panic = test_replace (free_look, "cost 3m\n", "");
  g_autofree char *text = test_replace (free_panic, "needs knows", "needs knows, after 5m");
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = test_parse (folder, text);
  g_autoptr (DrillLint) lint = drill_lint_new (scenario, 20, 5000, diagnostics);

  g_assert_cmpuint (lint->distribution->circles, ==, 20);
  g_assert_true (is_found (diagnostics, DRILL_SEVERITY_ERROR, "S034", line_of (text, "## Desk")));
  test_folder_free (folder);
}

/* There are two endings in the scenario, so both must go. */
static void
test_no_ending (void)
{
  char *folder = test_folder_new ();
  g_autofree char *one = test_replace (test_small_scenario, "ending resolved", "// resolved");
  g_autofree char *text = test_replace (one, "ending failed", "// failed");
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = NULL;

  scenario = drill_scenario_parse (folder, "scenario.md", text, strlen (text), diagnostics, NULL);
  g_assert_null (scenario);
  g_assert_true (is_found (diagnostics, DRILL_SEVERITY_ERROR, "S032", 1));
  test_folder_free (folder);
}

/* Limits that need a text which is too long for a table. */
static void
test_limits (void)
{
  static const struct
  {
    const char *code;
    const char *before; /* inserted before this */
    const char *format; /* with the number of the copy in it, twice */
    guint       n;
  } cases[] = {
    { "S001", "## Debrief", "## Part %u\n\n- [Back](#desk)\n\n", 200 },
    { "S022", "- [Panic](#panic)\n", "- [Again %u](#look)\n", 24 },
    { "S010", "set knows", "set flag%u\n", 64 },
    { "S013", "phase look 40", "series s%u \"S\" count metric\n", 22 },
    { "S026", "## Desk", "```regime r%u\n* play metrics/late.csv\n```\n\n", 15 },
    { "S021", "- The loop is", "- Point %u\n", 31 },
    { "S010", "score mitigate", "score mitigate +1 : Point %u.\n", 1024 },
    { "S001", "You are on call.", "Prose without end, line %u, to fill the file.\n", 6000 },
  };
  char *folder = test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
      g_autoptr (DrillScenario) scenario = NULL;
      g_autoptr (GString) copies = g_string_new (NULL);
      g_autofree char *text = NULL;

      for (guint copy = 0; copy < cases[i].n; copy++)
        {
          g_auto (GStrv) parts = g_strsplit (cases[i].format, "%u", 2);

          g_string_append_printf (copies, "%s%u%s", parts[0], copy, parts[1]);
        }
      g_string_append (copies, cases[i].before);
      text = test_replace (test_small_scenario, cases[i].before, copies->str);

      g_test_message ("%s %s", cases[i].code, cases[i].format);
      scenario = drill_scenario_parse (folder, "scenario.md", text, strlen (text), diagnostics, NULL);
      g_assert_null (scenario);
      g_assert_true (is_found (diagnostics, DRILL_SEVERITY_ERROR, cases[i].code, 0));
    }
  test_folder_free (folder);
}

/* More evidence files than a scenario may have. */
static void
test_evidence_limit (void)
{
  char *folder = test_folder_new ();
  g_autoptr (GString) links = g_string_new (NULL);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < DRILL_SCENARIO_MAX_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("logs/%u.txt", i);

      test_folder_write (folder, name, "text");
      g_string_append_printf (links, "- [File](%s \"text\")\n", name);
    }
  g_string_append (links, "- [Lag](metrics");
  text = test_replace (test_small_scenario, "- [Lag](metrics", links->str);
  scenario = drill_scenario_parse (folder, "scenario.md", text, strlen (text), diagnostics, NULL);

  g_assert_null (scenario);
  g_assert_true (is_found (diagnostics, DRILL_SEVERITY_ERROR, "S042", line_of (text, "- [Lag](metrics")));
  test_folder_free (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/faults/clean", test_clean);
  g_test_add_func ("/incident/faults/errors", test_errors);
  g_test_add_func ("/incident/faults/warnings", test_warnings);
  g_test_add_func ("/incident/faults/play-errors", test_play_errors);
  g_test_add_func ("/incident/faults/play-warnings", test_play_warnings);
  g_test_add_func ("/incident/faults/circles", test_circles);
  g_test_add_func ("/incident/faults/no-ending", test_no_ending);
  g_test_add_func ("/incident/faults/limits", test_limits);
  g_test_add_func ("/incident/faults/evidence-limit", test_evidence_limit);

  return g_test_run ();
}
