/* pt-feel-eval.h: one evaluation, and what its parts share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-feel-node.h"

G_BEGIN_DECLS

#define PT_FEEL_MAX_STEPS 10000000   /* values made, items looked at, bytes of strings / 16 */
#define PT_FEEL_MAX_VALUE_DEPTH 1000 /* lists in lists */
#define PT_FEEL_MAX_NESTING 10000    /* nodes within nodes, through calls */

struct _PtFeelRun
{
  const PtFeel *feel; /* whose nodes are evaluated now */
  PtFeelValue *slots; /* of the function one is in; borrowed: what they hold is kept elsewhere */
  PtFeelValue variables;
  gint64 steps;
  int nesting;
  gboolean is_stopped; /* a limit was reached */
  guint at;            /* byte of the node whose function is called */
  PtFeelFault *fault;  /* (nullable) */
};

extern const PtFeelEvaluator pt_feel_evaluators[PT_N_FORMS];
extern const PtFeelEvaluator pt_feel_operators[PT_FEEL_N_OPERATORS];

#define pt_feel_eval(run, node, out) ((node)->evaluate ((run), (node), (out)))

/** pt_feel_borrow: the value of a name, or of a path from one to an entry, without holding it.
 * Returns: (transfer none) (nullable): %NULL for other nodes, and where there is no such thing */
const PtFeelValue *pt_feel_borrow (PtFeelRun *run, const PtFeelNode *node);

/** pt_run_fail: notes why a value is null, if nothing was noted before; printf-like; sets @out to
 * null */
void pt_run_fail (PtFeelRun *run, guint at, PtFeelValue *out, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/** pt_run_spend: Returns: FALSE when the evaluation has to end */
gboolean pt_run_spend (PtFeelRun *run, gint64 steps);

/** pt_run_call: calls @function with @args in order. @at: for faults */
void pt_run_call (PtFeelRun *run,
                  const PtFeelFunction *function,
                  const PtFeelValue *args,
                  guint n,
                  guint at,
                  PtFeelValue *out);
/** pt_run_builtin: calls the form of @first's function that fits. @names: (nullable): of the
 * arguments */
void pt_run_builtin (PtFeelRun *run,
                     const PtFeelBuiltin *first,
                     const PtFeelValue *args,
                     const char *const *names,
                     guint n,
                     guint at,
                     PtFeelValue *out);
void pt_run_builtin_value (const PtFeelBuiltin *builtin, PtFeelValue *out);

/* The forms, by file. */
void pt_eval_call (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_function (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_for (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_some (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_every (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_filter (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_path (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_in (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_tests (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_test (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_add (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_subtract (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_multiply (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_divide (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_power (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);
void pt_eval_negation (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);

/** pt_feel_property_kind: Returns: whether values of the kind @of, which is no context, have such
 * an entry */
gboolean pt_feel_property_kind (PtFeelKind of, const char *name, PtFeelKind *kind);
/** pt_feel_property: the entry @name of @value. Returns: (transfer full): null when it has none */
PtFeelValue pt_feel_property (PtFeelRun *run, const PtFeelValue *value, const PtFeelNode *name);

G_END_DECLS
