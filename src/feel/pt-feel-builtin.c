/* pt-feel-builtin.c: finding built-in functions and taking their signatures apart
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A signature is a list of parameters, "name:kinds", separated by commas. Kinds are letters:
 * (n)umber, (s)tring, (b)oolean, (d)ate, (t)ime, (D)ate and time, d(u)ration of days, (m)onths,
 * (l)ist, (c)ontext, (r)ange, (f)unction; (a)ny but null, (0) null. Behind them: ? may be left out;
 * * one list, or its items as arguments; + any number of arguments.
 */
#include "pt-feel-builtin.h"

static const struct
{
  char letter;
  guint kinds;
} letters[] = {
  { 'n', 1 << PT_FEEL_KIND_NUMBER },  { 's', 1 << PT_FEEL_KIND_STRING },
  { 'b', 1 << PT_FEEL_KIND_BOOLEAN }, { 'd', 1 << PT_FEEL_KIND_DATE },
  { 't', 1 << PT_FEEL_KIND_TIME },    { 'D', 1 << PT_FEEL_KIND_DATE_TIME },
  { 'u', 1 << PT_FEEL_KIND_DAYS },    { 'm', 1 << PT_FEEL_KIND_MONTHS },
  { 'l', 1 << PT_FEEL_KIND_LIST },    { 'c', 1 << PT_FEEL_KIND_CONTEXT },
  { 'r', 1 << PT_FEEL_KIND_RANGE },   { 'f', 1 << PT_FEEL_KIND_FUNCTION },
  { '0', 1 << PT_FEEL_KIND_NULL },    { 'a', ~(1u << PT_FEEL_KIND_NULL) },
};

static void
read_kinds (PtFeelParam *param, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (letters); k++)
        if (letters[k].letter == text[i])
          param->kinds |= letters[k].kinds;
      param->is_optional |= text[i] == '?';
      param->is_spread |= text[i] == '*';
      param->is_rest |= text[i] == '+';
    }
}

static void
read_signature (PtFeelBuiltin *self)
{
  const char *at = self->row->signature;

  while (*at)
    {
      PtFeelParam *param = &self->params[self->n_params++];
      gsize name = strcspn (at, ":"), kinds = strcspn (at + name + 1, ",");

      param->name = g_strndup (at, name);
      read_kinds (param, at + name + 1, kinds);
      self->n_required += !param->is_optional && !param->is_rest;
      at += name + 1 + kinds;
      at += strspn (at, ", ");
    }
}

static const PtFeelBuiltinRow *const tables[] = {
  pt_feel_builtins_convert, pt_feel_builtins_string, pt_feel_builtins_number, pt_feel_builtins_list,
  pt_feel_builtins_context, pt_feel_builtins_time,   pt_feel_builtins_range,
};

typedef struct
{
  GArray *all;         /* of PtFeelBuiltin */
  GHashTable *by_name; /* → the first one, in @all */
  PtFeelNames *names;
} Library;

static void
add_row (Library *self, const PtFeelBuiltinRow *row)
{
  PtFeelBuiltin builtin = { row };

  read_signature (&builtin);
  g_array_append_val (self->all, builtin);
  pt_feel_names_add (self->names, row->name);
}

static void
add_words (Library *self)
{
  for (guint i = self->all->len; i-- > 0;)
    {
      PtFeelBuiltin *builtin = &g_array_index (self->all, PtFeelBuiltin, i);

      if (builtin->row)
        g_hash_table_insert (self->by_name, (gpointer)builtin->row->name, builtin);
    }
}

/* Made once and kept as long as the program. */
static const Library *
library (void)
{
  static Library made;
  static gsize done;
  PtFeelBuiltin end = { 0 };

  if (g_once_init_enter (&done))
    {
      made.all = g_array_new (FALSE, TRUE, sizeof (PtFeelBuiltin));
      made.by_name = g_hash_table_new (g_str_hash, g_str_equal);
      made.names = pt_feel_names_new ();
      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        for (const PtFeelBuiltinRow *row = tables[i]; row->name; row++)
          add_row (&made, row);
      g_array_append_val (made.all, end);
      add_words (&made);
      g_once_init_leave (&done, 1);
    }
  return &made;
}

const PtFeelBuiltin *
pt_feel_builtin_find (const char *name)
{
  return g_hash_table_lookup (library ()->by_name, name);
}

const PtFeelNames *
pt_feel_builtin_names (void)
{
  return library ()->names;
}

const PtFeelBuiltin *
pt_feel_builtin_next (const PtFeelBuiltin *self)
{
  const PtFeelBuiltin *next = self + 1;

  return next->row && g_str_equal (next->row->name, self->row->name) ? next : NULL;
}
