/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   wide                                  narrow
 *   +-----------+--------------------+    +--------------+
 *   | talk      | dashboard          |    | one of them  |
 *   |           |                    |    |              |
 *   +-----------+--------------------+    +--------------+
 *   | actions                        |    | Talk | D | A |   switcher
 *   +--------------------------------+    +--------------+
 *
 * The three children stay where they are in the tree, so a change of the width
 * costs no focus and no place in a scrolled text. The switcher wants a view
 * stack; it gets one with empty pages, of which the visible one names the pane.
 */

#include "config.h"

#include "ui/incident/incident-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDE 900
#define TALK_SHARE 0.38
#define LEAST_TALK 340
#define LEAST_UPPER 180

struct _DrillIncidentPanes
{
  GtkWidget     parent_instance;

  GtkWidget    *panes[DRILL_N_PANES];
  GtkWidget    *upper_line; /* between the upper panes and the actions */
  GtkWidget    *middle_line; /* between talk and dashboard */
  GtkWidget    *switcher;
  AdwViewStack *names;
  gboolean      narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static const char *const pane_names[DRILL_N_PANES] = { "talk", "dashboard", "actions" };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillIncidentPanes, drill_incident_panes, GTK_TYPE_WIDGET)

static void
place (GtkWidget *widget,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation allocation = { x, y, MAX (width, 0), MAX (height, 0) };

  gtk_widget_size_allocate (widget, &allocation, -1);
}

static int
natural_height (GtkWidget *widget,
                int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static int
minimum_height (GtkWidget *widget,
                int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
allocate_wide (DrillIncidentPanes *self,
               int                 width,
               int                 height)
{
  GtkWidget *actions = self->panes[DRILL_PANE_ACTIONS];
  int        wanted = natural_height (actions, width);
  int        least = minimum_height (actions, width);
  int        lower = MAX (MIN (wanted, height - 1 - LEAST_UPPER), least);
  int        upper = height - lower - 1;
  int        talk = MAX ((int) (width * TALK_SHARE), LEAST_TALK);
  gboolean   rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int        rest = width - talk - 1;

  place (self->panes[DRILL_PANE_TALK], rtl ? rest + 1 : 0, 0, talk, upper);
  place (self->middle_line, rtl ? rest : talk, 0, 1, upper);
  place (self->panes[DRILL_PANE_DASHBOARD], rtl ? 0 : talk + 1, 0, rest, upper);
  place (self->upper_line, 0, upper, width, 1);
  place (actions, 0, upper + 1, width, lower);
}

static void
allocate_narrow (DrillIncidentPanes *self,
                 int                 width,
                 int                 height)
{
  int lower = natural_height (self->switcher, width);

  place (self->panes[drill_incident_panes_get_shown (self)], 0, 0, width, height - lower);
  place (self->switcher, 0, height - lower, width, lower);
}

static void
update_visibility (DrillIncidentPanes *self)
{
  DrillPane shown = drill_incident_panes_get_shown (self);

  for (guint i = 0; i < DRILL_N_PANES; i++)
    gtk_widget_set_child_visible (self->panes[i], !self->narrow || i == shown);
  gtk_widget_set_child_visible (self->upper_line, !self->narrow);
  gtk_widget_set_child_visible (self->middle_line, !self->narrow);
  gtk_widget_set_child_visible (self->switcher, self->narrow);
}

/* Listeners may change children, which must not happen while sizes are given. */
static gboolean
notify_narrow_cb (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_NARROW]);

  return G_SOURCE_REMOVE;
}

static void
drill_incident_panes_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DrillIncidentPanes *self = DRILL_INCIDENT_PANES (widget);
  gboolean            narrow = width < WIDE;

  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      update_visibility (self);
      g_idle_add_full (G_PRIORITY_DEFAULT, notify_narrow_cb, g_object_ref (self), g_object_unref);
    }
  if (narrow)
    allocate_narrow (self, width, height);
  else
    allocate_wide (self, width, height);
}

static void
drill_incident_panes_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  DrillIncidentPanes *self = DRILL_INCIDENT_PANES (widget);
  int                 least;
  int                 wanted;

  gtk_widget_measure (self->switcher, orientation, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; i < DRILL_N_PANES; i++)
    {
      gtk_widget_measure (self->panes[i], orientation, -1, &least, &wanted, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += LEAST_UPPER;
      *natural = MAX (*natural, 3 * LEAST_UPPER);
    }
}

