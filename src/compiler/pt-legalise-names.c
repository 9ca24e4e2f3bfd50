/* pt-legalise-names.c: names that an engine keeps in a table, or takes for expressions
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"
#include "pt-report.h"

#include <partitur/feel.h>
#include <string.h>

#define MAX_NAME 255 /* in characters */
#define SHOWN 40     /* of one that is too long */

/* Returns: whether it had to be shortened */
static gboolean
shorten (PtLegalise *self, const char **name, const PtOrigin *origin)
{
  g_autofree char *kept = NULL, *shown = NULL, *text = NULL;

  if (!*name || g_utf8_strlen (*name, -1) <= MAX_NAME)
    return FALSE;
  kept = g_utf8_substring (*name, 0, MAX_NAME);
  shown = g_utf8_substring (*name, 0, SHOWN);
  text = g_strconcat (shown, "…", NULL);
  *name = pt_program_string (self->program, kept);
  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X73, text,
                                    pt_target_get_label (self->target), NULL),
                origin);
  return TRUE;
}

/* Whether each bracket is closed, and all are of one kind. */
static gboolean
is_template (const char *name, char sign)
{
  const char *other = sign == '$' ? "#{" : "${";
  const char begin[] = { sign, '{', '\0' };

  if (strstr (name, other))
    return FALSE;
  for (const char *at = strstr (name, begin); at; at = strstr (at, begin))
    {
      const char *end = strchr (at, '}');
      g_autofree char *expression = end ? g_strndup (at, (gsize)(end + 1 - at)) : NULL;

      if (!end || end == at + 2
          || (strchr (expression, ' ') && !pt_feel_parse_juel (expression, NULL)))
        return FALSE;
      at = end;
    }
  return TRUE;
}

static void
check_node (PtLegalise *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);
  const char *at;

  if (shorten (self, &node->name, &node->origin) || !node->name || node->type != PT_BPMN_USER_TASK)
    return;
  at = strstr (node->name, "${");
  at = at ? at : strstr (node->name, "#{");
  if (at)
    pt_legalise_report (self, is_template (node->name, *at) ? PT_CODE_X72 : PT_CODE_X75, i, NULL);
}

void
pt_legalise_names (PtLegalise *self)
{
  if (!self->target->keeps_names)
    return;
  for (PtIndex i = 0; i < self->program->scopes->len; i++)
    {
      PtScope *scope = pt_program_scope (self->program, i);

      if (scope->parent == PT_NO_INDEX && scope->executable)
        shorten (self, &scope->name, &scope->origin);
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_legalise_is_played (self, i))
      check_node (self, i);
}
