/* pt-difference-words.c: what happened to an element, in words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-difference-label.h"

/* --- kinds --- */

static const struct
{
  const char *word, *heading, *sign;
} kinds[PT_N_DIFFERENCE_KINDS] = {
  [PT_DIFFERENCE_ADDED] = { "added", N_ ("Added"), "+" },
  [PT_DIFFERENCE_REMOVED] = { "removed", N_ ("Removed"), "−" },
  [PT_DIFFERENCE_CHANGED] = { "changed", N_ ("Changed"), "✎" },
  [PT_DIFFERENCE_MOVED] = { "moved", N_ ("Drawn differently"), "↔" },
  [PT_DIFFERENCE_RECOLORED] = { "recolored", N_ ("Other colors"), "◐" },
  [PT_DIFFERENCE_NEW_ID] = { "new-id", N_ ("The same under another id"), "#" },
};

const char *
pt_difference_kind_to_string (PtDifferenceKind kind)
{
  return kinds[kind].word;
}

const char *
pt_difference_kind_heading (PtDifferenceKind kind)
{
  return _ (kinds[kind].heading);
}

const char *
pt_difference_kind_sign (PtDifferenceKind kind)
{
  return kinds[kind].sign;
}

/* --- details --- */

typedef struct
{
  PtAlterationKind kind;
  const char *path;
  const char *changed, *appeared, *gone;
} Phrase;

static const Phrase phrases[] = {
#define PT_PHRASE(kind, path, changed, appeared, gone)                                             \
  { PT_ALTERED_##kind, path, changed, appeared, gone },
#include "pt-phrases.def"
#undef PT_PHRASE
};

static gboolean
path_fits (const char *pattern, const char *path)
{
  const char *slash = strrchr (path, '/');

  if (*pattern == '*')
    return strcmp (pattern + 1, slash != NULL ? slash + 1 : path) == 0;
  return *pattern == '\0' || strcmp (pattern, path) == 0;
}

static const Phrase *
phrase_of (const PtAlteration *detail)
{
  PtAlterationKind kind = detail->kind == PT_ALTERED_CHILD ? PT_ALTERED_TEXT : detail->kind;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (phrases[i].kind == kind && path_fits (phrases[i].path, detail->path))
      return &phrases[i];
  return NULL;
}

/* A child is told by its text, or by its XML when it has none. */
static char *
value_of_child (const xmlNode *node, const char *xml)
{
  g_autofree char *text = pt_xml_text (node);

  return pt_quoted (*text != '\0' ? text : xml);
}

/* Some write 270.0, some a length of digits that nobody reads. */
static char *
plain_numbers (const char *value)
{
  GString *text = g_string_new (NULL);

  while (*value != '\0')
    {
      char *end;
      double number = g_ascii_strtod (value, &end);

      if (end == value)
        g_string_append_c (text, *end++);
      else
        g_string_append_printf (text, "%.0f", number);
      value = end;
    }
  return g_string_free (text, FALSE);
}

static char *
value_of (const PtComparison *self,
          PtAlterationKind kind,
          const char *value,
          const PtCompared *element,
          const xmlNode *node)
{
  if (element != NULL)
    return pt_compared_short (self, element);
  if (value == NULL)
    return g_strdup ("");
  if (node != NULL)
    return value_of_child (node, value);
  if (kind == PT_ALTERED_TYPE)
    return g_strdup (pt_bpmn_type_label (pt_bpmn_type_from_tag (value)));
  return kind == PT_ALTERED_PLACE || kind == PT_ALTERED_SIZE ? plain_numbers (value)
                                                             : pt_quoted (value);
}

/* What is at a path, for people: of a child its everyday name. */
static char *
name_of_path (const PtAlteration *detail)
{
  const char *path = detail->path;
  PtBpmnType type;

  if (detail->kind == PT_ALTERED_CHILD && (type = pt_bpmn_type_from_tag (path)) != PT_BPMN_NONE)
    return g_strdup_printf ("“%s”", pt_bpmn_type_label (type));
  if (g_str_has_prefix (path, "extensionElements/"))
    path += strlen ("extensionElements/");
  return g_strdup_printf ("“%s”", *path == '@' ? path + 1 : path);
}

/* Returns: (transfer full): @phrase with {1}, {2}, {3} filled in */
static char *
fill (const char *phrase, const char *const values[3])
{
  GString *text = g_string_new (NULL);

  for (const char *p = phrase; *p != '\0'; p++)
    if (p[0] == '{' && p[1] >= '1' && p[1] <= '3' && p[2] == '}')
      {
        g_string_append (text, values[p[1] - '1']);
        p += 2;
      }
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

static char *
line_of (const PtComparison *self, const PtAlteration *detail)
{
  const Phrase *phrase = phrase_of (detail);
  g_autofree char *from
      = value_of (self, detail->kind, detail->from, detail->from_element, detail->from_node);
  g_autofree char *to
      = value_of (self, detail->kind, detail->to, detail->to_element, detail->to_node);
  g_autofree char *path = name_of_path (detail);
  const char *const values[] = { from, to, path };
  const char *words;

  g_return_val_if_fail (phrase != NULL, g_strdup (detail->path));
  words = detail->from == NULL && *from == '\0' ? phrase->appeared
          : detail->to == NULL && *to == '\0'   ? phrase->gone
                                                : phrase->changed;
  return fill (words != NULL ? _ (words) : "{3}", values);
}

/* --- what came and went --- */

/* Where it is or was: flows between what, everything else in which lane or container. */
static char *
whereabouts (const PtComparison *self, const PtCompared *compared)
{
  const PtEntry *entry = (const PtEntry *)compared;
  const PtEntry *lane;
  const PtCompared *source = pt_compared_end (self, compared, "sourceRef");
  const PtCompared *target = pt_compared_end (self, compared, "targetRef");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (source != NULL && target != NULL && compared->name != NULL)
    {
      first = pt_compared_short (self, source);
      second = pt_compared_short (self, target);
      return g_strdup_printf (_ ("from %s to %s"), first, second);
    }
  lane = pt_catalog_lane (pt_compared_catalog (self, compared), entry);
  if (lane != NULL)
    {
      first = pt_compared_short (self, &lane->face);
      return g_strdup_printf (_ ("in lane %s"), first);
    }
  if (source == NULL && entry->parent != NULL && entry->parent->face.name != NULL)
    {
      first = pt_compared_label (self, &entry->parent->face);
      return g_strdup_printf (_ ("in %s"), first);
    }
  return NULL;
}

GStrv
pt_difference_lines (const PtComparison *self, const PtDifference *difference)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const PtCompared *lone = difference->before == NULL  ? difference->after
                           : difference->after == NULL ? difference->before
                                                       : NULL;
  g_autofree char *where = lone != NULL ? whereabouts (self, lone) : NULL;

  if (where != NULL)
    g_strv_builder_add (lines, where);
  for (guint i = 0; i < difference->details->len; i++)
    {
      g_autofree char *line = line_of (self, difference->details->pdata[i]);

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}
