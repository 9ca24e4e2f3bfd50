/* feel.h: the expression language (FEEL, DMN 1.3 to 1.5, chapter 10): parse, check, evaluate,
 * translate
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions are kept as FEEL and printed in the dialect of each target. The whole language is
 * understood but for functions defined in Java or PMML (“external”). Values are in feel-value.h,
 * types and scopes in feel-type.h.
 *
 *   g_autoptr (PtFeel) feel = pt_feel_compile ("amount * 2 > limit", scope, NULL, &error);
 *   pt_feel_evaluate (feel, &variables, &result, NULL);
 */
#pragma once

#include <partitur/feel-type.h>
#include <partitur/feel-value.h>

G_BEGIN_DECLS

typedef enum
{
  PT_FEEL_ERROR_SYNTAX,      /* the message names column and what was expected */
  PT_FEEL_ERROR_UNSUPPORTED, /* cannot be said in the dialect asked for without changing its meaning
                              */
} PtFeelError;
#define PT_FEEL_ERROR (pt_feel_error_quark ())
GQuark pt_feel_error_quark (void);

/** PtFeel: a parsed expression; reference counted, immutable. */
typedef struct _PtFeel PtFeel;
PtFeel *pt_feel_ref (PtFeel *self);
void pt_feel_unref (PtFeel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtFeel, pt_feel_unref)

/* ----- reading ------------------------------------------------------------------------------- */

/**
 * pt_feel_parse: without a scope: names are single words.
 * @column: (out) (optional): where an error is, in characters from 1
 *
 * Returns: (transfer full) (nullable)
 */
PtFeel *pt_feel_parse (const char *text, int *column, GError **error);
/** pt_feel_parse_in: @scope: (nullable): names that are known; not kept.
 * Returns: (transfer full) (nullable) */
PtFeel *pt_feel_parse_in (const char *text, const PtFeelScope *scope, int *column, GError **error);
/** pt_feel_parse_tests: unary tests, as in the cells of a decision table: “< 18, [60..70]”, “-”,
 * “not(1, 2)”. Evaluates to a truth value about the variable “?”.
 * Returns: (transfer full) (nullable) */
PtFeel *
pt_feel_parse_tests (const char *text, const PtFeelScope *scope, int *column, GError **error);
/** pt_feel_compile: as pt_feel_parse_in(), and computes beforehand what does not depend on
 * variables: for expressions that are evaluated often. Returns: (transfer full) (nullable) */
PtFeel *pt_feel_compile (const char *text, const PtFeelScope *scope, int *column, GError **error);
/** pt_feel_parse_juel: an expression as engines in Java write it (Unified Expression Language, JSR
 * 245), `${…}` or `#{…}`, as the FEEL that means the same: true where that is true, where each
 * variable is of the kind the expression needs. Names of variables and their parts, literals,
 * comparisons, logic, sums and products, choices, items of lists, `empty` and the usual methods of
 * texts and lists are understood; beans, functions and texts put together are not.
 * Returns: (transfer full) (nullable): %NULL with %PT_FEEL_ERROR_UNSUPPORTED */
PtFeel *pt_feel_parse_juel (const char *text, GError **error);

/* ----- asking -------------------------------------------------------------------------------- */

/** pt_feel_is_test: Returns: whether its value is a truth value by its shape (comparison, and, or,
 * not, true, false, between, in, some, every, instance of, contains() and the like), so that it can
 * be a condition */
gboolean pt_feel_is_test (const PtFeel *self);
/** pt_feel_may_be_test: Returns: whether it is a test, or a name, path, call, filter or choice, of
 * which only running it tells what it is */
gboolean pt_feel_may_be_test (const PtFeel *self);
/** pt_feel_variables: Returns: (transfer full): the names it reads, each once, in order; not those
 * it defines itself */
GStrv pt_feel_variables (const PtFeel *self);

/** PtFeelUseFunc: @kind: what the variable is taken for, Any when nothing tells; @text: (nullable):
 * a text it is compared with for equality */
typedef void (*PtFeelUseFunc) (const char *name, PtFeelKind kind, const char *text, gpointer data);
/** pt_feel_foreach_use: tells what each variable is taken for, wherever it is read outside of
 * filters and of functions that are defined. @kind: what the whole is taken for */
