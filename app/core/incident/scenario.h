/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "incident/condition.h"
#include "incident/error.h"
#include "incident/samples.h"

G_BEGIN_DECLS

/* The limits of a scenario. They also bound what the engine keeps in bit sets. */
#define DRILL_SCENARIO_MAX_BYTES (256 * 1024)
#define DRILL_SCENARIO_MAX_SECTIONS 200
#define DRILL_SCENARIO_MAX_CHOICES 24
#define DRILL_SCENARIO_MAX_FLAGS 64
#define DRILL_SCENARIO_MAX_SERIES 24
#define DRILL_SCENARIO_MAX_REGIMES 16
#define DRILL_SCENARIO_MAX_FILES 40
#define DRILL_SCENARIO_MAX_PHASES 16
#define DRILL_SCENARIO_MAX_LINES 1024
#define DRILL_SCENARIO_MAX_KEY_POINTS 32
#define DRILL_SCENARIO_MAX_EVIDENCE_BYTES (2 * 1024 * 1024)

typedef enum
{
  DRILL_UNIT_COUNT,
  DRILL_UNIT_BYTES,
  DRILL_UNIT_SECONDS,
  DRILL_UNIT_RATIO,
  DRILL_UNIT_PER_SECOND,
} DrillUnit;

typedef enum
{
  DRILL_ENDING_NONE,
  DRILL_ENDING_RESOLVED,
  DRILL_ENDING_MITIGATED,
  DRILL_ENDING_FAILED,
} DrillEnding;

typedef enum
{
  DRILL_HARM_MINOR,
  DRILL_HARM_MAJOR,
  DRILL_HARM_CRITICAL,
} DrillHarmSeverity;

typedef enum
{
  DRILL_EVIDENCE_CHART,
  DRILL_EVIDENCE_TABLE,
  DRILL_EVIDENCE_LOG,
  DRILL_EVIDENCE_TRACE,
  DRILL_EVIDENCE_HEAP,
  DRILL_EVIDENCE_TEXT,
} DrillEvidenceKind;

typedef enum
{
  DRILL_VERB_PLAY,
  DRILL_VERB_HOLD,
  DRILL_VERB_RAMP,
} DrillVerbKind;

typedef enum
{
  DRILL_BEAT_PROSE,
  DRILL_BEAT_SPEECH,
  DRILL_BEAT_EVIDENCE,
} DrillBeatKind;

/* @slo is NaN when there is none. */
typedef struct
{
  char     *key;
  char     *label;
  DrillUnit unit;
  double    slo;
  char     *metric;
  guint     line;
} DrillScenarioSeries;

typedef struct
{
  char *name;
  guint max;
  guint line;
} DrillScenarioPhase;

/**
 * DrillScenarioVerb:
 * @samples: (nullable): the recording that DRILL_VERB_PLAY plays
 * @column: the column of it
 * @from: seconds into the recording, or -1 to keep the position
 * @target: where DRILL_VERB_RAMP leads, in @over seconds
 *
 * What one series does while a regime lasts.
 */
typedef struct
{
  DrillVerbKind kind;
  DrillSamples *samples;
  guint         column;
  gint64        from;
  double        target;
  gint64        over;
} DrillScenarioVerb;

/* @verbs has one entry a series, in the order of the scenario's series. */
typedef struct
{
  char              *name;
  guint              line;
  DrillScenarioVerb *verbs;
} DrillScenarioRegime;

/**
 * DrillScenarioEvidence:
 * @text: what the link says
 * @file: path below the scenario's folder
 * @series: (element-type guint): indices of the series of a chart
 * @min_level: of a log, in pino's numbers; 0 for all
 */
typedef struct
{
  DrillEvidenceKind kind;
  char             *text;
  char             *file;
  GArray           *series;
  guint             min_level;
  guint             line;
} DrillScenarioEvidence;

/**
 * DrillScenarioBeat:
 * @markdown: CommonMark; for DRILL_BEAT_SPEECH what is said, for
 *   DRILL_BEAT_EVIDENCE what follows the link, or %NULL
 * @speaker: (nullable): who says it
 * @evidence: index into the scenario's evidence
 *
 * One piece of a section, in document order.
 */
typedef struct
{
  DrillBeatKind kind;
  char         *markdown;
  char         *speaker;
  guint         evidence;
} DrillScenarioBeat;

/**
 * DrillScenarioChoice:
 * @text: what the link says
 * @tip: (nullable): the link's title
 * @subtitle: (nullable): what follows the link
 * @group: (nullable): the level-3 heading above it
 * @slug: the section it leads to
 * @target: index of that section
 */
typedef struct
{
  char *text;
  char *tip;
  char *subtitle;
  char *group;
  char *slug;
  guint target;
  guint line;
} DrillScenarioChoice;

/* @words: (element-type utf8): groups such as "a|b|c"; one of each suggests a tick */
typedef struct
{
  char      *markdown;
  GPtrArray *words;
  guint      line;
} DrillScenarioKeyPoint;

/* @phase is the index of the phase named; @by is seconds, or -1; @id counts the
 * score and harm lines of the scenario; @condition may be %NULL. */
typedef struct
{
  char           *phase_name;
  guint           phase;
  int             points;
  gint64          by;
  DrillCondition *condition;
  char           *reason;
  guint           line;
  guint           id;
} DrillScenarioScore;

