/* pt-feel-library-list.c: built-in functions on lists (10.3.4.4)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

#define N(value) ((value)->list->n)
#define ITEM(value, i) (&(value)->list->items[i])

static void
add_copy (PtFeelValue *list, const PtFeelValue *item)
{
  pt_feel_list_add (list, pt_feel_value_ref (item));
}

static void
add_items (PtFeelValue *list, const PtFeelValue *from, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    add_copy (list, ITEM (from, i));
}

static gboolean
has (const PtFeelValue *list, const PtFeelValue *item)
{
  for (guint i = 0; i < N (list); i++)
    if (pt_feel_value_equal (ITEM (list, i), item) == 1)
      return TRUE;
  return FALSE;
}

/* A place counted from 1, or from the end when negative. Returns: FALSE when the list has none such
 */
static gboolean
find_place (const PtFeelValue *list, const PtFeelValue *position, guint *place)
{
  gint64 number, fraction;

  if (!pt_decimal_split (position->decimal, &number, &fraction) || number == 0
      || ABS (number) > (gint64)N (list))
    return FALSE;
  *place = (guint)(number > 0 ? number - 1 : number + N (list));
  return TRUE;
}

/* ----- questions ----------------------------------------------------------------------------- */

static void
list_contains (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  pt_run_spend (run, N (&args[0]));
  *out = pt_feel_boolean (has (&args[0], &args[1]));
}

static void
count (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_number (N (&args[0]));
}

static void
index_of (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_list ();
  pt_run_spend (run, N (&args[0]));
  for (guint i = 0; i < N (&args[0]); i++)
    if (pt_feel_value_equal (ITEM (&args[0], i), &args[1]) == 1)
      pt_feel_list_add (out, pt_feel_number (i + 1));
}

/* @decisive: the truth value of which one item is enough. */
static void
decide (const PtFeelValue *list, gboolean decisive, PtFeelValue *out)
{
  gboolean all_truths = TRUE;

  for (guint i = 0; i < N (list); i++)
    {
      const PtFeelValue *item = ITEM (list, i);

      if (item->kind != PT_FEEL_KIND_BOOLEAN)
        all_truths = FALSE;
      else if (item->truth == decisive)
        {
          *out = *item;
          return;
        }
    }
  if (all_truths)
    *out = pt_feel_boolean (!decisive);
}

static void
all (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  decide (&args[0], FALSE, out);
}

static void
any (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  decide (&args[0], TRUE, out);
}

/* ----- least and greatest -------------------------------------------------------------------- */

static void
find_extreme (const PtFeelValue *list, int sign, PtFeelValue *out)
{
  const PtFeelValue *best = N (list) > 0 ? ITEM (list, 0) : NULL;

  for (guint i = 0; i < N (list); i++)
    {
      int order;

      if (!pt_feel_value_order (ITEM (list, i), best, &order))
        return;
      if (order * sign > 0)
        best = ITEM (list, i);
    }
  if (best)
    *out = pt_feel_value_ref (best);
}

static void
min (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  find_extreme (&args[0], -1, out);
}

static void
max (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  find_extreme (&args[0], 1, out);
}

/* ----- statistics ---------------------------------------------------------------------------- */

static gboolean
are_numbers (const PtFeelValue *list)
{
  for (guint i = 0; i < N (list); i++)
    if (ITEM (list, i)->kind != PT_FEEL_KIND_NUMBER)
      return FALSE;
  return N (list) > 0;
}

static void
combine (const PtFeelValue *list,
         PtFeelDecimal (*operation) (PtFeelDecimal, PtFeelDecimal),
         PtFeelValue *out)
{
  PtFeelDecimal result;

  if (!are_numbers (list))
    return;
  result = ITEM (list, 0)->decimal;
  for (guint i = 1; i < N (list); i++)
    result = operation (result, ITEM (list, i)->decimal);
  *out = pt_feel_finite (PT_FEEL_KIND_NUMBER, result);
}

