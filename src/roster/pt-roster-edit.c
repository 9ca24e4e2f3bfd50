/* pt-roster-edit.c: changes of a roles file, each one undo step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/roster-edit.h>

#include "pt-roles-schema.h"
#include "pt-roster-private.h"

#include <glib/gi18n-lib.h>

/* ----- places ----------------------------------------------------------------------------------
 */

/* The order in which kinds of entries stand in a file that Partitur writes. */
static const char *const kinds[] = { "calendar", "skill", "unit", "role", "person", "rule" };

static guint
rank_of (const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (pt_roster_is (node, kinds[i]))
      return i;
  return G_N_ELEMENTS (kinds);
}

xmlNode *
pt_roster_place_for (xmlNode *root, const char *tag)
{
  xmlNode *last = NULL, *later = NULL;
  guint rank = 0;

  while (rank < G_N_ELEMENTS (kinds) && strcmp (kinds[rank], tag) != 0)
    rank++;
  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    {
      guint other = rank_of (node);

      if (other == rank)
        last = node;
      if (later == NULL && other > rank && other < G_N_ELEMENTS (kinds))
        later = node;
    }
  return last != NULL ? pt_xml_next_element (last) : later;
}

static GHashTable *
collect_ids (PtDocument *document)
{
  GHashTable *ids = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  xmlNode *root = pt_document_get_root (document);

  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    {
      char *id = pt_xml_attribute (node, "id");

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

/* Returns: (nullable): the entry @id when it is a @tag (nullable: any) */
static xmlNode *
find_entry (PtDocument *document, const char *id, const char *tag)
{
  xmlNode *node = pt_document_get_by_id (document, id);

  return node != NULL && node->parent == pt_document_get_root (document)
                 && (tag == NULL ? rank_of (node) < G_N_ELEMENTS (kinds) : pt_roster_is (node, tag))
             ? node
             : NULL;
}

/* What people call the entry. @entry: (nullable) */
static char *
name_of (const xmlNode *entry, const char *id)
{
  char *name = entry != NULL ? pt_xml_attribute (entry, "name") : NULL;

  return name != NULL ? name : g_strdup (id);
}

/* ----- entries ---------------------------------------------------------------------------------
 */

static xmlNode *
insert_entry (PtDocument *document, const char *tag, const char *id, const char *name)
{
  xmlNode *root = pt_document_get_root (document);
  xmlNode *node = pt_document_make_element (document, root, PT_NS_ROLES, NULL, tag);

  xmlSetProp (node, BAD_CAST "id", BAD_CAST id);
  if (name != NULL)
    xmlSetProp (node, BAD_CAST "name", BAD_CAST name);
  pt_document_insert (document, root, pt_roster_place_for (root, tag), node);
  return node;
}

char *
pt_roster_add_entry (PtDocument *document, const char *tag, const char *id, const char *name)
{
  g_autoptr (GHashTable) taken = collect_ids (document);
  char *made = id != NULL && !g_hash_table_contains (taken, id)
                   ? g_strdup (id)
                   : pt_roster_slug (id != NULL     ? id
                                     : name != NULL ? name
                                                    : tag,
                                     tag, taken);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Add “%s”"), name != NULL ? name : made);

  pt_document_begin (document, title);
  insert_entry (document, tag, made, name);
  pt_document_commit (document);
  return made;
}

char *
pt_roster_add_role (PtDocument *document, const char *name, PtRoleKind kind)
{
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Add role “%s”"), name);
  char *id;

  pt_document_begin (document, title);
  id = pt_roster_add_entry (document, "role", NULL, name);
  if (kind != PT_ROLE_INTERNAL)
    pt_roster_set (document, id, "kind", pt_roster_kind_to_string (kind));
  pt_document_commit (document);
  return id;
}

gboolean
pt_roster_set (PtDocument *document, const char *id, const char *attribute, const char *value)
{
  xmlNode *node = find_entry (document, id, NULL);
  g_autofree char *name = name_of (node, id);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Change “%s”"), name);

  if (node == NULL)
    return FALSE;
  pt_document_begin (document, title);
  pt_document_set_attribute (document, node, NULL, attribute, value);
  pt_document_commit (document);
  return TRUE;
}

/* ----- references ------------------------------------------------------------------------------
 */

/* Attributes that name one other entry, and whether what they stand in says nothing without. */
static const struct
{
  const char *name;
  gboolean whole;
} references[] = {
  { "role", TRUE },   { "skill", TRUE },     { "unit", FALSE },       { "within", FALSE },
  { "head", FALSE },  { "calendar", FALSE }, { "reports-to", FALSE }, { "deputy", FALSE },
  { "owner", FALSE }, { "manager", FALSE },
};

/* Attributes that name several. */
static const char *const reference_lists[] = { "is-a", "roles" };

/* Takes @id out of the list. Returns: whether it was in it */
static gboolean
leave_list (PtDocument *document, xmlNode *node, const char *name, const char *id)
{
  g_autofree char *value = pt_xml_attribute (node, name);
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\r\n", -1) : NULL;
  g_autoptr (GString) left = g_string_new (NULL);

  if (words == NULL || !g_strv_contains ((const char *const *)words, id))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_equal (words[i], id))
      g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", words[i]);
  pt_document_set_attribute (document, node, NULL, name, left->len > 0 ? left->str : NULL);
  return TRUE;
}

/* Returns: how many references to @id are gone from @node; it may be gone itself */
static guint
forget_in_node (PtDocument *document, xmlNode *node, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reference_lists); i++)
    n += leave_list (document, node, reference_lists[i], id);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *value = pt_xml_attribute (node, references[i].name);

      if (g_strcmp0 (value, id) != 0)
        continue;
      n++;
      if (references[i].whole)
        {
          pt_document_remove (document, node);
          return n;
        }
      pt_document_set_attribute (document, node, NULL, references[i].name, NULL);
    }
  return n;
}

