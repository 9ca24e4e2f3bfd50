/* pt-roster-check.c: every fault of a roles file, check by check
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

typedef void (*Check) (const PtRosterCheck *self);

static const Check checks[] = {
  pt_roster_check_shape,   pt_roster_check_age,   pt_roster_check_names, pt_roster_check_references,
  pt_roster_check_circles, pt_roster_check_times, pt_roster_check_staff, pt_roster_check_people,
  pt_roster_check_outlook, pt_roster_check_rules,
};

/* ----- places ----------------------------------------------------------------------------------
 */

void
pt_roster_check_place (const PtRosterCheck *self, PtDiagnostic *diagnostic, xmlNode *node)
{
  int line, column;

  pt_document_get_position (self->document, node, &line, &column);
  pt_diagnostic_set_place (diagnostic, self->file, line, column);
}

char *
pt_roster_check_line (const PtRosterCheck *self, xmlNode *node)
{
  int line, column;

  return pt_document_get_position (self->document, node, &line, &column)
             ? g_strdup_printf ("%d", line)
             : g_strdup ("");
}

static GHashTable *
number_entries (PtDocument *document)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);
  guint number = 0;

  for (xmlNode *node = pt_xml_first_element (pt_document_get_root (document)); node != NULL;
       node = pt_xml_next_element (node))
    g_hash_table_insert (places, node, GUINT_TO_POINTER (++number));
  return places;
}

static guint
count_before (const PtRosterCheck *self, const xmlNode *node)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, node));
  guint count = 0;

  if (number > 0)
    return number - 1;
  for (xmlNode *other = pt_xml_first_element (node->parent); other != NULL && other != node;
       other = pt_xml_next_element (other))
    count++;
  return count;
}

char *
pt_roster_check_path (const PtRosterCheck *self, const xmlNode *node)
{
  GString *path = g_string_new (NULL);

  for (; node->parent != NULL && node->parent->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *step = g_strdup_printf ("%u/", count_before (self, node));

      g_string_prepend (path, step);
    }
  g_string_prepend (path, PT_ROLES_PATH);
  return g_string_free (path, FALSE);
}

xmlNode *
pt_roster_check_entry (const PtRosterCheck *self, const char *id)
{
  return pt_document_get_by_id (self->document, id);
}

xmlNode *
pt_roster_check_part (const PtRosterCheck *self, const char *id, const char *tag, guint place)
{
  xmlNode *entry = pt_roster_check_entry (self, id);

  for (xmlNode *node = pt_xml_first_element (entry); node != NULL;
       node = pt_xml_next_element (node))
    if (pt_roster_is (node, tag) && place-- == 0)
      return node;
  return NULL;
}

gboolean
pt_roster_check_take (const PtRosterCheck *self, guint n)
{
  if (*self->patience < n)
    return FALSE;
  *self->patience -= n;
  return TRUE;
}

/* ----- all of them -----------------------------------------------------------------------------
 */

static char *
name_of_file (PtDocument *document)
{
  GFile *file = pt_document_get_file (document);

  return file != NULL ? g_file_get_parse_name (file) : g_strdup (pt_document_get_name (document));
}

void
pt_roster_check (PtDocument *document, const GDate *day, PtDiagnostics *diagnostics)
{
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  g_autofree char *file = name_of_file (document);
  g_autoptr (GHashTable) places = number_entries (document);
  guint64 patience = PT_PATIENCE;
  PtRosterCheck check = { document, roster, day, diagnostics, file, places, &patience };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i](&check);
}
