/* pt-style.h: what the rules of good drawing share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules look at what was drawn, not at what was put in for it: flows lead where the drawing lets
 * them, and only drawn nodes count.
 *
 * Sources: J. Mendling, H. A. Reijers, W. M. P. van der Aalst, Seven process modeling guidelines
 * (7PMG), Information and Software Technology 52 (2010); B. Silver, BPMN Method and Style; the
 * modelling conventions of Signavio; the recommended rules of bpmnlint.
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>

#include "pt-catchers.h"

G_BEGIN_DECLS

/** PtLists: for each node or scope a list: that of i is items[first[i]] up to items[first[i + 1] - 1]. */
typedef struct
{
  guint *first;
  PtIndex *items;
} PtLists;

#define pt_lists_length(lists, i) ((lists).first[(i) + 1] - (lists).first[i])
#define pt_lists_get(lists, i, k) ((lists).items[(lists).first[i] + (k)])

/** PtStyle: the state of the pass. */
typedef struct
{
  const PtProgram *program;
  PtDiagnostics *diagnostics;
  PtIndex *source, *target; /* by flow: as drawn */
  PtLists in, out;          /* drawn flows by node */
  PtLists nodes;            /* drawn nodes by scope */
  PtLists events;           /* boundary events by activity */
  PtCatchers *catchers;
} PtStyle;

/** pt_style_is_drawn: Returns: whether @node was drawn, and not put in by an earlier pass */
gboolean pt_style_is_drawn (const PtNode *node);
gboolean pt_style_is_a (const PtStyle *self, PtIndex node, PtBpmnType type);
/** pt_style_has_name: Returns: whether it says anything */
gboolean pt_style_has_name (const char *name);
/** pt_style_is_split: Returns: whether @node is a gateway that more than one flow leaves */
gboolean pt_style_is_split (const PtStyle *self, PtIndex node);

/** pt_style_say: @...: arguments behind the label of @node, then %NULL. Returns: (transfer none): a
 *  finding about @node */
PtDiagnostic *
pt_style_say (PtStyle *self, PtCode code, PtIndex node, ...) G_GNUC_NULL_TERMINATED;
/** pt_style_say_of_scope: the same about a process or sub-process */
PtDiagnostic *
pt_style_say_of_scope (PtStyle *self, PtCode code, PtIndex scope, ...) G_GNUC_NULL_TERMINATED;
/** pt_style_offer_name: @name: (transfer full) (nullable): for what @origin stands for */
void pt_style_offer_name (PtDiagnostic *finding, const PtOrigin *origin, char *name);
/** pt_style_offer_type: to make the gateway @node one of @type */
void pt_style_offer_type (PtStyle *self, PtDiagnostic *finding, PtIndex node, PtBpmnType type);

/* ----- the rules: about one node, one scope, or the whole ---------------------------------------- */

/* size and shape (pt-style-size.c, pt-style-structure.c) */
void pt_style_check_degree (PtStyle *self, PtIndex node);
void pt_style_check_size (PtStyle *self, PtIndex scope);
void pt_style_check_complexity (PtStyle *self, PtIndex scope);
void pt_style_check_structure (PtStyle *self, PtIndex scope);

/* beginnings, ends and what is thrown (pt-style-events.c, pt-style-thrown.c) */
void pt_style_check_starts (PtStyle *self, PtIndex scope);
void pt_style_check_ends (PtStyle *self, PtIndex scope);
void pt_style_check_ad_hoc (PtStyle *self, PtIndex node);
void pt_style_check_end_states (PtStyle *self, PtIndex node);
void pt_style_check_pool (PtStyle *self, PtIndex scope);
void pt_style_check_thrown (PtStyle *self, PtIndex node);
void pt_style_check_signals (PtStyle *self);

/* labels (pt-style-labels.c, pt-style-names.c) */
void pt_style_check_label (PtStyle *self, PtIndex node);
void pt_style_check_words (PtStyle *self, PtIndex node);
void pt_style_check_question (PtStyle *self, PtIndex node);
void pt_style_check_flow_labels (PtStyle *self);
void pt_style_check_message_labels (PtStyle *self);
void pt_style_check_pool_labels (PtStyle *self);
void pt_style_check_same_names (PtStyle *self, PtIndex scope);

/* kinds of gateways (pt-style-size.c) and what is defined for all (pt-style-definitions.c) */
void pt_style_check_gateway (PtStyle *self, PtIndex node);
void pt_style_check_definitions (PtStyle *self);

/* the picture (pt-style-drawing.c) */
void pt_style_check_overlaps (PtStyle *self);
void pt_style_check_crossed_shapes (PtStyle *self);
void pt_style_check_shape (PtStyle *self, PtIndex node);

G_END_DECLS
