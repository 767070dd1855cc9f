/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   Answer   (1 Say why not yet  1 min)                      only at this point
 *   Look     (2 Memory by kind  1 min) (3 Logs  2 min) ...   what the hub lists
 *   Change   (8 Turn the flag off  2 min) ...
 *   Wait     (B One minute) (C Five minutes)                 always
 *
 * In a narrow window the same is a list, with what the author says about each
 * action below its name.
 *
 * A scrolled window would ask for the height that the groups have in endless
 * width. The layout asks for the height that they have in the width there is, so
 * that no group is hidden as long as there is room for it.
 */

#include "config.h"

#include "ui/incident/actions-view.h"

#include "ui/incident/incident-format.h"
#include "ui/incident/wrap-layout.h"
#include "ui/widgets/button-names.h"

#include <glib/gi18n.h>

#define MAX_HEIGHT 300

struct _DrillActionsView
{
  AdwBin       parent_instance;

  DrillPlay   *play;
  GtkBox      *groups;
  GtkWidget   *scroller;
  GtkSizeGroup *titles;
  GPtrArray   *buttons; /* GtkWidget, in the order of their keys */
  gboolean     narrow;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillActionsView, drill_actions_view, ADW_TYPE_BIN)

/* U is left out: it takes back, as everywhere in the program. */
static const guint keys[] = {
  GDK_KEY_1, GDK_KEY_2, GDK_KEY_3, GDK_KEY_4, GDK_KEY_5, GDK_KEY_6, GDK_KEY_7, GDK_KEY_8, GDK_KEY_9,
  GDK_KEY_a, GDK_KEY_b, GDK_KEY_c, GDK_KEY_d, GDK_KEY_e, GDK_KEY_f, GDK_KEY_g, GDK_KEY_h, GDK_KEY_i,
  GDK_KEY_j, GDK_KEY_k, GDK_KEY_l, GDK_KEY_m, GDK_KEY_n, GDK_KEY_o, GDK_KEY_p, GDK_KEY_q, GDK_KEY_r,
  GDK_KEY_s, GDK_KEY_t, GDK_KEY_v, GDK_KEY_w, GDK_KEY_x, GDK_KEY_y, GDK_KEY_z, 0,
};

