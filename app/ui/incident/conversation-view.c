/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The conversation grows with the run's log. After a move only what is new is
 * appended; after an undo the log is shorter or different, and all is made anew.
 * A wait at the end may become longer, which only changes its words.
 * A question stays at the end until it is answered, with what was typed so far.
 */

#include "config.h"

#include "ui/incident/conversation-view.h"

#include "ui/incident/conversation-entry.h"

#include <glib/gi18n.h>

#define SPACING 18

/* What makes a step of the log different from another. */
typedef struct
{
  DrillRunStepKind kind;
  guint            section;
  gint64           end;
  guint            ticks;
} Shown;

struct _DrillConversationView
{
  AdwBin         parent_instance;

  DrillPlay     *play;
  GArray        *shown;  /* Shown: the log as far as it is on screen */
  GtkBox        *entries;
  GtkBox        *questions;
  GtkWidget     *scroller;
  GtkWidget     *scroll_target; /* (nullable), weak */
  guint          scroll_source;
  guint          scroll_frames; /* since the target was named */
};

G_DEFINE_FINAL_TYPE (DrillConversationView, drill_conversation_view, ADW_TYPE_BIN)

static gboolean
is_shown (DrillConversationView *self,
          guint                  index,
          const DrillRunStep    *step)
{
  const Shown *shown = &g_array_index (self->shown, Shown, index);

  return shown->kind == step->kind && shown->section == step->section && shown->end == step->end &&
         shown->ticks == step->ticks;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
start_anew (DrillConversationView *self)
{
  g_array_set_size (self->shown, 0);
  clear_box (self->entries);
  gtk_box_append (self->entries, drill_conversation_briefing_new (drill_play_get_scenario (self->play)));
}

/* Whether the hub only says again what it said before. */
static gboolean
is_return (DrillConversationView *self,
           const DrillRunStep    *step)
{
  if (step->kind != DRILL_STEP_ENTERED || !drill_play_is_hub (self->play, step->section))
    return FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = &g_array_index (self->shown, Shown, i);

      if (shown->kind == DRILL_STEP_ENTERED && shown->section == step->section)
        return TRUE;
    }

  return FALSE;
}

/* Shows the top of what is new, once it has its place: the frame after the one
 * in which it was named. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  DrillConversationView *self = DRILL_CONVERSATION_VIEW (widget);
  GtkAdjustment         *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget             *column = gtk_widget_get_parent (GTK_WIDGET (self->entries));
  graphene_rect_t        bounds;

  if (self->scroll_target != NULL && gtk_widget_get_mapped (self->scroll_target))
    {
      if (gtk_widget_get_height (self->scroll_target) == 0 || self->scroll_frames++ == 0)
        return G_SOURCE_CONTINUE;
      if (gtk_widget_compute_bounds (self->scroll_target, column, &bounds))
        gtk_adjustment_set_value (adjustment, bounds.origin.y);
    }
  g_clear_weak_pointer (&self->scroll_target);
  self->scroll_source = 0;

  return G_SOURCE_REMOVE;
}

static void
scroll_to (DrillConversationView *self,
           GtkWidget             *widget)
{
  g_set_weak_pointer (&self->scroll_target, widget);
  self->scroll_frames = 0;
  if (self->scroll_source == 0)
    self->scroll_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* Goes to the first of what is new; of a run that is taken up again, to where it
 * stands. */
static void
append_steps (DrillConversationView *self)
{
  GPtrArray *log = drill_run_get_log (drill_play_get_run (self->play));
  GtkWidget *first = NULL;
  gboolean   anew = self->shown->len == 0;

  for (guint i = self->shown->len; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);
      Shown               shown = { step->kind, step->section, step->end, step->ticks };
      GtkWidget          *entry;

      if (!is_return (self, step))
        {
          entry = drill_conversation_step_new (self->play, step, i + 1 == log->len);
          gtk_box_append (self->entries, entry);
          /* Who thinks and reads is not taken elsewhere because time passes. */
          if ((first == NULL || anew) && step->kind != DRILL_STEP_WAITED)
            first = entry;
        }
      g_array_append_val (self->shown, shown);
    }
  if (first != NULL)
    scroll_to (self, first);
}

