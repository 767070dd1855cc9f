/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/review/review-page.h"

#include "study/session.h"
#include "ui/review/answer-saver.h"
#include "ui/review/card-face.h"
#include "ui/review/card-timer.h"
#include "ui/widgets/grade-bar.h"

G_BEGIN_DECLS

/* What the files of DrillReviewPage share. */

struct _DrillReviewPage
{
  AdwBin            parent_instance;

  DrillLibrary     *library;
  DrillStudy       *study;
  DrillSession     *session; /* (nullable): until the queue is loaded */
  DrillAnswerSaver *saver;
  GCancellable     *cancellable;
  GCancellable     *loading;      /* (nullable): of the card that is being read */
  DrillItemRecord  *record;       /* (nullable): of the card on screen */
  DrillItemRecord  *ahead;        /* (nullable): of the card that likely comes next */
  DrillCardFace    *face;         /* (nullable): the card on screen, owned by its parent */
  GHashTable       *titles;       /* key to title of the cards that were shown */
  DrillCardTimer    timer;
  gboolean          answered;     /* the card on screen; the next one is being read */
  gboolean          paused;
  guint             older_undone; /* steps from before this sitting that were taken back */
  char             *leech_key;    /* (nullable): of the card that the bar speaks of */

  AdwToastOverlay  *toasts;
  GtkLabel         *position_label;
  GtkLabel         *flag_label;
  GtkProgressBar   *progress_bar;
  GtkLabel         *saved_label;
  GtkMenuButton    *menu_button;
  GtkInfoBar       *failure_bar;
  GtkLabel         *failure_label;
  GtkInfoBar       *leech_bar;
  GtkLabel         *leech_label;
  GtkStack         *states;
  AdwBin           *place;
  GtkWidget        *continue_button;
  GtkWidget        *bar_area;
  GtkStack         *bar;
  GtkButton        *action_button;
  DrillGradeBar    *grade_bar;
};

/* review-page.c */
gint64      drill_review_page_wall_ms      (DrillReviewPage *self);
void        drill_review_page_show_position  (DrillReviewPage *self);
void        drill_review_page_show_flag      (DrillReviewPage *self);
void        drill_review_page_show_suggested (DrillReviewPage *self);
void        drill_review_page_update_bar     (DrillReviewPage *self);
void        drill_review_page_update_watch (DrillReviewPage *self);
void        drill_review_page_update_actions (DrillReviewPage *self);
void        drill_review_page_toast        (DrillReviewPage *self,
                                            const char      *text,
                                            const char      *button,
                                            const char      *action_name);
char       *drill_review_page_dup_title    (DrillReviewPage *self,
                                            const char      *key) G_GNUC_WARN_UNUSED_RESULT;

/* review-cards.c: from the session's current card to what is on screen */
void        drill_review_page_show_current   (DrillReviewPage *self);
void        drill_review_page_show_next      (DrillReviewPage *self);
void        drill_review_page_focus_card     (DrillReviewPage *self);
void        drill_review_page_forget_ahead   (DrillReviewPage *self);

/* review-steps.c: undo and redo */
void        drill_review_page_undo         (DrillReviewPage *self);
void        drill_review_page_redo         (DrillReviewPage *self);

/* review-actions.c: what can be done with the card besides grading it */
void        drill_review_page_install_actions (GtkWidgetClass  *widget_class);
void        drill_review_page_add_keys        (DrillReviewPage *self);
void        drill_review_page_set_paused      (DrillReviewPage *self,
                                               gboolean         paused);
void        drill_review_page_offer_leech     (DrillReviewPage *self,
                                               const char      *key,
                                               guint            lapses);

G_END_DECLS
