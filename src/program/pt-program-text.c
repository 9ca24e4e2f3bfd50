/* pt-program-text.c: a program as text, one entry a line, for tests and debugging
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is the kind of the entry, its id, and `field=value` for each field that says something.
 * References are written as the id of what they refer to.
 */
#include <partitur/program.h>

typedef enum
{
  FIELD_STRING,
  FIELD_FLAG,
  FIELD_COUNT,
  FIELD_TYPE,
  FIELD_TIME,
  FIELD_LOOP,
  FIELD_ROLE_KIND,
  FIELD_RULE_TYPE,
  FIELD_VALUES,
  FIELD_SCOPE, /* from here: a PtIndex into the array of that kind */
  FIELD_NODE,
  FIELD_FLOW,
  FIELD_LANE,
  FIELD_POOL,
  FIELD_DEFINITION,
  FIELD_ROLE,
  FIELD_DECISION,
} FieldKind;

typedef struct
{
  const char *name;
  FieldKind kind;
  gsize offset;
} Field;

typedef struct
{
  const char *kind;
  gsize array;         /* offset of the GArray* in PtProgram */
  gsize id;            /* offset of the const char* that names an entry */
  const Field *fields; /* ends with a NULL name */
} Table;

#define SCOPE(field, kind)                                                                         \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtScope, field)                                          \
  }
#define NODE(field, kind)                                                                          \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtNode, field)                                           \
  }
#define FLOW(field, kind)                                                                          \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtFlow, field)                                           \
  }
#define LANE(field, kind)                                                                          \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtLane, field)                                           \
  }
#define POOL(field, kind)                                                                          \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtPool, field)                                           \
  }
#define MESSAGE(field, kind)                                                                       \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtMessageFlow, field)                                    \
  }
#define DEFINITION(field, kind)                                                                    \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtDefinition, field)                                     \
  }
#define ROLE(field, kind)                                                                          \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtProgramRole, field)                                    \
  }
#define DECISION(field, kind)                                                                      \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtDecision, field)                                       \
  }
#define VARIABLE(field, kind)                                                                      \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtVariable, field)                                       \
  }
#define ITEM(field, kind)                                                                          \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtItem, field)                                           \
  }

#define CONSTRAINT(field, kind)                                                                    \
  {                                                                                                \
#field, FIELD_##kind, G_STRUCT_OFFSET(PtConstraint, field)                                     \
  }

static const Field scope_fields[] = {
  SCOPE (name, STRING),
  SCOPE (parent, SCOPE),
  SCOPE (node, NODE),
  SCOPE (participant, POOL),
  SCOPE (executable, FLAG),
  SCOPE (origin.near, STRING),
  { NULL },
};

static const Field node_fields[] = {
  NODE (type, TYPE),
  NODE (name, STRING),
  NODE (origin.near, STRING),
  NODE (scope, SCOPE),
  NODE (inner, SCOPE),
  NODE (lane, LANE),
  NODE (host, NODE),
  NODE (role, ROLE),
  NODE (default_flow, FLOW),
  NODE (decision, DECISION),
  NODE (event_definition, TYPE),
  NODE (n_event_definitions, COUNT),
  NODE (reference, DEFINITION),
  NODE (link, STRING),
  NODE (activity_ref, STRING),
  NODE (time_kind, TIME),
  NODE (time_text, STRING),
  NODE (time_iso, STRING),
  NODE (condition, STRING),
  NODE (non_interrupting, FLAG),
  NODE (parallel_multiple, FLAG),
  NODE (triggered_by_event, FLAG),
  NODE (for_compensation, FLAG),
  NODE (instantiate, FLAG),
  NODE (loop, LOOP),
  NODE (loop_text, STRING),
  NODE (loop_is_collection, FLAG),
  NODE (loop_test_before, FLAG),
  NODE (loop_maximum, STRING),
  NODE (loop_element, STRING),
  NODE (loop_completion, STRING),
  NODE (called, STRING),
  NODE (topic, STRING),
  NODE (table, STRING),
  NODE (table_result, STRING),
  NODE (script, STRING),
  NODE (script_format, STRING),
  NODE (performer, STRING),
  NODE (candidates, STRING),
  NODE (assignment, STRING),
  NODE (groups, STRING),
  NODE (users, STRING),
  NODE (doer, STRING),
  NODE (tags, STRING),
  NODE (accountable, STRING),
  NODE (consulted, STRING),
  NODE (informed, STRING),
  NODE (carried.documentation, STRING),
  NODE (carried.extensions, STRING),
  NODE (carried.foreign, STRING),
  NODE (data, STRING),
  { NULL },
};

