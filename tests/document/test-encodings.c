/* test-encodings.c: files in all kinds of encodings, and with bytes that are in none
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

/* Bytes with zeros in them need their length said. */
#define BYTES(s) s, sizeof (s) - 1

static PtDocument *
load (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, n_bytes);

  return pt_document_load_bytes (data, "order.bpmn", error);
}

/* --- encodings --- */

static const char umlauts[] = "<a>\n\t<b n=\"Köln\"/><!-- ß --><c n=\"Zürich\"/></a>";

static const struct
{
  const char *bom;
  gsize n_bom;
  const char *declared;
  const char *encoding;
} encodings[] = {
  { BYTES (""), "UTF-8", "UTF-8" },
  { BYTES (""), "US-ASCII", "UTF-8" },
  { BYTES (""), "UTF-16", "UTF-8" },
  { BYTES (""), "UTF-16", "UTF-16BE" },
  { BYTES (""), "UTF-16", "UTF-16LE" },
  { BYTES (""), "UTF-32", "UTF-32BE" },
  { BYTES (""), "UTF-32", "UTF-32LE" },
  { BYTES ("\xFF\xFE\0\0"), "UTF-32", "UTF-32LE" },
  { BYTES (""), "IBM1047", "IBM1047" },
  { BYTES (""), "utf-8", "UTF-8" },
  { BYTES ("\xEF\xBB\xBF"), "UTF-8", "UTF-8" },
  { BYTES ("\xEF\xBB\xBF"), "ISO-8859-1", "UTF-8" },
  { BYTES ("\xFF\xFE"), "UTF-16", "UTF-16LE" },
  { BYTES ("\xFE\xFF"), "UTF-16", "UTF-16BE" },
  { BYTES ("\xFF\xFE"), "utf-8", "UTF-16LE" },
  { BYTES (""), "UTF-16LE", "UTF-16LE" },
  { BYTES (""), "ISO-8859-1", "ISO-8859-1" },
  { BYTES (""), "iso-8859-15", "ISO-8859-15" },
  { BYTES (""), "windows-1252", "WINDOWS-1252" },
  { BYTES (""), "macintosh", "MACINTOSH" },
};

static GBytes *
encode (const char *bom, gsize n_bom, const char *declared, const char *encoding)
{
  g_autofree char *text
      = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%s\"?>\n%s", declared, umlauts);
  gsize n_encoded;
  g_autofree char *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &n_encoded, NULL);
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *)bom, (guint)n_bom);
  g_byte_array_append (bytes, (const guint8 *)encoded, (guint)n_encoded);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_encodings (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = encode (encodings[i].bom, encodings[i].n_bom,
                                         encodings[i].declared, encodings[i].encoding);
      g_autoptr (PtDocument) document = pt_document_load_bytes (bytes, "-", &error);
      g_autofree char *first = NULL, *second = NULL;
      xmlNode *node;
      int line, column;

      assert_null (error);
      node = pt_xml_first_element (pt_document_get_root (document));
      first = pt_xml_attribute (node, "n");
      assert_string_equal (first, "Köln");
      node = pt_xml_next_element (node);
      second = pt_xml_attribute (node, "n");
      assert_string_equal (second, "Zürich");
      assert_true (pt_document_get_position (document, node, &line, &column));
      assert_int_equal (line, 3);
      assert_int_equal (column, 25);
    }
}

/* --- bytes that are no UTF-8 --- */

#define STRAY_START "<?xml version='1.0' encoding='UTF-8'?>\n<!-- K\xE4se -->\n<a>\n"
#define STRAY_REST "  <c n='\x80 \x93x\x94 \xC3\xA4'>\xDF</c>\n</a>\n"

static const char stray_text[] = STRAY_START "  <b n='K\xF6ln'/>\n" STRAY_REST;

static void
assert_saved (PtDocument *document, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, &error);

  assert_null (error);
  assert_int_equal (g_bytes_get_size (bytes), strlen (expected));
  assert_memory_equal (g_bytes_get_data (bytes, NULL), expected, strlen (expected));
}

static void
assert_value (xmlNode *node, const char *expected)
{
  g_autofree char *value = pt_xml_attribute (node, "n");

  assert_string_equal (value, expected);
}