static void
sum (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  combine (&args[0], pt_decimal_add, out);
}

static void
product (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  combine (&args[0], pt_decimal_multiply, out);
}

static PtFeelDecimal
part (PtFeelDecimal sum, guint n)
{
  return pt_decimal_divide (sum, pt_decimal_from_int (n));
}

static void
mean (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  combine (&args[0], pt_decimal_add, out);
  if (out->kind == PT_FEEL_KIND_NUMBER)
    *out = pt_feel_finite (PT_FEEL_KIND_NUMBER, part (out->decimal, N (&args[0])));
}

/* Of the sample: divided by one less than their number. */
static void
stddev (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelValue middle = PT_FEEL_NULL;
  PtFeelDecimal squares = pt_decimal_from_int (0);

  mean (run, args, n, &middle);
  if (middle.kind != PT_FEEL_KIND_NUMBER || N (&args[0]) < 2)
    return;
  for (guint i = 0; i < N (&args[0]); i++)
    {
      PtFeelDecimal off = pt_decimal_subtract (ITEM (&args[0], i)->decimal, middle.decimal);

      squares = pt_decimal_add (squares, pt_decimal_multiply (off, off));
    }
  *out = pt_feel_finite (PT_FEEL_KIND_NUMBER, pt_decimal_sqrt (part (squares, N (&args[0]) - 1)));
}

static int
by_number (const void *a, const void *b)
{
  const PtFeelValue *left = a, *right = b;

  return pt_decimal_compare (left->decimal, right->decimal);
}

/* Returns: (nullable): the numbers in order */
static PtFeelValue *
sorted_numbers (const PtFeelValue *list)
{
  PtFeelValue *numbers;

  if (!are_numbers (list))
    return NULL;
  numbers = g_new (PtFeelValue, N (list));
  memcpy (numbers, list->list->items, N (list) * sizeof (PtFeelValue));
  qsort (numbers, N (list), sizeof (PtFeelValue), by_number);
  return numbers;
}

static void
median (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autofree PtFeelValue *numbers = sorted_numbers (&args[0]);
  guint half = N (&args[0]) / 2;

  if (!numbers)
    return;
  *out = numbers[half];
  if (N (&args[0]) % 2 == 0)
    out->decimal = part (pt_decimal_add (numbers[half - 1].decimal, numbers[half].decimal), 2);
}

/* All that are there most often, the smallest first. */
static void
mode (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autofree PtFeelValue *numbers = sorted_numbers (&args[0]);
  guint most = 0;

  if (!numbers && N (&args[0]) > 0)
    return;
  *out = pt_feel_list ();
  for (guint i = 0, next; i < N (&args[0]); i = next)
    {
      for (next = i + 1; next < N (&args[0]) && by_number (&numbers[i], &numbers[next]) == 0;
           next++)
        ;
      if (next - i > most)
        {
          pt_feel_value_clear (out);
          *out = pt_feel_list ();
          most = next - i;
        }
      if (next - i == most)
        pt_feel_list_add (out, numbers[i]);
    }
}

/* ----- new lists ----------------------------------------------------------------------------- */

static void
sublist (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  guint start, end = N (&args[0]);
  gint64 length;

  if (!find_place (&args[0], &args[1], &start))
    return;
  if (n > 2)
    {
      if (!pt_feel_get_int (&args[2], &length) || length < 1 || length > (gint64)(end - start))
        return;
      end = start + (guint)length;
    }
  *out = pt_feel_list ();
  add_items (out, &args[0], start, end);
}

static void
append (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  pt_run_spend (run, N (&args[0]));
  *out = pt_feel_list ();
  add_items (out, &args[0], 0, N (&args[0]));
  for (guint i = 1; i < n; i++)
    add_copy (out, &args[i]);
}

