/* test-load.c: hostile, broken and odd files
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include <libxml/parser.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "random-edits.h"

#define XML "<?xml version=\"1.0\"?>\n"

/* Bytes with zeros in them need their length said. */
#define BYTES(s) s, sizeof (s) - 1

static const struct
{
  const char *bytes;
  gsize n_bytes;
  PtDocumentError code;
  const char *says; /* what the message must hold */
} refused[] = {
  { BYTES (""), PT_DOCUMENT_ERROR_SYNTAX, "empty" },
  { BYTES (" \n\t"), PT_DOCUMENT_ERROR_SYNTAX, "empty" },
  { BYTES ("\xEF\xBB\xBF"), PT_DOCUMENT_ERROR_SYNTAX, "empty" },
  { BYTES ("hello"), PT_DOCUMENT_ERROR_SYNTAX, "line 1, column 1:" },
  { BYTES ("<a>\n  <b\0/></a>"), PT_DOCUMENT_ERROR_SYNTAX, "line 2, column 5: there is a zero" },
  { BYTES (XML "<a>\n  <b></c></a>"), PT_DOCUMENT_ERROR_SYNTAX,
    "line 3, column 10: “b”, begun in line 3, must be closed before “c”" },
  { BYTES (XML "<a>\n<ä>"), PT_DOCUMENT_ERROR_SYNTAX,
    "line 3, column 4: the file ends before “ä”" },
  { BYTES ("<a>\r\n\r\n  ü&nbsp;</a>"), PT_DOCUMENT_ERROR_SYNTAX, "line 3, column 10: “&nbsp;”" },
  { BYTES ("<a b='1' b='2'/>"), PT_DOCUMENT_ERROR_SYNTAX, "“b” is given twice" },
  { BYTES ("<a b=1/>"), PT_DOCUMENT_ERROR_SYNTAX, "line 1, column 6: a value in quotation marks" },
  { BYTES ("<a b='<'/>"), PT_DOCUMENT_ERROR_SYNTAX, "line 1, column 7:" },
  { BYTES ("<a/><b/>"), PT_DOCUMENT_ERROR_SYNTAX, "line 1, column 5:" },
  { BYTES ("<a>\x01</a>"), PT_DOCUMENT_ERROR_SYNTAX, "character" },
  { BYTES ("<a>& b</a>"), PT_DOCUMENT_ERROR_SYNTAX, "“&amp;”" },
  { BYTES ("<a><!-- x</a>"), PT_DOCUMENT_ERROR_SYNTAX, "comment" },
  { BYTES ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), PT_DOCUMENT_ERROR_ENTITY, "“e”" },
  { BYTES ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
    PT_DOCUMENT_ERROR_ENTITY, "line 1" },
  { BYTES ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/x'> %p;]><a/>"),
    PT_DOCUMENT_ERROR_ENTITY, "“p”" },
  { BYTES ("<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM 'x' NDATA n>]><a/>"),
    PT_DOCUMENT_ERROR_ENTITY, "“x”" },
  { BYTES ("<!DOCTYPE a [\n<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
           "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"),
    PT_DOCUMENT_ERROR_ENTITY, "line 2" },
  { BYTES ("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a b='x&foo;y'/>"),
    PT_DOCUMENT_ERROR_SYNTAX, "“&foo;”" },
  { BYTES ("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a>&foo;</a>"), PT_DOCUMENT_ERROR_SYNTAX,
    "“&foo;”" },
  { BYTES ("<?xml version='1.0' encoding='klingon'?>\n<a/>"), PT_DOCUMENT_ERROR_ENCODING,
    "klingon" },
  { BYTES ("<?xml version='1.0' encoding='UTF-7'?>\n<a/>"), PT_DOCUMENT_ERROR_ENCODING, "UTF-7" },
  { BYTES ("\x4C\x6F\xA7\x94\x93"), PT_DOCUMENT_ERROR_ENCODING, "EBCDIC" },
  { BYTES ("PK\x03\x04\x14"), PT_DOCUMENT_ERROR_VOCABULARY, "ZIP" },
  { BYTES ("%PDF-1.7"), PT_DOCUMENT_ERROR_VOCABULARY, "PDF" },
  { BYTES ("\n <!DocType HTML><p>"), PT_DOCUMENT_ERROR_VOCABULARY, "web page" },
  { BYTES ("\xEF\xBB\xBF<!DOCTYPE html><p>"), PT_DOCUMENT_ERROR_VOCABULARY, "web page" },
  { BYTES ("\xFF\xFE<\0h\0t\0m\0l\0>\0"), PT_DOCUMENT_ERROR_VOCABULARY, "web page" },
  { BYTES ("\x1F\x8B\x08"), PT_DOCUMENT_ERROR_VOCABULARY, "gzip" },
  { BYTES ("\x89PNG"), PT_DOCUMENT_ERROR_VOCABULARY, "picture" },
  { BYTES ("{\"a\": 1}"), PT_DOCUMENT_ERROR_VOCABULARY, "JSON" },
  { BYTES ("<?xml version='1.0' encoding='windows-1252'?>\n<a>\x81</a>"),
    PT_DOCUMENT_ERROR_ENCODING, "windows-1252" },
  { BYTES ("\xFF\xFE<\0a\0/\0>\0\x00\xD8"), PT_DOCUMENT_ERROR_ENCODING, "UTF-16LE" },
};

