/* pt-roster-values.c: reading and writing what attributes of a roles file say
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

static const char *const kinds[] = {
  [PT_ROLE_INTERNAL] = "internal",
  [PT_ROLE_EXTERNAL] = "external",
  [PT_ROLE_SYSTEM] = "system",
};

static const char *const rule_types[] = {
  [PT_RULE_SEPARATE_ROLES] = "separate-roles",
  [PT_RULE_SEPARATE_TASKS] = "separate-tasks",
  [PT_RULE_SAME_PERSON] = "same-person",
  [PT_RULE_AT_MOST] = "at-most",
  [PT_RULE_AT_LEAST] = "at-least",
  [PT_RULE_SAME_UNIT] = "same-unit",
  [PT_RULE_OTHER_UNIT] = "other-unit",
  [PT_RULE_SUPERIOR] = "superior",
};

gboolean
pt_roster_parse_day (const char *text, GDate *day)
{
  static const char shape[] = "dddd-dd-dd";
  guint year, month, number;

  g_date_clear (day, 1);
  for (guint i = 0; i < sizeof (shape); i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;
  year = (guint)g_ascii_strtoull (text, NULL, 10);
  month = (guint)g_ascii_strtoull (text + strlen ("dddd-"), NULL, 10);
  number = (guint)g_ascii_strtoull (text + strlen ("dddd-dd-"), NULL, 10);
  if (!g_date_valid_dmy ((GDateDay)number, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay)number, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

gboolean
pt_roster_read_day (const xmlNode *node, const char *attribute, GDate *day, gboolean *given)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);

  g_date_clear (day, 1);
  if (given != NULL)
    *given = text != NULL;
  return text == NULL || pt_roster_parse_day (g_strstrip (text), day);
}

char *
pt_roster_format_day (const GDate *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day),
                          g_date_get_day (day));
}

gboolean
pt_roster_span_covers (const GDate *from, const GDate *until, const GDate *day)
{
  return (!g_date_valid (from) || g_date_compare (from, day) <= 0)
         && (!g_date_valid (until) || g_date_compare (day, until) <= 0);
}

gboolean
pt_roster_is (const xmlNode *node, const char *tag)
{
  return pt_xml_is (node, PT_NS_ROLES, tag);
}

gboolean
pt_roster_is_active (const xmlNode *person)
{
  g_autofree char *active = pt_xml_attribute (person, "active");

  return active == NULL || (strcmp (active, "false") != 0 && strcmp (active, "0") != 0);
}

const char *
pt_roster_kind_to_string (PtRoleKind kind)
{
  return kinds[kind];
}

PtRoleKind
pt_roster_kind_from_string (const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], text) == 0)
      return (PtRoleKind)i;
  return PT_ROLE_INTERNAL;
}

gboolean
pt_rule_type_from_string (const char *text, PtRuleType *type)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (rule_types); i++)
    if (strcmp (rule_types[i], text) == 0)
      {
        *type = (PtRuleType)i;
        return TRUE;
      }
  return FALSE;
}

const char *
pt_rule_type_to_string (PtRuleType type)
{
  return rule_types[type];
}

GStrv
pt_roster_split (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

/* Letters and digits in lower case, one hyphen for everything between them. */
static GString *
make_slug (const char *name, const char *otherwise)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0 || !g_ascii_isalpha (slug->str[0]))
    {
      if (slug->len > 0)
        g_string_prepend_c (slug, '-');
      g_string_prepend (slug, otherwise);
    }
  return slug;
}

char *
pt_roster_slug (const char *name, const char *otherwise, GHashTable *taken)
{
  GString *slug = make_slug (name, otherwise);
  gsize length = slug->len;

  for (guint n = 2; g_hash_table_contains (taken, slug->str); n++)
    {
      g_string_truncate (slug, length);
      g_string_append_printf (slug, "-%u", n);
    }
  g_hash_table_add (taken, g_strdup (slug->str));
  return g_string_free (slug, FALSE);
}
