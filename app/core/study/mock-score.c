/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a mock interview comes to.
 *
 * A key point that is ticked brings what its grade weighs at the chosen level:
 *
 *                must   good   excellent
 *   Mid-level     3      2      1, a bonus: full marks do not need it
 *   Senior        3      2      1
 *   Staff         3      3      2
 *   Lead          3      3      3
 *
 * A point without a grade weighs like a must. An MCQ weighs 2 and is right or wrong. An
 * incident weighs 20, about as much as two good questions, shared among its phases as its
 * author shared the points. Each point belongs to one dimension (mock-dimension.c); those
 * that show depth count for depth as well, but only once for the total.
 *
 * Nothing counts but ticks, choices and moves: what was typed is never looked at here.
 */

#include "config.h"

#include "study/mock-score.h"

#include "study/mock-incident.h"

#define POINT 100
#define MCQ_WEIGHT (2 * POINT)
#define INCIDENT_WEIGHT (20 * POINT)

DrillMockWeight
drill_mock_weigh (DrillKeyPointGrade grade,
                  guint              level)
{
  gboolean high = level == DRILL_LEVEL_STAFF || level == DRILL_LEVEL_LEAD;

  switch (grade)
    {
    case DRILL_GRADE_GOOD:
      return (DrillMockWeight) { (high ? 3 : 2) * POINT, FALSE };
    case DRILL_GRADE_EXCELLENT:
      return (DrillMockWeight) { (level == DRILL_LEVEL_LEAD ? 3 : level == DRILL_LEVEL_STAFF ? 2 : 1) * POINT,
                                 level == DRILL_LEVEL_MID };
    case DRILL_GRADE_NONE:
    case DRILL_GRADE_MUST:
    default:
      return (DrillMockWeight) { 3 * POINT, FALSE };
    }
}

static void
gap_free (gpointer data)
{
  g_free (((DrillMockGap *) data)->markdown);
  g_free (data);
}

void
drill_scorecard_free (DrillScorecard *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->review);
  g_free (self);
}

/* Rounded down: who is not there yet is not told so. 0 when there is nothing to get. */
int
drill_mock_mark_get_percent (const DrillMockMark *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->max > 0 ? CLAMP (self->points, 0, self->max) * 100 / self->max : 0;
}

/* One thing to get in a step: a key point, an MCQ, a phase of an incident. */
typedef struct
{
  DrillMockDimension dimension;
  DrillKeyPointGrade grade;
  gboolean           deep;
  gboolean           bonus;
  int                points;
  int                max;
  const char        *missed; /* (nullable): what to say when it was missed */
} Part;

static const char *const *
get_topics (const DrillMockStep *step,
            GPtrArray           *topics)
{
  for (guint i = 0; i < step->record->item->topics->len; i++)
    g_ptr_array_add (topics, g_ptr_array_index (step->record->item->topics, i));
  g_ptr_array_add (topics, NULL);

  return (const char *const *) topics->pdata;
}

static void
add_key_points (const DrillMock      *mock,
                const DrillMockStep  *step,
                const DrillMockEntry *entry,
                GArray               *parts)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  const char *const    *slugs = get_topics (step, topics);
  DrillItemKind         kind = step->record->item->kind;
  gboolean              only_bonus = TRUE;

  for (guint i = 0; i < step->points->len; i++)
    only_bonus = only_bonus &&
                 drill_mock_weigh (g_array_index (step->points, DrillMockPoint, i).grade, mock->setup.level).bonus;

  for (guint i = 0; i < step->points->len; i++)
    {
      const DrillMockPoint *point = &g_array_index (step->points, DrillMockPoint, i);
      DrillMockWeight       weight = drill_mock_weigh (point->grade, mock->setup.level);
      Part                  part = { 0 };

      part.dimension = drill_mock_dimension_of_text (
          point->markdown != NULL ? point->markdown : step->record->item->title, slugs);
      part.grade = point->grade;
      part.deep = drill_mock_is_deep (kind, point->grade, mock->setup.level);
      part.bonus = weight.bonus && !only_bonus;
      part.points = (entry->ticks >> i & 1) != 0 ? weight.weight : 0;
      part.max = part.bonus ? 0 : weight.weight;
      part.missed = point->markdown;
      g_array_append_val (parts, part);
    }
}

