/* test-journal.c: transactions, undo and redo, ids, and what is told about them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define URI "urn:test"

static const char source[] = "<p:a xmlns:p='" URI "'>\n"
                             "  <p:b id='one' name='first'/>\n"
                             "  <p:b id='two'>\n"
                             "    <p:text>words</p:text>\n"
                             "  </p:b>\n"
                             "</p:a>\n";

/* What the signal said last. */
typedef struct
{
  PtDocument *document;
  GArray *changes;
  guint n_emissions;
} Fixture;

static void
changed_cb (PtDocument *document, const PtChange *changes, guint n_changes, Fixture *fixture)
{
  fixture->n_emissions++;
  g_array_set_size (fixture->changes, 0);
  g_array_append_vals (fixture->changes, changes, n_changes);
}

static PtDocument *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_document_load_bytes (bytes, "-", &error);

  assert_null (error);
  return document;
}

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->document = load (source);
  fixture->changes = g_array_new (FALSE, FALSE, sizeof (PtChange));
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
  *state = fixture;
  return 0;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *)&fixture->document);
  g_object_unref (fixture->document);
  assert_null (fixture->document);
  g_array_unref (fixture->changes);
  g_free (fixture);
  return 0;
}

static const PtChange *
change (Fixture *fixture, guint index)
{
  assert_true (index < fixture->changes->len);
  return &g_array_index (fixture->changes, PtChange, index);
}

static void
rename_to (PtDocument *document, const char *id, const char *name)
{
  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, pt_document_get_by_id (document, id), NULL, "name", name);
  pt_document_commit (document);
}

static void
assert_attribute (PtDocument *document, const char *id, const char *name, const char *expected)
{
  g_autofree char *value = pt_xml_attribute (pt_document_get_by_id (document, id), name);

  if (g_strcmp0 (value, expected) != 0)
    fail_msg ("%s/@%s is %s, not %s", id, name, value, expected);
}

static void
test_attribute (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;
  xmlNode *one = pt_document_get_by_id (document, "one");

  rename_to (document, "one", "changed");
  assert_attribute (document, "one", "name", "changed");
  assert_int_equal (fixture->n_emissions, 1);
  assert_int_equal (change (fixture, 0)->kind, PT_CHANGE_ATTRIBUTE);
  assert_ptr_equal (change (fixture, 0)->node, one);
  assert_ptr_equal (change (fixture, 0)->parent, pt_document_get_root (document));
  assert_string_equal (change (fixture, 0)->attribute, "name");

  pt_document_undo (document);
  assert_attribute (document, "one", "name", "first");
  pt_document_redo (document);
  assert_attribute (document, "one", "name", "changed");
  rename_to (document, "one", NULL);
  assert_attribute (document, "one", "name", NULL);
  pt_document_undo (document);
  assert_attribute (document, "one", "name", "changed");
  assert_int_equal (fixture->n_emissions, 5);
}

static void
test_equal_value_is_no_change (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;
  xmlNode *text = pt_xml_first_element (pt_document_get_by_id (document, "two"));
  guint64 serial = pt_document_get_serial (document);

  pt_document_begin (document, "Nothing");
  pt_document_set_attribute (document, pt_document_get_by_id (document, "one"), NULL, "name",
                             "first");
  pt_document_set_attribute (document, pt_document_get_by_id (document, "one"), NULL, "none", NULL);
  pt_document_set_text (document, text, "words");
  pt_document_commit (document);

  assert_int_equal (fixture->n_emissions, 0);
  assert_false (pt_document_can_undo (document));
  assert_true (pt_document_get_serial (document) == serial);
}

static void
test_text (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;
  xmlNode *text = pt_xml_first_element (pt_document_get_by_id (document, "two"));
  g_autofree char *now = NULL, *then = NULL;

  pt_document_begin (document, "Write");
  pt_document_set_text (document, text, "other\x01 <words>");
  pt_document_commit (document);
  now = pt_xml_text (text);
  assert_string_equal (now, "other <words>");
  assert_int_equal (fixture->changes->len, 1);
  assert_int_equal (change (fixture, 0)->kind, PT_CHANGE_TEXT);
  assert_ptr_equal (change (fixture, 0)->node, text);
  assert_ptr_equal (change (fixture, 0)->parent, pt_document_get_by_id (document, "two"));

  pt_document_undo (document);
  then = pt_xml_text (text);
  assert_string_equal (then, "words");
}

