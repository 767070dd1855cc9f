/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A log of JSON lines.
 *
 *   [ warnings and worse v ]  [ search                ]   12 of 340 lines
 *   03:02:11  warning  unsupported colour profile: CMYK
 *   03:02:14  error    deadline exceeded
 *   -------------------------------------------------------
 *   reqId  9c1f2                    all fields of the selected line
 */

#include "config.h"

#include "ui/incident/evidence-log-view.h"

#include "ui/incident/evidence-list.h"
#include "ui/incident/incident-format.h"
#include "ui/incident/named-drop-down.h"
#include "ui/incident/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DrillEvidenceLogView
{
  AdwBin              parent_instance;

  DrillLog           *log;
  GtkWidget          *list;
  GListStore         *lines;
  GtkFilter          *filter;
  GtkFilterListModel *shown;
  GtkDropDown        *level_drop_down;
  GtkEditable        *search_entry;
  GtkLabel           *count_label;
  guint               min_level;
  char               *needle; /* case-folded */
};

/* In the order of the drop-down. */
static const guint levels[] = { 0, 30, 40, 50 };

G_DEFINE_FINAL_TYPE (DrillEvidenceLogView, drill_evidence_log_view, ADW_TYPE_BIN)

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
matches (gpointer object,
         gpointer data)
{
  DrillEvidenceLogView *self = data;
  const DrillLogLine   *line = drill_evidence_row_get_data (object);

  /* A line without a level is shown at every level: it may be a stack trace. */
  if (line->level > 0 && line->level < self->min_level)
    return FALSE;
  if (*self->needle == '\0' || contains (line->message, self->needle))
    return TRUE;

  for (guint i = 0; i < line->fields->len; i++)
    {
      const DrillLogField *field = g_ptr_array_index (line->fields, i);

      if (contains (field->value, self->needle) || contains (field->name, self->needle))
        return TRUE;
    }

  return FALSE;
}

static void
show_count (DrillEvidenceLogView *self)
{
  g_autofree char *text = NULL;

  /* Translators: lines shown, all lines of a log */
  text = g_strdup_printf (_("%u of %u lines"),
                          drill_evidence_log_view_get_n_shown (self),
                          self->log->lines->len);
  gtk_label_set_label (self->count_label, text);
}

static void
filter_changed (DrillEvidenceLogView *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
search_changed_cb (DrillEvidenceLogView *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  filter_changed (self);
}

static void
level_changed_cb (DrillEvidenceLogView *self)
{
  guint selected = gtk_drop_down_get_selected (self->level_drop_down);

  self->min_level = selected < G_N_ELEMENTS (levels) ? levels[selected] : 0;
  filter_changed (self);
}

static GtkWidget *
make_row (gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "monospace");
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 2)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_widget_set_hexpand (label, TRUE);
        }
      else if (i == 0)
        {
          gtk_widget_add_css_class (label, "dim-label");
        }
      else
        {
          gtk_label_set_width_chars (GTK_LABEL (label), 7);
        }
    }

  return box;
}

static void
mark_level (GtkWidget *label,
            guint      level)
{
  gtk_widget_remove_css_class (label, "error");
  gtk_widget_remove_css_class (label, "warning");
  if (level >= 50)
    gtk_widget_add_css_class (label, "error");
  else if (level >= 40)
    gtk_widget_add_css_class (label, "warning");
}

static void
bind_row (GtkWidget    *widget,
          gconstpointer data,
          gpointer      user_data)
{
  const DrillLogLine *line = data;
  GtkWidget          *time_label = gtk_widget_get_first_child (widget);
  GtkWidget          *level_label = gtk_widget_get_next_sibling (time_label);
  GtkWidget          *message = gtk_widget_get_next_sibling (level_label);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char    *text = NULL;

  if (line->time >= 0)
    time = g_date_time_new_from_unix_utc (line->time / 1000);
  text = time != NULL ? g_date_time_format (time, "%H:%M:%S") : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (time_label), text);
  gtk_widget_set_visible (time_label, *text != '\0');
  gtk_label_set_label (GTK_LABEL (level_label), drill_incident_format_severity (line->level));
  gtk_widget_set_visible (level_label, line->level > 0);
  mark_level (level_label, line->level);
  gtk_label_set_label (GTK_LABEL (message), line->message);
}

