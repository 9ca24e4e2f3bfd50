/* pt-legalise-gateways.c: gateways that a target reads more strictly than the standard
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

void
pt_legalise_loose_gateways (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      PtDiagnostic *finding;

      if (node->type != PT_BPMN_EXCLUSIVE_GATEWAY || node->n_out > 0
          || !pt_legalise_is_played (self, i))
        continue;
      finding = pt_legalise_report (self, PT_CODE_X30, i, NULL);
      if (node->origin.logical)
        pt_diagnostic_add_fix (finding, PT_FIX_DELETE, finding->args[0], node->origin.logical,
                               NULL);
    }
}
