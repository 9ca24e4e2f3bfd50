/* test-utf8.c: the quick check agrees with GLib's
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/document/pt-utf8.h"

static const char *const pieces[] = {
  "a",
  "plain text of more than eight bytes",
  "\x7F",
  "ä",
  "€",
  "😀",
  "\xE4",
  "\x80",
  "\xC3",
  "\xE2\x82",
  "\xED\xA0\x80" /* a surrogate */,
  "\xC0\x80" /* overlong */,
  "\xF4\x90\x80\x80",
  "\xFF",
};

static void
assert_as_glib (const char *text, gsize length)
{
  const char *mine, *glib;

  assert_int_equal (pt_utf8_validate (text, length, &mine),
                    g_utf8_validate_len (text, length, &glib));
  assert_ptr_equal (mine, glib);
}

/* Every piece, and a zero byte, at every place of a text, so at every place of a word. */
static void
test_each_alone (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint at = 0; at < 20; at++)
      {
        g_autoptr (GString) text = g_string_new ("0123456789abcdefghij");

        g_string_insert (text, at, pieces[i]);
        assert_as_glib (text->str, text->len);
        assert_as_glib (text->str, at + 1);
        text->str[at] = '\0';
        assert_as_glib (text->str, text->len);
      }
  assert_as_glib ("", 0);
}

static void
test_mixed (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 0; n < 6; n++)
        g_string_append (text,
                         pieces[g_rand_int_range (rand, 0, i % 2 ? 6 : G_N_ELEMENTS (pieces))]);
      assert_as_glib (text->str, text->len);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_each_alone),
    cmocka_unit_test (test_mixed),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
