/* pt-feel-builtin.h: the built-in functions (10.3.4)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-feel-eval.h"
#include "pt-feel-type-private.h"

G_BEGIN_DECLS

/** PtFeelBuiltinCall: @args: as the row's parameters say; @n: how many were given; @out: is null
 * before
 */
typedef void (*PtFeelBuiltinCall) (PtFeelRun *run,
                                   const PtFeelValue *args,
                                   guint n,
                                   PtFeelValue *out);

#define PT_BUILTIN_MAX_PARAMS 7

typedef struct
{
  const char *name;
  guint kinds; /* 1 << PtFeelKind of those it takes */
  gboolean is_optional;
  gboolean is_spread; /* takes one list, or its items as arguments */
  gboolean is_rest;   /* takes any number of arguments, as they are */
} PtFeelParam;

/** PtFeelBuiltinRow: a function, or one of the forms of a function. */
typedef struct
{
  const char *name;
  const char *signature; /* see pt-feel-builtin.c */
  PtFeelKind result;     /* %PT_FEEL_KIND_ANY: depends */
  PtFeelBuiltinCall call;
  gboolean is_impure; /* gives other values at other times */
} PtFeelBuiltinRow;

/** PtFeelBuiltin: a row, and its signature taken apart. */
struct _PtFeelBuiltin
{
  const PtFeelBuiltinRow *row; /* (nullable): NULL ends the list of all */
  guint n_params, n_required;
  PtFeelParam params[PT_BUILTIN_MAX_PARAMS];
};

/** pt_feel_builtin_find: Returns: (transfer none) (nullable): the first row of that name; the
 * others follow it */
const PtFeelBuiltin *pt_feel_builtin_find (const char *name);
const PtFeelNames *pt_feel_builtin_names (void);
/** pt_feel_builtin_next: Returns: (transfer none) (nullable): the next form of the same function */
const PtFeelBuiltin *pt_feel_builtin_next (const PtFeelBuiltin *self);

/* The tables, each ended by a row without a name. */
extern const PtFeelBuiltinRow pt_feel_builtins_convert[];
extern const PtFeelBuiltinRow pt_feel_builtins_string[];
extern const PtFeelBuiltinRow pt_feel_builtins_number[];
extern const PtFeelBuiltinRow pt_feel_builtins_list[];
extern const PtFeelBuiltinRow pt_feel_builtins_context[];
extern const PtFeelBuiltinRow pt_feel_builtins_time[];
extern const PtFeelBuiltinRow pt_feel_builtins_range[];

G_END_DECLS
