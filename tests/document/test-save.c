/* test-save.c: what an edit leaves in the file: what a careful person would have typed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static PtDocument *
load_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_document_load_bytes (bytes, "-", &error);

  assert_null (error);
  return document;
}

static PtDocument *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return load_bytes (bytes);
}

static void
assert_bytes (PtDocument *document, const char *expected, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, &error);
  gsize n_bytes;
  const char *data = bytes ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  assert_null (error);
  if (n_bytes != length || memcmp (data, expected, length) != 0)
    fail_msg ("expected\n%s\nbut saved\n%.*s", expected, (int)n_bytes, data);
}

static void
assert_saves (PtDocument *document, const char *expected)
{
  assert_bytes (document, expected, strlen (expected));
}

/* --- edits, in terms of ids --- */

static xmlNode *
by_id (PtDocument *document, const char *id)
{
  return pt_document_get_by_id (document, id);
}

static void
set (PtDocument *document, const char *id, const char *name, const char *value)
{
  pt_document_set_attribute (document, by_id (document, id), NULL, name, value);
}

static void
set_text (PtDocument *document, const char *id, const char *text)
{
  pt_document_set_text (document, by_id (document, id), text);
}

static xmlNode *
make (PtDocument *document, const char *parent, const char *name, const char *id)
{
  xmlNode *context = by_id (document, parent);
  const char *ns_uri = context->ns ? (const char *)context->ns->href : NULL;
  xmlNode *node = pt_document_make_element (document, context, ns_uri, NULL, name);

  xmlSetProp (node, (const xmlChar *)"id", (const xmlChar *)id);
  return node;
}

static void
insert (PtDocument *document, const char *parent, const char *before)
{
  pt_document_insert (document, by_id (document, parent), before ? by_id (document, before) : NULL,
                      make (document, parent, "n", "new"));
}

static void
insert_tree (PtDocument *document, const char *parent, const char *before)
{
  xmlNode *top = make (document, parent, "n", "new");
  xmlNode *inner = xmlAddChild (top, make (document, parent, "i", "inner"));

  xmlAddChild (inner, make (document, parent, "j", "innermost"));
  xmlNodeSetContent (xmlAddChild (top, make (document, parent, "t", "text")),
                     (const xmlChar *)"words");
  pt_document_insert (document, by_id (document, parent), before ? by_id (document, before) : NULL,
                      top);
}

static void
take (PtDocument *document, const char *id, const char *unused)
{
  pt_document_remove (document, by_id (document, id));
}

/* Moves the element `m` below @parent. */
static void
move (PtDocument *document, const char *parent, const char *before)
{
  xmlNode *node = by_id (document, "m");

  pt_document_remove (document, node);
  pt_document_insert (document, by_id (document, parent), before ? by_id (document, before) : NULL,
                      node);
}

static void
rename_it (PtDocument *document, const char *id, const char *name)
{
  set (document, id, "name", name);
}

static void
put_in_namespace (PtDocument *document, const char *id, const char *value)
{
  pt_document_set_attribute (document, by_id (document, id), "urn:color", "color", value);
}

static void
insert_foreign (PtDocument *document, const char *parent, const char *unused)
{
  xmlNode *context = by_id (document, parent);
  xmlNode *node = pt_document_make_element (document, context, "urn:zeebe", "zeebe", "property");

  pt_document_insert (document, context, NULL, node);
}

static void
insert_plain (PtDocument *document, const char *parent, const char *unused)
{
  xmlNode *context = by_id (document, parent);

  pt_document_insert (document, context, NULL,
                      pt_document_make_element (document, context, NULL, NULL, "plain"));
}

#define LONG "<p:a xmlns:p=\"urn:p\" id=\"a\">\n"

