/* work.c: activities at work: what people and systems do, sub-processes, calls and loops
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reading.h"

#define MAX_ROUNDS 1000

static const PtNode *
node_of (const Work *self)
{
  return pt_program_node (self->instance->program, self->node);
}

Work *
work_find (Instance *self, guint place)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      Work *work = g_ptr_array_index (self->works, i);

      if (work->place == place)
        return work;
    }
  return NULL;
}

void
work_free (Work *self)
{
  g_ptr_array_unref (self->inner);
  g_free (self);
}

/* ----- what the scenario says ----------------------------------------------------------------- */

static guint
take_turn (Case *root, const char *kind, const char *id)
{
  g_autofree char *key = g_strconcat (kind, " ", id, NULL);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (root->turns, key));

  g_hash_table_insert (root->turns, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
  return n;
}

static JsonObject *
member (Case *root, const char *name)
{
  return json_object_has_member (root->scenario, name)
             ? json_object_get_object_member (root->scenario, name)
             : NULL;
}

/* What is found out or answered this time; the last entry holds from then on. */
static JsonObject *
next_answer (Case *root, const char *kind, const char *id)
{
  JsonObject *all = member (root, kind);
  JsonArray *answers
      = all && json_object_has_member (all, id) ? json_object_get_array_member (all, id) : NULL;
  guint n = answers ? json_array_get_length (answers) : 0;
  guint turn = take_turn (root, kind, id);

  return n == 0 ? NULL : json_array_get_object_element (answers, MIN (turn, n - 1));
}

static gboolean
is_held (Case *root, const char *id)
{
  JsonObject *holds = member (root, "holds");

  return holds && json_object_has_member (holds, id)
         && take_turn (root, "holds", id) < json_object_get_int_member (holds, id);
}

/* ----- people and systems --------------------------------------------------------------------- */

static gboolean
is_for_people (const PtNode *node)
{
  return node->type == PT_BPMN_USER_TASK;
}

void
note_role (Instance *self, const PtNode *node)
{
  const char *role
      = node->role == PT_NO_INDEX ? "" : pt_program_role (self->program, node->role)->id;

  if (node->origin.logical && is_for_people (node))
    g_hash_table_insert (self->root->roles, (gpointer)node->origin.logical, (gpointer)role);
}

gboolean
perform (Instance *self, PtIndex i, Frame *frame, const char **error)
{
  const PtNode *node = pt_program_node (self->program, i);
  const char *id = node->origin.logical ? node->origin.logical : node->origin.id;
  JsonObject *answer;

  if (node->type == PT_BPMN_RECEIVE_TASK || is_held (self->root, id))
    return FALSE;
  answer = next_answer (self->root, is_for_people (node) ? "answers" : "results", id);
  if (answer && json_object_has_member (answer, "error"))
    {
      *error = json_object_get_string_member (answer, "error");
      return FALSE;
    }
  frame_set_all (frame, answer);
  return TRUE;
}

/* ----- sub-processes and calls ---------------------------------------------------------------- */

static gboolean
find_called (Case *root, const char *called, const PtProgram **program, PtIndex *scope)
{
  for (guint k = 0; k < root->programs->len; k++)
    for (PtIndex i = 0; i < ((PtProgram *)root->programs->pdata[k])->scopes->len; i++)
      {
        *program = root->programs->pdata[k];
        *scope = i;
        if (pt_program_scope (*program, i)->parent == PT_NO_INDEX
            && g_strcmp0 (pt_program_scope (*program, i)->origin.logical, called) == 0)
          return TRUE;
      }
  return FALSE;
}

/* A called process has variables of its own: all of the caller's. */
static Instance *
call (Work *self, const PtNode *node, Frame *frame)
{
  const PtProgram *program;
  PtIndex scope;
  Instance *inner;

  if (!find_called (self->instance->root, node->called, &program, &scope))
    g_error ("%s: nobody knows %s", node->origin.id, node->called);
  inner = instance_new (self->instance->root, program, scope, frame_new (NULL));
  inner->owns_frame = TRUE;
  for (Frame *one = frame; one; one = one->outer)
    for (guint i = 0; i < pt_feel_context_size (&one->values); i++)
      {
        const char *name = pt_feel_context_name (&one->values, i);

        if (!frame_get (inner->frame, name))
          frame_set_here (inner->frame, name,
                          pt_feel_value_ref (pt_feel_context_get (&one->values, name)));
      }
  return inner;
}

/* But not its entry of a list. */
static void
give_back (Instance *self, Frame *frame, const char *own)
{
  for (guint i = 0; i < pt_feel_context_size (&self->frame->values); i++)
    {
      const char *name = pt_feel_context_name (&self->frame->values, i);

      if (g_strcmp0 (name, own) != 0)
        frame_set (frame, name,
                   pt_feel_value_ref (pt_feel_context_get (&self->frame->values, name)));
    }
}

/* ----- how often ------------------------------------------------------------------------------ */

static gint64
count_instances (Work *self)
{
  const PtNode *node = node_of (self);
  g_auto (PtFeelValue) value = PT_FEEL_NULL;
  gint64 n = 1;

  if (node->loop == PT_LOOP_NONE)
    return 1;
  if (node->loop == PT_LOOP_STANDARD)
    return -1;
  value = frame_evaluate (self->instance->frame, node->loop_text);
  if (node->loop_is_collection)
    return pt_feel_list_length (&value);
  if (!pt_feel_get_int (&value, &n))
    g_error ("%s: “%s” is no number", node->origin.id, node->loop_text);
  return n;
}

