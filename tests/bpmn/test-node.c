/* test-node.c: numbers are read as strtod() reads them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/bpmn/pt-node.h"

static double
read_number (const char *text)
{
  xmlNode *node = xmlNewNode (NULL, BAD_CAST "Bounds");
  double number;

  xmlSetProp (node, BAD_CAST "x", BAD_CAST text);
  number = pt_node_number (node, "x");
  xmlFreeNode (node);
  return number;
}

static void
assert_reads (const char *text, double number)
{
  double is = read_number (text);

  if (memcmp (&is, &number, sizeof is) != 0)
    fail_msg ("“%s” is read as %.17g, not as %.17g", text, is, number);
}

static void
test_odd_numbers (void **state)
{
  assert_reads ("", 0);
  assert_reads ("-", 0);
  assert_reads (".", 0);
  assert_reads ("-0", -0.0);
  assert_reads (".5", 0.5);
  assert_reads ("5.", 5);
  assert_reads ("1.2.3", 1.2);
  assert_reads ("12px", 12);
  assert_reads ("12,5", 12.5);
  assert_reads (" -12,5 mm", -12.5);
  assert_reads ("1,5e2", 150);
  assert_reads ("0x10", 0);
  assert_reads ("INF", 0);
  assert_reads (" 7", 7);
  assert_reads ("+7", 7);
  assert_reads ("1e3", 1000);
  assert_reads ("1e308", 1e9);
  assert_reads ("-99999999999", -1e9);
  assert_reads ("NaN", 0);
  assert_reads ("0.1000000000000000055511151231257827", 0.1);
  assert_reads ("100000000.00000000000000000001", 1e8);
}

static void
test_random_numbers (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%.*f", g_rand_int_range (rand, 0, 18),
                             g_rand_double_range (rand, -1, 1) * (i % 3 ? 100 : 100000000));

      assert_reads (text, g_ascii_strtod (text, NULL));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_odd_numbers),
    cmocka_unit_test (test_random_numbers),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
