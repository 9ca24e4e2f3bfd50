/* pt-finding.c: one finding as an item of a list model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-finding.h"

struct _PtFinding
{
  GObject parent_instance;
  PtCompilation *compilation;
  const PtDiagnostic *diagnostic; /* of the compilation */
  guint n_alike;
};

G_DEFINE_FINAL_TYPE (PtFinding, pt_finding, G_TYPE_OBJECT)

static void
pt_finding_finalize (GObject *object)
{
  pt_compilation_unref (PT_FINDING (object)->compilation);
  G_OBJECT_CLASS (pt_finding_parent_class)->finalize (object);
}

static void
pt_finding_class_init (PtFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_finding_finalize;
}

static void
pt_finding_init (PtFinding *self)
{
}

PtFinding *
pt_finding_new (PtCompilation *compilation, const PtDiagnostic *diagnostic, guint n_alike)
{
  PtFinding *self = g_object_new (PT_TYPE_FINDING, NULL);

  self->compilation = pt_compilation_ref (compilation);
  self->diagnostic = diagnostic;
  self->n_alike = n_alike;
  return self;
}

void
pt_finding_renew (PtFinding *self, PtCompilation *compilation, const PtDiagnostic *diagnostic)
{
  pt_compilation_ref (compilation);
  pt_compilation_unref (self->compilation);
  self->compilation = compilation;
  self->diagnostic = diagnostic;
}

static void
add_words (GString *key, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (key, "\n%s", words[i]);
}

char *
pt_finding_key (PtCompilation *compilation, const PtDiagnostic *diagnostic, guint n_alike)
{
  GString *key = g_string_new (NULL);
  const char *reason
      = pt_diagnostics_get_reason (pt_compilation_get_diagnostics (compilation), diagnostic);

  g_string_printf (key, "%d %d %u %u %s %d %d %s", diagnostic->code, diagnostic->severity, n_alike,
                   diagnostic->more, diagnostic->file ? diagnostic->file : "",
                   diagnostic->file ? diagnostic->line : 0, diagnostic->trace->len > 0,
                   reason ? reason : "");
  add_words (key, diagnostic->args);
  for (guint i = 0; i < diagnostic->elements->len; i++)
    g_string_append_printf (key, "\n#%s", (char *)g_ptr_array_index (diagnostic->elements, i));
  for (guint i = 0; i < diagnostic->fixes->len; i++)
    {
      const PtFix *fix = g_ptr_array_index (diagnostic->fixes, i);

      g_string_append_printf (key, "\n!%d", fix->kind);
      add_words (key, fix->args);
    }
  return g_string_free (key, FALSE);
}

char *
pt_finding_dup_key (PtFinding *self)
{
  return pt_finding_key (self->compilation, self->diagnostic, self->n_alike);
}

const PtDiagnostic *
pt_finding_get (PtFinding *self)
{
  return self->diagnostic;
}

guint
pt_finding_get_n_alike (PtFinding *self)
{
  return self->n_alike;
}

const char *
pt_finding_get_reason (PtFinding *self)
{
  return pt_diagnostics_get_reason (pt_compilation_get_diagnostics (self->compilation),
                                    self->diagnostic);
}
