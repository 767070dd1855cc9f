/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/option-letters.h"

G_BEGIN_DECLS

/* What option-letters.c reads. */

typedef struct
{
  const char *text;
  gsize       length;
  guint       n_options;
  gboolean    is_option;
  guint       taken;  /* letters that mean something else */
  guint8     *hidden; /* for each byte, whether it is code or an address */
} DrillOptionText;

gboolean drill_option_text_is_letter (const DrillOptionText *self,
                                      gsize                  i);
guint    drill_option_text_letter_bit (const DrillOptionText *self,
                                       gsize                  i);
char    *drill_option_text_word_before (const DrillOptionText *self,
                                        gsize                  i,
                                        gsize                 *start,
                                        gboolean              *bracket,
                                        gboolean              *colon);
char    *drill_option_text_word_after (const DrillOptionText *self,
                                       gsize                  i,
                                       gsize                 *end);
gboolean drill_option_text_ends_clause (const DrillOptionText *self,
                                        gsize                  i);
gsize    drill_option_text_joint_end (const DrillOptionText *self,
                                      gsize                  i);
guint    drill_option_text_find_list (const DrillOptionText *self,
                                      gsize                  i,
                                      gsize                  places[DRILL_OPTION_LETTERS_MAX]);
void     drill_option_text_init (DrillOptionText *self,
                                 const char      *markdown,
                                 guint            n_options,
                                 gboolean         is_option,
                                 guint            taken);

G_END_DECLS
