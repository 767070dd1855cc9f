/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The incident of an interview, as its scorecard sees it.
 *
 * It is played like any other, and its run is kept like any other. What the interview
 * keeps beside it is a text: a GVariant of the type below, printed.
 */

#include "config.h"

#include "study/mock-incident.h"

#include "incident/result.h"
#include "incident/score.h"
#include "library/item-record.h"
#include "study/run-record.h"

#include <math.h>

/* run, score, max, over, phases, gaps */
#define TEXT_TYPE "(sduba(sdu)a(ss))"

#define MAX_GAPS 40

/* Between the clocks of the run and of the interview; both are this machine's. */
#define TOLERANCE_MS 2000

static void
phase_free (gpointer data)
{
  g_free (((DrillMockIncidentPhase *) data)->name);
  g_free (data);
}

static void
gap_free (gpointer data)
{
  DrillMockIncidentGap *gap = data;

  g_free (gap->phase);
  g_free (gap->text);
  g_free (gap);
}

static DrillMockIncident *
incident_new (const char *run)
{
  DrillMockIncident *self = g_new0 (DrillMockIncident, 1);

  self->run = g_strdup (run);
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  self->gaps = g_ptr_array_new_with_free_func (gap_free);

  return self;
}

void
drill_mock_incident_free (DrillMockIncident *self)
{
  if (self == NULL)
    return;

  g_free (self->run);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}

static void
add_phase (DrillMockIncident *self,
           const char        *name,
           double             score,
           guint              max)
{
  DrillMockIncidentPhase *phase = g_new0 (DrillMockIncidentPhase, 1);

  phase->name = g_strdup (name);
  phase->score = isfinite (score) ? CLAMP (score, 0, max) : 0;
  phase->max = max;
  g_ptr_array_add (self->phases, phase);
}

static void
add_gap (DrillMockIncident *self,
         const char        *phase,
         const char        *text)
{
  DrillMockIncidentGap *gap;

  if (self->gaps->len == MAX_GAPS)
    return;

  gap = g_new0 (DrillMockIncidentGap, 1);
  gap->phase = g_strdup (phase);
  gap->text = g_strdup (text);
  g_ptr_array_add (self->gaps, gap);
}

static void
add_answer (DrillMockIncident          *self,
            const DrillScenarioSection *section,
            guint                       ticks)
{
  for (guint i = 0; i < section->key_points->len; i++)
    {
      if ((ticks >> i & 1) == 0)
        add_gap (self,
                 section->phase_name,
                 ((DrillScenarioKeyPoint *) g_ptr_array_index (section->key_points, i))->markdown);
    }
}

/* Returns: (transfer full): where @run stands, whether it is over or not */
DrillMockIncident *
drill_mock_incident_new (DrillRun   *run,
                         const char *uuid)
{
  g_autoptr (DrillRunResult) result = NULL;
  DrillMockIncident         *self;
  GPtrArray                 *log;

  g_return_val_if_fail (run != NULL && uuid != NULL, NULL);

  self = incident_new (uuid);
  result = drill_run_get_result (run);
  self->score = result->score;
  self->max = result->max;
  self->over = drill_run_is_over (run);
  for (guint i = 0; i < result->phases->len; i++)
    {
      const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, i);

      add_phase (self, phase->name, phase->score, phase->max);
    }

  /* What did harm first: it weighs most. */
  for (guint i = 0; i < result->harms->len; i++)
    add_gap (self, NULL, g_array_index (result->harms, DrillResultHarm, i).reason);
  log = drill_run_get_log (run);
  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      if (step->kind == DRILL_STEP_ANSWERED)
        add_answer (self, drill_scenario_section (drill_run_get_scenario (run), step->section), step->ticks);
    }

  return self;
}

static DrillMockIncident *
replay (DrillConnection      *connection,
        const DrillRunRecord *record,
        GError              **error)
{
  g_autoptr (DrillItemRecord)  item = drill_item_record_load (connection, record->key, error);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario)    scenario = NULL;
  g_autoptr (DrillRun)         run = NULL;
  g_autofree char             *name = NULL;

  if (item == NULL)
    return NULL;

  name = g_path_get_basename (item->path);
  scenario = drill_scenario_load (item->path, name, diagnostics, error);
  if (scenario == NULL)
    return NULL;
  run = drill_run_from_text (scenario, record->moves, error);

  return run != NULL ? drill_mock_incident_new (run, record->uuid) : NULL;
}

/**
 * drill_mock_incident_load:
 * @key: of a scenario
 * @since_ms: wall clock when the interview came to it
 *
 * Finds the newest run that was begun since then, and replays it.
 *
 * Returns: (transfer full): %NULL on an error; G_IO_ERROR_NOT_FOUND when it was not played
 */
DrillMockIncident *
drill_mock_incident_load (DrillConnection *connection,
                          const char      *key,
                          gint64           since_ms,
                          GError         **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (connection != NULL && key != NULL, NULL);

  records = drill_run_record_list (connection, key, error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const DrillRunRecord *record = g_ptr_array_index (records, i);

      if (record->started_ms >= since_ms - TOLERANCE_MS)
        return replay (connection, record, error);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "The incident was not played");
  return NULL;
}

/* Returns: (transfer full) */
char *
drill_mock_incident_to_text (const DrillMockIncident *self)
{
  GVariantBuilder      phases, gaps;
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&phases, G_VARIANT_TYPE ("a(sdu)"));
  for (guint i = 0; i < self->phases->len; i++)
    {
      const DrillMockIncidentPhase *phase = g_ptr_array_index (self->phases, i);

      g_variant_builder_add (&phases, "(sdu)", phase->name, phase->score, phase->max);
    }
  g_variant_builder_init (&gaps, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const DrillMockIncidentGap *gap = g_ptr_array_index (self->gaps, i);

      g_variant_builder_add (&gaps, "(ss)", gap->phase != NULL ? gap->phase : "", gap->text);
    }
  variant = g_variant_ref_sink (
      g_variant_new (TEXT_TYPE, self->run, self->score, self->max, self->over, &phases, &gaps));

  return g_variant_print (variant, FALSE);
}

/* Returns: (transfer full) (nullable): NULL when @text is no such thing */
DrillMockIncident *
drill_mock_incident_from_text (const char *text)
{
  g_autoptr (GVariant)     variant = NULL;
  g_autoptr (GVariantIter) phases = NULL;
  g_autoptr (GVariantIter) gaps = NULL;
  DrillMockIncident       *self;
  const char              *name, *other;
  double                   score;
  guint                    max;
  gboolean                 over;

  g_return_val_if_fail (text != NULL, NULL);

  variant = g_variant_parse (G_VARIANT_TYPE (TEXT_TYPE), text, NULL, NULL, NULL);
  if (variant == NULL)
    return NULL;

  g_variant_get (variant, "(&sduba(sdu)a(ss))", &name, &score, &max, &over, &phases, &gaps);
  self = incident_new (name);
  self->score = isfinite (score) ? CLAMP (score, 0, max) : 0;
  self->max = max;
  self->over = over;
  while (g_variant_iter_next (phases, "(&sdu)", &name, &score, &max))
    add_phase (self, name, score, max);
  while (g_variant_iter_next (gaps, "(&s&s)", &name, &other))
    add_gap (self, *name != '\0' ? name : NULL, other);

  return self;
}
