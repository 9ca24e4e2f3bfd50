/* pt-feel-library-context.c: built-in functions on contexts (10.3.4.10)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

static const PtFeelValue *
entry_of (const PtFeelValue *context, const PtFeelValue *name)
{
  return pt_feel_context_get (context, name->string->text);
}

static void
get_value (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  const PtFeelValue *found = entry_of (&args[0], &args[1]);

  if (found)
    *out = pt_feel_value_ref (found);
}

static void
get_deep_value (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  const PtFeelValue *at = &args[0];

  for (guint i = 0; at && i < args[1].list->n; i++)
    {
      const PtFeelValue *key = &args[1].list->items[i];

      at = key->kind == PT_FEEL_KIND_STRING ? entry_of (at, key) : NULL;
    }
  if (at && args[1].list->n > 0)
    *out = pt_feel_value_ref (at);
}

static void
get_entries (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_list ();
  pt_run_spend (run, args[0].context->n * 4);
  for (guint i = 0; i < args[0].context->n; i++)
    {
      const PtFeelEntry *entry = &args[0].context->entries[i];
      PtFeelValue pair = pt_feel_context ();

      pt_feel_context_set (&pair, "key",
                           pt_feel_string_len (entry->name->text, entry->name->length));
      pt_feel_context_set (&pair, "value", pt_feel_value_ref (&entry->value));
      pt_feel_list_add (out, pair);
    }
}

/* From {key, value}: each key once. */
static void
make_context (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_auto (PtFeelValue) made = pt_feel_context ();

  pt_run_spend (run, args[0].list->n * (gint64)2);
  for (guint i = 0; i < args[0].list->n; i++)
    {
      const PtFeelValue *key = pt_feel_context_get (&args[0].list->items[i], "key");
      const PtFeelValue *value = pt_feel_context_get (&args[0].list->items[i], "value");

      if (!key || !value || key->kind != PT_FEEL_KIND_STRING || entry_of (&made, key))
        return;
      pt_feel_context_set (&made, key->string->text, pt_feel_value_ref (value));
    }
  *out = pt_feel_value_ref (&made);
}

static void
context_put (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  pt_run_spend (run, args[0].context->n);
  *out = pt_feel_context_copy (args[0].context);
  pt_feel_context_set (out, args[1].string->text, pt_feel_value_ref (&args[2]));
}

/* @keys: the way through contexts in contexts, all of which but the last are there. */
static PtFeelValue
put_deep (PtFeelRun *run,
          const PtFeelValue *context,
          const PtFeelValue *keys,
          guint n,
          const PtFeelValue *value)
{
  const PtFeelValue *inner;
  PtFeelValue replaced, copy;

  if (n == 0 || context->kind != PT_FEEL_KIND_CONTEXT || keys->kind != PT_FEEL_KIND_STRING
      || !pt_run_spend (run, context->context->n))
    return PT_FEEL_NULL;
  if (n == 1)
    replaced = pt_feel_value_ref (value);
  else
    {
      inner = entry_of (context, keys);
      replaced = inner ? put_deep (run, inner, keys + 1, n - 1, value) : PT_FEEL_NULL;
      if (replaced.kind == PT_FEEL_KIND_NULL)
        return replaced;
    }
  copy = pt_feel_context_copy (context->context);
  pt_feel_context_set (&copy, keys->string->text, replaced);
  return copy;
}

static void
context_put_deep (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  if (args[1].list->n < PT_FEEL_MAX_VALUE_DEPTH)
    *out = put_deep (run, &args[0], args[1].list->items, args[1].list->n, &args[2]);
}

static void
context_merge (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_auto (PtFeelValue) made = pt_feel_context ();

  for (guint i = 0; i < args[0].list->n; i++)
    {
      const PtFeelValue *item = &args[0].list->items[i];

      if (item->kind != PT_FEEL_KIND_CONTEXT || !pt_run_spend (run, item->context->n))
        return;
      for (guint k = 0; k < item->context->n; k++)
        pt_feel_context_put (made.context, item->context->entries[k].name,
                             pt_feel_value_ref (&item->context->entries[k].value));
    }
  *out = pt_feel_value_ref (&made);
}

const PtFeelBuiltinRow pt_feel_builtins_context[] = {
  { "get value", "m:c, key:s", PT_FEEL_KIND_ANY, get_value },
  { "get value", "context:c, keys:l", PT_FEEL_KIND_ANY, get_deep_value },
  { "get entries", "m:c", PT_FEEL_KIND_LIST, get_entries },
  { "context", "entries:l", PT_FEEL_KIND_CONTEXT, make_context },
  { "context put", "context:c, key:s, value:a0", PT_FEEL_KIND_CONTEXT, context_put },
  { "context put", "context:c, keys:l, value:a0", PT_FEEL_KIND_CONTEXT, context_put_deep },
  { "context merge", "contexts:l", PT_FEEL_KIND_CONTEXT, context_merge },
  { NULL },
};
