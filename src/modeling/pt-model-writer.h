/* pt-model-writer.h: the one place that writes elements of the model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_model_note_habit: many tools leave out the children incoming and outgoing of flow nodes; a
 * file that has sequence flows and none of these keeps it that way. Looked up once, before the
 * first edit could take the evidence away. */
void pt_model_note_habit (PtDraft *draft);
/** pt_model_id_prefix: Returns: what ids of @type begin with: "Task", "Event", "Flow" … */
const char *pt_model_id_prefix (PtBpmnType type);
/** pt_model_add: inserts a new element of @type with an id of its own into @parent where the schema
 *  wants it. Returns: (transfer none) */
xmlNode *pt_model_add (PtDraft *draft, xmlNode *parent, PtBpmnType type);
/** pt_model_add_before: the same at a chosen place; @before (nullable): a child of @parent */
xmlNode *pt_model_add_before (PtDraft *draft, xmlNode *parent, PtBpmnType type, xmlNode *before);
/** pt_model_add_child: inserts a child @tag with @text (nullable) and without id. Returns:
 * (transfer none) */
xmlNode *pt_model_add_child (PtDraft *draft, xmlNode *parent, const char *tag, const char *text);
/** pt_model_find_child: Returns: (nullable): the first child @tag of the BPMN namespace */
xmlNode *pt_model_find_child (const xmlNode *parent, const char *tag);
/** pt_model_put_child: sets the text of the child @tag, which comes with a text and goes without */
void pt_model_put_child (PtDraft *draft, xmlNode *parent, const char *tag, const char *text);
void pt_model_set (PtDraft *draft, xmlNode *node, const char *attribute, const char *value);
/** pt_model_id: Returns: (transfer full): the id of @node */
char *pt_model_id (const xmlNode *node);
/** pt_model_names: whether @text, the text of a reference with or without prefix, means @id */
gboolean pt_model_names (const char *text, const char *id);
/** pt_model_drop_reference: removes the first child @tag of @parent that refers to @id */
void pt_model_drop_reference (PtDraft *draft, xmlNode *parent, const char *tag, const char *id);
/** pt_model_reparent: moves @node in the tree to where the schema wants it in @parent */
void pt_model_reparent (PtDraft *draft, xmlNode *node, xmlNode *parent);

/**
 * pt_model_connect:
 * @source, @target: the model's elements; @process: where an association shall live
 *
 * Writes a new flow of @type into its container, with the children its ends have for it.
 *
 * Returns: (transfer none)
 */
xmlNode *pt_model_connect (PtDraft *draft,
                           PtBpmnType type,
                           xmlNode *container,
                           xmlNode *source,
                           xmlNode *target);
/** pt_model_set_source, pt_model_set_target: hangs a flow of @type from @old (nullable) to @end */
void
pt_model_set_source (PtDraft *draft, PtBpmnType type, xmlNode *flow, xmlNode *old, xmlNode *end);
void
pt_model_set_target (PtDraft *draft, PtBpmnType type, xmlNode *flow, xmlNode *old, xmlNode *end);
