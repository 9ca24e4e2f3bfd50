/* pt-roster-check-rules.c: what rules need, and people who hold what a rule separates
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "pt-roster-checks.h"

/* ----- what a rule needs -----------------------------------------------------------------------
 */

static gboolean
speaks_of_tasks (const PtRule *rule)
{
  return rule->type != PT_RULE_SEPARATE_ROLES;
}

/* Returns: (transfer full) (nullable): what is missing, a whole sentence */
static char *
find_lack (const PtRule *rule)
{
  const char *type = pt_rule_type_to_string (rule->type);

  if (rule->type == PT_RULE_SEPARATE_ROLES && rule->roles->len < 2)
    return g_strdup_printf (_ ("the rule “%s” (%s) needs at least two “roles”."), rule->id, type);
  if (speaks_of_tasks (rule) && rule->roles->len + rule->tags->len + rule->tasks->len == 0)
    return g_strdup_printf (_ ("the rule “%s” (%s) needs “tags”, “tasks” or “roles”."), rule->id,
                            type);
  if ((rule->type == PT_RULE_AT_MOST || rule->type == PT_RULE_AT_LEAST) && rule->n == 0)
    return g_strdup_printf (_ ("the rule “%s” (%s) needs the number “n”."), rule->id, type);
  return NULL;
}

/* Roles that are not in the file are named as such. */
static gboolean
names_unknown_roles (const xmlNode *node, const PtRule *rule)
{
  g_autofree char *roles = pt_xml_attribute (node, "roles");
  g_auto (GStrv) ids = pt_roster_split (roles);

  return g_strv_length (ids) > rule->roles->len;
}

static void
check_needs (const PtRosterCheck *self, const PtRule *rule)
{
  g_autofree char *lack = find_lack (rule);
  xmlNode *node = pt_roster_check_entry (self, rule->id);
  g_autofree char *path = NULL;
  PtDiagnostic *diagnostic;

  if (lack == NULL || node == NULL || names_unknown_roles (node, rule))
    return;
  path = pt_roster_check_path (self, node);
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RF01, lack, NULL);
  pt_diagnostic_add_element (diagnostic, rule->id);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ELEMENT, rule->name, path, "rule", NULL);
  pt_roster_check_place (self, diagnostic, node);
}

/* ----- separated roles -------------------------------------------------------------------------
 */

/* The separated role by which somebody has what they hold, and how. */
typedef struct
{
  const PtRole *separated;
  const PtHold *hold;
} Way;

static void
offer_end (const PtRosterCheck *self, PtDiagnostic *diagnostic, const PtHold *hold)
{
  xmlNode *node = pt_roster_check_part (self, hold->person->id, "holds", hold->place);
  g_autofree char *path = node != NULL ? pt_roster_check_path (self, node) : NULL;
  g_autofree char *last = NULL;
  GDate yesterday = *self->day;

  g_date_subtract_days (&yesterday, 1);
  last = pt_roster_format_day (&yesterday);
  if (path != NULL)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_END_HOLD, hold->role->name, path, last, NULL);
}

static void
add_conflict (const PtRosterCheck *self, const PtRule *rule, const Way *a, const Way *b)
{
  const PtPerson *person = a->hold->person;
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RR02, person->name,
                                                 a->separated->name, b->separated->name, rule->name,
                                                 rule->why != NULL ? rule->why : "", NULL);

  pt_diagnostic_add_element (diagnostic, person->id);
  pt_diagnostic_add_element (diagnostic, rule->id);
  offer_end (self, diagnostic, a->hold);
  if (b->hold != a->hold)
    offer_end (self, diagnostic, b->hold);
  pt_roster_check_place (self, diagnostic, pt_roster_check_entry (self, person->id));
}

/* @held: person → the first way they were met; each person is named once a rule */
static void
check_holders (const PtRosterCheck *self,
               const PtRule *rule,
               const PtRole *separated,
               GHashTable *held)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (self->roster, separated);

  for (guint i = 0; i < kinds->len; i++)
    {
      const PtRole *kind = kinds->pdata[i];

      for (guint k = 0; k < kind->holds->len; k++)
        {
          const PtHold *hold = kind->holds->pdata[k];
          Way way = { separated, hold }, *first;

          if (hold->deputy || !hold->person->active || !pt_hold_covers (hold, self->day))
            continue;
          first = g_hash_table_lookup (held, hold->person);
          if (first == NULL)
            g_hash_table_insert (held, (gpointer)hold->person, g_memdup2 (&way, sizeof way));
          else if (first->separated != NULL && first->separated != separated)
            {
              add_conflict (self, rule, first, &way);
              first->separated = NULL;
            }
        }
    }
}

static void
check_separation (const PtRosterCheck *self, const PtRule *rule)
{
  g_autoptr (GHashTable) held = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (rule->type != PT_RULE_SEPARATE_ROLES || rule->weight > 0)
    return;
  for (guint i = 0; i < rule->roles->len; i++)
    check_holders (self, rule, rule->roles->pdata[i], held);
}

void
pt_roster_check_rules (const PtRosterCheck *self)
{
  GPtrArray *rules = pt_roster_get_rules (self->roster);

  for (guint i = 0; i < rules->len; i++)
    {
      check_needs (self, rules->pdata[i]);
      check_separation (self, rules->pdata[i]);
    }
}
