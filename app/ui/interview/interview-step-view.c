/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   +-----------------------------------------+
 *   |  Follow-up                              |
 *   |  How do you contain it within minutes?  |
 *   |  [ your answer, optional              ] |
 *   |  ----------- model answer ------------- |   once one has answered
 *   |  [x] Takes the instance out    must     |
 *   |  [ ] Names the limit           good     |
 *   |-----------------------------------------|
 *   |  (Skip)              (Show Model Answer)|
 *   +-----------------------------------------+
 *
 * One view lives as long as its question is on screen. What is typed is stored when
 * typing pauses. Suggestions stand beside the grade of a point; they tick nothing.
 */

#include "config.h"

#include "ui/interview/interview-step-view.h"

#include "study/mock-hint.h"
#include "ui/format/format.h"
#include "ui/interview/interview-format.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/answer-box.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/key-shortcut.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/option-list.h"

#include <glib/gi18n.h>

/* So long after a key what was typed is on its way to the disk. */
#define PAUSE_MS 800

struct _DrillInterviewStepView
{
  AdwBin              parent_instance;

  DrillInterviewPlay *play;
  GCancellable       *cancellable;
  guint               step;
  guint               source; /* of what is typed and not yet stored */
  gboolean            marking;

  GtkBox             *column;
  GtkScrolledWindow  *scroller;
  DrillAnswerBox     *words;      /* (nullable) */
  DrillOptionList    *options;    /* (nullable) */
  DrillChecklist     *points;     /* (nullable): while it is marked */
  GtkLabel           *state;      /* (nullable): of an incident, or whether a choice was right */
  GtkWidget          *first;      /* (nullable): where the marking begins */
  GtkButton          *skip;
  GtkButton          *next;
};

G_DEFINE_FINAL_TYPE (DrillInterviewStepView, drill_interview_step_view, ADW_TYPE_BIN)

static const DrillMockStep *
get_step (DrillInterviewStepView *self)
{
  return drill_mock_get_step (drill_interview_play_get_mock (self->play), self->step);
}

