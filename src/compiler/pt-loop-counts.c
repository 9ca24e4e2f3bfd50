/* pt-loop-counts.c: what conditions call the numbers of instances of an activity
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-loop-counts.h"

/* What a name begins with, and those that are not there. */
static const struct
{
  const char *begin, *lacks;
} kinds[] = {
  [PT_COUNTS_STANDARD] = { "numberOf", NULL },
  [PT_COUNTS_SHORT] = { "nrOf", "\\b(?:nr|number)OfTerminatedInstances\\b" },
  [PT_COUNTS_NONE] = { NULL, "\\b(?:nr|number)Of(?:|Active|Completed|Terminated)Instances\\b" },
};

char *
pt_loop_counts_say (const char *expression, PtCountsKind kind)
{
  g_autoptr (GRegex) names
      = g_regex_new ("\\b(?:nr|number)Of(?=(?:|Active|Completed|Terminated)Instances\\b)",
                     G_REGEX_DEFAULT, 0, NULL);

  if (kinds[kind].lacks && g_regex_match_simple (kinds[kind].lacks, expression, 0, 0))
    return NULL;
  return kinds[kind].begin
             ? g_regex_replace_literal (names, expression, -1, 0, kinds[kind].begin, 0, NULL)
             : g_strdup (expression);
}
