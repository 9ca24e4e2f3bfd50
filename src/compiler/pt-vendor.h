/* pt-vendor.h: what an engine's maker adds to the standard, in a namespace of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All functions work in the namespace of the emission's target. What is drawn with attributes and
 * elements of that namespace already is left as it is: it says more than what can be inferred.
 */
#pragma once

#include "pt-emission.h"

G_BEGIN_DECLS

#define PT_NS_MODELER "http://camunda.org/schema/modeler/1.0"
#define PT_NS_ZEEBE "http://camunda.org/schema/zeebe/1.0"
#define PT_NS_FLOWABLE "http://flowable.org/bpmn"
#define PT_NS_ACTIVITI "http://activiti.org/bpmn"
#define PT_NS_SPIFF "http://spiffworkflow.org/bpmn/schema/1.0/core"

/** PtVendor: whose settings a namespace holds. */
typedef struct
{
  const char *uri, *prefix;
  const char *label; /* a proper name */
} PtVendor;

extern const PtVendor pt_vendor_camunda;
extern const PtVendor pt_vendor_zeebe;
extern const PtVendor pt_vendor_flowable;
extern const PtVendor pt_vendor_activiti;
extern const PtVendor pt_vendor_spiff;
/** pt_vendors: (array zero-terminated=1): all of them */
extern const PtVendor *const pt_vendors[];

/** pt_vendor_set: unless @element has that attribute already */
void pt_vendor_set (PtEmission *self, xmlNode *element, const char *name, const char *value);
/** pt_vendor_add: Returns: (transfer none): a new element as the last child of @parent */
xmlNode *pt_vendor_add (PtEmission *self, xmlNode *parent, const char *tag);
/** pt_vendor_add_extension: the same among the extensionElements of @element */
xmlNode *pt_vendor_add_extension (PtEmission *self, xmlNode *element, const char *tag);
/** pt_vendor_add_text: a new element with @text in it */
xmlNode *pt_vendor_add_text (PtEmission *self, xmlNode *parent, const char *tag, const char *text);

/** pt_vendor_has_attribute: Returns: whether @element has one of @names (%NULL-terminated), in any
 * namespace the target reads */
gboolean
pt_vendor_has_attribute (PtEmission *self, const xmlNode *element, const char *const *names);
/** pt_vendor_find_extension: Returns: (transfer none) (nullable): the extension element @tag */
xmlNode *pt_vendor_find_extension (PtEmission *self, xmlNode *element, const char *tag);

/** PtFieldFunc: asks for @variable on a form */
typedef void (*PtFieldFunc) (PtEmission *self, gpointer form, const PtVariable *variable);

/**
 * pt_vendor_ask:
 * @is_drawn: whether the task has a form already; one that is drawn has to ask what the process
 * decides by itself, which is said
 * @start: makes the form, when there is something to ask
 * @add_field: for each variable that is asked for at @node
 *
 * Returns: (nullable): what @start gave
 */
gpointer pt_vendor_ask (PtEmission *self,
                        xmlNode *element,
                        const PtNode *node,
                        gboolean is_drawn,
                        gpointer (*start) (PtEmission *self, xmlNode *element),
                        PtFieldFunc add_field);
/** pt_vendor_inputs, pt_vendor_outputs: Returns: (transfer container) (element-type PtVariable):
 * what a system is handed for its work at @node, and what it hands back, as the arrows from and to
 * data say. Without an arrow from it, what it hands back is not told apart: all of it. */
GPtrArray *pt_vendor_inputs (PtEmission *self, const PtNode *node);
GPtrArray *pt_vendor_outputs (PtEmission *self, const PtNode *node);
/** pt_vendor_is_choice: Returns: whether @variable is one of the values it has */
gboolean pt_vendor_is_choice (const PtVariable *variable);
/** pt_vendor_groups: Returns: (transfer full) (nullable): ids of the roles that are offered it,
 * with commas */
char *pt_vendor_groups (PtEmission *self, const PtNode *node);
/** pt_vendor_users: Returns: (transfer full) (nullable): the same of persons */
char *pt_vendor_users (const PtNode *node);
/** pt_vendor_tell_offered: says that the engine offers @node to @drawn (%NULL-terminated), as the
 * file tells it, where that is not @groups (nullable), who should be offered it */
void pt_vendor_tell_offered (PtEmission *self,
                             const PtNode *node,
                             const char *const *drawn,
                             const char *groups);
/** pt_vendor_is_derived: Returns: whether the file says in an expression of assignment.h who may do it, so that
 * what an engine is told follows from that, whatever the file told one before */
gboolean pt_vendor_is_derived (const PtNode *node);
/** pt_vendor_role: Returns: (transfer none) (nullable): what the engine calls the group of people
 * that plays @node */
const char *pt_vendor_role (PtEmission *self, const PtNode *node);
/** pt_vendor_topic: Returns: (transfer none): the job a system does at @node */
const char *pt_vendor_topic (PtEmission *self, const PtNode *node);

/** PtNodeSetter: what a target adds to nodes of a type */
typedef struct
{
  PtBpmnType type;
  void (*set) (PtEmission *self, xmlNode *element, const PtNode *node);
} PtNodeSetter;

/** pt_vendor_set_node: applies the rows of @setters for the type of @node, if it is played.
 * PT_BPMN_NONE ends them. */
void pt_vendor_set_node (PtEmission *self,
                         xmlNode *element,
                         const PtNode *node,
                         const PtNodeSetter *setters);
/** pt_vendor_is_message_thrown: Returns: whether @node sends a message as an event */
gboolean pt_vendor_is_message_thrown (const PtNode *node);
/** pt_vendor_waits_for_case: Returns: whether @node waits for a message to a case that runs already
 */
gboolean pt_vendor_waits_for_case (const PtProgram *program, const PtNode *node);

/* ----- what the engines that come from Activiti have in common ---------------------------------
 */

/** pt_vendor_set_candidates: the role as a group of which anybody may take the task */
void pt_vendor_set_candidates (PtEmission *self, xmlNode *element, const PtNode *node);
/** pt_vendor_keep_iso: a #PtIsoFunc: as it is */
char *pt_vendor_keep_iso (PtTimeKind kind, const char *iso);
/** pt_vendor_set_due_date: until when, if that is known */
void pt_vendor_set_due_date (PtEmission *self, xmlNode *element, const PtNode *node);
/** pt_vendor_set_collection: a list, and what an entry of it is called */
void pt_vendor_set_collection (PtEmission *self, xmlNode *loop, const PtNode *node);
/** pt_vendor_set_external: work a system fetches by its topic; @type: what the engine calls that */
void
pt_vendor_set_external (PtEmission *self, xmlNode *element, const PtNode *node, const char *type);
/** pt_vendor_describe_field: id, label, type and values; @label: the attribute for it; @number:
 * what the type of numbers is called */
void pt_vendor_describe_field (PtEmission *self,
                               xmlNode *field,
                               const PtVariable *variable,
                               const char *label,
                               const char *number);
/** pt_vendor_has_form: Returns: whether a task has a form already: a key of one, or @tag */
gboolean pt_vendor_has_form (PtEmission *self, xmlNode *element, const char *tag);
/** pt_vendor_maps_variables: Returns: whether a call says already what goes in and comes out */
gboolean pt_vendor_maps_variables (PtEmission *self, xmlNode *call);

G_END_DECLS