static const struct
{
  const char *source;
  void (*edit) (PtDocument *document, const char *first, const char *second);
  const char *first, *second;
  const char *expected;
} cases[] = {
  /* attributes */
  { "<a>\n  <b  id = 'b'\tname='x'/>\n</a>", rename_it, "b", "it's \"<&>\"\n\t",
    "<a>\n  <b  id = 'b'\tname='it&apos;s \"&lt;&amp;&gt;\"&#10;&#9;'/>\n</a>" },
  { "<a><b id=\"b\" /></a>", rename_it, "b", "\"new\"",
    "<a><b id=\"b\" name=\"&quot;new&quot;\" /></a>" },
  { "<a><b id='b'/></a>", rename_it, "b", "new", "<a><b id='b' name='new'/></a>" },
  { "<a id='a'\n   name='x'\n   other='y'\n/>", rename_it, "a", NULL,
    "<a id='a'\n   other='y'\n/>" },
  { "<a name='x' id='a'/>", rename_it, "a", NULL, "<a id='a'/>" },
  { "<a id='a' surname='x' name='y'/>", rename_it, "a", "z", "<a id='a' surname='x' name='z'/>" },
  { "<a id='a' note='name=\"x\">' name=''/>", rename_it, "a", "z",
    "<a id='a' note='name=\"x\">' name='z'/>" },
  { "<a xmlns:c='urn:color' id='a'><b id='b'/></a>", put_in_namespace, "b", "red",
    "<a xmlns:c='urn:color' id='a'><b id='b' c:color='red'/></a>" },
  { "<a xmlns:c='urn:color' id='a' c:color='x' color='y'/>", put_in_namespace, "a", "red",
    "<a xmlns:c='urn:color' id='a' c:color='red' color='y'/>" },
  { "<a xmlns='urn:color'>\n  <b id='b'/>\n</a>", put_in_namespace, "b", "red",
    "<a xmlns='urn:color' xmlns:ns='urn:color'>\n  <b id='b' ns:color='red'/>\n</a>" },

  /* texts */
  { "<a><b id='b'>x &lt; y</b></a>", set_text, "b", "x > y\n& z",
    "<a><b id='b'>x &gt; y\n&amp; z</b></a>" },
  { "<a><b id='b'/></a>", set_text, "b", "x", "<a><b id='b'>x</b></a>" },
  { "<a><b id='b' /></a>", set_text, "b", "x", "<a><b id='b'>x</b></a>" },
  { "<a><b id='b'>x</b></a>", set_text, "b", NULL, "<a><b id='b'></b></a>" },
  { "<a><b id='b'><![CDATA[x]]></b></a>", set_text, "b", "<&>",
    "<a><b id='b'><![CDATA[<&>]]></b></a>" },
  { "<a><b id='b'><![CDATA[x]]></b></a>", set_text, "b", "]]>", "<a><b id='b'>]]&gt;</b></a>" },
  { "<a>\r\n<b id='b'>x</b></a>", set_text, "b", "1\n2", "<a>\r\n<b id='b'>1\r\n2</b></a>" },
  { "<a><b id='b'>x</b></a>", set_text, "b", "1\r2", "<a><b id='b'>1&#13;2</b></a>" },

  /* insertion beside others */
  { "<a id='a'>\n  <b id='b'/>\n  <c id='c'/>\n</a>", insert, "a", NULL,
    "<a id='a'>\n  <b id='b'/>\n  <c id='c'/>\n  <n id=\"new\"/>\n</a>" },
  { "<a id='a'>\n  <b id='b'/>\n  <c id='c'/>\n</a>", insert, "a", "c",
    "<a id='a'>\n  <b id='b'/>\n  <n id=\"new\"/>\n  <c id='c'/>\n</a>" },
  { "<a id='a'>\n  <b id='b'/>\n  <c id='c'/>\n</a>", insert, "a", "b",
    "<a id='a'>\n  <n id=\"new\"/>\n  <b id='b'/>\n  <c id='c'/>\n</a>" },
  { "<a id='a'>\r\n\t<b id='b' />\r\n</a>", insert, "a", NULL,
    "<a id='a'>\r\n\t<b id='b' />\r\n\t<n id=\"new\" />\r\n</a>" },
  { "<a id='a'>\n\n  <b id='b'/>\n\n  <!-- about c -->\n  <c id='c'/>\n\n</a>", insert, "a", "c",
    "<a id='a'>\n\n  <b id='b'/>\n  <n id=\"new\"/>\n\n  <!-- about c -->\n  <c id='c'/>\n\n</a>" },
  { "<a id='a'>\n  <b id='b'/> <!-- about b -->\n  <c id='c'/>\n</a>", insert, "a", "c",
    "<a id='a'>\n  <b id='b'/> <!-- about b -->\n  <n id=\"new\"/>\n  <c id='c'/>\n</a>" },
  { "<a id='a'><b id='b'/><c id='c'/></a>", insert, "a", "c",
    "<a id='a'><b id='b'/><n id=\"new\"/><c id='c'/></a>" },
  { "<a id='a'> <b id='b'/> <c id='c'/> </a>", insert, "a", "b",
    "<a id='a'> <n id=\"new\"/> <b id='b'/> <c id='c'/> </a>" },
  { "<a id='a'>say <b id='b'/> and <c id='c'/>!</a>", insert, "a", "c",
    "<a id='a'>say <b id='b'/> and <n id=\"new\"/><c id='c'/>!</a>" },
  { "<a id='a' xml:space='preserve'>\n  <b id='b'/>\n</a>", insert, "a", "b",
    "<a id='a' xml:space='preserve'>\n  <n id=\"new\"/><b id='b'/>\n</a>" },
  { LONG "  <p:b id='b'/>\n</p:a>", insert, "a", NULL,
    LONG "  <p:b id='b'/>\n  <p:n id=\"new\"/>\n</p:a>" },

  /* insertion into empty elements */
  { "<a id='a'/>", insert, "a", NULL, "<a id='a'>\n  <n id=\"new\"/>\n</a>" },
  { "<a>\n\t<b id='b'/>\n</a>", insert, "b", NULL,
    "<a>\n\t<b id='b'>\n\t\t<n id=\"new\"/>\n\t</b>\n</a>" },
  { "<a>\n   <b id='b'></b>\n</a>", insert, "b", NULL,
    "<a>\n   <b id='b'>\n      <n id=\"new\"/>\n   </b>\n</a>" },
  { "<a>\n  <b id='b'>\n  </b>\n</a>", insert, "b", NULL,
    "<a>\n  <b id='b'>\n    <n id=\"new\"/>\n  </b>\n</a>" },
  { "<a>\n  <b id='b'>\n    <!-- c -->\n  </b>\n</a>", insert, "b", NULL,
    "<a>\n  <b id='b'>\n    <!-- c -->\n    <n id=\"new\"/>\n  </b>\n</a>" },
  { "<a><b id='b'/></a>", insert, "b", NULL, "<a><b id='b'><n id=\"new\"/></b></a>" },
  { LONG "  <p:b id='b' />\n</p:a>", insert, "b", NULL,
    LONG "  <p:b id='b'>\n    <p:n id=\"new\" />\n  </p:b>\n</p:a>" },

  /* insertion of subtrees */
  { "<a id='a'>\n  <b id='b'/>\n</a>", insert_tree, "a", NULL,
    "<a id='a'>\n  <b id='b'/>\n  <n id=\"new\">\n    <i id=\"inner\">\n"
    "      <j id=\"innermost\"/>\n    </i>\n    <t id=\"text\">words</t>\n  </n>\n</a>" },
  { "<a id='a'><b id='b'/></a>", insert_tree, "a", "b",
    "<a id='a'><n id=\"new\"><i id=\"inner\"><j id=\"innermost\"/></i>"
    "<t id=\"text\">words</t></n><b id='b'/></a>" },

  /* removal */
  { "<a>\n  <b id='b'/>\n  <c id='c'/>\n</a>", take, "b", NULL, "<a>\n  <c id='c'/>\n</a>" },
  { "<a>\n  <b id='b'/>\n  <c id='c'/>\n</a>", take, "c", NULL, "<a>\n  <b id='b'/>\n</a>" },
  { "<a>\r\n  <b id='b'/>\r\n  <c id='c'/>\r\n</a>", take, "c", NULL,
    "<a>\r\n  <b id='b'/>\r\n</a>" },
  { "<a>\n  <b id='b'/>\n</a>", take, "b", NULL, "<a></a>" },
  { "<a><b id='b'/><c id='c'/></a>", take, "b", NULL, "<a><c id='c'/></a>" },
  { "<a> <b id='b'/> <c id='c'/> </a>", take, "b", NULL, "<a> <c id='c'/> </a>" },
  { "<a>\n  <b id='b'/> <c id='c'/>\n</a>", take, "b", NULL, "<a>\n  <c id='c'/>\n</a>" },
  { "<a>\n  <b id='b'/> <c id='c'/>\n</a>", take, "c", NULL, "<a>\n  <b id='b'/>\n</a>" },
  { "<a>\n  <b id='b'/>\n\n  <c id='c'/>\n  <d/>\n</a>", take, "c", NULL,
    "<a>\n  <b id='b'/>\n\n  <d/>\n</a>" },
  { "<a>\n  <b id='b'/>\n\n  <c id='c'/>\n\n  <d/>\n</a>", take, "c", NULL,
    "<a>\n  <b id='b'/>\n\n  <d/>\n</a>" },
  { "<a>x <b id='b'/> y</a>", take, "b", NULL, "<a>x  y</a>" },
  { "<a>]]<b id='b'/>></a>", take, "b", NULL, "<a>]]&gt;</a>" },

  /* moves */
  { "<a>\n  <m id='m'>\n    <x/>\n\n  </m>\n  <b id='b'>\n    <c id='c'/>\n  </b>\n</a>", move, "b",
    "c",
    "<a>\n  <b id='b'>\n    <m id='m'>\n      <x/>\n\n    </m>\n    <c id='c'/>\n  </b>\n</a>" },
  { "<a id='a'>\n  <b>\n    <m  id = 'm'><!-- kept --></m>\n  </b>\n</a>", move, "a", NULL,
    "<a id='a'>\n  <b></b>\n  <m  id = 'm'><!-- kept --></m>\n</a>" },
  { "<a id='a'><b xmlns:q='urn:q'><q:m id='m' q:x='y'/></b></a>", move, "a", NULL,
    "<a id='a'><b xmlns:q='urn:q'></b><q:m id='m' q:x='y' xmlns:q='urn:q'/></a>" },
  { "<a id='a'><b xmlns='urn:q'><m id='m'><x/></m></b></a>", move, "a", NULL,
    "<a id='a'><b xmlns='urn:q'></b><m id='m' xmlns='urn:q'><x/></m></a>" },

  /* namespaces */
  { "<a id='a'>\n  <b/>\n</a>", insert_foreign, "a", NULL,
    "<a id='a' xmlns:zeebe='urn:zeebe'>\n  <b/>\n  <zeebe:property/>\n</a>" },
  { "<a id='a' xmlns:z='urn:zeebe'><b/></a>", insert_foreign, "a", NULL,
    "<a id='a' xmlns:z='urn:zeebe'><b/><z:property/></a>" },
  { "<a id='a' xmlns:zeebe='urn:other'><b/></a>", insert_foreign, "a", NULL,
    "<a id='a' xmlns:zeebe='urn:other' xmlns:zeebe1='urn:zeebe'><b/><zeebe1:property/></a>" },
  { "<a id='a' xmlns='urn:zeebe'><b/></a>", insert_foreign, "a", NULL,
    "<a id='a' xmlns='urn:zeebe'><b/><property/></a>" },
  { "<a id='a' xmlns='urn:a'><b/></a>", insert_plain, "a", NULL,
    "<a id='a' xmlns='urn:a'><b/><plain xmlns=\"\"/></a>" },
};

