/* pt-matrix-row.h: a row of a table of roles, as lists want their items
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** PtMatrixRow: its number, from 0 */
#define PT_TYPE_MATRIX_ROW (pt_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (PtMatrixRow, pt_matrix_row, PT, MATRIX_ROW, GObject)

PtMatrixRow *pt_matrix_row_new (guint number);
guint pt_matrix_row_get_number (PtMatrixRow *self);

G_END_DECLS
