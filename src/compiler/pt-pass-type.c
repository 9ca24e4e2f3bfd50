/* pt-pass-type.c: what a case knows gets a type, and expressions are held against it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Variables come from drawn data, from decisions, and from expressions that name them. Who tells a
 * value is the last on each way who can: people are asked on a form, a system gives it back.
 */
#include "pt-passes.h"

#include <glib/gi18n-lib.h>
#include <partitur/roster.h>

#include "pt-report.h"
#include "pt-type.h"

typedef struct
{
  PtProgram *program;
  PtWays *ways;
  PtDiagnostics *diagnostics;
  GHashTable *by_name; /* process and folded name → index of the variable, plus one */
  GArray *expressions; /* PtExpression */
  GHashTable *locals;  /* names that activities done several times give to an entry */
  GPtrArray *scopes;   /* by scope of the program: PtFeelScope (nullable) of a process */
} Type;

/* ----- variables ------------------------------------------------------------------------------ */

/* A name of the program's in a process. */
typedef struct
{
  PtIndex process;
  const char *name;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return pt_id_hash (key->name) + key->process;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->process == other->process && g_str_equal (one->name, other->name);
}

static void
enter (Type *self, PtIndex variable)
{
  const PtVariable *entry = pt_program_variable (self->program, variable);
  const Key key = { entry->process, entry->name };

  g_hash_table_replace (self->by_name, g_memdup2 (&key, sizeof key),
                        GUINT_TO_POINTER (variable + 1));
}

static PtIndex
find_named (Type *self, PtIndex process, const char *name)
{
  const Key key = { process, name };

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, &key)) - 1;
}

/* What is drawn as “Amount” and read as Amount is called as it is read. */
static PtIndex
find_drawn (Type *self, PtIndex process, const char *name)
{
  g_autofree char *folded = pt_feel_make_name (name);
  PtIndex found = find_named (self, process, folded);
  PtVariable *variable = found == PT_NO_INDEX ? NULL : pt_program_variable (self->program, found);

  if (!variable || variable->kind == PT_VARIABLE_NAMED || g_strcmp0 (variable->name, folded) != 0)
    return PT_NO_INDEX;
  variable->name = pt_program_string (self->program, name);
  enter (self, found);
  return found;
}

static PtIndex
get_variable (Type *self, PtIndex process, const char *name, PtVariableKind kind)
{
  PtIndex found = find_named (self, process, name);
  PtVariable *variable;

  if (found == PT_NO_INDEX)
    found = find_drawn (self, process, name);
  if (found == PT_NO_INDEX)
    {
      found = pt_program_add_variable (self->program, name);
      variable = pt_program_variable (self->program, found);
      variable->kind = kind;
      variable->label = variable->name;
      variable->process = process;
      enter (self, found);
    }
  return found;
}

static PtIndex
process_of (Type *self, PtIndex node)
{
  return pt_program_process_of (self->program, pt_program_node (self->program, node)->scope);
}

static void
add_decision (Type *self, const PtDecision *decision)
{
  PtIndex index = get_variable (self, process_of (self, decision->gateway), decision->variable,
                                PT_VARIABLE_ANSWER);
  PtVariable *variable = pt_program_variable (self->program, index);

  gboolean is_new = variable->values->len == 0;

  if (variable->kind == PT_VARIABLE_ANSWER)
    variable->label = decision->question;
  if (!variable->type)
    variable->type = decision->is_boolean ? "boolean" : decision->is_number ? "number" : "string";
  for (guint i = 0; g_str_equal (variable->type, "string") && i < decision->values->len; i++)
    if (is_new
        || !g_ptr_array_find_with_equal_func (variable->values, decision->values->pdata[i],
                                              g_str_equal, NULL))
      g_ptr_array_add (variable->values, decision->values->pdata[i]);
  pt_program_add_access (self->program, decision->gateway, index, PT_ACCESS_READ, FALSE);
}

/* ----- what expressions read ------------------------------------------------------------------ */

typedef struct
{
  Type *type;
  PtIndex process;
} Uses;

