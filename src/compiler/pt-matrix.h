/* pt-matrix.h: filling a matrix of roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/matrix.h>

G_BEGIN_DECLS

/** PtMatrixMaker: a matrix in the making: rows and columns come as they are needed. */
typedef struct
{
  PtMatrix *matrix;
  PtRoster *roster;     /* (nullable) */
  GHashTable *by_place; /* "row column" → PtMatrixCell */
} PtMatrixMaker;

/** pt_matrix_maker_row, _column: Returns: number of the heading for the role @id, added if need be.
 *  @name: (nullable): what it is called where the roles file does not say */
guint pt_matrix_maker_row (PtMatrixMaker *self, const char *id, const char *name);
guint pt_matrix_maker_column (PtMatrixMaker *self, const char *id, const char *name);
/** pt_matrix_maker_activity: Returns: number of a new row. @label: (transfer full) */
guint pt_matrix_maker_activity (PtMatrixMaker *self,
                                const char *id,
                                char *label,
                                const char *process,
                                guint program);
/** pt_matrix_maker_cell: Returns: (transfer none): the cell, made if need be */
PtMatrixCell *pt_matrix_maker_cell (PtMatrixMaker *self, guint row, guint column);
/** pt_matrix_cell_tell: adds an element, once. @id: (nullable) */
void pt_matrix_cell_tell (PtMatrixCell *self, const char *id);

/** pt_matrix_read_raci, _handover: what the @number-th program has */
void pt_matrix_read_raci (PtMatrixMaker *self, const PtProgram *program, guint number);
void pt_matrix_read_handover (PtMatrixMaker *self, const PtProgram *program, guint number);

G_END_DECLS
