/* pt-page-copy.c: a page's process and roles as bytes, for a worker thread
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <partitur/roster.h>

#include "pt-page-copy.h"

typedef struct
{
  GBytes *bytes; /* (nullable): there is no such document */
  char *name;    /* as findings tell it */
  GFile *file;   /* (nullable) */
  guint64 serial;
} Copy;

struct _PtPageCopy
{
  Copy process, roles;
};

static gboolean
copy (Copy *self, PtDocument *document, GError **error)
{
  GFile *file = document != NULL ? pt_document_get_file (document) : NULL;

  if (document == NULL)
    return TRUE;
  self->name = g_strdup (pt_document_get_name (document));
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->serial = pt_document_get_serial (document);
  self->bytes = pt_document_to_bytes (document, error);
  return self->bytes != NULL;
}

static void
copy_clear (Copy *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->file);
  g_free (self->name);
}

PtPageCopy *
pt_page_copy_new (PtPage *page, GError **error)
{
  g_autoptr (PtPageCopy) self = g_new0 (PtPageCopy, 1);

  if (!copy (&self->process, pt_page_get_document (page), error)
      || !copy (&self->roles, pt_page_get_roles (page), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
pt_page_copy_free (PtPageCopy *self)
{
  copy_clear (&self->process);
  copy_clear (&self->roles);
  g_free (self);
}

gboolean
pt_page_copy_load (const PtPageCopy *self, PtDocument **process, PtDocument **roles, GError **error)
{
  *roles = NULL;
  *process = pt_bpmn_load_bytes (self->process.bytes, self->process.name, error);
  if (*process == NULL)
    return FALSE;
  if (self->process.file != NULL)
    pt_document_set_file (*process, self->process.file);
  if (self->roles.bytes == NULL)
    return TRUE;
  *roles = pt_roster_load_bytes (self->roles.bytes, self->roles.name, error);
  if (*roles == NULL)
    g_clear_object (process);
  return *roles != NULL;
}

static gboolean
is_current (const Copy *self, PtDocument *document)
{
  if (document == NULL || self->bytes == NULL)
    return document == NULL && self->bytes == NULL;
  return self->serial == pt_document_get_serial (document);
}

gboolean
pt_page_copy_is_current (const PtPageCopy *self, PtPage *page)
{
  return is_current (&self->process, pt_page_get_document (page))
         && is_current (&self->roles, pt_page_get_roles (page));
}
