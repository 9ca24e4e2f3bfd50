/* history-source.h: the text that tests of histories edit, and what must come back
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To be included behind cmocka.h.
 */
#pragma once

#include <partitur/document.h>

#define SOURCE                                                                                     \
  "<?xml version=\"1.0\"?>\n<p:a xmlns:p=\"urn:p\" xmlns=\"urn:default\">\n"                       \
  "  <p:b id=\"one\" name=\"first\">\n    <c/>\n    <c></c>\n  </p:b>\n\n"                         \
  "  <!-- about two -->\n  <p:b id=\"two\"/> <!-- and after -->\n"                                 \
  "  <q:b xmlns:q=\"urn:q\" q:x=\"y\"><q:c/><c xmlns=\"\"/></q:b>\n"                               \
  "  <script><![CDATA[if (a < b) c]]></script>\n</p:a>\n"

/* A document without a file. */
static inline PtDocument *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_document_load_bytes (bytes, "draft", &error);

  assert_null (error);
  return document;
}

static inline void
assert_same (GBytes *expected, PtDocument *document)
{
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, NULL);

  if (!g_bytes_equal (expected, bytes))
    fail_msg ("expected\n%.*s\nbut got\n%.*s", (int)g_bytes_get_size (expected),
              (const char *)g_bytes_get_data (expected, NULL), (int)g_bytes_get_size (bytes),
              (const char *)g_bytes_get_data (bytes, NULL));
}
