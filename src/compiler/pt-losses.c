/* pt-losses.c: what would be lost on a target, before one chooses it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-compilation.h"
#include "pt-passes.h"

static const PtLoss losses[PT_N_CODES] = {
  [PT_CODE_X01] = PT_LOSS_REFUSED,   [PT_CODE_X02] = PT_LOSS_REFUSED,
  [PT_CODE_X03] = PT_LOSS_REFUSED,   [PT_CODE_X04] = PT_LOSS_REFUSED,
  [PT_CODE_X05] = PT_LOSS_REFUSED,   [PT_CODE_X06] = PT_LOSS_REFUSED,
  [PT_CODE_X07] = PT_LOSS_REFUSED,   [PT_CODE_X08] = PT_LOSS_REFUSED,
  [PT_CODE_X09] = PT_LOSS_REFUSED,   [PT_CODE_X12] = PT_LOSS_REFUSED,
  [PT_CODE_X13] = PT_LOSS_REFUSED,   [PT_CODE_X16] = PT_LOSS_REFUSED,
  [PT_CODE_X20] = PT_LOSS_REFUSED,   [PT_CODE_X24] = PT_LOSS_REFUSED,
  [PT_CODE_X25] = PT_LOSS_REFUSED,   [PT_CODE_X26] = PT_LOSS_REFUSED,
  [PT_CODE_X30] = PT_LOSS_REFUSED,   [PT_CODE_X36] = PT_LOSS_REFUSED,
  [PT_CODE_X37] = PT_LOSS_REFUSED,   [PT_CODE_X41] = PT_LOSS_REFUSED,
  [PT_CODE_X44] = PT_LOSS_REFUSED,   [PT_CODE_X51] = PT_LOSS_REFUSED,
  [PT_CODE_X14] = PT_LOSS_DIFFERENT, [PT_CODE_X18] = PT_LOSS_DIFFERENT,
  [PT_CODE_X29] = PT_LOSS_DIFFERENT, [PT_CODE_X31] = PT_LOSS_DIFFERENT,
  [PT_CODE_X38] = PT_LOSS_DIFFERENT, [PT_CODE_X40] = PT_LOSS_DIFFERENT,
  [PT_CODE_X42] = PT_LOSS_DIFFERENT, [PT_CODE_X43] = PT_LOSS_DIFFERENT,
  [PT_CODE_X45] = PT_LOSS_REFUSED,   [PT_CODE_X47] = PT_LOSS_DIFFERENT,
  [PT_CODE_X22] = PT_LOSS_IGNORED,   [PT_CODE_X23] = PT_LOSS_IGNORED,
  [PT_CODE_X28] = PT_LOSS_IGNORED,   [PT_CODE_X46] = PT_LOSS_IGNORED,
  [PT_CODE_X49] = PT_LOSS_IGNORED,   [PT_CODE_X50] = PT_LOSS_IGNORED,
  [PT_CODE_X10] = PT_LOSS_REWRITTEN, [PT_CODE_X11] = PT_LOSS_REWRITTEN,
  [PT_CODE_X19] = PT_LOSS_REWRITTEN, [PT_CODE_X21] = PT_LOSS_REWRITTEN,
  [PT_CODE_X27] = PT_LOSS_REWRITTEN, [PT_CODE_X32] = PT_LOSS_REWRITTEN,
  [PT_CODE_X33] = PT_LOSS_REWRITTEN, [PT_CODE_X34] = PT_LOSS_REWRITTEN,
  [PT_CODE_X35] = PT_LOSS_REWRITTEN, [PT_CODE_X39] = PT_LOSS_REWRITTEN,
  [PT_CODE_X48] = PT_LOSS_REWRITTEN, [PT_CODE_X60] = PT_LOSS_REFUSED,
  [PT_CODE_X61] = PT_LOSS_DIFFERENT, [PT_CODE_X62] = PT_LOSS_DIFFERENT,
  [PT_CODE_X63] = PT_LOSS_REFUSED,   [PT_CODE_X64] = PT_LOSS_DIFFERENT,
  [PT_CODE_X65] = PT_LOSS_IGNORED,   [PT_CODE_X66] = PT_LOSS_DIFFERENT,
  [PT_CODE_X67] = PT_LOSS_IGNORED,   [PT_CODE_X69] = PT_LOSS_DIFFERENT,
  [PT_CODE_X70] = PT_LOSS_REWRITTEN, [PT_CODE_X71] = PT_LOSS_DIFFERENT,
  [PT_CODE_X72] = PT_LOSS_DIFFERENT, [PT_CODE_X73] = PT_LOSS_REWRITTEN,
  [PT_CODE_X74] = PT_LOSS_DIFFERENT, [PT_CODE_X75] = PT_LOSS_REFUSED,
  [PT_CODE_X76] = PT_LOSS_DIFFERENT, [PT_CODE_X77] = PT_LOSS_IGNORED,
  [PT_CODE_X78] = PT_LOSS_IGNORED,
};

PtLoss
pt_loss_of_code (PtCode code)
{
  return losses[code];
}

/* All other findings are off. */
static PtRules *
only_losses (void)
{
  PtRules *rules = pt_rules_new ();

  for (guint code = 0; code < PT_N_CODES; code++)
    if (losses[code] == PT_LOSS_NONE)
      pt_rules_set (rules, pt_code_info (code)->code, "off");
  return rules;
}

PtDiagnostics *
pt_compiler_losses (const PtProgram *program, const PtTarget *target)
{
  g_autoptr (PtRules) rules = only_losses ();
  PtDiagnostics *found = pt_diagnostics_new (rules);
  g_autoptr (PtProgram) legal = pt_pass_legalise (program, target, found);
  g_autoptr (PtEmitted) emitted = pt_emit (legal, target, found);

  pt_compiler_place_findings (found, program);
  return found;
}
