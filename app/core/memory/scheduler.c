/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * When a card returns. The memory model is asked at every answer; the steps
 * only decide when a card that is being learned is shown again.
 *
 *             Again, Hard, Good            Again
 *               +-------+              +-----------+
 *               v       |              |           v
 *     New --> Learning -+-- Good,  --> Review   Relearning (Again, Hard, Good)
 *                           Easy       ^  | ^      |
 *                                      +--+ +------+ Good, Easy
 *                            Hard, Good, Easy
 *
 * A card in (re)learning is due at an instant, one in review on a study day. A
 * step of a day or more is a review of that many days.
 *
 * A better answer never returns earlier: buttons are worked out from Again
 * upwards, and each interval in days is at least that of the button below it
 * plus one, until the maximum is reached.
 */

#include "config.h"

#include "memory/scheduler.h"

#include "memory/study-day.h"

#include <math.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define DAY_MS (24 * 60 * MINUTE_MS)

/* Below this the band is no wider than rounding, in days. */
#define FUZZ_FROM 2.5

/* Balancing the load of days further away would read the future, in days. */
#define BALANCE_UP_TO 90.0

/* Under Anki's rules, a card without steps returns today below this. */
#define SAME_DAY_BELOW 0.5

/* What the buttons of one card have in common. */
typedef struct
{
  const DrillScheduler *config;
  const DrillCard      *card;
  gint64                now_ms;
  int                   today;
  int                   elapsed_days;
  double                uniform;
  int                   least_days; /* left by the buttons below */
} Answering;

void
drill_scheduler_init_default (DrillScheduler *self)
{
  g_return_if_fail (self != NULL);

  *self = (DrillScheduler){
    .desired_retention = 0.9,
    .max_interval = (int) DRILL_STABILITY_MAX,
    .fuzz = TRUE,
    .step_rules = DRILL_STEP_RULES_ANKI,
    .learning = { { 1 * MINUTE_MS, 10 * MINUTE_MS }, 2 },
    .relearning = { { 10 * MINUTE_MS }, 1 },
  };
  drill_fsrs_init_default (&self->fsrs);
}

/* A review that lengthens the interval may not be moved to before where the
 * last one was; nor may one that about keeps it. */
static int
floor_from_last_interval (const Answering *self,
                          double           interval)
{
  int last
    = self->card->state == DRILL_CARD_REVIEW ? self->card->scheduled_days : 0;
  DrillFuzzBand band;

  if (floor (interval + 0.5) > last)
    return last + 1;
  if (!self->config->fuzz || interval < FUZZ_FROM)
    return 1;

  band = drill_fuzz_band (interval, 1, self->config->max_interval);

  return last >= band.low && last <= band.high ? last : 1;
}

static int
choose_days (const Answering *self,
             double           interval,
             int              minimum)
{
  const DrillScheduler *config = self->config;
  DrillFuzzBand         band;

  minimum = CLAMP (minimum, 1, config->max_interval);
  interval = CLAMP (interval, minimum, config->max_interval);
  if (!config->fuzz || interval < FUZZ_FROM)
    return (int) floor (interval + 0.5);

  band = drill_fuzz_band (interval, minimum, config->max_interval);

  /* A band of one day would keep cards together for ever. */
  if (band.low == band.high && band.high < config->max_interval)
    band.high++;
  if (config->load != NULL && interval <= BALANCE_UP_TO)
    return drill_fuzz_balance (band, config->load, self->today, self->uniform);

  return drill_fuzz_pick (band, self->uniform);
}

static void
return_after_days (Answering  *self,
                   DrillCard  *next,
                   DrillRating rating,
                   int         days)
{
  next->state = DRILL_CARD_REVIEW;
  next->due_ms = 0;
  next->due_day = self->today + days;
  next->scheduled_days = days;

  /* Without the same-day model, forgetting and hardly knowing differ too. */
  self->least_days = days + 1;
  if (rating == DRILL_RATING_AGAIN && self->config->fsrs.short_term)
    self->least_days = days;
}

static void
return_after_delay (Answering     *self,
                    DrillCard     *next,
                    DrillCardState state,
                    guint          step,
                    DrillRating    rating,
                    gint64         delay_ms)
{
  next->step = step;
  if (delay_ms >= DAY_MS)
    {
      return_after_days (self,
                         next,
                         rating,
                         (int) MIN (delay_ms / DAY_MS,
                                    self->config->max_interval));
      return;
    }

  next->state = state;
  next->due_ms = self->now_ms + delay_ms;
  next->due_day = 0;
  next->scheduled_days = 0;
}

