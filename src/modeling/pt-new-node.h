/* pt-new-node.h: a new element with its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_new_node_size: Returns: the size a new element has */
PtPoint pt_new_node_size (const PtNodeSpec *spec);
PtBounds pt_new_node_bounds (const PtNodeSpec *spec, PtPoint center);

/**
 * pt_new_node_prospect:
 * What the rules may ask about an element that is not there yet; @container is its future parent.
 */
PtElement pt_new_node_prospect (const PtNodeSpec *spec, PtElement *container);

/**
 * pt_new_node_make:
 * @container: what holds it in the model: see pt_container_of()
 *
 * Makes the element, what it cannot be without, its figure, and lists it in the lane it lies in.
 *
 * Returns: (transfer none): the element
 */
xmlNode *pt_new_node_make (PtDraft *draft,
                           PtDiagram *diagram,
                           PtElement *container,
                           const PtNodeSpec *spec,
                           PtBounds bounds);

/** pt_new_event_definition: gives the event @node a definition of @type with what the schema asks
 * for */
void pt_new_event_definition (PtDraft *draft, xmlNode *node, PtBpmnType type);
/** pt_new_data_object: makes the data object in @container that @reference shows */
void pt_new_data_object (PtDraft *draft, xmlNode *container, xmlNode *reference);
