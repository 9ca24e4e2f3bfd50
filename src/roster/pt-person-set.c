/* pt-person-set.c: sets of persons of one roster, as bits
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-person-set.h"

#include <string.h>

#define BITS 64u

static guint
count_words (guint n)
{
  return (n + BITS - 1) / BITS;
}

static gsize
size_of (guint n)
{
  return sizeof (PtPersonSet) + count_words (n) * sizeof (guint64);
}

PtPersonSet *
pt_person_set_new (guint n)
{
  PtPersonSet *self = g_malloc0 (size_of (n));

  self->n = n;
  return self;
}

PtPersonSet *
pt_person_set_copy (const PtPersonSet *self)
{
  return g_memdup2 (self, size_of (self->n));
}

void
pt_person_set_add (PtPersonSet *self, const PtPerson *person)
{
  self->words[person->index / BITS] |= G_GUINT64_CONSTANT (1) << person->index % BITS;
}

gboolean
pt_person_set_has (const PtPersonSet *self, const PtPerson *person)
{
  return (self->words[person->index / BITS] >> person->index % BITS & 1) != 0;
}

void
pt_person_set_unite (PtPersonSet *self, const PtPersonSet *other)
{
  for (guint i = 0; i < count_words (self->n); i++)
    self->words[i] |= other->words[i];
}

void
pt_person_set_intersect (PtPersonSet *self, const PtPersonSet *other)
{
  for (guint i = 0; i < count_words (self->n); i++)
    self->words[i] &= other->words[i];
}

void
pt_person_set_invert (PtPersonSet *self)
{
  for (guint i = 0; i < count_words (self->n); i++)
    self->words[i] = ~self->words[i];
}
