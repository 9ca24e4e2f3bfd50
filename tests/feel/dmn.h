/* dmn.h: decision models (DMN 1.3 to 1.5), as far as the cases of the compatibility kit need them:
 * decisions, input data, business knowledge, services, item definitions, boxed expressions, imports
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libxml/tree.h>
#include <partitur/feel.h>

G_BEGIN_DECLS

typedef struct _Dmn Dmn;
struct _Dmn
{
  xmlDoc *doc;
  char *folder;
  PtFeelScope *types;   /* only its types are used */
  GHashTable *by_id;    /* → xmlNode */
  GHashTable *imports;  /* name → Dmn */
  GHashTable *by_space; /* (owned by the first model): namespace → Dmn */
};

/** dmn_load: Returns: (transfer full) (nullable) */
Dmn *dmn_load (const char *path);
void dmn_free (Dmn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dmn, dmn_free)

/** dmn_evaluate: the decision or service @name with @inputs, a context. Returns: (transfer full) */
PtFeelValue dmn_evaluate (Dmn *self, const char *name, const PtFeelValue *inputs);

/** dmn_coerce: a value on its way into something of the type @ref. Returns: (transfer full) */
PtFeelValue dmn_coerce (Dmn *self, const char *ref, PtFeelValue value);
/** dmn_type: Returns: (transfer full) (nullable) */
PtFeelType *dmn_type (Dmn *self, const char *ref);
/** dmn_item_type: of an item definition, or a component of one. Returns: (transfer full) */
PtFeelType *dmn_item_type (Dmn *self, xmlNode *item);
/** dmn_expression: the value of the boxed or literal @expression where @variables are known */
PtFeelValue dmn_expression (Dmn *self, xmlNode *expression, const PtFeelValue *variables);
/** dmn_text: the value of FEEL text. */
PtFeelValue dmn_feel (Dmn *self, const char *text, const PtFeelValue *variables);
/** dmn_function: @definition: parameters and an expression, in which @known can be seen */
PtFeelValue dmn_function (Dmn *self, xmlNode *definition, const PtFeelValue *known);

/* Small help with XML. */
xmlNode *dmn_child (const xmlNode *parent, const char *name);
xmlNode *dmn_next (const xmlNode *node, const char *name);
/** dmn_first: the first child that is an expression */
xmlNode *dmn_body (const xmlNode *parent);
char *dmn_attribute (const xmlNode *node, const char *name);
char *dmn_content (const xmlNode *parent, const char *child);
PtFeelValue dmn_copy (const PtFeelValue *context);

#define dmn_is(node, what) (g_str_equal ((const char *)(node)->name, (what)))

G_END_DECLS
