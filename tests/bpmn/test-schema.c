/* test-schema.c: the table has all of the published schema, its attributes, child order and
 * references
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

static xmlDoc *schemas[3];
static GHashTable
    *type_of_tag; /* element name -> complex type name; of local elements the richest */
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

/* Adds the elements of complex types that are declared within others. An expression may always be a
 * formal one: files say so by xsi:type. */
static void
index_local_elements (const xmlNode *node)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      g_autofree char *name = pt_xml_attribute (child, "name");
      g_autofree char *type = pt_xml_attribute (child, "type");
      const char *richest = g_strcmp0 (type, "tExpression") == 0 ? "tFormalExpression" : type;

      if (pt_xml_is (child, XSD, "element") && name && type
          && g_hash_table_contains (complex_type, type)
          && !g_hash_table_contains (type_of_tag, name))
        g_hash_table_insert (type_of_tag, g_steal_pointer (&name), g_strdup (richest));
      index_local_elements (child);
    }
}

static int
read_schemas (void **state)
{
  type_of_tag = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  complex_type = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  schemas[0] = index_schema ("Semantic.xsd");
  schemas[1] = index_schema ("BPMN20.xsd");
  schemas[2] = index_schema ("BPMNDI.xsd");
  for (guint i = 0; i < 2; i++)
    index_local_elements (xmlDocGetRootElement (schemas[i]));
  return 0;
}

static int
free_schemas (void **state)
{
  g_hash_table_unref (type_of_tag);
  g_hash_table_unref (complex_type);
  xmlFreeDoc (schemas[0]);
  xmlFreeDoc (schemas[1]);
  xmlFreeDoc (schemas[2]);
  return 0;
}

static gboolean
is_reference (const xmlNode *declaration)
{
  static const char *const types[] = { "xsd:QName", "xsd:IDREF", "xsd:IDREFS", NULL };
  g_autofree char *type = pt_xml_attribute (declaration, "type");

  return type && g_strv_contains (types, type);
}

/** Wanted: which declarations of the schema. */
typedef struct
{
  const char *what; /* element or attribute */
  gboolean references_only;
} Wanted;

/* Adds the names of all wanted declarations below @node, in order. */
static void
add_names (const xmlNode *node, Wanted wanted, GPtrArray *names)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      g_autofree char *name = pt_xml_attribute (child, "name");
      g_autofree char *reference = pt_xml_attribute (child, "ref");
      const char *known = name ? name : reference, *colon = known ? strchr (known, ':') : NULL;

      if (pt_xml_is (child, XSD, wanted.what) && known
          && (!wanted.references_only || is_reference (child)))
        g_ptr_array_add (names, g_strdup (colon ? colon + 1 : known));
      add_names (child, wanted, names);
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
add_inherited (const char *type, Wanted wanted, GPtrArray *names)
{
  const xmlNode *node = g_hash_table_lookup (complex_type, type);
  const xmlNode *extension = find_extension (node);

  if (extension)
    {
      g_autofree char *base = pt_xml_attribute (extension, "base");
      add_inherited (base, wanted, names);
    }
  add_names (node, wanted, names);
}

/* Returns: names of all that is wanted of what the schema gives @tag, inherited ones first */
static GPtrArray *
names_of (const char *tag, Wanted wanted)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *type = g_hash_table_lookup (type_of_tag, tag);

  if (!type)
    fail_msg ("%s is not in the schema", tag);
  add_inherited (type, wanted, names);
  return names;
}

/* --- tests ------------------------------------------------------------------------------------ */

static gboolean
is_abstract (const xmlNode *declaration)
{
  g_autofree char *type = pt_xml_attribute (declaration, "type");
  g_autofree char *own = pt_xml_attribute (declaration, "abstract");
  g_autofree char *of_type
      = pt_xml_attribute (g_hash_table_lookup (complex_type, type), "abstract");

  return g_strcmp0 (own, "true") == 0 || g_strcmp0 (of_type, "true") == 0;
}