static PtDocument *
load (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, n_bytes);

  return pt_document_load_bytes (data, "order.bpmn", error);
}

static void
test_refused (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PtDocument) document = load (refused[i].bytes, refused[i].n_bytes, &error);

      if (document || !g_error_matches (error, PT_DOCUMENT_ERROR, (int)refused[i].code)
          || !g_str_has_prefix (error->message, "order.bpmn")
          || !strstr (error->message, refused[i].says))
        fail_msg ("row %" G_GSIZE_FORMAT ": code %d, %s", i, error ? error->code : -1,
                  error ? error->message : "not refused");
    }
}

/* What has no bytes need not have a place for them. */
static void
test_nothing (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  assert_null (pt_document_load_bytes (bytes, "nothing", &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_SYNTAX));
}

static char *
nested (guint depth, gboolean closed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; closed && i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

static void
test_depth (void **state)
{
  static const guint depths[] = { PT_DOCUMENT_MAX_DEPTH + 1, 1000 * 1000 };
  g_autofree char *deepest = nested (PT_DOCUMENT_MAX_DEPTH, TRUE);
  g_autoptr (PtDocument) document = load (deepest, strlen (deepest), NULL);

  assert_non_null (document);
  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = nested (depths[i], TRUE);

      assert_null (load (text, strlen (text), &error));
      assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_LIMIT));
      assert_non_null (strstr (error->message, "line 1, column"));
    }
}

static PtDocument *
load_with_attributes (guint n, GError **error)
{
  g_autoptr (GString) text = g_string_new ("<a>\n<b");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " a%u='>'", i);
  g_string_append (text, "/></a>");
  return load (text->str, text->len, error);
}

/* libxml2 compares each attribute with every other. */
static void
test_attributes (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = load_with_attributes (PT_DOCUMENT_MAX_ATTRIBUTES, &error);

  assert_null (error);
  assert_null (load_with_attributes (200 * 1000, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_LIMIT));
  assert_non_null (strstr (error->message, "line 2, column 1:"));
}

/* Nothing may read beyond the end of what is not even XML. */
static void
test_cut_off (void **state)
{
  static const char whole[]
      = "<?xml version='1.0'?><!-- x --><!DOCTYPE a [<!-- y --><?p?><!ELEMENT a ANY>]>"
        "<a b='c'><!-- d --><![CDATA[e]]><f/><?g?>h</a>";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *part = g_memdup2 (whole, MAX (length, 1));
      g_autoptr (GBytes) bytes = g_bytes_new_static (part, length);
      g_autoptr (GError) error = NULL;

      assert_null (pt_document_load_bytes (bytes, "part", &error));
      assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_SYNTAX));
    }
}

static void
test_many_equal_ids (void **state)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (PtDocument) document = NULL;

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (text, "<b id='x'/>");
  g_string_append (text, "</a>");
  document = load (text->str, text->len, NULL);
  assert_ptr_equal (pt_document_get_by_id (document, "x"),
                    pt_xml_first_element (pt_document_get_root (document)));
}

/* libxml2 takes long over many declarations, and there is no need for any. */
static void
test_long_doctype (void **state)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE a [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "<!ATTLIST a n%u CDATA 'x'>", i);
  g_string_append (text, "]><a/>");
  assert_null (load (text->str, text->len, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_ENTITY));
  assert_non_null (strstr (error->message, "DOCTYPE"));
}

/* A DOCTYPE that declares no entity does no harm. */
static void
test_harmless_doctype (void **state)
{
  static const char text[]
      = "<!-- '<x> --><!DOCTYPE a SYSTEM 'a>.dtd' [<!-- ' > --><!ELEMENT a ANY>"
        "<!ATTLIST a kind CDATA '>'><?p >'?>]>\n<a id='x'><!-- y --></a>";
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = load (text, strlen (text), &error);
  int line, column;

  assert_null (error);
  assert_ptr_equal (pt_document_get_by_id (document, "x"), pt_document_get_root (document));
  assert_true (
      pt_document_get_position (document, pt_document_get_root (document), &line, &column));
  assert_int_equal (line, 2);
  assert_int_equal (column, 1);
}

/* --- limits --- */

