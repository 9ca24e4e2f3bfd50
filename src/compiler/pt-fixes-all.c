/* pt-fixes-all.c: the same repair for all findings of a code
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/compiler.h>
#include <partitur/hash.h>

#include <glib/gi18n-lib.h>

/* ----- planning ------------------------------------------------------------------------------- */

/* What was tried is not tried again: a repair that does not help would never end. */
static char *
key_of (const PtFix *fix)
{
  g_autofree char *args = g_strjoinv ("\n", fix->args);

  return g_strdup_printf ("%d\n%s", fix->kind, args);
}

static const PtFix *
fix_of_kind (const PtDiagnostic *finding, PtFixKind kind)
{
  for (guint i = 0; i < finding->fixes->len; i++)
    {
      const PtFix *fix = g_ptr_array_index (finding->fixes, i);

      if (fix->kind == kind && !pt_fix_question (fix))
        return fix;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the next one to do; it counts as tried */
static PtFix *
next_fix (PtDiagnostics *found, PtCode code, PtFixKind kind, GHashTable *tried)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *finding = pt_diagnostics_get (found, i);
      const PtFix *fix = finding->code == code ? fix_of_kind (finding, kind) : NULL;

      if (fix && g_hash_table_add (tried, key_of (fix)))
        return pt_fix_copy (fix);
    }
  return NULL;
}

static guint
count (PtDiagnostics *found, PtCode code)
{
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    n += pt_diagnostics_get (found, i)->code == code;
  return n;
}

static guint
count_errors (PtCompilation *compilation)
{
  return pt_diagnostics_count (pt_compilation_get_diagnostics (compilation), PT_SEVERITY_ERROR);
}

static void
take_back (PtDocument *document, guint64 serial)
{
  if (document && pt_document_get_serial (document) != serial)
    pt_document_undo (document);
}

/* Returns: whether @fix could be done and leaves no more errors than before; else it is taken back
 */
static gboolean
try_fix (PtProcessGraph *graph,
         PtDocument *roles,
         const PtCompileOptions *options,
         const PtFix *fix,
         PtCompilation **compilation)
{
  PtDocument *process = pt_process_graph_get_document (graph);
  guint64 before = pt_document_get_serial (process);
  guint64 roles_before = roles ? pt_document_get_serial (roles) : 0;
  PtCompilation *after;

  if (!pt_compiler_apply_fix (graph, roles, fix, NULL))
    return FALSE;
  after = pt_compile (graph, roles, options);
  if (count_errors (after) > count_errors (*compilation))
    {
      pt_compilation_unref (after);
      take_back (process, before);
      take_back (roles, roles_before);
      return FALSE;
    }
  pt_compilation_unref (*compilation);
  *compilation = after;
  return TRUE;
}

/* One step for each finding there is at first: a repair that brings new ones has an end, too. */
GPtrArray *
pt_compiler_plan_fixes (PtDocument *process,
                        PtDocument *roles,
                        const PtCompileOptions *options,
                        PtCode code,
                        PtFixKind kind,
                        GCancellable *cancellable)
{
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (process);
  g_autoptr (PtCompilation) compilation = pt_compile (graph, roles, options);
  g_autoptr (GHashTable) tried = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_fix_free);
  guint n = count (pt_compilation_get_diagnostics (compilation), code);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      PtFix *fix = next_fix (pt_compilation_get_diagnostics (compilation), code, kind, tried);

      if (!fix)
        break;
      if (try_fix (graph, roles, options, fix, &compilation))
        g_ptr_array_add (plan, fix);
      else
        pt_fix_free (fix);
    }
  return plan;
}

/* ----- doing ---------------------------------------------------------------------------------- */

/* Views follow a document after its transactions only, so within this one each repair has its own.
 */
guint
pt_compiler_apply_fixes (PtDocument *process, PtDocument *roles, const GPtrArray *fixes)
{
  gboolean fits = TRUE;
  guint n = 0;

  pt_document_begin (process, _ ("Repair all of a kind"));
  if (roles)
    pt_document_begin (roles, _ ("Repair all of a kind"));
  while (fits && n < fixes->len)
    {
      g_autoptr (PtProcessGraph) graph = pt_process_graph_new (process);

      fits = pt_compiler_apply_fix (graph, roles, g_ptr_array_index (fixes, n), NULL);
      n += fits;
    }
  if (roles)
    pt_document_commit (roles);
  pt_document_commit (process);
  return n;
}
