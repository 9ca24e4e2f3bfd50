/* pt-legalise-tasks.c: scripts that are not written, and calls that call nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

void
pt_legalise_scripts (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (node->type != PT_BPMN_SCRIPT_TASK || (node->script && *node->script)
          || !pt_legalise_is_played (self, i))
        continue;
      node->type = PT_BPMN_SERVICE_TASK;
      pt_legalise_report (self, PT_CODE_X21, i, NULL);
    }
}

void
pt_legalise_calls (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->type == PT_BPMN_CALL_ACTIVITY && !node->called && pt_legalise_is_played (self, i))
        pt_legalise_report (self, PT_CODE_X06, i, NULL);
    }
}
