/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "study/attempt.h"

G_BEGIN_DECLS

/**
 * DrillOptionOrder:
 * @source: for each place on screen, which option of the item stands there
 *
 * The order in which an item's options are shown.
 */
typedef struct
{
  guint  n_options;
  guint8 source[DRILL_ATTEMPT_MAX_OPTIONS];
} DrillOptionOrder;

void     drill_option_order_init    (DrillOptionOrder       *self,
                                     guint                   n_options);
void     drill_option_order_shuffle (DrillOptionOrder       *self,
                                     const DrillItem        *item,
                                     guint32                 seed);

/* Sets of options, from the order of the item to that on screen and back. */
guint    drill_option_order_to_shown   (const DrillOptionOrder *self,
                                        guint                   options);
guint    drill_option_order_from_shown (const DrillOptionOrder *self,
                                        guint                   shown);

/* As letters, "CABD"; parse refuses what is no order of so many options. */
char    *drill_option_order_to_text   (const DrillOptionOrder *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean drill_option_order_from_text (DrillOptionOrder       *self,
                                       const char             *text);

/* The texts of an item with the letters that they name put right. */
char    *drill_option_order_translate (const DrillOptionOrder *self,
                                       const DrillItem        *item,
                                       const char             *markdown,
                                       gboolean                is_option) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
