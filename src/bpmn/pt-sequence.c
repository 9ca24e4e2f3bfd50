/* pt-sequence.c: arrays whose items carry a label of their place
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sequence.h"

#define STEP 4096u
#define LABEL(items, i, offset) G_STRUCT_MEMBER (guint, g_ptr_array_index (items, i), offset)

guint
pt_sequence_index (const GPtrArray *items, gsize label, guint value)
{
  guint low = 0, high = items->len;

  /* What is read in one go is asked for at the end. */
  if (high > 0 && LABEL (items, high - 1, label) <= value)
    return high - (LABEL (items, high - 1, label) == value);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (LABEL (items, middle, label) < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
pt_sequence_renumber (GPtrArray *items, gsize label)
{
  guint step = MIN (STEP, G_MAXUINT / (items->len + 1));

  for (guint i = 0; i < items->len; i++)
    LABEL (items, i, label) = (i + 1) * step;
}

void
pt_sequence_insert (GPtrArray *items, gsize label, guint index, gpointer item)
{
  guint before = index > 0 ? LABEL (items, index - 1, label) : 0;
  guint after = index < items->len ? LABEL (items, index, label) : G_MAXUINT;

  g_ptr_array_insert (items, index, item);
  if (after - before < 2)
    pt_sequence_renumber (items, label);
  else
    LABEL (items, index, label) = before + MIN (STEP, (after - before) / 2);
}
