/* test-schema.c: attributes and child order are those of the published schema
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <partitur/bpmn.h>

/* The schemas shipped with the program; asking for them by name links them in. */
GResource *pt_schemas_get_resource (void);

#define XSD "http://www.w3.org/2001/XMLSchema"

/* --- the schema as its file has it ------------------------------------------------------------ */

static xmlDoc *schemas[2];
static GHashTable *type_of_tag;  /* element name -> complex type name */
static GHashTable *complex_type; /* name -> xmlNode */

static xmlDoc *
index_schema (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/partitur/schemas/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (pt_schemas_get_resource (), path, 0, NULL);
  xmlDoc *doc;

  assert_non_null (bytes);
  doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name, NULL, 0);
  for (xmlNode *node = pt_xml_first_element (xmlDocGetRootElement (doc)); node;
       node = pt_xml_next_element (node))
    {
      char *own = pt_xml_attribute (node, "name"), *type = pt_xml_attribute (node, "type");
      if (pt_xml_is (node, XSD, "element"))
        g_hash_table_insert (type_of_tag, own, type);
      else if (pt_xml_is (node, XSD, "complexType"))
        g_hash_table_insert (complex_type, own, node);
      else
        g_free (own);
      if (!pt_xml_is (node, XSD, "element"))
        g_free (type);
    }
  return doc;
}

static int
read_schemas (void **state)
{
  type_of_tag = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  complex_type = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  schemas[0] = index_schema ("Semantic.xsd");
  schemas[1] = index_schema ("BPMN20.xsd");
  return 0;
}

static int
free_schemas (void **state)
{
  g_hash_table_unref (type_of_tag);
  g_hash_table_unref (complex_type);
  xmlFreeDoc (schemas[0]);
  xmlFreeDoc (schemas[1]);
  return 0;
}

/* Adds the names of all @what (element or attribute) below @node, in order. */
static void
add_names (const xmlNode *node, const char *what, GPtrArray *names)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      g_autofree char *name = pt_xml_attribute (child, "name");
      g_autofree char *reference = pt_xml_attribute (child, "ref");
      const char *known = name ? name : reference, *colon = known ? strchr (known, ':') : NULL;

      if (pt_xml_is (child, XSD, what) && known)
        g_ptr_array_add (names, g_strdup (colon ? colon + 1 : known));
      add_names (child, what, names);
    }
}

static const xmlNode *
find_extension (const xmlNode *node)
{
  const xmlNode *found = pt_xml_is (node, XSD, "extension") ? node : NULL;

  for (xmlNode *child = pt_xml_first_element (node); child && !found;
       child = pt_xml_next_element (child))
    found = find_extension (child);
  return found;
}

static void
add_inherited (const char *type, const char *what, GPtrArray *names)
{
  const xmlNode *node = g_hash_table_lookup (complex_type, type);
  const xmlNode *extension = find_extension (node);

  if (extension)
    {
      g_autofree char *base = pt_xml_attribute (extension, "base");
      add_inherited (base, what, names);
    }
  add_names (node, what, names);
}

/* Returns: names of all @what that the schema gives @tag, inherited ones first */
static GPtrArray *
names_of (const char *tag, const char *what)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *type = g_hash_table_lookup (type_of_tag, tag);

  /* A lane's childLaneSet is a local element of the type of laneSet. */
  if (!type && strcmp (tag, "childLaneSet") == 0)
    type = "tLaneSet";
  if (!type)
    fail_msg ("%s is not in the schema", tag);
  add_inherited (type, what, names);
  return names;
}

/* --- tests ------------------------------------------------------------------------------------ */

static void
attributes_are_those_of_the_schema (void **state)
{
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      const char *tag = pt_bpmn_type_info (type)->tag;
      if (!tag)
        continue;
      g_autoptr (GPtrArray) expected = names_of (tag, "attribute");
      const char *const *found = pt_bpmn_type_attributes (type);
      if (expected->len != g_strv_length ((char **)found))
        fail_msg ("%s has %u attributes", tag, expected->len);
      for (guint i = 0; i < expected->len; i++)
        assert_string_equal (found[i], expected->pdata[i]);
    }
}

/* The head of a substitution group is abstract; a member of it stands in the file. */
static const char *
member_of (const char *name)
{
  static const char *const members[][2] = {
    { "rootElement", "message" },
    { "flowElement", "userTask" },
    { "artifact", "association" },
    { "eventDefinition", "timerEventDefinition" },
    { "conversationNode", "conversation" },
    { "resourceRole", "potentialOwner" },
    { "loopCharacteristics", "multiInstanceLoopCharacteristics" },
    { "expression", "formalExpression" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i][0], name) == 0)
      return members[i][1];
  return name;
}

