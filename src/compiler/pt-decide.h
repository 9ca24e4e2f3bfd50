/* pt-decide.h: the decide pass: what labels and conditions mean
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>

G_BEGIN_DECLS

/* ----- words (pt-decide-words.c)
 * ------------------------------------------------------------------ */

/** PtAnswer: what a label answers. */
typedef enum
{
  PT_ANSWER_OTHER,
  PT_ANSWER_YES,
  PT_ANSWER_NO,
  PT_ANSWER_ELSE, /* "otherwise": the default flow */
} PtAnswer;

PtAnswer pt_answer_read (const char *label);
/** pt_answer_fold: Returns: (transfer full): @text without case, accents, punctuation and double
 * spaces */
char *pt_answer_fold (const char *text);
/** pt_answer_on_one_line: Returns: (transfer full): @text with single spaces, none at the ends */
char *pt_answer_on_one_line (const char *text);

/* ----- conditions (pt-decide-condition.c)
 * --------------------------------------------------------- */

typedef enum
{
  PT_CONDITION_FEEL,    /* `text` is FEEL in its one format */
  PT_CONDITION_FOREIGN, /* `text` is as drawn, in `language` */
  PT_CONDITION_WORDS,   /* no expression at all */
  PT_CONDITION_BROKEN,  /* meant to be FEEL; the error says what is wrong */
} PtConditionKind;

/**
 * pt_condition_read:
 * @language: (nullable): what the file says it is in
 * @text: (out) (transfer full) (nullable): for the first two
 * @foreign: (out) (transfer full) (nullable): the language of a foreign one
 */
PtConditionKind pt_condition_read (const char *drawn,
                                   const char *language,
                                   char **text,
                                   char **foreign,
                                   GError **error);
/** pt_condition_read_label: the same for a label, which is only FEEL when it compares something.
 *  Returns: (transfer full) (nullable): the FEEL */
char *pt_condition_read_label (const char *label);

/* ----- who knows (pt-decide-collect.c)
 * ------------------------------------------------------------ */

/**
 * pt_decide_collector:
 * The nearest node upstream of @gateway that @knows: breadth first against the flows, into
 * sub-processes on the way, then out of the one around.
 *
 * Returns: a node, or %PT_NO_INDEX
 */
PtIndex pt_decide_collector (const PtProgram *program,
                             PtIndex gateway,
                             gboolean (*knows) (const PtNode *node));
/**
 * pt_decide_teller:
 * Who gives the answer to @question: the nearest one upstream of @gateway who @is_asked, or the
 * system right before the gateway where its name is about the same and that of whoever is asked is
 * not.
 *
 * Returns: a node, or %PT_NO_INDEX
 */
PtIndex pt_decide_teller (const PtProgram *program,
                          PtIndex gateway,
                          const char *question,
                          gboolean (*is_asked) (const PtNode *node));
/** pt_decide_report_uncollected: the finding that nobody is asked what @decision asks */
void pt_decide_report_uncollected (const PtProgram *program,
                                   PtIndex decision,
                                   PtDiagnostics *diagnostics);

/* ----- what it is read as (pt-decide-tell.c)
 * ----------------------------------------------------------- */

/** pt_decide_report_reading: what the question of @decision is read as, and what may surprise in
 * that */
void
pt_decide_report_reading (const PtProgram *program, PtIndex decision, PtDiagnostics *diagnostics);
/** pt_decide_report_stop: the finding that @gateway, where each way is a question of its own, may
 * take none of them */
void pt_decide_report_stop (const PtProgram *program, PtIndex gateway, PtDiagnostics *diagnostics);

/* ----- variables (pt-decide-variables.c)
 * ---------------------------------------------------------- */

/** PtVariables: which question is which variable. */
typedef struct _PtVariables PtVariables;
PtVariables *pt_variables_new (void);
void pt_variables_free (PtVariables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtVariables, pt_variables_free)

/** pt_variables_get: Returns: (transfer none): the variable for @question; another one for a
 * question of another type */
const char *pt_variables_get (PtVariables *self, const char *question, gboolean is_boolean);

/* ----- splits (pt-decide-split.c)
 * ----------------------------------------------------------------- */

/** pt_decide_split: gives every flow out of an exclusive or inclusive gateway its condition. */
void pt_decide_split (PtProgram *program,
                      PtIndex gateway,
                      PtVariables *variables,
                      PtDiagnostics *diagnostics);
/** pt_decide_compare: says where the conditions out of @gateway leave a gap or, when it takes one way
 *  only, overlap (pt-decide-overlap.c) */
void pt_decide_compare (const PtProgram *program, PtIndex gateway, PtDiagnostics *diagnostics);

G_END_DECLS
