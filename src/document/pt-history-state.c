/* pt-history-state.c: what a history file says, and the document it leads to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-edit-code.h"
#include "pt-history-private.h"

typedef struct
{
  PtHistoryState *state;
  PtDocument *document; /* (nullable): replayed along */
  PtNumbers *numbers;
} PtReader;

static void
clear_mark (gpointer mark)
{
  g_free (((PtHistoryMark *)mark)->hash);
}

static PtHistoryState *
state_new (void)
{
  PtHistoryState *self = g_new0 (PtHistoryState, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (PtHistoryMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->written = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
pt_history_state_free (PtHistoryState *self)
{
  g_free (self->uri);
  g_free (self->name);
  g_free (self->owner);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->written);
  g_free (self);
}

/* --- records --- */

static char *
dup_unless_empty (const char *text)
{
  return *text ? g_strdup (text) : NULL;
}

static gboolean
read_place (PtReader *self, GVariant *data)
{
  const char *uri, *name, *owner;

  g_variant_get (data, "(&s&s&s)", &uri, &name, &owner);
  g_free (self->state->uri);
  g_free (self->state->name);
  g_free (self->state->owner);
  self->state->uri = dup_unless_empty (uri);
  self->state->name = g_strdup (name);
  self->state->owner = dup_unless_empty (owner);
  return TRUE;
}

/* A new step cuts off what could be redone, and with it the states there. */
static void
count_step (PtHistoryState *state)
{
  for (guint i = state->marks->len; i > 0; i--)
    if (g_array_index (state->marks, PtHistoryMark, i - 1).position > state->done)
      g_array_remove_index (state->marks, i - 1);
  state->n_steps = ++state->done;
}

static gboolean
replay_edits (PtReader *self, GVariantIter *edits)
{
  GVariant *data;

  while ((data = g_variant_iter_next_value (edits)))
    {
      PtEdit edit;
      gboolean decoded = pt_edit_decode (self->document, self->numbers, data, &edit);

      g_variant_unref (data);
      if (!decoded)
        return FALSE;
      pt_journal_make (self->document, edit);
    }
  return TRUE;
}

/* The journal takes a step without edits for none; here it is one that left no trace in the tree.
 */
static gboolean
replay_step (PtReader *self, GVariant *data)
{
  g_autoptr (GVariantIter) edits = NULL;
  const char *name;
  guint n_fresh = pt_numbers_count (self->numbers);

  g_variant_get (data, "(&sa(yv))", &name, &edits);
  pt_document_begin (self->document, name);
  if (replay_edits (self, edits))
    {
      pt_journal_commit_step (self->document);
      return TRUE;
    }
  pt_document_cancel (self->document);
  pt_numbers_rewind (self->numbers, n_fresh);
  return FALSE;
}

static gboolean
read_step (PtReader *self, GVariant *data)
{
  if (self->document && !replay_step (self, data))
    return FALSE;
  count_step (self->state);
  return TRUE;
}

static gboolean
read_undo (PtReader *self, GVariant *data)
{
  if (self->state->done == 0)
    return FALSE;
  self->state->done--;
  if (self->document)
    pt_document_undo (self->document);
  return TRUE;
}

static gboolean
read_redo (PtReader *self, GVariant *data)
{
  if (self->state->done == self->state->n_steps)
    return FALSE;
  self->state->done++;
  if (self->document)
    pt_document_redo (self->document);
  return TRUE;
}

static gboolean
read_point (PtReader *self, GVariant *data)
{
  PtHistoryMark mark = { .position = self->state->done };

  g_variant_get (data, "(u)", &mark.point);
  g_array_append_val (self->state->marks, mark);
  self->state->n_points = MAX (self->state->n_points, mark.point + 1);
  return TRUE;
}

static gboolean
read_written (PtReader *self, GVariant *data)
{
  const char *hash;
  guint32 point;

  g_variant_get (data, "(u&s)", &point, &hash);
  g_ptr_array_add (self->state->written, g_strdup (hash));
  for (guint i = 0; i < self->state->marks->len; i++)
    {
      PtHistoryMark *mark = &g_array_index (self->state->marks, PtHistoryMark, i);

      if (mark->point == point && mark->hash == NULL)
        mark->hash = g_strdup (hash);
    }
  return TRUE;
}

static gboolean
read_closed (PtReader *self, GVariant *data)
{
  return TRUE;
}

static const struct
{
  const char *type; /* NULL: no payload */
  gboolean (*read) (PtReader *self, GVariant *data);
} records[] = {
  [PT_RECORD_PLACE] = { "(sss)", read_place },
  [PT_RECORD_STEP] = { PT_RECORD_STEP_TYPE, read_step },
  [PT_RECORD_UNDO] = { NULL, read_undo },
  [PT_RECORD_REDO] = { NULL, read_redo },
  [PT_RECORD_POINT] = { "(u)", read_point },
  [PT_RECORD_WRITTEN] = { "(us)", read_written },
  [PT_RECORD_CLOSED] = { NULL, read_closed },
};

static gboolean
read_record (PtReader *self, guint32 kind, GBytes *payload)
{
  g_autoptr (GVariant) data = NULL;

  if (kind >= G_N_ELEMENTS (records) || records[kind].read == NULL)
    return FALSE;
  if (records[kind].type)
    data = g_variant_ref_sink (
        g_variant_new_from_bytes (G_VARIANT_TYPE (records[kind].type), payload, FALSE));
  if (!records[kind].read (self, data))
    return FALSE;
  self->state->closed = kind == PT_RECORD_CLOSED;
  return TRUE;
}

/* --- the file --- */

/* With a document, the base is read; else it is skipped. */
static gboolean
read_base (PtRecordFile *file, PtReader *self, gboolean load)
{
  g_autoptr (GBytes) bytes = NULL;
  guint32 kind;

  if (!pt_record_file_next (file, &kind, load ? &bytes : NULL) || kind != PT_RECORD_BASE)
    return FALSE;
  if (!load)
    return TRUE;
  self->document = pt_document_load_bytes (bytes, "", NULL);
  if (self->document)
    self->numbers = pt_numbers_new (self->document);
  return self->document != NULL;
}

/* Looks on behind a record that makes no sense: what cannot be read is taken for a step. */
static void
count_lost (PtRecordFile *file, PtHistoryState *state)
{
  guint32 kind;
  GBytes *payload;

  for (; pt_record_file_skip (file); state->n_lost++)
    while (pt_record_file_next (file, &kind, &payload))
      {
        state->closed = kind == PT_RECORD_CLOSED;
        state->n_lost += kind == PT_RECORD_STEP;
        g_bytes_unref (payload);
      }
}

/* Leaves @file behind the last record that makes sense. */
static void
read_records (PtRecordFile *file, PtReader *self)
{
  goffset begin = pt_record_file_tell (file), place = begin;
  gboolean makes_sense = TRUE;
  guint32 kind;
  GBytes *payload;

  while (makes_sense && pt_record_file_next (file, &kind, &payload))
    {
      makes_sense = read_record (self, kind, payload);
      if (makes_sense)
        place = pt_record_file_tell (file);
      g_bytes_unref (payload);
    }
  self->state->size = place - begin;
  pt_record_file_seek (file, place);
  count_lost (file, self->state);
  pt_record_file_seek (file, place);
}

PtHistoryState *
pt_history_state_read (PtRecordFile *file, PtDocument **document, PtNumbers **numbers)
{
  g_autoptr (PtHistoryState) state = state_new ();
  PtReader self = { .state = state };

  pt_record_file_seek (file, PT_RECORD_FILE_BEGIN);
  if (!read_base (file, &self, document != NULL))
    return NULL;
  read_records (file, &self);
  if (document)
    {
      *document = self.document;
      *numbers = self.numbers;
    }
  return g_steal_pointer (&state);
}

gint64
pt_history_state_find (const PtHistoryState *self, const char *hash)
{
  for (guint i = self->marks->len; hash && i > 0; i--)
    {
      const PtHistoryMark *mark = &g_array_index (self->marks, PtHistoryMark, i - 1);

      if (g_strcmp0 (mark->hash, hash) == 0)
        return mark->position;
    }
  return -1;
}

guint
pt_history_state_unsaved (const PtHistoryState *self, const char *hash)
{
  gint64 position = pt_history_state_find (self, hash);

  if (position < 0)
    return self->done;
  return (guint)ABS (position - (gint64)self->done);
}