static xmlNode *
new_element (const char *tag, xmlNode *parent)
{
  xmlNode *node = xmlNewNode (NULL, BAD_CAST tag);

  if (parent)
    xmlAddChild (parent, node);
  xmlSetNs (node, parent ? parent->ns : xmlNewNs (node, BAD_CAST PT_NS_BPMN, NULL));
  return node;
}

static xmlNode *
child_at (const xmlNode *parent, guint index)
{
  xmlNode *child = pt_xml_first_element (parent);

  for (; child && index > 0; index--)
    child = pt_xml_next_element (child);
  return child;
}

/* Into a parent that has one of everything, a child goes just behind the one of its own kind; and
 * without that one, to the same place. */
static void
children_find_the_place_the_schema_gives (void **state)
{
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      const char *tag = pt_bpmn_type_info (type)->tag;
      if (!tag)
        continue;
      g_autoptr (GPtrArray) names = names_of (tag, "element");
      xmlNode *parent = new_element (tag, NULL);

      for (guint i = 0; i < names->len; i++)
        new_element (member_of (names->pdata[i]), parent);
      for (guint i = 0; i < names->len; i++)
        {
          const char *name = member_of (names->pdata[i]);
          xmlNode *own = child_at (parent, i), *next = child_at (parent, i + 1);

          if (pt_bpmn_insertion_point (parent, name) != next)
            fail_msg ("a second %s of %s", name, tag);
          xmlUnlinkNode (own);
          if (pt_bpmn_insertion_point (parent, name) != next)
            fail_msg ("a first %s of %s", name, tag);
          if (next)
            xmlAddPrevSibling (next, own);
          else
            xmlAddChild (parent, own);
        }
      xmlFreeNode (parent);
    }
}

static void
unknown_children_do_not_disturb (void **state)
{
  xmlNode *process = new_element ("process", NULL);
  xmlNode *vendor = new_element ("shiny", process);
  xmlNode *task = new_element ("task", process);
  xmlNode *between = new_element ("glitter", process);
  xmlNode *annotation = new_element ("textAnnotation", process);

  assert_ptr_equal (pt_bpmn_insertion_point (process, "laneSet"), task);
  assert_ptr_equal (pt_bpmn_insertion_point (process, "sequenceFlow"), between);
  assert_null (pt_bpmn_insertion_point (process, "group"));
  assert_null (pt_bpmn_insertion_point (process, "unheardOf"));
  assert_null (pt_bpmn_insertion_point (vendor, "task"));
  assert_ptr_equal (pt_xml_next_element (between), annotation);
  xmlFreeNode (process);
}

static void
diagram_children_find_their_place (void **state)
{
  xmlNode *edge = xmlNewNode (NULL, BAD_CAST "BPMNEdge");
  xmlSetNs (edge, xmlNewNs (edge, BAD_CAST PT_NS_BPMNDI, NULL));
  xmlNode *label = new_element ("BPMNLabel", edge);

  assert_ptr_equal (pt_bpmn_insertion_point (edge, "waypoint"), label);
  xmlAddPrevSibling (label, xmlNewNode (NULL, BAD_CAST "waypoint"));
  assert_ptr_equal (pt_bpmn_insertion_point (edge, "waypoint"), label);
  assert_ptr_equal (pt_bpmn_insertion_point (edge, "extension"), pt_xml_first_element (edge));
  assert_null (pt_bpmn_insertion_point (edge, "BPMNLabel"));

  xmlNode *plane = xmlNewNode (NULL, BAD_CAST "BPMNPlane");
  xmlSetNs (plane, xmlNewNs (plane, BAD_CAST PT_NS_BPMNDI, NULL));
  new_element ("BPMNEdge", plane);
  assert_null (pt_bpmn_insertion_point (plane, "BPMNShape"));
  xmlFreeNode (edge);
  xmlFreeNode (plane);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (attributes_are_those_of_the_schema),
    cmocka_unit_test (children_find_the_place_the_schema_gives),
    cmocka_unit_test (unknown_children_do_not_disturb),
    cmocka_unit_test (diagram_children_find_their_place),
  };

  return cmocka_run_group_tests (tests, read_schemas, free_schemas);
}
