/* pt-source-map.h: which drawn element an emitted one comes from, and on which lines it stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>
#include <partitur/program.h>

G_BEGIN_DECLS

typedef struct _PtSourceMap PtSourceMap;
PtSourceMap *pt_source_map_new (void);
void pt_source_map_free (PtSourceMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSourceMap, pt_source_map_free)

/**
 * pt_source_map_take_id:
 * @base: the id wanted
 * @logical: (nullable): id of the drawn element it stands for
 * @near: (nullable): for what has none: the drawn element that caused it
 *
 * Enters an id that is free, an NCName and no longer than 255 characters: @base, or the nearest to
 * it.
 *
 * Returns: (transfer none): lives as long as the map
 */
const char *
pt_source_map_take_id (PtSourceMap *self, const char *base, const char *logical, const char *near);
/** pt_source_map_drop_id: for what is not written in the end */
void pt_source_map_drop_id (PtSourceMap *self, const char *id);
gboolean pt_source_map_has_id (const PtSourceMap *self, const char *id);

/** pt_source_map_set_lines: where @id stands; inner elements before the ones around them */
void pt_source_map_set_lines (PtSourceMap *self, const char *id, int first, int last);

gboolean
pt_source_map_get_lines (const PtSourceMap *self, const char *logical, int *first, int *last);
/** pt_source_map_get_logical_at: Returns: (nullable): drawn element of the innermost emitted one on
 * @line */
const char *pt_source_map_get_logical_at (const PtSourceMap *self, int line);
/** pt_source_map_to_json: Returns: (transfer full): emitted id → logical id or null, in file order
 */
JsonNode *pt_source_map_to_json (const PtSourceMap *self);

G_END_DECLS
