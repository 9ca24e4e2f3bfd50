/* pt-feel-check.c: what can only come to null, by the types of things
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-check.h"

#include <glib/gi18n-lib.h>

static PtFeelType *infer_name (PtFeelChecker *self, const PtFeelNode *node);

PtFeelType *
pt_check_fault (PtFeelChecker *self, guint at, const char *format, ...)
{
  PtFeelFault fault = { pt_feel_column (self->feel->text, at), NULL };
  va_list args;

  if (self->faults)
    {
      va_start (args, format);
      fault.message = g_strdup_vprintf (format, args);
      va_end (args);
      g_array_append_val (self->faults, fault);
    }
  return pt_feel_type_new (PT_FEEL_KIND_ANY);
}

static PtFeelType *
of_kind (PtFeelKind kind)
{
  return pt_feel_type_new (kind);
}

static void
set_slot (PtFeelChecker *self, int slot, PtFeelType *type)
{
  g_clear_pointer (&self->slots[slot], pt_feel_type_unref);
  self->slots[slot] = type;
}

/* What one gets of a list, a range, or a single value by going through it. */
static PtFeelType *
item_of (const PtFeelType *type)
{
  if (type->kind == PT_FEEL_KIND_LIST || type->kind == PT_FEEL_KIND_RANGE)
    return type->item ? pt_feel_type_ref (type->item) : of_kind (PT_FEEL_KIND_ANY);
  return pt_feel_type_ref ((PtFeelType *)type);
}

/* ----- names and paths ----------------------------------------------------------------------- */

static PtFeelType *
find_in_items (PtFeelChecker *self, const PtFeelNode *node, gboolean *unsure)
{
  for (guint i = 0; i < node->n_filters; i++)
    {
      const PtFeelType *item = self->slots[node->filters[i]];
      PtFeelType *entry = item ? pt_feel_type_get_entry (item, node->text) : NULL;

      if (entry)
        return pt_feel_type_ref (entry);
      *unsure |= !item || item->kind == PT_FEEL_KIND_ANY || item->any_entries;
    }
  return NULL;
}

static PtFeelType *
infer_name (PtFeelChecker *self, const PtFeelNode *node)
{
  gboolean unsure = FALSE, known = FALSE;
  PtFeelType *found = find_in_items (self, node, &unsure);
  const PtFeelType *type;

  if (found)
    return found;
  if (node->slot >= 0)
    return self->slots[node->slot] ? pt_feel_type_ref (self->slots[node->slot])
                                   : of_kind (PT_FEEL_KIND_ANY);
  type = self->scope ? pt_feel_scope_get (self->scope, node->text, &known) : NULL;
  if (type)
    return pt_feel_type_ref ((PtFeelType *)type);
  if (known || unsure || !self->scope)
    return of_kind (PT_FEEL_KIND_ANY);
  if (node->builtin)
    return of_kind (PT_FEEL_KIND_FUNCTION);
  return pt_check_fault (self, node->at, _ ("there is nothing called “%s”"), node->text);
}

static PtFeelType *
property_of (PtFeelChecker *self, const PtFeelNode *node, const PtFeelType *type)
{
  PtFeelType *entry;
  PtFeelKind kind;

  if (type->kind == PT_FEEL_KIND_ANY || type->kind == PT_FEEL_KIND_NULL)
    return of_kind (PT_FEEL_KIND_ANY);
  if (type->kind == PT_FEEL_KIND_LIST)
    return pt_feel_type_new_of (PT_FEEL_KIND_LIST, type->item ? property_of (self, node, type->item)
                                                              : of_kind (PT_FEEL_KIND_ANY));
  entry = pt_feel_type_get_entry (type, node->text);
  if (entry)
    return pt_feel_type_ref (entry);
  if (type->kind == PT_FEEL_KIND_CONTEXT && type->any_entries)
    return of_kind (PT_FEEL_KIND_ANY);
  if (type->kind != PT_FEEL_KIND_CONTEXT && pt_feel_property_kind (type->kind, node->text, &kind))
    return kind == PT_FEEL_KIND_ANY ? item_of (type) : of_kind (kind);
  return pt_check_fault (self, node->at, _ ("a %s has no “%s”"),
                         pt_feel_kind_get_label (type->kind), node->text);
}

static PtFeelType *
infer_path (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) type = pt_check_infer (self, node->args[0]);

  return property_of (self, node, type);
}

/* ----- containers ---------------------------------------------------------------------------- */

/* One for both, or Any. */
static PtFeelType *
common (const PtFeelType *a, const PtFeelType *b)
{
  if (a->kind == PT_FEEL_KIND_NULL || pt_feel_type_conforms (a, b))
    return pt_feel_type_ref ((PtFeelType *)b);
  if (pt_feel_type_conforms (b, a))
    return pt_feel_type_ref ((PtFeelType *)a);
  return of_kind (PT_FEEL_KIND_ANY);
}

