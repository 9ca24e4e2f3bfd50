/* pt-fix.c: repairs that one click does, as data
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fix.h"

#include <glib/gi18n-lib.h>

#include "pt-wording.h"

static const struct
{
  const char *id, *label;
  const char *question; /* (nullable) */
} fixes[] = {
#define PT_FIX(symbol, id, label) { id, label, NULL },
#define PT_FIX_ASKING(symbol, id, label, question) { id, label, question },
#include <partitur/fixes.def>
#undef PT_FIX
};

PtFix *
pt_fix_new (PtFixKind kind, GStrv args)
{
  PtFix *self = g_new (PtFix, 1);

  *self = (PtFix){ .kind = kind, .args = args };
  return self;
}

PtFix *
pt_fix_copy (const PtFix *self)
{
  return pt_fix_new (self->kind, g_strdupv (self->args));
}

void
pt_fix_free (PtFix *self)
{
  g_strfreev (self->args);
  g_free (self);
}

const char *
pt_fix_kind_id (PtFixKind kind)
{
  g_return_val_if_fail (kind < PT_N_FIXES, NULL);
  return fixes[kind].id;
}

char *
pt_fix_label (const PtFix *fix)
{
  return pt_wording_fill (_ (fixes[fix->kind].label), (const char *const *)fix->args);
}

const char *
pt_fix_question (const PtFix *fix)
{
  return fixes[fix->kind].question ? _ (fixes[fix->kind].question) : NULL;
}

PtFix *
pt_fix_answer (const PtFix *fix, const char *answer)
{
  PtFix *self = pt_fix_copy (fix);

  g_free (self->args[0]);
  self->args[0] = g_strdup (answer);
  return self;
}
