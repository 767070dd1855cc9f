/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   choose a file --> series, units, objectives, the page --> choose a folder --> done
 *        |  ^                                                     |
 *        v  |                                                     v
 *       problem                              open in the editor, add to the library
 *
 * Nothing that is there is overwritten; what cannot be read or written is said
 * where the user can do something about it.
 */

#include "config.h"

#include "ui/incident/skeleton-window.h"

#include "incident/value.h"
#include "ui/compat/open-files.h"
#include "ui/incident/skeleton-form.h"
#include "ui/incident/skeleton-work.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 680
#define HEIGHT 720

struct _DrillSkeletonWindow
{
  AdwWindow          parent_instance;

  GtkWidget         *owner;   /* (nullable), weak: whose window gets the scenario */
  GCancellable      *cancellable;
  DrillSamples      *samples; /* (nullable): until an export is read */
  char              *export;  /* (nullable): path of what was chosen */
  char              *folder;  /* (nullable): of the scenario */
  GtkWidget         *create_button;
  AdwBin            *place;
  DrillSkeletonForm *form;    /* (nullable): owned by its place */
};

G_DEFINE_FINAL_TYPE (DrillSkeletonWindow, drill_skeleton_window, ADW_TYPE_WINDOW)

static void
show (DrillSkeletonWindow *self,
      GtkWidget           *page)
{
  self->form = DRILL_IS_SKELETON_FORM (page) ? DRILL_SKELETON_FORM (page) : NULL;
  drill_clean_button_names (page);
  adw_bin_set_child (self->place, page);
  gtk_widget_set_visible (self->create_button, self->form != NULL);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
button_new (const char *label,
            const char *action,
            gboolean    suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
status_new (const char *icon_name,
            const char *title,
            const char *text,
            GtkWidget  *child)
{
  GtkWidget       *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), child);

  return page;
}

static void
show_choice (DrillSkeletonWindow *self)
{
  show (self, status_new ("document-open-symbolic", _("Rehearse Your Own Incident"),
                          _("Choose the metrics of an incident: a panel that Grafana exported as CSV (series "
                            "joined by time), the JSON that Prometheus answers to query_range, or any CSV whose "
                            "first column is the time."),
                          button_new (_("_Choose a File…"), "skeleton.choose", TRUE)));
}

static void
show_busy (DrillSkeletonWindow *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading"), -1);
  show (self, spinner);
}

static void
show_problem (DrillSkeletonWindow *self,
              const char          *message)
{
  show (self, status_new ("dialog-error-symbolic", _("This File Cannot Be Used"), message,
                          button_new (_("_Choose Another File…"), "skeleton.choose", TRUE)));
}

static void
show_done (DrillSkeletonWindow *self)
{
  GtkWidget       *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *text = NULL;

  /* Translators: a folder */
  text = g_strdup_printf (_("It is in %s. It can be played as it is; tell in it what really happened."), self->folder);
  gtk_box_append (GTK_BOX (buttons), button_new (_("_Add to the Library"), "skeleton.add", TRUE));
  gtk_box_append (GTK_BOX (buttons), button_new (_("_Open in the Editor"), "skeleton.edit", FALSE));
  show (self, status_new ("object-select-symbolic", _("The Scenario Is Written"), text, buttons));
}

static void
update_create (DrillSkeletonWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "skeleton.create",
                                 self->form != NULL && drill_skeleton_form_is_valid (self->form));
}

static char *
suggest_title (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char            *dot = strrchr (name, '.');
  g_autofree char *valid = NULL;

  if (dot != NULL && dot != name)
    *dot = '\0';
  valid = g_filename_display_name (name);

  return g_strdelimit (g_steal_pointer (&valid), "_-", ' ');
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DrillSkeletonWindow) self = data;
  g_autoptr (DrillSamples)        samples = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char                *title = NULL;
  GtkWidget                      *form;

  samples = drill_skeleton_read_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (samples == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  g_clear_pointer (&self->samples, drill_samples_unref);
  self->samples = g_steal_pointer (&samples);
  title = suggest_title (self->export);
  form = drill_skeleton_form_new (self->samples, title);
  g_signal_connect_object (form, "changed", G_CALLBACK (update_create), self, G_CONNECT_SWAPPED);
  if (drill_skeleton_form_get_all (DRILL_SKELETON_FORM (form))->len > 0)
    {
      show (self, form);
    }
  else
    {
      g_object_ref_sink (form);
      g_object_unref (form);
      show_problem (self, _("It has no series with a value. Export a time range in which there is one."));
    }
  update_create (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DrillSkeletonWindow) self = data;
  g_autoptr (GListModel)          files = drill_open_files_finish (result, NULL);
  g_autoptr (GFile)               file = NULL;

  if (files == NULL)
    return;

  file = g_list_model_get_item (files, 0);
  if (g_file_peek_path (file) != NULL)
    drill_skeleton_window_read (self, g_file_peek_path (file));
  else
    show_problem (self, _("It is not on this computer. Copy it here first."));
}

static void
add_filter (GListStore        *filters,
            const char        *name,
            const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  g_list_store_append (filters, filter);
}