static const Field flow_fields[] = {
  FLOW (source, NODE),
  FLOW (target, NODE),
  FLOW (name, STRING),
  FLOW (origin.near, STRING),
  FLOW (scope, SCOPE),
  FLOW (condition, STRING),
  FLOW (language, STRING),
  FLOW (carried.documentation, STRING),
  FLOW (carried.extensions, STRING),
  FLOW (carried.foreign, STRING),
  { NULL },
};

static const Field lane_fields[] = {
  LANE (name, STRING), LANE (scope, SCOPE), LANE (parent, LANE), LANE (role, ROLE), { NULL },
};

static const Field pool_fields[] = {
  POOL (name, STRING), POOL (process, SCOPE), POOL (role, ROLE), POOL (multiple, FLAG), { NULL },
};

static const Field message_fields[] = {
  MESSAGE (name, STRING),
  MESSAGE (source_node, NODE),
  MESSAGE (source_pool, POOL),
  MESSAGE (target_node, NODE),
  MESSAGE (target_pool, POOL),
  MESSAGE (message, DEFINITION),
  { NULL },
};

static const Field definition_fields[] = {
  DEFINITION (type, TYPE),
  DEFINITION (name, STRING),
  DEFINITION (code, STRING),
  { NULL },
};

static const Field role_fields[] = {
  ROLE (name, STRING),
  ROLE (kind, ROLE_KIND),
  ROLE (n_holders, COUNT),
  { NULL },
};

static const Field decision_fields[] = {
  DECISION (question, STRING),
  DECISION (is_boolean, FLAG),
  DECISION (is_number, FLAG),
  DECISION (values, VALUES),
  DECISION (gateway, NODE),
  DECISION (collected_at, NODE),
  { NULL },
};

static const Field variable_fields[] = {
  VARIABLE (label, STRING),  VARIABLE (type, STRING),   VARIABLE (is_collection, FLAG),
  VARIABLE (values, VALUES), VARIABLE (process, SCOPE), { NULL },
};

static const Field constraint_fields[] = {
  CONSTRAINT (process, SCOPE), CONSTRAINT (type, RULE_TYPE), CONSTRAINT (tasks, STRING),
  CONSTRAINT (tags, STRING),   CONSTRAINT (roles, STRING),   CONSTRAINT (n, COUNT),
  CONSTRAINT (weight, COUNT),  CONSTRAINT (why, STRING),     { NULL },
};

static const Field item_fields[] = {
  ITEM (type, TYPE),
  ITEM (scope, SCOPE),
  ITEM (in_collaboration, FLAG),
  ITEM (source, STRING),
  ITEM (target, STRING),
  ITEM (xml, STRING),
  { NULL },
};

#define TABLE(kind, array, type, id, fields)                                                       \
  {                                                                                                \
    kind, G_STRUCT_OFFSET (PtProgram, array), G_STRUCT_OFFSET (type, id), fields                   \
  }

static const Table tables[] = {
  TABLE ("pool", pools, PtPool, origin.id, pool_fields),
  TABLE ("scope", scopes, PtScope, origin.id, scope_fields),
  TABLE ("lane", lanes, PtLane, origin.id, lane_fields),
  TABLE ("node", nodes, PtNode, origin.id, node_fields),
  TABLE ("flow", flows, PtFlow, origin.id, flow_fields),
  TABLE ("message-flow", message_flows, PtMessageFlow, origin.id, message_fields),
  TABLE ("definition", definitions, PtDefinition, origin.id, definition_fields),
  TABLE ("role", roles, PtProgramRole, id, role_fields),
  TABLE ("decision", decisions, PtDecision, variable, decision_fields),
  TABLE ("variable", variables, PtVariable, name, variable_fields),
  TABLE ("constraint", constraints, PtConstraint, id, constraint_fields),
  TABLE ("item", items, PtItem, origin.id, item_fields),
};

/* Where the entries that an index field refers to are, and what names them. */
static const struct
{
  gsize array, id;
} targets[] = {
  [FIELD_SCOPE] = { G_STRUCT_OFFSET (PtProgram, scopes), G_STRUCT_OFFSET (PtScope, origin.id) },
  [FIELD_NODE] = { G_STRUCT_OFFSET (PtProgram, nodes), G_STRUCT_OFFSET (PtNode, origin.id) },
  [FIELD_FLOW] = { G_STRUCT_OFFSET (PtProgram, flows), G_STRUCT_OFFSET (PtFlow, origin.id) },
  [FIELD_LANE] = { G_STRUCT_OFFSET (PtProgram, lanes), G_STRUCT_OFFSET (PtLane, origin.id) },
  [FIELD_POOL] = { G_STRUCT_OFFSET (PtProgram, pools), G_STRUCT_OFFSET (PtPool, origin.id) },
  [FIELD_DEFINITION]
  = { G_STRUCT_OFFSET (PtProgram, definitions), G_STRUCT_OFFSET (PtDefinition, origin.id) },
  [FIELD_ROLE] = { G_STRUCT_OFFSET (PtProgram, roles), G_STRUCT_OFFSET (PtProgramRole, id) },
  [FIELD_DECISION]
  = { G_STRUCT_OFFSET (PtProgram, decisions), G_STRUCT_OFFSET (PtDecision, variable) },
};

