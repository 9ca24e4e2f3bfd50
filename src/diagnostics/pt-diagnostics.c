/* pt-diagnostics.c: a list of findings
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/diagnostics.h>

#include "pt-diagnostic.h"
#include "pt-wording.h"

/* So many of one code are listed one by one. */
#define MOST_ALIKE 1000

/** Alike: the findings of one code. */
typedef struct
{
  gboolean any; /* were found, listed or not */
  guint n_listed;
  PtDiagnostic *rest;  /* (nullable): listed, stands for those beyond MOST_ALIKE */
  PtDiagnostic *spare; /* (nullable): one of these, for who describes it; what it is about is shared */
} Alike;

struct _PtDiagnostics
{
  PtRules *rules;
  GPtrArray *listed;   /* of PtDiagnostic */
  GPtrArray *unlisted; /* of PtDiagnostic: switched off, kept for those who describe them */
  GPtrArray *passed;   /* of PtDiagnostic: let pass */
  Alike alike[PT_N_CODES];
};

PtDiagnostics *
pt_diagnostics_new (PtRules *rules)
{
  PtDiagnostics *self = g_rc_box_new0 (PtDiagnostics);

  self->rules = rules != NULL ? pt_rules_ref (rules) : pt_rules_new ();
  self->listed = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_diagnostic_free);
  self->unlisted = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_diagnostic_free);
  self->passed = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_diagnostic_free);
  return self;
}

static void
clear (gpointer data)
{
  PtDiagnostics *self = data;

  for (guint code = 0; code < PT_N_CODES; code++)
    g_clear_pointer (&self->alike[code].spare, pt_diagnostic_free);
  pt_rules_unref (self->rules);
  g_ptr_array_unref (self->listed);
  g_ptr_array_unref (self->unlisted);
  g_ptr_array_unref (self->passed);
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

/* Counts @n more findings of @code that are not listed one by one. Returns: what stands for them */
static PtDiagnostic *
count_more (PtDiagnostics *self, PtCode code, PtSeverity severity, guint n)
{
  Alike *alike = &self->alike[code];

  if (alike->rest == NULL)
    {
      alike->rest = pt_diagnostic_new (code, severity, g_new0 (char *, 1));
      g_ptr_array_add (self->listed, alike->rest);
    }
  alike->rest->more += n;
  alike->rest->severity = MAX (alike->rest->severity, severity);
  return alike->rest;
}

static gboolean
is_full (PtDiagnostics *self, PtCode code)
{
  return self->alike[code].n_listed >= MOST_ALIKE;
}

/* Where @diagnostic stays. Returns: it */
static PtDiagnostic *
keep (PtDiagnostics *self, PtDiagnostic *diagnostic)
{
  Alike *alike = &self->alike[diagnostic->code];
  PtDiagnostic *rest;

  alike->any = TRUE;
  if (diagnostic->severity == PT_SEVERITY_OFF)
    g_ptr_array_add (self->unlisted, diagnostic);
  else if (!is_full (self, diagnostic->code))
    {
      alike->n_listed++;
      g_ptr_array_add (self->listed, diagnostic);
    }
  else
    {
      rest = count_more (self, diagnostic->code, diagnostic->severity, 1);
      pt_diagnostic_share_elements (diagnostic, rest);
      g_clear_pointer (&alike->spare, pt_diagnostic_free);
      alike->spare = diagnostic;
    }
  return diagnostic;
}

PtDiagnostic *
pt_diagnostics_add (PtDiagnostics *self, PtCode code, ...)
{
  PtDiagnostic *diagnostic;
  va_list list;

  va_start (list, code);
  diagnostic
      = pt_diagnostic_new (code, pt_rules_get (self->rules, code), pt_wording_collect (&list));
  va_end (list);
  return keep (self, diagnostic);
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
    if (pt_diagnostics_get (self, i)->severity == severity)
      count += MAX (pt_diagnostics_get (self, i)->more, 1);
  return count;
}

gboolean
pt_diagnostics_has (const PtDiagnostics *self, PtCode code)
{
  return self->alike[code].any;
}

void
pt_diagnostics_append (PtDiagnostics *self, const PtDiagnostics *other)
{
  guint n = other->listed->len; /* @other may be @self */

  for (guint code = 0; code < PT_N_CODES; code++)
    self->alike[code].any |= other->alike[code].any;
  for (guint i = 0; i < n; i++)
    {
      const PtDiagnostic *theirs = pt_diagnostics_get (other, i);

      if (theirs->more > 0 || is_full (self, theirs->code))
        pt_diagnostic_take_elements (
            count_more (self, theirs->code, theirs->severity, MAX (theirs->more, 1)), theirs);
      else
        keep (self, pt_diagnostic_copy (theirs));
    }
}

const char *
pt_diagnostics_get_reason (const PtDiagnostics *self, const PtDiagnostic *finding)
{
  const char *first = NULL;
  guint n = finding->more > 0 ? finding->elements->len : MIN (finding->elements->len, 1);

  /* what stands for many passes only with all of them */
  for (guint i = 0; i < n; i++)
    {
      const char *reason
          = pt_rules_get_exemption (self->rules, finding->code, finding->elements->pdata[i]);

      if (!reason)
        return NULL;
      first = first ? first : reason;
    }
  return first;
}

void
pt_diagnostics_let_pass (PtDiagnostics *self)
{
  guint n = self->listed->len;
  g_autofree gpointer *findings = g_ptr_array_steal (self->listed, NULL);

  for (guint i = 0; i < n; i++)
    {
      PtDiagnostic *finding = findings[i];
      gboolean passes = pt_diagnostics_get_reason (self, finding) != NULL;

      if (passes)
        finding->severity = PT_SEVERITY_OFF;
      g_ptr_array_add (passes ? self->passed : self->listed, finding);
    }
}

const GPtrArray *
pt_diagnostics_get_passed (const PtDiagnostics *self)
{
  return self->passed;
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
