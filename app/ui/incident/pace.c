/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/incident/pace.h"

#include "ui/incident/named-drop-down.h"

#include <glib/gi18n.h>

#define SCHEMA "io.github.pagerdrill.Pagerdrill"
#define KEY "incident-pace"

static const guint paces[] = { 0, 60, 30, 15 };

/* Returns: (transfer full) (nullable): NULL where the schema is not installed */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource       *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema)  schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, KEY))
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

static guint
find_pace (guint pace)
{
  for (guint i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      if (paces[i] == pace)
        return i;
    }

  return 0;
}

/* What the player chose last; no pressure before the first choice. */
guint
drill_pace_get_last (void)
{
  g_autoptr (GSettings) settings = open_settings ();

  return settings != NULL ? paces[find_pace (g_settings_get_uint (settings, KEY))] : 0;
}

char *
drill_pace_describe (guint pace)
{
  if (pace == 0)
    return g_strdup (_("Off"));
  if (pace == 60)
    return g_strdup (_("Real time"));

  /* Translators: how fast simulated time passes, %u is 2 or more */
  return g_strdup_printf (_("%u times real time"), 60 / pace);
}

static void
selected_cb (GtkDropDown *chooser,
             GParamSpec  *pspec,
             GSettings   *settings)
{
  guint selected = gtk_drop_down_get_selected (chooser);

  if (selected < G_N_ELEMENTS (paces))
    g_settings_set_uint (settings, KEY, paces[selected]);
}

/* A choice of paces that remembers itself. */
GtkWidget *
drill_pace_chooser_new (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget            *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget            *caption = gtk_label_new (_("Off, the clock stands still while you think. Otherwise it goes on by itself."));
  GtkWidget            *label = gtk_label_new_with_mnemonic (_("T_ime pressure"));
  GtkStringList        *names = gtk_string_list_new (NULL);
  GtkWidget            *chooser;

  for (guint i = 0; i < G_N_ELEMENTS (paces); i++)
    gtk_string_list_take (names, drill_pace_describe (paces[i]));
  chooser = drill_named_drop_down_new (names, _("Time pressure"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), find_pace (drill_pace_get_last ()));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), chooser);
  gtk_widget_set_sensitive (chooser, settings != NULL);
  if (settings != NULL)
    g_signal_connect_data (chooser, "notify::selected", G_CALLBACK (selected_cb), g_steal_pointer (&settings),
                           (GClosureNotify) (GCallback) g_object_unref, 0);
  gtk_widget_set_hexpand (chooser, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), chooser);
  gtk_box_append (GTK_BOX (box), row);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  gtk_box_append (GTK_BOX (box), caption);

  return box;
}
