/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A GtkListBox of DrillOptionRow. The set of what is chosen is kept here; the
 * rows only show it.
 */

#include "config.h"

#include "ui/widgets/option-list.h"

#include "ui/widgets/key-shortcut.h"
#include "ui/widgets/option-row.h"

#include <glib/gi18n.h>

struct _DrillOptionList
{
  GtkWidget   parent_instance;

  GtkListBox *list;
  guint       n_options;
  guint       n_keys; /* letters that have a shortcut; it outlives a clear */
  guint       chosen;
  guint       multiple : 1;
  guint       revealed : 1;
};

G_DEFINE_FINAL_TYPE (DrillOptionList, drill_option_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MULTIPLE,
  PROP_REVEALED,
  N_PROPS,
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static DrillOptionRow *
get_row (DrillOptionList *self,
         guint            index)
{
  return DRILL_OPTION_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

/* What the user did to the option at @index. */
static void
choose (DrillOptionList *self,
        guint            index)
{
  guint bit = 1u << index;

  if (self->revealed || (!self->multiple && self->chosen == bit))
    return;

  drill_option_list_set_chosen (self, self->multiple ? self->chosen ^ bit : bit);
  g_signal_emit (self, signals[CHOSEN], 0, index, (self->chosen & bit) != 0);
}

static void
row_activated_cb (DrillOptionList *self,
                  GtkListBoxRow   *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  DrillOptionList *self = DRILL_OPTION_LIST (widget);
  guint            index = g_variant_get_uint32 (args);

  if (!drill_key_shortcut_applies (widget) || self->revealed || index >= self->n_options)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, index)));
  choose (self, index);

  return GDK_EVENT_STOP;
}

static void
drill_option_list_dispose (GObject *object)
{
  DrillOptionList *self = DRILL_OPTION_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  self->n_options = 0;

  G_OBJECT_CLASS (drill_option_list_parent_class)->dispose (object);
}

static void
drill_option_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DrillOptionList *self = DRILL_OPTION_LIST (object);

  switch (prop_id)
    {
    case PROP_MULTIPLE:
      g_value_set_boolean (value, self->multiple);
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_option_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DrillOptionList *self = DRILL_OPTION_LIST (object);

  switch (prop_id)
    {
    case PROP_MULTIPLE:
      drill_option_list_set_multiple (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_option_list_class_init (DrillOptionListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_option_list_dispose;
  object_class->get_property = drill_option_list_get_property;
  object_class->set_property = drill_option_list_set_property;

  properties[PROP_MULTIPLE] =
    g_param_spec_boolean ("multiple", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] =
    g_signal_new ("chosen", DRILL_TYPE_OPTION_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "optionlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_option_list_init (DrillOptionList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Options"),
                                  -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
drill_option_list_new (void)
{
  return g_object_new (DRILL_TYPE_OPTION_LIST, NULL);
}

gboolean
drill_option_list_get_multiple (DrillOptionList *self)
{
  g_return_val_if_fail (DRILL_IS_OPTION_LIST (self), FALSE);

  return self->multiple;
}

/* Set it before the options are appended: rows are made for one or the other. */
void
drill_option_list_set_multiple (DrillOptionList *self,
                                gboolean         multiple)
{
  g_return_if_fail (DRILL_IS_OPTION_LIST (self));
  g_return_if_fail (self->n_options == 0);

  multiple = !!multiple;
  if (self->multiple == multiple)
    return;

  self->multiple = multiple;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MULTIPLE]);
}

guint
drill_option_list_get_n_options (DrillOptionList *self)
{
  g_return_val_if_fail (DRILL_IS_OPTION_LIST (self), 0);

  return self->n_options;
}

guint
drill_option_list_get_chosen (DrillOptionList *self)
{
  g_return_val_if_fail (DRILL_IS_OPTION_LIST (self), 0);

  return self->chosen;
}

/* Sets what is chosen, as when an attempt is resumed; emits nothing. */
void
drill_option_list_set_chosen (DrillOptionList *self,
                              guint            options)
{
  g_return_if_fail (DRILL_IS_OPTION_LIST (self));
  g_return_if_fail (!self->revealed);
  g_return_if_fail (options >> self->n_options == 0);

  self->chosen = options;
  for (guint i = 0; i < self->n_options; i++)
    drill_option_row_set_chosen (get_row (self, i), (options >> i & 1) != 0);
}

gboolean
drill_option_list_get_revealed (DrillOptionList *self)
{
  g_return_val_if_fail (DRILL_IS_OPTION_LIST (self), FALSE);

  return self->revealed;
}

/* At most %DRILL_OPTION_LIST_MAX options; the alphabet ends there. */
void
drill_option_list_append (DrillOptionList *self,
                          const char      *markdown)
{
  g_return_if_fail (DRILL_IS_OPTION_LIST (self));
  g_return_if_fail (markdown != NULL);
  g_return_if_fail (self->n_options < DRILL_OPTION_LIST_MAX);
  g_return_if_fail (!self->revealed);

  gtk_list_box_append (self->list, drill_option_row_new (self->n_options, self->multiple, markdown));
  if (self->n_options == self->n_keys)
    {
      drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_a + self->n_keys, key_cb, g_variant_new_uint32 (self->n_keys));
      self->n_keys++;
    }
  self->n_options++;
}

void
drill_option_list_clear (DrillOptionList *self)
{
  g_return_if_fail (DRILL_IS_OPTION_LIST (self));

  while (self->n_options > 0)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, --self->n_options)));

  self->chosen = 0;
  if (self->revealed)
    {
      self->revealed = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
    }
}

/**
 * drill_option_list_reveal:
 * @correct: the set of right options
 * @reasons: (nullable) (array): for each option CommonMark or %NULL
 */
void
drill_option_list_reveal (DrillOptionList   *self,
                          guint              correct,
                          const char *const *reasons)
{
  g_return_if_fail (DRILL_IS_OPTION_LIST (self));
  g_return_if_fail (!self->revealed);

  for (guint i = 0; i < self->n_options; i++)
    drill_option_row_reveal (get_row (self, i),
                             (correct >> i & 1) != 0,
                             self->chosen != 0,
                             reasons != NULL ? reasons[i] : NULL);

  self->revealed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}
