/* pt-roster-check.c: every fault of a roles file, check by check
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

typedef void (*Check) (const PtRosterCheck *self);

static const Check checks[] = {
  pt_roster_check_shape, pt_roster_check_names, pt_roster_check_references,
  pt_roster_check_times, pt_roster_check_staff,
};

void
pt_roster_check_place (const PtRosterCheck *self, PtDiagnostic *diagnostic, xmlNode *node)
{
  int line, column;

  pt_document_get_position (self->document, node, &line, &column);
  pt_diagnostic_set_place (diagnostic, self->file, line, column);
}

static char *
name_of_file (PtDocument *document)
{
  GFile *file = pt_document_get_file (document);

  return file != NULL ? g_file_get_parse_name (file) : g_strdup (pt_document_get_name (document));
}

void
pt_roster_check (PtDocument *document, const GDate *day, PtDiagnostics *diagnostics)
{
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  g_autofree char *file = name_of_file (document);
  PtRosterCheck check = { document, roster, day, diagnostics, file };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i](&check);
}
