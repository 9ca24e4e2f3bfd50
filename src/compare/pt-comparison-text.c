/* pt-comparison-text.c: a comparison as a text for people
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-comparison.h"

/* One sentence where there is one thing to say, else the sentences below the name. */
static void
write_difference (GString *text, const PtComparison *self, const PtDifference *difference)
{
  g_autofree char *label = pt_difference_label (self, difference);
  g_auto (GStrv) lines = pt_difference_lines (self, difference);
  guint n = g_strv_length (lines);

  g_string_append_printf (text, "  %s %s", pt_difference_kind_sign (difference->kind), label);
  if (n == 1)
    g_string_append_printf (text, difference->details->len > 0 ? " %s" : ", %s", lines[0]);
  g_string_append_c (text, '\n');
  for (guint i = 0; n > 1 && i < n; i++)
    g_string_append_printf (text, "      %s\n", lines[i]);
}

char *
pt_comparison_to_text (const PtComparison *self, PtAspect aspects)
{
  GString *text = g_string_new (NULL);
  g_autofree char *summary = pt_comparison_summary (self, aspects);
  int last = -1;

  for (guint i = 0; i < pt_comparison_get_length (self); i++)
    {
      const PtDifference *difference = pt_comparison_get (self, i);

      if ((difference->aspect & aspects) == 0)
        continue;
      if ((int)difference->kind != last)
        g_string_append_printf (text, "%s\n", pt_difference_kind_heading (difference->kind));
      last = (int)difference->kind;
      write_difference (text, self, difference);
    }
  g_string_append_printf (text, "%s\n", summary);
  return g_string_free (text, FALSE);
}

static char *
count_in_words (PtDifferenceKind kind, guint n)
{
  switch (kind)
    {
    case PT_DIFFERENCE_ADDED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u added", "%u added", n), n);
    case PT_DIFFERENCE_REMOVED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u removed", "%u removed", n), n);
    case PT_DIFFERENCE_CHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed", n), n);
    case PT_DIFFERENCE_MOVED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u drawn differently",
                                           "%u drawn differently", n),
                              n);
    case PT_DIFFERENCE_RECOLORED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u in other colors",
                                           "%u in other colors", n),
                              n);
    case PT_DIFFERENCE_NEW_ID:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u under another id",
                                           "%u under another id", n),
                              n);
    case PT_N_DIFFERENCE_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
pt_comparison_summary (const PtComparison *self, PtAspect aspects)
{
  GString *text = g_string_new (NULL);

  for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
    {
      guint n = pt_comparison_count (self, kind, aspects);
      g_autofree char *words = n > 0 ? count_in_words (kind, n) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
    }
  if (text->len == 0)
    g_string_append (text, _ ("No differences"));
  return g_string_free (text, FALSE);
}