static void
note_use (const char *name, PtFeelKind kind, const char *text, gpointer data)
{
  Uses *self = data;
  PtVariable *variable;

  if (kind == PT_FEEL_KIND_ANY || g_hash_table_contains (self->type->locals, name))
    return;
  variable = pt_program_variable (self->type->program, get_variable (self->type, self->process,
                                                                     name, PT_VARIABLE_NAMED));
  if (kind == PT_FEEL_KIND_LIST && !variable->type)
    variable->is_collection = TRUE;
  else if (!variable->type && !variable->is_collection)
    variable->type = pt_feel_kind_get_label (kind);
}

static void
read_expression (Type *self, const PtExpression *expression)
{
  g_auto (GStrv) names = expression->feel ? pt_feel_variables (expression->feel) : NULL;
  Uses uses = { self, process_of (self, expression->node) };

  for (guint i = 0; names && names[i]; i++)
    if (!g_hash_table_contains (self->locals, names[i]))
      pt_program_add_access (self->program, expression->node,
                             get_variable (self, uses.process, names[i], PT_VARIABLE_NAMED),
                             PT_ACCESS_READ, FALSE);
  if (expression->feel)
    pt_feel_foreach_use (expression->feel, expression->kind, note_use, &uses);
}

static gboolean
is_plain_name (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_]*$", text, 0, 0);
}

/* A collection that goes by the name of a variable; one that is drawn goes by its id. */
static void
read_collection (Type *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  PtIndex variable;

  if (!node->loop_is_collection || !node->loop_text || !is_plain_name (node->loop_text)
      || pt_program_get_place (self->program, node->loop_text)
      || (node->data && strstr (node->data, node->loop_text)))
    return;
  variable = get_variable (self, process_of (self, i), node->loop_text, PT_VARIABLE_NAMED);
  pt_program_variable (self->program, variable)->is_collection = TRUE;
  pt_program_add_access (self->program, i, variable, PT_ACCESS_READ, FALSE);
}

/* What engines call things by themselves. */
static const char *const given_by_engines[] = { "item",
                                                "loopCounter",
                                                "numberOfInstances",
                                                "numberOfActiveInstances",
                                                "numberOfCompletedInstances",
                                                "numberOfTerminatedInstances",
                                                "businessKey",
                                                NULL };

static void
find_locals (Type *self)
{
  for (guint i = 0; given_by_engines[i]; i++)
    g_hash_table_add (self->locals, (gpointer)given_by_engines[i]);
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->loop_element)
      g_hash_table_add (self->locals, (gpointer)pt_program_node (self->program, i)->loop_element);
}

/* ----- who writes ----------------------------------------------------------------------------- */

/* Settings for an engine and scripts may write what they mention. */
static void
note_mentions (Type *self, PtIndex i, const char *text)
{
  PtIndex process = process_of (self, i);
  g_auto (GStrv) words = text ? g_regex_split_simple ("[^A-Za-z0-9_]+", text, 0, 0) : NULL;

  for (guint w = 0; words && words[w]; w++)
    {
      PtIndex found = is_plain_name (words[w]) ? find_named (self, process, words[w]) : PT_NO_INDEX;

      if (found != PT_NO_INDEX
          && pt_program_variable (self->program, found)->kind == PT_VARIABLE_NAMED)
        pt_program_add_access (self->program, i, found, PT_ACCESS_WRITE, FALSE);
    }
}

static void
find_mentions (Type *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      note_mentions (self, i, node->carried.extensions);
      note_mentions (self, i, node->carried.foreign);
      note_mentions (self, i, node->script);
      note_mentions (self, i, node->loop_output);
    }
}

/* Which variables have somebody who writes them, and which are read other than by people. */
typedef struct
{
  gboolean is_written, is_computed_with;
  PtIndex reader; /* the first expression that reads it */
} Standing;

