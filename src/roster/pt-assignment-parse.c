/* pt-assignment-parse.c: reading expressions of who may do a task, by recursive descent
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-assignment-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BRACKETS 50     /* one in the other */
#define MOST_ALTERNATIVES 64 /* that relations leave open */
#define MOST_LEVEL 1000

typedef struct
{
  const char *text, *at;
  guint depth;
  const char *failed_at; /* (nullable): where it went wrong */
  GError **error;
} Parser;

/* ----- faults and letters ----------------------------------------------------------------------
 */

static void
skip_space (Parser *self)
{
  while (g_unichar_isspace (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
}

static guint
column_of (const Parser *self, const char *at)
{
  return (guint)g_utf8_pointer_to_offset (self->text, at) + 1;
}

static gpointer
fail (Parser *self, const char *at, const char *message)
{
  self->failed_at = at;
  g_set_error_literal (self->error, PT_ASSIGNMENT_ERROR, PT_ASSIGNMENT_ERROR_SYNTAX, message);
  return NULL;
}

static gboolean
take_letter (Parser *self, char letter)
{
  skip_space (self);
  if (*self->at != letter)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Returns: how many bytes of letters and hyphens come next */
static gsize
word_length (const Parser *self)
{
  const char *end = self->at;

  while (g_unichar_isalnum (g_utf8_get_char (end)) || *end == '-' || *end == '_')
    end = g_utf8_next_char (end);
  return (gsize)(end - self->at);
}

static gboolean
take_word (Parser *self, PtAssignmentKind kind)
{
  const char *word = pt_assignment_word (kind);

  skip_space (self);
  if (word_length (self) != strlen (word)
      || g_ascii_strncasecmp (self->at, word, strlen (word)) != 0)
    return FALSE;
  self->at += strlen (word);
  return TRUE;
}

/* ----- names -----------------------------------------------------------------------------------
 */

/* Behind the first quotation mark. Returns: (transfer full) (nullable) */
static char *
read_quoted (Parser *self)
{
  const char *start = self->at - 1;
  g_autoptr (GString) name = g_string_new (NULL);

  for (; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"')
        {
          self->at++;
          return g_strdup (g_strstrip (name->str));
        }
      if (*self->at == '\\' && (self->at[1] == '"' || self->at[1] == '\\'))
        self->at++;
      g_string_append_c (name, *self->at);
    }
  return fail (self, start, _ ("expected a second quotation mark"));
}

static char *
read_plain (Parser *self)
{
  gsize length = strcspn (self->at, "(),\"\\");
  char *name = g_strndup (self->at, length);

  self->at += length;
  return g_strstrip (name);
}

static gboolean
read_level (Parser *self, PtAssignment *part)
{
  guint64 level;
  g_autofree char *digits = NULL;

  skip_space (self);
  digits = g_strndup (self->at, strspn (self->at, "0123456789"));
  if (!g_ascii_string_to_unsigned (digits, 10, 1, MOST_LEVEL, &level, NULL))
    {
      fail (self, self->at, _ ("expected a level: a whole number from 1"));
      return FALSE;
    }
  part->level = (guint)level;
  self->at += strlen (digits);
  return TRUE;
}

/* "(Buyer)", "(sap-mm, 2)" */
static gboolean
read_brackets (Parser *self, PtAssignment *part)
{
  const char *start;
  g_autofree char *message = NULL;

  if (!take_letter (self, '('))
    {
      message = g_strdup_printf (_ ("expected a name in brackets behind “%s”"),
                                 pt_assignment_word (part->kind));
      fail (self, self->at, message);
      return FALSE;
    }
  skip_space (self);
  start = self->at;
  part->name = take_letter (self, '"') ? read_quoted (self) : read_plain (self);
  if (part->name != NULL && *part->name == '\0')
    fail (self, start, _ ("expected a name"));
  if (self->failed_at != NULL)
    return FALSE;
  if (part->kind == PT_ASSIGNMENT_SKILL && take_letter (self, ',') && !read_level (self, part))
    return FALSE;
  if (take_letter (self, ')'))
    return TRUE;
  fail (self, self->at, _ ("expected “)”"));
  return FALSE;
}

/* ----- the grammar -----------------------------------------------------------------------------
 */

static PtAssignment *read_expression (Parser *self);
static PtAssignment *read_factor (Parser *self);

static gpointer
fail_at_word (Parser *self)
{
  static const char *const known[]
      = { "role",    "skill",     "unit",       "person", "same-as", "above",
          "unit-of", "initiator", "from-field", "not",    NULL };
  g_autofree char *word = g_strndup (self->at, word_length (self));
  const char *meant = pt_suggest (word, known);
  g_autofree char *message = NULL;

  if (*word != '\0' && meant != NULL)
    message = g_strdup_printf (_ ("“%s” is not known (did you mean “%s”?)"), word, meant);
  else
    message = g_strdup (_ ("expected role(…), skill(…), unit(…), person(…), same-as(…), above(…), "
                           "unit-of(…), initiator, from-field(…) or “not”"));
  return fail (self, self->at, message);
}

static PtAssignment *
read_leaf (Parser *self)
{
  guint column = column_of (self, self->at);

  for (guint kind = PT_ASSIGNMENT_ROLE; kind <= PT_ASSIGNMENT_FROM_FIELD; kind++)
    if (take_word (self, kind))
      {
        g_autoptr (PtAssignment) leaf = pt_assignment_new (kind, column);

        if (kind != PT_ASSIGNMENT_INITIATOR && !read_brackets (self, leaf))
          return NULL;
        return g_steal_pointer (&leaf);
      }
  return fail_at_word (self);
}

static PtAssignment *
read_inner (Parser *self)
{
  g_autoptr (PtAssignment) inner = NULL;

  if (++self->depth > MOST_BRACKETS)
    return fail (self, self->at, _ ("too many brackets within brackets"));
  inner = read_expression (self);
  self->depth--;
  if (inner == NULL)
    return NULL;
  if (!take_letter (self, ')'))
    return fail (self, self->at, _ ("expected “and”, “or” or “)”"));
  return g_steal_pointer (&inner);
}

static PtAssignment *
read_negation (Parser *self, guint column)
{
  PtAssignment *part, *negation;

  if (++self->depth > MOST_BRACKETS)
    return fail (self, self->at, _ ("too many brackets within brackets"));
  part = read_factor (self);
  self->depth--;
  if (part == NULL)
    return NULL;
  negation = pt_assignment_new (PT_ASSIGNMENT_NOT, column);
  pt_assignment_add_part (negation, part);
  return negation;
}

static PtAssignment *
read_factor (Parser *self)
{
  guint column;

  skip_space (self);
  column = column_of (self, self->at);
  if (take_letter (self, '('))
    return read_inner (self);
  if (take_word (self, PT_ASSIGNMENT_NOT))
    return read_negation (self, column);
  return read_leaf (self);
}

/* Parts with the word of @kind between them; a single one stands for itself. */
static PtAssignment *
read_row (Parser *self, PtAssignmentKind kind, PtAssignment *(*read) (Parser *))
{
  g_autoptr (PtAssignment) row = read (self);

  while (row != NULL && take_word (self, kind))
    {
      PtAssignment *part = read (self);

      if (part == NULL)
        return NULL;
      if (row->kind != kind)
        {
          PtAssignment *first = g_steal_pointer (&row);

          row = pt_assignment_new (kind, first->column);
          pt_assignment_add_part (row, first);
        }
      pt_assignment_add_part (row, part);
    }
  return g_steal_pointer (&row);
}

static PtAssignment *
read_term (Parser *self)
{
  return read_row (self, PT_ASSIGNMENT_AND, read_factor);
}

static PtAssignment *
read_expression (Parser *self)
{
  return read_row (self, PT_ASSIGNMENT_OR, read_term);
}

/* ----- size ------------------------------------------------------------------------------------
 */

/* Into how many alternatives an expression falls: parts that only speak of persons come to one. */
typedef struct
{
  gboolean plain;
  guint related;
} Alternatives;

static Alternatives
count_alternatives (const PtAssignment *self, gboolean negated)
{
  gboolean is_choice = (self->kind == PT_ASSIGNMENT_OR) != negated;
  Alternatives all = { !is_choice, 0 };

  if (self->kind == PT_ASSIGNMENT_NOT)
    return count_alternatives (self->parts->pdata[0], !negated);
  if (self->parts == NULL)
    return pt_assignment_is_relation (self->kind) ? (Alternatives){ FALSE, 1 }
                                                  : (Alternatives){ TRUE, 0 };
  for (guint i = 0; i < self->parts->len; i++)
    {
      Alternatives one = count_alternatives (self->parts->pdata[i], negated);
      guint product = (all.plain + all.related) * (one.plain + one.related);

      if (is_choice)
        all = (Alternatives){ all.plain || one.plain, all.related + one.related };
      else
        all = (Alternatives){ all.plain && one.plain, product - (all.plain && one.plain) };
      all.related = MIN (all.related, 2 * MOST_ALTERNATIVES);
    }
  return all;
}

PtAssignment *
pt_assignment_parse (const char *text, guint *column, GError **error)
{
  Parser self = { .text = text, .at = text, .error = error };
  g_autoptr (PtAssignment) expression = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    fail (&self, text, _ ("expected text in Unicode"));
  else
    expression = read_expression (&self);
  if (expression != NULL)
    {
      skip_space (&self);
      if (*self.at != '\0')
        fail (&self, self.at, _ ("expected “and”, “or” or the end"));
      else if (count_alternatives (expression, FALSE).related > MOST_ALTERNATIVES)
        fail (&self, text, _ ("expected fewer “or” with other tasks in them"));
    }
  if (self.failed_at == NULL)
    return g_steal_pointer (&expression);
  if (column != NULL)
    *column = column_of (&self, self.failed_at);
  return NULL;
}