static void
choose_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *const       exports[] = { "*.csv", "*.CSV", "*.json", "*.txt", NULL };
  const char *const       all[] = { "*", NULL };
  g_autoptr (GListStore)  filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  DrillSkeletonWindow    *self = DRILL_SKELETON_WINDOW (widget);

  add_filter (filters, _("Metrics (CSV, JSON)"), exports);
  add_filter (filters, _("All files"), all);
  drill_open_files_async (widget, _("Metrics of an Incident"), DRILL_OPEN_FILES, G_LIST_MODEL (filters),
                          self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (DrillSkeletonWindow) self = data;
  g_autoptr (GListModel)          files = drill_open_files_finish (result, NULL);
  g_autoptr (GFile)               file = NULL;

  if (files == NULL || self->form == NULL)
    return;

  file = g_list_model_get_item (files, 0);
  if (g_file_peek_path (file) != NULL)
    drill_skeleton_window_write (self, g_file_peek_path (file));
  else
    drill_skeleton_form_set_message (self->form, _("That folder is not on this computer. Choose another one."));
}

static void
create_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DrillSkeletonWindow *self = DRILL_SKELETON_WINDOW (widget);

  drill_open_files_async (widget, _("Where to Put the Scenario's Folder"), DRILL_OPEN_FOLDER, NULL,
                          self->cancellable, folder_chosen_cb, g_object_ref (self));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DrillSkeletonWindow) self = data;
  g_autoptr (GError)              error = NULL;

  if (drill_skeleton_write_finish (result, &error))
    {
      if (self->form != NULL)
        show_done (self);
      return;
    }
  if (self->form == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->form), TRUE);
  drill_skeleton_form_set_message (self->form, error->message);
  update_create (self);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DrillSkeletonWindow *self = DRILL_SKELETON_WINDOW (widget);
  const char *const    paths[] = { self->folder, NULL };
  g_autoptr (GVariant) argument = g_variant_ref_sink (g_variant_new_strv (paths, -1));

  if (self->owner != NULL)
    gtk_widget_activate_action_variant (self->owner, "win.import", argument);
  gtk_window_close (GTK_WINDOW (self));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillSkeletonWindow) self = data;
  g_autoptr (GError)              error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && self->owner != NULL)
    drill_report_error (self->owner, error);
}

static void
edit_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DrillSkeletonWindow *self = DRILL_SKELETON_WINDOW (widget);
  g_autofree char     *page = g_build_filename (self->folder, "scenario.md", NULL);
  g_autofree char     *uri = g_filename_to_uri (page, NULL, NULL);

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, launched_cb, g_object_ref (self));
}

static void
drill_skeleton_window_dispose (GObject *object)
{
  DrillSkeletonWindow *self = DRILL_SKELETON_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->form = NULL;
  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->samples, drill_samples_unref);

  G_OBJECT_CLASS (drill_skeleton_window_parent_class)->dispose (object);
}

static void
drill_skeleton_window_finalize (GObject *object)
{
  DrillSkeletonWindow *self = DRILL_SKELETON_WINDOW (object);

  g_object_unref (self->cancellable);
  g_free (self->export);
  g_free (self->folder);

  G_OBJECT_CLASS (drill_skeleton_window_parent_class)->finalize (object);
}

static void
drill_skeleton_window_class_init (DrillSkeletonWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_skeleton_window_dispose;
  object_class->finalize = drill_skeleton_window_finalize;

  gtk_widget_class_install_action (widget_class, "skeleton.choose", NULL, choose_action_cb);
  gtk_widget_class_install_action (widget_class, "skeleton.create", NULL, create_action_cb);
  gtk_widget_class_install_action (widget_class, "skeleton.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "skeleton.add", NULL, add_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
drill_skeleton_window_init (DrillSkeletonWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->create_button = gtk_button_new_with_mnemonic (_("C_reate…"));
  gtk_widget_add_css_class (self->create_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->create_button), "skeleton.create");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create_button);
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->place), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  drill_clean_button_names (header);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("From Your Own Metrics"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  show_choice (self);
  update_create (self);
}

/* @owner: a widget in the window that takes the scenario into the library */
GtkWidget *
drill_skeleton_window_new (GtkWidget *owner)
{
  DrillSkeletonWindow *self;
  GtkRoot             *root;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  self = g_object_new (DRILL_TYPE_SKELETON_WINDOW, NULL);
  g_set_weak_pointer (&self->owner, owner);
  root = gtk_widget_get_root (owner);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (root))), HEIGHT);
    }

  return GTK_WIDGET (self);
}

/* Shows what is in the export at @path. */
void
drill_skeleton_window_read (DrillSkeletonWindow *self,
                            const char          *path)
{
  g_return_if_fail (DRILL_IS_SKELETON_WINDOW (self));
  g_return_if_fail (path != NULL);

  g_free (self->export);
  self->export = g_strdup (path);
  show_busy (self);
  update_create (self);
  drill_skeleton_read_async (path, self->cancellable, read_cb, g_object_ref (self));
}

/* Writes the scenario into a new folder, named by its title, below @parent. */
void
drill_skeleton_window_write (DrillSkeletonWindow *self,
                             const char          *parent)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char      *title = NULL;
  g_autofree char      *name = NULL;

  g_return_if_fail (DRILL_IS_SKELETON_WINDOW (self));
  g_return_if_fail (parent != NULL);
  g_return_if_fail (self->form != NULL && drill_skeleton_form_is_valid (self->form));

  kept = drill_skeleton_form_get_kept (self->form);
  title = g_strstrip (g_strdup (drill_skeleton_form_get_title (self->form)));
  name = drill_value_make_anchor (title);
  g_free (self->folder);
  self->folder = g_build_filename (parent, *name != '\0' ? name : "incident", NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "skeleton.create", FALSE);
  drill_skeleton_write_async (self->samples, drill_skeleton_form_get_all (self->form), kept, self->folder, title,
                              drill_skeleton_form_get_history (self->form), self->cancellable, written_cb,
                              g_object_ref (self));
}
