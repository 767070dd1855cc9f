/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Changes on their way to the disk. Only one is written at a time: behind one that
 * failed the others wait, so what is stored is always the beginning of what happened.
 */

#include "config.h"

#include "ui/interview/mock-saver.h"

struct _DrillMockSaver
{
  GObject     parent_instance;

  DrillStudy *study;
  GQueue      changes;   /* DrillMockChange; the first one is written */
  gboolean    writing;
  char       *message; /* (nullable): the first one failed */
};

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillMockSaver, drill_mock_saver, G_TYPE_OBJECT)

static void write_next (DrillMockSaver *self);

static void
set_message (DrillMockSaver *self,
             const char     *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DrillMockSaver) self = data;
  g_autoptr (GError)         error = NULL;

  self->writing = FALSE;
  if (!drill_study_save_mock_finish (DRILL_STUDY (source), result, &error))
    {
      set_message (self, error->message);
      return;
    }

  drill_mock_change_unref (g_queue_pop_head (&self->changes));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  write_next (self);
}

static void
write_next (DrillMockSaver *self)
{
  if (self->writing || self->message != NULL || g_queue_is_empty (&self->changes))
    return;

  self->writing = TRUE;
  drill_study_save_mock_async (self->study, g_queue_peek_head (&self->changes), saved_cb, g_object_ref (self));
}

static void
drill_mock_saver_finalize (GObject *object)
{
  DrillMockSaver *self = DRILL_MOCK_SAVER (object);

  g_queue_clear_full (&self->changes, (GDestroyNotify) drill_mock_change_unref);
  g_clear_object (&self->study);
  g_free (self->message);

  G_OBJECT_CLASS (drill_mock_saver_parent_class)->finalize (object);
}

static void
drill_mock_saver_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DrillMockSaver *self = DRILL_MOCK_SAVER (object);

  switch (property_id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, drill_mock_saver_get_pending (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_mock_saver_class_init (DrillMockSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = drill_mock_saver_finalize;
  object_class->get_property = drill_mock_saver_get_property;

  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
drill_mock_saver_init (DrillMockSaver *self)
{
  g_queue_init (&self->changes);
}

DrillMockSaver *
drill_mock_saver_new (DrillStudy *study)
{
  DrillMockSaver *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);

  self = g_object_new (DRILL_TYPE_MOCK_SAVER, NULL);
  self->study = g_object_ref (study);

  return self;
}

void
drill_mock_saver_save (DrillMockSaver *self,
                       DrillMockChange *change)
{
  g_return_if_fail (DRILL_IS_MOCK_SAVER (self));
  g_return_if_fail (change != NULL);

  g_queue_push_tail (&self->changes, drill_mock_change_ref (change));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  write_next (self);
}

void
drill_mock_saver_retry (DrillMockSaver *self)
{
  g_return_if_fail (DRILL_IS_MOCK_SAVER (self));

  set_message (self, NULL);
  write_next (self);
}

guint
drill_mock_saver_get_pending (DrillMockSaver *self)
{
  g_return_val_if_fail (DRILL_IS_MOCK_SAVER (self), 0);

  return g_queue_get_length (&self->changes);
}

const char *
drill_mock_saver_get_message (DrillMockSaver *self)
{
  g_return_val_if_fail (DRILL_IS_MOCK_SAVER (self), NULL);

  return self->message;
}