static guint
forget_below (PtDocument *document, xmlNode *parent, const char *id)
{
  xmlNode *next;
  guint n = 0;

  for (xmlNode *node = pt_xml_first_element (parent); node != NULL; node = next)
    {
      next = pt_xml_next_element (node);
      n += forget_below (document, node, id);
      if (g_strcmp0 ((const char *)(node->ns != NULL ? node->ns->href : NULL), PT_NS_ROLES) == 0)
        n += forget_in_node (document, node, id);
    }
  return n;
}

gboolean
pt_roster_remove_all (PtDocument *document, const char *id, guint *n)
{
  xmlNode *entry = find_entry (document, id, NULL);
  g_autofree char *name = name_of (entry, id);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Remove “%s”"), name);

  *n = 0;
  if (entry == NULL)
    return FALSE;
  pt_document_begin (document, title);
  pt_document_remove (document, entry);
  *n = forget_below (document, pt_document_get_root (document), id);
  pt_document_commit (document);
  return TRUE;
}

/* ----- names -----------------------------------------------------------------------------------
 */

void
pt_roster_add_alias (PtDocument *document, const char *role_id, const char *alias)
{
  xmlNode *role = pt_document_get_by_id (document, role_id);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Add alias “%s”"), alias);
  xmlNode *node;

  g_return_if_fail (role != NULL && pt_roster_is (role, "role"));
  pt_document_begin (document, title);
  node = pt_document_make_element (document, role, PT_NS_ROLES, NULL, "alias");
  xmlAddChild (node, xmlNewDocText (role->doc, BAD_CAST alias));
  pt_document_insert (document, role, NULL, node);
  pt_document_commit (document);
}

static xmlNode *
find_role (PtDocument *document, const char *role)
{
  xmlNode *found = find_entry (document, role, "role");
  xmlNode *node = pt_xml_first_element (pt_document_get_root (document));

  if (found != NULL)
    return found;
  for (; node != NULL; node = pt_xml_next_element (node))
    {
      g_autofree char *name = pt_roster_is (node, "role") ? pt_xml_attribute (node, "name") : NULL;

      if (g_strcmp0 (name, role) == 0)
        return node;
    }
  return NULL;
}

gboolean
pt_roster_rename_role (PtDocument *document, const char *role, const char *name)
{
  xmlNode *node = find_role (document, role);
  g_autofree char *old = name_of (node, role);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Rename role “%s”"), old);

  if (node == NULL)
    return FALSE;
  pt_document_begin (document, title);
  pt_document_set_attribute (document, node, NULL, "name", name);
  pt_document_commit (document);
  return TRUE;
}