static const DrillMockEntry *
get_entry (DrillInterviewStepView *self)
{
  return drill_mock_run_get_entry (drill_interview_play_get_mock (self->play)->run, self->step);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static gboolean
pause_cb (gpointer data)
{
  DrillInterviewStepView *self = data;

  self->source = 0;
  drill_interview_step_view_flush (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (DrillInterviewStepView *self)
{
  if (self->marking)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void
chosen_cb (DrillInterviewStepView *self)
{
  if (!self->marking)
    drill_interview_play_choose (self->play, drill_option_list_get_chosen (self->options));
}

static void
ticked_cb (DrillInterviewStepView *self)
{
  guint ticks = 0;

  for (guint i = 0; i < drill_checklist_get_n_points (self->points); i++)
    {
      if (drill_checklist_get_ticked (self->points, i))
        ticks |= 1u << i;
    }
  drill_interview_play_tick_points (self->play, ticks);
}

static void
show_incident (DrillInterviewStepView *self)
{
  const char                   *text = get_entry (self)->incident;
  g_autoptr (DrillMockIncident) incident = text != NULL ? drill_mock_incident_from_text (text) : NULL;
  g_autofree char              *label = NULL;

  if (incident == NULL)
    label = g_strdup (_("Not played yet. The clock of the interview runs while you play."));
  else if (incident->over)
    /* Translators: points and best points of an incident */
    label = g_strdup_printf (_("Played: %d of %u points"), (int) incident->score, incident->max);
  else
    label = g_strdup_printf (_("Not finished; so far %d of %u points"), (int) incident->score, incident->max);
  gtk_label_set_label (self->state, label);
}

static void
incident_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (DrillMockIncident) incident = NULL;
  g_autofree char              *text = NULL;
  DrillInterviewStepView       *self = data;

  incident = drill_study_load_mock_incident_finish (DRILL_STUDY (source), result, &error);
  if (incident == NULL)
    return; /* it was not played, or cannot be read any more: then nothing is known of it */

  text = drill_mock_incident_to_text (incident);
  drill_interview_play_settle (self->play, text);
  show_incident (self);
}

/* Coming back from the incident's own page, which has stored every move. */
static void
drill_interview_step_view_map (GtkWidget *widget)
{
  DrillInterviewStepView *self = DRILL_INTERVIEW_STEP_VIEW (widget);

  GTK_WIDGET_CLASS (drill_interview_step_view_parent_class)->map (widget);

  if (get_step (self)->record->item->kind == DRILL_ITEM_SCENARIO)
    drill_study_load_mock_incident_async (drill_interview_play_get_study (self->play),
                                          get_step (self)->record->key,
                                          get_entry (self)->since_ms,
                                          self->cancellable,
                                          incident_cb,
                                          self);
}

static GtkWidget *
play_button_new (DrillInterviewStepView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Play the Incident"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.play-incident");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", get_step (self)->record->key);

  return button;
}

static void
add_options (DrillInterviewStepView *self)
{
  const DrillMockStep *step = get_step (self);

  self->options = DRILL_OPTION_LIST (drill_option_list_new ());
  drill_option_list_set_multiple (self->options, (step->correct & (step->correct - 1)) != 0);
  for (guint i = 0; i < step->order.n_options; i++)
    {
      const DrillOption *option = g_ptr_array_index (step->record->item->options, step->order.source[i]);
      g_autofree char   *text = drill_option_order_translate (&step->order, step->record->item, option->markdown, TRUE);

      drill_option_list_append (self->options, text);
    }
  drill_option_list_set_chosen (self->options, drill_option_order_to_shown (&step->order, get_entry (self)->chosen));
  g_signal_connect_object (self->options, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->state = GTK_LABEL (label_new (drill_option_list_get_multiple (self->options) ? _("Choose all that are right.")
                                                                                       : _("Choose one."),
                                      "dim-label"));
  gtk_box_append (self->column, GTK_WIDGET (self->state));
  gtk_box_append (self->column, GTK_WIDGET (self->options));
}

static void
submitted_cb (DrillInterviewStepView *self)
{
  drill_interview_step_view_advance (self);
}

static void
add_words (DrillInterviewStepView *self)
{
  self->words = DRILL_ANSWER_BOX (drill_answer_box_new ());
  drill_answer_box_set_text (self->words, get_entry (self)->words);
  g_signal_connect_object (self->words, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->words, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, label_new (_("Say your answer aloud, as you would to an interviewer, or type it."), "dim-label"));
  gtk_box_append (self->column, GTK_WIDGET (self->words));
}

/* What is asked, and the means to answer it. */
static void
show_question (DrillInterviewStepView *self)
{
  const DrillMockStep   *step = get_step (self);
  const DrillItemRecord *record = step->record;
  const DrillPart       *said = drill_mock_step_find (step, DRILL_PART_INTERVIEWER);

  drill_item_append (self->column, drill_item_header_new (record));
  if (step->turn <= 1)
    drill_item_append (self->column, drill_item_part_new (record, DRILL_PART_BODY));
  if (said != NULL)
    drill_item_append (self->column, drill_item_section_new (_("Interviewer"), drill_markdown_view_new (said->markdown)));

  switch (record->item->kind)
    {
    case DRILL_ITEM_MCQ:
      add_options (self);
      break;
    case DRILL_ITEM_SCENARIO:
      self->state = GTK_LABEL (label_new (NULL, "dim-label"));
      gtk_box_append (self->column, play_button_new (self));
      gtk_box_append (self->column, GTK_WIDGET (self->state));
      show_incident (self);
      break;
    case DRILL_ITEM_QUESTION:
    case DRILL_ITEM_FOLLOW_UP:
    case DRILL_ITEM_TRANSCRIPT:
    default:
      add_words (self);
      break;
    }
}

static void
reveal_options (DrillInterviewStepView *self)
{
  const DrillMockStep  *step = get_step (self);
  const DrillPart      *explanation = drill_mock_step_find (step, DRILL_PART_EXPLANATION);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < step->order.n_options; i++)
    {
      const DrillOption *option = g_ptr_array_index (step->record->item->options, step->order.source[i]);

      g_ptr_array_add (reasons,
                       option->reason != NULL ? drill_option_order_translate (&step->order, step->record->item, option->reason, FALSE) : NULL);
    }
  gtk_label_set_label (self->state,
                       drill_mock_is_right (drill_interview_play_get_mock (self->play), self->step) ? _("Right.")
                                                                                                   : _("Not this time."));
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "heading");
  drill_option_list_reveal (self->options,
                            drill_option_order_to_shown (&step->order, step->correct),
                            (const char *const *) reasons->pdata);
  if (explanation != NULL)
    {
      g_autofree char *text = drill_option_order_translate (&step->order, step->record->item, explanation->markdown, FALSE);

      drill_item_append (self->column, drill_item_section_new (_("Explanation"), drill_markdown_view_new (text)));
    }
}

/* Returns: bit set of the points that the words seem to make */
static guint
get_hints (DrillInterviewStepView *self)
{
  const DrillMockStep     *step = get_step (self);
  g_autofree const char  **texts = g_new0 (const char *, step->points->len + 1);

  for (guint i = 0; i < step->points->len; i++)
    texts[i] = g_array_index (step->points, DrillMockPoint, i).markdown;

  return drill_mock_hints (get_entry (self)->words, texts, step->points->len);
}

static void
add_points (DrillInterviewStepView *self)
{
  const DrillMockStep *step = get_step (self);
  guint                hints = get_hints (self);
  guint                ticks = get_entry (self)->ticks;

  self->points = DRILL_CHECKLIST (drill_checklist_new ());
  for (guint i = 0; i < step->points->len; i++)
    {
      const DrillMockPoint *point = &g_array_index (step->points, DrillMockPoint, i);
      const char           *grade = point->markdown != NULL ? drill_format_grade (point->grade) : NULL;
      g_autofree char      *hinted = NULL;

      if ((hints >> i & 1) != 0)
        /* Translators: the grade of a key point, which what was typed seems to make */
        hinted = grade != NULL ? g_strdup_printf (_("%s · suggested"), grade) : g_strdup (_("suggested"));
      drill_checklist_append (self->points,
                              drill_interview_format_point (point),
                              point->grade,
                              hinted != NULL ? hinted : grade);
      drill_checklist_set_ticked (self->points, i, (ticks >> i & 1) != 0);
    }
  g_signal_connect_object (self->points, "changed", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  drill_item_append (self->column,
                     drill_item_section_new (_("Key points: tick what your answer had"), GTK_WIDGET (self->points)));
  if (hints != 0)
    gtk_box_append (self->column,
                    label_new (_("“Suggested” comes from the words you typed and ticks nothing: only you know what you meant."),
                               "dim-label"));
}

static void
show_marking (DrillInterviewStepView *self)
{
  const DrillMockStep *step = get_step (self);
  const DrillPart     *answer = drill_mock_step_find (step, step->turn > 0 ? DRILL_PART_CANDIDATE : DRILL_PART_ANSWER);

  self->marking = TRUE;
  if (self->words != NULL)
    drill_answer_box_freeze (self->words);
  if (answer != NULL && self->options == NULL)
    {
      self->first = drill_item_section_new (_("Model answer"), drill_markdown_view_new (answer->markdown));
      drill_item_append (self->column, self->first);
    }
  if (self->options != NULL)
    reveal_options (self);
  if (step->points->len > 0)
    add_points (self);
  if (step->turn == 0)
    drill_item_append (self->column, drill_item_mistakes_new (step->record));
}

static void
update_buttons (DrillInterviewStepView *self)
{
  const DrillMockRun *run = drill_interview_play_get_mock (self->play)->run;
  DrillItemKind       kind = get_step (self)->record->item->kind;
  gboolean            last = self->step + 1 == drill_mock_run_get_n_steps (run) || drill_mock_run_is_time_over (run);
  const char         *label;

  if (self->marking)
    label = last ? _("_See the Scorecard") : _("_Next Question");
  else if (kind == DRILL_ITEM_MCQ)
    label = _("_Answer");
  else if (kind == DRILL_ITEM_SCENARIO)
    label = _("I Am _Done With It");
  else
    label = _("Show _Model Answer");
  gtk_button_set_label (self->next, label);
  gtk_widget_set_visible (GTK_WIDGET (self->skip), !self->marking);
  drill_clean_button_names (GTK_WIDGET (self));
}

static void
changed_cb (DrillInterviewStepView *self)
{
  const DrillMockRun *run = drill_interview_play_get_mock (self->play)->run;

  if (drill_mock_run_get_current (run) != self->step || self->marking ||
      drill_mock_run_get_phase (run) != DRILL_MOCK_MARKING)
    return;

  /* What was typed until the time was over. */
  drill_interview_step_view_flush (self);
  show_marking (self);
  update_buttons (self);
  drill_interview_step_view_focus (self);
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Enter goes on once an option is chosen; before that it chooses the one it is on.
 * Ctrl+Enter goes on from anywhere. */
static gboolean
key_pressed_cb (DrillInterviewStepView *self,
                guint                   key,
                guint                   code,
                GdkModifierType         state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_CONTROL_MASK ||
      (modifiers == 0 && self->options != NULL && has_focus_inside (GTK_WIDGET (self->options)) &&
       (self->marking || get_entry (self)->chosen != 0)))
    {
      drill_interview_step_view_advance (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
go_on_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  if (!drill_key_shortcut_applies (widget))
    return GDK_EVENT_PROPAGATE;

  drill_interview_step_view_advance (DRILL_INTERVIEW_STEP_VIEW (widget));

  return GDK_EVENT_STOP;
}

static void
drill_interview_step_view_dispose (GObject *object)
{
  DrillInterviewStepView *self = DRILL_INTERVIEW_STEP_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->play != NULL)
    g_signal_handlers_disconnect_by_data (self->play, self);
  self->words = NULL;
  self->options = NULL;
  self->points = NULL;
  self->first = NULL;
  self->state = NULL;
  /* The pieces show what belongs to the interview. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->play);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (drill_interview_step_view_parent_class)->dispose (object);
}

static void
drill_interview_step_view_class_init (DrillInterviewStepViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_interview_step_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = drill_interview_step_view_map;
}

static void
drill_interview_step_view_init (DrillInterviewStepView *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget          *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget          *clamp = adw_clamp_new ();
  GtkWidget          *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  self->scroller = GTK_SCROLLED_WINDOW (drill_item_column_new (&self->column));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);

  self->skip = GTK_BUTTON (gtk_button_new_with_mnemonic (_("S_kip")));
  gtk_widget_add_css_class (GTK_WIDGET (self->skip), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->skip), "pill");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->skip), _("Say nothing to this question"));
  g_signal_connect_swapped (self->skip, "clicked", G_CALLBACK (drill_interview_step_view_skip), self);
  self->next = GTK_BUTTON (gtk_button_new_with_mnemonic (""));
  gtk_widget_set_hexpand (GTK_WIDGET (self->next), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->next), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->next), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->next), "suggested-action");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), _("Go on (Space, or Ctrl+Enter from anywhere)"));
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (drill_interview_step_view_advance), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->skip));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->next));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), row);
  gtk_widget_add_css_class (bar, "interview-bar");
  gtk_box_append (GTK_BOX (bar), clamp);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroller));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), bar);
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_space, go_on_cb, NULL);
  drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_Return, go_on_cb, NULL);
}

/* Shows the question that is on screen now. */
GtkWidget *
drill_interview_step_view_new (DrillInterviewPlay *play)
{
  DrillInterviewStepView *self;
  const DrillMockRun     *run;

  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_INTERVIEW_STEP_VIEW, NULL);
  self->play = g_object_ref (play);
  run = drill_interview_play_get_mock (play)->run;
  self->step = drill_mock_run_get_current (run);
  show_question (self);
  if (drill_mock_run_get_phase (run) == DRILL_MOCK_MARKING)
    show_marking (self);
  update_buttons (self);
  g_signal_connect_object (play, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* What was typed and is not stored yet. */
void
drill_interview_step_view_flush (DrillInterviewStepView *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DRILL_IS_INTERVIEW_STEP_VIEW (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->words == NULL || self->marking)
    return;

  text = drill_answer_box_dup_text (self->words);
  drill_interview_play_write (self->play, text);
}

/* The answer has been given; or it is marked, and the next one comes. */
void
drill_interview_step_view_advance (DrillInterviewStepView *self)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_STEP_VIEW (self));

  if (self->marking)
    {
      drill_interview_play_next (self->play);
      return;
    }

  drill_interview_step_view_flush (self);
  if (!self->marking)
    drill_interview_play_done (self->play);
}

void
drill_interview_step_view_skip (DrillInterviewStepView *self)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_STEP_VIEW (self));

  if (self->marking)
    return;

  drill_interview_step_view_flush (self);
  if (!self->marking)
    drill_interview_play_skip (self->play);
}

/* Where one goes on: options to choose from, points to tick, else the button. The box for
 * words is one Tab away, so that Space goes on for whoever speaks. */
void
drill_interview_step_view_focus (DrillInterviewStepView *self)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_STEP_VIEW (self));

  if (self->options != NULL && !self->marking)
    gtk_widget_child_focus (GTK_WIDGET (self->options), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
}
