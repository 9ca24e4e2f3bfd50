/* pt-compiler.c: the whole pipeline
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-compilation.h"
#include "pt-passes.h"

#include <string.h>

/* ----- the day -------------------------------------------------------------------------------- */

GDate
pt_compiler_day_of (const GDate *day)
{
  GDate today = *day;

  if (!g_date_valid (&today))
    g_date_set_time_t (&today, g_get_real_time () / G_USEC_PER_SEC);
  return today;
}

/* ----- what others play ------------------------------------------------------------------------
 */

static void
add_outsider (GHashTable *ids, const PtProgram *program, PtIndex scope, const PtOrigin *origin)
{
  const char *id = origin->logical ? origin->logical : origin->near;

  if (id && !pt_program_scope (program, pt_program_process_of (program, scope))->executable)
    g_hash_table_add (ids, (gpointer)id);
}

/* One finding is first of all about its first element; one that stands for many is about all. */
static gboolean
is_about_outsiders (const PtDiagnostic *finding, GHashTable *outsiders)
{
  guint n = finding->more > 0 ? finding->elements->len : MIN (finding->elements->len, 1);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (outsiders, finding->elements->pdata[i]))
      return FALSE;
  return n > 0;
}

/* A process that an external party plays is drawn for understanding: a fault in it may surprise,
 * but does not stand in the way. Who is external is known only after bind. */
static void
soften_outsiders (PtDiagnostics *diagnostics, const PtProgram *program)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (pt_id_hash, g_str_equal);

  for (PtIndex i = 0; i < program->nodes->len; i++)
    add_outsider (ids, program, pt_program_node (program, i)->scope,
                  &pt_program_node (program, i)->origin);
  for (PtIndex i = 0; i < program->flows->len; i++)
    add_outsider (ids, program, pt_program_flow (program, i)->scope,
                  &pt_program_flow (program, i)->origin);
  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      PtDiagnostic *finding = pt_diagnostics_get (diagnostics, i);

      if (is_about_outsiders (finding, ids))
        finding->severity = MIN (finding->severity, PT_SEVERITY_WARNING);
    }
}

/* ----- the passes ----------------------------------------------------------------------------- */

/* @program: (transfer full) */
static PtProgram *
analyse (PtProgram *program,
         PtRoster *roster,
         const PtCompileOptions *options,
         PtDiagnostics *diagnostics,
         GCancellable *cancellable)
{
  PtProgram *current = pt_pass_decide (program, diagnostics);
  GDate day = pt_compiler_day_of (&options->day);

  if (!g_cancellable_is_cancelled (cancellable))
    current = pt_pass_time (current, diagnostics);
  if (!g_cancellable_is_cancelled (cancellable))
    current = pt_pass_bind (current, roster, &day, diagnostics);
  if (!g_cancellable_is_cancelled (cancellable))
    current = pt_pass_type (current, diagnostics);
  pt_pass_sound (current, diagnostics, cancellable);
  pt_pass_staff (current, roster, &day, options->staff_milliseconds, diagnostics, cancellable);
  pt_pass_style (current, diagnostics, cancellable);
  soften_outsiders (diagnostics, current);
  pt_diagnostics_let_pass (diagnostics);
  return current;
}

/* What is wrong with the emitted file is told by the drawn element it comes from. */
static void
validate (const PtEmitted *emitted, PtDiagnostics *diagnostics)
{
  guint first = pt_diagnostics_get_length (diagnostics);

  pt_validate_bpmn (emitted->xml, diagnostics);
  for (guint i = first; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      PtDiagnostic *finding = pt_diagnostics_get (diagnostics, i);

      pt_diagnostic_add_element (finding,
                                 pt_source_map_get_logical_at (emitted->map, finding->line));
      pt_diagnostic_set_place (finding, NULL, 0, 0);
    }
}

static gboolean
may_emit (const PtCompileOptions *options, const PtDiagnostics *diagnostics)
{
  return options->emit
         && (options->force || pt_diagnostics_count (diagnostics, PT_SEVERITY_ERROR) == 0);
}

