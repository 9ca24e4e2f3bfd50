/* pt-feel-parser.h: what the two halves of the parser share: operators and values here, forms with
 * words (if, for, function …) and types there
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-feel-lexer.h"
#include "pt-feel-node.h"
#include "pt-feel-type-private.h"

G_BEGIN_DECLS

/* How tightly things bind; dialects use what they need of it. */
enum
{
  PT_BIND_NONE,
  PT_BIND_OR,
  PT_BIND_AND,
  PT_BIND_EQUALITY,
  PT_BIND_COMPARISON,
  PT_BIND_SUM,
  PT_BIND_PRODUCT,
  PT_BIND_POWER,
  PT_BIND_PREFIX,
  PT_BIND_INSTANCE,
  PT_BIND_POSTFIX,
};

typedef struct
{
  const char
      *name; /* (nullable): NULL: an item of a list that is filtered, whose entries are names */
  int slot;
  guint level; /* of functions */
} PtFeelVisible;

typedef struct _PtFeelParser PtFeelParser;
struct _PtFeelParser
{
  PtFeelLexer lexer;
  PtFeelToken token; /* the one looked at */
  PtFeel *feel;
  PtFeelPool *pool;         /* of @feel */
  const PtFeelScope *scope; /* (nullable) */
  PtFeelNames *names;       /* (nullable): found in the text */
  GArray *visible;          /* of PtFeelVisible: variables of the expression, inner last */
  GArray *frames;           /* of PtFeelOpenFrame: functions one is in */
  int depth;
  gboolean is_unary;   /* the text is unary tests */
  gboolean uses_input; /* “?” was seen */
  gboolean ends_range; /* what is parsed is the end of a range: a bracket may close it */
  int attempts;        /* at reading such a bracket as that of a filter */
  int *column;
  GError **error;
};

typedef struct
{
  guint n_slots;
  GArray *captured; /* of PtFeelCapture */
} PtFeelOpenFrame;

#define pt_parser_sees(self, what) ((self)->token.kind == (what))
void pt_parser_advance (PtFeelParser *self);
gboolean pt_parser_accept (PtFeelParser *self, PtFeelTokenKind kind);
/** pt_parser_expected: an error: @what was expected; Returns: %NULL */
gpointer pt_parser_expected (PtFeelParser *self, const char *what);
gpointer pt_parser_fail (PtFeelParser *self, guint at, const char *message);
gboolean pt_parser_require (PtFeelParser *self, PtFeelTokenKind kind, const char *text);
/** pt_parser_text: Returns: (transfer none): the token's text, in the pool */
const char *pt_parser_text (PtFeelParser *self);
gboolean pt_parser_sees_word (const PtFeelParser *self, const char *word);

PtFeelNode *pt_parser_expression (PtFeelParser *self, int binding);
PtFeelNode *pt_parser_whole (PtFeelParser *self);
/** pt_parser_value: without operators around it */
PtFeelNode *pt_parser_value (PtFeelParser *self);
/** pt_parser_postfix: what stands behind @value (nullable): .name, (arguments), [filter] */
PtFeelNode *pt_parser_postfix (PtFeelParser *self, PtFeelNode *value);
/** pt_parser_items: adds items separated by commas, up to @end, to @items. Returns: FALSE on an
 * error
 */
gboolean pt_parser_items (PtFeelParser *self,
                          GPtrArray *items,
                          PtFeelTokenKind end,
                          const char *end_text,
                          PtFeelNode *(*parse_item) (PtFeelParser *));
/** pt_parser_range_end: behind the dots of a range that begins at the byte @at */
PtFeelNode *pt_parser_range_end (PtFeelParser *self, gboolean open_low, PtFeelNode *low, guint at);
/** pt_parser_test: a value, or a comparison without a left side */
PtFeelNode *pt_parser_test (PtFeelParser *self);
gboolean pt_parser_sees_comparison (const PtFeelParser *self);
/** pt_parser_call: behind the opening parenthesis; @callee: the function */
PtFeelNode *pt_parser_call (PtFeelParser *self, PtFeelNode *callee);
/** pt_parser_node: a node with the arguments @args (element-type PtFeelNode) */
PtFeelNode *pt_parser_node (PtFeelParser *self, PtFeelForm form, guint at, const GPtrArray *args);

/* ----- names --------------------------------------------------------------------------------- */

/** pt_parser_find_name: Returns: (transfer none) (nullable): the longest known name of several
 * words at the token; @end: (out): behind it, in bytes of the text */
const char *pt_parser_find_name (PtFeelParser *self, gboolean behind_dot, guint *end);
/** pt_parser_take_name: a name at the token, known or a single word, and steps over it */
const char *pt_parser_take_name (PtFeelParser *self, gboolean behind_dot);
/** pt_parser_new_name: a name that is made here: it reaches to a colon, comma, parenthesis, an
 * equals sign or, if @before_in, to the word “in”. Returns: (transfer none) (nullable) */
const char *pt_parser_new_name (PtFeelParser *self, gboolean before_in);
/** pt_parser_declare: @name (nullable) is visible from now on; Returns: its slot, or -1 with an
 * error set, when there are too many */
int pt_parser_declare (PtFeelParser *self, const char *name);
void pt_parser_forget (PtFeelParser *self, guint n_visible);
/** pt_parser_resolve: finds what the name @node means */
void pt_parser_resolve (PtFeelParser *self, PtFeelNode *node);
PtFeelOpenFrame *pt_parser_frame (PtFeelParser *self);

/* ----- forms with words ---------------------------------------------------------------------- */

PtFeelNode *pt_parser_if (PtFeelParser *self);
PtFeelNode *pt_parser_for (PtFeelParser *self);
PtFeelNode *pt_parser_some (PtFeelParser *self);
PtFeelNode *pt_parser_every (PtFeelParser *self);
PtFeelNode *pt_parser_function (PtFeelParser *self);
PtFeelNode *pt_parser_context (PtFeelParser *self);
PtFeelNode *pt_parser_filter (PtFeelParser *self, PtFeelNode *list);
/** pt_parser_type: Returns: (transfer full) (nullable) */
PtFeelType *pt_parser_type (PtFeelParser *self);

G_END_DECLS