static void
concatenate (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_list ();
  for (guint i = 0; i < n; i++)
    if (args[i].kind == PT_FEEL_KIND_LIST)
      {
        if (pt_run_spend (run, N (&args[i])))
          add_items (out, &args[i], 0, N (&args[i]));
      }
    else
      add_copy (out, &args[i]);
}

static void
insert_before (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  guint place;

  if (!find_place (&args[0], &args[1], &place))
    return;
  pt_run_spend (run, N (&args[0]));
  *out = pt_feel_list ();
  add_items (out, &args[0], 0, place);
  add_copy (out, &args[2]);
  add_items (out, &args[0], place, N (&args[0]));
}

static void
remove_item (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  guint place;

  if (!find_place (&args[0], &args[1], &place))
    return;
  pt_run_spend (run, N (&args[0]));
  *out = pt_feel_list ();
  add_items (out, &args[0], 0, place);
  add_items (out, &args[0], place + 1, N (&args[0]));
}

static void
replace_item (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  guint place;

  if (!find_place (&args[0], &args[1], &place))
    return;
  pt_run_spend (run, N (&args[0]));
  *out = pt_feel_list ();
  add_items (out, &args[0], 0, place);
  add_copy (out, &args[2]);
  add_items (out, &args[0], place + 1, N (&args[0]));
}

/* Those for which the function says so. */
static void
replace_matching (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_list ();
  for (guint i = 0; i < N (&args[0]); i++)
    {
      PtFeelValue pair[] = { *ITEM (&args[0], i), args[2] };
      PtFeelValue matches;

      pt_run_call (run, args[1].function, pair, 2, run->at, &matches);
      if (matches.kind != PT_FEEL_KIND_BOOLEAN)
        {
          pt_feel_drop (&matches);
          pt_feel_value_clear (out);
          return;
        }
      add_copy (out, &pair[matches.truth ? 1 : 0]);
    }
}

static void
reverse (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  pt_run_spend (run, N (&args[0]));
  *out = pt_feel_list ();
  for (guint i = N (&args[0]); i-- > 0;)
    add_copy (out, ITEM (&args[0], i));
}

/* Each item once. Returns: FALSE when it takes too long */
static gboolean
add_new (PtFeelRun *run, PtFeelValue *list, const PtFeelValue *item)
{
  if (!pt_run_spend (run, N (list) / 4 + 1))
    return FALSE;
  if (!has (list, item))
    add_copy (list, item);
  return TRUE;
}

static void
union_of (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_list ();
  for (guint i = 0; i < n; i++)
    if (args[i].kind != PT_FEEL_KIND_LIST)
      add_new (run, out, &args[i]);
    else
      for (guint k = 0; k < N (&args[i]); k++)
        if (!add_new (run, out, ITEM (&args[i], k)))
          return;
}

static void
add_flat (PtFeelRun *run, PtFeelValue *list, const PtFeelValue *from)
{
  if (!pt_run_spend (run, N (from)))
    return;
  for (guint i = 0; i < N (from); i++)
    if (ITEM (from, i)->kind == PT_FEEL_KIND_LIST)
      add_flat (run, list, ITEM (from, i));
    else
      add_copy (list, ITEM (from, i));
}

static void
flatten (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_list ();
  add_flat (run, out, &args[0]);
}

/* ----- sorting ------------------------------------------------------------------------------- */

typedef struct
{
  PtFeelRun *run;
  const PtFeelFunction *precedes; /* (nullable): the natural order */
  gboolean failed;
} Sorting;

static gboolean
goes_first (Sorting *self, const PtFeelValue *a, const PtFeelValue *b)
{
  PtFeelValue pair[] = { *a, *b };
  PtFeelValue answer = PT_FEEL_NULL;
  int order;

  if (self->failed)
    return FALSE;
  if (self->precedes)
    pt_run_call (self->run, self->precedes, pair, 2, self->run->at, &answer);
  else if (pt_run_spend (self->run, 1) && pt_feel_value_order (a, b, &order))
    answer = pt_feel_boolean (order < 0);
  self->failed = answer.kind != PT_FEEL_KIND_BOOLEAN;
  pt_feel_drop (&answer);
  return answer.kind == PT_FEEL_KIND_BOOLEAN && answer.truth;
}

