/* pt-matrix-row.c: a row of a table of roles, as lists want their items
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-matrix-row.h"

struct _PtMatrixRow
{
  GObject parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (PtMatrixRow, pt_matrix_row, G_TYPE_OBJECT)

static void
pt_matrix_row_class_init (PtMatrixRowClass *klass)
{
}

static void
pt_matrix_row_init (PtMatrixRow *self)
{
}

PtMatrixRow *
pt_matrix_row_new (guint number)
{
  PtMatrixRow *self = g_object_new (PT_TYPE_MATRIX_ROW, NULL);

  self->number = number;
  return self;
}

guint
pt_matrix_row_get_number (PtMatrixRow *self)
{
  return self->number;
}
