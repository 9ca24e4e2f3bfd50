/* pt-roster-draft.c: a first roles file from the lanes and pools of processes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-fold.h"
#include "pt-roster-private.h"
#include "pt-roster-text.h"

#include <glib/gi18n-lib.h>
#include <partitur/roster-edit.h>

typedef struct
{
  GString *text;     /* of the roles, one line each */
  GHashTable *names; /* folded; set */
  GHashTable *ids;   /* set */
} Draft;

/* Names that are equal apart from what folding drops are one role. */
static void
add_role (Draft *self, const char *name, PtRoleKind kind)
{
  char *folded = pt_fold (name);
  g_autofree char *id = NULL;

  if (*folded == '\0' || g_hash_table_contains (self->names, folded))
    {
      g_free (folded);
      return;
    }
  g_hash_table_add (self->names, folded);
  id = pt_roster_slug (name, "role", self->ids);
  g_string_append (self->text, "  <role");
  pt_roster_append_attribute (self->text, "id", id);
  pt_roster_append_attribute (self->text, "name", name);
  if (kind != PT_ROLE_INTERNAL)
    pt_roster_append_attribute (self->text, "kind", pt_roster_kind_to_string (kind));
  g_string_append (self->text, "/>\n");
}

/* ----- what is a system --------------------------------------------------------------------------
 */

static gboolean
is_automatic (PtBpmnType type)
{
  static const PtBpmnType automatic[] = {
    PT_BPMN_SERVICE_TASK,
    PT_BPMN_SCRIPT_TASK,
    PT_BPMN_BUSINESS_RULE_TASK,
  };

  for (guint i = 0; i < G_N_ELEMENTS (automatic); i++)
    if (type == automatic[i])
      return TRUE;
  return FALSE;
}

/* People send and receive, too. */
static gboolean
says_nothing (PtBpmnType type)
{
  return type == PT_BPMN_SEND_TASK || type == PT_BPMN_RECEIVE_TASK;
}

/* Where the noun stands in front: “Système d'information”, “Sistema ERP”. */
static gboolean
begins_as_system (char **words)
{
  static const char *const nouns[] = { "système",    "systeme",     "sistema",    "logiciel",
                                       "plateforme", "piattaforma", "plataforma", NULL };

  return words[0] != NULL && g_strv_contains (nouns, words[0]);
}

/* The last word says what a thing is: an "ERP system" is a system, an "ERP clerk" is not. */
gboolean
pt_role_name_says_system (const char *name)
{
  static const char *const nouns[] = {
    "api",          "app",        "application", "bot",        "chatbot",     "crm",
    "database",     "datenbank",  "dms",         "engine",     "erp",         "hris",
    "lms",          "platform",   "plattform",   "robot",      "roboter",     "sap",
    "server",       "software",   "webshop",     "wms",        "shop",        "portal",
    "portail",      "portale",    "website",     "webseite",   "logiciel",    "applikation",
    "gestionale",   "plateforme", "piattaforma", "plataforma", "aplicacion",  "aplicación",
    "applicazione", "databas",    "databasen",   "systemet",   "programvara", NULL,
  };
  g_autofree char *folded = pt_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " ()[],;:.", -1);
  const char *last = "";

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      last = words[i];
  return g_str_has_suffix (last, "system") || g_str_has_suffix (last, "software")
         || g_str_has_suffix (last, "portal") || g_str_has_suffix (last, "datenbank")
         || begins_as_system (words) || g_strv_contains (nouns, last);
}

/* @lane: (nullable): all of the process when there is none */
static gboolean
has_only_automatic_tasks (GPtrArray *elements, const PtElement *process, const PtElement *lane)
{
  guint tasks = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = elements->pdata[i];

      if (!pt_element_is_a (element, PT_BPMN_TASK) || element->process != process
          || (lane != NULL && element->lane != lane) || says_nothing (element->type))
        continue;
      if (!is_automatic (element->type))
        return FALSE;
      tasks++;
    }
  return tasks > 0;
}

/* ----- lanes and pools
 * ---------------------------------------------------------------------------- */

static gboolean
has_name (const PtElement *element)
{
  g_autofree char *folded = element->name != NULL ? pt_fold (element->name) : NULL;

  return folded != NULL && *folded != '\0';
}

static gboolean
is_leaf (GPtrArray *elements, const PtElement *lane)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *other = elements->pdata[i];

      if (other != lane && other->type == PT_BPMN_LANE && pt_element_is_within (other, lane))
        return FALSE;
    }
  return TRUE;
}

