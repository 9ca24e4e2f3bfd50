/* pt-decide-condition.c: whether a text is FEEL, another language, or just words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-decide.h"
#include "pt-expression.h"

#include <glib/gi18n-lib.h>
#include <partitur/feel.h>

/* A comparison was meant, even if it cannot be read: words have no use for these signs. */
static gboolean
compares (const char *text)
{
  return strpbrk (text, "=<>") || strstr (text, " between ");
}

/* Whether nothing in @feel can only come to null, and it can come to true or false. */
static gboolean
check_condition (const PtFeel *feel, GError **error)
{
  g_autoptr (GArray) faults = pt_feel_faults_new ();
  g_autoptr (PtFeelType) type = pt_feel_check (feel, NULL, faults);
  PtFeelKind kind = pt_feel_type_get_kind (type);

  if (faults->len > 0)
    {
      const PtFeelFault *fault = &g_array_index (faults, PtFeelFault, 0);

      g_set_error (error, PT_FEEL_ERROR, PT_FEEL_ERROR_SYNTAX, _ ("column %d: %s"), fault->column,
                   fault->message);
    }
  else if (!pt_feel_may_be_test (feel)
           || (kind != PT_FEEL_KIND_BOOLEAN && kind != PT_FEEL_KIND_ANY))
    g_set_error_literal (error, PT_FEEL_ERROR, PT_FEEL_ERROR_SYNTAX,
                         _ ("its value is never true or false"));
  else
    return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): @text as FEEL that can be a condition */
static char *
parse_condition (const char *text, GError **error)
{
  g_autoptr (PtFeel) feel = pt_feel_parse (text, NULL, error);

  return feel && check_condition (feel, error) ? pt_feel_to_string (feel) : NULL;
}

static PtConditionKind
read_feel (const char *drawn, gboolean meant, char **text, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (!meant && pt_answer_read (drawn) != PT_ANSWER_OTHER)
    return PT_CONDITION_WORDS;
  *text = parse_condition (drawn, &fault);
  if (*text)
    return PT_CONDITION_FEEL;
  if (!meant && !compares (drawn))
    return PT_CONDITION_WORDS;
  g_propagate_error (error, g_steal_pointer (&fault));
  return PT_CONDITION_BROKEN;
}

PtConditionKind
pt_condition_read (const char *drawn,
                   const char *language,
                   char **text,
                   char **foreign,
                   GError **error)
{
  gboolean marked = *drawn == '='; /* as some engines mark FEEL */
  g_autofree char *unmarked = g_strdup (drawn);

  if (marked)
    *unmarked = ' '; /* columns stay what they are */
  *text = *foreign = NULL;
  if (pt_expression_is_juel (drawn) || pt_expression_is_foreign (language))
    {
      *text = g_strdup (drawn);
      *foreign = g_strdup (pt_expression_is_juel (drawn) ? "juel" : language);
      return PT_CONDITION_FOREIGN;
    }
  return read_feel (unmarked, marked || language, text, error);
}

char *
pt_condition_read_label (const char *label)
{
  g_autoptr (PtFeel) feel = compares (label) ? pt_feel_parse (label, NULL, NULL) : NULL;

  return feel && pt_feel_is_test (feel) ? pt_feel_to_string (feel) : NULL;
}