/* Leaves the steps: the memory model says when. */
static void
return_after_interval (Answering  *self,
                       DrillCard  *next,
                       DrillRating rating)
{
  const DrillScheduler *config = self->config;
  double                interval = drill_fsrs_interval (&config->fsrs,
                                         next->memory.stability,
                                         config->desired_retention);
  int                   minimum = self->least_days;

  if (rating != DRILL_RATING_AGAIN)
    minimum = MAX (minimum, floor_from_last_interval (self, interval));
  next->step = 0;
  return_after_days (self, next, rating, choose_days (self, interval, minimum));
}

/* How long Hard waits on step @step. */
static gint64
hard_delay (const DrillScheduler *config,
            const DrillSteps     *steps,
            guint                 step)
{
  gboolean ts_fsrs = config->step_rules == DRILL_STEP_RULES_TS_FSRS;
  gint64   delay;

  if (step > 0 && !ts_fsrs)
    return steps->delays[step];

  if (steps->n_steps > 1)
    delay = (steps->delays[0] + steps->delays[1]) / 2;
  else
    delay = steps->delays[0] * 3 / 2;

  if (ts_fsrs)
    return (delay + MINUTE_MS / 2) / MINUTE_MS * MINUTE_MS;

  return MIN (delay, steps->delays[0] + DAY_MS);
}

/* Without steps, whether the model itself asks for the card again today. */
static gboolean
return_today (Answering     *self,
              DrillCard     *next,
              DrillCardState state,
              DrillRating    rating)
{
  const DrillScheduler *config = self->config;
  double                interval;

  if (config->step_rules != DRILL_STEP_RULES_ANKI
      || !(config->fsrs.w[17] > 0 && config->fsrs.w[18] > 0))
    return FALSE;

  interval = drill_fsrs_interval (&config->fsrs,
                                  next->memory.stability,
                                  config->desired_retention);
  if (interval >= SAME_DAY_BELOW)
    return FALSE;

  return_after_delay (self,
                      next,
                      state,
                      0,
                      rating,
                      MAX ((gint64) (interval * (DAY_MS / 1000)), 1) * 1000);

  return TRUE;
}

/* @state is Learning or Relearning, @step where the card stands in @steps. */
static void
answer_on_step (Answering        *self,
                DrillCard        *next,
                const DrillSteps *steps,
                DrillCardState    state,
                guint             step,
                DrillRating       rating)
{
  if (steps->n_steps == 0)
    {
      if (rating == DRILL_RATING_EASY
          || !return_today (self, next, state, rating))
        return_after_interval (self, next, rating);
      return;
    }

  /* The learner may have removed steps while the card was on them. */
  step = MIN (step, steps->n_steps - 1);
  if (rating == DRILL_RATING_AGAIN)
    return_after_delay (self, next, state, 0, rating, steps->delays[0]);
  else if (rating == DRILL_RATING_HARD)
    return_after_delay (self,
                        next,
                        state,
                        step,
                        rating,
                        hard_delay (self->config, steps, step));
  else if (rating == DRILL_RATING_GOOD && step + 1 < steps->n_steps)
    return_after_delay (self,
                        next,
                        state,
                        step + 1,
                        rating,
                        steps->delays[step + 1]);
  else
    return_after_interval (self, next, rating);
}

static DrillCard
answer_one (Answering  *self,
            DrillRating rating)
{
  const DrillScheduler *config = self->config;
  const DrillCard      *card = self->card;
  DrillCard             next = *card;

  next.memory
    = drill_fsrs_next (&config->fsrs, card->memory, self->elapsed_days, rating);
  next.reps++;
  next.last_review_ms = self->now_ms;
  next.last_day = self->today;

  switch (card->state)
    {
    case DRILL_CARD_REVIEW:
      if (rating == DRILL_RATING_AGAIN)
        {
          next.lapses++;
          answer_on_step (self,
                          &next,
                          &config->relearning,
                          DRILL_CARD_RELEARNING,
                          0,
                          rating);
        }
      else
        {
          return_after_interval (self, &next, rating);
        }
      break;
    case DRILL_CARD_RELEARNING:
      answer_on_step (self,
                      &next,
                      &config->relearning,
                      DRILL_CARD_RELEARNING,
                      card->step,
                      rating);
      break;
    case DRILL_CARD_NEW:
    case DRILL_CARD_LEARNING:
    default:
      answer_on_step (self,
                      &next,
                      &config->learning,
                      DRILL_CARD_LEARNING,
                      card->step,
                      rating);
      break;
    }

  return next;
}

