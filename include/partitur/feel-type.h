/* feel-type.h: the types of the expression language, and what is known where an expression stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/feel-value.h>

G_BEGIN_DECLS

/** PtFeelType: number, list<string>, context<a: number> … (10.3.2.9); immutable, reference counted.
 */
typedef struct _PtFeelType PtFeelType;

PtFeelType *pt_feel_type_ref (PtFeelType *self);
void pt_feel_type_unref (PtFeelType *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtFeelType, pt_feel_type_unref)

/** pt_feel_type_new: @kind: any but list, range, context and function, which then are “of
 * anything”. Returns: (transfer full) */
PtFeelType *pt_feel_type_new (PtFeelKind kind);
/** pt_feel_type_new_of: @kind: list or range; @item: (transfer full). Returns: (transfer full) */
PtFeelType *pt_feel_type_new_of (PtFeelKind kind, PtFeelType *item);
/** pt_feel_type_new_context: Returns: (transfer full): context<>, to which entries may be added
 * before anybody else holds it */
PtFeelType *pt_feel_type_new_context (void);
/** pt_feel_type_add_entry: @type: (transfer full) */
void pt_feel_type_add_entry (PtFeelType *self, const char *name, PtFeelType *type);
/** pt_feel_type_new_function: @result: (transfer full); parameters are added as entries are, their
 * names may be empty. Returns: (transfer full) */
PtFeelType *pt_feel_type_new_function (PtFeelType *result);

PtFeelKind pt_feel_type_get_kind (const PtFeelType *self);
/** pt_feel_type_to_string: Returns: (transfer full): as in “instance of list<number>” */
char *pt_feel_type_to_string (const PtFeelType *self);
/** pt_feel_type_holds: FEEL's “instance of”. Returns: whether @value is of the type; null is of the
 * type Null only */
gboolean pt_feel_type_holds (const PtFeelType *self, const PtFeelValue *value);
/** pt_feel_type_conforms: Returns: whether each value of @self can be used as @wanted (10.3.2.9.2)
 */
gboolean pt_feel_type_conforms (const PtFeelType *self, const PtFeelType *wanted);
/** pt_feel_type_coerce: a value on its way into a variable of the type (10.3.2.9.4): a list of one
 * for its item, an item for a list of one, a date for a date and time.
 * Returns: (transfer full): null when it does not conform */
PtFeelValue pt_feel_type_coerce (const PtFeelType *self, const PtFeelValue *value);

/* ----- scopes -------------------------------------------------------------------------------- */

/**
 * PtFeelScope: the names an expression may use. Where names have spaces or signs in them (“customer
 * age”, “Date-Time”), only the scope tells where one ends: the longest known name is taken.
 * Is filled first and then only read; not reference counted.
 */
typedef struct _PtFeelScope PtFeelScope;

PtFeelScope *pt_feel_scope_new (void);
void pt_feel_scope_free (PtFeelScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtFeelScope, pt_feel_scope_free)

/** pt_feel_scope_add: a variable; the entries of contexts in its type are known names as well.
 * @type: (transfer full) (nullable): %NULL: of unknown type */
void pt_feel_scope_add (PtFeelScope *self, const char *name, PtFeelType *type);
/** pt_feel_scope_add_values: the names of @context's entries, and of those of contexts in it */
void pt_feel_scope_add_values (PtFeelScope *self, const PtFeelValue *context);
/** pt_feel_scope_add_type: a type that has a name. @type: (transfer full) */
void pt_feel_scope_add_type (PtFeelScope *self, const char *name, PtFeelType *type);

/** pt_feel_scope_get: Returns: (transfer none) (nullable): the type of a variable; %NULL when it is
 * unknown. @known: (out) (optional): whether there is such a variable */
const PtFeelType *pt_feel_scope_get (const PtFeelScope *self, const char *name, gboolean *known);
/** pt_feel_scope_get_type: Returns: (transfer none) (nullable) */
PtFeelType *pt_feel_scope_get_type (const PtFeelScope *self, const char *name);

G_END_DECLS
