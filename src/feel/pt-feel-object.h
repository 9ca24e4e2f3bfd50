/* pt-feel-object.h: what values keep on the heap
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/feel-value.h>

#include <string.h>

#include "pt-feel-decimal.h"
#include "pt-feel-moment.h"

G_BEGIN_DECLS

typedef struct _PtFeelNode PtFeelNode;
typedef struct _PtFeelBuiltin PtFeelBuiltin;
typedef struct _PtFeelType PtFeelType;

/* Each begins with its count of references; those that hold values go on with how deep these nest.
 */

struct _PtFeelString
{
  gatomicrefcount refs;
  guint length; /* in bytes */
  guint hash;   /* of keys; 0 in other strings */
  char text[];
};

struct _PtFeelList
{
  gatomicrefcount refs;
  guint depth;
  guint n, size;
  PtFeelValue *items;
};

typedef struct
{
  PtFeelString *name;
  PtFeelValue value;
} PtFeelEntry;

struct _PtFeelContext
{
  gatomicrefcount refs;
  guint depth;
  guint n, size;
  PtFeelEntry *entries;
  guint32 *index; /* (nullable): of larger ones: open addressing, entry + 1, twice @size long */
};

struct _PtFeelRange
{
  gatomicrefcount refs;
  gboolean open_low, open_high;
  PtFeelValue low, high; /* null: without end */
};

typedef enum
{
  PT_FUNCTION_NODE,
  PT_FUNCTION_BUILTIN,
  PT_FUNCTION_HOST,
} PtFunctionOrigin;

struct _PtFeelFunction
{
  gatomicrefcount refs;
  guint depth;
  PtFunctionOrigin origin;
  guint n_params; /* but of built-in functions */
  union
  {
    struct
    {
      const PtFeelNode *node;
      gpointer owner; /* the PtFeel that @node is part of */
      PtFeelValue *captured;
      PtFeelValue variables; /* of the evaluation that made it */
    };
    const PtFeelBuiltin *builtin;
    struct
    {
      char **names;
      PtFeelCallback callback;
      gpointer user_data;
      GDestroyNotify destroy;
    };
  };
};

/** pt_feel_depth: Returns: how many values are within each other in @value at the most, without
 * itself */
static inline guint
pt_feel_depth (const PtFeelValue *value)
{
  if (value->kind < PT_FEEL_KIND_LIST || value->kind == PT_FEEL_KIND_RANGE)
    return 0;
  return ((const PtFeelList *)value->object)->depth;
}

#define pt_feel_on_heap(value) ((value)->kind >= PT_FEEL_KIND_STRING)

static inline void
pt_feel_hold (const PtFeelValue *value)
{
  if (pt_feel_on_heap (value))
    g_atomic_ref_count_inc ((gatomicrefcount *)value->object);
}

/** pt_feel_object_free: for pt_feel_drop() */
void pt_feel_object_free (PtFeelValue *value);

static inline void
pt_feel_drop (PtFeelValue *value)
{
  if (pt_feel_on_heap (value) && g_atomic_ref_count_dec ((gatomicrefcount *)value->object))
    pt_feel_object_free (value);
}

static inline PtFeelValue
pt_feel_decimal (PtFeelKind kind, PtFeelDecimal decimal)
{
  PtFeelValue value = { .kind = kind };

  value.decimal = decimal;
  return value;
}

/** pt_feel_finite: Returns: null when @decimal is none */
static inline PtFeelValue
pt_feel_finite (PtFeelKind kind, PtFeelDecimal decimal)
{
  return pt_decimal_is_finite (decimal) ? pt_feel_decimal (kind, decimal) : PT_FEEL_NULL;
}

PtFeelValue pt_feel_string_len (const char *text, gsize length);
/** pt_feel_string_take: @text: (transfer full) */
PtFeelValue pt_feel_string_take (GString *text);
/** pt_feel_concat: Returns: (transfer full): two strings as one */
PtFeelValue pt_feel_concat (const PtFeelString *a, const PtFeelString *b);

guint pt_feel_hash (const char *text, gsize length); /* never 0 */
/** pt_feel_key: Returns: (transfer full): a string that can name an entry */
PtFeelString *pt_feel_key (const char *text, gsize length);
void pt_feel_key_unref (PtFeelString *key);

PtFeelValue pt_feel_list_sized (guint size);
/** pt_feel_list_reserve: makes room for @more items */
void pt_feel_list_reserve (PtFeelValue *self, guint more);
/** pt_feel_context_put: @key: (transfer none); @value: (transfer full) */
void pt_feel_context_put (PtFeelContext *self, PtFeelString *key, PtFeelValue value);
/** pt_feel_context_find: Returns: (transfer none) (nullable) */
PtFeelValue *
pt_feel_context_find (const PtFeelContext *self, const char *name, gsize length, guint hash);
/** pt_feel_context_copy: Returns: (transfer full): one nobody else holds */
PtFeelValue pt_feel_context_copy (const PtFeelContext *self);

/** pt_feel_range: @low, @high: (transfer full) */
PtFeelValue
pt_feel_range (PtFeelValue low, gboolean open_low, PtFeelValue high, gboolean open_high);
/** pt_feel_range_holds: Returns: 1, 0, or -1 when they cannot be compared */
int pt_feel_range_holds (const PtFeelRange *range, const PtFeelValue *value);

/** pt_feel_value_append: as string() writes it; @literal: as an expression */
void pt_feel_value_append (GString *out, const PtFeelValue *value, gboolean literal);

G_END_DECLS
