/* test-range.c: labels that say between which numbers something lies
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#include "src/compiler/pt-decide-range.h"
#include "src/compiler/pt-passes.h"

static const struct
{
  const char *label, *condition, *unit;
} readings[] = {
  { "< 1.000 €", "x < 1000", "€" },
  { "1.000 € - 10.000 €", "x in [1000..10000]", "€" },
  { "> 10.000 €", "x > 10000", "€" },
  { "more than 1,000 EUR", "x > 1000", "eur" },
  { "EUR 500 to EUR 1000", "x in [500..1000]", "eur" },
  { "up to 5 days", "x <= 5", "days" },
  { "5–10 days", "x in [5..10]", "days" },
  { "At least 2.5 kg", "x >= 2.5", "kg" },
  { "10 or more", "x >= 10", "" },
  { "18+", "x >= 18", "" },
  { "bis 1 000 kr", "x <= 1000", "kr" },
  { "mehr als 0,5 %", "x > 0.5", "%" },
  { "zwischen 3 und 6 Monaten", "x in [3..6]", "monaten" },
  { "högst 3 dagar", "x <= 3", "dagar" },
  { "moins de 12 mois", "x < 12", "mois" },
  { "entre 5 et 10", "x in [5..10]", "" },
  { "fino a 100", "x <= 100", "" },
  { "más de 18 años", "x > 18", "años" },
  { "≥ 1'000'000.50", "x >= 1000000.50", "" },
  { "3", "x = 3", "" },
  { "exactly 3", "x = 3", "" },
  { "18 and older", "x >= 18", "" },
  { "18 und älter", "x >= 18", "" },
  { "65 and over", "x >= 65", "" },
  { "5 or under", "x <= 5", "" },
  { "5 000 eller högre", "x >= 5000", "" },
  { "bis 5 Mio. €", "x <= 5000000", "€" },
  { "more than 1.5 million", "x > 1500000", "" },
  { "über 10 Tsd. €", "x > 10000", "€" },
  { "up to 5k", "x <= 5000", "" },
  { "up to 5 k€", "x <= 5000", "" },
  { "$5K or more", "x >= 5000", "$" },
  { "up to €1m", "x <= 1000000", "€" },
  { "up to 5 m", "x <= 5", "m" },
  { "1 - 5 millions d'euros", "x in [1000000..5000000]", "euros" },
  { "over 2 dozen", "x > 24", "" },
};

static const char *const others[] = { "yes",
                                      "",
                                      "-3 days",
                                      "version 3",
                                      "the 3 best offers we got",
                                      "3, 4",
                                      "over 3 days and under 5",
                                      "item 5 to 7",
                                      "5 € - 10 kg",
                                      "\xff 3",
                                      ">",
                                      "A4",
                                      "1-2-3",
                                      "18 and married" };

static void
test_readings (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (PtRange) range = pt_range_read (readings[i].label);
      g_autofree char *condition = range ? pt_range_to_feel (range, "x") : NULL;

      if (g_strcmp0 (condition, readings[i].condition) != 0)
        fail_msg ("%s: %s", readings[i].label, condition ? condition : "not read");
      assert_string_equal (range->unit, readings[i].unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (PtRange) range = pt_range_read (others[i]);

      if (range)
        fail_msg ("%s: %s", others[i], range->test);
    }
}

/* ----- at a gateway --------------------------------------------------------------------------- */

static const struct
{
  const char *labels[3];
  const char *conditions[3];
  const char *codes; /* of what is said about decisions */
} splits[] = {
  { { "< 1000", "1000 - 5000", "> 5000" },
    { "amount < 1000", "amount in [1000..5000]", "amount > 5000" },
    "D02" },
  { { "up to 100 €", "100 € to 200 €", "above 200" },
    { "amount <= 100", "amount in [100..200]", "amount > 200" },
    "D02 S112" },
  { { "1", "2", "3" }, { "amount = \"1\"", "amount = \"2\"", "amount = \"3\"" }, "D02" },
  { { "< 5 days", "5 to 10 weeks", "more" },
    { "amount = \"< 5 days\"", "amount = \"5 to 10 weeks\"", "amount = \"more\"" },
    "D02" },
};

static void
test_splits (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      const char *const *labels = splits[i].labels;
      g_autofree char *first = g_markup_escape_text (labels[0], -1);
      g_autofree char *flows
          = g_strdup_printf ("<sequenceFlow id='f1' sourceRef='G' targetRef='E1' name='%s'/>"
                             "<sequenceFlow id='f2' sourceRef='G' targetRef='E2' name='%s'/>"
                             "<sequenceFlow id='f3' sourceRef='G' targetRef='E3' name='%s'/>",
                             first, labels[1], labels[2]);
      g_autofree char *body
          = g_strconcat ("<process id='P'>", START ("S"), TASK ("T", "Look"), XOR ("G", "Amount?"),
                         END ("E1"), END ("E2"), END ("E3"), FLOW ("a", "S", "T"),
                         FLOW ("b", "T", "G"), flows, "</process>", NULL);
      g_autoptr (Drawing) drawing = drawing_new (body);
      g_autoptr (GString) codes = g_string_new (NULL);

      drawing_take (drawing, pt_pass_decide (drawing->program, drawing->found));
      for (guint k = 0; k < 3; k++)
        {
          const PtFlow *flow
              = pt_program_flow (drawing->program, pt_program_flow_out (drawing->program, 2, k));

          assert_string_equal (flow->condition, splits[i].conditions[k]);
        }
      for (guint k = 0; k < pt_diagnostics_get_length (drawing->found); k++)
        if (strchr ("DS", *pt_code_info (pt_diagnostics_get (drawing->found, k)->code)->code))
          g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                                  pt_code_info (pt_diagnostics_get (drawing->found, k)->code)
                                      ->code);
      assert_string_equal (codes->str, splits[i].codes);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_readings),
    cmocka_unit_test (test_splits),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
