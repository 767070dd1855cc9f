/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/toast.h"

#define LONG "128 items loaded, 9 problems in <files> & folders of the collection that was dropped"

/* All of it is shown where a plain toast would end in dots, and nothing of it is
 * taken for markup. */
static void
test_narrow (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  AdwToast  *toast = drill_toast_new (LONG);
  GtkWidget *label = adw_toast_get_custom_title (toast);
  GtkWidget *window;

  adw_toast_set_button_label (toast, "_Details");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new (NULL));
  window = ui_test_show (overlay, 370, 300);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  while (!gtk_widget_get_mapped (label) || gtk_widget_get_width (label) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, LONG);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/toast/narrow", test_narrow);

  return g_test_run ();
}
