/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading JSON that strangers wrote. Each getter returns nothing (NULL, FALSE)
 * when the member is missing or of another kind, and never prints. */

JsonNode   *drill_json_parse      (const char *data,
                                   gsize       length,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

JsonObject *drill_json_object     (JsonNode   *node);
JsonArray  *drill_json_array      (JsonNode   *node);
JsonArray  *drill_json_get_array  (JsonObject *object,
                                   const char *member);
JsonObject *drill_json_get_object (JsonObject *object,
                                   const char *member);
const char *drill_json_get_string (JsonObject *object,
                                   const char *member);
gboolean    drill_json_number     (JsonNode   *node,
                                   double     *value);
char       *drill_json_to_text    (JsonNode   *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