static void
test_cases (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PtDocument) document = load (cases[i].source);

      assert_saves (document, cases[i].source);
      pt_document_begin (document, "Edit");
      cases[i].edit (document, cases[i].first, cases[i].second);
      pt_document_commit (document);
      assert_saves (document, cases[i].expected);
      pt_document_undo (document);
      assert_saves (document, cases[i].source);
      pt_document_redo (document);
      assert_saves (document, cases[i].expected);
    }
}

/* --- all that may surround an edit --- */

static const char odd[]
    = "<?xml version='1.0'  encoding='UTF-8' standalone=\"yes\" ?>\r\n"
      "<?style sheet?><!-- <a> \"' -->\n\n"
      "<!DOCTYPE p:a [ <!-- ' > --> <!ELEMENT b (#PCDATA)><!ATTLIST b kind CDATA '>'> ]>\r\n"
      "<p:a\txmlns:p = 'urn:p'\n\n  id=\"a\" p:x='>' empty=\"\" >\r\n"
      "  <b   id='b' name='tab&#9;line&#10;&quot;&apos;&lt;&amp; \t \n &#x41;'/>"
      "<![CDATA[<c id='not'>]]]]><![CDATA[>]]><!----><?pi?>\r"
      "text &#65; ]] > \" ' <d id=\"d\" />&gt;\t<e/><e></e ><f\n/>\n"
      "<g xmlns='urn:g' xmlns:p='urn:other'><p:h/><h/></g>\n"
      "\xC3\xA4\xF0\x9F\x98\x80</p:a  >\n\n<!-- end --><?end?>\r\n ";

