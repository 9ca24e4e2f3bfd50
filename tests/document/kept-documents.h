/* kept-documents.h: documents of files, with histories and without, for tests
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "history-files.h"

static inline void
rename_root (PtDocument *document, const char *name)
{
  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, pt_document_get_root (document), NULL, "name", name);
  pt_document_commit (document);
}

/* The file at @path, without a history. */
static inline PtDocument *
open_plain (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_document_load (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static inline PtDocument *
keep (PtDocument *loaded)
{
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_history_keep (loaded, NULL);

  pt_history_check (document, &error);
  g_assert_no_error (error);
  return document;
}

static inline PtDocument *
open_kept (const char *path)
{
  return keep (open_plain (path));
}

static inline void
save (PtDocument *document)
{
  g_autoptr (GError) error = NULL;

  pt_document_save (document, pt_document_get_file (document), &error);
  g_assert_no_error (error);
}
