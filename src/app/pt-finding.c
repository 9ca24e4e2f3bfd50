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
