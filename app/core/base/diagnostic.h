/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_SEVERITY_ERROR,
  DRILL_SEVERITY_WARNING,
} DrillSeverity;

/**
 * DrillDiagnostic:
 * @file: path as the user gave it, or below the folder that was given
 * @line: line from 1, or 0 when the whole file is meant
 * @column: byte column from 1, or 0 when it is not known exactly
 * @code: stable code such as "E012"; a static string
 * @text: one sentence in English: what is wrong and what to do about it
 */
typedef struct
{
  char         *file;
  guint         line;
  guint         column;
  DrillSeverity severity;
  const char   *code;
  char         *text;
} DrillDiagnostic;

char *drill_diagnostic_format (const DrillDiagnostic *self) G_GNUC_WARN_UNUSED_RESULT;

/* A list of problems. Owned by whoever collects; not thread-safe. */
typedef struct _DrillDiagnostics DrillDiagnostics;

DrillDiagnostics      *drill_diagnostics_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                   drill_diagnostics_free       (DrillDiagnostics *self);
void                   drill_diagnostics_add        (DrillDiagnostics *self,
                                                     const char       *file,
                                                     guint             line,
                                                     guint             column,
                                                     DrillSeverity     severity,
                                                     const char       *code,
                                                     const char       *format,
                                                     ...) G_GNUC_PRINTF (7, 8);
void                   drill_diagnostics_take_all   (DrillDiagnostics *self,
                                                     DrillDiagnostics *other);
guint                  drill_diagnostics_get_length (const DrillDiagnostics *self);
const DrillDiagnostic *drill_diagnostics_get        (const DrillDiagnostics *self,
                                                     guint                   index);
guint                  drill_diagnostics_count      (const DrillDiagnostics *self,
                                                     DrillSeverity           severity);
void                   drill_diagnostics_sort       (DrillDiagnostics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillDiagnostics, drill_diagnostics_free)

G_END_DECLS