/* Elements that give way to a text are told as removed, so nobody keeps looking at them. */
static void
test_text_instead_of_elements (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;

  pt_document_begin (document, "Write");
  pt_document_set_text (document, pt_document_get_root (document), "nothing else");
  pt_document_commit (document);
  assert_int_equal (fixture->changes->len, 3);
  assert_int_equal (change (fixture, 0)->kind, PT_CHANGE_REMOVED);
  assert_int_equal (change (fixture, 1)->kind, PT_CHANGE_REMOVED);
  assert_int_equal (change (fixture, 2)->kind, PT_CHANGE_TEXT);
  assert_null (pt_document_get_by_id (document, "one"));
  pt_document_undo (document);
  assert_non_null (pt_document_get_by_id (document, "one"));
}

static xmlNode *
insert (PtDocument *document, xmlNode *parent, xmlNode *before, const char *id)
{
  xmlNode *node = pt_document_make_element (document, parent, URI, "p", "b");

  xmlSetProp (node, (const xmlChar *)"id", (const xmlChar *)id);
  pt_document_insert (document, parent, before, node);
  return node;
}

static void
test_insert_and_remove (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;
  xmlNode *root = pt_document_get_root (document);
  xmlNode *two = pt_document_get_by_id (document, "two"), *node;

  pt_document_begin (document, "Replace");
  node = insert (document, root, two, "three");
  pt_document_remove (document, two);
  pt_document_commit (document);

  assert_ptr_equal (pt_document_get_by_id (document, "three"), node);
  assert_null (pt_document_get_by_id (document, "two"));
  assert_true (pt_xml_is (node, URI, "b"));
  assert_int_equal (fixture->changes->len, 2);
  assert_int_equal (change (fixture, 0)->kind, PT_CHANGE_INSERTED);
  assert_ptr_equal (change (fixture, 0)->parent, root);
  assert_int_equal (change (fixture, 1)->kind, PT_CHANGE_REMOVED);
  assert_ptr_equal (change (fixture, 1)->node, two);

  pt_document_undo (document);
  assert_ptr_equal (pt_document_get_by_id (document, "two"), two);
  assert_null (pt_document_get_by_id (document, "three"));
  assert_int_equal (change (fixture, 0)->kind, PT_CHANGE_INSERTED);
  assert_ptr_equal (change (fixture, 0)->node, two);
  assert_int_equal (change (fixture, 1)->kind, PT_CHANGE_REMOVED);
  assert_ptr_equal (change (fixture, 1)->node, node);

  pt_document_redo (document);
  assert_ptr_equal (pt_document_get_by_id (document, "three"), node);
}

/* A removed node may come back elsewhere. */
static void
test_move (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;
  xmlNode *one = pt_document_get_by_id (document, "one");
  xmlNode *two = pt_document_get_by_id (document, "two");

  pt_document_begin (document, "Move");
  pt_document_remove (document, one);
  pt_document_insert (document, two, NULL, one);
  pt_document_commit (document);
  assert_ptr_equal (one->parent, two);
  assert_ptr_equal (pt_document_get_by_id (document, "one"), one);
  pt_document_undo (document);
  assert_ptr_equal (one->parent, pt_document_get_root (document));
  assert_ptr_equal (pt_xml_next_element (one), two);
  pt_document_redo (document);
  assert_ptr_equal (one->parent, two);
}