static char *
describe (gconstpointer data,
          gpointer      user_data)
{
  const DrillLogLine *line = data;
  GString            *text = g_string_new (NULL);

  for (guint i = 0; i < line->fields->len; i++)
    {
      const DrillLogField *field = g_ptr_array_index (line->fields, i);

      g_string_append_printf (text, "%s%s  %s", i > 0 ? "\n" : "", field->name, field->value);
    }

  return g_string_free (text, FALSE);
}

static void
drill_evidence_log_view_finalize (GObject *object)
{
  DrillEvidenceLogView *self = DRILL_EVIDENCE_LOG_VIEW (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  drill_log_free (self->log);
  g_free (self->needle);

  G_OBJECT_CLASS (drill_evidence_log_view_parent_class)->finalize (object);
}

static void
drill_evidence_log_view_class_init (DrillEvidenceLogViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_evidence_log_view_finalize;
}

static void
drill_evidence_log_view_init (DrillEvidenceLogView *self)
{
  self->needle = g_strdup ("");
}

static GtkWidget *
tools_new (DrillEvidenceLogView *self)
{
  const char *const names[] = { _("All lines"), _("Info and worse"), _("Warnings and worse"), _("Errors"), NULL };
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget        *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->level_drop_down = GTK_DROP_DOWN (drill_named_drop_down_new (gtk_string_list_new (names), _("Level")));
  self->search_entry = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->search_entry, "placeholder-text", _("Search the log"), NULL);
  gtk_editable_set_width_chars (self->search_entry, 14);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the log"),
                                  -1);
  self->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");
  gtk_widget_set_layout_manager (line, drill_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->level_drop_down));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->search_entry));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_label));

  return box;
}

/* @log: (transfer full). @min_level: the least severe level shown at first */
GtkWidget *
drill_evidence_log_view_new (DrillLog *log,
                             guint     min_level)
{
  DrillEvidenceLogView *self = g_object_new (DRILL_TYPE_EVIDENCE_LOG_VIEW, NULL);
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->log = log;
  self->lines = g_list_store_new (DRILL_TYPE_EVIDENCE_ROW);
  for (guint i = 0; i < log->lines->len; i++)
    {
      g_autoptr (DrillEvidenceRow) row = drill_evidence_row_new (g_ptr_array_index (log->lines, i));

      g_list_store_append (self->lines, row);
    }
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), g_object_ref (self->filter));

  gtk_box_append (GTK_BOX (box), tools_new (self));
  self->list = drill_evidence_list_new (G_LIST_MODEL (g_object_ref (self->shown)), _("Lines of the log"),
                                        make_row, bind_row, describe, self);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);

  drill_evidence_log_view_set_level (self, min_level);
  show_count (self);
  g_signal_connect_object (self->level_drop_down, "notify::selected", G_CALLBACK (level_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

guint
drill_evidence_log_view_get_n_shown (DrillEvidenceLogView *self)
{
  g_return_val_if_fail (DRILL_IS_EVIDENCE_LOG_VIEW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

void
drill_evidence_log_view_search (DrillEvidenceLogView *self,
                                const char           *text)
{
  g_return_if_fail (DRILL_IS_EVIDENCE_LOG_VIEW (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->search_entry, text);
}

/* Levels between two of the drop-down's count as the more severe one. */
void
drill_evidence_log_view_set_level (DrillEvidenceLogView *self,
                                   guint                 min_level)
{
  guint index = 0;

  g_return_if_fail (DRILL_IS_EVIDENCE_LOG_VIEW (self));

  while (index + 1 < G_N_ELEMENTS (levels) && levels[index] < min_level)
    index++;
  gtk_drop_down_set_selected (self->level_drop_down, index);
  level_changed_cb (self);
}
