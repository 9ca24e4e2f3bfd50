/* pt-emission.h: an executable file while it is being made
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file grows as a tree, in schema order, from the program alone. Elements that are made from
 * fields of the program are right by construction; what is carried along as text comes from files
 * of any quality and is put right, or left out with a finding, at the end (pt-settle.c).
 */
#pragma once

#include <partitur/compiler.h>
#include <partitur/feel.h>

#include "pt-groups.h"
#include "pt-source-map.h"

G_BEGIN_DECLS

typedef struct
{
  const PtProgram *program;
  const PtTarget *target;
  PtDiagnostics *diagnostics;
  PtSourceMap *map;
  xmlDoc *doc;
  xmlNode *root;
  xmlNs *bpmn;
  PtOrigin collaboration; /* it has no entry in the program */
  GHashTable *namespaces; /* address → xmlNs declared on the root */
  GHashTable *by_origin;  /* PtOrigin of the program → emitted id */
  GHashTable *by_text;    /* id in the program or in carried text → emitted id */
  GHashTable *names;      /* PtOrigin of the program → its name, where it has one */
  GPtrArray
      *carried; /* of xmlNode; its _private is the PtOrigin it belongs to; NULL when taken out */
  GHashTable *processes;                    /* index of a process → its xmlNode */
  PtGroups *nodes_of, *flows_of, *items_of; /* by scope */
  PtGroups *lanes_of;                       /* by scope, and after these by lane */
  PtGroups *nodes_in;                       /* by lane */
  GHashTable *operations; /* id of the role, space, topic → emitted id of the operation */
  GPtrArray *side_files;  /* of PtSideFile */
  xmlNode *last_item;     /* (nullable): of the root, the last thing that others refer to by type */
} PtEmission;

/* ----- ids ------------------------------------------------------------------------------------ */

/** pt_emission_id: Returns: (transfer none) (nullable): the id an entry of the program is emitted
 * with */
const char *pt_emission_id (PtEmission *self, const PtOrigin *origin);
/** pt_emission_id_of_text: Returns: (transfer none) (nullable): the same by the id in the program
 */
const char *pt_emission_id_of_text (PtEmission *self, const char *id);
/** pt_emission_resource: Returns: (transfer none): id of the resource that stands for a role */
const char *pt_emission_resource (PtEmission *self, PtIndex role);
/** pt_emission_enter_id: remembers what @origin, an entry of the program, is emitted with */
void pt_emission_enter_id (PtEmission *self, const PtOrigin *origin, const char *emitted);
/** pt_emission_derive_id: Returns: (transfer none): a new id for what belongs to @origin: its id
 * and @suffix */
const char *pt_emission_derive_id (PtEmission *self, const PtOrigin *origin, const char *suffix);
/** pt_emission_make_id: Returns: (transfer none): a new id for what is not drawn: @prefix, "_" and
 * @name */
const char *pt_emission_make_id (PtEmission *self, const char *prefix, const char *name);

/** pt_emission_report: a finding about an entry of the program; {1} is its name, {2} @detail */
void pt_emission_report (PtEmission *self, PtCode code, const PtOrigin *origin, const char *detail);

/** pt_emission_accesses: Returns: (transfer none) (array length=n): what @node, an entry of the
 * program, reads and writes */
const PtAccess *pt_emission_accesses (PtEmission *self, const PtNode *node, guint *n);

/* ----- the tree ------------------------------------------------------------------------------- */

/** pt_emission_namespace: Returns: (transfer none): @uri declared on the root, with a prefix like
 * @prefix */
xmlNs *pt_emission_namespace (PtEmission *self, const char *uri, const char *prefix);
/** pt_emission_sort_namespaces: into an order that does not depend on what was drawn first */
void pt_emission_sort_namespaces (PtEmission *self);
/** pt_emission_add_item: Returns: (transfer none): a new child of the root, beside the drawn ones
 * of its like, so that a file that is compiled again keeps its order */
xmlNode *pt_emission_add_item (PtEmission *self, const char *tag);
/** pt_emission_add: Returns: (transfer none): a new BPMN element as the last child of @parent */
xmlNode *pt_emission_add (PtEmission *self, xmlNode *parent, const char *tag);
/** pt_emission_add_text: the same with @text (nullable) in it */
xmlNode *
pt_emission_add_text (PtEmission *self, xmlNode *parent, const char *tag, const char *text);
/** pt_emission_insert: a new BPMN element where the schema wants it among the children of @parent
 */
