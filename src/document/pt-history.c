/* pt-history.c: what happens to a document, recorded as it happens
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-edit-code.h"
#include "pt-history-private.h"

/* An edit of the open transaction. */
typedef struct
{
  GVariant *data; /* (nullable): NULL when it leaves no trace in the tree */
  guint n_fresh;  /* numbered nodes before it */
} PtNote;

struct _PtHistory
{
  PtDocument *document; /* whose it is */
  PtRecordFile *file;
  PtNumbers *numbers;
  GArray *notes; /* of PtNote */
  guint32 n_points;
  char *owner; /* (nullable) */
  char *id;
  gboolean given_up; /* since the last record */
  gboolean kept;     /* as last told */
};

static void
clear_note (gpointer data)
{
  g_clear_pointer (&((PtNote *)data)->data, g_variant_unref);
}

static char *
id_of (PtRecordFile *file)
{
  g_autofree char *path = pt_record_file_dup_path (file);

  return g_path_get_basename (path);
}

void
pt_history_attach (PtDocument *document, PtRecordFile *file, PtNumbers *numbers, guint32 n_points)
{
  PtHistory *self = g_new0 (PtHistory, 1);

  self->document = document;
  self->file = file;
  self->numbers = numbers;
  self->notes = g_array_new (FALSE, FALSE, sizeof (PtNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->n_points = n_points;
  self->id = id_of (file);
  self->kept = pt_record_file_check (file, NULL);
  document->history = self;
}

void
pt_history_tell_kept (PtHistory *self)
{
  gboolean kept = pt_record_file_check (self->file, NULL);

  if (kept == self->kept)
    return;
  self->kept = kept;
  g_object_notify (G_OBJECT (self->document), "kept");
}

/* Everything that changes something goes through here; what the journal says from now on counts. */
static void
append (PtHistory *self, PtRecordKind kind, GVariant *payload)
{
  g_autoptr (GVariant) data = payload ? g_variant_ref_sink (payload) : NULL;

  pt_record_file_append (self->file, kind, data ? g_variant_get_data (data) : "",
                         data ? g_variant_get_size (data) : 0);
  self->given_up = kind == PT_RECORD_CLOSED;
  pt_history_tell_kept (self);
}

/* --- what the journal says --- */

void
pt_history_note (PtHistory *self, const PtEdit *edit)
{
  PtNote note = { .n_fresh = pt_numbers_count (self->numbers) };

  note.data = pt_edit_encode (self->numbers, edit);
  if (note.data)
    g_variant_ref_sink (note.data);
  g_array_append_val (self->notes, note);
}

void
pt_history_forget (PtHistory *self, guint n)
{
  if (n >= self->notes->len)
    return;
  pt_numbers_rewind (self->numbers, g_array_index (self->notes, PtNote, n).n_fresh);
  g_array_set_size (self->notes, n);
}

void
pt_history_commit (PtHistory *self, const char *name)
{
  GVariantBuilder edits;

  g_variant_builder_init (&edits, G_VARIANT_TYPE ("a(yv)"));
  for (guint i = 0; i < self->notes->len; i++)
    if (g_array_index (self->notes, PtNote, i).data)
      g_variant_builder_add_value (&edits, g_array_index (self->notes, PtNote, i).data);
  g_array_set_size (self->notes, 0);
  append (self, PT_RECORD_STEP, g_variant_new (PT_RECORD_STEP_TYPE, name, &edits));
}

void
pt_history_move (PtHistory *self, gboolean forward)
{
  append (self, forward ? PT_RECORD_REDO : PT_RECORD_UNDO, NULL);
}

/* --- saving --- */

guint32
pt_history_point (PtHistory *self)
{
  guint32 point = self->n_points++;

  append (self, PT_RECORD_POINT, g_variant_new ("(u)", point));
  return point;
}

void
pt_history_written (PtHistory *self, guint32 point, const char *hash)
{
  g_autoptr (GVariant) data = g_variant_ref_sink (g_variant_new ("(us)", point, hash));

  pt_record_file_append (self->file, PT_RECORD_WRITTEN, g_variant_get_data (data),
                         g_variant_get_size (data));
}

void
pt_history_sync (PtHistory *self)
{
  pt_record_file_sync (self->file);
}

/* --- whose it is --- */

static char *
dup_uri (PtDocument *document)
{
  GFile *file = pt_document_get_file (document);

  return file ? g_file_get_uri (file) : NULL;
}

/* The history of a file is found by its name. */
static void
move_to_name (PtHistory *self, const char *uri)
{
  g_autofree char *old = pt_record_file_dup_path (self->file);
  g_autofree char *path = NULL;

  if (uri == NULL || pt_history_folder_is_of (old, uri))
    return;
  path = pt_history_folder_path (uri);
  if (!pt_record_file_rename (self->file, path))
    return;
  g_free (self->id);
  self->id = id_of (self->file);
}

void
pt_history_place (PtHistory *self)
{
  g_autofree char *uri = dup_uri (self->document);

  append (self, PT_RECORD_PLACE,
          g_variant_new ("(sss)", uri ? uri : "", pt_document_get_name (self->document),
                         self->owner ? self->owner : ""));
  move_to_name (self, uri);
}

void
pt_history_set_owner (PtDocument *document, const char *owner)
{
  PtHistory *self = document->history;

  if (self == NULL || g_strcmp0 (self->owner, owner) == 0)
    return;
  g_free (self->owner);
  self->owner = g_strdup (owner);
  pt_history_place (self);
}

const char *
pt_history_get_id (PtDocument *document)
{
  return document->history ? document->history->id : NULL;
}

gboolean
pt_history_check (PtDocument *document, GError **error)
{
  if (document->history)
    return pt_record_file_check (document->history->file, error);
  if (document->unkept && error)
    *error = g_error_copy (document->unkept);
  return document->unkept == NULL;
}

/* --- the end --- */

void
pt_history_give_up (PtDocument *document)
{
  if (document->history && !document->history->given_up)
    append (document->history, PT_RECORD_CLOSED, NULL);
}

/* A document without a file has nowhere to come back to. */
static gboolean
is_worthless (PtHistory *self)
{
  PtDocument *document = self->document;

  if (pt_journal_count (document->journal) == 0)
    return TRUE;
  return document->file == NULL && (self->given_up || !pt_document_get_modified (document));
}

void
pt_history_close (PtHistory *self)
{
  if (is_worthless (self))
    pt_record_file_remove (self->file);
  else
    {
      if (!self->given_up && !pt_document_get_modified (self->document))
        pt_record_file_append (self->file, PT_RECORD_CLOSED, "", 0);
      pt_record_file_close (self->file);
    }
  pt_numbers_free (self->numbers);
  g_array_unref (self->notes);
  g_free (self->owner);
  g_free (self->id);
  g_free (self);
}
