/* test-fuzz.c: random edits never lose, invent or damage anything
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "random-edits.h"

#define N_STEPS 300

static const char *const sources[] = {
  "<a id='a'/>",

  "<?xml version=\"1.0\"?>\n<p:a xmlns:p=\"urn:p\" xmlns=\"urn:default\">\n"
  "  <p:b id=\"one\" name=\"first\">\n    <c/>\n    <c></c>\n  </p:b>\n\n"
  "  <!-- about two -->\n  <p:b id=\"two\"/> <!-- and after -->\n"
  "  <q:b xmlns:q=\"urn:q\" q:x=\"y\"><q:c/><c xmlns=\"\"/></q:b>\n</p:a>\n",

  "<?xml version='1.0'?><a><b id='x'><c>text</c><c/></b><b id='x'/><d><e><f/></e></d></a>",

  "\xEF\xBB\xBF<a>\r\n\t<b>\r\n\t\tmixed <i>text</i> and <b>more</b> &#13; of it\r\n\t</b>\r\n"
  "\t<script><![CDATA[if (a < b) c]]></script>\r\n\t<c xml:space='preserve'> <d/> </c>\r\n</a>\r\n",

  "<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>\n <b n='\xE4'>\xF6</b>\n <b/>\n</a>",

  "<!DOCTYPE a [<!ATTLIST b kind CDATA 'usual'>]>\n<a>]]<b/>&gt;<b/><![CDATA[x]]><b/>"
  "<![CDATA[]]><b/><?pi?><b kind='odd'/>]<![CDATA[]]><b/>]</a><!-- end -->",
};

static void
assert_same_bytes (GBytes *a, PtDocument *document)
{
  g_autoptr (GBytes) b = pt_document_to_bytes (document, NULL);

  assert_non_null (b);
  if (!g_bytes_equal (a, b))
    fail_msg ("expected\n%.*s\nbut saved\n%.*s", (int)g_bytes_get_size (a),
              (const char *)g_bytes_get_data (a, NULL), (int)g_bytes_get_size (b),
              (const char *)g_bytes_get_data (b, NULL));
}

static void
fuzz (const char *text, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) source = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) final = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_document_load_bytes (source, "source", &error);

  assert_null (error);
  for (int i = 0; i < N_STEPS; i++)
    {
      random_step (rand, document);
      if (!saves_its_tree (document))
        {
          g_autoptr (GBytes) bytes = pt_document_to_bytes (document, NULL);

          fail_msg ("seed %u, step %d:\n%.*s", seed, i, bytes ? (int)g_bytes_get_size (bytes) : 0,
                    bytes ? (const char *)g_bytes_get_data (bytes, NULL) : "");
        }
    }
  redo_all (document);
  final = pt_document_to_bytes (document, NULL);
  undo_all (document);
  assert_same_bytes (source, document);
  redo_all (document);
  assert_same_bytes (final, document);
}

static void
test_fuzz (void **state)
{
  for (guint32 i = 0; i < G_N_ELEMENTS (sources); i++)
    fuzz (sources[i], i);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_fuzz) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
