/* pt-bpmn-schema.c: attributes and child order that the schema gives each type
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/bpmn.h>

/* A row says what a type adds to its base; flattened, a type has all it inherits before its own. */
static const struct
{
  PtBpmnType base;
  const char *attributes, *children; /* %NULL: as the supertype */
} rows[PT_BPMN_N_TYPES] = {
#define PT_BPMN_SCHEMA(type, base, attributes, children)                                           \
  [PT_BPMN_##type] = { PT_BPMN_##base, attributes, children },
#include "pt-bpmn-schema.def"
#undef PT_BPMN_SCHEMA
};

typedef struct
{
  char **attributes[PT_BPMN_N_TYPES];
  char **children[PT_BPMN_N_TYPES];
} PtBpmnSchema;

/* Heads of substitution groups that are no type of the table by themselves. */
static const struct
{
  const char *name;
  PtBpmnType members;
} heads[] = {
  { "rootElement", PT_BPMN_ROOT_ELEMENT },
  { "flowElement", PT_BPMN_FLOW_ELEMENT },
  { "artifact", PT_BPMN_ARTIFACT },
  { "eventDefinition", PT_BPMN_EVENT_DEFINITION },
  { "conversationNode", PT_BPMN_CONVERSATION_NODE },
  { "loopCharacteristics", PT_BPMN_STANDARD_LOOP },
  { "loopCharacteristics", PT_BPMN_MULTI_INSTANCE_LOOP },
};

static const struct
{
  const char *parent;
  const char *const *children;
} di_rows[] = {
  { "BPMNDiagram", (const char *const[]){ "BPMNPlane", "BPMNLabelStyle", NULL } },
  { "BPMNPlane", (const char *const[]){ "extension", "DiagramElement", NULL } },
  { "BPMNShape", (const char *const[]){ "extension", "Bounds", "BPMNLabel", NULL } },
  { "BPMNEdge", (const char *const[]){ "extension", "waypoint", "BPMNLabel", NULL } },
  { "BPMNLabel", (const char *const[]){ "extension", "Bounds", NULL } },
  { "BPMNLabelStyle", (const char *const[]){ "Font", NULL } },
};

/* Returns: @base's words, then those of @own */
static char **
extend (char **base, const char *own)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (own, " ", -1);

  if (base)
    g_strv_builder_addv (builder, (const char **)base);
  if (*own)
    g_strv_builder_addv (builder, (const char **)words);
  return g_strv_builder_end (builder);
}

static PtBpmnSchema *
flatten (void)
{
  PtBpmnSchema *schema = g_new0 (PtBpmnSchema, 1);

  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      gboolean has_row = rows[type].attributes != NULL;
      guint base = has_row ? rows[type].base : pt_bpmn_type_info (type)->supertype;

      g_assert (base < type);
      schema->attributes[type]
          = extend (schema->attributes[base], has_row ? rows[type].attributes : "");
      schema->children[type] = extend (schema->children[base], has_row ? rows[type].children : "");
    }
  return schema;
}

static const PtBpmnSchema *
get_schema (void)
{
  static PtBpmnSchema *schema;

  if (g_once_init_enter (&schema))
    g_once_init_leave (&schema, flatten ());
  return schema;
}

const char *const *
pt_bpmn_type_attributes (PtBpmnType type)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail ((guint)type < PT_BPMN_N_TYPES, none);
  return type == PT_BPMN_NONE ? none : (const char *const *)get_schema ()->attributes[type];
}

const char *const *
pt_bpmn_type_children (PtBpmnType type)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail ((guint)type < PT_BPMN_N_TYPES, none);
  return type == PT_BPMN_NONE ? none : (const char *const *)get_schema ()->children[type];
}

gboolean
pt_bpmn_word_is_abstract (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (word, heads[i].name))
      return TRUE;
  return FALSE;
}

static gboolean
stands_for (const char *word, const char *tag)
{
  if (g_str_equal (word, tag))
    return TRUE;
  if (g_str_equal (word, "DiagramElement"))
    return g_str_equal (tag, "BPMNShape") || g_str_equal (tag, "BPMNEdge");

  PtBpmnType type = pt_bpmn_type_from_tag (tag);
  if (pt_bpmn_type_info (type)->is_local)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (word, heads[i].name) && pt_bpmn_type_is_a (type, heads[i].members))
      return TRUE;
  return pt_bpmn_type_is_a (type, pt_bpmn_type_from_tag (word));
}

/* Returns: place of @tag among the children in @order, or -1 when the schema knows none */
static int
rank (const char *const *order, const char *tag)
{
  for (int i = 0; order && order[i]; i++)
    if (stands_for (order[i], tag))
      return i;
  return -1;
}

static const char *const *
child_order (const xmlNode *parent)
{
  if (parent->ns && g_strcmp0 ((const char *)parent->ns->href, PT_NS_BPMNDI) == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (di_rows); i++)
        if (g_str_equal (di_rows[i].parent, parent->name))
          return di_rows[i].children;
      return NULL;
    }
  return (const char *const *)get_schema ()->children[pt_bpmn_type_from_node (parent)];
}

gboolean
pt_bpmn_type_allows_child (PtBpmnType type, const char *tag)
{
  /* Whether a type may stand in another is asked for every element of a file: 0 not known yet, 1 no, 2
   * yes. Threads that find out at the same time find the same. */
  static _Atomic guint8 known[PT_BPMN_N_TYPES][PT_BPMN_N_TYPES];
  PtBpmnType child = pt_bpmn_type_from_tag (tag);

  g_return_val_if_fail ((guint)type < PT_BPMN_N_TYPES, FALSE);
  if (child == PT_BPMN_NONE)
    return rank ((const char *const *)get_schema ()->children[type], tag) >= 0;
  if (known[type][child] == 0)
    known[type][child] = rank ((const char *const *)get_schema ()->children[type], tag) >= 0 ? 2 : 1;
  return known[type][child] == 2;
}

xmlNode *
pt_bpmn_insertion_point (const xmlNode *parent, const char *tag)
{
  const char *const *order = child_order (parent);
  int wanted = rank (order, tag);
  xmlNode *later = NULL;

  if (wanted < 0)
    return NULL;

  /* From the end, for what comes last in a file is most often inserted beside its like. */
  for (xmlNode *child = xmlLastElementChild ((xmlNode *)parent); child;
       child = xmlPreviousElementSibling (child))
    {
      int place = rank (order, (const char *)child->name);
      if (place >= 0 && place <= wanted)
        return xmlNextElementSibling (child);
      if (place > wanted)
        later = child;
    }
  return later;
}
