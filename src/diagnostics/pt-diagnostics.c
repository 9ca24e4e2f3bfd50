/* pt-diagnostics.c: a list of findings
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/diagnostics.h>

#include "pt-diagnostic.h"
#include "pt-wording.h"

struct _PtDiagnostics
{
  PtRules *rules;
  GPtrArray *listed;   /* of PtDiagnostic */
  GPtrArray *unlisted; /* of PtDiagnostic: switched off, kept for those who describe them */
};

PtDiagnostics *
pt_diagnostics_new (PtRules *rules)
{
  PtDiagnostics *self = g_rc_box_new (PtDiagnostics);

  self->rules = rules != NULL ? pt_rules_ref (rules) : pt_rules_new ();
  self->listed = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_diagnostic_free);
  self->unlisted = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_diagnostic_free);
  return self;
}

static void
clear (gpointer data)
{
  PtDiagnostics *self = data;

  pt_rules_unref (self->rules);
  g_ptr_array_unref (self->listed);
  g_ptr_array_unref (self->unlisted);
}

PtDiagnostics *
pt_diagnostics_ref (PtDiagnostics *self)
{
  return g_rc_box_acquire (self);
}

void
pt_diagnostics_unref (PtDiagnostics *self)
{
  g_rc_box_release_full (self, clear);
}

PtDiagnostic *
pt_diagnostics_add (PtDiagnostics *self, PtCode code, ...)
{
  PtSeverity severity = pt_rules_get (self->rules, code);
  PtDiagnostic *diagnostic;
  va_list list;

  va_start (list, code);
  diagnostic = pt_diagnostic_new (code, severity, pt_wording_collect (&list));
  va_end (list);
  g_ptr_array_add (severity == PT_SEVERITY_OFF ? self->unlisted : self->listed, diagnostic);
  return diagnostic;
}

guint
pt_diagnostics_get_length (const PtDiagnostics *self)
{
  return self->listed->len;
}

PtDiagnostic *
pt_diagnostics_get (const PtDiagnostics *self, guint i)
{
  return g_ptr_array_index (self->listed, i);
}

guint
pt_diagnostics_count (const PtDiagnostics *self, PtSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < self->listed->len; i++)
    count += pt_diagnostics_get (self, i)->severity == severity;
  return count;
}

void
pt_diagnostics_append (PtDiagnostics *self, const PtDiagnostics *other)
{
  guint n = other->listed->len; /* @other may be @self */

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->listed, pt_diagnostic_copy (pt_diagnostics_get (other, i)));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PtDiagnostic *left = *(PtDiagnostic *const *)a, *right = *(PtDiagnostic *const *)b;
  int file;

  if ((left->line == 0) != (right->line == 0))
    return left->line == 0 ? 1 : -1;
  file = g_strcmp0 (left->file, right->file);
  if (file != 0)
    return file;
  return left->line != right->line ? left->line - right->line : left->column - right->column;
}

void
pt_diagnostics_sort (PtDiagnostics *self)
{
  g_ptr_array_sort (self->listed, compare_places);
}
