/* pt-feel-call.c: calling functions: what is given goes to their parameters (10.3.2.13.1)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"
#include "pt-feel-type-private.h"

#include <glib/gi18n-lib.h>

#define FEW 8

/* ----- built-in functions -------------------------------------------------------------------- */

/* Binding: arguments on their way to parameters. What had to be made is kept to be dropped. */
typedef struct
{
  PtFeelValue values[PT_BUILTIN_MAX_PARAMS];
  PtFeelValue made[PT_BUILTIN_MAX_PARAMS];
  gboolean is_given[PT_BUILTIN_MAX_PARAMS];
  guint n;                    /* up to the last one given */
  const PtFeelParam *refused; /* (nullable): takes no such value */
} Binding;

static void
binding_clear (Binding *self)
{
  for (guint i = 0; i < PT_BUILTIN_MAX_PARAMS; i++)
    pt_feel_drop (&self->made[i]);
}

static PtFeelValue
list_of (const PtFeelValue *items, guint n)
{
  PtFeelValue list = pt_feel_list_sized (n);

  for (guint i = 0; i < n; i++)
    pt_feel_list_add (&list, pt_feel_value_ref (&items[i]));
  return list;
}

#define takes(param, kind) ((param)->kinds >> (kind)&1)

/* A list of one for its item, an item for a list of one, a day for its midnight (10.3.2.9.4). */
static PtFeelValue
convert (const PtFeelParam *param, const PtFeelValue *value)
{
  if (value->kind == PT_FEEL_KIND_LIST && value->list->n == 1
      && takes (param, value->list->items[0].kind))
    return pt_feel_value_ref (&value->list->items[0]);
  if (value->kind != PT_FEEL_KIND_NULL && takes (param, PT_FEEL_KIND_LIST))
    return list_of (value, 1);
  if (value->kind == PT_FEEL_KIND_DATE && takes (param, PT_FEEL_KIND_DATE_TIME))
    {
      PtFeelMoment moment = pt_moment_at_midnight (value->moment);

      return pt_moment_value (PT_FEEL_KIND_DATE_TIME, &moment);
    }
  return PT_FEEL_NULL;
}

static gboolean
bind_one (Binding *self, const PtFeelBuiltin *builtin, guint i, const PtFeelValue *value)
{
  const PtFeelParam *param = &builtin->params[i];

  if (self->is_given[i])
    return FALSE;
  self->is_given[i] = TRUE;
  self->values[i] = *value;
  self->n = MAX (self->n, i + 1);
  if (takes (param, value->kind))
    return TRUE;
  self->values[i] = self->made[i] = convert (param, value);
  if (self->made[i].kind != PT_FEEL_KIND_NULL)
    return TRUE;
  self->refused = param;
  return FALSE;
}

static gboolean
bind_named (Binding *self, const PtFeelBuiltin *builtin, const char *name, const PtFeelValue *value)
{
  for (guint i = 0; i < builtin->n_params; i++)
    if (g_str_equal (builtin->params[i].name, name))
      return bind_one (self, builtin, i, value);
  return FALSE;
}

static gboolean
has_required (const Binding *self, const PtFeelBuiltin *builtin)
{
  for (guint i = 0; i < builtin->n_params; i++)
    if (!self->is_given[i] && !builtin->params[i].is_optional && !builtin->params[i].is_rest)
      return FALSE;
  return TRUE;
}

static gboolean
bind_all (Binding *self,
          const PtFeelBuiltin *builtin,
          const PtFeelValue *args,
          const char *const *names,
          guint n)
{
  if (n > builtin->n_params)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!(names ? bind_named (self, builtin, names[i], &args[i])
                : bind_one (self, builtin, i, &args[i])))
      return FALSE;
  return has_required (self, builtin);
}

/* Parameters before the last one take their values; the last one the rest. */
static gboolean
call_with_rest (PtFeelRun *run,
                const PtFeelBuiltin *builtin,
                const PtFeelValue *args,
                guint n,
                PtFeelValue *out)
{
  Binding binding = { 0 };
  g_autofree PtFeelValue *all = NULL;
  guint before = builtin->n_params - 1;
  gboolean bound = n > before && bind_all (&binding, builtin, args, NULL, before);

  if (bound)
    {
      all = g_new (PtFeelValue, n);
      memcpy (all, args, n * sizeof (PtFeelValue));
      memcpy (all, binding.values, before * sizeof (PtFeelValue));
      builtin->row->call (run, all, n, out);
    }
  binding_clear (&binding);
  return bound;
}

static gboolean
call_with_items (PtFeelRun *run,
                 const PtFeelBuiltin *builtin,
                 const PtFeelValue *args,
                 guint n,
                 PtFeelValue *out)
{
  PtFeelValue list = list_of (args, n);

  builtin->row->call (run, &list, 1, out);
  pt_feel_drop (&list);
  return TRUE;
}