static void
test_odd_formatting (void **state)
{
  g_autofree char *name = NULL;
  g_autoptr (PtDocument) document = load (odd);
  g_autoptr (GString) expected = g_string_new (odd);

  assert_saves (document, odd);
  name = pt_xml_attribute (by_id (document, "b"), "name");
  assert_string_equal (name, "tab\tline\n\"'<&     A");
  pt_document_begin (document, "Edit");
  set (document, "d", "name", "x");
  pt_document_commit (document);
  g_string_replace (expected, "<d id=\"d\" />", "<d id=\"d\" name=\"x\" />", 0);
  assert_saves (document, expected->str);
  pt_document_undo (document);
  assert_saves (document, odd);
}

/* Editing goes on after saving, always against what was loaded. */
static void
test_after_saving (void **state)
{
  g_autoptr (PtDocument) document = load ("<a id='a'>\n  <b id='b'/>\n</a>");

  pt_document_begin (document, "First");
  insert (document, "a", NULL);
  pt_document_commit (document);
  pt_document_mark_saved (document);
  pt_document_begin (document, "Second");
  set (document, "new", "name", "x");
  take (document, "b", NULL);
  pt_document_commit (document);
  assert_saves (document, "<a id='a'>\n  <n id=\"new\" name=\"x\"/>\n</a>");
  pt_document_undo (document);
  assert_saves (document, "<a id='a'>\n  <b id='b'/>\n  <n id=\"new\"/>\n</a>");
  pt_document_undo (document);
  assert_saves (document, "<a id='a'>\n  <b id='b'/>\n</a>");
}

