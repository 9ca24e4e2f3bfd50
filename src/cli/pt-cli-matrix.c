/* pt-cli-matrix.c: `partitur roles matrix`: who answers for what, or who hands on to whom, as a
 * table
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/paper.h>

#include "pt-cli.h"

/* ----- how it is written
 * --------------------------------------------------------------------------- */

/* What goes to standard output is for other programs. */
static gboolean
find_format (const char *output, PtTableFormat *format)
{
  *format = PT_TABLE_CSV;
  return g_str_equal (output, "-") || pt_table_format_from_name (output, format);
}

/* ----- what is written
 * ----------------------------------------------------------------------------- */

static gboolean
find_kind (const char *id, PtMatrixKind *kind)
{
  for (*kind = 0; *kind < PT_N_MATRIX_KINDS; (*kind)++)
    if (id == NULL || g_str_equal (pt_matrix_kind_id (*kind), id))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): of PtCompilation; %NULL with @error */
static GPtrArray *
analyse_all (GStrv files, PtDocument *roles, const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_compilation_unref);

  for (guint i = 0; files[i] != NULL; i++)
    {
      PtCompilation *compilation = pt_cli_analyse (files[i], roles, day, error);

      if (compilation == NULL)
        return NULL;
      g_ptr_array_add (all, compilation);
    }
  return g_steal_pointer (&all);
}

static PtMatrix *
matrix_of (PtMatrixKind kind, const GPtrArray *compilations, PtDocument *roles)
{
  g_autoptr (GPtrArray) programs = g_ptr_array_new ();
  g_autoptr (PtRoster) roster = pt_roster_new (roles);

  for (guint i = 0; i < compilations->len; i++)
    g_ptr_array_add (programs, (gpointer)pt_compilation_get_program (compilations->pdata[i]));
  return pt_matrix_new (kind, (const PtProgram *const *)programs->pdata, programs->len, roster);
}

static char *
title_of (PtMatrixKind kind, GStrv files)
{
  g_autofree char *name = g_path_get_basename (files[0]);

  if (files[1] != NULL)
    return g_strdup (pt_matrix_kind_label (kind));
  /* Translators: 1 what a table tells, 2 name of a file */
  return g_strdup_printf (_ ("%s: %s"), pt_matrix_kind_label (kind), name);
}

typedef struct
{
  PtMatrixKind kind;
  GDate day;
  char *roles, *output;
  GStrv files;
  PtTableFormat format;
} Order;

static void
order_clear (Order *self)
{
  g_free (self->roles);
  g_free (self->output);
  g_strfreev (self->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static PtExit
carry_out (const Order *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) roles = pt_cli_load_roles (self->roles, &error);
  g_autoptr (GPtrArray) compilations
      = roles != NULL ? analyse_all (self->files, roles, &self->day, &error) : NULL;
  g_autoptr (PtMatrix) matrix = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = title_of (self->kind, self->files);

  if (compilations == NULL)
    return pt_cli_failure (error);
  matrix = matrix_of (self->kind, compilations, roles);
  bytes = pt_table_write_file (matrix, self->format, title, &error);
  if (bytes == NULL || !pt_cli_write (self->output, bytes, &error))
    return pt_cli_failure (error);
  pt_cli_say_written (self->output);
  return PT_EXIT_DONE;
}

PtExit
pt_cli_roles_matrix (int argc, char *argv[])
{
  g_auto (Order) order = { 0 };
  g_autofree char *kind = NULL, *as_of = NULL;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "roles", 'r', 0, G_OPTION_ARG_FILENAME, &order.roles, N_ ("Who holds which role"), "R" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind,
      N_ ("Who answers for what (raci), or who hands on to whom (handover)"), "raci|handover" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Roles as of this day"), "DATE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.output,
      N_ ("What to write: a table (.csv), a page (.html) or sheets (.pdf)"), "OUT" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 0, &order.files, &exit))
    return exit;
  if (order.roles == NULL || order.output == NULL)
    return pt_cli_usage (
        _ ("roles matrix needs --roles with the roles file and -o with what to write"));
  if (!find_format (order.output, &order.format))
    return pt_cli_usage (_ ("“%s” does not end in .csv, .html or .pdf"), order.output);
  if (!find_kind (kind, &order.kind))
    return pt_cli_usage (_ ("there is no kind “%s” of matrix; it is raci or handover"), kind);
  if (!pt_cli_date (as_of, &order.day))
    return PT_EXIT_USAGE;
  return carry_out (&order);
}