/* Why the right option is right, else that option. */
static const char *
get_reason (const DrillItem *item)
{
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      if (option->correct)
        return option->reason != NULL ? option->reason : option->markdown;
    }

  return NULL;
}

static void
add_mcq (const DrillMock     *mock,
         const DrillMockStep *step,
         guint                index,
         GArray              *parts)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  const DrillItem      *item = step->record->item;
  Part                  part = { 0 };

  part.dimension = drill_mock_dimension_of_text (item->title, get_topics (step, topics));
  part.grade = DRILL_GRADE_MUST;
  part.points = drill_mock_is_right (mock, index) ? MCQ_WEIGHT : 0;
  part.max = MCQ_WEIGHT;
  part.missed = get_reason (item);
  g_array_append_val (parts, part);
}

static void
add_incident (const DrillMockIncident *incident,
              GArray                  *parts)
{
  double sum = 0;

  for (guint i = 0; i < incident->phases->len; i++)
    sum += ((DrillMockIncidentPhase *) g_ptr_array_index (incident->phases, i))->max;

  for (guint i = 0; i < incident->phases->len && sum > 0; i++)
    {
      const DrillMockIncidentPhase *phase = g_ptr_array_index (incident->phases, i);
      Part                          part = { 0 };

      part.dimension = drill_mock_dimension_of_phase (phase->name);
      part.max = (int) (INCIDENT_WEIGHT * phase->max / sum);
      part.points = (int) (INCIDENT_WEIGHT * phase->score / sum);
      g_array_append_val (parts, part);
    }
}

/* Returns: (transfer full) (element-type Part). @incident: (nullable) */
static GArray *
get_parts (const DrillMock         *mock,
           guint                    index,
           const DrillMockIncident *incident)
{
  GArray               *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const DrillMockStep  *step = drill_mock_get_step (mock, index);
  const DrillMockEntry *entry = drill_mock_run_get_entry (mock->run, index);

  switch (step->record->item->kind)
    {
    case DRILL_ITEM_MCQ:
      add_mcq (mock, step, index, parts);
      break;
    case DRILL_ITEM_SCENARIO:
      if (incident != NULL)
        add_incident (incident, parts);
      break;
    case DRILL_ITEM_QUESTION:
    case DRILL_ITEM_FOLLOW_UP:
    case DRILL_ITEM_TRANSCRIPT:
    default:
      add_key_points (mock, step, entry, parts);
      break;
    }

  /* An incident that was not played still was to be had. */
  if (step->record->item->kind == DRILL_ITEM_SCENARIO && parts->len == 0)
    {
      Part part = { .dimension = DRILL_DIMENSION_DIAGNOSIS, .max = INCIDENT_WEIGHT };

      g_array_append_val (parts, part);
    }

  return parts;
}

static gboolean
is_asked (const DrillMock *mock,
          guint            step)
{
  const DrillMockEntry *entry = drill_mock_run_get_entry (mock->run, step);

  return entry->done || entry->skipped || entry->incident != NULL;
}

static DrillMockIncident *
read_incident (const DrillMock *mock,
               guint            step)
{
  const char *text = drill_mock_run_get_entry (mock->run, step)->incident;

  return text != NULL ? drill_mock_incident_from_text (text) : NULL;
}

/* Bonuses make up for what was missed, and bring no more than full marks. */
static DrillMockMark
sum_up (GArray *parts)
{
  DrillMockMark mark = { 0, 0 };

  for (guint i = 0; i < parts->len; i++)
    {
      mark.points += g_array_index (parts, Part, i).points;
      mark.max += g_array_index (parts, Part, i).max;
    }
  mark.points = MIN (mark.points, mark.max);

  return mark;
}

/* @mark: (out caller-allocates) */
void
drill_mock_get_step_mark (const DrillMock *mock,
                          guint            step,
                          DrillMockMark   *mark)
{
  g_autoptr (DrillMockIncident) incident = NULL;
  g_autoptr (GArray)            parts = NULL;

  g_return_if_fail (mock != NULL && step < mock->steps->len && mark != NULL);

  incident = read_incident (mock, step);
  parts = get_parts (mock, step, incident);
  *mark = sum_up (parts);
}

