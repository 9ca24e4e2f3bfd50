/* matrix.h: tables of roles: who has what part in which activity, and who hands on to whom
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A matrix is read from programs as pt_compilation_get_program() gives them, of one process file or
 * of many that share a roles file.
 */
#pragma once

#include <gio/gio.h>
#include <partitur/program.h>

G_BEGIN_DECLS

typedef enum
{
  PT_MATRIX_RACI,     /* activities × roles: Responsible, Accountable, Consulted, Informed */
  PT_MATRIX_HANDOVER, /* roles × roles: how often a role (row) hands work on to another (column) */
  PT_N_MATRIX_KINDS,
} PtMatrixKind;

/** pt_matrix_kind_id, _label: Returns: "raci", as on the command line; and worded, translated */
const char *pt_matrix_kind_id (PtMatrixKind kind);
const char *pt_matrix_kind_label (PtMatrixKind kind);
/** pt_matrix_kind_legend: Returns: translated: what stands in the cells */
const char *pt_matrix_kind_legend (PtMatrixKind kind);

/** PtMatrixHeading: of a row or column. */
typedef struct
{
  char *id; /* of the drawn activity, or of the role */
  char *label;
  char *process; /* (nullable): of an activity: what its process is called */
  guint program; /* of an activity: in which of the programs it is */
} PtMatrixHeading;

/** PtMatrixCell: what a role has to do with the row. */
typedef struct
{
  char *text;          /* "AR", or a number */
  GPtrArray *elements; /* of char*: ids of the drawn activities it tells of; of a hand-over those
                          that are handed on, and those it goes to */
} PtMatrixCell;

typedef struct
{
  PtMatrixKind kind;
  GPtrArray *rows, *columns; /* of PtMatrixHeading */
  GPtrArray *cells;          /* of PtMatrixCell (nullable), row by row */
} PtMatrix;

/**
 * pt_matrix_new:
 * @programs: (array length=n): of the processes to tell of
 * @roster: (nullable): the roles file, whose order and names the columns take
 *
 * RACI: a row for each activity, of sub-processes only for those somebody answers for. Responsible
 * are the roles of its assignment, else that of its lane; who is accountable, consulted and
 * informed the process file says.
 *
 * Hand-overs: a count for each activity and each one of another role that comes next, gateways and
 * events passed over, and for each message flow between the hands of two roles. What is possible
 * counts, however likely it is. External roles and systems are roles here.
 *
 * Returns: (transfer full)
 */
PtMatrix *
pt_matrix_new (PtMatrixKind kind, const PtProgram *const *programs, guint n, PtRoster *roster);
void pt_matrix_free (PtMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtMatrix, pt_matrix_free)

/** pt_matrix_get_cell: Returns: (transfer none) (nullable): %NULL for an empty one */
const PtMatrixCell *pt_matrix_get_cell (const PtMatrix *self, guint row, guint column);
/** pt_matrix_has_processes: Returns: whether the rows are of several processes */
gboolean pt_matrix_has_processes (const PtMatrix *self);
/** pt_matrix_dup_corner: Returns: (transfer full): what stands over the row headings */
char *pt_matrix_dup_corner (const PtMatrix *self);

/** pt_matrix_to_csv: Returns: (transfer full): by RFC 4180: commas, CRLF, UTF-8, one line of
 * headings. A heading that a table program would take for a formula has an apostrophe before it. */
char *pt_matrix_to_csv (const PtMatrix *self);
/** pt_matrix_to_html: Returns: (transfer full): a page of its own without anything from elsewhere:
 * a table with headings of rows and columns for screen readers, which prints with the headings on
 * each sheet. @title: what it is about */
char *pt_matrix_to_html (const PtMatrix *self, const char *title);

G_END_DECLS
