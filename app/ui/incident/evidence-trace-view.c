/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A trace as a waterfall: name and service, the bar, the duration.
 *
 *   GET /orders          |=========================|  2.0 s
 *     session: verify    | ==                      |  217 ms
 *     orders: load       |     ======              |  480 ms
 */

#include "config.h"

#include "ui/incident/evidence-trace-view.h"

#include "ui/incident/evidence-list.h"
#include "ui/incident/span-bar.h"
#include "ui/widgets/chart/chart-unit.h"

#include <glib/gi18n.h>

#define INDENT 12
#define MAX_DEPTH_SHOWN 8
#define NANOSECONDS 1e9

struct _DrillEvidenceTraceView
{
  AdwBin      parent_instance;

  DrillTrace   *trace;
  gint64        whole; /* nanoseconds from the first span to the last end */
  GtkSizeGroup *names; /* so that all bars share one axis */
};

G_DEFINE_FINAL_TYPE (DrillEvidenceTraceView, drill_evidence_trace_view, ADW_TYPE_BIN)

static char *
format_time (gint64 nanoseconds)
{
  return drill_chart_unit_format_value (DRILL_CHART_SECONDS, nanoseconds / NANOSECONDS);
}

static GtkWidget *
make_row (gpointer data)
{
  DrillEvidenceTraceView *self = data;
  GtkWidget              *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget              *indented = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget              *name = gtk_label_new (NULL);
  GtkWidget              *bar = drill_span_bar_new ();
  GtkWidget              *duration = gtk_label_new (NULL);

  gtk_box_set_homogeneous (GTK_BOX (row), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 26);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (duration), 7);
  gtk_label_set_xalign (GTK_LABEL (duration), 1);
  gtk_widget_add_css_class (duration, "caption");
  gtk_widget_add_css_class (duration, "numeric");
  gtk_box_append (GTK_BOX (indented), name);
  gtk_size_group_add_widget (self->names, indented);
  gtk_box_append (GTK_BOX (row), indented);
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), duration);

  return row;
}

static char *
name_span (const DrillSpanRow *span)
{
  if (*span->service == '\0')
    return g_strdup (span->name);

  /* Translators: name of a service, name of what it did */
  return g_strdup_printf (C_("span", "%s: %s"), span->service, span->name);
}

static void
bind_row (GtkWidget    *widget,
          gconstpointer data,
          gpointer      user_data)
{
  DrillEvidenceTraceView *self = user_data;
  const DrillSpanRow     *span = data;
  GtkWidget              *indented = gtk_widget_get_first_child (widget);
  GtkWidget              *name_label = gtk_widget_get_first_child (indented);
  GtkWidget              *bar = gtk_widget_get_next_sibling (indented);
  GtkWidget              *duration_label = gtk_widget_get_next_sibling (bar);
  g_autofree char        *name = name_span (span);
  g_autofree char        *duration = format_time (span->duration);
  g_autofree char        *shown = span->failed ? g_strdup_printf ("✕ %s", name) : g_strdup (name);

  gtk_label_set_label (GTK_LABEL (name_label), shown);
  gtk_widget_set_margin_start (name_label, INDENT * MIN (span->depth, MAX_DEPTH_SHOWN));
  gtk_widget_set_tooltip_text (widget, name);
  gtk_label_set_label (GTK_LABEL (duration_label), duration);
  drill_span_bar_set (DRILL_SPAN_BAR (bar),
                      (double) span->start / self->whole,
                      (double) span->duration / self->whole,
                      span->failed);
}

static void
append_fields (GString         *text,
               const GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const DrillLogField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "\n%s  %s", field->name, field->value);
    }
}

static char *
describe (gconstpointer data,
          gpointer      user_data)
{
  const DrillSpanRow *span = data;
  GString            *text = g_string_new (NULL);
  g_autofree char    *name = name_span (span);
  g_autofree char    *start = format_time (span->start);
  g_autofree char    *duration = format_time (span->duration);

  /* Translators: name of a span, when it starts, how long it takes */
  g_string_append_printf (text, _("%s\nstarts at %s, takes %s"), name, start, duration);
  if (span->failed)
    g_string_append_printf (text, "\n%s %s", _("failed"), span->status != NULL ? span->status : "");
  append_fields (text, span->attributes);
  for (guint i = 0; i < span->events->len; i++)
    {
      const DrillLogField *event = g_ptr_array_index (span->events, i);
      g_autofree char     *time = format_time (g_ascii_strtoll (event->value, NULL, 10));

      g_string_append_printf (text, "\n%s  %s", time, event->name);
    }

  return g_string_free (text, FALSE);
}

static void
drill_evidence_trace_view_finalize (GObject *object)
{
  drill_trace_free (DRILL_EVIDENCE_TRACE_VIEW (object)->trace);
  g_object_unref (DRILL_EVIDENCE_TRACE_VIEW (object)->names);

  G_OBJECT_CLASS (drill_evidence_trace_view_parent_class)->finalize (object);
}

static void
drill_evidence_trace_view_class_init (DrillEvidenceTraceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_evidence_trace_view_finalize;
}

static void
drill_evidence_trace_view_init (DrillEvidenceTraceView *self)
{
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/* @trace: (transfer full) */
GtkWidget *
drill_evidence_trace_view_new (DrillTrace *trace)
{
  DrillEvidenceTraceView *self = g_object_new (DRILL_TYPE_EVIDENCE_TRACE_VIEW, NULL);
  GListStore             *spans = g_list_store_new (DRILL_TYPE_EVIDENCE_ROW);

  self->trace = trace;
  self->whole = 1;
  for (guint i = 0; i < trace->spans->len; i++)
    {
      const DrillSpanRow          *span = g_ptr_array_index (trace->spans, i);
      g_autoptr (DrillEvidenceRow) row = drill_evidence_row_new (span);

      self->whole = MAX (self->whole, span->start + span->duration);
      g_list_store_append (spans, row);
    }
  adw_bin_set_child (ADW_BIN (self),
                     drill_evidence_list_new (G_LIST_MODEL (spans), _("Spans of the trace"),
                                              make_row, bind_row, describe, self));

  return GTK_WIDGET (self);
}
