/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Logs as pino writes them: one JSON object a line, the level a number, the
 * time in milliseconds. Levels as words and times as dates are understood too.
 * A line that is not JSON is shown as it is: in a real incident a stack trace
 * from the runtime stands between the structured lines.
 */

#include "config.h"

#include "incident/evidence.h"
#include "incident/json.h"

#include <math.h>
#include <string.h>

#define MAX_LINE (64 * 1024)
#define MAX_FIELDS 64

DrillLogField *
drill_log_field_new (const char *name,
                     char       *value)
{
  DrillLogField *field = g_new0 (DrillLogField, 1);

  field->name = g_strdup (name);
  field->value = value;

  return field;
}

void
drill_log_field_free (DrillLogField *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static void
line_free (gpointer data)
{
  DrillLogLine *line = data;

  g_free (line->message);
  g_ptr_array_unref (line->fields);
  g_free (line);
}

void
drill_log_free (DrillLog *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

static guint
read_level (JsonNode *node)
{
  static const struct
  {
    const char *word;
    guint       level;
  } words[] = { { "trace", 10 }, { "debug", 20 }, { "info", 30 },  { "warn", 40 },
                { "warning", 40 }, { "error", 50 }, { "fatal", 60 } };
  g_autofree char *text = NULL;
  double           number;

  if (drill_json_number (node, &number))
    return number > 0 && number <= 100 ? (guint) number : 0;

  text = drill_json_to_text (node);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (text, words[i].word) == 0)
        return words[i].level;
    }

  return 0;
}

static gint64
read_time (JsonNode *node)
{
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GTimeZone) utc = NULL;
  double number;

  if (drill_json_number (node, &number))
    return number >= 0 && number < 1e15 ? (gint64) number : -1;

  text = drill_json_to_text (node);
  if (strlen (text) > 40)
    return -1;
  utc = g_time_zone_new_utc ();
  date = g_date_time_new_from_iso8601 (text, utc);
  if (date == NULL)
    return -1;

  return g_date_time_to_unix (date) * 1000 + g_date_time_get_microsecond (date) / 1000;
}

/* Adds @node as one field, or the members of an object as several. */
static void
add_fields (GPtrArray  *fields,
            const char *name,
            JsonNode   *node)
{
  JsonObject *object = drill_json_object (node);
  g_autoptr (GList) members = NULL;

  if (fields->len >= MAX_FIELDS)
    return;
  /* One level is opened: err.message reads better than a brace. */
  if (object == NULL || strchr (name, '.') != NULL)
    {
      g_ptr_array_add (fields, drill_log_field_new (name, drill_json_to_text (node)));
      return;
    }

  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *path = g_strconcat (name, ".", l->data, NULL);

      add_fields (fields, path, json_object_get_member (object, l->data));
    }
}

static DrillLogLine *
line_new (guint number)
{
  DrillLogLine *line = g_new0 (DrillLogLine, 1);

  line->number = number;
  line->time = -1;
  line->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_log_field_free);

  return line;
}

static DrillLogLine *
read_line (const char *text,
           gsize       length,
           guint       number)
{
  g_autoptr (JsonNode) root = length <= MAX_LINE ? drill_json_parse (text, length, NULL) : NULL;
  g_autoptr (GList) members = NULL;
  JsonObject   *object = drill_json_object (root);
  DrillLogLine *line = line_new (number);

  if (object == NULL)
    {
      line->raw = TRUE;
      line->message = g_utf8_make_valid (text, MIN (length, MAX_LINE));
      return line;
    }

  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonNode   *node = json_object_get_member (object, name);

      if (strcmp (name, "level") == 0)
        line->level = read_level (node);
      else if (strcmp (name, "time") == 0)
        line->time = read_time (node);
      else if (strcmp (name, "msg") == 0 || (strcmp (name, "message") == 0 && line->message == NULL))
        {
          g_free (line->message);
          line->message = drill_json_to_text (node);
        }
      else
        add_fields (line->fields, name, node);
    }
  if (line->message == NULL)
    line->message = g_strdup ("");

  return line;
}

/**
 * drill_log_parse:
 * @min_level: leave out lines below it; lines without a level always pass
 *
 * Returns: (transfer full): the log, or %NULL when there are too many lines or
 *   none of them is JSON
 */
DrillLog *
drill_log_parse (const char *data,
                 gsize       length,
                 guint       min_level,
                 GError    **error)
{
  g_autoptr (DrillLog) self = NULL;
  const char *end;
  guint       number = 0;
  guint       n_json = 0;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_new0 (DrillLog, 1);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  end = data + length;
  while (data < end)
    {
      const char   *stop = memchr (data, '\n', end - data);
      gsize         size = (stop != NULL ? stop : end) - data;
      DrillLogLine *line;

      number++;
      if (number > DRILL_EVIDENCE_MAX_ROWS)
        {
          g_set_error (error,
                       DRILL_INCIDENT_ERROR,
                       DRILL_INCIDENT_ERROR_TOO_LARGE,
                       "The log has more than %d lines",
                       DRILL_EVIDENCE_MAX_ROWS);
          return NULL;
        }
      if (size > 0 && data[size - 1] == '\r')
        size--;
      if (size > 0)
        {
          line = read_line (data, size, number);
          self->n_raw += line->raw;
          n_json += !line->raw;
          if (line->level == 0 || line->level >= min_level)
            {
              g_ptr_array_add (self->lines, line);
            }
          else
            {
              self->n_hidden++;
              line_free (line);
            }
        }
      data = stop != NULL ? stop + 1 : end;
    }

  if (n_json == 0)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, "No line of the log is a JSON object");
      return NULL;
    }

  return g_steal_pointer (&self);
}
