/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What came of an import or a check: counts by kind, and every problem. */

#include "config.h"

#include "library/import-report.h"

static void
match_free (gpointer data)
{
  DrillImportMatch *self = data;

  g_free (self->key);
  g_free (self->old_key);
  g_free (self);
}

DrillImportReport *
drill_import_report_new (void)
{
  DrillImportReport *self = g_new0 (DrillImportReport, 1);

  self->problems = drill_diagnostics_new ();
  self->matches = g_ptr_array_new_with_free_func (match_free);

  return self;
}

void
drill_import_report_free (DrillImportReport *self)
{
  if (self == NULL)
    return;

  drill_diagnostics_free (self->problems);
  g_ptr_array_unref (self->matches);
  g_free (self);
}

/* @options: of those items, all together */
void
drill_import_report_count (DrillImportReport *self,
                           DrillItemKind      kind,
                           guint              items,
                           guint              options)
{
  g_return_if_fail (self != NULL);

  switch (kind)
    {
    case DRILL_ITEM_QUESTION:
      self->questions += items;
      break;
    case DRILL_ITEM_FOLLOW_UP:
      self->follow_ups += items;
      break;
    case DRILL_ITEM_MCQ:
      self->mcqs += items;
      break;
    case DRILL_ITEM_TRANSCRIPT:
      self->transcripts += items;
      break;
    case DRILL_ITEM_SCENARIO:
      self->scenarios += items;
      break;
    default:
      g_return_if_reached ();
    }
  self->options += options;
}

guint
drill_import_report_get_items (const DrillImportReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->questions + self->follow_ups + self->mcqs + self->transcripts + self->scenarios;
}
