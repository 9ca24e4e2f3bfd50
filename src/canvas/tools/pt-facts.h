/* pt-facts.h: what tools ask of a figure or an element
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** pt_facts_family: Returns: the family of what @figure shows, %PT_FAMILY_NONE for a dangling
 * figure */
PtFamily pt_facts_family (const PtDiagramElement *figure);
/** pt_facts_id: Returns: (nullable): id of the element it shows; only such figures can be selected
 */
const char *pt_facts_id (const PtDiagramElement *figure);
gboolean pt_facts_is_a (const PtDiagramElement *figure, PtBpmnType type);

/** pt_facts_is_container: whether figures lie in it: pools, lanes, expanded sub-processes */
gboolean pt_facts_is_container (const PtDiagramElement *figure);
/** pt_facts_is_band: whether it is a pool or lane: its header is its grip, its inside is open
 * ground */
gboolean pt_facts_is_band (const PtDiagramElement *figure);
/** pt_facts_is_resizable: events, gateways and data keep their size */
gboolean pt_facts_is_resizable (const PtDiagramElement *figure);
/** pt_facts_has_outer_label: whether its label stands outside of it and can be moved by itself */
gboolean pt_facts_has_outer_label (const PtDiagramElement *figure);
/** pt_facts_runs_down: whether the flow around @figure runs from top to bottom (vertical pools) */
gboolean pt_facts_runs_down (const PtDiagramElement *figure);

/**
 * pt_facts_carrier:
 * Returns: (nullable): what @element moves along with: the host of a boundary event, the pool of a
 *   lane or of a process, else the element that contains it
 */
const PtElement *pt_facts_carrier (const PtElement *element);
/**
 * pt_facts_is_carried:
 * @ids: set of ids
 *
 * Returns: whether @element or something that carries it is in @ids
 */
gboolean pt_facts_is_carried (const PtElement *element, GHashTable *ids);
/** pt_facts_pool: Returns: (nullable): the participant that shows the process @element is in */
const PtElement *pt_facts_pool (const PtElement *element);

G_END_DECLS
