/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What the faces of all kinds of cards have in common. */

#include "config.h"

#include "ui/review/card-face.h"

#include "ui/review/mcq-face.h"
#include "ui/review/question-face.h"
#include "ui/review/transcript-face.h"

typedef struct
{
  char    *action_label;
  gboolean ready;
  int      suggested;
  gboolean fixed;
} DrillCardFacePrivate;

enum
{
  PROP_0,
  PROP_ACTION_LABEL,
  PROP_READY,
  PROP_SUGGESTED,
  PROP_FIXED,
  N_PROPS,
};

enum
{
  SIGNAL_ASK_NEXT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DrillCardFace, drill_card_face, ADW_TYPE_BIN)

static void
drill_card_face_finalize (GObject *object)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (DRILL_CARD_FACE (object));

  g_free (priv->action_label);

  G_OBJECT_CLASS (drill_card_face_parent_class)->finalize (object);
}

static void
drill_card_face_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (DRILL_CARD_FACE (object));

  switch (property_id)
    {
    case PROP_ACTION_LABEL:
      g_value_set_string (value, priv->action_label);
      break;
    case PROP_READY:
      g_value_set_boolean (value, priv->ready);
      break;
    case PROP_SUGGESTED:
      g_value_set_int (value, priv->suggested);
      break;
    case PROP_FIXED:
      g_value_set_boolean (value, priv->fixed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_card_face_class_init (DrillCardFaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = drill_card_face_finalize;
  object_class->get_property = drill_card_face_get_property;

  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_SUGGESTED] =
      g_param_spec_int ("suggested", NULL, NULL, 0, DRILL_RATING_EASY, 0, flags);
  properties[PROP_FIXED] = g_param_spec_boolean ("fixed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ASK_NEXT] = g_signal_new ("ask-next",
                                           DRILL_TYPE_CARD_FACE,
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
drill_card_face_init (DrillCardFace *self)
{
}

GtkWidget *
drill_card_face_new (DrillItemRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  switch (record->item->kind)
    {
    case DRILL_ITEM_MCQ:
      return drill_mcq_face_new (record);
    case DRILL_ITEM_TRANSCRIPT:
      return drill_transcript_face_new (record);
    case DRILL_ITEM_QUESTION:
    case DRILL_ITEM_FOLLOW_UP:
    case DRILL_ITEM_SCENARIO:
    default:
      return drill_question_face_new (record);
    }
}

void
drill_card_face_advance (DrillCardFace *self)
{
  g_return_if_fail (DRILL_IS_CARD_FACE (self));

  DRILL_CARD_FACE_GET_CLASS (self)->advance (self);
}

void
drill_card_face_fill (DrillCardFace *self,
                      DrillAnswer   *answer)
{
  g_return_if_fail (DRILL_IS_CARD_FACE (self));
  g_return_if_fail (answer != NULL);

  DRILL_CARD_FACE_GET_CLASS (self)->fill (self, answer);
}

gboolean
drill_card_face_uses_letter (DrillCardFace *self,
                             int            letter)
{
  DrillCardFaceClass *klass;

  g_return_val_if_fail (DRILL_IS_CARD_FACE (self), FALSE);

  klass = DRILL_CARD_FACE_GET_CLASS (self);

  return klass->uses_letter != NULL && klass->uses_letter (self, letter);
}

const char *
drill_card_face_get_action_label (DrillCardFace *self)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_val_if_fail (DRILL_IS_CARD_FACE (self), NULL);

  return priv->action_label;
}

gboolean
drill_card_face_get_ready (DrillCardFace *self)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_val_if_fail (DRILL_IS_CARD_FACE (self), FALSE);

  return priv->ready;
}

int
drill_card_face_get_suggested (DrillCardFace *self)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_val_if_fail (DRILL_IS_CARD_FACE (self), 0);

  return priv->suggested;
}

gboolean
drill_card_face_get_fixed (DrillCardFace *self)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_val_if_fail (DRILL_IS_CARD_FACE (self), FALSE);

  return priv->fixed;
}

/* @label: (nullable) */
void
drill_card_face_set_action_label (DrillCardFace *self,
                                  const char    *label)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_if_fail (DRILL_IS_CARD_FACE (self));

  if (g_strcmp0 (priv->action_label, label) == 0)
    return;

  g_free (priv->action_label);
  priv->action_label = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTION_LABEL]);
}

void
drill_card_face_set_suggested (DrillCardFace *self,
                               int            rating)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_if_fail (DRILL_IS_CARD_FACE (self));

  if (priv->suggested == rating)
    return;

  priv->suggested = rating;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTED]);
}

/* The last step is done: from now on the card can be graded. */
void
drill_card_face_finish (DrillCardFace *self,
                        int            suggested,
                        gboolean       fixed)
{
  DrillCardFacePrivate *priv = drill_card_face_get_instance_private (self);

  g_return_if_fail (DRILL_IS_CARD_FACE (self));
  g_return_if_fail (!priv->ready);

  drill_card_face_set_action_label (self, NULL);
  drill_card_face_set_suggested (self, suggested);
  if (fixed)
    {
      priv->fixed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIXED]);
    }
  priv->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}