xmlNode *pt_emission_insert (PtEmission *self, xmlNode *parent, const char *tag);
/** pt_emission_set: @value: (nullable): NULL sets nothing */
void pt_emission_set (xmlNode *element, const char *name, const char *value);
/** pt_emission_set_uri: the same, but @otherwise (nullable) when @value is no URI */
void
pt_emission_set_uri (xmlNode *element, const char *name, const char *value, const char *otherwise);
/** pt_emission_set_ns: the same in namespace @ns, unless @element has that attribute already */
void pt_emission_set_ns (xmlNode *element, xmlNs *ns, const char *name, const char *value);
/** pt_emission_find_extensions: Returns: (transfer none) (nullable): extensionElements of @element
 */
xmlNode *pt_emission_find_extensions (xmlNode *element);
/** pt_emission_extensions: Returns: (transfer none): the extensionElements of @element, made when
 * it has none */
xmlNode *pt_emission_extensions (PtEmission *self, xmlNode *element);
/** pt_emission_find_named: Returns: (nullable): the child of @parent with this tag and name */
xmlNode *pt_emission_find_named (xmlNode *parent, const char *tag, const char *name);
/** pt_emission_add_base: a new element with what all have: id, name, documentation, extensions */
xmlNode *pt_emission_add_base (PtEmission *self,
                               xmlNode *parent,
                               const char *tag,
                               const PtOrigin *origin,
                               const char *name,
                               const PtCarried *carried);
/** pt_emission_add_expression: a formal expression in the target's language, or in @language
 * (nullable) */
xmlNode *pt_emission_add_expression (PtEmission *self,
                                     xmlNode *parent,
                                     const char *tag,
                                     const char *text,
                                     const char *language);

/**
 * pt_emission_variable:
 * @scope: index of a scope in the process
 * @structure: (nullable): name of an XML Schema type, "boolean"
 * @documentation: (nullable): when it is new
 *
 * The property of the process that holds the variable @name; made when there is none.
 *
 * Returns: (transfer none): its id
 */
const char *pt_emission_variable (PtEmission *self,
                                  PtIndex scope,
                                  const char *name,
                                  const char *structure,
                                  const char *documentation);

/* ----- carried text --------------------------------------------------------------------------- */

/** pt_emission_carry: @xml (nullable): elements as text, inserted into @parent where the schema
 * wants them; @origin: the entry of the program they belong to */
void pt_emission_carry (PtEmission *self, xmlNode *parent, const char *xml, const PtOrigin *origin);
/** pt_emission_carry_attributes: @text (nullable): attributes of other namespaces as text */
void pt_emission_carry_attributes (PtEmission *self, xmlNode *element, const char *text);
/** pt_emission_watch: @element, made from the program, refers to what is carried and goes with it
 */
void pt_emission_watch (PtEmission *self, xmlNode *element, const PtOrigin *origin);
/** pt_emission_set_value: a new value for @attribute, or for the text of @element when that is
 * %NULL */
void pt_emission_set_value (xmlNode *element, xmlAttr *attribute, const char *value);
/** pt_emission_settle: puts references in carried elements right and takes out what does not fit
 * the schemas, with a finding each. */
void pt_emission_settle (PtEmission *self);

/* ----- beside the file ------------------------------------------------------------------------ */

void pt_side_file_free (PtSideFile *self);
/** pt_emission_side_file: @node: whose file it is; @ending: as ".form"; @content: (transfer full).
 * Returns: (transfer none): its name, made from the ids of process and node */
const char *
pt_emission_side_file (PtEmission *self, const PtNode *node, const char *ending, JsonNode *content);

/* ----- the parts of the file ------------------------------------------------------------------ */

void pt_emit_collaboration (PtEmission *emission);
void pt_emit_scope (PtEmission *emission, xmlNode *parent, PtIndex scope);
void pt_emit_node (PtEmission *emission, xmlNode *parent, PtIndex node);
void pt_emit_event (PtEmission *emission, xmlNode *element, const PtNode *node);
void pt_emit_diagrams (PtEmission *emission);

/** PtEmitted: what comes out. */
typedef struct
{
  GBytes *xml;
  PtSourceMap *map;
  GPtrArray *side_files; /* of PtSideFile */
} PtEmitted;
void pt_emitted_free (PtEmitted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtEmitted, pt_emitted_free)

/** pt_emit: @program: legalised for @target. Returns: (transfer full) */
PtEmitted *pt_emit (const PtProgram *program, const PtTarget *target, PtDiagnostics *diagnostics);

G_END_DECLS
