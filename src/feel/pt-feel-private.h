/* pt-feel-private.h: the syntax tree of an expression, its tokens, and printing it in a dialect
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/feel.h>

G_BEGIN_DECLS

#define PT_FEEL_MAX_TOKENS 4096
#define PT_FEEL_MAX_DEPTH 100

/* ----- tokens
 * ------------------------------------------------------------------------------------- */

typedef enum
{
  PT_TOKEN_END,
  PT_TOKEN_NUMBER,
  PT_TOKEN_STRING,
  PT_TOKEN_NAME, /* also the names of functions that have spaces */
  PT_TOKEN_KEYWORD,
  PT_TOKEN_SYMBOL,
} PtTokenKind;

typedef struct
{
  PtTokenKind kind;
  char *text; /* strings: without quotes and escapes */
  int column; /* from 1, in characters */
} PtToken;

/** pt_feel_scan: Returns: (transfer full) (nullable): PtToken, the last one %PT_TOKEN_END */
GArray *pt_feel_scan (const char *text, int *column, GError **error);
/** pt_feel_error: sets @error to "column N: @message" and @column_out; Returns: %NULL */
gpointer pt_feel_error (int *column_out, int column, GError **error, const char *message);

/* ----- the tree
 * ----------------------------------------------------------------------------------- */

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
  PT_FEEL_NUMBER,
  PT_FEEL_STRING,
  PT_FEEL_CONSTANT, /* true, false, null */
  PT_FEEL_NAME,
  PT_FEEL_PATH,     /* args[0] . text */
  PT_FEEL_CALL,     /* text (args) */
  PT_FEEL_LIST,     /* [args] */
  PT_FEEL_RANGE,    /* args[0] .. args[1] */
  PT_FEEL_TEST,     /* op args[0], only below IN */
  PT_FEEL_NEGATION, /* - args[0] */
  PT_FEEL_NOT,      /* not (args[0]) */
  PT_FEEL_BINARY,   /* args[0] op args[1] */
  PT_FEEL_BETWEEN,  /* args[0] between args[1] and args[2] */
  PT_FEEL_IN,       /* args[0] in (the others) */
} PtFeelKind;

struct _PtFeel
{
  gatomicrefcount refs;
  PtFeelKind kind;
  PtFeelOperator op;
  gboolean open_low, open_high; /* ranges: without the bound itself */
  char *text;
  GPtrArray *args; /* of PtFeel */
};

/** pt_feel_node: @...: (transfer full): PtFeel, then %NULL */
PtFeel *pt_feel_node (PtFeelKind kind, const char *text, ...) G_GNUC_NULL_TERMINATED;
PtFeel *pt_feel_binary (PtFeelOperator op, PtFeel *left, PtFeel *right);
#define pt_feel_arg(self, i) ((PtFeel *)g_ptr_array_index ((self)->args, (i)))

/* ----- dialects
 * ----------------------------------------------------------------------------------- */

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
  PT_BIND_POSTFIX,
};

typedef struct _PtFeelPrinter PtFeelPrinter;

/** PtFeelDialect: a language an expression is printed in. */
typedef struct
{
  const char *label;
  struct
  {
    const char *symbol; /* (nullable): NULL: has no equal */
    int binding;
  } operators[PT_FEEL_N_OPERATORS];
  const char *not_symbol; /* stands before a parenthesis */
  /* what the dialects have little in common in; FALSE leaves it to the common printing */
  gboolean (*print) (PtFeelPrinter *printer, const PtFeel *node, int binding);
} PtFeelDialect;

struct _PtFeelPrinter
{
  const PtFeelDialect *dialect;
  GString *out;
  GError *error; /* (nullable): the first thing that cannot be said */
};

extern const PtFeelDialect pt_feel_dialect_feel;
extern const PtFeelDialect pt_feel_dialect_juel;

/** pt_feel_print: Returns: (transfer full) (nullable): @self in @dialect */
char *pt_feel_print (const PtFeel *self, const PtFeelDialect *dialect, GError **error);
/** pt_feel_print_node: prints @node, in parentheses when it binds looser than @binding */
void pt_feel_print_node (PtFeelPrinter *printer, const PtFeel *node, int binding);
void pt_feel_print_list (PtFeelPrinter *printer, const PtFeel *node, guint first);
/** pt_feel_print_refuse: notes that @what cannot be said in the dialect */
void pt_feel_print_refuse (PtFeelPrinter *printer, const char *what);

G_END_DECLS
