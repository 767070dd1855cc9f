/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Traces as OTLP JSON, laid out for a waterfall: trace by trace, each span
 * below its parent. A span whose parent is not in the file stands as a root,
 * and so does one of a ring of parents, which damage could make.
 */

#include "config.h"

#include "incident/evidence.h"
#include "incident/json.h"

#include <string.h>

#define MAX_TREE_DEPTH 64

/* A span while its place is looked for. Times are in nanoseconds since 1970. */
typedef struct
{
  DrillSpanRow *row;
  gint64        begin;
  gint64        end;
  guint         order;
  GPtrArray    *children;
  gboolean      placed;
} Entry;

static void
row_free (gpointer data)
{
  DrillSpanRow *row = data;

  g_free (row->trace);
  g_free (row->id);
  g_free (row->parent);
  g_free (row->name);
  g_free (row->service);
  g_free (row->status);
  g_ptr_array_unref (row->attributes);
  g_ptr_array_unref (row->events);
  g_free (row);
}

/* Frees an entry whose row was not handed over. */
static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->row, row_free);
  g_ptr_array_unref (entry->children);
  g_free (entry);
}

void
drill_trace_free (DrillTrace *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->spans);
  g_free (self);
}

/* Nanoseconds need all of 64 bits, so the string is not read as a double. */
static gint64
read_nanoseconds (JsonObject *object,
                  const char *member)
{
  JsonNode   *node = json_object_get_member (object, member);
  const char *text = drill_json_get_string (object, member);
  gint64      value = 0;

  if (text != NULL)
    {
      if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &value, NULL))
        return 0;
    }
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      value = MAX (json_node_get_int (node), 0);
    }

  return value;
}

/* The value of an attribute: {"stringValue": "x"}, {"intValue": "1"} and so on. */
static char *
read_any_value (JsonObject *object)
{
  g_autoptr (GList) values = object != NULL ? json_object_get_values (object) : NULL;

  return drill_json_to_text (values != NULL ? values->data : NULL);
}

static void
read_attributes (JsonArray *array,
                 GPtrArray *fields)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *attribute = drill_json_object (json_array_get_element (array, i));
      const char *key = drill_json_get_string (attribute, "key");

      if (key != NULL)
        g_ptr_array_add (fields,
                         drill_log_field_new (key, read_any_value (drill_json_get_object (attribute, "value"))));
    }
}

static void
read_events (JsonArray *array,
             GPtrArray *fields)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *event = drill_json_object (json_array_get_element (array, i));
      const char *name = drill_json_get_string (event, "name");

      if (name != NULL)
        g_ptr_array_add (fields,
                         drill_log_field_new (name,
                                              g_strdup_printf ("%" G_GINT64_FORMAT,
                                                               read_nanoseconds (event, "timeUnixNano"))));
    }
}

static gboolean
read_status (JsonObject   *span,
             DrillSpanRow *row)
{
  JsonObject *status = drill_json_get_object (span, "status");
  JsonNode   *code = status != NULL ? json_object_get_member (status, "code") : NULL;
  double      number = 0;

  row->status = g_strdup (drill_json_get_string (status, "message"));

  return (drill_json_number (code, &number) && number == 2)
         || g_strcmp0 (drill_json_get_string (status, "code"), "STATUS_CODE_ERROR") == 0;
}

static Entry *
read_span (JsonObject *span,
           const char *service,
           guint       order)
{
  Entry        *entry = g_new0 (Entry, 1);
  DrillSpanRow *row = g_new0 (DrillSpanRow, 1);
  const char   *parent = drill_json_get_string (span, "parentSpanId");
  const char   *name = drill_json_get_string (span, "name");
  const char   *trace = drill_json_get_string (span, "traceId");
  const char   *id = drill_json_get_string (span, "spanId");

  row->trace = g_strdup (trace != NULL ? trace : "");
  row->id = g_strdup (id != NULL ? id : "");
  row->parent = parent != NULL && *parent != '\0' ? g_strdup (parent) : NULL;
  row->name = g_strdup (name != NULL ? name : "");
  row->service = g_strdup (service);
  row->attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_log_field_free);
  row->events = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_log_field_free);
  row->failed = read_status (span, row);
  read_attributes (drill_json_get_array (span, "attributes"), row->attributes);
  read_events (drill_json_get_array (span, "events"), row->events);

  entry->row = row;
  entry->order = order;
  entry->begin = read_nanoseconds (span, "startTimeUnixNano");
  entry->end = MAX (read_nanoseconds (span, "endTimeUnixNano"), entry->begin);
  entry->children = g_ptr_array_new ();

  return entry;
}

static char *
read_service (JsonObject *resource_spans)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_log_field_free);
  JsonObject *resource = drill_json_get_object (resource_spans, "resource");

  read_attributes (drill_json_get_array (resource, "attributes"), fields);
  for (guint i = 0; i < fields->len; i++)
    {
      const DrillLogField *field = g_ptr_array_index (fields, i);

      if (strcmp (field->name, "service.name") == 0)
        return g_strdup (field->value);
    }

  return g_strdup ("");
}