static void
shown_changed_cb (DrillIncidentPanes *self)
{
  DrillPane  shown = drill_incident_panes_get_shown (self);
  GtkWidget *page = adw_view_stack_get_visible_child (self->names);

  if (page != NULL)
    adw_view_stack_page_set_needs_attention (adw_view_stack_get_page (self->names, page), FALSE);
  update_visibility (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* The focus would stay in a pane that cannot be seen any more. */
  if (self->narrow && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (self->panes[shown], GTK_DIR_TAB_FORWARD);
}

static void
drill_incident_panes_dispose (GObject *object)
{
  DrillIncidentPanes *self = DRILL_INCIDENT_PANES (object);

  for (guint i = 0; i < DRILL_N_PANES; i++)
    g_clear_pointer (&self->panes[i], gtk_widget_unparent);
  g_clear_pointer (&self->upper_line, gtk_widget_unparent);
  g_clear_pointer (&self->middle_line, gtk_widget_unparent);
  g_clear_pointer (&self->switcher, gtk_widget_unparent);
  if (self->names != NULL)
    g_signal_handlers_disconnect_by_data (self->names, self);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (drill_incident_panes_parent_class)->dispose (object);
}

static void
drill_incident_panes_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, drill_incident_panes_get_narrow (DRILL_INCIDENT_PANES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_incident_panes_class_init (DrillIncidentPanesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_incident_panes_dispose;
  object_class->get_property = drill_incident_panes_get_property;
  widget_class->measure = drill_incident_panes_measure;
  widget_class->size_allocate = drill_incident_panes_size_allocate;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
add_name (DrillIncidentPanes *self,
          DrillPane           pane,
          const char         *title,
          const char         *icon_name)
{
  adw_view_stack_add_titled (self->names, adw_bin_new (), pane_names[pane], title);
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->names,
                                                              adw_view_stack_get_child_by_name (self->names, pane_names[pane])),
                                     icon_name);
}

static void
drill_incident_panes_init (DrillIncidentPanes *self)
{
  self->names = g_object_ref_sink (ADW_VIEW_STACK (adw_view_stack_new ()));
  add_name (self, DRILL_PANE_TALK, _("Talk"), "user-available-symbolic");
  add_name (self, DRILL_PANE_DASHBOARD, _("Dashboards"), "power-profile-performance-symbolic");
  add_name (self, DRILL_PANE_ACTIONS, _("Actions"), "view-list-symbolic");
  g_signal_connect_swapped (self->names, "notify::visible-child", G_CALLBACK (shown_changed_cb), self);

  self->upper_line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  self->middle_line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->switcher = adw_view_switcher_bar_new ();
  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (self->switcher), self->names);
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher), TRUE);
}

GtkWidget *
drill_incident_panes_new (GtkWidget *talk,
                          GtkWidget *dashboard,
                          GtkWidget *actions)
{
  DrillIncidentPanes *self = g_object_new (DRILL_TYPE_INCIDENT_PANES, NULL);
  GtkWidget          *parent = GTK_WIDGET (self);

  self->panes[DRILL_PANE_TALK] = talk;
  self->panes[DRILL_PANE_DASHBOARD] = dashboard;
  self->panes[DRILL_PANE_ACTIONS] = actions;
  gtk_widget_set_parent (talk, parent);
  gtk_widget_set_parent (self->middle_line, parent);
  gtk_widget_set_parent (dashboard, parent);
  gtk_widget_set_parent (self->upper_line, parent);
  gtk_widget_set_parent (actions, parent);
  gtk_widget_set_parent (self->switcher, parent);
  update_visibility (self);

  return GTK_WIDGET (self);
}

gboolean
drill_incident_panes_get_narrow (DrillIncidentPanes *self)
{
  g_return_val_if_fail (DRILL_IS_INCIDENT_PANES (self), FALSE);

  return self->narrow;
}

/* Goes to @pane where one is shown at a time. */
void
drill_incident_panes_show (DrillIncidentPanes *self,
                           DrillPane           pane)
{
  g_return_if_fail (DRILL_IS_INCIDENT_PANES (self));
  g_return_if_fail (pane < DRILL_N_PANES);

  adw_view_stack_set_visible_child_name (self->names, pane_names[pane]);
}

DrillPane
drill_incident_panes_get_shown (DrillIncidentPanes *self)
{
  const char *name;

  g_return_val_if_fail (DRILL_IS_INCIDENT_PANES (self), DRILL_PANE_TALK);

  name = adw_view_stack_get_visible_child_name (self->names);
  for (guint i = 0; i < DRILL_N_PANES; i++)
    {
      if (g_strcmp0 (name, pane_names[i]) == 0)
        return i;
    }

  return DRILL_PANE_TALK;
}

/* Marks a pane in the switcher until it is looked at. */
void
drill_incident_panes_set_news (DrillIncidentPanes *self,
                               DrillPane           pane,
                               gboolean            has_news)
{
  GtkWidget *page;

  g_return_if_fail (DRILL_IS_INCIDENT_PANES (self));
  g_return_if_fail (pane < DRILL_N_PANES);

  page = adw_view_stack_get_child_by_name (self->names, pane_names[pane]);
  adw_view_stack_page_set_needs_attention (adw_view_stack_get_page (self->names, page),
                                           has_news && pane != drill_incident_panes_get_shown (self));
}
