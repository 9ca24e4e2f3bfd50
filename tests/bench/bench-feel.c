/* bench-feel.c: evaluations of FEEL a second, with parsing each time and compiled once
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expressions and values are those of peer-feel.mjs.
 */
#include "pt-bench.h"

#include <partitur/feel.h>

#define BATCH 1000

static const struct
{
  const char *name, *text, *expected;
} cases[] = {
  { "comparison", "amount > 1000", "true" },
  { "conjunction", "amount > 1000 and rating = \"gold\" and customer age >= 18", "true" },
  { "arithmetic", "(amount * 0.19 + 5) / 2 - 3 ** 2", "112.25" },
  { "conditional", "if rating = \"gold\" then amount * 0.9 else amount", "1125" },
  { "string", "upper case(substring(rating, 1, 2)) + \"-\" + country", "\"GO-DE\"" },
  { "sum", "sum(for i in order.items return i.price * i.qty)", "880" },
  { "filter", "count(order.items[price > 14])", "5" },
  { "quantified", "some i in order.items satisfies i.qty > 9", "true" },
  { "date", "date(\"2024-02-28\") + duration(\"P2D\") = date(\"2024-03-01\")", "true" },
};

typedef struct
{
  const char *text;
  PtFeel *compiled;
  PtFeelScope *scope;
  PtFeelValue variables;
} Bench;

static PtFeelValue
make_variables (void)
{
  PtFeelValue variables = pt_feel_context (), order = pt_feel_context (), items = pt_feel_list ();

  for (int i = 0; i < 10; i++)
    {
      PtFeelValue item = pt_feel_context ();

      pt_feel_context_set (&item, "price", pt_feel_number (10 + i));
      pt_feel_context_set (&item, "qty", pt_feel_number (i + 1));
      pt_feel_list_add (&items, item);
    }
  pt_feel_context_set (&order, "items", items);
  pt_feel_context_set (&variables, "amount", pt_feel_number (1250));
  pt_feel_context_set (&variables, "rating", pt_feel_string ("gold"));
  pt_feel_context_set (&variables, "country", pt_feel_string ("DE"));
  pt_feel_context_set (&variables, "customer age", pt_feel_number (42));
  pt_feel_context_set (&variables, "order", order);
  return variables;
}

static void
parse_and_evaluate (gpointer user_data)
{
  Bench *self = user_data;

  for (int i = 0; i < BATCH; i++)
    {
      g_autoptr (PtFeel) feel = pt_feel_parse_in (self->text, self->scope, NULL, NULL);
      g_auto (PtFeelValue) value = PT_FEEL_NULL;

      pt_feel_evaluate (feel, &self->variables, &value, NULL);
    }
}

static void
evaluate (gpointer user_data)
{
  Bench *self = user_data;

  for (int i = 0; i < BATCH; i++)
    {
      g_auto (PtFeelValue) value = PT_FEEL_NULL;

      pt_feel_evaluate (self->compiled, &self->variables, &value, NULL);
    }
}

static gboolean
is_right (const Bench *self, const char *expected)
{
  g_auto (PtFeelValue) value = PT_FEEL_NULL;
  g_autofree char *text = NULL;

  pt_feel_evaluate (self->compiled, &self->variables, &value, NULL);
  text = pt_feel_value_to_literal (&value);
  return g_str_equal (text, expected);
}

/* Returns: how many a second: @step does a batch */
static double
rate (PtBenchStep step, Bench *bench)
{
  return BATCH / pt_bench_time (step, bench) * 1000;
}

int
main (void)
{
  Bench bench = { .scope = pt_feel_scope_new (), .variables = make_variables () };
  gboolean all_right = TRUE;

  pt_feel_scope_add_values (bench.scope, &bench.variables);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonObject *result = json_object_new ();

      bench.text = cases[i].text;
      bench.compiled = pt_feel_compile (bench.text, bench.scope, NULL, NULL);
      all_right &= is_right (&bench, cases[i].expected);
      json_object_set_string_member (result, "benchmark", "feel");
      json_object_set_string_member (result, "name", cases[i].name);
      json_object_set_double_member (result, "parsed_per_second",
                                     rate (parse_and_evaluate, &bench));
      json_object_set_double_member (result, "compiled_per_second", rate (evaluate, &bench));
      pt_bench_print (result);
      pt_feel_unref (bench.compiled);
    }
  pt_feel_scope_free (bench.scope);
  pt_feel_value_clear (&bench.variables);
  return all_right ? 0 : 1;
}