/* Returns: FALSE when the arguments do not fit, and then what did not: @refused */
static gboolean
call_form (PtFeelRun *run,
           const PtFeelBuiltin *builtin,
           const PtFeelValue *args,
           const char *const *names,
           guint n,
           const PtFeelParam **refused,
           PtFeelValue *out)
{
  Binding binding = { 0 };
  gboolean bound;

  if (!names && n > 1 && builtin->n_params == 1 && builtin->params[0].is_spread)
    return call_with_items (run, builtin, args, n, out);
  if (!names && builtin->n_params > 0 && builtin->params[builtin->n_params - 1].is_rest)
    return call_with_rest (run, builtin, args, n, out);
  bound = bind_all (&binding, builtin, args, names, n);
  if (bound)
    builtin->row->call (run, binding.values, binding.n, out);
  else if (binding.refused)
    *refused = binding.refused;
  binding_clear (&binding);
  return bound;
}

void
pt_run_builtin (PtFeelRun *run,
                const PtFeelBuiltin *first,
                const PtFeelValue *args,
                const char *const *names,
                guint n,
                guint at,
                PtFeelValue *out)
{
  const PtFeelParam *refused = NULL;

  *out = PT_FEEL_NULL;
  run->at = at;
  if (!pt_run_spend (run, 1))
    return;
  for (const PtFeelBuiltin *form = first; form; form = pt_feel_builtin_next (form))
    if (call_form (run, form, args, names, n, &refused, out))
      {
        if (out->kind == PT_FEEL_KIND_NULL)
          pt_run_fail (run, at, out, _ ("“%s” has no result for these values"), first->row->name);
        return;
      }
  if (refused)
    /* Translators: 1 a function, 2 its parameter */
    pt_run_fail (run, at, out, _ ("“%s” does not take such a value as its “%s”"), first->row->name,
                 refused->name);
  else
    pt_run_fail (run, at, out, _ ("“%s” takes other arguments"), first->row->name);
}

void
pt_run_builtin_value (const PtFeelBuiltin *builtin, PtFeelValue *out)
{
  *out = (PtFeelValue){ .kind = PT_FEEL_KIND_FUNCTION };
  out->function = g_new0 (PtFeelFunction, 1);
  g_atomic_ref_count_init (&out->function->refs);
  out->function->origin = PT_FUNCTION_BUILTIN;
  out->function->builtin = builtin;
  out->function->n_params = builtin->n_params;
}

/* ----- functions of expressions -------------------------------------------------------------- */

void
pt_eval_function (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  const PtFeelFrame *frame = node->function;
  PtFeelFunction *self = g_new0 (PtFeelFunction, 1);

  g_atomic_ref_count_init (&self->refs);
  self->origin = PT_FUNCTION_NODE;
  self->n_params = frame->n_params;
  self->node = node;
  self->owner = pt_feel_ref ((PtFeel *)run->feel);
  self->variables = pt_feel_value_ref (&run->variables);
  self->captured = g_new (PtFeelValue, frame->n_captured);
  for (guint i = 0; i < frame->n_captured; i++)
    {
      self->captured[i] = pt_feel_value_ref (&run->slots[frame->captured[i].from]);
      self->depth = MAX (self->depth, pt_feel_depth (&self->captured[i]) + 1);
    }
  *out = (PtFeelValue){ .kind = PT_FEEL_KIND_FUNCTION };
  out->function = self;
}

/* Puts arguments into the slots, as their types want them. Returns: FALSE when one is of another
 * type
 */
static gboolean
enter (const PtFeelFunction *function,
       const PtFeelValue *args,
       PtFeelValue *slots,
       PtFeelValue *made)
{
  const PtFeelFrame *frame = function->node->function;
  gboolean fits = TRUE;

  for (guint i = 0; i < frame->n_params; i++)
    {
      const PtFeelBinder *param = &frame->params[i];

      made[i] = param->type ? pt_feel_type_coerce (param->type, &args[i])
                            : pt_feel_value_ref (&args[i]);
      fits &= made[i].kind != PT_FEEL_KIND_NULL || args[i].kind == PT_FEEL_KIND_NULL;
      slots[param->slot] = made[i];
    }
  for (guint i = 0; i < frame->n_captured; i++)
    slots[frame->captured[i].to] = function->captured[i];
  return fits;
}