/* Read as windows-1252, beside letters that are UTF-8, and told where. */
static void
test_strays_are_read (void **state)
{
  g_autoptr (PtDocument) document = load (BYTES (stray_text), NULL);
  xmlNode *node = pt_xml_first_element (pt_document_get_root (document));
  g_autofree char *text = NULL;
  int line, column;

  assert_value (node, "Köln");
  assert_value (pt_xml_next_element (node), "€ “x” ä");
  text = pt_xml_text (pt_xml_next_element (node));
  assert_string_equal (text, "ß");
  assert_int_equal (pt_document_get_strays (document, &line, &column), 6);
  assert_int_equal (line, 2);
  assert_int_equal (column, 7);
  assert_saved (document, stray_text);
}

/* What is edited is written as UTF-8; all else stays as it was, undecodable bytes too. */
static void
test_strays_stay (void **state)
{
  g_autoptr (PtDocument) document = load (BYTES (stray_text), NULL);
  xmlNode *node = pt_xml_first_element (pt_document_get_root (document));

  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, node, NULL, "n", "Düren");
  pt_document_commit (document);
  assert_saved (document, STRAY_START "  <b n='Düren'/>\n" STRAY_REST);
  pt_document_undo (document);
  assert_saved (document, stray_text);
}

static void
test_strays_can_go (void **state)
{
  g_autoptr (PtDocument) document = load (BYTES (stray_text), NULL);
  int line, column;

  pt_document_begin (document, "UTF-8");
  pt_document_drop_strays (document);
  pt_document_commit (document);
  assert_true (pt_document_get_modified (document));
  assert_int_equal (pt_document_get_strays (document, &line, &column), 0);
  assert_saved (document, "<?xml version='1.0' encoding='UTF-8'?>\n<!-- Käse -->\n<a>\n"
                          "  <b n='Köln'/>\n  <c n='€ “x” ä'>ß</c>\n</a>\n");
  pt_document_undo (document);
  assert_saved (document, stray_text);
}

/* A text of nothing but such bytes is no text. */
static void
test_too_many_strays (void **state)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1100 * 1000; i++)
    g_string_append_c (text, (char)0xE4);
  g_string_append (text, "</a>");
  assert_null (load (text->str, text->len, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_ENCODING));
}

static void
test_claimed_encoding (void **state)
{
  g_autoptr (PtDocument) wrong = load (BYTES ("<?xml version='1.0' encoding='UTF-16'?><a/>"), NULL);
  g_autoptr (PtDocument) right = load (BYTES ("<?xml version='1.0' encoding='UTF-8'?><a/>"), NULL);

  assert_string_equal (pt_document_get_claimed_encoding (wrong), "UTF-16");
  assert_null (pt_document_get_claimed_encoding (right));
}

static void
assert_corrected (const char *before, const char *after)
{
  g_autoptr (PtDocument) document = load (before, strlen (before), NULL);

  assert_non_null (document);
  pt_document_begin (document, "UTF-8");
  pt_document_drop_strays (document);
  pt_document_commit (document);
  assert_null (pt_document_get_claimed_encoding (document));
  assert_saved (document, after);
  pt_document_undo (document);
  assert_saved (document, before);
}

static void
test_claim_is_corrected (void **state)
{
  assert_corrected ("<?xml version='1.0' encoding='UTF-16' standalone='yes'?><r a='b'/>\n",
                    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><r a='b'/>\n");
  assert_corrected ("<?xml version=\"1.0\" encoding = \"US-ASCII\" ?>\n<r>ä</r>",
                    "<?xml version=\"1.0\" encoding = \"UTF-8\" ?>\n<r>ä</r>");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_encodings),       cmocka_unit_test (test_strays_are_read),
    cmocka_unit_test (test_strays_stay),     cmocka_unit_test (test_strays_can_go),
    cmocka_unit_test (test_too_many_strays), cmocka_unit_test (test_claimed_encoding),
    cmocka_unit_test (test_claim_is_corrected),
  };

  setlocale (LC_ALL, "");
  return cmocka_run_group_tests (tests, NULL, NULL);
}