static Answering
begin_answering (const DrillScheduler *config,
                 const DrillCard      *card,
                 gint64                now_ms,
                 int                   today,
                 guint64               seed)
{
  return (Answering){
    .config = config,
    .card = card,
    .now_ms = now_ms,
    .today = today,
    .elapsed_days = drill_study_day_elapsed (card->last_day, today),
    .uniform = drill_fuzz_uniform (seed, card->reps),
    .least_days = 1,
  };
}

/**
 * drill_scheduler_answer:
 * @rating: one of Again to Easy
 * @now_ms: wall clock of the answer
 * @today: its study day
 * @seed: drill_fuzz_seed() of the card's key
 *
 * Returns: the card after the answer; the same as drill_scheduler_preview()
 *   shows for @rating
 */
DrillCard
drill_scheduler_answer (const DrillScheduler *self,
                        const DrillCard      *card,
                        DrillRating           rating,
                        gint64                now_ms,
                        int                   today,
                        guint64               seed)
{
  Answering answering;
  DrillCard next = { 0 };

  g_return_val_if_fail (self != NULL && self->max_interval >= 1, next);
  g_return_val_if_fail (card != NULL, next);
  g_return_val_if_fail (rating >= DRILL_RATING_AGAIN
                          && rating <= DRILL_RATING_EASY,
                        *card);

  answering = begin_answering (self, card, now_ms, today, seed);
  for (guint r = DRILL_RATING_AGAIN; r <= rating; r++)
    next = answer_one (&answering, r);

  return next;
}

/* The card after each of the four answers, Again first. */
void
drill_scheduler_preview (const DrillScheduler *self,
                         const DrillCard      *card,
                         gint64                now_ms,
                         int                   today,
                         guint64               seed,
                         DrillCard             answers[DRILL_N_RATINGS])
{
  Answering answering;

  g_return_if_fail (self != NULL && self->max_interval >= 1);
  g_return_if_fail (card != NULL);
  g_return_if_fail (answers != NULL);

  answering = begin_answering (self, card, now_ms, today, seed);
  for (guint r = DRILL_RATING_AGAIN; r <= DRILL_RATING_EASY; r++)
    answers[r - 1] = answer_one (&answering, r);
}

/**
 * drill_scheduler_replay:
 * @reviews: (array length=n_reviews): all answers to one card, oldest first
 *
 * Folds a card's history into its state. Rows that were set by hand, and
 * practice that did not count, are passed over; a reset makes the card new
 * again but keeps counting its answers.
 */
DrillCard
drill_scheduler_replay (const DrillScheduler *self,
                        const DrillReview    *reviews,
                        gsize                 n_reviews,
                        guint64               seed)
{
  DrillCard card = { 0 };

  g_return_val_if_fail (self != NULL, card);
  g_return_val_if_fail (reviews != NULL || n_reviews == 0, card);

  for (gsize i = 0; i < n_reviews; i++)
    {
      const DrillReview *review = &reviews[i];

      if (review->kind == DRILL_REVIEW_RESET)
        card = (DrillCard){ .reps = card.reps, .lapses = card.lapses };
      else if (drill_review_counts (review))
        card = drill_scheduler_answer (self,
                                       &card,
                                       review->rating,
                                       review->at_ms,
                                       review->day,
                                       seed);
    }

  return card;
}

/* New cards are never due: the learner takes them as they like. */
gboolean
drill_card_is_due (const DrillCard *card,
                   gint64           now_ms,
                   int              today)
{
  g_return_val_if_fail (card != NULL, FALSE);

  switch (card->state)
    {
    case DRILL_CARD_LEARNING:
    case DRILL_CARD_RELEARNING:
      return card->due_ms <= now_ms;
    case DRILL_CARD_REVIEW:
      return card->due_day <= today;
    case DRILL_CARD_NEW:
    default:
      return FALSE;
    }
}

/* Expected recall on study day @day; 0 for a card that was never answered. */
double
drill_card_retrievability (const DrillCard *card,
                           const DrillFsrs *fsrs,
                           int              day)
{
  g_return_val_if_fail (card != NULL, 0);
  g_return_val_if_fail (fsrs != NULL, 0);

  if (!(card->memory.stability > 0))
    return 0;

  return drill_fsrs_retrievability (fsrs,
                                    card->memory.stability,
                                    drill_study_day_elapsed (card->last_day,
                                                             day));
}
