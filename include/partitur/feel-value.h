/* feel-value.h: the values of the expression language (FEEL, DMN 1.3 to 1.5, 10.3.2)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value is a small structure that is copied by ref() and given up by clear(). What it holds never
 * changes once a second one holds it, so values may be read by several threads. Numbers are IEEE
 * 754 decimal128 (34 digits, no infinities and no NaN: what has no number is null). Durations are
 * decimal numbers of seconds or months. Dates are of the proleptic Gregorian calendar from the year
 * -999,999,999 to 999,999,999; times are kept to the nanosecond.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PtFeelKind: what a value, or a value of a type, is. */
typedef enum
{
  PT_FEEL_KIND_NULL,
  PT_FEEL_KIND_BOOLEAN,
  PT_FEEL_KIND_NUMBER,
  PT_FEEL_KIND_DAYS,   /* days and time duration */
  PT_FEEL_KIND_MONTHS, /* years and months duration */
  PT_FEEL_KIND_STRING, /* from here on: kept on the heap */
  PT_FEEL_KIND_DATE,
  PT_FEEL_KIND_TIME,
  PT_FEEL_KIND_DATE_TIME,
  PT_FEEL_KIND_LIST,
  PT_FEEL_KIND_CONTEXT,
  PT_FEEL_KIND_RANGE,
  PT_FEEL_KIND_FUNCTION,
  PT_FEEL_KIND_ANY, /* of types only */
} PtFeelKind;

/** pt_feel_kind_get_label: Returns: (transfer none): as FEEL calls it, untranslated: “days and time
 * duration” */
const char *pt_feel_kind_get_label (PtFeelKind kind);

/** PtFeelDecimal: the bits of a decimal128 in its binary encoding. */
typedef struct
{
  guint64 low, high;
} PtFeelDecimal;

typedef struct _PtFeelString PtFeelString;
typedef struct _PtFeelMoment PtFeelMoment;
typedef struct _PtFeelList PtFeelList;
typedef struct _PtFeelContext PtFeelContext;
typedef struct _PtFeelRange PtFeelRange;
typedef struct _PtFeelFunction PtFeelFunction;

/** PtFeelValue: all zeros is null. */
typedef struct
{
  PtFeelKind kind;
  union
  {
    gboolean truth;
    PtFeelDecimal decimal; /* numbers, durations */
    PtFeelString *string;
    PtFeelMoment *moment; /* dates, times, dates and times */
    PtFeelList *list;
    PtFeelContext *context;
    PtFeelRange *range;
    PtFeelFunction *function;
    gpointer object;
  };
} PtFeelValue;

#define PT_FEEL_NULL ((PtFeelValue){ .kind = PT_FEEL_KIND_NULL })

/** pt_feel_value_ref: Returns: (transfer full): the same value once more */
PtFeelValue pt_feel_value_ref (const PtFeelValue *self);
/** pt_feel_value_clear: gives up the value and makes it null */
void pt_feel_value_clear (PtFeelValue *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtFeelValue, pt_feel_value_clear)

/* ----- making -------------------------------------------------------------------------------- */

PtFeelValue pt_feel_boolean (gboolean truth);
PtFeelValue pt_feel_number (gint64 number);
/** pt_feel_string: @text: valid UTF-8 */
PtFeelValue pt_feel_string (const char *text);
/** pt_feel_read: a value of @kind from its usual writing: "12.50", "true", "2026-11-27",
 * "P1DT2H", any text for a string. Returns: null when @text is no such value */
PtFeelValue pt_feel_read (PtFeelKind kind, const char *text);
PtFeelValue pt_feel_list (void);
PtFeelValue pt_feel_context (void);

/** pt_feel_list_add: @self: a list nobody else holds yet; @item: (transfer full) */
void pt_feel_list_add (PtFeelValue *self, PtFeelValue item);
/** pt_feel_context_set: @self: a context nobody else holds yet; @value: (transfer full); replaces
 * an entry of the same name */
void pt_feel_context_set (PtFeelValue *self, const char *name, PtFeelValue value);

/** PtFeelCallback: what a function of the host does. @args: as many as it has parameters;
 * Returns: (transfer full) */
typedef PtFeelValue (*PtFeelCallback) (const PtFeelValue *args, gpointer user_data);
/** pt_feel_host_function: @parameters: their names, %NULL-terminated;
 * @destroy: (nullable): for @user_data, when the last one forgets the function */
PtFeelValue pt_feel_host_function (const char *const *parameters,
                                   PtFeelCallback callback,
                                   gpointer user_data,
                                   GDestroyNotify destroy);

/* ----- looking ------------------------------------------------------------------------------- */

gboolean pt_feel_is_null (const PtFeelValue *self);
/** pt_feel_is_true: Returns: whether it is the truth value true, and nothing else */
gboolean pt_feel_is_true (const PtFeelValue *self);
/** pt_feel_get_int: Returns: whether it is a whole number that fits, which is then in @number */
gboolean pt_feel_get_int (const PtFeelValue *self, gint64 *number);
double pt_feel_get_double (const PtFeelValue *self);
/** pt_feel_get_text: Returns: (transfer none) (nullable): of a string */
const char *pt_feel_get_text (const PtFeelValue *self);
/** pt_feel_list_length: Returns: 0 when it is no list */
guint pt_feel_list_length (const PtFeelValue *self);
/** pt_feel_list_get: Returns: (transfer none): the item at @index, from 0 */
const PtFeelValue *pt_feel_list_get (const PtFeelValue *self, guint index);
/** pt_feel_context_get: Returns: (transfer none) (nullable): %NULL when it is no context, or has no
 * such entry */
const PtFeelValue *pt_feel_context_get (const PtFeelValue *self, const char *name);
/** pt_feel_context_size: Returns: 0 when it is no context */
guint pt_feel_context_size (const PtFeelValue *self);
/** pt_feel_context_name: Returns: (transfer none): the name of the entry at @index, in order of
 * making, from 0 */
const char *pt_feel_context_name (const PtFeelValue *self, guint index);

/** pt_feel_value_equal: FEEL's “=” (10.3.2.13, table 53): numbers by value, moments by instant.
 * Returns: 1 equal, 0 not, -1 when values of these kinds cannot be compared */
int pt_feel_value_equal (const PtFeelValue *a, const PtFeelValue *b);
/** pt_feel_value_order: @order: (out): below, at or above 0 as @a is less, equal or greater;
 * Returns: FALSE when they have no order */
gboolean pt_feel_value_order (const PtFeelValue *a, const PtFeelValue *b, int *order);
/** pt_feel_value_to_string: Returns: (transfer full): as FEEL's function string() writes it, null
 * as “null”; strings within lists and contexts are quoted */
char *pt_feel_value_to_string (const PtFeelValue *self);
/** pt_feel_value_to_literal: Returns: (transfer full): an expression that has this value; functions
 * have none and become null */
char *pt_feel_value_to_literal (const PtFeelValue *self);

G_END_DECLS
