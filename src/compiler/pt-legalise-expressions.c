/* pt-legalise-expressions.c: conditions and counts in the words of the target
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"
#include "pt-expression.h"

#include "pt-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define JUEL "juel"

/* @is_told: whether the type pass has told of what cannot be read at all.
 * Returns: (transfer none) (nullable): @text in the target's words; NULL when it stays as it is,
 * which is said here when it should not */
static const char *
translate (PtLegalise *self,
           const char *text,
           const char *label,
           const PtOrigin *origin,
           gboolean is_told)
{
  const PtDialect *dialect = self->target->dialect;
  gboolean is_own
      = pt_expression_is_juel (text) && (!dialect->others || strcmp (dialect->language, JUEL) == 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PtFeel) feel = is_own ? NULL : pt_feel_parse (text + (*text == '='), NULL, &error);
  g_autofree char *said = feel && dialect->from_feel ? dialect->from_feel (feel, &error) : NULL;
  PtDiagnostic *finding;

  if (!error || (!feel && is_told))
    return said ? pt_program_string (self->program, said) : NULL;
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_X13, label, error->message,
                                pt_target_get_label (self->target), text, NULL);
  pt_report_at (finding, origin);
  return NULL;
}

/* Returns: whether engines in Java write @text so, and the target does not read it */
static gboolean
is_foreign (PtLegalise *self, const char *text)
{
  const PtDialect *dialect = self->target->dialect;

  return pt_expression_is_juel (text) && dialect->others && strcmp (dialect->language, JUEL) != 0;
}

const char *
pt_legalise_read_juel (PtLegalise *self, const char *text)
{
  g_autofree char *said = is_foreign (self, text) ? pt_expression_to_feel (text, NULL) : NULL;

  return said ? pt_program_string (self->program, said) : text;
}

/* ----- flows ---------------------------------------------------------------------------------- */

static void
check_language (PtLegalise *self, PtIndex i)
{
  const PtDialect *dialect = self->target->dialect;
  const PtFlow *flow = pt_program_flow (self->program, i);
  g_autofree char *label = NULL;
  PtDiagnostic *finding;
  PtCode code;

  if (!dialect->others || g_strcmp0 (flow->language, dialect->language) == 0)
    return;
  label = pt_report_flow_label (self->program, i);
  code = g_strv_contains (dialect->others, flow->language) ? PT_CODE_X14 : PT_CODE_X24;
  finding = pt_diagnostics_add (self->diagnostics, code, label, flow->language,
                                pt_target_get_label (self->target), flow->condition, NULL);
  pt_report_at (finding, &flow->origin);
}

static void
translate_flow (PtLegalise *self, PtIndex i)
{
  PtFlow *flow = pt_program_flow (self->program, i);
  g_autofree char *label = pt_report_flow_label (self->program, i);
  const char *said = pt_legalise_read_juel (self, flow->condition);

  if (said != flow->condition)
    flow->language = NULL;
  flow->condition = said;
  if (pt_expression_is_juel (flow->condition))
    flow->language = JUEL;
  else if (!flow->language
           && (said = translate (self, flow->condition, label, &flow->origin, TRUE)))
    {
      flow->condition = said;
      flow->language = self->target->dialect->language;
    }
  if (flow->language)
    check_language (self, i);
}

/* ----- nodes ---------------------------------------------------------------------------------- */

static gboolean
is_name (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z_][-.\\w]*$", text, 0, 0);
}

static void
translate_field (PtLegalise *self, PtIndex i, const char **field)
{
  const PtNode *node = pt_program_node (self->program, i);
  g_autofree char *label = *field ? pt_report_node_label (self->program, i) : NULL;
  const char *said = NULL;

  if (*field)
    *field = pt_legalise_read_juel (self, *field);
  if (*field && is_foreign (self, *field))
    pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X24, label, JUEL,
                                      pt_target_get_label (self->target), *field, NULL),
                  &node->origin);
  else if (*field)
    said = translate (self, *field, label, &node->origin, node->language == NULL);
  if (said)
    *field = said;
}

/* When enough has been done, by what the target counts. */
static void
say_counts (PtLegalise *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);
  g_autofree char *said = pt_loop_counts_say (node->loop_completion, self->target->dialect->counts);
  g_autofree char *label = said ? NULL : pt_report_node_label (self->program, i);

  if (said)
    node->loop_completion = pt_program_string (self->program, said);
  else
    pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X13, label,
                                      _ ("it keeps no count of the instances"),
                                      pt_target_get_label (self->target), node->loop_completion,
                                      NULL),
                  &node->origin);
}

static void
translate_node (PtLegalise *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);

  if (node->loop_completion)
    say_counts (self, i);
  if (g_strcmp0 (node->language, self->target->dialect->language) == 0)
    return;
  translate_field (self, i, &node->condition);
  translate_field (self, i, &node->loop_completion);
  if (!(node->loop_is_collection && node->loop_text && is_name (node->loop_text)))
    translate_field (self, i, &node->loop_text);
}

void
pt_legalise_expressions (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (self->program, i);

      if (flow->condition && flow->source != PT_NO_INDEX
          && pt_legalise_is_played (self, flow->source))
        translate_flow (self, i);
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_legalise_is_played (self, i))
      translate_node (self, i);
}
