/* pt-decide-overlap.c: whether the conditions of a split leave a gap or overlap
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-decide.h"

#include <partitur/feel.h>

#include "pt-report.h"

typedef struct
{
  const PtProgram *program;
  PtIndex gateway;
  GPtrArray *tests; /* PtFeel */
  GArray *flows;    /* PtIndex: of each */
} Split;

/* Returns: whether every way but the default one has a condition in FEEL */
static gboolean
read_conditions (Split *self)
{
  const PtNode *node = pt_program_node (self->program, self->gateway);

  for (guint k = 0; k < node->n_out; k++)
    {
      PtIndex index = pt_program_flow_out (self->program, self->gateway, k);
      const PtFlow *flow = pt_program_flow (self->program, index);
      PtFeel *test;

      if (index == node->default_flow)
        continue;
      test
          = flow->condition && !flow->language ? pt_feel_parse (flow->condition, NULL, NULL) : NULL;
      if (!test)
        return FALSE;
      g_ptr_array_add (self->tests, test);
      g_array_append_val (self->flows, index);
    }
  return TRUE;
}

static PtDiagnostic *
say (const Split *self, PtDiagnostics *diagnostics, const char *when, const char *const *args)
{
  g_autofree char *label = pt_report_node_label (self->program, self->gateway);
  PtDiagnostic *finding = pt_diagnostics_add (diagnostics, PT_CODE_S112, label, when, args[0],
                                              args[1], args[2], NULL);

  pt_report_at (finding, &pt_program_node (self->program, self->gateway)->origin);
  return finding;
}

/* What is left over may go the last way. */
static void
say_gap (const Split *self, PtDiagnostics *diagnostics, const char *when)
{
  g_autofree char *n = g_strdup_printf ("%u", self->tests->len);
  const char *const args[] = { "", "", n };
  PtDiagnostic *finding = say (self, diagnostics, when, args);
  PtIndex last = g_array_index (self->flows, PtIndex, self->flows->len - 1);
  const char *gateway = pt_program_node (self->program, self->gateway)->origin.logical;
  const char *flow = pt_program_flow (self->program, last)->origin.logical;
  g_autofree char *label = pt_report_flow_label (self->program, last);

  if (gateway && flow)
    pt_diagnostic_add_fix (finding, PT_FIX_SET_DEFAULT, label, gateway, flow, NULL);
}

static void
say_overlap (const Split *self, PtDiagnostics *diagnostics, const PtFeelOverlap *found)
{
  PtIndex first = g_array_index (self->flows, PtIndex, found->first);
  PtIndex second = g_array_index (self->flows, PtIndex, found->second);
  g_autofree char *one = pt_report_flow_label (self->program, first);
  g_autofree char *other = pt_report_flow_label (self->program, second);
  const char *const args[] = { one, other, "" };
  PtDiagnostic *finding = say (self, diagnostics, found->both, args);

  pt_report_at (finding, &pt_program_flow (self->program, first)->origin);
  pt_report_at (finding, &pt_program_flow (self->program, second)->origin);
}

void
pt_decide_compare (const PtProgram *program, PtIndex gateway, PtDiagnostics *diagnostics)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_feel_unref);
  g_autoptr (GArray) flows = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  Split self = { program, gateway, tests, flows };
  const PtNode *node = pt_program_node (program, gateway);
  g_auto (PtFeelOverlap) found = { NULL };

  if (!read_conditions (&self)
      || !pt_feel_find_overlap ((PtFeel *const *)tests->pdata, tests->len, &found))
    return;
  if (found.none && node->default_flow == PT_NO_INDEX)
    say_gap (&self, diagnostics, found.none);
  if (found.both && node->type == PT_BPMN_EXCLUSIVE_GATEWAY)
    say_overlap (&self, diagnostics, &found);
}
