/* pt-fixes-file.c: repairs of the file itself
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"
#include "pt-fixes.h"
#include "pt-references.h"

#include <glib/gi18n-lib.h>
#include <partitur/modeling.h>
#include <partitur/roster.h>
#include <string.h>

static PtDocument *
document_of (const PtRepair *self)
{
  return pt_process_graph_get_document (self->graph);
}

/* What a path leads to, and the document it is in: one that begins with "roles:" is of the roles file.
 * Returns: (nullable) */
static xmlNode *
find (const PtRepair *self, const char *path, PtDocument **document)
{
  gboolean of_roles = g_str_has_prefix (path, PT_ROLES_PATH);

  *document = of_roles ? self->roles : document_of (self);
  if (*document == NULL)
    return NULL;
  return pt_file_find (*document, of_roles ? path + strlen (PT_ROLES_PATH) : path);
}

/* ----- encoding and drawing ------------------------------------------------------------------- */

gboolean
pt_repair_write_utf8 (const PtRepair *self)
{
  PtDocument *document = document_of (self);
  int line, column;

  if (pt_document_get_strays (document, &line, &column) == 0
      && pt_document_get_claimed_encoding (document) == NULL)
    return FALSE;
  pt_document_begin (document, _ ("Write as UTF-8"));
  pt_document_drop_strays (document);
  pt_document_commit (document);
  return TRUE;
}

gboolean
pt_repair_draw_all (const PtRepair *self)
{
  return pt_modeling_make_diagram (self->graph);
}

gboolean
pt_repair_draw (const PtRepair *self)
{
  return pt_modeling_draw (self->graph, self->args[1]);
}

/* ----- finding the place again ---------------------------------------------------------------- */

/* What an element that is a reference itself says, it says by its text. */
static gboolean
is_text (const xmlNode *node, const char *name)
{
  return strcmp ((const char *)node->name, name) == 0;
}

/* Whether the attribute or text still has the value that was complained about; an empty one may be
 * missing.
 */
static gboolean
still_says (const xmlNode *node, const char *name, const char *value)
{
  g_autofree char *now = !node                  ? NULL
                         : is_text (node, name) ? pt_xml_text (node)
                                                : pt_xml_attribute (node, name);

  return node && strcmp (now ? now : "", value) == 0;
}

static xmlNode *
find_tag (const PtRepair *self, const char *path, const char *tag, PtDocument **document)
{
  xmlNode *node = find (self, path, document);

  return node && strcmp ((const char *)node->name, tag) == 0 ? node : NULL;
}

static void
set (PtDocument *document,
     xmlNode *node,
     const char *title,
     const char *attribute,
     const char *value)
{
  pt_document_begin (document, title);
  if (is_text (node, attribute))
    pt_document_set_text (document, node, value);
  else
    pt_document_set_attribute (document, node, NULL, attribute, value);
  pt_document_commit (document);
}

/* ----- ids ------------------------------------------------------------------------------------ */

/* "userTask" makes "UserTask_1". */
static char *
make_id (PtDocument *document, const xmlNode *node)
{
  g_autofree char *prefix = g_strdup ((const char *)node->name);

  *prefix = g_ascii_toupper (*prefix);
  return pt_document_make_id (document, prefix);
}

gboolean
pt_repair_new_id (const PtRepair *self)
{
  PtDocument *document;
  xmlNode *node = find (self, self->args[0], &document);
  g_autofree char *id = NULL;

  if (!still_says (node, "id", self->args[1]))
    return FALSE;
  pt_document_begin (document, _ ("Give an id"));
  id = make_id (document, node);
  pt_document_set_attribute (document, node, NULL, "id", id);
  pt_document_commit (document);
  return TRUE;
}

/* As like the old one as can be. */
static char *
make_valid (PtDocument *document, const char *old)
{
  g_autofree char *id = pt_id_make_valid (old);

  return pt_document_get_by_id (document, id) ? pt_document_make_id (document, id)
                                              : g_steal_pointer (&id);
}

typedef struct
{
  PtDocument *document;
  const char *old, *id;
} Renaming;

