/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Answers on their way to the disk. The next card does not wait for them. */

#include "config.h"

#include "ui/review/answer-saver.h"

#include <string.h>

struct _DrillAnswerSaver
{
  GObject     parent_instance;

  DrillStudy *study;
  guint       pending;
  GPtrArray  *failed; /* DrillAnswer */
  char       *message;
};

/* One answer on its way. */
typedef struct
{
  DrillAnswerSaver *saver;
  DrillAnswer      *answer;
} Save;

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_FAILED,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillAnswerSaver, drill_answer_saver, G_TYPE_OBJECT)

static void
set_message (DrillAnswerSaver *self,
             const char       *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Save                        *save = data;
  g_autoptr (DrillAnswerSaver) self = save->saver;
  g_autoptr (DrillAnswer)      answer = save->answer;
  g_autoptr (GError)           error = NULL;

  g_free (save);
  self->pending--;
  if (!drill_study_record_finish (DRILL_STUDY (source), result, &error))
    {
      g_ptr_array_add (self->failed, g_steal_pointer (&answer));
      set_message (self, error->message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static void
drill_answer_saver_finalize (GObject *object)
{
  DrillAnswerSaver *self = DRILL_ANSWER_SAVER (object);

  g_clear_object (&self->study);
  g_ptr_array_unref (self->failed);
  g_free (self->message);

  G_OBJECT_CLASS (drill_answer_saver_parent_class)->finalize (object);
}

static void
drill_answer_saver_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DrillAnswerSaver *self = DRILL_ANSWER_SAVER (object);

  switch (property_id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    case PROP_FAILED:
      g_value_set_uint (value, self->failed->len);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_answer_saver_class_init (DrillAnswerSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = drill_answer_saver_finalize;
  object_class->get_property = drill_answer_saver_get_property;

  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FAILED] = g_param_spec_uint ("failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
drill_answer_saver_init (DrillAnswerSaver *self)
{
  self->failed = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_answer_free);
}

DrillAnswerSaver *
drill_answer_saver_new (DrillStudy *study)
{
  DrillAnswerSaver *self = g_object_new (DRILL_TYPE_ANSWER_SAVER, NULL);

  self->study = g_object_ref (study);

  return self;
}

void
drill_answer_saver_save (DrillAnswerSaver  *self,
                         const DrillAnswer *answer)
{
  Save *save;

  g_return_if_fail (DRILL_IS_ANSWER_SAVER (self));
  g_return_if_fail (answer != NULL);

  save = g_new0 (Save, 1);
  save->saver = g_object_ref (self);
  save->answer = drill_answer_copy (answer);
  self->pending++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  drill_study_record_async (self->study, answer, recorded_cb, save);
}

/* Sends what failed again. The same fact cannot be stored twice. */
void
drill_answer_saver_retry (DrillAnswerSaver *self)
{
  g_autoptr (GPtrArray) again = NULL;

  g_return_if_fail (DRILL_IS_ANSWER_SAVER (self));

  again = g_steal_pointer (&self->failed);
  self->failed = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_answer_free);
  set_message (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
  for (guint i = 0; i < again->len; i++)
    drill_answer_saver_save (self, g_ptr_array_index (again, i));
}

/* Forgets an answer that could not be stored, since it was taken back. Returns: FALSE
 * when it is not one of those */
gboolean
drill_answer_saver_drop (DrillAnswerSaver *self,
                         const guint8     *uuid)
{
  g_return_val_if_fail (DRILL_IS_ANSWER_SAVER (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  for (guint i = 0; i < self->failed->len; i++)
    {
      const DrillAnswer *answer = g_ptr_array_index (self->failed, i);

      if (memcmp (answer->uuid, uuid, DRILL_UUID_SIZE) != 0)
        continue;
      g_ptr_array_remove_index (self->failed, i);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
      return TRUE;
    }

  return FALSE;
}

guint
drill_answer_saver_get_pending (DrillAnswerSaver *self)
{
  g_return_val_if_fail (DRILL_IS_ANSWER_SAVER (self), 0);

  return self->pending;
}

guint
drill_answer_saver_get_failed (DrillAnswerSaver *self)
{
  g_return_val_if_fail (DRILL_IS_ANSWER_SAVER (self), 0);

  return self->failed->len;
}

const char *
drill_answer_saver_get_message (DrillAnswerSaver *self)
{
  g_return_val_if_fail (DRILL_IS_ANSWER_SAVER (self), NULL);

  return self->message;
}
