/* test-arena.c: many small things side by side
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/arena.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define N_THINGS 200000

/* Through many blocks: each is zero when it comes, and stays what it is made. */
static void
test_things_and_texts (void **state)
{
  g_autoptr (PtArena) arena = pt_arena_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree gsize **things = g_new (gsize *, N_THINGS);
  g_autofree char **texts = g_new (char *, N_THINGS);

  for (gsize i = 0; i < N_THINGS; i++)
    {
      gsize n = (gsize)g_rand_int_range (rand, 1, 40);

      things[i] = pt_arena_alloc (arena, n * sizeof (gsize));
      assert_int_equal ((gsize)things[i] % sizeof (gsize), 0);
      for (gsize k = 0; k < n; k++)
        {
          assert_int_equal (things[i][k], 0);
          things[i][k] = i;
        }
      texts[i] = pt_arena_text (arena, "abcdefghij and more", i % 20);
    }
  for (gsize i = 0; i < N_THINGS; i++)
    {
      assert_int_equal (things[i][0], i);
      assert_int_equal (strlen (texts[i]), i % 20);
      assert_int_equal (strncmp (texts[i], "abcdefghij and more", i % 20), 0);
    }
}

static void
test_long_ones (void **state)
{
  g_autoptr (PtArena) arena = pt_arena_new ();
  g_autofree char *text = g_strnfill (40 * 1024 * 1024, 'x');
  char *copy = pt_arena_text (arena, text, strlen (text));
  guchar *thing = pt_arena_alloc (arena, 3);

  assert_string_equal (copy, text);
  assert_int_equal (thing[0] + thing[1] + thing[2], 0);
  thing[0] = thing[1] = thing[2] = 1;
  assert_string_equal (copy, text);
}

static void
test_owner (void **state)
{
  g_autoptr (PtArena) arena = pt_arena_new ();
  g_autoptr (PtArena) other = pt_arena_new ();
  g_autofree gpointer alone = g_malloc (8);

  assert_false (pt_arena_owns (arena, alone));
  for (guint i = 0; i < 5000; i++)
    {
      assert_true (pt_arena_owns (arena, pt_arena_alloc (arena, 100)));
      assert_true (pt_arena_owns (arena, pt_arena_text (arena, "x", 1)));
      assert_false (pt_arena_owns (arena, pt_arena_alloc (other, 100)));
    }
  assert_false (pt_arena_owns (arena, alone));
  assert_false (pt_arena_owns (arena, NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_things_and_texts),
    cmocka_unit_test (test_long_ones),
    cmocka_unit_test (test_owner),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
