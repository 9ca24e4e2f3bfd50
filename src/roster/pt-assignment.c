/* pt-assignment.c: expressions of who may do a task, and how they are written
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-assignment-private.h"

#include <string.h>

G_DEFINE_QUARK (pt - assignment - error - quark, pt_assignment_error)

/* What stands for itself in a name that is written without quotation marks ends there. */
#define SPECIAL "(),\"\\"

static const char *const words[] = {
  [PT_ASSIGNMENT_OR] = "or",
  [PT_ASSIGNMENT_AND] = "and",
  [PT_ASSIGNMENT_NOT] = "not",
  [PT_ASSIGNMENT_ROLE] = "role",
  [PT_ASSIGNMENT_SKILL] = "skill",
  [PT_ASSIGNMENT_UNIT] = "unit",
  [PT_ASSIGNMENT_PERSON] = "person",
  [PT_ASSIGNMENT_SAME_AS] = "same-as",
  [PT_ASSIGNMENT_ABOVE] = "above",
  [PT_ASSIGNMENT_UNIT_OF] = "unit-of",
  [PT_ASSIGNMENT_INITIATOR] = "initiator",
  [PT_ASSIGNMENT_FROM_FIELD] = "from-field",
};

const char *
pt_assignment_word (PtAssignmentKind kind)
{
  return words[kind];
}

gboolean
pt_assignment_is_relation (PtAssignmentKind kind)
{
  return kind >= PT_ASSIGNMENT_SAME_AS;
}

/* ----- making ----------------------------------------------------------------------------------
 */

PtAssignment *
pt_assignment_new (PtAssignmentKind kind, guint column)
{
  PtAssignment *self = g_new0 (PtAssignment, 1);

  self->kind = kind;
  self->level = 1;
  self->column = column;
  return self;
}

PtAssignment *
pt_assignment_new_role (const char *name)
{
  PtAssignment *self = pt_assignment_new (PT_ASSIGNMENT_ROLE, 1);

  self->name = g_strdup (name);
  return self;
}

/* Brackets around the same word say nothing: (a or b) or c is a or b or c. */
void
pt_assignment_add_part (PtAssignment *self, PtAssignment *part)
{
  if (self->parts == NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_assignment_free);
  if (part->kind == self->kind && self->kind != PT_ASSIGNMENT_NOT)
    {
      g_ptr_array_extend_and_steal (self->parts, g_steal_pointer (&part->parts));
      pt_assignment_free (part);
    }
  else
    g_ptr_array_add (self->parts, part);
}

void
pt_assignment_free (PtAssignment *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

/* ----- walking ---------------------------------------------------------------------------------
 */

void
pt_assignment_foreach (const PtAssignment *self, PtAssignmentVisit visit, gpointer data)
{
  visit (self, data);
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    pt_assignment_foreach (self->parts->pdata[i], visit, data);
}

const char *
pt_assignment_get_role (const PtAssignment *self)
{
  if (self->kind == PT_ASSIGNMENT_ROLE)
    return self->name;
  if (self->kind == PT_ASSIGNMENT_NOT)
    return NULL;
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    {
      const char *role = pt_assignment_get_role (self->parts->pdata[i]);

      if (role != NULL)
        return role;
    }
  return NULL;
}

/* ----- writing ---------------------------------------------------------------------------------
 */

static void
print_name (const char *name, GString *text)
{
  if (strpbrk (name, SPECIAL) == NULL)
    {
      g_string_append (text, name);
      return;
    }
  g_string_append_c (text, '"');
  for (; *name != '\0'; name++)
    {
      if (*name == '"' || *name == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *name);
    }
  g_string_append_c (text, '"');
}

static void print (const PtAssignment *self, GString *text);

/* OR binds least, then AND, then NOT. */
static void
print_within (const PtAssignment *self, PtAssignmentKind around, GString *text)
{
  gboolean brackets = self->kind < around || (self->kind == around && around == PT_ASSIGNMENT_NOT);

  if (brackets)
    g_string_append_c (text, '(');
  print (self, text);
  if (brackets)
    g_string_append_c (text, ')');
}

static void
print (const PtAssignment *self, GString *text)
{
  if (self->kind == PT_ASSIGNMENT_NOT)
    g_string_append (text, "not ");
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    {
      if (i > 0)
        g_string_append_printf (text, " %s ", words[self->kind]);
      print_within (self->parts->pdata[i], self->kind, text);
    }
  if (self->parts != NULL)
    return;
  g_string_append (text, words[self->kind]);
  if (self->name == NULL)
    return;
  g_string_append_c (text, '(');
  print_name (self->name, text);
  if (self->level > 1)
    g_string_append_printf (text, ", %u", self->level);
  g_string_append_c (text, ')');
}

char *
pt_assignment_to_string (const PtAssignment *self)
{
  GString *text = g_string_new (NULL);

  print (self, text);
  return g_string_free (text, FALSE);
}
