/* pt-program.c: PtProgram: its arrays, strings and ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/program.h>

/* ----- strings
 * ------------------------------------------------------------------------------------ A copy may
 * be made and changed in another thread than the program it comes from, so it never adds to the
 * chunk of its origin: it has one of its own and keeps the origin's alive. */

typedef struct _PtStrings
{
  GStringChunk *chunk;
  struct _PtStrings *base; /* (nullable) */
  gatomicrefcount refs;
} PtStrings;

static PtStrings *
strings_ref (PtStrings *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
strings_unref (PtStrings *self)
{
  while (self && g_atomic_ref_count_dec (&self->refs))
    {
      PtStrings *base = self->base;

      g_string_chunk_free (self->chunk);
      g_free (self);
      self = base;
    }
}

static PtStrings *
strings_new (PtStrings *base)
{
  PtStrings *self = g_new0 (PtStrings, 1);

  self->chunk = g_string_chunk_new (4096);
  self->base = base ? strings_ref (base) : NULL;
  g_atomic_ref_count_init (&self->refs);
  return self;
}

/* ----- arrays
 * ------------------------------------------------------------------------------------- */

typedef struct
{
  gsize offset; /* of the GArray* in PtProgram */
  guint size;   /* of an entry */
} Table;

#define TABLE(field, type)                                                                         \
  {                                                                                                \
    G_STRUCT_OFFSET (PtProgram, field), sizeof (type)                                              \
  }

static const Table tables[] = {
  TABLE (scopes, PtScope),
  TABLE (nodes, PtNode),
  TABLE (flows, PtFlow),
  TABLE (lanes, PtLane),
  TABLE (pools, PtPool),
  TABLE (message_flows, PtMessageFlow),
  TABLE (definitions, PtDefinition),
  TABLE (roles, PtProgramRole),
  TABLE (decisions, PtDecision),
  TABLE (variables, PtVariable),
  TABLE (accesses, PtAccess),
  TABLE (constraints, PtConstraint),
  TABLE (promises, PtPromise),
  TABLE (inferences, PtInference),
  TABLE (items, PtItem),
  TABLE (planes, PtPlane),
  TABLE (waypoints, PtPoint),
  TABLE (in, PtIndex),
  TABLE (out, PtIndex),
};

#define ARRAY_AT(program, table) (G_STRUCT_MEMBER (GArray *, (program), (table)->offset))

static void
clear_decision (PtDecision *decision)
{
  g_clear_pointer (&decision->values, g_ptr_array_unref);
}

static void
clear_variable (PtVariable *variable)
{
  g_clear_pointer (&variable->values, g_ptr_array_unref);
}

static void
own_values (PtProgram *self)
{
  g_array_set_clear_func (self->decisions, (GDestroyNotify)clear_decision);
  g_array_set_clear_func (self->variables, (GDestroyNotify)clear_variable);
}

/* Copies of arrays refer to the values of their origin. */
static void
copy_values (PtProgram *copy)
{
  for (guint i = 0; i < copy->decisions->len; i++)
    {
      PtDecision *decision = pt_program_decision (copy, i);

      decision->values = g_ptr_array_copy (decision->values, NULL, NULL);
    }
  for (guint i = 0; i < copy->variables->len; i++)
    {
      PtVariable *variable = pt_program_variable (copy, i);

      variable->values = g_ptr_array_copy (variable->values, NULL, NULL);
    }
  own_values (copy);
}

PtProgram *
pt_program_new (const char *name)
{
  PtProgram *self = g_new0 (PtProgram, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    ARRAY_AT (self, &tables[i]) = g_array_new (FALSE, TRUE, tables[i].size);
  own_values (self);
  self->strings = strings_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (PtPlace));
  self->placed = g_hash_table_new (pt_id_hash, g_str_equal);
  self->name = pt_program_string (self, name);
  return self;
}

PtProgram *
pt_program_copy (const PtProgram *self)
{
  PtProgram *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->refs);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    ARRAY_AT (copy, &tables[i]) = g_array_copy (ARRAY_AT ((gpointer)self, &tables[i]));
  copy_values (copy);
  copy->strings = strings_new (self->strings);
  g_array_ref (copy->places);
  g_hash_table_ref (copy->placed);
  copy->ids = copy->known = NULL;
  copy->sealed = FALSE;
  return copy;
}