static void
clicked_cb (DrillActionsView *self,
            GtkWidget        *button)
{
  g_autofree char *slug = g_strdup (g_object_get_data (G_OBJECT (button), "slug"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, slug);
}

static const char *
group_name (const DrillAction *action)
{
  const char *group = action->choice->group;

  if (action->here)
    return _("Now");
  if (group == NULL)
    return _("Do");
  if (g_ascii_strcasecmp (group, "look") == 0)
    return _("Look");
  if (g_ascii_strcasecmp (group, "tell") == 0)
    return _("Tell");
  if (g_ascii_strcasecmp (group, "change") == 0)
    return _("Change");

  return group;
}

/* Doing nothing is something that one can do, whatever the author offers. */
static const struct
{
  const char *text;
  const char *slug;
  gint64      cost;
} waits[] = {
  { N_("Watch and wait"), "wait:60s", 60 },
  { N_("Watch and wait"), "wait:300s", 300 },
};

static GtkWidget *
keycap_new (guint index)
{
  g_autofree char *text = NULL;
  GtkWidget       *label;

  if (index >= G_N_ELEMENTS (keys) - 1)
    return NULL;

  text = g_strdup_printf ("%c", g_ascii_toupper ((char) keys[index]));
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static GtkWidget *
texts_new (DrillActionsView  *self,
           const DrillAction *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (action->choice->text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (title), self->narrow);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  if (!self->narrow)
    gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  if (self->narrow && action->choice->subtitle != NULL)
    {
      GtkWidget *subtitle = gtk_label_new (action->choice->subtitle);

      gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
      gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (subtitle), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (subtitle, "caption");
      gtk_widget_add_css_class (subtitle, "dim-label");
      gtk_box_append (GTK_BOX (box), subtitle);
    }

  return box;
}

/* What a screen reader says, and the tooltip: all that is known beforehand. */
static void
name_button (GtkWidget         *button,
             const DrillAction *action,
             const char        *cost)
{
  const DrillScenarioChoice *choice = action->choice;
  g_autoptr (GString)        text = g_string_new (NULL);
  g_autofree char           *name = NULL;

  /* Translators: an action and how long it takes */
  name = action->cost > 0 ? g_strdup_printf (_("%s, takes %s"), choice->text, cost) : g_strdup (choice->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (choice->subtitle != NULL)
    g_string_append (text, choice->subtitle);
  if (choice->tip != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", choice->tip);
  if (text->len > 0)
    {
      gtk_widget_set_tooltip_text (button, text->str);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
    }
}

static GtkWidget *
button_new (DrillActionsView  *self,
            const DrillAction *action)
{
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *keycap = keycap_new (self->buttons->len);
  g_autofree char *cost = drill_incident_format_duration (action->cost);

  if (keycap != NULL)
    gtk_box_append (GTK_BOX (box), keycap);
  gtk_box_append (GTK_BOX (box), texts_new (self, action));
  if (action->cost > 0)
    {
      GtkWidget *label = gtk_label_new (cost);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "drill-action");
  if (self->narrow)
    gtk_widget_add_css_class (button, "drill-wide-action");
  name_button (button, action, cost);
  g_object_set_data_full (G_OBJECT (button), "slug", g_strdup (action->choice->slug), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);

  return button;
}

/* Returns: the box for the buttons of a new group */
static GtkWidget *
add_group (DrillActionsView *self,
           const char       *name)
{
  GtkWidget *group = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                  self->narrow ? 6 : 12);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_yalign (GTK_LABEL (title), 0);
  gtk_widget_set_margin_top (title, self->narrow ? 9 : 4);
  gtk_widget_add_css_class (title, "heading");
  if (!self->narrow)
    {
      gtk_size_group_add_widget (self->titles, title);
      gtk_widget_set_layout_manager (buttons, drill_wrap_layout_new (5));
    }
  gtk_widget_set_hexpand (buttons, TRUE);
  gtk_box_append (GTK_BOX (group), title);
  gtk_box_append (GTK_BOX (group), buttons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->groups, group);

  return buttons;
}

static void
add_waits (DrillActionsView *self)
{
  GtkWidget *buttons = add_group (self, _("Wait"));

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      DrillScenarioChoice choice = { .text = (char *) _(waits[i].text), .slug = (char *) waits[i].slug };
      DrillAction         action = { &choice, waits[i].cost, FALSE };

      gtk_box_append (GTK_BOX (buttons), button_new (self, &action));
    }
}

static void
add_debrief_button (DrillActionsView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show the _Debrief"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "incident.debrief");
  drill_clean_button_names (button);
  gtk_box_append (self->groups, button);
  g_ptr_array_add (self->buttons, button);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size,
         int           *minimum,
         int           *natural,
         int           *minimum_baseline,
         int           *natural_baseline)
{
  DrillActionsView *self = DRILL_ACTIONS_VIEW (widget);
  int               height;

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  gtk_widget_measure (GTK_WIDGET (self->groups), orientation, for_size, NULL, &height, NULL, NULL);
  *natural = MAX (*minimum, MIN (height, MAX_HEIGHT));
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  gtk_widget_allocate (DRILL_ACTIONS_VIEW (widget)->scroller, width, height, baseline, NULL);
}

static void
drill_actions_view_dispose (GObject *object)
{
  DrillActionsView *self = DRILL_ACTIONS_VIEW (object);

  g_clear_object (&self->play);
  g_clear_object (&self->titles);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (drill_actions_view_parent_class)->dispose (object);
}

/* The first action, not the scrolled area around it. */
static gboolean
drill_actions_view_grab_focus (GtkWidget *widget)
{
  DrillActionsView *self = DRILL_ACTIONS_VIEW (widget);

  return self->buttons->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->buttons, 0));
}

