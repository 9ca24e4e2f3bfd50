/* net.h: PtNet, what a program means: places that hold tokens, and the steps that move them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A marking says which places hold a token; a step takes the tokens of its inputs and puts one on each
 * of its outputs. That is the one step function: marking → enabled steps → marking. Whoever explores
 * or plays a process does it with pt_net_is_enabled() and pt_net_fire(), and nothing else.
 *
 * A net covers one scope, or several processes that send each other messages. What is inside of a
 * sub-process has a net of its own and is one activity here. Beyond the token game of BPMN 2.0,
 * chapter 13:
 *
 * - an end event keeps its token, so that a second one is noticed;
 * - whichever way data would choose, each way may be taken;
 * - an inclusive join waits as 13.4.3 says: for every token that can still reach an empty flow into it
 *   without passing it, unless that token can also reach one that is not empty;
 * - an interrupting boundary event is a race with the activity; one that does not interrupt occurs
 *   once at most in a case;
 * - messages from elsewhere may come at any time, those from a process of the same net once they were
 *   sent; they stay and may be read again, so that whoever waits in vain does so without a doubt.
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

typedef enum
{
  PT_PLACE_START, /* the scope is about to begin; index into scopes */
  PT_PLACE_FLOW,  /* on a sequence flow; index into flows */
  PT_PLACE_BUSY,  /* an activity with boundary events is at work; index into nodes */
  PT_PLACE_ARMED, /* a boundary event that does not interrupt may still occur; index into nodes */
  PT_PLACE_END,   /* an end event was reached; index into nodes */
  PT_PLACE_SENT,  /* a message was sent and stays to be read; index into message_flows */
} PtPlaceKind;

/** PtNetPlace: what a token may lie on. */
typedef struct
{
  PtPlaceKind kind;
  PtIndex index;
} PtNetPlace;

typedef enum
{
  PT_STEP_PLAIN,     /* takes all its inputs */
  PT_STEP_INCLUSIVE, /* an inclusive join: takes those of its inputs that hold a token */
  PT_STEP_END_ALL,   /* ends the scope: all tokens but those in ends go */
} PtStepKind;

/** PtStep: something that can happen. */
typedef struct
{
  PtStepKind kind;
  PtIndex node;           /* whose step; %PT_NO_INDEX in a reduced net */
  guint first_in, n_in;   /* into arcs: places */
  guint first_out, n_out; /* into arcs: places */
  guint join;             /* inclusive ones: which join of the net */
} PtStep;

typedef struct
{
  GArray *places; /* PtNetPlace */
  GArray *steps;  /* PtStep */
  GArray *arcs;   /* guint: place numbers */
  guint n_words;  /* of 64 bits in a marking */
  guint n_processes;
  gboolean too_large; /* what inclusive joins wait for was not looked for: cannot be explored */
  gboolean approximate; /* too many ways out of an inclusive split to try all combinations */

  guint *first_consumer, *consumers; /* by place: steps that take from it */
  GPtrArray *upstream; /* by join: per input, a marking of the places a token can still come from */
} PtNet;

#define pt_net_place(net, i) (&g_array_index ((net)->places, PtNetPlace, (i)))
#define pt_net_step(net, i) (&g_array_index ((net)->steps, PtStep, (i)))
/** pt_net_in, pt_net_out: the place at input or output @k of @step */
#define pt_net_in(net, step, k) (g_array_index ((net)->arcs, guint, (step)->first_in + (k)))
#define pt_net_out(net, step, k) (g_array_index ((net)->arcs, guint, (step)->first_out + (k)))

/** pt_net_new: Returns: (transfer full): the net of the sealed @program's scope @scope */
PtNet *pt_net_new (const PtProgram *program, PtIndex scope);
void pt_net_free (PtNet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtNet, pt_net_free)

/** PtNetMaker: makes the nets of several scopes of one program, which takes time in proportion to what
 *  is in them. */
typedef struct _PtNetMaker PtNetMaker;
PtNetMaker *pt_net_maker_new (const PtProgram *program);
void pt_net_maker_free (PtNetMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtNetMaker, pt_net_maker_free)
/** pt_net_maker_make: Returns: (transfer full) */
PtNet *pt_net_maker_make (PtNetMaker *self, PtIndex scope);
/** pt_net_maker_make_all: Returns: (transfer full): the net of the processes @scopes (element-type
 *  PtIndex) together, with the messages between them */