static PtFeelType *
infer_list (PtFeelChecker *self, const PtFeelNode *node)
{
  PtFeelType *item = NULL;

  for (guint i = 0; i < node->n_args; i++)
    {
      PtFeelType *type = pt_check_infer (self, node->args[i]);
      PtFeelType *both = item ? common (item, type) : pt_feel_type_ref (type);

      g_clear_pointer (&item, pt_feel_type_unref);
      pt_feel_type_unref (type);
      item = both;
    }
  return pt_feel_type_new_of (PT_FEEL_KIND_LIST, item ? item : of_kind (PT_FEEL_KIND_ANY));
}

static PtFeelType *
infer_context (PtFeelChecker *self, const PtFeelNode *node)
{
  PtFeelType *context = pt_feel_type_new_context ();

  for (guint i = 0; i < node->n_args; i++)
    {
      PtFeelType *type = pt_check_infer (self, node->args[i]);

      set_slot (self, node->binders[i].slot, pt_feel_type_ref (type));
      pt_feel_type_add_entry (context, node->binders[i].name, type);
    }
  return context;
}

static PtFeelType *
infer_range (PtFeelChecker *self, const PtFeelNode *node)
{
  PtFeelType *low = pt_check_infer (self, node->args[0]);
  g_autoptr (PtFeelType) high = pt_check_infer (self, node->args[1]);

  if (!pt_check_is_ordered (low->kind, high->kind))
    pt_feel_type_unref (pt_check_fault (self, node->at, _ ("a range needs two ends of one kind")));
  return pt_feel_type_new_of (PT_FEEL_KIND_RANGE, low);
}

/* ----- forms with words ---------------------------------------------------------------------- */

static void
want_truth (PtFeelChecker *self, const PtFeelNode *node, const char *message)
{
  g_autoptr (PtFeelType) type = pt_check_infer (self, node);

  if (type->kind != PT_FEEL_KIND_BOOLEAN && type->kind != PT_FEEL_KIND_ANY)
    pt_feel_type_unref (pt_check_fault (self, node->at, "%s", message));
}

static PtFeelType *
infer_if (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) yes = NULL;
  g_autoptr (PtFeelType) no = NULL;

  want_truth (self, node->args[0], _ ("“if” needs true or false"));
  yes = pt_check_infer (self, node->args[1]);
  no = pt_check_infer (self, node->args[2]);
  return common (yes, no);
}

static void
bind_domains (PtFeelChecker *self, const PtFeelNode *node)
{
  for (guint i = 0; i < node->n_binders; i++)
    {
      g_autoptr (PtFeelType) domain = pt_check_infer (self, node->args[i]);

      set_slot (self, node->binders[i].slot, item_of (domain));
    }
}

static PtFeelType *
infer_for (PtFeelChecker *self, const PtFeelNode *node)
{
  bind_domains (self, node);
  set_slot (self, node->slot, of_kind (PT_FEEL_KIND_LIST));
  return pt_feel_type_new_of (PT_FEEL_KIND_LIST,
                              pt_check_infer (self, node->args[node->n_binders]));
}

static PtFeelType *
infer_quantified (PtFeelChecker *self, const PtFeelNode *node)
{
  bind_domains (self, node);
  want_truth (self, node->args[node->n_binders], _ ("“satisfies” needs true or false"));
  return of_kind (PT_FEEL_KIND_BOOLEAN);
}

static gboolean
is_number (const PtFeelNode *node)
{
  return (node->form == PT_FORM_NEGATION ? node->args[0]->form : node->form) == PT_FORM_NUMBER;
}

/* A number that is computed may be null, which as a test keeps nothing. */
static PtFeelType *
infer_filter (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) list = pt_check_infer (self, node->args[0]);
  PtFeelType *item = list->kind == PT_FEEL_KIND_RANGE ? pt_feel_type_ref (list) : item_of (list);
  g_autoptr (PtFeelType) test = NULL;

  set_slot (self, node->slot, pt_feel_type_ref (item));
  test = pt_check_infer (self, node->args[1]);
  if (test->kind == PT_FEEL_KIND_NUMBER && is_number (node->args[1]))
    return item;
  if (test->kind == PT_FEEL_KIND_BOOLEAN)
    return pt_feel_type_new_of (PT_FEEL_KIND_LIST, item);
  pt_feel_type_unref (item);
  if (test->kind == PT_FEEL_KIND_ANY || test->kind == PT_FEEL_KIND_NUMBER)
    return of_kind (PT_FEEL_KIND_ANY);
  return pt_check_fault (self, node->args[1]->at, _ ("a filter needs a test or a number"));
}