static void
drill_actions_view_class_init (DrillActionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = drill_actions_view_dispose;
  widget_class->grab_focus = drill_actions_view_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         DRILL_TYPE_ACTIONS_VIEW,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
}

static void
drill_actions_view_init (DrillActionsView *self)
{
  self->buttons = g_ptr_array_new ();
  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_margin_top (GTK_WIDGET (self->groups), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->groups), 9);
  gtk_widget_set_margin_start (GTK_WIDGET (self->groups), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->groups), 12);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->groups));
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Actions"), -1);
}

GtkWidget *
drill_actions_view_new (DrillPlay *play)
{
  DrillActionsView *self;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_ACTIONS_VIEW, NULL);
  self->play = g_object_ref (play);
  drill_actions_view_refresh (self);

  return GTK_WIDGET (self);
}

/* Brings the buttons in line with the run. All are new: the focus is gone. */
void
drill_actions_view_refresh (DrillActionsView *self)
{
  g_autoptr (GArray) actions = NULL;
  const char        *group = NULL;
  GtkWidget         *buttons = NULL;
  GtkWidget         *child;

  g_return_if_fail (DRILL_IS_ACTIONS_VIEW (self));

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);

  if (drill_run_is_over (drill_play_get_run (self->play)))
    {
      add_debrief_button (self);
      return;
    }

  actions = drill_play_get_actions (self->play);
  for (guint i = 0; i < actions->len; i++)
    {
      const DrillAction *action = &g_array_index (actions, DrillAction, i);
      const char        *name = group_name (action);

      if (buttons == NULL || !g_str_equal (name, group))
        buttons = add_group (self, name);
      group = name;
      gtk_box_append (GTK_BOX (buttons), button_new (self, action));
    }
  add_waits (self);
}

static gboolean
shows (DrillActionsView *self,
       GArray           *actions)
{
  if (self->buttons->len != actions->len + G_N_ELEMENTS (waits))
    return FALSE;

  for (guint i = 0; i < actions->len; i++)
    {
      const char *slug = g_object_get_data (g_ptr_array_index (self->buttons, i), "slug");

      if (!g_str_equal (slug, g_array_index (actions, DrillAction, i).choice->slug))
        return FALSE;
    }

  return TRUE;
}

/* As drill_actions_view_refresh(), but as long as the same is on offer the
 * buttons stay, and with them the focus. Time alone may open or close a way. */
void
drill_actions_view_update (DrillActionsView *self)
{
  g_autoptr (GArray) actions = NULL;
  gboolean           had_focus;

  g_return_if_fail (DRILL_IS_ACTIONS_VIEW (self));

  actions = drill_play_get_actions (self->play);
  if (!drill_run_is_over (drill_play_get_run (self->play)) && shows (self, actions))
    return;

  had_focus = gtk_widget_get_focus_child (self->scroller) != NULL;
  drill_actions_view_refresh (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
drill_actions_view_set_narrow (DrillActionsView *self,
                               gboolean          narrow)
{
  g_return_if_fail (DRILL_IS_ACTIONS_VIEW (self));

  narrow = !!narrow;
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  drill_actions_view_refresh (self);
}

/* Does what the action with this key does; FALSE when there is none. */
gboolean
drill_actions_view_press (DrillActionsView *self,
                          guint             keyval)
{
  g_return_val_if_fail (DRILL_IS_ACTIONS_VIEW (self), FALSE);

  for (guint i = 0; keys[i] != 0 && i < self->buttons->len; i++)
    {
      if (keys[i] == keyval)
        {
          g_signal_emit_by_name (g_ptr_array_index (self->buttons, i), "clicked");
          return TRUE;
        }
    }

  return FALSE;
}

const guint *
drill_actions_view_get_keys (void)
{
  return keys;
}