PtNet *pt_net_maker_make_all (PtNetMaker *self, const GArray *scopes);
/** pt_net_message_ends: Returns: whether the message @flow is sent by a node of a process, @sender
 *  (out), and waited for by one, @receiver (out) */
gboolean pt_net_message_ends (const PtProgram *program, guint flow, PtIndex *sender,
                              PtIndex *receiver);
/** pt_net_maker_get_nodes: Returns: (transfer none) (element-type PtIndex): all nodes of @scope */
const GArray *pt_net_maker_get_nodes (const PtNetMaker *self, PtIndex scope);

/* ----- the step function ------------------------------------------------------------------------- */

/** PtMarking: @n_words words, a bit for each place */
typedef guint64 PtMarking;

static inline gboolean
pt_marking_has (const PtMarking *marking, guint place)
{
  return (marking[place / 64] >> (place % 64)) & 1;
}

/** pt_net_initial: @marking: (out caller-allocates): a token on the start, and all events armed */
void pt_net_initial (const PtNet *self, PtMarking *marking);
gboolean pt_net_is_enabled (const PtNet *self, guint step, const PtMarking *marking);
/**
 * pt_net_fire:
 * @step: an enabled one
 * @next: (out caller-allocates): what @marking becomes; must not be @marking
 * @doubled: (out): the place that would hold two tokens
 *
 * Returns: %FALSE when a place would hold two tokens; @next then has one there
 */
gboolean pt_net_fire (const PtNet *self, guint step, const PtMarking *marking, PtMarking *next,
                      guint *doubled);
/** pt_net_is_final: Returns: whether tokens are in ends only; armed events, sent messages and processes
 *  that wait for a message to begin do not count */
gboolean pt_net_is_final (const PtNet *self, const PtMarking *marking);

/* ----- reduction --------------------------------------------------------------------------------- */

/**
 * pt_net_reduce:
 * A smaller net with the same verdict: it can be completed, properly and safely, exactly when @self
 * can (which kind of fault it has may differ). The rules are of T. Murata: "Petri nets: properties,
 * analysis and applications" (1989): self-loops go, equal steps and equal places become one, a place
 * that alone enables its steps is fused into them, unless that would hide a second token.
 *
 * Returns: (transfer full) (nullable): %NULL when @self has inclusive joins, across which nothing may
 *   be reduced
 */
PtNet *pt_net_reduce (const PtNet *self);

/* ----- search ------------------------------------------------------------------------------------ */

typedef enum
{
  PT_FAULT_DOUBLE, /* `place` would get a second token by `step` */
  PT_FAULT_STUCK,  /* no step is enabled, and tokens are not in ends */
  PT_FAULT_CAUGHT, /* steps are always enabled, but none leads to an end any more */
} PtFaultKind;

/** PtFault: a situation that must not be, and how one gets there. */
typedef struct
{
  PtFaultKind kind;
  guint place, step; /* %PT_FAULT_DOUBLE */
  PtMarking *marking;
  GArray *trace;     /* guint: steps from the start on, the fewest there are */
} PtFault;

/** PtExploration: what a search found. */
typedef struct
{
  gboolean decided;   /* all situations were looked at */
  guint n_markings;
  GPtrArray *faults;  /* of PtFault: one per place that gets two tokens, one per set of waiting nodes */
  gboolean *taken;    /* by step: whether it can happen at all, as far as was looked */
} PtExploration;

/**
 * pt_net_explore:
 * @max_markings: how many situations are looked at; in large nets fewer, lest it take long
 * @cancellable: (nullable): gives up, undecided
 *
 * Breadth first, so traces are shortest. Situations behind a second token are not looked at; nor,
 * when there are faults, all of the many that may lead to others.
 *
 * Returns: (transfer full)
 */
PtExploration *pt_net_explore (const PtNet *self, guint max_markings, GCancellable *cancellable);
/** pt_net_is_sound: The same search, up to the first fault. Returns: whether all situations were
 * looked at, none is at fault and every step can happen */
gboolean pt_net_is_sound (const PtNet *self, guint max_markings, GCancellable *cancellable);
void pt_exploration_free (PtExploration *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtExploration, pt_exploration_free)

G_END_DECLS
