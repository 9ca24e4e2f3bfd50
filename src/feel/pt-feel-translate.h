/* pt-feel-translate.h: FEEL in the expression languages of engines
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL's tests are true, false or null; those of the engines true or false, and what they make of
 * null differs. So a test is said in two ways: when it is true, and when it is false, and not()
 * says its argument the other way. Null is looked for before anything is computed with it. What is
 * assumed is that values are of the kinds the expression needs (pt_feel_check()) or null.
 *
 * Engines compute with binary fractions. So computing with fractions, and dividing, is refused;
 * comparing with a fraction is not.
 */
#pragma once

#include "pt-feel-parser.h"

G_BEGIN_DECLS

/** PtFeelPhrase: a function of FEEL in other words. $0 stands for the first argument before a dot,
 * #0 for it between parentheses or commas, ~0 for it beside an operator. */
typedef struct
{
  const char *name;
  guint n_args;
  const char *yes;
  const char *no; /* (nullable): of tests: when it is false */
  int binding;
} PtFeelPhrase;

typedef struct _PtFeelSpeaker PtFeelSpeaker;

/** PtFeelDialect: a language an expression is said in. */
typedef struct
{
  const char *label;
  const char *and, * or, *equal, *different;
  const char *opposite;              /* before a parenthesis */
  const char *null, *yes, *no;       /* literals */
  const char *is_null, *is_not_null; /* behind a value */
  const char *is_yes, *is_no;        /* behind a value that is a truth value */
  gboolean choice_in_middle;         /* “a if c else b” instead of “c ? a : b” */
  gboolean null_has_no_order;        /* a comparison with null is false by itself */
  gboolean joins_texts;              /* with + */
  gboolean has_lists;
  gsize max_digits; /* of a whole number */
  char quote;
  const char *const *reserved; /* words that are no names, besides those of FEEL */
  const PtFeelPhrase *phrases; /* ended by one without a name */
  void (*path) (PtFeelSpeaker *self, const PtFeelNode *node);
  /* (nullable): some, every, for with one name, and filters by a test; @wanted: as in pt_say_test()
   */
  void (*loop) (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted);
  void (*item) (PtFeelSpeaker *self, const PtFeelNode *list, gint64 index); /* (nullable): from 1 */
} PtFeelDialect;

struct _PtFeelSpeaker
{
  const PtFeelDialect *dialect;
  const PtFeel *feel;
  GString *out;
  guint at;      /* byte of the node that is being said */
  GError *error; /* (nullable): the first thing that cannot be said */
};

extern const PtFeelDialect pt_feel_dialect_juel;
extern const PtFeelDialect pt_feel_dialect_python;
extern const PtFeelDialect pt_feel_dialect_javascript;

/** pt_feel_say: Returns: (transfer full) (nullable) */
char *pt_feel_say (const PtFeel *self, const PtFeelDialect *dialect, GError **error);

/** pt_say_value: what @node is worth, null included; in parentheses when it binds looser than
 * @binding */
void pt_say_value (PtFeelSpeaker *self, const PtFeelNode *node, int binding);
/** pt_say_test: true exactly when @node is @wanted */
void pt_say_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding);
void pt_say_name (PtFeelSpeaker *self, const char *name);
/** pt_say_refuse: notes that @what cannot be said in the dialect */
void pt_say_refuse (PtFeelSpeaker *self, const char *what);

static inline void
pt_say_open (PtFeelSpeaker *self, gboolean wrap)
{
  if (wrap)
    g_string_append_c (self->out, '(');
}

static inline void
pt_say_close (PtFeelSpeaker *self, gboolean wrap)
{
  if (wrap)
    g_string_append_c (self->out, ')');
}

/* Functions; in pt-feel-translate-call.c. */
void pt_say_call (PtFeelSpeaker *self, const PtFeelNode *node, int binding);
void pt_say_call_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding);

PtFeelOperator pt_say_opposite (PtFeelOperator op); /* of comparisons */

/* Comparisons and what they are made of; in pt-feel-translate-compare.c. */
void pt_say_comparison (PtFeelSpeaker *self,
                        PtFeelOperator op,
                        const PtFeelNode *left,
                        const PtFeelNode *right,
                        int binding);
void pt_say_between (PtFeelSpeaker *self,
                     const PtFeelNode *value,
                     const PtFeelNode *range,
                     gboolean wanted,
                     int binding);
void pt_say_in (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding);
/** pt_say_sources: the names and paths in @node that make it null when they are (element-type
 * PtFeelNode)
 */
void pt_say_sources (const PtFeelNode *node, GPtrArray *sources);
/** pt_say_domain_sources: those of what a loop goes through */
void pt_say_domain_sources (const PtFeelNode *node, GPtrArray *sources);
/** pt_say_argument_sources: those of a call */
void pt_say_argument_sources (const PtFeelNode *node, GPtrArray *sources);
/** pt_say_guards: “x != null && …” with an “and” behind each */
void pt_say_guards (PtFeelSpeaker *self, const GPtrArray *sources);
gboolean pt_say_is_computed (const PtFeelNode *node);
/** pt_say_raw: @node, whose sources are not null */
void pt_say_raw (PtFeelSpeaker *self, const PtFeelNode *node, int binding);
gboolean pt_say_is_test (const PtFeelNode *node);

G_END_DECLS
