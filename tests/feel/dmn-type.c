/* dmn-type.c: item definitions as types, and the XML they stand in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dmn.h"

#include <string.h>

/* ----- XML ----------------------------------------------------------------------------------- */

static xmlNode *
find (xmlNode *node, const char *name)
{
  for (; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE && (!name || dmn_is (node, name)))
      return node;
  return NULL;
}

xmlNode *
dmn_child (const xmlNode *parent, const char *name)
{
  return find (parent->children, name);
}

xmlNode *
dmn_next (const xmlNode *node, const char *name)
{
  return find (node->next, name);
}

char *
dmn_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = node ? xmlGetProp (node, (const xmlChar *)name) : NULL;
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

char *
dmn_content (const xmlNode *parent, const char *child)
{
  xmlNode *node = parent ? dmn_child (parent, child) : NULL;
  xmlChar *value = node ? xmlNodeGetContent (node) : NULL;
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

xmlNode *
dmn_body (const xmlNode *parent)
{
  static const char *const expressions[] = { "literalExpression",
                                             "context",
                                             "invocation",
                                             "functionDefinition",
                                             "list",
                                             "relation",
                                             "decisionTable",
                                             "conditional",
                                             "filter",
                                             "for",
                                             "every",
                                             "some",
                                             NULL };

  for (xmlNode *child = parent->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_strv_contains (expressions, (const char *)child->name))
      return child;
  return NULL;
}

/* ----- types --------------------------------------------------------------------------------- */

static xmlNode *
find_item (Dmn *self, const char *ref)
{
  for (xmlNode *item = dmn_child (xmlDocGetRootElement (self->doc), "itemDefinition"); item;
       item = dmn_next (item, "itemDefinition"))
    {
      g_autofree char *name = dmn_attribute (item, "name");

      if (g_strcmp0 (name, ref) == 0)
        return item;
    }
  return NULL;
}

static PtFeelType *
basic_type (const char *ref)
{
  static const char *const durations[][2] = { { "dayTimeDuration", "days and time duration" },
                                              { "yearMonthDuration", "years and months duration" },
                                              { "dateTime", "date and time" } };
  const char *colon = strchr (ref, ':');

  if (colon)
    ref = colon + 1;
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    if (g_str_equal (ref, durations[i][0]))
      ref = durations[i][1];
  for (guint kind = PT_FEEL_KIND_BOOLEAN; kind <= PT_FEEL_KIND_ANY; kind++)
    if (g_str_equal (ref, pt_feel_kind_get_label (kind)))
      return pt_feel_type_new (kind);
  return NULL;
}

static PtFeelType *
function_type (Dmn *self, xmlNode *item)
{
  g_autofree char *output = dmn_attribute (item, "outputTypeRef");
  PtFeelType *result = output ? dmn_type (self, output) : NULL;
  PtFeelType *type
      = pt_feel_type_new_function (result ? result : pt_feel_type_new (PT_FEEL_KIND_ANY));

  for (xmlNode *param = dmn_child (item, "parameters"); param;
       param = dmn_next (param, "parameters"))
    {
      g_autofree char *ref = dmn_attribute (param, "typeRef");
      PtFeelType *entry = ref ? dmn_type (self, ref) : NULL;

      pt_feel_type_add_entry (type, "", entry ? entry : pt_feel_type_new (PT_FEEL_KIND_ANY));
    }
  return type;
}

static PtFeelType *
plain_item_type (Dmn *self, xmlNode *item)
{
  g_autofree char *ref = dmn_content (item, "typeRef");
  xmlNode *function = dmn_child (item, "functionItem");
  xmlNode *component = dmn_child (item, "itemComponent");
  PtFeelType *type = ref ? dmn_type (self, g_strstrip (ref)) : NULL;

  if (type)
    return type;
  if (function)
    return function_type (self, function);
  if (!component)
    return pt_feel_type_new (PT_FEEL_KIND_ANY);
  type = pt_feel_type_new_context ();
  for (; component; component = dmn_next (component, "itemComponent"))
    {
      g_autofree char *name = dmn_attribute (component, "name");

      pt_feel_type_add_entry (type, name, dmn_item_type (self, component));
    }
  return type;
}

PtFeelType *
dmn_item_type (Dmn *self, xmlNode *item)
{
  g_autofree char *collection = dmn_attribute (item, "isCollection");
  PtFeelType *type = plain_item_type (self, item);

  return g_strcmp0 (collection, "true") == 0 ? pt_feel_type_new_of (PT_FEEL_KIND_LIST, type) : type;
}

PtFeelType *
dmn_type (Dmn *self, const char *ref)
{
  xmlNode *item = find_item (self, ref);
  const char *dot = strchr (ref, '.');

  if (!item && dot)
    {
      g_autofree char *space = g_strndup (ref, dot - ref);
      Dmn *other = g_hash_table_lookup (self->imports, space);

      if (other)
        return dmn_type (other, dot + 1);
    }
  return item ? dmn_item_type (self, item) : basic_type (ref);
}

/* Whether the values that @item allows hold @value, too. */
static gboolean
is_allowed (Dmn *self, xmlNode *item, const PtFeelValue *value)
{
  g_autofree char *ref = dmn_content (item, "typeRef");
  g_autofree char *tests = NULL;
  g_autofree char *collection = dmn_attribute (item, "isCollection");
  xmlNode *allowed = dmn_child (item, "allowedValues"), *base = ref ? find_item (self, ref) : NULL;

  if (pt_feel_is_null (value))
    return TRUE;
  if (g_strcmp0 (collection, "true") == 0 && value->kind == PT_FEEL_KIND_LIST)
    {
      for (guint i = 0; i < pt_feel_list_length (value); i++)
        if (base && !is_allowed (self, base, pt_feel_list_get (value, i)))
          return FALSE;
      if (!dmn_child (item, "typeConstraint"))
        base = NULL;
    }
  for (xmlNode *component = dmn_child (item, "itemComponent"); component;
       component = dmn_next (component, "itemComponent"))
    {
      g_autofree char *name = dmn_attribute (component, "name");
      const PtFeelValue *entry = pt_feel_context_get (value, name);

      if (entry && !is_allowed (self, component, entry))
        return FALSE;
    }
  if (base && !is_allowed (self, base, value))
    return FALSE;
  if (!allowed)
    allowed = dmn_child (item, "typeConstraint");
  tests = allowed ? dmn_content (allowed, "text") : NULL;
  if (tests)
    {
      g_autoptr (PtFeel) feel = pt_feel_parse_tests (tests, NULL, NULL, NULL);
      g_auto (PtFeelValue) variables = pt_feel_context ();
      g_auto (PtFeelValue) holds = PT_FEEL_NULL;

      pt_feel_context_set (&variables, "?", pt_feel_value_ref (value));
      if (feel)
        pt_feel_evaluate (feel, &variables, &holds, NULL);
      return pt_feel_is_true (&holds);
    }
  return TRUE;
}

PtFeelValue
dmn_coerce (Dmn *self, const char *ref, PtFeelValue value)
{
  g_autoptr (PtFeelType) type = ref ? dmn_type (self, ref) : NULL;
  xmlNode *item = ref ? find_item (self, ref) : NULL;
  PtFeelValue coerced;

  if (!type)
    return value;
  coerced = pt_feel_type_coerce (type, &value);
  pt_feel_value_clear (&value);
  if (item && !is_allowed (self, item, &coerced))
    pt_feel_value_clear (&coerced);
  return coerced;
}