static Standing *
find_standing (Type *self)
{
  const PtProgram *program = self->program;
  Standing *standing = g_new (Standing, program->variables->len + 1);

  for (PtIndex i = 0; i < program->variables->len; i++)
    standing[i] = (Standing){ .reader = PT_NO_INDEX };
  for (guint i = 0; i < program->accesses->len; i++)
    {
      const PtAccess *access = pt_program_access (program, i);
      Standing *of = &standing[access->variable];

      of->is_written |= access->kind != PT_ACCESS_READ;
      of->is_computed_with
          |= access->kind == PT_ACCESS_READ
             && (!access->is_drawn || !pt_type_asks (pt_program_node (program, access->node)));
      if (access->kind == PT_ACCESS_READ && !access->is_drawn)
        of->reader = MIN (of->reader, access->node);
    }
  return standing;
}

/* What people write down is asked for where a system or a condition goes by it, or where the file
 * says that it is a number, a date … and not a paper. */
static void
ask_writers (Type *self, const Standing *standing)
{
  guint n = self->program->accesses->len;

  for (guint i = 0; i < n; i++)
    {
      const PtAccess access = *pt_program_access (self->program, i);
      const PtVariable *variable = pt_program_variable (self->program, access.variable);

      if (access.kind == PT_ACCESS_WRITE && access.is_drawn && !variable->is_collection
          && variable->kind == PT_VARIABLE_OBJECT
          && pt_type_asks (pt_program_node (self->program, access.node))
          && (variable->type || standing[access.variable].is_computed_with))
        pt_program_add_access (self->program, access.node, access.variable, PT_ACCESS_ASK, FALSE);
    }
}

static void
report_loose (Type *self, PtIndex variable, PtIndex reader, gboolean is_nobody_asked)
{
  const PtVariable *entry = pt_program_variable (self->program, variable);
  const PtScope *process = pt_program_scope (self->program, entry->process);
  g_autofree char *label = pt_report_label (process->name, PT_BPMN_PROCESS, &process->origin);
  PtDiagnostic *finding;

  if (!process->executable)
    return;
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_V05, entry->name, label,
                                entry->type ? entry->type : "", is_nobody_asked ? "" : "…", NULL);
  pt_report_at (finding, &pt_program_node (self->program, reader)->origin);
}

static void
collect_at (Type *self, PtIndex variable, const PtCollection *tellers)
{
  for (guint i = 0; i < tellers->nodes->len; i++)
    {
      PtIndex node = g_array_index (tellers->nodes, PtIndex, i);
      gboolean asks = pt_type_asks (pt_program_node (self->program, node));

      pt_program_add_access (self->program, node, variable, asks ? PT_ACCESS_ASK : PT_ACCESS_WRITE,
                             FALSE);
    }
}

static gboolean
tells_or_asks (const PtNode *node)
{
  return pt_type_asks (node) || pt_type_tells (node);
}

/* A question is for people, whatever systems do in between; a number may come from either. */
static void
find_tellers (Type *self, PtIndex i, PtIndex reader)
{
  const PtVariable *variable = pt_program_variable (self->program, i);
  gboolean is_answer = variable->kind == PT_VARIABLE_ANSWER;
  g_auto (PtCollection) tellers
      = pt_type_collect (self->ways, reader, TRUE, is_answer ? pt_type_asks : tells_or_asks);

  collect_at (self, i, &tellers);
  if (!is_answer && tellers.is_loose)
    report_loose (self, i, reader, tellers.nodes->len == 0);
}

/* A system gives the answer. */
static gboolean
is_found_out (const Type *self, const PtDecision *decision)
{
  return decision->collected_at != PT_NO_INDEX
         && !pt_type_asks (pt_program_node (self->program, decision->collected_at));
}

static void
find_all_tellers (Type *self, const Standing *standing)
{
  for (guint i = 0; i < self->program->decisions->len; i++)
    {
      const PtDecision *decision = pt_program_decision (self->program, i);
      PtIndex variable = get_variable (self, process_of (self, decision->gateway),
                                       decision->variable, PT_VARIABLE_ANSWER);

      PtAccessKind kind = is_found_out (self, decision) ? PT_ACCESS_WRITE : PT_ACCESS_ASK;

      if (standing[variable].is_written)
        continue;
      if (kind == PT_ACCESS_ASK)
        find_tellers (self, variable, decision->gateway);
      if (decision->collected_at != PT_NO_INDEX)
        pt_program_add_access (self->program, decision->collected_at, variable, kind, FALSE);
    }
  for (PtIndex i = 0; i < self->program->variables->len; i++)
    if (pt_program_variable (self->program, i)->kind == PT_VARIABLE_NAMED && !standing[i].is_written
        && standing[i].reader != PT_NO_INDEX)
      find_tellers (self, i, standing[i].reader);
}