/* Returns: whether there were any with a name */
static gboolean
add_lanes (Draft *self, GPtrArray *elements, const PtElement *process)
{
  gboolean any = FALSE;

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *lane = elements->pdata[i];
      gboolean is_system;

      if (lane->type != PT_BPMN_LANE || lane->process != process || !has_name (lane)
          || !is_leaf (elements, lane))
        continue;
      is_system = pt_role_name_says_system (lane->name)
                  || has_only_automatic_tasks (elements, process, lane);
      add_role (self, lane->name, is_system ? PT_ROLE_SYSTEM : PT_ROLE_INTERNAL);
      any = TRUE;
    }
  return any;
}

static void
add_pool (Draft *self, GPtrArray *elements, const PtElement *pool)
{
  gboolean is_system;

  if (pool->process != NULL && add_lanes (self, elements, pool->process))
    return;
  if (!has_name (pool))
    return;
  is_system
      = pt_role_name_says_system (pool->name)
        || (pool->process != NULL && has_only_automatic_tasks (elements, pool->process, NULL));
  add_role (self, pool->name,
            is_system               ? PT_ROLE_SYSTEM
            : pool->process != NULL ? PT_ROLE_INTERNAL
                                    : PT_ROLE_EXTERNAL);
}

/* ----- what tasks say of themselves --------------------------------------------------------------
 */

/* Where no lane and no pool says who does it, groups that an engine is told do. */
static void
add_candidates (Draft *self, GPtrArray *elements, const PtElement *process)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *task = elements->pdata[i];
      g_autofree char *list = pt_element_is_a (task, PT_BPMN_TASK) && task->process == process
                                  ? pt_element_get_candidates (task)
                                  : NULL;
      g_auto (GStrv) names = g_strsplit (list ? list : "", ", ", -1);

      for (guint k = 0; names[k] != NULL; k++)
        add_role (self, names[k], PT_ROLE_INTERNAL);
    }
}

static void
add_graph (Draft *self, PtProcessGraph *graph)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = elements->pdata[i];

      if (element->type == PT_BPMN_PARTICIPANT)
        add_pool (self, elements, element);
      else if (element->type == PT_BPMN_PROCESS && element->participant == NULL
               && !add_lanes (self, elements, element))
        add_candidates (self, elements, element);
    }
}

static const char *
organisation_name (PtProcessGraph *const *graphs, guint n_graphs)
{
  for (guint i = 0; i < n_graphs; i++)
    {
      GPtrArray *elements = pt_process_graph_get_elements (graphs[i]);

      for (guint k = 0; k < elements->len; k++)
        {
          const PtElement *element = elements->pdata[k];

          if (element->type == PT_BPMN_PARTICIPANT && element->process != NULL && has_name (element))
            return element->name;
        }
    }
  return NULL;
}

PtDocument *
pt_roster_draft (PtProcessGraph *const *graphs, guint n_graphs, const char *name)
{
  Draft self = {
    .text = g_string_new (NULL),
    .names = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL),
    .ids = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL),
  };
  PtDocument *document;

  for (guint i = 0; i < n_graphs; i++)
    add_graph (&self, graphs[i]);
  if (name == NULL)
    name = organisation_name (graphs, n_graphs);
  document = pt_roster_document_of (name, self.text->str);
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.names);
  g_string_free (self.text, TRUE);
  return document;
}

guint
pt_roster_add_missing (PtDocument *document, PtProcessGraph *const *graphs, guint n_graphs)
{
  g_autoptr (PtDocument) draft = pt_roster_draft (graphs, n_graphs, NULL);
  g_autoptr (PtRoster) wanted = pt_roster_new (draft);
  g_autoptr (PtRoster) known = pt_roster_new (document);
  GPtrArray *roles = pt_roster_get_roles (wanted);
  guint n_added = 0;

  pt_document_begin (document, _ ("Add roles from the lanes"));
  for (guint i = 0; i < roles->len; i++)
    {
      const PtRole *role = roles->pdata[i], *found, *other;

      if (pt_roster_find_role (known, role->name, &found, &other) == PT_ROLE_MATCH_NONE)
        {
          g_free (pt_roster_add_role (document, role->name, role->kind));
          n_added++;
        }
    }
  pt_document_commit (document);
  return n_added;
}
