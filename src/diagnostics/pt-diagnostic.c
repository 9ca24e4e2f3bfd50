/* pt-diagnostic.c: one finding
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-diagnostic.h"

#include <glib/gi18n-lib.h>

#include "pt-fix.h"
#include "pt-wording.h"

PtDiagnostic *
pt_diagnostic_new (PtCode code, PtSeverity severity, GStrv args)
{
  PtDiagnostic *self = g_new0 (PtDiagnostic, 1);

  self->code = code;
  self->severity = severity;
  self->args = args;
  self->elements = g_ptr_array_new_with_free_func (g_free);
  self->trace = g_ptr_array_new_with_free_func (g_free);
  self->fixes = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_fix_free);
  return self;
}

void
pt_diagnostic_free (PtDiagnostic *self)
{
  g_strfreev (self->args);
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->trace);
  g_ptr_array_unref (self->fixes);
  g_free (self->file);
  g_free (self);
}

static void
add_copy (GPtrArray *ids, const char *id)
{
  if (id != NULL)
    g_ptr_array_add (ids, g_strdup (id));
}

PtDiagnostic *
pt_diagnostic_copy (const PtDiagnostic *self)
{
  PtDiagnostic *copy = pt_diagnostic_new (self->code, self->severity, g_strdupv (self->args));

  for (guint i = 0; i < self->elements->len; i++)
    add_copy (copy->elements, self->elements->pdata[i]);
  for (guint i = 0; i < self->trace->len; i++)
    add_copy (copy->trace, self->trace->pdata[i]);
  for (guint i = 0; i < self->fixes->len; i++)
    g_ptr_array_add (copy->fixes, pt_fix_copy (self->fixes->pdata[i]));
  pt_diagnostic_set_place (copy, self->file, self->line, self->column);
  copy->more = self->more;
  return copy;
}

void
pt_diagnostic_share_elements (PtDiagnostic *self, PtDiagnostic *other)
{
  g_ptr_array_unref (self->elements);
  self->elements = g_ptr_array_ref (other->elements);
}

void
pt_diagnostic_take_elements (PtDiagnostic *self, const PtDiagnostic *other)
{
  guint n = other->elements->len; /* they may be shared */

  for (guint i = 0; i < n; i++)
    add_copy (self->elements, other->elements->pdata[i]);
}

char *
pt_diagnostic_message (const PtDiagnostic *self)
{
  if (self->more > 0)
    /* Translators: below many findings of one kind, for those that are not listed */
    return g_strdup_printf (ngettext ("… and %u more of the same kind.",
                                      "… and %u more of the same kind.", self->more),
                            self->more);
  return pt_wording_fill (_ (pt_code_info (self->code)->message), (const char *const *)self->args);
}

void
pt_diagnostic_add_element (PtDiagnostic *self, const char *id)
{
  add_copy (self->elements, id);
}

void
pt_diagnostic_add_trace (PtDiagnostic *self, const char *id)
{
  add_copy (self->trace, id);
}

void
pt_diagnostic_add_fix (PtDiagnostic *self, PtFixKind kind, ...)
{
  va_list list;

  va_start (list, kind);
  g_ptr_array_add (self->fixes, pt_fix_new (kind, pt_wording_collect (&list)));
  va_end (list);
}

void
pt_diagnostic_set_place (PtDiagnostic *self, const char *file, int line, int column)
{
  g_autofree char *old = self->file; /* @file may be it */

  self->file = g_strdup (file);
  self->line = line;
  self->column = column;
}
