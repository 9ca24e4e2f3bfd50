/* pt-feel-node.h: the syntax tree of an expression
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are resolved while parsing: each function, and the whole expression, has a frame of slots
 * for the variables it defines. So the tree can be evaluated as it is.
 */
#pragma once

#include <partitur/feel.h>

#include "pt-feel-object.h"

G_BEGIN_DECLS

#define PT_FEEL_MAX_LENGTH (1024 * 1024) /* bytes of an expression */
#define PT_FEEL_MAX_TOKENS 100000
#define PT_FEEL_MAX_DEPTH 100
#define PT_FEEL_MAX_NAMES 1000  /* in one place */
#define PT_FEEL_MAX_HEIGHT 1000 /* of a tree: operators in a row nest to the left */

typedef enum
{
  PT_FEEL_OR,
  PT_FEEL_AND,
  PT_FEEL_EQ,
  PT_FEEL_NE,
  PT_FEEL_LT,
  PT_FEEL_LE,
  PT_FEEL_GT,
  PT_FEEL_GE,
  PT_FEEL_ADD,
  PT_FEEL_SUBTRACT,
  PT_FEEL_MULTIPLY,
  PT_FEEL_DIVIDE,
  PT_FEEL_POWER,
  PT_FEEL_N_OPERATORS
} PtFeelOperator;

typedef enum
{
  PT_FORM_NUMBER,
  PT_FORM_STRING,
  PT_FORM_CONSTANT, /* true, false, null */
  PT_FORM_AT,       /* @"…" */
  PT_FORM_NAME,
  PT_FORM_PATH,     /* args[0] . text */
  PT_FORM_CALL,     /* args[0] (the others) */
  PT_FORM_LIST,     /* [args] */
  PT_FORM_CONTEXT,  /* { binders: args } */
  PT_FORM_RANGE,    /* args[0] .. args[1] */
  PT_FORM_STEPS,    /* args[0] .. args[1] behind the “in” of a loop */
  PT_FORM_TEST,     /* op args[0] */
  PT_FORM_NEGATION, /* - args[0] */
  PT_FORM_NOT,      /* not (args[0]) */
  PT_FORM_BINARY,   /* args[0] op args[1] */
  PT_FORM_BETWEEN,  /* args[0] between args[1] and args[2] */
  PT_FORM_IN,       /* args[0] in (the others) */
  PT_FORM_INSTANCE, /* args[0] instance of type */
  PT_FORM_IF,       /* if args[0] then args[1] else args[2] */
  PT_FORM_FOR,      /* for binders in args return the last one */
  PT_FORM_SOME,     /* some binders in args satisfies the last one */
  PT_FORM_EVERY,
  PT_FORM_FILTER,   /* args[0] [args[1]] */
  PT_FORM_FUNCTION, /* function (…) args[0] */
  PT_FORM_TESTS,    /* args, as cells of decision tables; is_negated */
  PT_N_FORMS
} PtFeelForm;

typedef struct _PtFeelRun PtFeelRun;
/** PtFeelEvaluator: @out: (out): not cleared before */
typedef void (*PtFeelEvaluator) (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out);

/** PtFeelBinder: a name that an expression gives to a value. */
typedef struct
{
  const char *name;
  PtFeelString *key; /* of contexts */
  int slot;
  PtFeelType *type; /* (nullable): of parameters */
} PtFeelBinder;

typedef struct
{
  int from, to; /* slots of the frame outside and of its own */
} PtFeelCapture;

typedef struct
{
  guint n_params, n_slots, n_captured;
  PtFeelBinder *params;
  PtFeelCapture *captured;
} PtFeelFrame;

#define PT_SLOT_VARIABLES -1 /* a variable from outside of the expression */

struct _PtFeelNode
{
  PtFeelEvaluator evaluate;
  guint8 form, op;
  guint8 open_low : 1, open_high : 1, is_negated : 1, is_folded : 1, uses_input : 1;
  guint16 height;
  guint at;                                         /* byte in the text */
  guint n_args, n_binders, n_filters, hash, length; /* hash and length: of text */
  PtFeelNode **args;
  const char *text;
  PtFeelBinder *binders;  /* in calls: names of the arguments, or none */
  PtFeelValue constant;   /* of literals, and of what was folded */
  PtFeelNode *next_owner; /* list of the nodes whose constant, type or keys are to be freed */
  int slot;               /* of names; of the item of a filter; of “partial” in a loop */
  int *filters; /* of names: slots of the items that may have such an entry, inner first */
  const PtFeelBuiltin *builtin; /* of names: of the first form of that name, (nullable) */
  PtFeelType *type;             /* of “instance of” */
  PtFeelFrame *function;
};

/** PtFeelPool: where nodes live: they die together. */
typedef struct _PtFeelBlock PtFeelBlock;
typedef struct
{
  PtFeelBlock *blocks;
  guint n_blocks;
  char *at, *end;
  PtFeelNode *owners;
} PtFeelPool;

/** pt_feel_pool_alloc: Returns: (transfer none): @size bytes of zeros */
gpointer pt_feel_pool_alloc (PtFeelPool *self, gsize size);
char *pt_feel_pool_text (PtFeelPool *self, const char *text, gsize length);
void pt_feel_pool_clear (PtFeelPool *self);

struct _PtFeel
{
  gatomicrefcount refs;
  PtFeelPool pool;
  const char *text; /* in the pool */
  PtFeelNode *root;
  guint n_slots;
};

/** pt_feel_node_new: Returns: (transfer none): in @pool */
PtFeelNode *pt_feel_node_new (PtFeelPool *pool, PtFeelForm form, guint at, guint n_args, ...);
PtFeelNode *
pt_feel_node_binary (PtFeelPool *pool, PtFeelOperator op, PtFeelNode *left, PtFeelNode *right);
/** pt_feel_node_measure: sets the height by that of the arguments */
void pt_feel_node_measure (PtFeelNode *self);
void pt_feel_node_set_text (PtFeelNode *self, const char *text); /* text in the pool */
/** pt_feel_node_own: what @node holds on the heap is freed with the pool */
void pt_feel_node_own (PtFeelPool *pool, PtFeelNode *node);

/** pt_feel_column: Returns: of the byte @at of @text, in characters from 1 */
int pt_feel_column (const char *text, guint at);
/** pt_feel_fold: computes what does not depend on variables */
void pt_feel_fold (PtFeel *self);

/** pt_feel_is_call: Returns: whether @node calls the function @name, a name that is no variable */
gboolean pt_feel_is_call (const PtFeelNode *node, const char *name);

G_END_DECLS