static void
call_node (PtFeelRun *run,
           const PtFeelFunction *function,
           const PtFeelValue *args,
           guint at,
           PtFeelValue *out)
{
  const PtFeelFrame *frame = function->node->function;
  const PtFeelNode *body = function->node->args[0];
  PtFeelValue few[FEW * 2], few_made[FEW];
  g_autofree PtFeelValue *many
      = frame->n_slots > FEW * 2 ? g_new (PtFeelValue, frame->n_slots) : NULL;
  g_autofree PtFeelValue *many_made
      = frame->n_params > FEW ? g_new (PtFeelValue, frame->n_params) : NULL;
  PtFeelValue *slots = many ? many : few, *made = many_made ? many_made : few_made;
  PtFeelRun outer = *run;

  if (enter (function, args, slots, made))
    {
      run->feel = function->owner;
      run->slots = slots;
      run->variables = function->variables;
      run->nesting += body->height + 1;
      pt_feel_eval (run, body, out);
      run->feel = outer.feel;
      run->slots = outer.slots;
      run->variables = outer.variables;
      run->nesting = outer.nesting;
    }
  else
    pt_run_fail (run, at, out, _ ("the function does not take such values"));
  for (guint i = 0; i < frame->n_params; i++)
    pt_feel_drop (&made[i]);
}

void
pt_run_call (PtFeelRun *run,
             const PtFeelFunction *function,
             const PtFeelValue *args,
             guint n,
             guint at,
             PtFeelValue *out)
{
  *out = PT_FEEL_NULL;
  if (!pt_run_spend (run, 1))
    return;
  if (function->origin == PT_FUNCTION_BUILTIN)
    pt_run_builtin (run, function->builtin, args, NULL, n, at, out);
  else if (n != function->n_params)
    pt_run_fail (run, at, out, _ ("the function takes %u arguments, not %u"), function->n_params,
                 n);
  else if (function->origin == PT_FUNCTION_HOST)
    *out = function->callback (args, function->user_data);
  else if (run->nesting > PT_FEEL_MAX_NESTING)
    {
      pt_run_fail (run, at, out, _ ("functions call each other without end"));
      run->is_stopped = TRUE;
    }
  else
    call_node (run, function, args, at, out);
}

/* ----- the node ------------------------------------------------------------------------------ */

static const char *
param_name (const PtFeelFunction *function, guint i)
{
  return function->origin == PT_FUNCTION_HOST ? function->names[i]
                                              : function->node->function->params[i].name;
}

/* Arguments with names, in the order of the parameters. Returns: FALSE when there is none of a name
 */
static gboolean
put_in_order (const PtFeelFunction *function,
              const PtFeelValue *args,
              const char *const *names,
              guint n,
              PtFeelValue *ordered)
{
  if (n != function->n_params)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint found = n;

      for (guint k = 0; k < n; k++)
        if (g_str_equal (names[k], param_name (function, i)))
          found = k;
      if (found == n)
        return FALSE;
      ordered[i] = args[found];
    }
  return TRUE;
}

static void
call_value (PtFeelRun *run,
            const PtFeelNode *node,
            const PtFeelFunction *function,
            const PtFeelValue *args,
            const char *const *names,
            PtFeelValue *out)
{
  guint n = node->n_args - 1;
  g_autofree PtFeelValue *ordered = NULL;

  if (function->origin == PT_FUNCTION_BUILTIN)
    pt_run_builtin (run, function->builtin, args, names, n, node->at, out);
  else if (!names)
    pt_run_call (run, function, args, n, node->at, out);
  else
    {
      ordered = g_new (PtFeelValue, n);
      if (put_in_order (function, args, names, n, ordered))
        pt_run_call (run, function, ordered, n, node->at, out);
      else
        pt_run_fail (run, node->at, out, _ ("the function has other parameters"));
    }
}

static void
call_callee (PtFeelRun *run,
             const PtFeelNode *node,
             const PtFeelValue *args,
             const char *const *names,
             PtFeelValue *out)
{
  const PtFeelNode *callee = node->args[0];
  PtFeelValue function;

  if (callee->form == PT_FORM_NAME && callee->builtin && callee->slot < 0 && callee->n_filters == 0)
    {
      pt_run_builtin (run, callee->builtin, args, names, node->n_args - 1, node->at, out);
      return;
    }
  pt_feel_eval (run, callee, &function);
  if (function.kind == PT_FEEL_KIND_FUNCTION)
    call_value (run, node, function.function, args, names, out);
  else
    pt_run_fail (run, node->at, out, _ ("only functions can be called"));
  pt_feel_drop (&function);
}

void
pt_eval_call (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue few[FEW];
  guint n = node->n_args - 1;
  g_autofree PtFeelValue *many = n > FEW ? g_new (PtFeelValue, n) : NULL;
  g_autofree const char **names = node->n_binders > 0 ? g_new (const char *, n) : NULL;
  PtFeelValue *args = many ? many : few;

  for (guint i = 0; i < n; i++)
    {
      pt_feel_eval (run, node->args[i + 1], &args[i]);
      if (names)
        names[i] = node->binders[i].name;
    }
  call_callee (run, node, args, names, out);
  for (guint i = 0; i < n; i++)
    pt_feel_drop (&args[i]);
}
