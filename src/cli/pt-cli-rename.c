/* pt-cli-rename.c: `partitur rename`: change a name through the journal, as the window does
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/modeling.h>
#include <partitur/roster-edit.h>

#include "pt-cli.h"

typedef struct
{
  char *id, *role, *to; /* one of id and role */
} Change;

/* A process, or with --role also a roles file. */
static PtDocument *
load (const char *path, const Change *change, gboolean *is_roles, GError **error)
{
  g_autoptr (GError) no_process = NULL;
  PtDocument *document = pt_cli_load_process (path, &no_process);

  *is_roles = FALSE;
  if (document == NULL && change->role != NULL
      && g_error_matches (no_process, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_VOCABULARY))
    {
      document = pt_cli_load_roles (path, NULL);
      *is_roles = document != NULL;
    }
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&no_process));
  return document;
}

static gboolean
apply (PtDocument *document, gboolean is_roles, const Change *change)
{
  g_autoptr (PtProcessGraph) graph = NULL;

  if (is_roles)
    return pt_roster_rename_role (document, change->role, change->to);
  graph = pt_process_graph_new (document);
  if (change->role != NULL)
    return pt_modeling_rename_role (graph, change->role, change->to) > 0;
  return pt_modeling_rename (graph, change->id, change->to);
}

/* Returns: the file's new text, or NULL with @exit: nothing is written before all files are
 * changed. */
static GBytes *
rename_in (const char *path, const Change *change, gboolean *found, PtExit *exit)
{
  g_autoptr (GError) error = NULL;
  gboolean is_roles;
  g_autoptr (PtDocument) document = load (path, change, &is_roles, &error);
  GBytes *bytes;

  if (document != NULL)
    *found |= apply (document, is_roles, change);
  bytes = document != NULL ? pt_document_to_bytes (document, &error) : NULL;
  if (bytes == NULL)
    *exit = pt_cli_failure (error);
  return bytes;
}

static PtExit
rename_all (GStrv files, const Change *change, const char *output)
{
  guint n = g_strv_length (files);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autofree PtOutput *outputs = g_new0 (PtOutput, n);
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;
  PtExit exit = PT_EXIT_DONE;

  for (guint i = 0; i < n; i++)
    {
      GBytes *bytes = rename_in (files[i], change, &found, &exit);

      if (bytes == NULL)
        return exit;
      g_ptr_array_add (contents, bytes);
      outputs[i] = (PtOutput){ output != NULL ? output : files[i], bytes };
    }
  if (!found && change->role != NULL)
    return pt_cli_usage (_ ("no lane or pool is called “%s”"), change->role);
  if (!found)
    return pt_cli_usage (_ ("there is no element with the id “%s” that can have a name"),
                         change->id);
  return pt_cli_write_all (outputs, n, &error) ? PT_EXIT_DONE : pt_cli_failure (error);
}

PtExit
pt_cli_rename (int argc, char *argv[])
{
  g_autofree char *id = NULL;
  g_autofree char *role = NULL;
  g_autofree char *to = NULL;
  g_autofree char *output = NULL;
  gboolean in_place = FALSE;
  g_auto (GStrv) files = NULL;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("The element to rename"), "ID" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &role,
      N_ ("The role to rename: lanes, pools, and in roles files"), "OLD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The new name"), "NAME" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write here"), "OUT" },
    { "in-place", 0, 0, G_OPTION_ARG_NONE, &in_place, N_ ("Change the files themselves"), NULL },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 0, &files, &exit))
    return exit;
  if ((id == NULL) == (role == NULL) || to == NULL)
    return pt_cli_usage (_ ("rename needs --to, and either --id or --role"));
  if ((output == NULL) == !in_place)
    return pt_cli_usage (_ ("rename needs either -o or --in-place"));
  if (output != NULL && g_strv_length (files) > 1)
    return pt_cli_usage (_ ("-o goes with one file; use --in-place for several"));
  return rename_all (files, &(Change){ id, role, to }, output);
}