typedef struct
{
  DrillHarmSeverity severity;
  DrillCondition   *condition;
  char             *reason;
  guint             line;
  guint             id;
} DrillScenarioHarm;

typedef struct
{
  char           *name;
  guint           regime;
  DrillCondition *condition;
  guint           line;
} DrillScenarioSwitch;

typedef struct
{
  char  *key;
  guint  series;
  double value;
  gint64 seconds;
  guint  line;
} DrillScenarioPulse;

/**
 * DrillScenarioSection:
 * @slug: the anchor of its heading
 * @phase: index of its phase, or -1
 * @cost: seconds that entering it takes
 * @once: whether it is offered only until taken
 * @needs: (element-type DrillCondition): offered when one of them holds, or none is given
 * @when: (element-type DrillCondition): an event when there are any: entered when one holds
 * @set: (element-type guint): flags; @clear likewise
 * @answer: points for the free-text answer, 0 when there is no question
 * @model_answer: (nullable): CommonMark
 * @mistakes: (nullable): CommonMark
 * @teaches: (element-type utf8): ids of pack items that teach what is asked here
 * @neutral: entering it changes nothing: no time passes, nothing is counted
 */
typedef struct
{
  char       *slug;
  char       *heading;
  guint       line;
  guint       index;
  char       *phase_name;
  int         phase;
  gint64      cost;
  gboolean    once;
  gboolean    neutral;
  GPtrArray  *needs;
  GPtrArray  *when;
  GArray     *set;
  GArray     *clear;
  GPtrArray  *switches;
  GPtrArray  *pulses;
  GPtrArray  *scores;
  GPtrArray  *harms;
  guint       answer;
  guint       answer_line;
  DrillEnding ending;
  GPtrArray  *beats;
  GPtrArray  *choices;
  GPtrArray  *key_points;
  char       *model_answer;
  char       *mistakes;
  GPtrArray  *teaches;
} DrillScenarioSection;

/* A step of a run that the author wrote down. */
typedef struct
{
  char *slug;
  guint line;
} DrillScenarioStop;

/**
 * DrillScenarioRun:
 * @label: such as "Reference run"
 * @reference: whether it is the reference run
 * @min: least score it must reach, or 0
 * @below: score it must stay below, or 0
 * @stops: (element-type DrillScenarioStop): sections entered after the start
 */
typedef struct
{
  char      *label;
  gboolean   reference;
  guint      min;
  guint      below;
  guint      line;
  GPtrArray *stops;
} DrillScenarioRun;

typedef struct
{
  char *name;
  guint set_line;
  guint read_line;
} DrillScenarioFlag;

/**
 * DrillScenario:
 * @name: scenario.md as it is called in diagnostics
 * @folder: (nullable): real folder, for reading evidence
 * @id: from the header, else the folder's name
 * @hash: SHA-256 in hex of scenario.md and of every recording it plays
 * @levels: (element-type utf8): such as "senior", in lower case; @topics likewise
 * @clock: time of day at the start, in seconds
 * @limit: longest run, in seconds
 * @history: seconds of the first regime that lie before the start
 * @first_regime: index, or -1 when there are no series
 * @briefing: CommonMark before the first section
 * @debrief: CommonMark of the debrief, without the lists of runs
 * @impact_label: (nullable): when failed requests are counted, what they are called
 *
 * A scenario, read. Reference counted and immutable, so that many runs in any
 * thread can share it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char           *name;
  char           *folder;
  char           *hash;
  char           *id;
  char           *title;
  guint           title_line;
  GPtrArray      *levels;
  GPtrArray      *topics;
  guint           format;
  gint64          seed;
  guint           pass;
  guint           start;
  gint64          clock;
  gint64          limit;
  gint64          history;
  int             first_regime;
  char           *briefing;
  char           *debrief;
  guint           debrief_line;
  char           *impact_label;
  guint           impact_errors;
  guint           impact_rate;
  GPtrArray      *series;
  GPtrArray      *phases;
  GPtrArray      *regimes;
  GPtrArray      *evidence;
  GPtrArray      *sections;
  GPtrArray      *flags;
  GPtrArray      *runs;
  guint           n_lines;
} DrillScenario;

DrillScenario *drill_scenario_load  (const char       *path,
                                     const char       *name,
                                     DrillDiagnostics *diagnostics,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillScenario *drill_scenario_parse (const char       *folder,
                                     const char       *name,
                                     const char       *text,
                                     gsize             length,
                                     DrillDiagnostics *diagnostics,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillScenario *drill_scenario_ref   (DrillScenario    *self);
void           drill_scenario_unref (DrillScenario    *self);

int                          drill_scenario_find_section (DrillScenario *self,
                                                          const char    *slug);
int                          drill_scenario_find_series  (DrillScenario *self,
                                                          const char    *key);
int                          drill_scenario_find_flag    (DrillScenario *self,
                                                          const char    *name);
const DrillScenarioSection  *drill_scenario_section      (DrillScenario *self,
                                                          guint          index);
const DrillScenarioRun      *drill_scenario_reference    (DrillScenario *self);
GBytes                      *drill_scenario_read         (DrillScenario *self,
                                                          guint          evidence,
                                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

const char *drill_ending_to_word        (DrillEnding       ending);
const char *drill_harm_to_word          (DrillHarmSeverity severity);
guint       drill_key_points_suggest    (const DrillScenarioSection *section,
                                         const char                 *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillScenario, drill_scenario_unref)

G_END_DECLS
