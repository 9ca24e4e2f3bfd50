/* pt-finding-heading.c: what stands above the findings of one severity, as an item of a list model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-finding-heading.h"

struct _PtFindingHeading
{
  GObject parent_instance;
  PtSeverity severity;
  char *count;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (PtFindingHeading, pt_finding_heading, G_TYPE_OBJECT)

static const char *const titles[] = {
  [PT_SEVERITY_OFF] = N_ ("Let pass"),
  [PT_SEVERITY_INFO] = N_ ("Could be clearer"),
  [PT_SEVERITY_WARNING] = N_ ("Will surprise"),
  [PT_SEVERITY_ERROR] = N_ ("Blocks executing"),
};

static void
pt_finding_heading_finalize (GObject *object)
{
  g_free (PT_FINDING_HEADING (object)->count);
  G_OBJECT_CLASS (pt_finding_heading_parent_class)->finalize (object);
}

static void
pt_finding_heading_class_init (PtFindingHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_finding_heading_finalize;
}

static void
pt_finding_heading_init (PtFindingHeading *self)
{
}

PtFindingHeading *
pt_finding_heading_new (PtSeverity severity, const char *count, gboolean folded)
{
  PtFindingHeading *self = g_object_new (PT_TYPE_FINDING_HEADING, NULL);

  self->severity = severity;
  self->count = g_strdup (count);
  self->folded = folded;
  return self;
}

gboolean
pt_finding_heading_equal (const PtFindingHeading *a, const PtFindingHeading *b)
{
  return a->severity == b->severity && a->folded == b->folded && g_str_equal (a->count, b->count);
}

PtSeverity
pt_finding_heading_get_severity (PtFindingHeading *self)
{
  return self->severity;
}

const char *
pt_finding_heading_get_title (PtFindingHeading *self)
{
  return _ (titles[self->severity]);
}

const char *
pt_finding_heading_get_count (PtFindingHeading *self)
{
  return self->count;
}

gboolean
pt_finding_heading_get_folded (PtFindingHeading *self)
{
  return self->folded;
}