/* --- encodings --- */

static const struct
{
  const char *bom;
  gsize n_bom;
  const char *declared;
  const char *encoding;
  const char *written; /* how the name "ä€😀" must look */
} encodings[] = {
  { "", 0, "UTF-8", "UTF-8", "ä€😀" },
  { "\xEF\xBB\xBF", 3, "UTF-8", "UTF-8", "ä€😀" },
  { "\xFF\xFE", 2, "UTF-16", "UTF-16LE", "ä€😀" },
  { "\xFE\xFF", 2, "UTF-16", "UTF-16BE", "ä€😀" },
  { "", 0, "ISO-8859-1", "ISO-8859-1", "ä&#x20AC;&#x1F600;" },
  { "", 0, "windows-1252", "windows-1252", "ä€&#x1F600;" },
  { "", 0, "US-ASCII", "US-ASCII", "&#xE4;&#x20AC;&#x1F600;" },
  { "", 0, "Shift_JIS", "Shift_JIS", "&#xE4;&#x20AC;&#x1F600;" },
};

static GBytes *
encode (gsize i, const char *name)
{
  g_autofree char *text = g_strdup_printf (
      "<?xml version='1.0' encoding='%s'?>\r\n<a id='a' name='%s'><b id='b'/></a>\r\n",
      encodings[i].declared, name);
  gsize n_encoded;
  g_autofree char *encoded
      = g_convert (text, -1, encodings[i].encoding, "UTF-8", NULL, &n_encoded, NULL);
  GByteArray *bytes = g_byte_array_new ();

  assert_non_null (encoded);
  g_byte_array_append (bytes, (const guint8 *)encodings[i].bom, (guint)encodings[i].n_bom);
  g_byte_array_append (bytes, (const guint8 *)encoded, (guint)n_encoded);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_encodings (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GBytes) source = encode (i, "x");
      g_autoptr (GBytes) expected = encode (i, encodings[i].written);
      g_autoptr (PtDocument) document = load_bytes (source);
      gsize length;
      const char *data = g_bytes_get_data (expected, &length);

      pt_document_begin (document, "Rename");
      set (document, "a", "name", "ä€😀");
      pt_document_commit (document);
      assert_bytes (document, data, length);
      pt_document_undo (document);
      data = g_bytes_get_data (source, &length);
      assert_bytes (document, data, length);
    }
}

/* A section cannot hold references, so it becomes plain text where one is needed. */
static void
test_cdata_in_narrow_encoding (void **state)
{
  g_autoptr (PtDocument) document
      = load ("<?xml version='1.0' encoding='ISO-8859-1'?><a><b id='b'><![CDATA[x]]></b></a>");

  pt_document_begin (document, "Write");
  set_text (document, "b", "<€>");
  pt_document_commit (document);
  assert_saves (document, "<?xml version='1.0' encoding='ISO-8859-1'?><a><b id='b'>"
                          "&lt;&#x20AC;&gt;</b></a>");
}

static void
test_name_in_narrow_encoding (void **state)
{
  g_autoptr (PtDocument) document
      = load ("<?xml version='1.0' encoding='ISO-8859-1'?><a><b id='b'/></a>");
  g_autoptr (GError) error = NULL;

  pt_document_begin (document, "Odd name");
  set (document, "b", "имя", "x");
  pt_document_commit (document);
  assert_null (pt_document_to_bytes (document, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_ENCODING));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_cases),
    cmocka_unit_test (test_odd_formatting),
    cmocka_unit_test (test_after_saving),
    cmocka_unit_test (test_encodings),
    cmocka_unit_test (test_cdata_in_narrow_encoding),
    cmocka_unit_test (test_name_in_narrow_encoding),
  };

  setlocale (LC_ALL, "");
  return cmocka_run_group_tests (tests, NULL, NULL);
}
