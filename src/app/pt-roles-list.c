/* pt-roles-list.c: the lines of the roles pane, made from what a roles file says
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-roles-list.h"

/** Builder: lines on their way. */
typedef struct
{
  PtRoster *roster;
  char *search; /* folded */
  GDate today;
  GListStore *top;
} Builder;

/* --- lines --- */

static PtRolesItem *
make_role (const Builder *builder, const PtRole *role)
{
  PtRolesItem *item = pt_roles_item_new_role (role, pt_roster_count_holders (builder->roster, role,
                                                                             &builder->today));

  for (guint i = 0; i < role->holds->len; i++)
    {
      const PtHold *hold = role->holds->pdata[i];

      if (!g_date_valid (&hold->until) || g_date_compare (&hold->until, &builder->today) >= 0)
        pt_roles_item_add (item, pt_roles_item_new_person (hold->person, hold));
    }
  return item;
}

/* @item: (transfer full); a flat list shows it only if it is looked for */
static void
append (const Builder *builder, PtRolesItem *item)
{
  g_autofree char *name = g_utf8_casefold (pt_roles_item_get_name (item), -1);

  if (strstr (name, builder->search) != NULL)
    g_list_store_append (builder->top, item);
  g_object_unref (item);
}

static void
append_roles (const Builder *builder, gboolean systems)
{
  GPtrArray *roles = pt_roster_get_roles (builder->roster);

  for (guint i = 0; i < roles->len; i++)
    {
      const PtRole *role = roles->pdata[i];

      if ((role->kind == PT_ROLE_SYSTEM) == systems)
        append (builder, make_role (builder, role));
    }
}

static void
append_people (const Builder *builder)
{
  GPtrArray *persons = pt_roster_get_persons (builder->roster);

  for (guint i = 0; i < persons->len; i++)
    append (builder, pt_roles_item_new_person (persons->pdata[i], NULL));
}

static void
append_units (const Builder *builder)
{
  GPtrArray *units = pt_roster_get_units (builder->roster);

  for (guint i = 0; i < units->len; i++)
    append (builder, pt_roles_item_new_unit (units->pdata[i]));
}

/* --- by unit --- */

/* @item: (transfer full): goes into its unit, or stands at the top */
static void
place (const Builder *builder, GHashTable *units, const PtUnit *unit, PtRolesItem *item)
{
  PtRolesItem *parent = unit != NULL ? g_hash_table_lookup (units, unit) : NULL;

  if (parent != NULL)
    pt_roles_item_add (parent, item);
  else
    append (builder, item);
}

static void
append_tree (const Builder *builder)
{
  g_autoptr (GHashTable) items = g_hash_table_new (NULL, NULL);
  GPtrArray *units = pt_roster_get_units (builder->roster);
  GPtrArray *roles = pt_roster_get_roles (builder->roster);
  GPtrArray *persons = pt_roster_get_persons (builder->roster);

  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (items, units->pdata[i], pt_roles_item_new_unit (units->pdata[i]));
  for (guint i = 0; i < roles->len; i++)
    place (builder, items, ((const PtRole *)roles->pdata[i])->unit,
           make_role (builder, roles->pdata[i]));
  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];

      if (person->holds->len == 0)
        place (builder, items, person->unit, pt_roles_item_new_person (person, NULL));
    }
  for (guint i = 0; i < units->len; i++)
    place (builder, items, ((const PtUnit *)units->pdata[i])->within,
           g_hash_table_lookup (items, units->pdata[i]));
}

/* --- public --- */

static void
append_in_order (const Builder *builder, PtRolesOrder order)
{
  if (order == PT_ROLES_BY_UNIT && *builder->search == '\0')
    {
      append_tree (builder);
      return;
    }
  if (order == PT_ROLES_BY_UNIT)
    append_units (builder);
  if (order == PT_ROLES_BY_UNIT || order == PT_ROLES_ROLES)
    append_roles (builder, FALSE);
  if (order == PT_ROLES_BY_UNIT || order == PT_ROLES_SYSTEMS)
    append_roles (builder, TRUE);
  if (order == PT_ROLES_BY_UNIT || order == PT_ROLES_PEOPLE)
    append_people (builder);
}