static void
test_nested (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;

  pt_document_begin (document, "Outer");
  rename_to (document, "one", "a");
  pt_document_begin (document, "Inner");
  rename_to (document, "one", "b");
  rename_to (document, "two", "c");
  pt_document_cancel (document);
  assert_attribute (document, "one", "name", "a");
  assert_attribute (document, "two", "name", NULL);
  assert_int_equal (fixture->n_emissions, 0);
  rename_to (document, "two", "d");
  pt_document_commit (document);

  assert_int_equal (fixture->n_emissions, 1);
  assert_int_equal (fixture->changes->len, 2);
  assert_string_equal (pt_document_get_undo_name (document), "Outer");
  pt_document_undo (document);
  assert_attribute (document, "one", "name", "first");
  assert_false (pt_document_can_undo (document));
  assert_string_equal (pt_document_get_redo_name (document), "Outer");
}

static void
test_cancel (void **state)
{
  Fixture *fixture = *state;
  PtDocument *document = fixture->document;
  xmlNode *root = pt_document_get_root (document);

  pt_document_begin (document, "Mistake");
  insert (document, root, NULL, "three");
  pt_document_remove (document, pt_document_get_by_id (document, "one"));
  pt_document_set_attribute (document, root, NULL, "id", "root");
  pt_document_cancel (document);

  assert_int_equal (fixture->n_emissions, 0);
  assert_false (pt_document_can_undo (document));
  assert_non_null (pt_document_get_by_id (document, "one"));
  assert_null (pt_document_get_by_id (document, "three"));
  assert_null (pt_document_get_by_id (document, "root"));
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_modified (void **state)
{
  PtDocument *document = ((Fixture *)*state)->document;
  guint n_notified = 0;

  g_signal_connect (document, "notify::modified", G_CALLBACK (count_cb), &n_notified);
  assert_false (pt_document_get_modified (document));
  rename_to (document, "one", "a");
  rename_to (document, "one", "b");
  assert_true (pt_document_get_modified (document));
  assert_int_equal (n_notified, 1);

  pt_document_mark_saved (document);
  assert_false (pt_document_get_modified (document));
  pt_document_undo (document);
  assert_true (pt_document_get_modified (document));
  pt_document_redo (document);
  assert_false (pt_document_get_modified (document));
  assert_int_equal (n_notified, 4);

  /* The saved state lies in a future that is cut off here. */
  pt_document_undo (document);
  rename_to (document, "one", "c");
  assert_true (pt_document_get_modified (document));
  pt_document_undo (document);
  assert_true (pt_document_get_modified (document));
  pt_document_undo (document);
  assert_true (pt_document_get_modified (document));
  assert_false (pt_document_can_undo (document));
  pt_document_mark_saved (document);
  assert_false (pt_document_get_modified (document));
}

static void
test_properties (void **state)
{
  PtDocument *document = ((Fixture *)*state)->document;
  gboolean can_undo, can_redo, modified;
  g_autofree char *undo_name = NULL, *redo_name = NULL;

  rename_to (document, "one", "a");
  rename_to (document, "one", "b");
  pt_document_undo (document);
  g_object_get (document, "can-undo", &can_undo, "can-redo", &can_redo, "undo-name", &undo_name,
                "redo-name", &redo_name, "modified", &modified, NULL);
  assert_true (can_undo && can_redo && modified);
  assert_string_equal (undo_name, "Rename");
  assert_string_equal (redo_name, "Rename");
}

/* --- ids --- */

static void
test_ids_follow_changes (void **state)
{
  PtDocument *document = ((Fixture *)*state)->document;
  xmlNode *one = pt_document_get_by_id (document, "one");

  pt_document_begin (document, "Change id");
  pt_document_set_attribute (document, one, NULL, "id", "uno");
  pt_document_commit (document);
  assert_null (pt_document_get_by_id (document, "one"));
  assert_ptr_equal (pt_document_get_by_id (document, "uno"), one);
  pt_document_undo (document);
  assert_ptr_equal (pt_document_get_by_id (document, "one"), one);
  assert_null (pt_document_get_by_id (document, "uno"));
}

static void
test_duplicate_ids (void **state)
{
  g_autoptr (PtDocument) document = load ("<a><b id='x'/><c id='x'/><d id='x'/></a>");
  xmlNode *b = pt_xml_first_element (pt_document_get_root (document));
  xmlNode *c = pt_xml_next_element (b), *d = pt_xml_next_element (c);

  assert_ptr_equal (pt_document_get_by_id (document, "x"), b);
  pt_document_begin (document, "Remove");
  pt_document_remove (document, b);
  assert_ptr_equal (pt_document_get_by_id (document, "x"), c);
  pt_document_set_attribute (document, c, NULL, "id", "y");
  assert_ptr_equal (pt_document_get_by_id (document, "x"), d);
  pt_document_remove (document, d);
  assert_null (pt_document_get_by_id (document, "x"));
  pt_document_commit (document);
  pt_document_undo (document);
  assert_ptr_equal (pt_document_get_by_id (document, "x"), b);
}

static void
test_make_id (void **state)
{
  g_autoptr (PtDocument) document
      = load ("<a><b id='Task_1'/><b id='Task_2'/><b id='Task_5'/></a>");
  g_autoptr (PtDocument) same = load ("<a><b id='Task_1'/><b id='Task_2'/><b id='Task_5'/></a>");
  g_autofree char *first = pt_document_make_id (document, "Task");
  g_autofree char *second = pt_document_make_id (document, "Task");
  g_autofree char *again = pt_document_make_id (same, "Task");
  g_autofree char *other = pt_document_make_id (document, "Flow");

  assert_string_equal (first, "Task_3");
  assert_string_not_equal (first, second);
  assert_null (pt_document_get_by_id (document, second));
  assert_string_equal (first, again);
  assert_string_equal (other, "Flow_1");
}

static void
test_many_ids (void **state)
{
  g_autoptr (PtDocument) document = load ("<a/>");
  xmlNode *root = pt_document_get_root (document);

  pt_document_begin (document, "Insert");
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = pt_document_make_id (document, "Task");
      xmlNode *node = pt_document_make_element (document, root, NULL, NULL, "b");

      assert_null (pt_document_get_by_id (document, id));
      xmlSetProp (node, (const xmlChar *)"id", (const xmlChar *)id);
      pt_document_insert (document, root, NULL, node);
      assert_ptr_equal (pt_document_get_by_id (document, id), node);
    }
  pt_document_commit (document);
  pt_document_undo (document);
  assert_null (pt_document_get_by_id (document, "Task_1"));
}

