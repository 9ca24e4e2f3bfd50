/* pt-import-merge.c: finding entries of a roles file again, and noting what becomes of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-import-merge.h"

#include <glib/gi18n-lib.h>
#include <partitur/letter-case.h>
#include <partitur/roster-edit.h>
#include <string.h>

#include "src/roster/pt-fold.h"
#include "src/roster/pt-roster-private.h"

/* ----- keys ------------------------------------------------------------------------------------
 */

/* Returns: (transfer full) */
static char *
full_key (const char *tag, const char *key)
{
  g_autofree char *folded = pt_case_fold (key);

  return g_strdup_printf ("%s %s", tag, folded);
}

/* Returns: (transfer full) (nullable) */
static char *
note_of (xmlNode *node, const char *attribute)
{
  xmlChar *value = xmlGetNsProp (node, BAD_CAST attribute, BAD_CAST PT_NS_IMPORT);
  char *text = g_strdup ((const char *)value);

  xmlFree (value);
  return text;
}

gboolean
pt_merge_is_of_source (const PtMerge *self, xmlNode *node)
{
  g_autofree char *from = note_of (node, "from");

  return g_strcmp0 (from, self->options->source) == 0;
}

/* ----- what there is ---------------------------------------------------------------------------
 */

static void
index_name (PtMerge *self, xmlNode *node)
{
  const char *tag = (const char *)node->name;
  g_autofree char *name = pt_xml_attribute (node, "name");
  g_autofree char *folded = name != NULL ? pt_fold (name) : NULL;
  g_autofree char *key = folded != NULL ? full_key (tag, folded) : NULL;

  if (key != NULL && !g_hash_table_contains (self->names, key))
    g_hash_table_insert (self->names, g_steal_pointer (&key), node);
}

static void
index_entry (PtMerge *self, xmlNode *node)
{
  char *id = pt_xml_attribute (node, "id");
  g_autofree char *key = note_of (node, "key");
  g_autofree char *mail = pt_roster_is (node, "person") ? pt_xml_attribute (node, "mail") : NULL;

  if (id != NULL)
    g_hash_table_add (self->taken, id);
  if (key != NULL && pt_merge_is_of_source (self, node))
    g_hash_table_insert (self->noted, full_key ((const char *)node->name, key), node);
  if (mail != NULL)
    g_hash_table_insert (self->mails, pt_case_fold (mail), node);
  index_name (self, node);
}

PtMerge *
pt_merge_new (PtDocument *document, const PtImported *imported, const PtImportOptions *options)
{
  PtMerge *self = g_new0 (PtMerge, 1);

  self->document = document;
  self->imported = imported;
  self->options = options;
  self->yesterday = options->day;
  g_date_subtract_days (&self->yesterday, 1);
  self->noted = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->found = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->merged = g_hash_table_new (NULL, NULL);
  self->taken = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->mails = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new (pt_id_hash, g_str_equal);
  for (xmlNode *node = pt_xml_first_element (pt_document_get_root (document)); node != NULL;
       node = pt_xml_next_element (node))
    index_entry (self, node);
  return self;
}

GPtrArray *
pt_merge_free (PtMerge *self)
{
  GPtrArray *changes = self->changes;

  g_hash_table_unref (self->noted);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->mails);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->places);
  g_free (self);
  return changes;
}

/* ----- changes ---------------------------------------------------------------------------------
 */

