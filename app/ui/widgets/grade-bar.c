/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Each button shows the key, the word and, below, the interval. The suggested
 * one has a star besides its colour, and says so in its description.
 */

#include "config.h"

#include "ui/widgets/grade-bar.h"

#include "ui/widgets/columns-layout.h"
#include "ui/widgets/key-shortcut.h"

#include <glib/gi18n.h>

#define COLUMN_WIDTH 96 /* so four stand in a row from 400 px on */
#define SPACING 6

typedef struct
{
  GtkWidget *button;
  GtkWidget *key;
  GtkWidget *star;
  GtkWidget *interval;
} GradeButton;

struct _DrillGradeBar
{
  GtkWidget   parent_instance;

  GradeButton grades[DRILL_GRADE_BAR_N_GRADES];
  int         suggested; /* 0 for none */
  guint       two_buttons : 1;
};

G_DEFINE_FINAL_TYPE (DrillGradeBar, drill_grade_bar, GTK_TYPE_WIDGET)

static const char *const grade_words[DRILL_GRADE_BAR_N_GRADES] = {
  NC_ ("grade", "Again"),
  NC_ ("grade", "Hard"),
  NC_ ("grade", "Good"),
  NC_ ("grade", "Easy"),
};

enum
{
  PROP_0,
  PROP_SUGGESTED,
  PROP_TWO_BUTTONS,
  N_PROPS,
};

enum
{
  GRADED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Which key gives @grade, or 0 when its button is hidden. */
static int
key_of_grade (DrillGradeBar *self,
              int            grade)
{
  if (!self->two_buttons)
    return grade;

  return grade == 1 ? 1 : grade == 3 ? 2 : 0;
}

static void
update_button (DrillGradeBar *self,
               int            grade)
{
  GradeButton     *parts = &self->grades[grade - 1];
  const char      *word = g_dpgettext2 (GETTEXT_PACKAGE, "grade", grade_words[grade - 1]);
  const char      *interval = gtk_label_get_label (GTK_LABEL (parts->interval));
  gboolean         suggested = self->suggested == grade;
  int              key = key_of_grade (self, grade);
  g_autofree char *key_text = g_strdup_printf ("%d", key);
  g_autofree char *tooltip = g_strdup_printf ("%s (%d)", word, key);
  g_autofree char *name = NULL;

  if (*interval != '\0')
    /* Translators: a grade and when the card comes back, such as "Good, 8 days" */
    name = g_strdup_printf (C_ ("grade", "%s, %s"), word, interval);

  gtk_widget_set_visible (parts->button, key != 0);
  gtk_label_set_label (GTK_LABEL (parts->key), key_text);
  gtk_widget_set_visible (parts->star, suggested);
  gtk_widget_set_visible (parts->interval, *interval != '\0');
  gtk_widget_set_tooltip_text (parts->button, tooltip);
  if (suggested)
    gtk_widget_add_css_class (parts->button, "suggested-action");
  else
    gtk_widget_remove_css_class (parts->button, "suggested-action");

  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : word,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key_text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, suggested ? _ ("Suggested") : "",
                                  -1);
}

static void
update_all (DrillGradeBar *self)
{
  for (int grade = 1; grade <= DRILL_GRADE_BAR_N_GRADES; grade++)
    update_button (self, grade);
}

static void
clicked_cb (GtkButton *button,
            gpointer   user_data)
{
  DrillGradeBar *self = user_data;

  for (int i = 0; i < DRILL_GRADE_BAR_N_GRADES; i++)
    {
      if (self->grades[i].button == GTK_WIDGET (button))
        {
          g_signal_emit (self, signals[GRADED], 0, i + 1);
          return;
        }
    }
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  DrillGradeBar *self = DRILL_GRADE_BAR (widget);
  int            key = g_variant_get_int32 (args);

  if (!drill_key_shortcut_applies (widget))
    return GDK_EVENT_PROPAGATE;

  for (int grade = 1; grade <= DRILL_GRADE_BAR_N_GRADES; grade++)
    {
      if (key_of_grade (self, grade) == key)
        {
          g_signal_emit (self, signals[GRADED], 0, grade);
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

static void
create_button (DrillGradeBar *self,
               int            index)
{
  GradeButton *parts = &self->grades[index];
  GtkWidget   *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget   *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget   *word = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "grade", grade_words[index]));

  parts->key = gtk_label_new (NULL);
  gtk_widget_add_css_class (parts->key, "keycap");
  parts->star = gtk_image_new_from_icon_name ("starred-symbolic");
  parts->interval = gtk_label_new (NULL);
  gtk_widget_add_css_class (parts->interval, "interval");
  gtk_widget_add_css_class (parts->interval, "numeric");
  gtk_label_set_wrap (GTK_LABEL (parts->interval), TRUE);
  gtk_label_set_justify (GTK_LABEL (parts->interval), GTK_JUSTIFY_CENTER);

  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), parts->key);
  gtk_box_append (GTK_BOX (line), word);
  gtk_box_append (GTK_BOX (line), parts->star);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), line);
  gtk_box_append (GTK_BOX (content), parts->interval);

  parts->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (parts->button), content);
  g_signal_connect (parts->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (parts->button, GTK_WIDGET (self));
}