static gboolean
goes_round (Work *self)
{
  const PtNode *node = node_of (self);

  if (node->loop_maximum && self->begun >= g_ascii_strtoll (node->loop_maximum, NULL, 10))
    return FALSE;
  if (self->begun == 0 && !node->loop_test_before)
    return TRUE;
  return !node->loop_text || frame_test (self->instance->frame, node->loop_text);
}

static gboolean
begins_another (Work *self)
{
  const PtNode *node = node_of (self);

  if (self->held || (node->loop != PT_LOOP_PARALLEL && self->begun > self->done))
    return FALSE;
  if (self->begun >= MAX_ROUNDS)
    g_error ("%s goes round for ever", node->origin.id);
  if (self->total < 0 && !goes_round (self))
    self->total = self->begun;
  return self->total < 0 || self->begun < self->total;
}

gboolean
work_is_done (const Work *self)
{
  return self->total >= 0 && self->done >= self->total;
}

/* ----- at work -------------------------------------------------------------------------------- */

/* The numbers that conditions may go by (BPMN 2.0, table 10.31). */
static gboolean
is_enough (const Work *self, const PtNode *node)
{
  Frame *frame = frame_new (self->instance->frame);
  gboolean is_so;

  frame_set_here (frame, "numberOfInstances", pt_feel_number (self->total));
  frame_set_here (frame, "numberOfCompletedInstances", pt_feel_number (self->done));
  is_so = frame_test (frame, node->loop_completion);
  frame_free (frame);
  return is_so;
}

static void
finish_one (Work *self)
{
  const PtNode *node = node_of (self);

  self->done++;
  note (self->instance->root->executed, &node->origin);
  if (node->loop_completion && is_enough (self, node))
    self->total = self->done;
}

/* An entry of the list is known to its instance only. */
static Frame *
frame_of_one (Work *self)
{
  const PtNode *node = node_of (self);
  Frame *frame = frame_new (self->instance->frame);
  g_auto (PtFeelValue) list = PT_FEEL_NULL;

  if (!node->loop_is_collection)
    return frame;
  list = frame_evaluate (self->instance->frame, node->loop_text);
  frame_set_here (frame, node->loop_element ? node->loop_element : "item",
                  pt_feel_value_ref (pt_feel_list_get (&list, (guint)self->begun)));
  return frame;
}

static void
begin_inner (Work *self, Frame *frame)
{
  const PtNode *node = node_of (self);
  Instance *inner;

  if (node->type == PT_BPMN_CALL_ACTIVITY)
    {
      inner = call (self, node, frame);
      frame_free (frame);
    }
  else
    {
      inner = instance_new (self->instance->root, self->instance->program, node->inner, frame);
      inner->owns_frame = TRUE;
      frame->is_scope = TRUE;
    }
  inner->caller = self;
  g_ptr_array_add (self->inner, inner);
  instance_begin (inner, NULL);
}

/* What is held, or goes wrong, is not done. */
static void
do_one (Work *self, Frame *frame)
{
  const char *error = NULL;

  if (perform (self->instance, self->node, frame, &error))
    {
      finish_one (self);
      return;
    }
  self->held = TRUE;
  if (error && !throw_error (self->instance, self, error))
    g_error ("nobody catches the error %s", error);
}

static gboolean
has_inside (const PtNode *node)
{
  return node->inner != PT_NO_INDEX || node->type == PT_BPMN_CALL_ACTIVITY;
}

static void
begin_one (Work *self)
{
  Frame *frame = frame_of_one (self);

  self->begun++;
  if (has_inside (node_of (self)))
    begin_inner (self, frame);
  else
    {
      do_one (self, frame);
      frame_free (frame);
    }
}

static gboolean
advance_inner (Work *self, Instance *inner)
{
  if (instance_advance (inner))
    return TRUE;
  if (!inner->over)
    return FALSE;
  give_back (inner, self->instance->frame, node_of (self)->loop_element);
  g_ptr_array_remove (self->inner, inner);
  finish_one (self);
  return TRUE;
}

/* People and systems act when nothing goes on by itself any more, one at a time. */
static gboolean
may_act (Work *self)
{
  Case *root = self->instance->root;
  gboolean may = root->acting;

  note_role (self->instance, node_of (self));
  root->acting = FALSE;
  return may;
}

gboolean
work_advance (Work *self)
{
  for (guint i = 0; i < self->inner->len; i++)
    if (advance_inner (self, g_ptr_array_index (self->inner, i)))
      return TRUE;
  if (!begins_another (self))
    return work_is_done (self);
  if (!has_inside (node_of (self)) && !may_act (self))
    return FALSE;
  begin_one (self);
  return TRUE;
}

void
work_begin (Instance *instance, PtIndex node, guint place)
{
  Work *self = g_new0 (Work, 1);

  self->instance = instance;
  self->node = node;
  self->place = place;
  self->inner = g_ptr_array_new_with_free_func ((GDestroyNotify)instance_free);
  self->total = count_instances (self);
  g_ptr_array_add (instance->works, self);
}

void
work_release (Work *self, JsonObject *data)
{
  frame_set_all (self->instance->frame, data);
  self->held = FALSE;
  finish_one (self);
}