void pt_feel_foreach_use (const PtFeel *self, PtFeelKind kind, PtFeelUseFunc func, gpointer data);

/** PtFeelFault: something about an expression that is wrong, and where. */
typedef struct
{
  int column;    /* in characters from 1 */
  char *message; /* (nullable): translated; %NULL: no fault */
} PtFeelFault;
void pt_feel_fault_clear (PtFeelFault *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtFeelFault, pt_feel_fault_clear)

/**
 * pt_feel_check: finds by types what can only come to null: a sum of a number and a text, a
 * function that does not exist or gets a wrong argument, a name that is not in @scope, an entry
 * that a context does not have. What has no known type is taken to be right.
 * @faults: (nullable) (element-type PtFeelFault): to which faults are added; see
 * pt_feel_faults_new()
 *
 * Returns: (transfer full): the type of its value; Any when it is not known
 */
PtFeelType *pt_feel_check (const PtFeel *self, const PtFeelScope *scope, GArray *faults);
/** pt_feel_faults_new: Returns: (transfer full): an empty array that frees its messages */
GArray *pt_feel_faults_new (void);

/**
 * pt_feel_evaluate: computes the value. What FEEL cannot compute is null, as the standard says;
 * @fault then tells the first reason. Evaluation ends with null after ten million steps, with
 * functions that call each other without end, and at some hundred megabytes.
 * @variables: (nullable): a context
 * @result: (out): to be cleared
 * @fault: (out) (optional): to be cleared; without a message when there was none
 */
void pt_feel_evaluate (const PtFeel *self,
                       const PtFeelValue *variables,
                       PtFeelValue *result,
                       PtFeelFault *fault);

/** PtFeelOverlap: a case that none of some tests is true for, and one that two are. */
typedef struct
{
  char *none, *both;    /* (nullable): said in words, translated: “amount is 1000” */
  guint first, second;  /* the two tests */
} PtFeelOverlap;
void pt_feel_overlap_clear (PtFeelOverlap *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtFeelOverlap, pt_feel_overlap_clear)

/**
 * pt_feel_find_overlap: looks at all values of the variables that @n tests ask for. Tests that compare
 * variables with numbers, texts and truth values are understood, with ranges, “between”, “in”, “and”,
 * “or” and “not”; of these, the answer is exact but for two things: between two whole numbers in a row
 * nothing is looked for, as most numbers count something, and nothing below a least number of 0.
 * Variables without a value are not tried.
 * @found: (out): to be cleared
 *
 * Returns: FALSE when a test is of another form, or there are too many cases; then nothing is known
 */
gboolean pt_feel_find_overlap (PtFeel *const *tests, guint n, PtFeelOverlap *found);

/* ----- writing ------------------------------------------------------------------------------- */

/** pt_feel_to_string: Returns: (transfer full): as FEEL, in one fixed format */
char *pt_feel_to_string (const PtFeel *self);
/* Translations. A test is true in the other language exactly when it is true in FEEL, and false
 * when FEEL's is false or null; another value is the same, null included. This holds where each
 * variable is null or of the kind the expression needs, and where numbers are whole or, in
 * comparisons only, fractions: engines compute with binary fractions, so that computing with a
 * fraction, and dividing, is refused. What else cannot be said with the same meaning is refused,
 * too: %NULL with %PT_FEEL_ERROR_UNSUPPORTED, which names it. */

/** pt_feel_to_juel: Returns: (transfer full) (nullable): as JUEL with `${}` */
char *pt_feel_to_juel (const PtFeel *self, GError **error);
/** pt_feel_to_python: Returns: (transfer full) (nullable): a Python 3 expression; null is None,
 * contexts are dict, lists are list */
char *pt_feel_to_python (const PtFeel *self, GError **error);
/** pt_feel_to_javascript: Returns: (transfer full) (nullable): an ECMAScript 2020 expression;
 * contexts are objects, lists are arrays */
char *pt_feel_to_javascript (const PtFeel *self, GError **error);

/** pt_feel_quote: Returns: (transfer full): @text as a FEEL string literal */
char *pt_feel_quote (const char *text);
/** pt_feel_make_name: Returns: (transfer full): a variable name [a-z][A-Za-z0-9]* in camel case
 * made from words, no keyword of any target: "Credit OK?" gives "creditOk" */
char *pt_feel_make_name (const char *words);

G_END_DECLS