static PtEmitted *
translate (const PtProgram *program, const PtCompileOptions *options, PtDiagnostics *diagnostics)
{
  g_autoptr (PtProgram) legal = pt_pass_legalise (program, options->target, diagnostics);
  g_autoptr (PtEmitted) emitted = NULL;

  pt_diagnostics_let_pass (diagnostics);
  if (!may_emit (options, diagnostics))
    return NULL;
  emitted = pt_emit (legal, options->target, diagnostics);
  validate (emitted, diagnostics);
  return may_emit (options, diagnostics) ? g_steal_pointer (&emitted) : NULL;
}

/* ----- places --------------------------------------------------------------------------------- */

static void
place (PtDiagnostic *finding, const PtProgram *program)
{
  for (guint i = 0; i < finding->elements->len; i++)
    {
      const PtPlace *where
          = pt_program_get_place (program, g_ptr_array_index (finding->elements, i));

      if (where)
        {
          pt_diagnostic_set_place (finding, NULL, where->line, where->column);
          return;
        }
    }
}

void
pt_compiler_place_findings (PtDiagnostics *diagnostics, const PtProgram *program)
{
  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      PtDiagnostic *finding = pt_diagnostics_get (diagnostics, i);

      if (!finding->file && finding->line == 0)
        place (finding, program);
    }
  pt_diagnostics_sort (diagnostics);
}

/* ----- the pipeline --------------------------------------------------------------------------- */

PtCompilation *
pt_compiler_finish (PtProgram *program,
                    PtDiagnostics *diagnostics,
                    PtRoster *roster,
                    const PtCompileOptions *options,
                    GCancellable *cancellable)
{
  g_autoptr (PtDiagnostics) found = diagnostics;
  g_autoptr (PtProgram) bound = NULL;
  g_autoptr (PtEmitted) emitted = NULL;

  bound = analyse (program, roster, options, found, cancellable);
  if (options->target && !g_cancellable_is_cancelled (cancellable))
    emitted = translate (bound, options, found);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  pt_compiler_place_findings (found, bound);
  return pt_compilation_new (g_steal_pointer (&bound), g_steal_pointer (&found),
                             g_steal_pointer (&emitted));
}

/* What the bind pass says of the roles that the process uses need not be said of all. */
PtDiagnostics *
pt_compiler_check_roles (PtDocument *roles, const GDate *day, PtRules *rules)
{
  static const char *const said_by_bind[] = { "RH00", "RH01", "RX05" };
  g_autoptr (PtRules) others = pt_rules_copy (rules);
  PtDiagnostics *found;
  GDate as_of = pt_compiler_day_of (day);

  for (guint i = 0; i < G_N_ELEMENTS (said_by_bind); i++)
    pt_rules_set (others, said_by_bind[i], "off");
  found = pt_diagnostics_new (others);
  pt_roster_check (roles, &as_of, found);
  return found;
}

static void
add_roles_findings (PtDocument *roles, const GDate *day, PtRules *rules, PtDiagnostics *diagnostics)
{
  g_autoptr (PtDiagnostics) found = pt_compiler_check_roles (roles, day, rules);

  pt_diagnostics_append (diagnostics, found);
}

PtCompilation *
pt_compile (PtProcessGraph *graph, PtDocument *roles, const PtCompileOptions *options)
{
  g_autoptr (PtRules) rules = pt_compiler_rules_of (graph, options->rules);
  PtDiagnostics *diagnostics = pt_diagnostics_new (rules);
  PtProgram *program = pt_compiler_lower (graph, diagnostics);
  g_autoptr (PtRoster) roster = roles ? pt_roster_new (roles) : NULL;

  pt_compiler_report_rules (rules, diagnostics);
  if (roles)
    add_roles_findings (roles, &options->day, rules, diagnostics);
  return pt_compiler_finish (program, diagnostics, roster, options, NULL);
}
