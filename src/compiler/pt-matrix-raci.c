/* pt-matrix-raci.c: who does an activity, who answers for it, who is asked and who is told
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/assignment.h>
#include <string.h>

#include "pt-matrix.h"
#include "pt-report.h"

/* The letters of a cell always come in this order. */
static const char letters[] = "RACI";

static void
add_letter (PtMatrixMaker *self, guint row, const char *id, const char *name, char letter)
{
  PtMatrixCell *cell = pt_matrix_maker_cell (self, row, pt_matrix_maker_column (self, id, name));
  const PtMatrixHeading *heading = self->matrix->rows->pdata[row];
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = letters; *c != '\0'; c++)
    if (*c == letter || strchr (cell->text, *c) != NULL)
      g_string_append_c (text, *c);
  g_free (cell->text);
  cell->text = g_strdup (text->str);
  pt_matrix_cell_tell (cell, heading->id);
}

static void
add_letters (PtMatrixMaker *self, guint row, const char *ids, char letter)
{
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      add_letter (self, row, list[i], NULL, letter);
}

/* ----- responsible
 * ----------------------------------------------------------------------------------- */

typedef struct
{
  PtMatrixMaker *maker;
  guint row, n;
} Doers;

/* Only what stands behind “not” excludes. */
static void
add_doers (Doers *self, const PtAssignment *part)
{
  const PtRole *role = NULL, *other = NULL;

  if (part->kind == PT_ASSIGNMENT_ROLE && self->maker->roster != NULL)
    pt_roster_find_role (self->maker->roster, part->name, &role, &other);
  if (part->kind == PT_ASSIGNMENT_ROLE)
    {
      add_letter (self->maker, self->row, role != NULL ? role->id : part->name, part->name, 'R');
      self->n++;
    }
  for (guint i = 0; part->kind != PT_ASSIGNMENT_NOT && part->parts != NULL && i < part->parts->len;
       i++)
    add_doers (self, part->parts->pdata[i]);
}

static void
add_responsible (PtMatrixMaker *self, guint row, const PtProgram *program, const PtNode *node)
{
  g_autoptr (PtAssignment) assignment
      = node->assignment != NULL ? pt_assignment_parse (node->assignment, NULL, NULL) : NULL;
  Doers doers = { self, row, 0 };

  if (assignment != NULL)
    add_doers (&doers, assignment);
  if (doers.n == 0 && node->role != PT_NO_INDEX)
    {
      const PtProgramRole *role = pt_program_role (program, node->role);

      add_letter (self, row, role->id, role->name, 'R');
    }
}

/* ----- all
 * ------------------------------------------------------------------------------------------- */

/* One that nobody does is told, too: its row is empty. */
static gboolean
has_row (const PtNode *node)
{
  gboolean is_answered
      = node->accountable != NULL || node->consulted != NULL || node->informed != NULL;

  return node->origin.logical != NULL && pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY)
         && (is_answered || node->inner == PT_NO_INDEX);
}

static char *
process_label (const PtProgram *program, const PtNode *node)
{
  const PtScope *process = pt_program_scope (program, pt_program_process_of (program, node->scope));
  const char *name = process->name;

  if (name == NULL && process->participant != PT_NO_INDEX)
    name = pt_program_pool (program, process->participant)->name;
  return pt_report_label (name, PT_BPMN_PROCESS, &process->origin);
}

void
pt_matrix_read_raci (PtMatrixMaker *self, const PtProgram *program, guint number)
{
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);
      g_autofree char *process = NULL;
      guint row;

      if (!has_row (node))
        continue;
      process = process_label (program, node);
      row = pt_matrix_maker_activity (self, node->origin.logical, pt_report_node_label (program, i),
                                      process, number);
      add_responsible (self, row, program, node);
      add_letters (self, row, node->accountable, 'A');
      add_letters (self, row, node->consulted, 'C');
      add_letters (self, row, node->informed, 'I');
    }
}