static PtFeelType *
infer_function (PtFeelChecker *self, const PtFeelNode *node)
{
  const PtFeelFrame *frame = node->function;
  PtFeelType **outer = self->slots;
  PtFeelType *type = pt_feel_type_new_function (NULL);

  self->slots = g_new0 (PtFeelType *, frame->n_slots + 1);
  for (guint i = 0; i < frame->n_captured; i++)
    if (outer[frame->captured[i].from])
      set_slot (self, frame->captured[i].to, pt_feel_type_ref (outer[frame->captured[i].from]));
  for (guint i = 0; i < frame->n_params; i++)
    {
      PtFeelType *param = frame->params[i].type ? pt_feel_type_ref (frame->params[i].type)
                                                : of_kind (PT_FEEL_KIND_ANY);

      set_slot (self, frame->params[i].slot, pt_feel_type_ref (param));
      pt_feel_type_add_entry (type, frame->params[i].name, param);
    }
  type->item = pt_check_infer (self, node->args[0]);
  pt_check_free_slots (self->slots, frame->n_slots);
  self->slots = outer;
  return type;
}

/* ----- all ----------------------------------------------------------------------------------- */

static PtFeelType *
infer_literal (PtFeelChecker *self, const PtFeelNode *node)
{
  if (node->form <= PT_FORM_AT && node->form != PT_FORM_CONSTANT
      && node->constant.kind == PT_FEEL_KIND_NULL)
    return pt_check_fault (self, node->at, _ ("“%s” is no date, time, duration or number"),
                           node->text);
  return of_kind (node->constant.kind);
}

static PtFeelType *
infer_instance (PtFeelChecker *self, const PtFeelNode *node)
{
  pt_feel_type_unref (pt_check_infer (self, node->args[0]));
  return of_kind (PT_FEEL_KIND_BOOLEAN);
}

static PtFeelType *
infer_test (PtFeelChecker *self, const PtFeelNode *node)
{
  return pt_feel_type_new_of (PT_FEEL_KIND_RANGE, pt_check_infer (self, node->args[0]));
}

static PtFeelType *
infer_tests (PtFeelChecker *self, const PtFeelNode *node)
{
  for (guint i = 0; i < node->n_args; i++)
    pt_feel_type_unref (pt_check_infer (self, node->args[i]));
  return of_kind (PT_FEEL_KIND_BOOLEAN);
}

static PtFeelType *
infer_not (PtFeelChecker *self, const PtFeelNode *node)
{
  want_truth (self, node->args[0], _ ("“not” needs true or false"));
  return of_kind (PT_FEEL_KIND_BOOLEAN);
}

static PtFeelType *(*const inferrers[PT_N_FORMS]) (PtFeelChecker *self, const PtFeelNode *node) = {
  [PT_FORM_NUMBER] = infer_literal,
  [PT_FORM_STRING] = infer_literal,
  [PT_FORM_CONSTANT] = infer_literal,
  [PT_FORM_AT] = infer_literal,
  [PT_FORM_NAME] = infer_name,
  [PT_FORM_PATH] = infer_path,
  [PT_FORM_CALL] = pt_check_call,
  [PT_FORM_LIST] = infer_list,
  [PT_FORM_CONTEXT] = infer_context,
  [PT_FORM_RANGE] = infer_range,
  [PT_FORM_STEPS] = infer_range,
  [PT_FORM_TEST] = infer_test,
  [PT_FORM_NEGATION] = pt_check_negation,
  [PT_FORM_NOT] = infer_not,
  [PT_FORM_BINARY] = pt_check_binary,
  [PT_FORM_BETWEEN] = pt_check_between,
  [PT_FORM_IN] = pt_check_in,
  [PT_FORM_INSTANCE] = infer_instance,
  [PT_FORM_IF] = infer_if,
  [PT_FORM_FOR] = infer_for,
  [PT_FORM_SOME] = infer_quantified,
  [PT_FORM_EVERY] = infer_quantified,
  [PT_FORM_FILTER] = infer_filter,
  [PT_FORM_FUNCTION] = infer_function,
  [PT_FORM_TESTS] = infer_tests,
};

PtFeelType *
pt_check_infer (PtFeelChecker *self, const PtFeelNode *node)
{
  return inferrers[node->form](self, node);
}

void
pt_check_free_slots (PtFeelType **slots, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&slots[i], pt_feel_type_unref);
  g_free (slots);
}

PtFeelType *
pt_feel_check (const PtFeel *self, const PtFeelScope *scope, GArray *faults)
{
  PtFeelChecker checker = { self, scope, faults, g_new0 (PtFeelType *, self->n_slots + 1) };
  PtFeelType *type = pt_check_infer (&checker, self->root);

  pt_check_free_slots (checker.slots, self->n_slots);
  return type;
}
