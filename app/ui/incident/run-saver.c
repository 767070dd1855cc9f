/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A run on its way to the disk.
 *
 *   save --> next --> writing --> on the disk
 *              ^         |
 *              +- retry -+ failed
 *
 * The player never waits for it. Each save names the whole run, so whatever
 * waits is replaced by what is newer.
 */

#include "config.h"

#include "ui/incident/run-saver.h"

struct _DrillRunSaver
{
  GObject         parent_instance;

  DrillStudy     *study;
  DrillRunRecord *next;    /* (nullable): waits for the one that is written */
  DrillRunRecord *writing; /* (nullable) */
  DrillRunRecord *failed;  /* (nullable): the newest that could not be written */
  char           *message;
};

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillRunSaver, drill_run_saver, G_TYPE_OBJECT)

static void write_next (DrillRunSaver *self);

static void
set_message (DrillRunSaver *self,
             const char    *message)
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
  g_autoptr (DrillRunSaver)  self = data;
  g_autoptr (DrillRunRecord) record = g_steal_pointer (&self->writing);
  g_autoptr (GError)         error = NULL;

  if (drill_study_save_run_finish (DRILL_STUDY (source), result, &error))
    {
      g_clear_pointer (&self->failed, drill_run_record_free);
      set_message (self, NULL);
    }
  else
    {
      g_clear_pointer (&self->failed, drill_run_record_free);
      self->failed = g_steal_pointer (&record);
      set_message (self, error->message);
    }
  write_next (self);
}

static void
write_next (DrillRunSaver *self)
{
  if (self->writing != NULL)
    return;
  if (self->next == NULL)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
      return;
    }

  self->writing = g_steal_pointer (&self->next);
  drill_study_save_run_async (self->study, self->writing, saved_cb, g_object_ref (self));
}

static void
drill_run_saver_finalize (GObject *object)
{
  DrillRunSaver *self = DRILL_RUN_SAVER (object);

  g_clear_object (&self->study);
  drill_run_record_free (self->next);
  drill_run_record_free (self->writing);
  drill_run_record_free (self->failed);
  g_free (self->message);

  G_OBJECT_CLASS (drill_run_saver_parent_class)->finalize (object);
}

static void
drill_run_saver_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DrillRunSaver *self = DRILL_RUN_SAVER (object);

  switch (property_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, drill_run_saver_get_pending (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_run_saver_class_init (DrillRunSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = drill_run_saver_finalize;
  object_class->get_property = drill_run_saver_get_property;

  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
drill_run_saver_init (DrillRunSaver *self)
{
}

DrillRunSaver *
drill_run_saver_new (DrillStudy *study)
{
  DrillRunSaver *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);

  self = g_object_new (DRILL_TYPE_RUN_SAVER, NULL);
  self->study = g_object_ref (study);

  return self;
}

void
drill_run_saver_save (DrillRunSaver        *self,
                      const DrillRunRecord *record)
{
  g_return_if_fail (DRILL_IS_RUN_SAVER (self));
  g_return_if_fail (record != NULL);

  g_clear_pointer (&self->next, drill_run_record_free);
  self->next = drill_run_record_copy (record);
  write_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

void
drill_run_saver_retry (DrillRunSaver *self)
{
  g_autoptr (DrillRunRecord) record = NULL;

  g_return_if_fail (DRILL_IS_RUN_SAVER (self));

  record = g_steal_pointer (&self->failed);
  if (record != NULL && self->next == NULL)
    drill_run_saver_save (self, record);
}

gboolean
drill_run_saver_get_pending (DrillRunSaver *self)
{
  g_return_val_if_fail (DRILL_IS_RUN_SAVER (self), FALSE);

  return self->writing != NULL || self->next != NULL;
}

const char *
drill_run_saver_get_message (DrillRunSaver *self)
{
  g_return_val_if_fail (DRILL_IS_RUN_SAVER (self), NULL);

  return self->message;
}
