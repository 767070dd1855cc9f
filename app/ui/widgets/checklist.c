/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A GtkListBox gives the arrow keys and one Tab stop for the whole list. To a
 * screen reader each row is the check box; the box drawn in it is decoration.
 */

#include "config.h"

#include "ui/widgets/checklist.h"

#include "pack/blocks.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/trailing-layout.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *row;
  GtkWidget *check;
} Point;

struct _DrillChecklist
{
  GtkWidget     parent_instance;

  GtkListBox   *list;
  GtkSizeGroup *grades;
  GArray       *points; /* (element-type Point) */
  guint         n_ticked;
};

G_DEFINE_FINAL_TYPE (DrillChecklist, drill_checklist, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_POINTS,
  PROP_N_TICKED,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
create_grade (DrillChecklist    *self,
              DrillKeyPointGrade grade,
              const char        *text)
{
  static const char *const classes[] = {
    [DRILL_GRADE_NONE] = "none",
    [DRILL_GRADE_MUST] = "must",
    [DRILL_GRADE_GOOD] = "good",
    [DRILL_GRADE_EXCELLENT] = "excellent",
  };
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "chip");
  if ((guint) grade < G_N_ELEMENTS (classes))
    gtk_widget_add_css_class (label, classes[grade]);
  gtk_size_group_add_widget (self->grades, label);

  return label;
}

static GtkWidget *
create_check (void)
{
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "valign", GTK_ALIGN_START,
                                   "can-focus", FALSE,
                                   "can-target", FALSE,
                                   NULL);

  return check;
}

static GtkWidget *
create_row (DrillChecklist    *self,
            GtkWidget         *check,
            const char        *markdown,
            DrillKeyPointGrade grade,
            const char        *grade_text)
{
  GtkWidget       *row = g_object_new (GTK_TYPE_LIST_BOX_ROW,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX,
                                       NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *text = drill_markdown_view_new (NULL);
  g_autofree char *plain = drill_markdown_to_plain (markdown);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (box, "point");
  gtk_box_append (GTK_BOX (box), check);

  drill_markdown_view_set_interactive (DRILL_MARKDOWN_VIEW (text), FALSE);
  drill_markdown_view_set_markdown (DRILL_MARKDOWN_VIEW (text), markdown);
  gtk_widget_set_layout_manager (content, drill_trailing_layout_new (12));
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), text);
  if (grade_text != NULL)
    gtk_box_append (GTK_BOX (content), create_grade (self, grade, grade_text));
  gtk_box_append (GTK_BOX (box), content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  if (grade_text != NULL)
    /* Translators: a key point and its grade, such as "Names the risk, must" */
    name = g_strdup_printf (C_ ("key point", "%s, %s"), plain, grade_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : plain,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);

  return row;
}

static void
row_activated_cb (DrillChecklist *self,
                  GtkListBoxRow  *row)
{
  guint index = gtk_list_box_row_get_index (row);

  drill_checklist_set_ticked (self, index, !drill_checklist_get_ticked (self, index));
}

static void
drill_checklist_dispose (GObject *object)
{
  DrillChecklist *self = DRILL_CHECKLIST (object);

  g_array_set_size (self->points, 0);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->grades);

  G_OBJECT_CLASS (drill_checklist_parent_class)->dispose (object);
}

static void
drill_checklist_finalize (GObject *object)
{
  g_array_unref (DRILL_CHECKLIST (object)->points);

  G_OBJECT_CLASS (drill_checklist_parent_class)->finalize (object);
}

static void
drill_checklist_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DrillChecklist *self = DRILL_CHECKLIST (object);

  switch (prop_id)
    {
    case PROP_N_POINTS:
      g_value_set_uint (value, self->points->len);
      break;
    case PROP_N_TICKED:
      g_value_set_uint (value, self->n_ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_checklist_class_init (DrillChecklistClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_checklist_dispose;
  object_class->finalize = drill_checklist_finalize;
  object_class->get_property = drill_checklist_get_property;

  properties[PROP_N_POINTS] =
    g_param_spec_uint ("n-points", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TICKED] =
    g_param_spec_uint ("n-ticked", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", DRILL_TYPE_CHECKLIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checklist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_checklist_init (DrillChecklist *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->grades = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Key points"),
                                  -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
drill_checklist_new (void)
{
  return g_object_new (DRILL_TYPE_CHECKLIST, NULL);
}

void
drill_checklist_append (DrillChecklist     *self,
                        const char         *markdown,
                        DrillKeyPointGrade  grade,
                        const char         *grade_text)
{
  Point point;

  g_return_if_fail (DRILL_IS_CHECKLIST (self));
  g_return_if_fail (markdown != NULL);

  point.check = create_check ();
  point.row = create_row (self, point.check, markdown, grade, grade_text);
  g_array_append_val (self->points, point);
  gtk_list_box_append (self->list, point.row);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_POINTS]);
}

void
drill_checklist_clear (DrillChecklist *self)
{
  gboolean had_ticked;

  g_return_if_fail (DRILL_IS_CHECKLIST (self));

  if (self->points->len == 0)
    return;

  had_ticked = self->n_ticked > 0;
  for (guint i = 0; i < self->points->len; i++)
    gtk_list_box_remove (self->list, g_array_index (self->points, Point, i).row);
  g_array_set_size (self->points, 0);
  self->n_ticked = 0;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_POINTS]);
  if (had_ticked)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TICKED]);
}

guint
drill_checklist_get_n_points (DrillChecklist *self)
{
  g_return_val_if_fail (DRILL_IS_CHECKLIST (self), 0);

  return self->points->len;
}

guint
drill_checklist_get_n_ticked (DrillChecklist *self)
{
  g_return_val_if_fail (DRILL_IS_CHECKLIST (self), 0);

  return self->n_ticked;
}

gboolean
drill_checklist_get_ticked (DrillChecklist *self,
                            guint           index)
{
  g_return_val_if_fail (DRILL_IS_CHECKLIST (self), FALSE);
  g_return_val_if_fail (index < self->points->len, FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (g_array_index (self->points, Point, index).check));
}

void
drill_checklist_set_ticked (DrillChecklist *self,
                            guint           index,
                            gboolean        ticked)
{
  const Point *point;

  g_return_if_fail (DRILL_IS_CHECKLIST (self));
  g_return_if_fail (index < self->points->len);

  ticked = !!ticked;
  if (drill_checklist_get_ticked (self, index) == ticked)
    return;

  point = &g_array_index (self->points, Point, index);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (point->check), ticked);
  gtk_accessible_update_state (GTK_ACCESSIBLE (point->row),
                               GTK_ACCESSIBLE_STATE_CHECKED,
                               ticked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);

  self->n_ticked += ticked ? 1 : -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TICKED]);
  g_signal_emit (self, signals[CHANGED], 0, index, ticked);
}