/* --- namespaces --- */

static void
test_namespaces (void **state)
{
  PtDocument *document = ((Fixture *)*state)->document;
  xmlNode *root = pt_document_get_root (document);
  xmlNode *shape, *inner;

  pt_document_begin (document, "Draw");
  shape = pt_document_make_element (document, root, "urn:other", "p", "Shape");
  inner = pt_document_make_element (document, shape, "urn:other", "q", "Bounds");
  xmlAddChild (shape, inner);
  pt_document_insert (document, root, NULL, shape);
  pt_document_set_attribute (document, root, "urn:third", "color", "red");
  pt_document_commit (document);

  assert_string_equal ((const char *)shape->ns->prefix, "p1");
  assert_ptr_equal (shape->ns, inner->ns);
  assert_non_null (xmlSearchNsByHref (root->doc, root, (const xmlChar *)"urn:third"));
  pt_document_undo (document);
  assert_null (xmlSearchNsByHref (root->doc, root, (const xmlChar *)"urn:other"));
  assert_null (xmlSearchNsByHref (root->doc, root, (const xmlChar *)"urn:third"));
  pt_document_redo (document);
  assert_true (pt_xml_is (inner, "urn:other", "Bounds"));
}

#define FRESH(test) cmocka_unit_test_setup_teardown (test, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    FRESH (test_attribute),
    FRESH (test_equal_value_is_no_change),
    FRESH (test_text),
    FRESH (test_text_instead_of_elements),
    FRESH (test_insert_and_remove),
    FRESH (test_move),
    FRESH (test_nested),
    FRESH (test_cancel),
    FRESH (test_modified),
    FRESH (test_properties),
    FRESH (test_ids_follow_changes),
    cmocka_unit_test (test_duplicate_ids),
    cmocka_unit_test (test_make_id),
    cmocka_unit_test (test_many_ids),
    FRESH (test_namespaces),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