GListModel *
pt_roles_list_new (PtRoster *roster, PtRolesOrder order, const char *search)
{
  Builder builder = { roster, g_utf8_casefold (search, -1) };

  g_date_clear (&builder.today, 1);
  g_date_set_time_t (&builder.today, time (NULL));
  builder.top = g_list_store_new (PT_TYPE_ROLES_ITEM);
  append_in_order (&builder, order);
  g_free (builder.search);
  return G_LIST_MODEL (builder.top);
}

/* --- renewing --- */

static PtRolesItem *
line_at (GListModel *list, guint i)
{
  g_autoptr (PtRolesItem) line = g_list_model_get_item (list, i);

  return line; /* the list holds it */
}

/* A line that had nothing below it and now has, or the other way round, is shown by another row. */
static gboolean
can_stay (PtRolesItem *line, PtRolesItem *fresh)
{
  return pt_roles_item_is_same (line, fresh)
         && (pt_roles_item_get_children (line) != NULL)
                == (pt_roles_item_get_children (fresh) != NULL);
}

static gboolean
find_line (GListModel *list, guint from, PtRolesItem *fresh, guint *at)
{
  guint n = g_list_model_get_n_items (list);

  for (*at = from; *at < n; ++*at)
    if (can_stay (line_at (list, *at), fresh))
      return TRUE;
  return FALSE;
}

static void
renew_line (PtRolesItem *line, PtRolesItem *fresh)
{
  pt_roles_item_renew (line, fresh);
  if (pt_roles_item_get_children (line) != NULL)
    pt_roles_list_renew (pt_roles_item_get_children (line), pt_roles_item_get_children (fresh));
}

void
pt_roles_list_renew (GListModel *list, GListModel *fresh)
{
  guint n = g_list_model_get_n_items (fresh), i = 0, at;

  while (i < n)
    {
      PtRolesItem *line = line_at (fresh, i);

      if (!find_line (list, i, line, &at))
        g_list_store_insert (G_LIST_STORE (list), i++, line);
      else if (at == i)
        renew_line (line_at (list, i++), line);
      else /* what stands before it is gone, or comes again further down */
        g_list_store_remove (G_LIST_STORE (list), i);
    }
  g_list_store_splice (G_LIST_STORE (list), n, g_list_model_get_n_items (list) - n, NULL, 0);
}

/* --- problems --- */

static void
note_problem (GHashTable *problems, const char *name, const PtDiagnostic *diagnostic)
{
  const PtDiagnostic *known = g_hash_table_lookup (problems, name);

  if (known == NULL || diagnostic->severity > known->severity)
    g_hash_table_insert (problems, (gpointer)name, (gpointer)diagnostic);
}

/* Findings about who plays what have codes that begin with an R; they name entries by their id,
 * when they are about the roles file itself, or by their name in what they say. */
static GHashTable *
collect_problems (PtDiagnostics *diagnostics)
{
  GHashTable *problems = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = pt_diagnostics_get_length (diagnostics);

  for (guint i = 0; i < n; i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (diagnostics, i);

      if (*pt_code_info (diagnostic->code)->code != 'R')
        continue;
      for (guint j = 0; diagnostic->file != NULL && j < diagnostic->elements->len; j++)
        note_problem (problems, diagnostic->elements->pdata[j], diagnostic);
      if (diagnostic->args[0] != NULL)
        note_problem (problems, diagnostic->args[0], diagnostic);
    }
  return problems;
}

static const PtDiagnostic *
find_problem (GHashTable *problems, PtRolesItem *item)
{
  const char *keys[] = { pt_roles_item_get_id (item), pt_roles_item_get_name (item) };
  const PtDiagnostic *worst = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const PtDiagnostic *problem = g_hash_table_lookup (problems, keys[i]);

      if (problem != NULL && (worst == NULL || problem->severity > worst->severity))
        worst = problem;
    }
  return worst;
}

static void
tell_problems (GListModel *list, GHashTable *problems)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      PtRolesItem *line = line_at (list, i);

      pt_roles_item_set_problem (line, find_problem (problems, line));
      if (pt_roles_item_get_children (line) != NULL)
        tell_problems (pt_roles_item_get_children (line), problems);
    }
}

void
pt_roles_list_set_problems (GListModel *list, PtDiagnostics *diagnostics)
{
  g_autoptr (GHashTable) problems = collect_problems (diagnostics);

  tell_problems (list, problems);
}
