/* feel.h: the expression language (FEEL, DMN 1.3 chapter 10): parse and translate
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions are kept as FEEL and printed in the dialect of each target. Understood are literals
 * (numbers, strings, true, false, null), names, arithmetic, comparison, between, in, and/or/not,
 * parentheses, paths and function calls.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PT_FEEL_ERROR_SYNTAX,      /* the message names column and what was expected */
  PT_FEEL_ERROR_UNSUPPORTED, /* cannot be said in the dialect asked for without changing its meaning */
} PtFeelError;
#define PT_FEEL_ERROR (pt_feel_error_quark ())
GQuark pt_feel_error_quark (void);

/** PtFeel: a parsed expression; reference counted, immutable. */
typedef struct _PtFeel PtFeel;
PtFeel *pt_feel_ref (PtFeel *self);
void pt_feel_unref (PtFeel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtFeel, pt_feel_unref)

/**
 * pt_feel_parse:
 * @column: (out) (optional): where an error is, in characters from 1
 *
 * Returns: (transfer full) (nullable)
 */
PtFeel *pt_feel_parse (const char *text, int *column, GError **error);

/** pt_feel_is_test: Returns: whether its value is a truth value by its shape (comparison, and, or, not,
 *  true, false, between, in), so that it can be a condition */
gboolean pt_feel_is_test (const PtFeel *self);
/** pt_feel_may_be_test: Returns: whether it is a test, or a name, path or call, of which only running
 *  it tells what it is */
gboolean pt_feel_may_be_test (const PtFeel *self);
/** pt_feel_variables: Returns: (transfer full): the names it reads, each once, in order */
GStrv pt_feel_variables (const PtFeel *self);
/** pt_feel_to_string: Returns: (transfer full): as FEEL, in one fixed format */
char *pt_feel_to_string (const PtFeel *self);
/** pt_feel_to_juel: Returns: (transfer full) (nullable): as JUEL with `${}`, or %NULL with
 *  %PT_FEEL_ERROR_UNSUPPORTED naming what has no equal there */
char *pt_feel_to_juel (const PtFeel *self, GError **error);

/** pt_feel_quote: Returns: (transfer full): @text as a FEEL string literal */
char *pt_feel_quote (const char *text);
/** pt_feel_make_name: Returns: (transfer full): a variable name [a-z][A-Za-z0-9]* in camel case made from
 *  words, no keyword of any target: "Credit OK?" gives "creditOk" */
char *pt_feel_make_name (const char *words);

G_END_DECLS
