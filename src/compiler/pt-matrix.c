/* pt-matrix.c: tables of roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-matrix.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id, *label, *legend, *corner;
  void (*read) (PtMatrixMaker *self, const PtProgram *program, guint number);
} matrix_kinds[PT_N_MATRIX_KINDS] = {
  [PT_MATRIX_RACI]
  = { "raci", N_ ("Who answers for what"),
      N_ ("R responsible: does it · A accountable: answers for it · C consulted · I informed"),
      N_ ("Activity"), pt_matrix_read_raci },
  [PT_MATRIX_HANDOVER]
  = { "handover", N_ ("Who hands on to whom"),
      N_ ("How many ways lead from work of the role on the left to work of the role on top"),
      /* Translators: over the rows of a table of roles; the columns are to whom they hand on work
       */
      N_ ("From ↓ to →"), pt_matrix_read_handover },
};

const char *
pt_matrix_kind_id (PtMatrixKind kind)
{
  return matrix_kinds[kind].id;
}

const char *
pt_matrix_kind_label (PtMatrixKind kind)
{
  return _ (matrix_kinds[kind].label);
}

const char *
pt_matrix_kind_legend (PtMatrixKind kind)
{
  return _ (matrix_kinds[kind].legend);
}

/* ----- making
 * -------------------------------------------------------------------------------------- */

static void
heading_free (gpointer data)
{
  PtMatrixHeading *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self->process);
  g_free (self);
}

static void
cell_free (gpointer data)
{
  PtMatrixCell *self = data;

  g_free (self->text);
  g_ptr_array_unref (self->elements);
  g_free (self);
}

/* Until they are put in order, columns and rows stand as they came. */
static guint
find_role (PtMatrixMaker *self, GPtrArray *headings, const char *id, const char *name)
{
  const PtRole *role = self->roster != NULL ? pt_roster_get_role (self->roster, id) : NULL;
  PtMatrixHeading *heading;

  for (guint i = 0; i < headings->len; i++)
    if (g_str_equal (((PtMatrixHeading *)headings->pdata[i])->id, id))
      return i;
  heading = g_new0 (PtMatrixHeading, 1);
  heading->id = g_strdup (id);
  heading->label = g_strdup (role != NULL ? role->name : name != NULL ? name : id);
  g_ptr_array_add (headings, heading);
  return headings->len - 1;
}

guint
pt_matrix_maker_row (PtMatrixMaker *self, const char *id, const char *name)
{
  return find_role (self, self->matrix->rows, id, name);
}

guint
pt_matrix_maker_column (PtMatrixMaker *self, const char *id, const char *name)
{
  return find_role (self, self->matrix->columns, id, name);
}

guint
pt_matrix_maker_activity (PtMatrixMaker *self,
                          const char *id,
                          char *label,
                          const char *process,
                          guint program)
{
  PtMatrixHeading *heading = g_new0 (PtMatrixHeading, 1);

  *heading = (PtMatrixHeading){ g_strdup (id), label, g_strdup (process), program };
  g_ptr_array_add (self->matrix->rows, heading);
  return self->matrix->rows->len - 1;
}

static gpointer
place_of (guint row, guint column)
{
  return GSIZE_TO_POINTER ((gsize)row << 20 | column);
}

PtMatrixCell *
pt_matrix_maker_cell (PtMatrixMaker *self, guint row, guint column)
{
  PtMatrixCell *cell = g_hash_table_lookup (self->by_place, place_of (row, column));

  if (cell == NULL)
    {
      cell = g_new0 (PtMatrixCell, 1);
      cell->text = g_strdup ("");
      cell->elements = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->by_place, place_of (row, column), cell);
    }
  return cell;
}

void
pt_matrix_cell_tell (PtMatrixCell *self, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (self->elements, id, g_str_equal, NULL))
    g_ptr_array_add (self->elements, g_strdup (id));
}

/* ----- the order of roles
 * ---------------------------------------------------------------------------- */

typedef struct
{
  guint rank, number; /* in the roles file, and as it came */
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return (one->number > other->number) - (one->number < other->number);
}

/* Returns: (transfer full): of Rank: numbers of the headings as they should stand */
static GArray *
order_of (const PtMatrixMaker *self, const GPtrArray *headings, gboolean are_roles)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < headings->len; i++)
    {
      const PtMatrixHeading *heading = headings->pdata[i];
      const PtRole *role = are_roles && self->roster != NULL
                               ? pt_roster_get_role (self->roster, heading->id)
                               : NULL;
      Rank rank = { role != NULL ? role->index : G_MAXUINT, i };

      g_array_append_val (order, rank);
    }
  g_array_sort (order, compare_ranks);
  return order;
}

static void
arrange (GPtrArray *headings, const GArray *order)
{
  g_autofree gpointer *old = g_memdup2 (headings->pdata, headings->len * sizeof (gpointer));

  for (guint i = 0; i < order->len; i++)
    headings->pdata[i] = old[g_array_index (order, Rank, i).number];
}

static void
put_in_order (PtMatrixMaker *self)
{
  PtMatrix *matrix = self->matrix;
  g_autoptr (GArray) rows = order_of (self, matrix->rows, matrix->kind == PT_MATRIX_HANDOVER);
  g_autoptr (GArray) columns = order_of (self, matrix->columns, TRUE);

  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < columns->len; k++)
      g_ptr_array_add (matrix->cells,
                       g_hash_table_lookup (self->by_place,
                                            place_of (g_array_index (rows, Rank, i).number,
                                                      g_array_index (columns, Rank, k).number)));
  arrange (matrix->rows, rows);
  arrange (matrix->columns, columns);
}

/* ----- all
 * ------------------------------------------------------------------------------------------- */

static void
clear_cell (gpointer data)
{
  if (data != NULL)
    cell_free (data);
}

PtMatrix *
pt_matrix_new (PtMatrixKind kind, const PtProgram *const *programs, guint n, PtRoster *roster)
{
  PtMatrix *self = g_new0 (PtMatrix, 1);
  g_autoptr (GHashTable) by_place = g_hash_table_new (NULL, NULL);
  PtMatrixMaker maker = { self, roster, by_place };

  self->kind = kind;
  self->rows = g_ptr_array_new_with_free_func (heading_free);
  self->columns = g_ptr_array_new_with_free_func (heading_free);
  self->cells = g_ptr_array_new_with_free_func (clear_cell);
  for (guint i = 0; i < n; i++)
    matrix_kinds[kind].read (&maker, programs[i], i);
  put_in_order (&maker);
  return self;
}

void
pt_matrix_free (PtMatrix *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

const PtMatrixCell *
pt_matrix_get_cell (const PtMatrix *self, guint row, guint column)
{
  return self->cells->pdata[row * self->columns->len + column];
}

gboolean
pt_matrix_has_processes (const PtMatrix *self)
{
  const PtMatrixHeading *first = self->rows->len > 0 ? self->rows->pdata[0] : NULL;

  for (guint i = 1; i < self->rows->len; i++)
    if (g_strcmp0 (((const PtMatrixHeading *)self->rows->pdata[i])->process, first->process) != 0)
      return TRUE;
  return FALSE;
}

char *
pt_matrix_dup_corner (const PtMatrix *self)
{
  return g_strdup (_ (matrix_kinds[self->kind].corner));
}