static void
test_namespaces_in_scope (void **state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint layer = 0; layer < 3; layer++)
    {
      g_string_append (text, "<a");
      for (guint i = 0; i < 900; i++)
        g_string_append_printf (text, " xmlns:n%u.%u='urn:%u'", layer, i, i);
      g_string_append (text, ">");
    }
  g_string_append (text, "</a></a></a>");
  assert_null (load (text->str, text->len, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_LIMIT));
}

static void
test_nodes (void **state)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= PT_DOCUMENT_MAX_NODES; i++)
    g_string_append (text, "<b/>");
  g_string_append (text, "</a>");
  assert_null (load (text->str, text->len, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_LIMIT));
}

/* Two hashes of one text are the same; texts that a plain multiplying hash confuses have others. */
static void
test_id_hash (void **state)
{
  assert_int_equal (pt_id_hash ("Task_1234567"), pt_id_hash ("Task_1234567"));
  assert_int_equal (g_str_hash ("AzAz"), g_str_hash ("BYBY"));
  assert_int_not_equal (pt_id_hash ("AzAz"), pt_id_hash ("BYBY"));
  assert_int_not_equal (pt_id_hash ("AzAzAzAzAz"), pt_id_hash ("BYBYBYBYBY"));
}

/* Words that all fall into one place of a table whose hash multiplies by a number anybody can read
 * here: from the wanted hash back to the word that has it. */

#define FACTOR G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

static guint64
inverse_of_factor (void)
{
  guint64 inverse = FACTOR; /* right in three bits; each turn doubles them */

  for (int i = 0; i < 5; i++)
    inverse *= 2 - FACTOR * inverse;
  return inverse;
}

/* Returns: whether it can stand in an attribute */
static gboolean
make_colliding (guint32 n, guint64 inverse, char word[8])
{
  guint64 bits = (G_GUINT64_CONSTANT (0x12345678) << 32 | n) * inverse;

  bits = ((bits ^ bits >> 32) * inverse) ^ 8;
  memcpy (word, &bits, 8);
  for (int i = 0; i < 8; i++)
    if (!g_ascii_isalnum (word[i]) && !strchr ("!#$%()*+,-./:;=?@[]^_{|}~", word[i]))
      return FALSE;
  return !memchr (word, '\0', 8);
}

static void
append_value (GString *text, const char word[8])
{
  g_string_append (text, "<b n='");
  g_string_append_len (text, word, 8);
  g_string_append (text, "'/>");
}

#define N_WORDS 20000

static char *
values_that_collide (void)
{
  GString *text = g_string_new ("<a>");
  guint64 inverse = inverse_of_factor ();
  char word[8];

  for (guint32 i = 0, n = 0; n < N_WORDS && i < G_MAXUINT32; i++)
    if (make_colliding (i, inverse, word))
      {
        append_value (text, word);
        n++;
      }
  g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

static char *
values_that_do_not (void)
{
  GString *text = g_string_new ("<a>");

  for (guint n = 0; n < N_WORDS; n++)
    {
      g_autofree char *word = g_strdup_printf ("%08u", n);

      append_value (text, word);
    }
  g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

/* The fastest of a few: what else the machine does slows it down, never speeds it up. */
static double
seconds_to_load (const char *text)
{
  double fastest = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++)
    {
      clock_t begin = clock ();
      g_autoptr (PtDocument) document = load (text, strlen (text), NULL);

      assert_non_null (document);
      fastest = MIN (fastest, (double)(clock () - begin) / CLOCKS_PER_SEC);
    }
  return fastest;
}

static void
test_values_made_to_collide (void **state)
{
  g_autofree char *made = values_that_collide ();
  g_autofree char *ordinary = values_that_do_not ();

  assert_int_equal (strlen (made), strlen (ordinary));
  assert_true (seconds_to_load (made) < 4 * seconds_to_load (ordinary));
}

static void
test_valid_ids (void **state)
{
  static const char *const ids[][2] = {
    { "Task_1", "Task_1" }, { "a:b", "a_b" }, { "1st", "_1st" }, { "", "_" },
    { "ä ö", "ä_ö" },       { "-x", "_-x" },  { "²", "_" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *valid = pt_id_make_valid (ids[i][0]);

      assert_int_equal (xmlValidateNCName ((const xmlChar *)valid, 0), 0);
      assert_string_equal (valid, ids[i][1]);
    }
}

/* --- files --- */

static void
test_files (void **state)
{
  g_autofree char *folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) missing = NULL, folder_error = NULL, cancelled = NULL, error = NULL;
  g_autoptr (PtDocument) document = NULL;

  assert_null (pt_document_load (file, NULL, &missing));
  assert_true (g_error_matches (missing, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_READ));
  assert_string_equal (missing->message, "small.bpmn: there is no such file");

  assert_null (pt_document_load (directory, NULL, &folder_error));
  assert_true (g_error_matches (folder_error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_READ));
  assert_non_null (strstr (folder_error->message, "folder"));

  assert_true (g_file_set_contents (path, "<a id='1'/>", -1, NULL));
  document = pt_document_load (file, NULL, &error);
  assert_null (error);
  assert_string_equal (pt_document_get_name (document), "small.bpmn");
  assert_true (g_file_equal (pt_document_get_file (document), file));

  g_cancellable_cancel (cancellable);
  assert_null (pt_document_load (file, cancellable, &cancelled));
  assert_true (g_error_matches (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED));

  assert_true (g_file_delete (file, NULL, NULL));
  assert_true (g_file_delete (directory, NULL, NULL));
}

/* A device without end must meet the limit, not the end of memory. */
static void
test_endless (void **state)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  assert_null (pt_document_load (file, NULL, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_LIMIT));
}