static void
drill_grade_bar_dispose (GObject *object)
{
  DrillGradeBar *self = DRILL_GRADE_BAR (object);

  for (int i = 0; i < DRILL_GRADE_BAR_N_GRADES; i++)
    g_clear_pointer (&self->grades[i].button, gtk_widget_unparent);

  G_OBJECT_CLASS (drill_grade_bar_parent_class)->dispose (object);
}

static void
drill_grade_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DrillGradeBar *self = DRILL_GRADE_BAR (object);

  switch (prop_id)
    {
    case PROP_SUGGESTED:
      g_value_set_int (value, self->suggested);
      break;
    case PROP_TWO_BUTTONS:
      g_value_set_boolean (value, self->two_buttons);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_grade_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DrillGradeBar *self = DRILL_GRADE_BAR (object);

  switch (prop_id)
    {
    case PROP_SUGGESTED:
      drill_grade_bar_set_suggested (self, g_value_get_int (value));
      break;
    case PROP_TWO_BUTTONS:
      drill_grade_bar_set_two_buttons (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The focus goes to what is suggested, so that Space there agrees. */
static gboolean
drill_grade_bar_grab_focus (GtkWidget *widget)
{
  DrillGradeBar *self = DRILL_GRADE_BAR (widget);
  int            grade = self->suggested > 0 ? self->suggested : 1;

  return gtk_widget_grab_focus (self->grades[grade - 1].button);
}

static void
drill_grade_bar_class_init (DrillGradeBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_grade_bar_dispose;
  object_class->get_property = drill_grade_bar_get_property;
  object_class->set_property = drill_grade_bar_set_property;
  widget_class->grab_focus = drill_grade_bar_grab_focus;

  properties[PROP_SUGGESTED] =
    g_param_spec_int ("suggested", NULL, NULL, 0, DRILL_GRADE_BAR_N_GRADES, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TWO_BUTTONS] =
    g_param_spec_boolean ("two-buttons", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[GRADED] =
    g_signal_new ("graded", DRILL_TYPE_GRADE_BAR, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "gradebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_grade_bar_init (DrillGradeBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), drill_columns_layout_new (COLUMN_WIDTH, SPACING));

  for (int i = 0; i < DRILL_GRADE_BAR_N_GRADES; i++)
    {
      create_button (self, i);
      drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_1 + i, key_cb, g_variant_new_int32 (i + 1));
      drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_KP_1 + i, key_cb, g_variant_new_int32 (i + 1));
    }

  update_all (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How well did you remember?"),
                                  -1);
}

GtkWidget *
drill_grade_bar_new (void)
{
  return g_object_new (DRILL_TYPE_GRADE_BAR, NULL);
}

void
drill_grade_bar_set_interval (DrillGradeBar *self,
                              int            grade,
                              const char    *text)
{
  g_return_if_fail (DRILL_IS_GRADE_BAR (self));
  g_return_if_fail (grade >= 1 && grade <= DRILL_GRADE_BAR_N_GRADES);

  gtk_label_set_label (GTK_LABEL (self->grades[grade - 1].interval), text != NULL ? text : "");
  update_button (self, grade);
}

int
drill_grade_bar_get_suggested (DrillGradeBar *self)
{
  g_return_val_if_fail (DRILL_IS_GRADE_BAR (self), 0);

  return self->suggested;
}

/* Highlights the button of @grade; 0 highlights none. */
void
drill_grade_bar_set_suggested (DrillGradeBar *self,
                               int            grade)
{
  g_return_if_fail (DRILL_IS_GRADE_BAR (self));
  g_return_if_fail (grade >= 0 && grade <= DRILL_GRADE_BAR_N_GRADES);

  if (self->suggested == grade)
    return;

  self->suggested = grade;
  update_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTED]);
}

gboolean
drill_grade_bar_get_two_buttons (DrillGradeBar *self)
{
  g_return_val_if_fail (DRILL_IS_GRADE_BAR (self), FALSE);

  return self->two_buttons;
}

void
drill_grade_bar_set_two_buttons (DrillGradeBar *self,
                                 gboolean       two_buttons)
{
  g_return_if_fail (DRILL_IS_GRADE_BAR (self));

  two_buttons = !!two_buttons;
  if (self->two_buttons == two_buttons)
    return;

  self->two_buttons = two_buttons;
  update_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TWO_BUTTONS]);
}