static void
add_gap (DrillScorecard    *self,
         DrillMockDimension dimension,
         guint              step,
         DrillKeyPointGrade grade,
         const char        *markdown)
{
  DrillMockGap *gap = g_new0 (DrillMockGap, 1);

  gap->dimension = dimension;
  gap->step = step;
  gap->grade = grade;
  gap->markdown = g_strdup (markdown);
  g_ptr_array_add (self->gaps, gap);
}

static void
add_incident_gaps (DrillScorecard          *self,
                   guint                    step,
                   const DrillMockIncident *incident)
{
  for (guint i = 0; i < incident->gaps->len; i++)
    {
      const DrillMockIncidentGap *gap = g_ptr_array_index (incident->gaps, i);

      add_gap (self,
               gap->phase != NULL ? drill_mock_dimension_of_phase (gap->phase)
                                  : drill_mock_dimension_of_text (gap->text, NULL),
               step,
               gap->phase != NULL ? DRILL_GRADE_GOOD : DRILL_GRADE_MUST,
               gap->text);
    }
}

static void
count_parts (DrillScorecard *self,
             GArray         *parts,
             guint           step,
             gboolean        is_incident)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      self->marks[part->dimension].points += part->points;
      self->marks[part->dimension].max += part->max;
      if (part->deep)
        {
          self->marks[DRILL_DIMENSION_DEPTH].points += part->points;
          self->marks[DRILL_DIMENSION_DEPTH].max += part->max;
        }
      if (is_incident)
        continue;
      self->n_points++;
      self->n_made += part->points > 0;
      if (part->points == 0 && !part->bonus)
        add_gap (self, part->dimension, step, part->grade, part->missed);
    }
}

static int
rank_of_grade (DrillKeyPointGrade grade)
{
  return grade == DRILL_GRADE_NONE ? DRILL_GRADE_MUST : (int) grade;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const DrillMockGap *x = *(DrillMockGap *const *) a;
  const DrillMockGap *y = *(DrillMockGap *const *) b;

  if (x->dimension != y->dimension)
    return x->dimension < y->dimension ? -1 : 1;
  if (rank_of_grade (x->grade) != rank_of_grade (y->grade))
    return rank_of_grade (x->grade) - rank_of_grade (y->grade);

  return (x->step > y->step) - (x->step < y->step);
}

static void
add_review (DrillScorecard  *self,
            const DrillMock *mock,
            DrillRating      rating)
{
  for (guint i = 0; i < mock->items->len; i++)
    {
      const DrillItemRecord *record = g_ptr_array_index (mock->items, i);

      if (drill_mock_rate (mock, i) == rating)
        g_ptr_array_add (self->review, g_strdup (record->key));
    }
}

/* Returns: (transfer full) */
DrillScorecard *
drill_scorecard_new (const DrillMock *mock)
{
  DrillScorecard *self;
  DrillMockMark   planned = { 0, 0 };
  DrillMockMark   asked = { 0, 0 };

  g_return_val_if_fail (mock != NULL, NULL);

  self = g_new0 (DrillScorecard, 1);
  self->gaps = g_ptr_array_new_with_free_func (gap_free);
  self->review = g_ptr_array_new_with_free_func (g_free);
  self->n_steps = mock->steps->len;

  for (guint i = 0; i < mock->steps->len; i++)
    {
      g_autoptr (DrillMockIncident) incident = read_incident (mock, i);
      g_autoptr (GArray)            parts = get_parts (mock, i, incident);
      DrillMockMark                 mark = sum_up (parts);

      planned.max += mark.max;
      if (!is_asked (mock, i))
        continue;

      planned.points += mark.points;
      asked.points += mark.points;
      asked.max += mark.max;
      self->n_asked++;
      self->n_skipped += drill_mock_run_get_entry (mock->run, i)->skipped;
      count_parts (self, parts, i, drill_mock_get_step (mock, i)->record->item->kind == DRILL_ITEM_SCENARIO);
      if (incident != NULL)
        add_incident_gaps (self, i, incident);
    }

  for (guint i = 0; i < DRILL_N_DIMENSIONS; i++)
    self->marks[i].points = MIN (self->marks[i].points, self->marks[i].max);
  self->percent = drill_mock_mark_get_percent (&planned);
  self->percent_asked = drill_mock_mark_get_percent (&asked);
  g_ptr_array_sort (self->gaps, compare_gaps);
  add_review (self, mock, DRILL_RATING_AGAIN);
  add_review (self, mock, DRILL_RATING_HARD);

  return self;
}
