/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Steps on their way to the disk. Only one is written at a time: behind one that
 * failed the others wait, so what is stored is always the beginning of what happened.
 */

#include "config.h"

#include "ui/attempt/step-saver.h"

struct _DrillStepSaver
{
  GObject              parent_instance;

  DrillStudy          *study;
  const DrillStepKind *kind;
  GQueue               steps;   /* the first one is written */
  gboolean             writing;
  char                *message; /* (nullable): the first one failed */
};

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillStepSaver, drill_step_saver, G_TYPE_OBJECT)

static void write_next (DrillStepSaver *self);

static void
set_message (DrillStepSaver *self,
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
  g_autoptr (DrillStepSaver) self = data;
  g_autoptr (GError)         error = NULL;

  self->writing = FALSE;
  if (!self->kind->save_finish (DRILL_STUDY (source), result, &error))
    {
      set_message (self, error->message);
      return;
    }

  self->kind->unref (g_queue_pop_head (&self->steps));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  write_next (self);
}

static void
write_next (DrillStepSaver *self)
{
  if (self->writing || self->message != NULL || g_queue_is_empty (&self->steps))
    return;

  self->writing = TRUE;
  self->kind->save_async (self->study, g_queue_peek_head (&self->steps), saved_cb, g_object_ref (self));
}

static void
drill_step_saver_finalize (GObject *object)
{
  DrillStepSaver *self = DRILL_STEP_SAVER (object);

  g_queue_clear_full (&self->steps, self->kind->unref);
  g_clear_object (&self->study);
  g_free (self->message);

  G_OBJECT_CLASS (drill_step_saver_parent_class)->finalize (object);
}

static void
drill_step_saver_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DrillStepSaver *self = DRILL_STEP_SAVER (object);

  switch (property_id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, drill_step_saver_get_pending (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_step_saver_class_init (DrillStepSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = drill_step_saver_finalize;
  object_class->get_property = drill_step_saver_get_property;

  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
drill_step_saver_init (DrillStepSaver *self)
{
  g_queue_init (&self->steps);
}

DrillStepSaver *
drill_step_saver_new (DrillStudy          *study,
                      const DrillStepKind *kind)
{
  DrillStepSaver *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (DRILL_TYPE_STEP_SAVER, NULL);
  self->study = g_object_ref (study);
  self->kind = kind;

  return self;
}

void
drill_step_saver_save (DrillStepSaver *self,
                       gpointer        step)
{
  g_return_if_fail (DRILL_IS_STEP_SAVER (self));
  g_return_if_fail (step != NULL);

  g_queue_push_tail (&self->steps, self->kind->ref (step));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  write_next (self);
}

void
drill_step_saver_retry (DrillStepSaver *self)
{
  g_return_if_fail (DRILL_IS_STEP_SAVER (self));

  set_message (self, NULL);
  write_next (self);
}

guint
drill_step_saver_get_pending (DrillStepSaver *self)
{
  g_return_val_if_fail (DRILL_IS_STEP_SAVER (self), 0);

  return g_queue_get_length (&self->steps);
}

const char *
drill_step_saver_get_message (DrillStepSaver *self)
{
  g_return_val_if_fail (DRILL_IS_STEP_SAVER (self), NULL);

  return self->message;
}
