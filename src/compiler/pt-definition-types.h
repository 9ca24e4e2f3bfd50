/* pt-definition-types.h: the root elements that events and messages refer to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** PtDefinitionType: how the standard calls what one of them holds and what refers to it. */
typedef struct
{
  PtBpmnType type;
  const char *code;            /* (nullable): attribute with its code */
  const char *item;            /* attribute with its type of data */
  PtBpmnType event_definition; /* that refers to it */
  const char *reference;       /* by this attribute */
  const char *prefix;          /* of ids that are made for it */
  const char *label;           /* within a sentence; untranslated */
} PtDefinitionType;

/** pt_definition_type: Returns: (transfer none) (nullable): the row for @type */
const PtDefinitionType *pt_definition_type (PtBpmnType type);
/** pt_definition_type_of_event: Returns: (transfer none) (nullable): what @event_definition refers
 * to */
const PtDefinitionType *pt_definition_type_of_event (PtBpmnType event_definition);

G_END_DECLS