static void
follow_cb (const PtReference *reference, gpointer data)
{
  const Renaming *self = data;
  g_autofree char *prefixed = NULL;

  if (strcmp (reference->value, self->old) != 0 && strcmp (reference->id, self->old) != 0)
    return;
  if (strcmp (reference->value, self->old) != 0)
    prefixed = g_strdup_printf ("%.*s%s", (int)(reference->id - reference->value), reference->value,
                                self->id);
  if (reference->attribute)
    pt_document_set_attribute (self->document, reference->element, NULL,
                               (const char *)reference->attribute->name,
                               prefixed ? prefixed : self->id);
  else
    pt_document_set_text (self->document, reference->element, prefixed ? prefixed : self->id);
}

/* What attributes of a roles file refer to. */
static const struct
{
  const char *holder; /* (nullable): of elements of this name only */
  const char *attribute, *kind;
} roles_references[] = {
  { NULL, "within", "unit" },     { NULL, "head", "person" },     { NULL, "calendar", "calendar" },
  { NULL, "unit", "unit" },       { NULL, "reports-to", "role" }, { "role", "deputy", "role" },
  { "away", "deputy", "person" }, { NULL, "owner", "role" },      { NULL, "is-a", "role" },
  { NULL, "manager", "person" },  { NULL, "role", "role" },       { NULL, "skill", "skill" },
  { NULL, "roles", "role" },
};

/* Several ids stand in one attribute with spaces between. */
static void
follow_in_attribute (const Renaming *self, xmlNode *node, const char *attribute)
{
  g_autofree char *value = pt_xml_attribute (node, attribute);
  g_auto (GStrv) ids = g_strsplit (value ? value : "", " ", -1);
  g_autofree char *after = NULL;

  if (g_strcmp0 (value, self->old) == 0)
    {
      pt_document_set_attribute (self->document, node, NULL, attribute, self->id);
      return;
    }
  for (guint i = 0; ids[i]; i++)
    if (strcmp (ids[i], self->old) == 0)
      {
        g_free (ids[i]);
        ids[i] = g_strdup (self->id);
      }
  after = g_strjoinv (" ", ids);
  if (value && strcmp (after, value) != 0)
    pt_document_set_attribute (self->document, node, NULL, attribute, after);
}

static void
follow_in_roles (const Renaming *self, xmlNode *node, const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles_references); i++)
    if (strcmp (roles_references[i].kind, kind) == 0
        && (!roles_references[i].holder
            || strcmp (roles_references[i].holder, (const char *)node->name) == 0)
        && pt_xml_is (node, PT_NS_ROLES, (const char *)node->name))
      follow_in_attribute (self, node, roles_references[i].attribute);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    follow_in_roles (self, child, kind);
}

gboolean
pt_repair_valid_id (const PtRepair *self)
{
  PtDocument *document;
  xmlNode *node = find (self, self->args[0], &document);
  g_autofree char *id = NULL;
  Renaming renaming = { document, self->args[1], NULL };

  if (!still_says (node, "id", self->args[1]))
    return FALSE;
  pt_document_begin (document, _ ("Give a valid id"));
  renaming.id = id = make_valid (document, self->args[1]);
  if (document == self->roles)
    follow_in_roles (&renaming, pt_document_get_root (document), (const char *)node->name);
  else
    pt_references_foreach (pt_document_get_root (document), follow_cb, &renaming);
  pt_document_set_attribute (document, node, NULL, "id", id);
  pt_document_commit (document);
  return TRUE;
}

/* ----- references and values ------------------------------------------------------------------ */

static void
remove_node (PtDocument *document, xmlNode *node, const char *title)
{
  pt_document_begin (document, title);
  pt_document_remove (document, node);
  pt_document_commit (document);
}

gboolean
pt_repair_remove_reference (const PtRepair *self)
{
  PtDocument *document;
  const char *name = self->args[2];
  xmlNode *node = find (self, self->args[1], &document);

  if (!node)
    return FALSE;
  if (is_text (node, name) && node != pt_document_get_root (document))
    remove_node (document, node, _ ("Remove reference"));
  else if (xmlHasProp (node, (const xmlChar *)name))
    set (document, node, _ ("Remove reference"), name, NULL);
  else
    return FALSE;
  return TRUE;
}

