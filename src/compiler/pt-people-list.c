/* pt-people-list.c: lists of users and groups, as engines have them written
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-people-list.h"

#include <string.h>

/* Returns: (transfer full) (nullable): what is between the brackets of "user(ann)", when @item is
 * such */
static char *
inside_of (const char *item, const char *word)
{
  gsize n = strlen (item), begin = strlen (word);

  if (n < begin + 3 || !g_str_has_prefix (item, word) || item[begin] != '(' || item[n - 1] != ')')
    return NULL;
  return g_strstrip (g_strndup (item + begin + 1, n - begin - 2));
}

static void
append_item (GString *text, const char *item)
{
  g_autofree char *user = inside_of (item, "user");
  g_autofree char *group = inside_of (item, "group");
  const char *name = user ? user : group ? group : item;
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\\\"", parts);

  g_string_append_printf (text, "%s%s(\"%s\")", text->len > 0 ? " or " : "",
                          user ? "person" : "role", quoted);
}

char *
pt_people_list_to_assignment (const char *list)
{
  g_auto (GStrv) items = g_strsplit (list, ",", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!items[0] || *items[0] == '$' || *items[0] == '#' || *items[0] == '='
      || (!items[1] && !g_str_has_prefix (g_strstrip (items[0]), "user(")))
    return NULL;
  for (guint i = 0; items[i]; i++)
    if (*g_strstrip (items[i]))
      append_item (text, items[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