/* ----- what stands in an entry -----------------------------------------------------------------
 */

/* Returns: (nullable): the last child @tag */
static xmlNode *
last_part (xmlNode *entry, const char *tag)
{
  xmlNode *last = NULL;

  for (xmlNode *node = pt_xml_first_element (entry); node != NULL;
       node = pt_xml_next_element (node))
    if (pt_roster_is (node, tag))
      last = node;
  return last;
}

xmlNode *
pt_roster_add_part (PtDocument *document, const char *id, const char *tag, ...)
{
  xmlNode *entry = find_entry (document, id, NULL);
  xmlNode *node, *last;
  const char *name;
  va_list list;

  if (entry == NULL)
    return NULL;
  last = last_part (entry, tag);
  pt_document_begin (document, _ ("Add"));
  node = pt_document_make_element (document, entry, PT_NS_ROLES, NULL, tag);
  va_start (list, tag);
  while ((name = va_arg (list, const char *)) != NULL)
    {
      const char *value = va_arg (list, const char *);

      if (value != NULL)
        xmlSetProp (node, BAD_CAST name, BAD_CAST value);
    }
  va_end (list);
  pt_document_insert (document, entry, last != NULL ? pt_xml_next_element (last) : NULL, node);
  pt_document_commit (document);
  return node;
}

static gboolean
holds_without_end (xmlNode *person, const char *role_id)
{
  for (xmlNode *node = pt_xml_first_element (person); node != NULL;
       node = pt_xml_next_element (node))
    {
      g_autofree char *role = pt_roster_is (node, "holds") ? pt_xml_attribute (node, "role") : NULL;
      g_autofree char *as = pt_xml_attribute (node, "as");

      if (g_strcmp0 (role, role_id) == 0 && g_strcmp0 (as, "deputy") != 0
          && !xmlHasProp (node, BAD_CAST "until") && !xmlHasProp (node, BAD_CAST "from"))
        return TRUE;
    }
  return FALSE;
}

gboolean
pt_roster_add_hold (PtDocument *document, const char *person_id, const char *role_id)
{
  xmlNode *person = find_entry (document, person_id, "person");

  if (person == NULL || find_entry (document, role_id, "role") == NULL
      || holds_without_end (person, role_id))
    return FALSE;
  pt_document_begin (document, _ ("Add holder"));
  pt_roster_add_part (document, person_id, "holds", "role", role_id, NULL);
  pt_document_commit (document);
  return TRUE;
}

/* Removes the part @tag of the person that stands at @place among its like. */
static gboolean
remove_part (PtDocument *document,
             const char *person_id,
             const char *tag,
             guint place,
             const char *title)
{
  xmlNode *person = find_entry (document, person_id, "person");
  xmlNode *node = person != NULL ? pt_xml_first_element (person) : NULL;

  for (; node != NULL; node = pt_xml_next_element (node))
    if (pt_roster_is (node, tag) && place-- == 0)
      break;
  if (node == NULL)
    return FALSE;
  pt_document_begin (document, title);
  pt_document_remove (document, node);
  pt_document_commit (document);
  return TRUE;
}

gboolean
pt_roster_remove_hold (PtDocument *document, const char *person_id, guint place)
{
  return remove_part (document, person_id, "holds", place, _ ("Remove holder"));
}

/* ----- absences ------------------------------------------------------------------------------- */

gboolean
pt_roster_add_absence (PtDocument *document,
                       const char *person_id,
                       const char *from,
                       const char *until,
                       const char *deputy)
{
  if (find_entry (document, person_id, "person") == NULL)
    return FALSE;
  pt_document_begin (document, _ ("Add absence"));
  pt_roster_add_part (document, person_id, "away", "from", from, "until", until, "deputy", deputy,
                      NULL);
  pt_document_commit (document);
  return TRUE;
}

gboolean
pt_roster_remove_absence (PtDocument *document, const char *person_id, guint place)
{
  return remove_part (document, person_id, "away", place, _ ("Remove absence"));
}

