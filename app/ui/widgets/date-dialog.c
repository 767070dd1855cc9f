/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A calendar in a small window. Escape leaves it, Enter agrees. */

#include "config.h"

#include "ui/widgets/date-dialog.h"

#include "ui/widgets/button-names.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* What the window knows; freed with it. */
typedef struct
{
  GTask       *task; /* (nullable): until it has returned */
  GtkCalendar *calendar;
  GtkWidget   *accept;
  int          first_day;
} Dialog;

static int
chosen_day (Dialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) utc = NULL;

  utc = g_date_time_new_utc (g_date_time_get_year (date),
                             g_date_time_get_month (date),
                             g_date_time_get_day_of_month (date),
                             0,
                             0,
                             0);

  return (int) (g_date_time_to_unix (utc) / SECONDS_PER_DAY);
}

static void
return_day (Dialog *self,
            int     day)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_int (task, day);
}

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  return_day (self, 0);
  g_free (self);
}

static Dialog *
get_dialog (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "drill-dialog");
}

static void
day_selected_cb (GtkWindow *window)
{
  Dialog *self = get_dialog (window);

  gtk_widget_set_sensitive (self->accept, chosen_day (self) >= self->first_day);
}

static void
accepted_cb (GtkWindow *window)
{
  Dialog *self = get_dialog (window);

  return_day (self, chosen_day (self));
  gtk_window_destroy (window);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static GtkWidget *
header_new (GtkWindow  *window,
            Dialog     *self,
            const char *title,
            const char *accept_label)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (accept_label);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (accepted_cb), window);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);

  return header;
}

void
drill_date_dialog_async (GtkWidget          *parent,
                         const char         *title,
                         const char         *accept_label,
                         int                 day,
                         int                 first_day,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GtkWindow            *window;
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController   *shortcuts = gtk_shortcut_controller_new ();
  g_autoptr (GDateTime) date = NULL;
  Dialog               *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (title != NULL && accept_label != NULL);

  self = g_new0 (Dialog, 1);
  self->task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (self->task, drill_date_dialog_async);
  self->first_day = first_day;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  date = g_date_time_new_from_unix_utc (MAX (day, first_day) * SECONDS_PER_DAY);
  gtk_calendar_select_day (self->calendar, date);
  gtk_widget_set_margin_top (GTK_WIDGET (self->calendar), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->calendar), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->calendar), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->calendar), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (window), "drill-dialog", self, dialog_free);
  gtk_window_set_title (window, title);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_resizable (window, FALSE);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_box_append (GTK_BOX (box), header_new (window, self, title, accept_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_widget (window, self->accept);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), shortcuts);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), window, G_CONNECT_SWAPPED);
  drill_clean_button_names (GTK_WIDGET (window));
  gtk_window_present (window);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

int
drill_date_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), 0);

  return (int) g_task_propagate_int (G_TASK (result), NULL);
}