/* Whether all that is new is that the wait at the end has become longer. */
static gboolean
waits_on (DrillConversationView *self,
          guint                  same)
{
  DrillScenario      *scenario = drill_play_get_scenario (self->play);
  GPtrArray          *log = drill_run_get_log (drill_play_get_run (self->play));
  const DrillRunStep *step;
  Shown              *shown;

  if (same + 1 != self->shown->len || same >= log->len)
    return FALSE;

  step = g_ptr_array_index (log, same);
  shown = &g_array_index (self->shown, Shown, same);
  if (step->kind != DRILL_STEP_WAITED || shown->kind != DRILL_STEP_WAITED || step->end < shown->end)
    return FALSE;

  drill_conversation_step_wait_on (gtk_widget_get_last_child (GTK_WIDGET (self->entries)), scenario, step);
  shown->end = step->end;

  return TRUE;
}

static GtkWidget *
find_question (DrillConversationView *self,
               guint                  section)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (drill_question_view_get_section (DRILL_QUESTION_VIEW (child)) == section)
        return child;
    }

  return NULL;
}

static gboolean
contains (GArray *sections,
          guint   section)
{
  for (guint i = 0; i < sections->len; i++)
    {
      if (g_array_index (sections, guint, i) == section)
        return TRUE;
    }

  return FALSE;
}

/* Those that stay keep their widget, and with it what was typed. */
static void
update_questions (DrillConversationView *self)
{
  g_autoptr (GArray) open = drill_run_get_questions (drill_play_get_run (self->play));
  GtkWidget         *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!contains (open, drill_question_view_get_section (DRILL_QUESTION_VIEW (child))))
        gtk_box_remove (self->questions, child);
      child = next;
    }
  for (guint i = 0; i < open->len; i++)
    {
      guint section = g_array_index (open, guint, i);

      if (find_question (self, section) == NULL)
        {
          GtkWidget *question = drill_question_view_new (self->play, section);

          g_signal_connect_object (question, "grown", G_CALLBACK (scroll_to), self, G_CONNECT_SWAPPED);
          gtk_box_append (self->questions, question);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->questions), open->len > 0);
}

static void
drill_conversation_view_dispose (GObject *object)
{
  DrillConversationView *self = DRILL_CONVERSATION_VIEW (object);

  if (self->scroll_source != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_source);
  self->scroll_source = 0;
  g_clear_weak_pointer (&self->scroll_target);
  g_clear_object (&self->play);

  G_OBJECT_CLASS (drill_conversation_view_parent_class)->dispose (object);
}

static void
drill_conversation_view_finalize (GObject *object)
{
  g_array_unref (DRILL_CONVERSATION_VIEW (object)->shown);

  G_OBJECT_CLASS (drill_conversation_view_parent_class)->finalize (object);
}

static void
drill_conversation_view_class_init (DrillConversationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_conversation_view_dispose;
  object_class->finalize = drill_conversation_view_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_conversation_view_init (DrillConversationView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *clamp = adw_clamp_new ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->entries = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  self->questions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->entries));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->questions));
  gtk_widget_set_margin_top (column, 12);
  gtk_widget_set_margin_bottom (column, 12);
  gtk_widget_set_margin_start (column, 12);
  gtk_widget_set_margin_end (column, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  /* So that what has nothing to focus can be scrolled by keys. */
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conversation"), -1);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conversation"), -1);
}

GtkWidget *
drill_conversation_view_new (DrillPlay *play)
{
  DrillConversationView *self;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_CONVERSATION_VIEW, NULL);
  self->play = g_object_ref (play);
  start_anew (self);
  drill_conversation_view_refresh (self);

  return GTK_WIDGET (self);
}

/* Brings the conversation in line with the run. */
void
drill_conversation_view_refresh (DrillConversationView *self)
{
  GPtrArray *log;
  guint      same = 0;

  g_return_if_fail (DRILL_IS_CONVERSATION_VIEW (self));

  log = drill_run_get_log (drill_play_get_run (self->play));
  while (same < self->shown->len && same < log->len && is_shown (self, same, g_ptr_array_index (log, same)))
    same++;
  if (same < self->shown->len && !waits_on (self, same))
    start_anew (self);
  append_steps (self);
  update_questions (self);
}

/* Returns: (transfer none) (nullable): the newest open question */
DrillQuestionView *
drill_conversation_view_get_question (DrillConversationView *self)
{
  GtkWidget *last;

  g_return_val_if_fail (DRILL_IS_CONVERSATION_VIEW (self), NULL);

  last = gtk_widget_get_last_child (GTK_WIDGET (self->questions));

  return last != NULL ? DRILL_QUESTION_VIEW (last) : NULL;
}
