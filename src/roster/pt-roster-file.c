/* pt-roster-file.c: opening a roles file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

#include <glib/gi18n-lib.h>

#define ROOT "organisation"

/* @loaded: (transfer full) (nullable): NULL when @error is set already */
static PtDocument *
accept (PtDocument *loaded, GError **error)
{
  g_autoptr (PtDocument) document = loaded;
  xmlNode *root;

  if (document == NULL)
    return NULL;
  root = pt_document_get_root (document);
  if (!pt_roster_is (root, ROOT))
    {
      g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_VOCABULARY,
                   _ ("“%s” is not a roles file: it begins with <%s>, but a roles file begins with "
                      "<%s xmlns=\"%s\">"),
                   pt_document_get_name (document), (const char *)root->name, ROOT, PT_NS_ROLES);
      return NULL;
    }
  return g_steal_pointer (&document);
}

PtDocument *
pt_roster_load (GFile *file, GCancellable *cancellable, GError **error)
{
  return accept (pt_document_load (file, cancellable, error), error);
}

PtDocument *
pt_roster_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  return accept (pt_document_load_bytes (bytes, name, error), error);
}
