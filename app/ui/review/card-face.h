/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-record.h"
#include "study/answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DRILL_TYPE_CARD_FACE (drill_card_face_get_type ())
G_DECLARE_DERIVABLE_TYPE (DrillCardFace, drill_card_face, DRILL, CARD_FACE, AdwBin)

/**
 * DrillCardFaceClass:
 * @advance: goes one step on, such as revealing the answer
 * @fill: adds what the learner chose, ticked and typed to an answer
 * @uses_letter: (nullable): whether the key of this letter, from 'a' to 'z', means
 *   something to the card at present
 *
 * How one item is asked and answered. It begins with a question, goes through
 * steps by drill_card_face_advance(), and is ready to be graded at its end.
 *
 * Properties:
 *  action-label  what the next step is called; %NULL when the card itself is to
 *                be acted on, or there is no step left
 *  ready         whether it can be graded
 *  suggested     the #DrillRating that the answer speaks for
 *  fixed         whether there is nothing to choose about that
 *
 * Signals:
 *  ask-next (const char *key)  the learner wants this item to come next
 */
struct _DrillCardFaceClass
{
  AdwBinClass parent_class;

  void (*advance) (DrillCardFace *self);
  void (*fill)    (DrillCardFace *self,
                   DrillAnswer   *answer);
  gboolean (*uses_letter) (DrillCardFace *self,
                           int            letter);
};

/* Makes the face that fits the item's kind; a floating reference. */
GtkWidget  *drill_card_face_new              (DrillItemRecord *record);

void        drill_card_face_advance          (DrillCardFace   *self);
void        drill_card_face_fill             (DrillCardFace   *self,
                                              DrillAnswer     *answer);
gboolean    drill_card_face_uses_letter      (DrillCardFace   *self,
                                              int              letter);
const char *drill_card_face_get_action_label (DrillCardFace   *self);
gboolean    drill_card_face_get_ready        (DrillCardFace   *self);
int         drill_card_face_get_suggested    (DrillCardFace   *self);
gboolean    drill_card_face_get_fixed        (DrillCardFace   *self);

/* For the kinds of faces. */
void        drill_card_face_set_action_label (DrillCardFace   *self,
                                              const char      *label);
void        drill_card_face_set_suggested    (DrillCardFace   *self,
                                              int              rating);
void        drill_card_face_finish           (DrillCardFace   *self,
                                              int              suggested,
                                              gboolean         fixed);

G_END_DECLS
