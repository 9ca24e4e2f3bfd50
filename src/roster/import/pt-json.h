/* pt-json.h: looking into JSON that may be of any shape
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "pt-imported.h"

/** pt_json_read: Returns: (transfer full) (nullable): the root; %NULL with @error, which names the
 * line */
JsonNode *pt_json_read (const PtImportSource *self, GError **error);

/* Each is %NULL for what is not there or of another kind. Names of members count without regard to
 * capitals (RFC 7643, 2.1). */
const char *pt_json_string (JsonObject *object, const char *name);
JsonArray *pt_json_array (JsonObject *object, const char *name);
JsonObject *pt_json_object (JsonObject *object, const char *name);
/** pt_json_truth: Returns: (nullable): "true", "false", or %NULL when it is not said */
const char *pt_json_truth (JsonObject *object, const char *name);

/** pt_json_item: Returns: (nullable): the @i-th element when it is an object */
JsonObject *pt_json_item (JsonArray *array, guint i);
/** pt_json_word: Returns: (nullable): the @i-th element when it is a string, or the first of the
 * members
 *  @names (NULL-terminated) of it that it has */
const char *pt_json_word (JsonArray *array, guint i, const char *const *names);
/** pt_json_length: @array: (nullable) */
guint pt_json_length (JsonArray *array);