/* ----- spans -----------------------------------------------------------------------------------
 */

gboolean
pt_roster_day_from_string (const char *text, GDate *day)
{
  return pt_roster_parse_day (text, day);
}

gboolean
pt_roster_end_hold (PtDocument *document, xmlNode *hold, const GDate *last)
{
  g_autofree char *text = pt_roster_format_day (last);
  GDate from;

  if (!pt_roster_is (hold, "holds"))
    return FALSE;
  pt_document_begin (document, _ ("End role"));
  if (pt_roster_read_day (hold, "from", &from, NULL) && g_date_valid (&from)
      && g_date_compare (&from, last) > 0)
    pt_document_remove (document, hold);
  else
    pt_document_set_attribute (document, hold, NULL, "until", text);
  pt_document_commit (document);
  return TRUE;
}

static gboolean
goes_on_after (const xmlNode *hold, const GDate *last)
{
  GDate until;

  return pt_roster_is (hold, "holds") && pt_roster_read_day (hold, "until", &until, NULL)
         && (!g_date_valid (&until) || g_date_compare (&until, last) > 0);
}

gboolean
pt_roster_end_spans (PtDocument *document, const char *person_id, const GDate *last)
{
  xmlNode *person = find_entry (document, person_id, "person");
  xmlNode *next = NULL;
  gboolean any = FALSE;

  if (person == NULL)
    return FALSE;
  pt_document_begin (document, _ ("End roles"));
  for (xmlNode *node = pt_xml_first_element (person); node != NULL; node = next)
    {
      next = pt_xml_next_element (node);
      if (goes_on_after (node, last))
        any |= pt_roster_end_hold (document, node, last);
    }
  pt_document_commit (document);
  return any;
}

gboolean
pt_roster_swap_span (PtDocument *document, xmlNode *span)
{
  g_autofree char *from = pt_xml_attribute (span, "from");
  g_autofree char *until = pt_xml_attribute (span, "until");

  if (from == NULL || until == NULL)
    return FALSE;
  pt_document_begin (document, _ ("Exchange days"));
  pt_document_set_attribute (document, span, NULL, "from", until);
  pt_document_set_attribute (document, span, NULL, "until", from);
  pt_document_commit (document);
  return TRUE;
}

/* ----- shares ----------------------------------------------------------------------------------
 */

/* Returns: the share that @hold gives on @day; negative: none */
static double
share_of (const xmlNode *hold, const GDate *day)
{
  g_autofree char *text = pt_roster_is (hold, "holds") ? pt_xml_attribute (hold, "share") : NULL;
  GDate from, until;

  if (text == NULL || !pt_roster_read_day (hold, "from", &from, NULL)
      || !pt_roster_read_day (hold, "until", &until, NULL)
      || !pt_roster_span_covers (&from, &until, day))
    return -1;
  return g_ascii_strtod (text, NULL);
}

static void
set_share (PtDocument *document, xmlNode *hold, double share)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* Down to hundredths, so that the sum is not over again. */
  g_ascii_formatd (text, sizeof text, "%.2f", (double)(int)(share * 100 + 1e-6) / 100);
  pt_document_set_attribute (document, hold, NULL, "share", text);
}

gboolean
pt_roster_scale_shares (PtDocument *document, const char *person_id, const GDate *day)
{
  xmlNode *person = find_entry (document, person_id, "person");
  g_autofree char *fte_text = person != NULL ? pt_xml_attribute (person, "fte") : NULL;
  double fte = fte_text != NULL ? g_ascii_strtod (fte_text, NULL) : 1, sum = 0;

  for (xmlNode *node = person != NULL ? pt_xml_first_element (person) : NULL; node != NULL;
       node = pt_xml_next_element (node))
    sum += MAX (share_of (node, day), 0);
  if (sum <= fte)
    return FALSE;
  pt_document_begin (document, _ ("Scale shares"));
  for (xmlNode *node = pt_xml_first_element (person); node != NULL;
       node = pt_xml_next_element (node))
    if (share_of (node, day) >= 0)
      set_share (document, node, share_of (node, day) * fte / sum);
  pt_document_commit (document);
  return TRUE;
}
