/* pt-program-inference.c: what is read into a drawing, and what was decided about it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/program.h>

/* What an inference is about; its words are the program's. */
typedef struct
{
  const char *element;
  PtInferenceKind kind;
  const char *subject;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return pt_id_hash (key->element) ^ (pt_id_hash (key->subject) * 31 + key->kind);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->kind == other->kind && g_str_equal (one->element, other->element)
         && g_str_equal (one->subject, other->subject);
}

static void
index_inference (PtProgram *self, guint i)
{
  const PtInference *inference = pt_program_inference (self, i);
  const Key key = { inference->element, inference->kind, inference->subject };

  g_hash_table_replace (self->known, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
}

static PtInference *
find (PtProgram *self, const char *element, PtInferenceKind kind, const char *subject)
{
  const Key key = { element, kind, subject };
  guint found;

  if (!self->known)
    {
      self->known = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
      for (guint i = 0; i < self->inferences->len; i++)
        index_inference (self, i);
    }
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, &key));
  return found > 0 ? pt_program_inference (self, found - 1) : NULL;
}

static void
add (PtProgram *self, const PtInference *inference)
{
  PtInference *old = find (self, inference->element, inference->kind, inference->subject);

  if (old)
    {
      *old = *inference;
      return;
    }
  g_array_append_val (self->inferences, *inference);
  index_inference (self, self->inferences->len - 1);
}

void
pt_program_settle (PtProgram *self, const PtInference *inference)
{
  g_return_if_fail (!self->sealed);
  add (self, inference);
}

const char *
pt_program_infer (PtProgram *self,
                  const PtOrigin *origin,
                  PtInferenceKind kind,
                  const char *subject,
                  const char *written,
                  const char *proposal)
{
  PtInference *known = origin->logical ? find (self, origin->logical, kind, subject) : NULL;

  g_return_val_if_fail (!self->sealed, NULL);
  if (known && known->state != PT_INFERENCE_PROPOSED && g_str_equal (known->written, written))
    {
      known->is_current = TRUE;
      return known->state == PT_INFERENCE_REFUSED ? NULL : known->read_as;
    }
  if (origin->logical && proposal)
    add (self,
         &(const PtInference){ origin->logical, kind, pt_program_string (self, subject),
                               pt_program_string (self, written),
                               pt_program_string (self, proposal), PT_INFERENCE_PROPOSED, TRUE });
  return proposal;
}

const PtInference *
pt_program_recall (PtProgram *self,
                   const PtOrigin *origin,
                   PtInferenceKind kind,
                   const char *subject)
{
  return origin->logical ? find (self, origin->logical, kind, subject) : NULL;
}