/* ----- likeness ------------------------------------------------------------------------------- */

static PtNameIndex *
index_known (Type *self)
{
  PtNameIndex *names = pt_name_index_new ();

  for (PtIndex i = 0; i < self->program->variables->len; i++)
    {
      const PtVariable *variable = pt_program_variable (self->program, i);

      if (variable->kind != PT_VARIABLE_NAMED)
        pt_name_index_add (names, variable->name, variable);
    }
  return names;
}

/* A name that only an expression uses, and much like that of something drawn or asked. */
static void
check_spelling (Type *self, const Standing *standing)
{
  g_autoptr (PtNameIndex) names = NULL;
  guint64 patience = PT_PATIENCE;

  for (PtIndex i = 0; i < self->program->variables->len; i++)
    {
      const PtVariable *variable = pt_program_variable (self->program, i);
      const PtVariable *meant;

      if (variable->kind != PT_VARIABLE_NAMED || standing[i].is_written
          || standing[i].reader == PT_NO_INDEX)
        continue;
      if (!names)
        names = index_known (self);
      meant = pt_name_index_suggest (names, variable->name, &patience);
      if (meant && meant->process == variable->process)
        pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_V06, variable->name,
                                          meant->name, NULL),
                      &pt_program_node (self->program, standing[i].reader)->origin);
    }
}

/* ----- checking ------------------------------------------------------------------------------- */

static PtFeelType *
type_of (const PtVariable *variable)
{
  PtFeelType *item = NULL;

  for (guint kind = PT_FEEL_KIND_BOOLEAN; variable->type && kind < PT_FEEL_KIND_LIST; kind++)
    if (g_str_equal (pt_feel_kind_get_label (kind), variable->type))
      item = pt_feel_type_new (kind);
  if (!variable->is_collection)
    return item;
  return item ? pt_feel_type_new_of (PT_FEEL_KIND_LIST, item)
              : pt_feel_type_new (PT_FEEL_KIND_LIST);
}

static void
add_locals (Type *self, PtFeelScope *scope)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->locals);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    pt_feel_scope_add (scope, name, NULL);
}

static void
make_scopes (Type *self)
{
  g_ptr_array_set_size (self->scopes, self->program->scopes->len);
  for (PtIndex i = 0; i < self->program->scopes->len; i++)
    if (pt_program_scope (self->program, i)->parent == PT_NO_INDEX)
      {
        self->scopes->pdata[i] = pt_feel_scope_new ();
        add_locals (self, self->scopes->pdata[i]);
      }
  for (PtIndex i = 0; i < self->program->variables->len; i++)
    {
      const PtVariable *variable = pt_program_variable (self->program, i);

      pt_feel_scope_add (self->scopes->pdata[variable->process], variable->name,
                         type_of (variable));
    }
}

/* What an expression must come to when it is not what it does. */
static const char *const wanted[] = {
  [PT_FEEL_KIND_BOOLEAN] = N_ ("its value is never true or false"),
  [PT_FEEL_KIND_NUMBER] = N_ ("its value is no number"),
  [PT_FEEL_KIND_LIST] = N_ ("its value is no list"),
};

/* Returns: (transfer full) (nullable): what is wrong with it */
static char *
find_fault (const PtFeel *feel, const PtFeelScope *scope, PtFeelKind kind)
{
  g_autoptr (GArray) faults = pt_feel_faults_new ();
  g_autoptr (PtFeelType) type = pt_feel_check (feel, scope, faults);
  PtFeelKind found = pt_feel_type_get_kind (type);

  if (faults->len > 0)
    {
      const PtFeelFault *fault = &g_array_index (faults, PtFeelFault, 0);

      return g_strdup_printf (_ ("column %d: %s"), fault->column, fault->message);
    }
  if (kind != PT_FEEL_KIND_ANY && found != PT_FEEL_KIND_ANY && found != kind)
    return g_strdup (_ (wanted[kind]));
  return NULL;
}