/* Returns: how many elements of complex types are declared at @node and below */
static guint
check_elements (const xmlNode *node)
{
  g_autofree char *name = pt_xml_attribute (node, "name");
  g_autofree char *type = pt_xml_attribute (node, "type");
  guint n = 0;

  if (pt_xml_is (node, XSD, "element") && type && g_hash_table_contains (complex_type, type)
      && !is_abstract (node))
    {
      PtBpmnType known = pt_bpmn_type_from_tag (name);
      if (known == PT_BPMN_NONE)
        fail_msg ("the table lacks %s", name);
      if (strlen (pt_bpmn_type_label (known)) == 0)
        fail_msg ("%s has no everyday name", name);
      n++;
    }
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    n += check_elements (child);
  return n;
}

static void
every_element_of_the_schema_is_in_the_table (void **state)
{
  assert_in_range (check_elements (xmlDocGetRootElement (schemas[0])), 130, 200);
  assert_int_equal (check_elements (xmlDocGetRootElement (schemas[1])), 2);
}

static void
what_is_local_stands_for_nothing_else (void **state)
{
  assert_true (pt_bpmn_type_allows_child (PT_BPMN_LANE, "childLaneSet"));
  assert_false (pt_bpmn_type_allows_child (PT_BPMN_PROCESS, "childLaneSet"));
  assert_true (pt_bpmn_type_allows_child (PT_BPMN_RESOURCE_BINDING, "formalExpression"));
  assert_false (pt_bpmn_type_allows_child (PT_BPMN_RESOURCE_BINDING, "condition"));
}

/* Writes an element whose references all name something that is not there, each something else. By
 * their prefix they may be in a vocabulary that is declared but not imported. */
static void
write_dangling (GString *xml, const char *tag)
{
  g_autoptr (GPtrArray) attributes = names_of (tag, (Wanted){ "attribute", TRUE });
  g_autoptr (GPtrArray) children = names_of (tag, (Wanted){ "element", TRUE });

  g_string_append_printf (xml, "<%s", tag);
  for (guint i = 0; i < attributes->len; i++)
    g_string_append_printf (xml, " %s='abroad:no-%s-%s'", (char *)attributes->pdata[i], tag,
                            (char *)attributes->pdata[i]);
  g_string_append (xml, ">");
  for (guint i = 0; i < children->len; i++)
    g_string_append_printf (xml, "<%s>abroad:no-%s-%s</%s>", (char *)children->pdata[i], tag,
                            (char *)children->pdata[i], (char *)children->pdata[i]);
  g_string_append_printf (xml, "</%s>", tag);
}

static GHashTable *
dangling_values (GString *xml, PtProcessGraph **graph)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml->str, xml->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, "references", &error);
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  assert_null (error);
  *graph = pt_process_graph_new (document);
  g_autoptr (GArray) dangling = pt_process_graph_dangling (*graph);
  for (guint i = 0; i < dangling->len; i++)
    g_hash_table_add (values, g_strdup (g_array_index (dangling, PtDanglingReference, i).value));
  return values;
}

static guint
check_found (GHashTable *values, const char *tag, const char *what)
{
  g_autoptr (GPtrArray) names = names_of (tag, (Wanted){ what, TRUE });

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *value = g_strdup_printf ("abroad:no-%s-%s", tag, (char *)names->pdata[i]);
      if (!g_hash_table_contains (values, value))
        fail_msg ("the %s %s of %s is not a reference", what, (char *)names->pdata[i], tag);
    }
  return names->len;
}

/* Returns: definitions that declare a namespace and import only another one */
static GString *
begin_file (void)
{
  return g_string_new (
      "<definitions xmlns='" PT_NS_BPMN "' xmlns:bpmndi='" PT_NS_BPMNDI
      "' xmlns:abroad='urn:abroad' xmlns:known='urn:known' targetNamespace='urn:own'>"
      "<import namespace='urn:known' location='k' importType='urn:k'/>");
}

static void
references_of_the_schema_are_known (void **state)
{
  g_autoptr (GString) xml = begin_file ();
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  guint n = 0;

  for (guint type = PT_BPMN_DEFINITIONS + 1; type < PT_BPMN_N_TYPES; type++)
    if (pt_bpmn_type_info (type)->tag)
      write_dangling (xml, pt_bpmn_type_info (type)->tag);
  g_string_append (xml, "</definitions>");
  values = dangling_values (xml, &graph);
  for (guint type = PT_BPMN_DEFINITIONS + 1; type < PT_BPMN_N_TYPES; type++)
    if (pt_bpmn_type_info (type)->tag)
      n += check_found (values, pt_bpmn_type_info (type)->tag, "attribute")
           + check_found (values, pt_bpmn_type_info (type)->tag, "element");
  assert_in_range (n, 200, 1000);
}