/* Merging keeps the order of equals, and ends whatever a function answers (Knuth, TAOCP 5.2.4). */
static void
sort_items (Sorting *self, PtFeelValue *items, guint n, PtFeelValue *room)
{
  guint half = n / 2, left = 0, right = half;

  if (n < 2)
    return;
  sort_items (self, items, half, room);
  sort_items (self, items + half, n - half, room);
  memcpy (room, items, n * sizeof (PtFeelValue));
  for (guint i = 0; i < n; i++)
    if (right == n || (left < half && !goes_first (self, &room[right], &room[left])))
      items[i] = room[left++];
    else
      items[i] = room[right++];
}

static void
sort (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  Sorting sorting = { run, n > 1 ? args[1].function : NULL };
  g_autofree PtFeelValue *room = g_new (PtFeelValue, N (&args[0]));

  *out = pt_feel_list_sized (N (&args[0]));
  add_items (out, &args[0], 0, N (&args[0]));
  sort_items (&sorting, out->list->items, N (out), room);
  if (sorting.failed)
    pt_feel_value_clear (out);
}

const PtFeelBuiltinRow pt_feel_builtins_list[] = {
  { "list contains", "list:l, element:a0", PT_FEEL_KIND_BOOLEAN, list_contains },
  { "count", "list:l", PT_FEEL_KIND_NUMBER, count },
  { "min", "list:l*", PT_FEEL_KIND_ANY, min },
  { "max", "list:l*", PT_FEEL_KIND_ANY, max },
  { "sum", "list:l*", PT_FEEL_KIND_NUMBER, sum },
  { "product", "list:l*", PT_FEEL_KIND_NUMBER, product },
  { "mean", "list:l*", PT_FEEL_KIND_NUMBER, mean },
  { "median", "list:l*", PT_FEEL_KIND_NUMBER, median },
  { "stddev", "list:l*", PT_FEEL_KIND_NUMBER, stddev },
  { "mode", "list:l*", PT_FEEL_KIND_LIST, mode },
  { "all", "list:l*", PT_FEEL_KIND_BOOLEAN, all },
  { "and", "list:l*", PT_FEEL_KIND_BOOLEAN, all },
  { "any", "list:l*", PT_FEEL_KIND_BOOLEAN, any },
  { "or", "list:l*", PT_FEEL_KIND_BOOLEAN, any },
  { "sublist", "list:l, start position:n, length:n?", PT_FEEL_KIND_LIST, sublist },
  { "append", "list:l, item:+", PT_FEEL_KIND_LIST, append },
  { "concatenate", "list:+", PT_FEEL_KIND_LIST, concatenate },
  { "insert before", "list:l, position:n, newItem:a0", PT_FEEL_KIND_LIST, insert_before },
  { "remove", "list:l, position:n", PT_FEEL_KIND_LIST, remove_item },
  { "list replace", "list:l, position:n, newItem:a0", PT_FEEL_KIND_LIST, replace_item },
  { "list replace", "list:l, match:f, newItem:a0", PT_FEEL_KIND_LIST, replace_matching },
  { "reverse", "list:l", PT_FEEL_KIND_LIST, reverse },
  { "index of", "list:l, match:a0", PT_FEEL_KIND_LIST, index_of },
  { "union", "list:+", PT_FEEL_KIND_LIST, union_of },
  { "distinct values", "list:l", PT_FEEL_KIND_LIST, union_of },
  { "flatten", "list:l", PT_FEEL_KIND_LIST, flatten },
  { "sort", "list:l, precedes:f?", PT_FEEL_KIND_LIST, sort },
  { NULL },
};