static const char *const time_names[] = { NULL, "date", "duration", "cycle" };
static const char *const loop_names[] = { NULL, "standard", "parallel", "sequential" };
static const char *const role_kind_names[] = { "internal", "external", "system" };

static gconstpointer
entry_at (const PtProgram *self, gsize array, guint i)
{
  const GArray *entries = G_STRUCT_MEMBER (GArray *, (gpointer)self, array);

  return entries->data + (gsize)i * g_array_get_element_size ((GArray *)entries);
}

static const char *
id_at (const PtProgram *self, FieldKind kind, PtIndex i)
{
  if (i == PT_NO_INDEX)
    return NULL;
  return G_STRUCT_MEMBER (const char *, (gpointer)entry_at (self, targets[kind].array, i),
                          targets[kind].id);
}

/* Texts with white space or quotes inside are quoted, so that a line stays a line. */
static void
append_text (GString *text, const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);
  gboolean plain = *value && !strpbrk (value, " \t\n\"\\=");

  g_string_append_printf (text, plain ? "%s" : "\"%s\"", plain ? value : escaped);
}

static void
append_field_name (GString *text, const char *name)
{
  const char *dot = strrchr (name, '.');

  g_string_append_printf (text, " %s", dot ? dot + 1 : name);
}

static void
append_values (GString *text, const Field *field, const GPtrArray *values)
{
  if (values->len == 0)
    return;
  append_field_name (text, field->name);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append_c (text, i == 0 ? '=' : '|');
      append_text (text, g_ptr_array_index (values, i));
    }
}

/* The value of a field that is one word or text, or NULL when it says nothing. */
static const char *
word_of (const PtProgram *self, const Field *field, gconstpointer value)
{
  guint number = *(const guint *)value;

  switch (field->kind)
    {
    case FIELD_STRING:
      return *(const char *const *)value;
    case FIELD_TYPE:
      return number == PT_BPMN_NONE ? NULL : pt_bpmn_type_info (number)->tag;
    case FIELD_TIME:
      return time_names[number];
    case FIELD_LOOP:
      return loop_names[number];
    case FIELD_ROLE_KIND:
      return role_kind_names[number];
    case FIELD_RULE_TYPE:
      return pt_rule_type_to_string (number);
    default:
      return id_at (self, field->kind, number);
    }
}

static void
append_word (GString *text, const Field *field, const char *word)
{
  if (!word)
    return;
  append_field_name (text, field->name);
  g_string_append_c (text, '=');
  append_text (text, word);
}

static void
append_field (GString *text, const PtProgram *self, const Field *field, gconstpointer entry)
{
  gconstpointer value = (const char *)entry + field->offset;

  if (field->kind == FIELD_VALUES)
    append_values (text, field, *(GPtrArray *const *)value);
  else if (field->kind == FIELD_FLAG && *(const gboolean *)value)
    append_field_name (text, field->name);
  else if (field->kind == FIELD_COUNT && *(const guint *)value > 0)
    {
      append_field_name (text, field->name);
      g_string_append_printf (text, "=%u", *(const guint *)value);
    }
  else if (field->kind != FIELD_FLAG && field->kind != FIELD_COUNT)
    append_word (text, field, word_of (self, field, value));
}

static void
append_entry (GString *text, const PtProgram *self, const Table *table, gconstpointer entry)
{
  const char *id = G_STRUCT_MEMBER (const char *, (gpointer)entry, table->id);

  g_string_append_printf (text, "%s ", table->kind);
  append_text (text, id ? id : "");
  for (const Field *field = table->fields; field->name; field++)
    append_field (text, self, field, entry);
  g_string_append_c (text, '\n');
}

static void
append_access (GString *text, const PtProgram *self, const PtAccess *access)
{
  static const char *const verbs[] = { "reads", "writes", "asks" };

  g_string_append_printf (text, "%s %s %s%s\n", verbs[access->kind],
                          pt_program_node (self, access->node)->origin.id,
                          pt_program_variable (self, access->variable)->name,
                          access->is_drawn ? " drawn" : "");
}

char *
pt_program_to_text (const PtProgram *self)
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      const GArray *entries = G_STRUCT_MEMBER (GArray *, (gpointer)self, tables[t].array);

      for (guint i = 0; i < entries->len; i++)
        append_entry (text, self, &tables[t], entry_at (self, tables[t].array, i));
    }
  for (guint i = 0; i < self->accesses->len; i++)
    append_access (text, self, pt_program_access (self, i));
  return g_string_free (text, FALSE);
}