static gboolean
correct (const PtRepair *self,
         const char *path,
         const char *title,
         const char *name,
         const char *from,
         const char *to)
{
  PtDocument *document;
  xmlNode *node = find (self, path, &document);

  if (!still_says (node, name, from))
    return FALSE;
  set (document, node, title, name, to);
  return TRUE;
}

gboolean
pt_repair_set_value (const PtRepair *self)
{
  return correct (self, self->args[1], _ ("Correct value"), self->args[2],
                  self->args[3], self->args[0]);
}

gboolean
pt_repair_replace_reference (const PtRepair *self)
{
  return correct (self, self->args[1], _ ("Correct reference"), self->args[2],
                  self->args[3], self->args[0]);
}

gboolean
pt_repair_attach (const PtRepair *self)
{
  return correct (self, self->args[2], _ ("Attach event"), "attachedToRef",
                  self->args[3], self->args[1]);
}

gboolean
pt_repair_remove_attribute (const PtRepair *self)
{
  PtDocument *document;
  xmlNode *node = find (self, self->args[1], &document);

  if (!node || !xmlHasProp (node, (const xmlChar *)self->args[0]))
    return FALSE;
  set (document, node, _ ("Remove attribute"), self->args[0], NULL);
  return TRUE;
}

gboolean
pt_repair_rename_attribute (const PtRepair *self)
{
  PtDocument *document;
  xmlNode *node = find (self, self->args[1], &document);
  g_autofree char *value = node ? pt_xml_attribute (node, self->args[2]) : NULL;

  if (!value || xmlHasProp (node, (const xmlChar *)self->args[0]))
    return FALSE;
  pt_document_begin (document, _ ("Correct attribute"));
  pt_document_set_attribute (document, node, NULL, self->args[2], NULL);
  pt_document_set_attribute (document, node, NULL, self->args[0], value);
  pt_document_commit (document);
  return TRUE;
}

/* ----- elements ------------------------------------------------------------------------------- */

static void
move_attributes (PtDocument *document, xmlNode *from, xmlNode *to)
{
  for (xmlAttr *attribute = from->properties; attribute; attribute = attribute->next)
    {
      xmlChar *value = xmlNodeListGetString (from->doc, attribute->children, 1);

      pt_document_set_attribute (document, to,
                                 attribute->ns ? (const char *)attribute->ns->href : NULL,
                                 (const char *)attribute->name, value ? (const char *)value : "");
      xmlFree (value);
    }
}

static void
move_content (PtDocument *document, xmlNode *from, xmlNode *to)
{
  g_autofree char *text = pt_xml_first_element (from) ? NULL : pt_xml_text (from);

  if (text && *text)
    pt_document_set_text (document, to, text);
  for (xmlNode *child; (child = pt_xml_first_element (from));)
    {
      pt_document_remove (document, child);
      pt_document_insert (document, to, NULL, child);
    }
}

/* An element cannot change its name, so another one takes its place. */
gboolean
pt_repair_rename_tag (const PtRepair *self)
{
  PtDocument *document;
  xmlNode *node = find_tag (self, self->args[1], self->args[2], &document), *fresh;

  if (!node || node == pt_document_get_root (document))
    return FALSE;
  pt_document_begin (document, _ ("Correct element"));
  fresh = pt_document_make_element (document, node->parent, (const char *)node->ns->href, "bpmn",
                                    self->args[0]);
  pt_document_insert (document, node->parent, node, fresh);
  move_attributes (document, node, fresh);
  move_content (document, node, fresh);
  pt_document_remove (document, node);
  pt_document_commit (document);
  return TRUE;
}

gboolean
pt_repair_remove_element (const PtRepair *self)
{
  PtDocument *document;
  xmlNode *node = find_tag (self, self->args[1], self->args[2], &document);

  if (!node || node == pt_document_get_root (document))
    return FALSE;
  remove_node (document, node, _ ("Remove"));
  return TRUE;
}