static void
change_free (gpointer data)
{
  PtImportChange *self = data;

  g_free (self->tag);
  g_free (self->id);
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

static PtImportChange *
add_change (PtMerge *self, PtImportChangeKind kind, xmlNode *node)
{
  PtImportChange *change = g_new0 (PtImportChange, 1);

  change->kind = kind;
  change->tag = g_strdup ((const char *)node->name);
  change->id = pt_xml_attribute (node, "id");
  change->name = pt_xml_attribute (node, "name");
  if (change->name == NULL)
    change->name = g_strdup (change->id);
  if (self->changes == NULL)
    self->changes = g_ptr_array_new_with_free_func (change_free);
  g_ptr_array_add (self->changes, change);
  g_hash_table_insert (self->merged, node, change);
  return change;
}

/* What is new has no details: all of it is. @detail: (transfer full) */
static void
note (PtMerge *self, xmlNode *node, char *detail)
{
  PtImportChange *change = g_hash_table_lookup (self->merged, node);
  g_autofree char *owned = detail;

  if (change == NULL)
    change = add_change (self, PT_IMPORT_CHANGED, node);
  if (change->kind != PT_IMPORT_CHANGED)
    return;
  if (change->detail == NULL)
    change->detail = g_steal_pointer (&owned);
  else
    {
      g_autofree char *before = change->detail;

      change->detail = g_strdup_printf ("%s; %s", before, detail);
    }
}

void
pt_merge_note (PtMerge *self,
               const char *tag,
               const char *key,
               const char *pattern,
               const char *what)
{
  const char *const args[] = { what, NULL };

  note (self, pt_merge_find (self, tag, key), pt_wording_fill (pattern, args));
}

/* ----- entries ---------------------------------------------------------------------------------
 */

xmlNode *
pt_merge_find (PtMerge *self, const char *tag, const char *key)
{
  g_autofree char *whole = full_key (tag, key);

  return g_hash_table_lookup (self->found, whole);
}

const char *
pt_merge_id (PtMerge *self, const char *tag, const char *key)
{
  xmlNode *node = key != NULL ? pt_merge_find (self, tag, key) : NULL;
  g_autofree char *id = node != NULL ? pt_xml_attribute (node, "id") : NULL;

  return id != NULL ? g_hash_table_lookup (self->taken, id) : NULL;
}

const char *
pt_merge_person_id (PtMerge *self, const char *said)
{
  const char *id = pt_merge_id (self, "person", said);
  g_autofree char *folded = said != NULL ? pt_case_fold (said) : NULL;
  xmlNode *node = NULL;
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;

  if (id != NULL || said == NULL)
    return id;
  node = g_hash_table_lookup (self->mails, folded);
  if (node == NULL)
    {
      g_autofree char *plain = pt_fold (said);

      name = full_key ("person", plain);
      node = g_hash_table_lookup (self->names, name);
    }
  found = node != NULL ? pt_xml_attribute (node, "id") : NULL;
  return found != NULL ? g_hash_table_lookup (self->taken, found) : NULL;
}

static gboolean
is_free (PtMerge *self, xmlNode *node, const char *tag)
{
  return node != NULL && pt_roster_is (node, tag) && !g_hash_table_contains (self->merged, node);
}

/* By its note, its id, its mail address, and roles and units by their name. Returns: (nullable) */
static xmlNode *
find_again (PtMerge *self,
            const char *tag,
            const char *key,
            const char *id,
            const char *name,
            const char *mail)
{
  g_autofree char *whole = full_key (tag, key);
  g_autofree char *plain = pt_fold (name);
  g_autofree char *named = full_key (tag, plain);
  g_autofree char *folded_mail = mail != NULL ? pt_case_fold (mail) : NULL;
  xmlNode *const nodes[] = {
    g_hash_table_lookup (self->noted, whole),
    pt_document_get_by_id (self->document, id != NULL ? id : key),
    folded_mail != NULL ? g_hash_table_lookup (self->mails, folded_mail) : NULL,
    strcmp (tag, "person") != 0 ? g_hash_table_lookup (self->names, named) : NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    if (is_free (self, nodes[i], tag))
      return nodes[i];
  return NULL;
}

/* Returns: (transfer full) */
static char *
make_id (PtMerge *self, const char *tag, const char *key, const char *id, const char *name)
{
  const char *wish = id != NULL ? id : key;

  if (xmlValidateNCName (BAD_CAST wish, 0) == 0 && !g_hash_table_contains (self->taken, wish))
    {
      g_hash_table_add (self->taken, g_strdup (wish));
      return g_strdup (wish);
    }
  return pt_roster_slug (name, tag, self->taken);
}

static xmlNode *
place_of (PtMerge *self, const char *tag)
{
  xmlNode *root = pt_document_get_root (self->document);

  if (!g_hash_table_contains (self->places, tag))
    g_hash_table_insert (self->places, (gpointer)tag, pt_roster_place_for (root, tag));
  return g_hash_table_lookup (self->places, tag);
}

static xmlNode *
add_entry (PtMerge *self, const char *tag, const char *key, const char *id, const char *name)
{
  xmlNode *root = pt_document_get_root (self->document);
  xmlNode *node = pt_document_make_element (self->document, root, PT_NS_ROLES, NULL, tag);
  g_autofree char *made = make_id (self, tag, key, id, name);

  xmlSetProp (node, BAD_CAST "id", BAD_CAST made);
  xmlSetProp (node, BAD_CAST "name", BAD_CAST name);
  pt_document_insert (self->document, root, place_of (self, tag), node);
  add_change (self, PT_IMPORT_ADDED, node);
  return node;
}

void
pt_merge_entry (PtMerge *self,
                const char *tag,
                const char *key,
                const char *id,
                const char *name,
                const char *mail)
{
  const char *called = name != NULL ? name : key;
  xmlNode *node = find_again (self, tag, key, id, called, mail);

  if (node == NULL)
    node = add_entry (self, tag, key, id, called);
  else
    g_hash_table_insert (self->merged, node, NULL);
  g_hash_table_insert (self->found, full_key (tag, key), node);
  pt_document_set_attribute (self->document, node, PT_NS_IMPORT, "from", self->options->source);
  pt_document_set_attribute (self->document, node, PT_NS_IMPORT, "key", key);
  pt_merge_set (self, tag, key, "name", name);
  index_name (self, node);
}

void
pt_merge_set (PtMerge *self,
              const char *tag,
              const char *key,
              const char *attribute,
              const char *value)
{
  xmlNode *node = pt_merge_find (self, tag, key);
  g_autofree char *now = pt_xml_attribute (node, attribute);

  if (value == NULL || g_strcmp0 (now, value) == 0)
    return;
  pt_document_set_attribute (self->document, node, NULL, attribute, value);
  note (self, node,
        now != NULL ? g_strdup_printf ("%s: %s → %s", attribute, now, value)
                    : g_strdup_printf ("%s: %s", attribute, value));
}

/* ----- who is gone -----------------------------------------------------------------------------
 */

gboolean
pt_merge_goes_on (const PtMerge *self, const xmlNode *node)
{
  GDate until;

  return pt_roster_read_day (node, "until", &until, NULL)
         && (!g_date_valid (&until) || g_date_compare (&until, &self->yesterday) > 0);
}

/* Somebody whose spans are all over is history already. */
static gboolean
has_ended (const PtMerge *self, const xmlNode *person)
{
  gboolean any = FALSE;

  for (xmlNode *node = pt_xml_first_element (person); node != NULL;
       node = pt_xml_next_element (node))
    {
      if (!pt_roster_is (node, "holds"))
        continue;
      if (pt_merge_goes_on (self, node))
        return FALSE;
      any = TRUE;
    }
  return any || !pt_roster_is_active (person);
}

void
pt_merge_find_vanished (PtMerge *self)
{
  for (xmlNode *node = pt_xml_first_element (pt_document_get_root (self->document)); node != NULL;
       node = pt_xml_next_element (node))
    {
      g_autofree char *id = pt_xml_attribute (node, "id");

      if (!pt_roster_is (node, "person") || g_hash_table_contains (self->merged, node)
          || !pt_merge_is_of_source (self, node) || has_ended (self, node))
        continue;
      add_change (self, PT_IMPORT_VANISHED, node);
      if (self->options->end_vanished && id != NULL)
        pt_roster_end_spans (self->document, id, &self->yesterday);
    }
  if (self->changes == NULL)
    self->changes = g_ptr_array_new_with_free_func (change_free);
}