PtProgram *
pt_program_open (PtProgram *self)
{
  PtProgram *copy;

  if (g_atomic_ref_count_compare (&self->refs, 1))
    {
      self->sealed = FALSE;
      return self;
    }
  copy = pt_program_copy (self);
  pt_program_unref (self);
  return copy;
}

PtProgram *
pt_program_ref (PtProgram *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pt_program_unref (PtProgram *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_array_unref (ARRAY_AT (self, &tables[i]));
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_array_unref (self->places);
  g_hash_table_unref (self->placed);
  strings_unref (self->strings);
  g_free (self);
}

const char *
pt_program_string (PtProgram *self, const char *text)
{
  g_return_val_if_fail (!self->sealed, NULL);
  return text ? g_string_chunk_insert (self->strings->chunk, text) : NULL;
}

/* ----- additions
 * ---------------------------------------------------------------------------------- */

static PtIndex
append (PtProgram *self, GArray *array, gconstpointer entry)
{
  g_return_val_if_fail (!self->sealed, PT_NO_INDEX);
  g_array_append_vals (array, entry, 1);
  return array->len - 1;
}

PtIndex
pt_program_add_scope (PtProgram *self)
{
  const PtScope blank = { .parent = PT_NO_INDEX, .node = PT_NO_INDEX, .participant = PT_NO_INDEX };

  return append (self, self->scopes, &blank);
}

PtIndex
pt_program_add_node (PtProgram *self)
{
  const PtNode blank = {
    .scope = PT_NO_INDEX,
    .inner = PT_NO_INDEX,
    .lane = PT_NO_INDEX,
    .host = PT_NO_INDEX,
    .role = PT_NO_INDEX,
    .default_flow = PT_NO_INDEX,
    .decision = PT_NO_INDEX,
    .reference = PT_NO_INDEX,
    .loop_data = PT_NO_INDEX,
    .loop_output_data = PT_NO_INDEX,
  };

  return append (self, self->nodes, &blank);
}

PtIndex
pt_program_add_flow (PtProgram *self)
{
  const PtFlow blank = {
    .source = PT_NO_INDEX,
    .target = PT_NO_INDEX,
    .scope = PT_NO_INDEX,
    .probability = -1,
  };

  return append (self, self->flows, &blank);
}

PtIndex
pt_program_add_lane (PtProgram *self)
{
  const PtLane blank = { .scope = PT_NO_INDEX, .parent = PT_NO_INDEX, .role = PT_NO_INDEX };

  return append (self, self->lanes, &blank);
}

PtIndex
pt_program_add_pool (PtProgram *self)
{
  const PtPool blank = { .process = PT_NO_INDEX, .role = PT_NO_INDEX };

  return append (self, self->pools, &blank);
}

PtIndex
pt_program_add_message_flow (PtProgram *self)
{
  const PtMessageFlow blank = {
    .source_node = PT_NO_INDEX,
    .source_pool = PT_NO_INDEX,
    .target_node = PT_NO_INDEX,
    .target_pool = PT_NO_INDEX,
    .message = PT_NO_INDEX,
  };

  return append (self, self->message_flows, &blank);
}

PtIndex
pt_program_add_role (PtProgram *self)
{
  return append (self, self->roles, &(const PtProgramRole){ 0 });
}

PtIndex
pt_program_add_definition (PtProgram *self, PtBpmnType type)
{
  return append (self, self->definitions, &(const PtDefinition){ .type = type });
}

PtIndex
pt_program_add_decision (PtProgram *self)
{
  const PtDecision blank = {
    .values = g_ptr_array_new (),
    .gateway = PT_NO_INDEX,
    .collected_at = PT_NO_INDEX,
  };

  return append (self, self->decisions, &blank);
}

PtIndex
pt_program_add_variable (PtProgram *self, const char *name)
{
  const PtVariable blank = {
    .name = pt_program_string (self, name),
    .values = g_ptr_array_new (),
    .process = PT_NO_INDEX,
  };

  return append (self, self->variables, &blank);
}

PtIndex
pt_program_add_item (PtProgram *self)
{
  return append (self, self->items, &(const PtItem){ .scope = PT_NO_INDEX });
}

PtIndex
pt_program_add_constraint (PtProgram *self)
{
  return append (self, self->constraints, &(const PtConstraint){ .process = PT_NO_INDEX });
}

PtIndex
pt_program_add_promise (PtProgram *self)
{
  return append (self, self->promises, &(const PtPromise){ .process = PT_NO_INDEX });
}

PtIndex
pt_program_add_plane (PtProgram *self)
{
  return append (self, self->planes, &(const PtPlane){ 0 });
}

PtIndex
pt_program_add_waypoints (PtProgram *self, const PtPoint *points, guint n)
{
  PtIndex first = self->waypoints->len;

  g_return_val_if_fail (!self->sealed, PT_NO_INDEX);
  g_array_append_vals (self->waypoints, points, n);
  return first;
}

/* ----- places and ids
 * ----------------------------------------------------------------------------- */

void
pt_program_set_place (PtProgram *self, const char *id, int line, int column)
{
  const PtPlace place = { line, column };

  g_return_if_fail (!self->sealed);
  g_array_append_val (self->places, place);
  g_hash_table_insert (self->placed, (gpointer)id, GUINT_TO_POINTER (self->places->len));
}

const PtPlace *
pt_program_get_place (const PtProgram *self, const char *id)
{
  guint found = id ? GPOINTER_TO_UINT (g_hash_table_lookup (self->placed, id)) : 0;

  return found > 0 ? PT_PROGRAM_AT (self->places, PtPlace, found - 1) : NULL;
}

/* Every entry that is emitted with an id starts with its PtOrigin. */
static void
collect_ids (GHashTable *ids, GArray *array)
{
  guint size = g_array_get_element_size (array);

  for (guint i = 0; i < array->len; i++)
    {
      const PtOrigin *origin = (const PtOrigin *)(array->data + (gsize)i * size);

      if (origin->id)
        g_hash_table_insert (ids, (gpointer)origin->id, NULL);
    }
}

static GHashTable *
ids_in_use (const PtProgram *self)
{
  GArray *const arrays[] = {
    self->scopes,        self->nodes,       self->flows, self->lanes,  self->pools,
    self->message_flows, self->definitions, self->items, self->planes,
  };
  GHashTable *ids = g_hash_table_new (pt_id_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    collect_ids (ids, arrays[i]);
  return ids;
}

static gboolean
is_in_use (const PtProgram *self, const char *id)
{
  return g_hash_table_contains (self->ids, id) || g_hash_table_contains (self->placed, id);
}

/* With each id goes the first number that was not tried behind it yet: ids do not become free
 * again. */
const char *
pt_program_make_id (PtProgram *self, const char *base)
{
  g_autofree char *id = g_strdup (base);
  const char *kept;
  guint n;

  if (!self->ids)
    self->ids = ids_in_use (self);
  n = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, base)), 2);
  for (; is_in_use (self, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s_%u", base, n);
    }
  kept = pt_program_string (self, id);
  g_hash_table_insert (self->ids, (gpointer)kept, NULL);
  g_hash_table_insert (self->ids, (gpointer)pt_program_string (self, base), GUINT_TO_POINTER (n));
  return kept;
}
