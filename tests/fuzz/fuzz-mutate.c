/* fuzz-mutate.c: changes that leave most of a file well-formed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes changed at random hardly get past the XML parser. These changes work on parts: a tag with
 * its content is doubled, moved or taken out; a value becomes another one's, or one that is known
 * to hurt.
 */
#include "fuzz.h"

#include <string.h>

typedef struct
{
  GString *text;
  GRand *rand;
} Mutant;

/* A stretch of the text. */
typedef struct
{
  gsize start, end;
} Part;

static gsize
any (Mutant *self, gsize n)
{
  return n > 0 ? (gsize)g_rand_int_range (self->rand, 0, (gint32)MIN (n, G_MAXINT32)) : 0;
}

/* --- finding parts --- */

static gboolean
find_from (const Mutant *self, gsize from, const char *mark, gsize *found)
{
  const char *at = from < self->text->len ? strstr (self->text->str + from, mark) : NULL;

  *found = at ? (gsize)(at - self->text->str) : 0;
  return at != NULL;
}

static gboolean
is_name (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

/* The element whose start tag begins behind a place taken at random: up to its end tag. */
static gboolean
any_element (Mutant *self, Part *part)
{
  gsize at = any (self, self->text->len), tag_end;
  guint depth = 0;

  while (find_from (self, at, "<", &at) && !is_name (self->text->str[at + 1]))
    at++;
  if (!self->text->str[at] || self->text->str[at] != '<')
    return FALSE;
  part->start = at;
  do
    {
      if (!find_from (self, at, ">", &tag_end))
        return FALSE;
      if (self->text->str[at + 1] == '/')
        depth--;
      else if (is_name (self->text->str[at + 1]) && self->text->str[tag_end - 1] != '/')
        depth++;
      part->end = tag_end + 1;
    }
  while (depth > 0 && depth < 100 && find_from (self, part->end, "<", &at));
  return depth == 0;
}

/* What stands between the quotation marks behind a place taken at random. */
static gboolean
any_value (Mutant *self, Part *part)
{
  gsize at;
  char quote;

  if (!find_from (self, any (self, self->text->len), "=", &at))
    return FALSE;
  quote = self->text->str[at + 1];
  if (quote != '"' && quote != '\'')
    return FALSE;
  part->start = at + 2;
  return find_from (self, part->start, (const char[]){ quote, '\0' }, &part->end);
}

static char *
dup_part (const Mutant *self, Part part)
{
  return g_strndup (self->text->str + part.start, part.end - part.start);
}

static void
replace (Mutant *self, Part part, const char *with)
{
  g_string_erase (self->text, (gssize)part.start, (gssize)(part.end - part.start));
  g_string_insert (self->text, (gssize)part.start, with);
}

/* --- the changes --- */

static void
drop_element (Mutant *self)
{
  Part part;

  if (any_element (self, &part))
    replace (self, part, "");
}

/* Into another element, or beside it. */
static void
copy_element (Mutant *self)
{
  g_autofree char *copy = NULL;
  Part part, target;

  if (!any_element (self, &part) || !any_element (self, &target))
    return;
  copy = dup_part (self, part);
  if (g_rand_boolean (self->rand) && find_from (self, target.start, ">", &target.start)
      && self->text->str[target.start - 1] != '/')
    target.start++;
  target.end = target.start;
  replace (self, target, copy);
}

static void
copy_value (Mutant *self)
{
  g_autofree char *copy = NULL;
  Part part, target;

  if (!any_value (self, &part) || !any_value (self, &target))
    return;
  copy = dup_part (self, part);
  replace (self, target, copy);
}

static void
hurt_value (Mutant *self)
{
  static const char *const values[]
      = { "",       "1e308",   "-1e308", "NaN",   "INF",       "12,5",     "0",    "-1",
          " ",      "1e-320",  "true",   "false", "no-such",   "a:b",      ":",    "b:",
          "xml:id", "1x",      "&#10;",  "\xE4",  "ä",         "10000000", "x y",  "#",
          "[x]",    "= a > 1", "R/PT1H", "P3D",   "ß\xFF\xFE", "None",     "&lt;", "after 3 days" };
  Part part;

  if (any_value (self, &part))
    replace (self, part, values[any (self, G_N_ELEMENTS (values))]);
}

static void
change_tag (Mutant *self)
{
  static const char *const tags[] = { "task",
                                      "userTask",
                                      "subProcess",
                                      "startEvent",
                                      "boundaryEvent",
                                      "lane",
                                      "laneSet",
                                      "process",
                                      "participant",
                                      "collaboration",
                                      "sequenceFlow",
                                      "group",
                                      "association",
                                      "callActivity",
                                      "messageFlow",
                                      "dataObject",
                                      "extensionElements",
                                      "adHocSubProcess",
                                      "choreographyTask",
                                      "transaction",
                                      "inclusiveGateway",
                                      "eventBasedGateway",
                                      "textAnnotation",
                                      "dataStoreReference",
                                      "category" };
  const char *tag = tags[any (self, G_N_ELEMENTS (tags))];
  Part part, name, end;

  if (!any_element (self, &part))
    return;
  name.start = part.start + 1;
  name.end = name.start + strcspn (self->text->str + name.start, " \t\r\n/>");
  if (self->text->str[part.end - 2] != '/')
    {
      end.end = part.end - 1;
      for (end.start = end.end; end.start > name.end && self->text->str[end.start - 1] != '/';)
        end.start--;
      replace (self, end, tag);
    }
  replace (self, name, tag);
}

static void
change_reference (Mutant *self)
{
  static const char *const names[]
      = { "Ref=", "id=", "bpmnElement=", "default=", "calledElement=" };
  const char *mark = names[any (self, G_N_ELEMENTS (names))];
  g_autofree char *value = NULL;
  Part part, target;
  gsize at;

  if (!any_value (self, &part) || !find_from (self, any (self, self->text->len), mark, &at))
    return;
  value = dup_part (self, part);
  target.start = at + strlen (mark) + 1;
  if (target.start >= self->text->len
      || !find_from (self, target.start, (const char[]){ self->text->str[target.start - 1], '\0' },
                     &target.end))
    return;
  replace (self, target, value);
}

static void
cut_off (Mutant *self)
{
  g_string_truncate (self->text, any (self, self->text->len + 1));
}

static void (*const changes[]) (Mutant *self)
    = { drop_element, copy_element, copy_value, hurt_value,       change_tag,
        drop_element, copy_element, hurt_value, change_reference, change_reference };

gsize
fuzz_mutate (guint8 *data, gsize size, gsize max, guint32 seed)
{
  Mutant self
      = { g_string_new_len ((const char *)data, (gssize)size), g_rand_new_with_seed (seed) };
  guint n = 1 + (guint)any (&self, 4);

  for (guint i = 0; i < n; i++)
    changes[any (&self, G_N_ELEMENTS (changes))](&self);
  if (any (&self, 200) == 0)
    cut_off (&self);
  size = MIN (self.text->len, max);
  memcpy (data, self.text->str, size);
  g_string_free (self.text, TRUE);
  g_rand_free (self.rand);
  return size;
}
