/* pt-document.c: the object: what it owns, its properties and its signal
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-builder.h"
#include "pt-document-private.h"
#include "pt-history-private.h"
#include "pt-xml.h"

G_DEFINE_FINAL_TYPE (PtDocument, pt_document, G_TYPE_OBJECT)
G_DEFINE_QUARK (pt - document - error - quark, pt_document_error)

enum
{
  PROP_MODIFIED = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_CHANGING, /* those above may be other after every change */
  PROP_KEPT = N_CHANGING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

/* --- what it owns --- */

/* What the source held goes with its arena; what edits have made is looked up and freed here. */

static void
free_attributes (PtSource *source, xmlNode *node)
{
  for (xmlAttr *attribute = node->properties, *next; attribute; attribute = next)
    {
      next = attribute->next;
      pt_source_free_attribute (source, attribute);
    }
}

static void
free_edited_attributes (PtSource *source)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, source->edited);
  while (g_hash_table_iter_next (&iter, &node, NULL))
    free_attributes (source, node);
}

static void
undeclare (xmlNode *node, const xmlNs *ns)
{
  xmlNs **place = &node->nsDef;

  while (*place && *place != ns)
    place = &(*place)->next;
  if (*place)
    *place = ns->next;
}

static void
free_declared_namespaces (PtDocument *self)
{
  GHashTableIter iter;
  gpointer ns, node;

  g_hash_table_iter_init (&iter, self->declared);
  while (g_hash_table_iter_next (&iter, &ns, &node))
    {
      undeclare (node, ns);
      xmlFreeNs (ns);
    }
}

/* Apart from each other first: a fresh element may hold one of the source, or another fresh one
 * that was put into it. */
static void
free_fresh_nodes (PtDocument *self)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, self->handled);
  while (g_hash_table_iter_next (&iter, &node, NULL))
    if (((xmlNode *)node)->parent)
      pt_xml_unlink (node);
  g_hash_table_iter_init (&iter, self->handled);
  while (g_hash_table_iter_next (&iter, &node, NULL))
    if (pt_source_span (self->source, node) == NULL)
      xmlFreeNode (node);
}

static void
pt_document_finalize (GObject *object)
{
  PtDocument *self = PT_DOCUMENT (object);

  g_clear_pointer (&self->history, pt_history_close);
  g_clear_pointer (&self->journal, pt_journal_free);
  if (self->tree)
    {
      free_edited_attributes (self->source);
      free_declared_namespaces (self);
      free_fresh_nodes (self);
      pt_builder_free_doc (self->tree);
    }
  g_clear_pointer (&self->handled, g_hash_table_unref);
  g_clear_pointer (&self->declared, g_hash_table_unref);
  g_clear_pointer (&self->ids, pt_ids_free);
  g_clear_pointer (&self->source, pt_source_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->file_hash, g_free);
  g_clear_error (&self->unkept);
  g_clear_pointer (&self->indent_unit, g_free);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (pt_document_parent_class)->finalize (object);
}

PtDocument *
pt_document_new (xmlDoc *tree, PtSource *source, PtIds *ids, GFile *file, const char *name)
{
  PtDocument *self = g_object_new (PT_TYPE_DOCUMENT, NULL);

  self->tree = tree;
  self->source = source;
  self->ids = ids;
  self->name = g_strdup (name);
  g_set_object (&self->file, file);
  return self;
}

/* --- the class --- */

static void
pt_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PtDocument *self = PT_DOCUMENT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, pt_document_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, pt_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, pt_document_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, pt_document_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, pt_document_get_redo_name (self));
      break;
    case PROP_KEPT:
      g_value_set_boolean (value, pt_history_check (self, NULL));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pt_document_class_init (PtDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = pt_document_finalize;
  object_class->get_property = pt_document_get_property;

  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", PT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
pt_document_init (PtDocument *self)
{
  self->journal = pt_journal_new ();
  self->handled = g_hash_table_new (NULL, NULL);
  self->declared = g_hash_table_new (NULL, NULL);
}

void
pt_document_emit (PtDocument *self, GArray *changes, gboolean was_modified)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_signal_emit (self, changed_signal, 0, changes->data, changes->len);
  for (int id = PROP_CAN_UNDO; id < N_CHANGING; id++)
    g_object_notify_by_pspec (object, properties[id]);
  if (was_modified != pt_document_get_modified (self))
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);
  g_object_thaw_notify (object);
}

/* --- looking --- */

xmlNode *
pt_document_get_root (PtDocument *self)
{
  return xmlDocGetRootElement (self->tree);
}

gboolean
pt_document_holds (PtDocument *self, const xmlNode *node)
{
  while (pt_xml_parent_element (node))
    node = node->parent;
  return node == pt_document_get_root (self);
}

xmlNode *
pt_document_get_by_id (PtDocument *self, const char *id)
{
  return pt_ids_lookup (self->ids, id);
}

gboolean
pt_document_has_doubled_ids (PtDocument *self)
{
  return pt_ids_has_rivals (self->ids);
}

char *
pt_document_make_id (PtDocument *self, const char *prefix)
{
  g_autofree char *valid = pt_id_make_valid (prefix);

  return pt_ids_make (self->ids, valid);
}

GFile *
pt_document_get_file (PtDocument *self)
{
  return self->file;
}

void
pt_document_set_file (PtDocument *self, GFile *file)
{
  if (!g_set_object (&self->file, file) || file == NULL)
    return;
  g_free (self->name);
  self->name = pt_file_name (file);
  if (self->history)
    pt_history_place (self->history);
}

const char *
pt_document_get_name (PtDocument *self)
{
  return self->name;
}

const char *
pt_document_get_source (PtDocument *self, const xmlNode *node, gsize *length)
{
  const PtSpan *span = pt_source_span (self->source, node);
  const char *text = g_bytes_get_data (self->source->text, NULL);

  if (span == NULL || span->touched)
    return NULL;
  *length = span->end - span->start;
  return text + span->start;
}

gboolean
pt_document_get_position (PtDocument *self, xmlNode *node, int *line, int *column)
{
  const PtSpan *span = pt_source_span (self->source, node);

  *line = *column = 0;
  if (span)
    pt_source_position (self->source, span->start, line, column);
  return span != NULL;
}

guint
pt_document_get_strays (PtDocument *self, int *line, int *column)
{
  PtSource *source = self->source;

  *line = *column = 0;
  if (source->n_strays == 0 || source->drop_strays)
    return 0;
  pt_source_position (source, source->first_stray, line, column);
  return source->n_strays;
}

const char *
pt_document_get_claimed_encoding (PtDocument *self)
{
  return self->source->drop_strays ? NULL : self->source->claimed;
}