/* What may be drawn: all types of BPMNDI.xsd, whose elements are named like them. */
static void
references_of_the_drawing_are_known (void **state)
{
  g_autoptr (GString) xml = begin_file ();
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *node = pt_xml_first_element (xmlDocGetRootElement (schemas[2])); node;
       node = pt_xml_next_element (node))
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *tag = pt_xml_attribute (node, "name");

      if (!pt_xml_is (node, XSD, "complexType"))
        continue;
      add_names (node, (Wanted){ "attribute", TRUE }, names);
      g_string_append_printf (xml, "<bpmndi:%s", tag);
      for (guint i = 0; i < names->len; i++)
        {
          char *value = g_strdup_printf ("no-%s-%s", tag, (char *)names->pdata[i]);

          g_string_append_printf (xml, " %s='%s'", (char *)names->pdata[i], value);
          g_ptr_array_add (expected, value);
        }
      g_string_append (xml, "/>");
    }
  g_string_append (xml, "</definitions>");
  values = dangling_values (xml, &graph);
  assert_in_range (expected->len, 7, 20);
  for (guint i = 0; i < expected->len; i++)
    if (!g_hash_table_contains (values, expected->pdata[i]))
      fail_msg ("%s is not found", (char *)expected->pdata[i]);
}

/* What is imported by its prefix, types of XML Schema and of Java, names of the engine's own. */
static void
what_others_know_does_not_dangle (void **state)
{
  g_autoptr (GString) xml = begin_file ();
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  static const char *const types[]
      = { "known:Order", "xsd:string", "java:java.lang.String", "java.lang.String",
          "String",      "s:int",      "//some/where",          "" };

  g_string_append (xml, "<sendTask messageRef='known:M' operationRef='known:O'/>");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_string_append_printf (xml, "<itemDefinition xmlns:s='" XSD "' structureRef='%s'/>", types[i]);
  g_string_append (xml, "<operation implementationRef='getOrder'/></definitions>");
  values = dangling_values (xml, &graph);
  g_autofree char **left = (char **)g_hash_table_get_keys_as_array (values, NULL);
  if (left[0])
    fail_msg ("%s is no slip", left[0]);
}

static void
references_want_a_kind (void **state)
{
  g_autoptr (GString) xml = begin_file ();
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;

  g_string_append (xml, "<message id='M'/><signal id='S'/><process id='P'>"
                        "<sendTask id='right' messageRef='M'/><sendTask id='wrong' messageRef='S'/>"
                        "</process></definitions>");
  values = dangling_values (xml, &graph);
  g_autoptr (GArray) found = pt_process_graph_dangling (graph);
  const PtDanglingReference *only = &g_array_index (found, PtDanglingReference, 0);

  assert_int_equal (found->len, 1);
  assert_string_equal (only->element->id, "wrong");
  assert_int_equal (only->kind, PT_DANGLING_WRONG);
  assert_int_equal (only->wanted, PT_BPMN_MESSAGE);
  assert_ptr_equal (only->target, pt_process_graph_get (graph, "S")->node);
}

static void
attributes_are_those_of_the_schema (void **state)
{
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      const char *tag = pt_bpmn_type_info (type)->tag;
      if (!tag)
        continue;
      g_autoptr (GPtrArray) expected = names_of (tag, (Wanted){ "attribute", FALSE });
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
      g_autoptr (GPtrArray) names = names_of (tag, (Wanted){ "element", FALSE });
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
    cmocka_unit_test (every_element_of_the_schema_is_in_the_table),
    cmocka_unit_test (what_is_local_stands_for_nothing_else),
    cmocka_unit_test (attributes_are_those_of_the_schema),
    cmocka_unit_test (references_of_the_schema_are_known),
    cmocka_unit_test (references_of_the_drawing_are_known),
    cmocka_unit_test (what_others_know_does_not_dangle),
    cmocka_unit_test (references_want_a_kind),
    cmocka_unit_test (children_find_the_place_the_schema_gives),
    cmocka_unit_test (unknown_children_do_not_disturb),
    cmocka_unit_test (diagram_children_find_their_place),
  };

  return cmocka_run_group_tests (tests, read_schemas, free_schemas);
}
