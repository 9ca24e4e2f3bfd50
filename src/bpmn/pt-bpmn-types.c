/* pt-bpmn-types.c: the vocabulary table: rows, tags, ancestry
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/bpmn.h>

static const PtBpmnTypeInfo infos[PT_BPMN_N_TYPES] = {
  [PT_BPMN_NONE] = { NULL, PT_BPMN_NONE, PT_FAMILY_NONE, 0, 0 },
#define PT_BPMN_TYPE(symbol, tag, supertype, family, width, height)                                \
  [PT_BPMN_##symbol] = { tag, PT_BPMN_##supertype, PT_FAMILY_##family, width, height, FALSE },
#define PT_BPMN_LOCAL(symbol, tag, supertype)                                                      \
  [PT_BPMN_##symbol] = { tag, PT_BPMN_##supertype, PT_FAMILY_NONE, 0, 0, TRUE },
#include <partitur/bpmn-types.def>
#undef PT_BPMN_TYPE
};

const PtBpmnTypeInfo *
pt_bpmn_type_info (PtBpmnType type)
{
  g_return_val_if_fail ((guint)type < PT_BPMN_N_TYPES, &infos[PT_BPMN_NONE]);
  return &infos[type];
}

gboolean
pt_bpmn_type_has_subtypes (PtBpmnType type)
{
  static gsize is_ready;
  static gboolean has[PT_BPMN_N_TYPES];

  g_return_val_if_fail ((guint)type < PT_BPMN_N_TYPES, FALSE);
  if (g_once_init_enter (&is_ready))
    {
      for (guint subtype = 1; subtype < PT_BPMN_N_TYPES; subtype++)
        has[infos[subtype].supertype] = TRUE;
      g_once_init_leave (&is_ready, 1);
    }
  return has[type];
}

static GHashTable *
index_tags (void)
{
  GHashTable *types = g_hash_table_new (pt_id_hash, g_str_equal);

  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    if (infos[type].tag)
      g_hash_table_insert (types, (gpointer)infos[type].tag, GUINT_TO_POINTER (type));
  return types;
}

PtBpmnType
pt_bpmn_type_from_tag (const char *tag)
{
  static GHashTable *types;

  if (g_once_init_enter (&types))
    g_once_init_leave (&types, index_tags ());
  return GPOINTER_TO_UINT (g_hash_table_lookup (types, tag));
}

PtBpmnType
pt_bpmn_type_from_node (const xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE || !node->ns || !node->ns->href
      || strcmp ((const char *)node->ns->href, PT_NS_BPMN) != 0)
    return PT_BPMN_NONE;
  return pt_bpmn_type_from_tag ((const char *)node->name);
}

gboolean
pt_bpmn_type_is_a (PtBpmnType type, PtBpmnType ancestor)
{
  /* Supertypes stand before their subtypes, so the walk up ends as soon as it is past. */
  while (type > ancestor)
    type = infos[type].supertype;
  return type == ancestor && ancestor != PT_BPMN_NONE;
}