static void
check_expression (Type *self, const PtExpression *expression)
{
  const PtFeelScope *scope = self->scopes->pdata[process_of (self, expression->node)];
  g_autofree char *label = NULL;
  g_autofree char *fault = expression->feel ? find_fault (expression->feel, scope, expression->kind)
                                            : g_strdup (expression->error->message);

  if (!fault)
    return;
  label = pt_type_expression_label (expression, self->program);
  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_V01, label, expression->text, fault,
                                    NULL),
                pt_type_expression_origin (expression, self->program));
}

static void
foreach_expression (Type *self, void (*func) (Type *self, const PtExpression *expression))
{
  for (guint i = 0; i < self->expressions->len; i++)
    func (self, &g_array_index (self->expressions, PtExpression, i));
}

/* ----- the pass ------------------------------------------------------------------------------- */

static void
find_variables (Type *self)
{
  for (PtIndex i = 0; i < self->program->variables->len; i++)
    enter (self, i);
  find_locals (self);
  for (guint i = 0; i < self->program->decisions->len; i++)
    add_decision (self, pt_program_decision (self->program, i));
  foreach_expression (self, read_expression);
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    read_collection (self, i);
  find_mentions (self);
}

/* What type expressions show a variable to be of, unless somebody says otherwise. */
static void
infer_types (Type *self, const Standing *standing)
{
  for (PtIndex i = 0; i < self->program->variables->len; i++)
    {
      PtVariable *variable = pt_program_variable (self->program, i);

      if (variable->kind != PT_VARIABLE_NAMED || standing[i].reader == PT_NO_INDEX
          || variable->is_collection)
        continue;
      variable->type
          = pt_program_infer (self->program,
                              &pt_program_node (self->program, standing[i].reader)->origin,
                              PT_INFERENCE_TYPE, variable->name, variable->name, variable->type);
    }
}

/* What a system is handed and hands back, arrow by arrow; a refused one is no hand-over. */
static void
infer_mappings (Type *self)
{
  for (guint i = 0; i < self->program->accesses->len; i++)
    {
      PtAccess *access = pt_program_access (self->program, i);
      const PtNode *node = pt_program_node (self->program, access->node);
      const PtVariable *variable = pt_program_variable (self->program, access->variable);

      if (!access->is_drawn || !node->topic)
        continue;
      if (!pt_program_infer (self->program, &node->origin, PT_INFERENCE_MAPPING, variable->name,
                             variable->label, variable->name))
        access->is_drawn = FALSE;
    }
}

static void
find_who_tells (Type *self)
{
  g_autofree Standing *standing = find_standing (self);

  infer_types (self, standing);
  ask_writers (self, standing);
  find_all_tellers (self, standing);
  check_spelling (self, standing);
  pt_program_sort_accesses (self->program);
}

static void
free_scope (gpointer scope)
{
  if (scope)
    pt_feel_scope_free (scope);
}

PtProgram *
pt_pass_type (PtProgram *program, PtDiagnostics *diagnostics)
{
  PtProgram *result = pt_program_open (program);
  g_autoptr (PtWays) ways = pt_ways_new (result);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  g_autoptr (GArray) expressions = pt_type_expressions (result);
  g_autoptr (GHashTable) locals = g_hash_table_new (pt_id_hash, g_str_equal);
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func (free_scope);
  Type self = { result, ways, diagnostics, by_name, expressions, locals, scopes };

  find_variables (&self);
  find_who_tells (&self);
  make_scopes (&self);
  foreach_expression (&self, check_expression);
  pt_type_check_flow (result, ways, diagnostics);
  infer_mappings (&self);
  pt_type_correlate (result);
  pt_program_seal (result);
  return result;
}
