/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One opened file under its heading. It is read when the panel is made, and the
 * view that fits its kind appears when that is done. */

#include "config.h"

#include "ui/incident/evidence-panel.h"

#include "ui/incident/evidence-data.h"
#include "ui/incident/evidence-log-view.h"
#include "ui/incident/evidence-table-view.h"
#include "ui/incident/evidence-trace-view.h"
#include "ui/widgets/code-view.h"

#include <glib/gi18n.h>

struct _DrillEvidencePanel
{
  AdwBin                       parent_instance;

  DrillScenario               *scenario;
  const DrillScenarioEvidence *evidence;
  GCancellable                *cancellable;
  AdwBin                      *place;
};

G_DEFINE_FINAL_TYPE (DrillEvidencePanel, drill_evidence_panel, ADW_TYPE_BIN)

static GtkWidget *
view_new (DrillEvidencePanel *self,
          DrillEvidenceData  *data)
{
  switch (data->kind)
    {
    case DRILL_EVIDENCE_LOG:
      return drill_evidence_log_view_new (g_steal_pointer (&data->log), self->evidence->min_level);
    case DRILL_EVIDENCE_TRACE:
      return drill_evidence_trace_view_new (g_steal_pointer (&data->trace));
    case DRILL_EVIDENCE_TABLE:
      return drill_evidence_table_view_new (g_steal_pointer (&data->table), self->evidence->text);
    case DRILL_EVIDENCE_HEAP:
      return drill_evidence_table_view_new (drill_heap_table_new (data->heap), self->evidence->text);
    case DRILL_EVIDENCE_TEXT:
    case DRILL_EVIDENCE_CHART:
    default:
      return drill_code_view_new (data->text != NULL ? data->text : "", NULL);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DrillEvidenceData) data = NULL;
  g_autoptr (GError)            error = NULL;
  DrillEvidencePanel           *self = user_data;
  GtkWidget                    *label;

  data = drill_evidence_data_load_finish (result, &error);
  if (data != NULL)
    {
      adw_bin_set_child (self->place, view_new (self, data));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  label = gtk_label_new (error->message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  adw_bin_set_child (self->place, label);
}

static void
drill_evidence_panel_dispose (GObject *object)
{
  DrillEvidencePanel *self = DRILL_EVIDENCE_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->scenario, drill_scenario_unref);

  G_OBJECT_CLASS (drill_evidence_panel_parent_class)->dispose (object);
}

static void
drill_evidence_panel_class_init (DrillEvidencePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_evidence_panel_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_evidence_panel_init (DrillEvidencePanel *self)
{
  self->cancellable = g_cancellable_new ();
  self->place = ADW_BIN (adw_bin_new ());
}

/* @evidence: index into the scenario's evidence, not a chart */
GtkWidget *
drill_evidence_panel_new (DrillScenario *scenario,
                          guint          evidence)
{
  DrillEvidencePanel *self;
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget          *title;

  g_return_val_if_fail (scenario != NULL && evidence < scenario->evidence->len, NULL);

  self = g_object_new (DRILL_TYPE_EVIDENCE_PANEL, NULL);
  self->scenario = drill_scenario_ref (scenario);
  self->evidence = g_ptr_array_index (scenario->evidence, evidence);
  title = gtk_label_new (self->evidence->text);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_widget_add_css_class (box, "drill-panel");
  gtk_widget_add_css_class (box, "card");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->evidence->text, -1);
  drill_evidence_data_load_async (scenario, evidence, self->cancellable, loaded_cb, self);

  return GTK_WIDGET (self);
}