/* Other libraries in the process may have changed what libxml2 does by default. */
static void
test_defaults_of_others (void **state)
{
  g_autoptr (GBytes) text = g_bytes_new_static (BYTES ("<a>\n  <b/>\n</a>\n"));
  int blanks = xmlKeepBlanksDefault (0);
  int lines = xmlLineNumbersDefault (0);
  g_autoptr (PtDocument) document = pt_document_load_bytes (text, "a.xml", NULL);
  g_autoptr (GBytes) saved = NULL;

  assert_non_null (document);
  saved = pt_document_to_bytes (document, NULL);
  assert_true (g_bytes_equal (text, saved));
  xmlKeepBlanksDefault (blanks);
  xmlLineNumbersDefault (lines);
}

/* --- the tree --- */

static const char *const odd_trees[] = {
  "<a b='' c='1&lt;2' d='R&amp;D' e='&amp;#38;' f='x&#10;y&#38;z'>R&amp;D &#38; &lt;&#65;></a>",
  "<p:a p:b='1' q='&quot;' p:c='2'><p:d xmlns:p='urn:p' p:e='3'><f xmlns='urn:f' p:e='3'/></p:d>"
  "<g xmlns='urn:g'><h xmlns=''/></g></p:a>",
  "<a xml:space='preserve' xml:id='x' xml:lang='de'> <b/> <c> </c>\n</a>",
  "<a>\r\n<?p?><?q r s?><!----><!-- c --><![CDATA[]]><b><![CDATA[x]]><![CDATA[y]]>\rz</b></a>",
  "<a><b>  </b><c>\n</c><d><!-- c --></d> <e/> </a>",
  "<a>\n <b/>words<c> <d> </d> <e/> </c>\n <f/></a>",
  "<!DOCTYPE a [<!ATTLIST b kind CDATA 'usual' x NMTOKENS #IMPLIED>]><a><b x=' 1  2 '/><b "
  "kind=''/></a>",
};

/* What libxml2 would build, but for white space between elements, is what the readers see. */
static void
test_tree (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd_trees); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (odd_trees[i], strlen (odd_trees[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (PtDocument) document = pt_document_load_bytes (bytes, "odd", &error);

      assert_null (error);
      if (!reads_as_its_tree (bytes, document))
        fail_msg ("read in another way: %s", odd_trees[i]);
    }
}

/* Left out of the tree, white space between elements still parts the words in them. */
static void
test_text_of_markup (void **state)
{
  static const char text[] = "<a><b><p>one</p> <p>two</p>\r\n\t<p>three</p>\r</b><c> </c></a>";
  g_autoptr (PtDocument) document = load (text, strlen (text), NULL);
  xmlNode *markup = pt_xml_first_element (pt_document_get_root (document));
  g_autofree char *words = pt_xml_text (markup);

  assert_string_equal (words, "one two\n\tthree");
  assert_ptr_equal (pt_xml_first_element (markup)->next,
                    pt_xml_next_element (pt_xml_first_element (markup)));
  assert_string_equal (pt_xml_next_element (markup)->children->content, " ");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_refused),
    cmocka_unit_test (test_nothing),
    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_attributes),
    cmocka_unit_test (test_cut_off),
    cmocka_unit_test (test_many_equal_ids),
    cmocka_unit_test (test_harmless_doctype),
    cmocka_unit_test (test_namespaces_in_scope),
    cmocka_unit_test (test_nodes),
    cmocka_unit_test (test_id_hash),
    cmocka_unit_test (test_values_made_to_collide),
    cmocka_unit_test (test_valid_ids),
    cmocka_unit_test (test_long_doctype),
    cmocka_unit_test (test_files),
    cmocka_unit_test (test_endless),
    cmocka_unit_test (test_defaults_of_others),
    cmocka_unit_test (test_tree),
    cmocka_unit_test (test_text_of_markup),
  };

  setlocale (LC_ALL, "");
  return cmocka_run_group_tests (tests, NULL, NULL);
}