static gboolean
read_scope (JsonObject *scope,
            const char *service,
            GPtrArray  *entries)
{
  JsonArray *spans = drill_json_get_array (scope, "spans");

  for (guint i = 0; spans != NULL && i < json_array_get_length (spans); i++)
    {
      JsonObject *span = drill_json_object (json_array_get_element (spans, i));

      if (span == NULL)
        continue;
      if (entries->len == DRILL_EVIDENCE_MAX_ROWS)
        return FALSE;
      g_ptr_array_add (entries, read_span (span, service, entries->len));
    }

  return TRUE;
}

static gboolean
read_resources (JsonArray *resources,
                GPtrArray *entries)
{
  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      JsonObject      *resource = drill_json_object (json_array_get_element (resources, i));
      g_autofree char *service = read_service (resource);
      JsonArray       *scopes = drill_json_get_array (resource, "scopeSpans");

      if (scopes == NULL)
        scopes = drill_json_get_array (resource, "instrumentationLibrarySpans");
      for (guint s = 0; scopes != NULL && s < json_array_get_length (scopes); s++)
        {
          if (!read_scope (drill_json_object (json_array_get_element (scopes, s)), service, entries))
            return FALSE;
        }
    }

  return TRUE;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = *(Entry *const *) a;
  const Entry *right = *(Entry *const *) b;

  if (left->begin != right->begin)
    return left->begin < right->begin ? -1 : 1;

  return left->order < right->order ? -1 : left->order > right->order;
}

static char *
span_key (const char *trace,
          const char *id)
{
  return g_strconcat (trace, "/", id, NULL);
}

/* Appends @entry and what is below it. @origin is when its trace began. */
static void
place (DrillTrace *self,
       Entry      *entry,
       guint       depth,
       gint64      origin)
{
  DrillSpanRow *row;

  if (entry->placed)
    return;

  entry->placed = TRUE;
  row = g_steal_pointer (&entry->row);
  row->depth = depth;
  row->start = entry->begin - origin;
  row->duration = entry->end - entry->begin;
  for (guint i = 0; i < row->events->len; i++)
    {
      DrillLogField *event = g_ptr_array_index (row->events, i);
      gint64         time = g_ascii_strtoll (event->value, NULL, 10);

      g_free (event->value);
      event->value = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (time - origin, 0));
    }
  g_ptr_array_add (self->spans, row);

  for (guint i = 0; i < entry->children->len && depth < MAX_TREE_DEPTH; i++)
    place (self, g_ptr_array_index (entry->children, i), depth + 1, origin);
}

/* Hangs every span below its parent; returns the spans that have none. */
static GPtrArray *
link_spans (GPtrArray *entries)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (by_id, span_key (entry->row->trace, entry->row->id), entry);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      Entry           *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = span_key (entry->row->trace, entry->row->parent != NULL ? entry->row->parent : "");
      Entry           *parent = entry->row->parent != NULL ? g_hash_table_lookup (by_id, key) : NULL;

      g_ptr_array_add (parent != NULL && parent != entry ? parent->children : roots, entry);
    }

  return roots;
}

static void
lay_out (DrillTrace *self,
         GPtrArray  *entries)
{
  g_autoptr (GPtrArray) roots = NULL;
  g_autoptr (GHashTable) origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) traces = g_ptr_array_new ();

  g_ptr_array_sort (entries, compare_entries);
  /* In time order, the first span seen of a trace is its origin. */
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (!g_hash_table_contains (origins, entry->row->trace))
        {
          char *trace = g_strdup (entry->row->trace);

          g_hash_table_insert (origins, trace, entry);
          g_ptr_array_add (traces, trace);
        }
    }
  self->n_traces = traces->len;

  roots = link_spans (entries);
  /* Roots, then what only a ring of parents left over. */
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (roots, g_ptr_array_index (entries, i));
  for (guint t = 0; t < traces->len; t++)
    {
      const char *trace = g_ptr_array_index (traces, t);
      gint64      origin = ((Entry *) g_hash_table_lookup (origins, trace))->begin;

      for (guint i = 0; i < roots->len; i++)
        {
          Entry *entry = g_ptr_array_index (roots, i);

          if (!entry->placed && strcmp (entry->row->trace, trace) == 0)
            place (self, entry, 0, origin);
        }
    }
}

/**
 * drill_trace_parse:
 *
 * Reads one export request of OTLP in its JSON form.
 *
 * Returns: (transfer full): its spans, or %NULL with @error
 */
DrillTrace *
drill_trace_parse (const char *data,
                   gsize       length,
                   GError    **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  DrillTrace *self;
  JsonArray  *resources;

  g_return_val_if_fail (data != NULL, NULL);

  root = drill_json_parse (data, length, error);
  if (root == NULL)
    return NULL;

  resources = drill_json_get_array (drill_json_object (root), "resourceSpans");
  if (resources == NULL)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, "There is no “resourceSpans” list");
      return NULL;
    }

  entries = g_ptr_array_new_with_free_func (entry_free);
  if (!read_resources (resources, entries))
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE, "There are too many spans");
      return NULL;
    }
  if (entries->len == 0)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, "There are no spans");
      return NULL;
    }

  self = g_new0 (DrillTrace, 1);
  self->spans = g_ptr_array_new_with_free_func (row_free);
  lay_out (self, entries);

  return self;
}
