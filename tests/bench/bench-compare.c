/* bench-compare.c: comparing two versions of a large process, as a ratio to parsing one of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-compare [--write FOLDER]     makes processes of several sizes and another version of
 * each, and keeps the pair of 10,000 nodes in FOLDER bench-compare BEFORE AFTER         two files
 */
#include <libxml/parser.h>
#include <partitur/compare.h>
#include <string.h>

#include "pt-bench.h"

#define EVERY_NAME 20
#define EVERY_PLACE 50

typedef struct
{
  GBytes *texts[2];
  PtDocument *documents[2];
  PtDocument *anew; /* (nullable): the second one with ids made anew */
} Bench;

/* --- another version --- */

/* Returns: (transfer full): @text, at each @every-th @what with @insert put behind it */
static char *
insert_at (const char *text, const char *what, guint every, const char *insert)
{
  GString *result = g_string_new (NULL);
  const char *from = text;
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at, what))
    {
      at += strlen (what);
      if (++n % every != 0)
        continue;
      g_string_append_len (result, from, at - from);
      g_string_append (result, insert);
      from = at;
    }
  g_string_append (result, from);
  return g_string_free (result, FALSE);
}

/* Names and places, as one changes them in a day's work. */
static GBytes *
edit (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autofree char *renamed = insert_at (text, " name=\"", EVERY_NAME, "New ");
  g_autofree char *moved = insert_at (renamed, "<dc:Bounds x=\"", EVERY_PLACE, "1");

  return g_bytes_new (moved, strlen (moved));
}

static void
renumber (PtDocument *document, xmlNode *node)
{
  for (const char *const *name
       = (const char *const[]){ "id", "sourceRef", "targetRef", "bpmnElement", "processRef", NULL };
       *name != NULL; name++)
    {
      g_autofree char *value = pt_xml_attribute (node, *name);
      g_autofree char *other = value != NULL ? g_strconcat ("n_", value, NULL) : NULL;

      if (other != NULL)
        pt_document_set_attribute (document, node, NULL, *name, other);
    }
  if (pt_xml_is (node, PT_NS_BPMN, "flowNodeRef"))
    {
      g_autofree char *value = pt_xml_text (node);
      g_autofree char *other = g_strconcat ("n_", value, NULL);

      pt_document_set_text (document, node, other);
    }
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    renumber (document, child);
}

/* --- steps --- */

static void
parse (gpointer user_data)
{
  const Bench *b = user_data;
  gsize size;
  const char *data = g_bytes_get_data (b->texts[0], &size);
  xmlDoc *tree = xmlReadMemory (data, (int)size, "bench", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (tree);
  xmlFreeDoc (tree);
}

static void
compare (gpointer user_data)
{
  const Bench *b = user_data;

  pt_comparison_unref (pt_comparison_new (b->documents[0], b->documents[1]));
}

static void
compare_anew (gpointer user_data)
{
  const Bench *b = user_data;

  pt_comparison_unref (pt_comparison_new (b->documents[0], b->anew));
}

/* --- measuring --- */

static void
count (const Bench *b, JsonObject *result)
{
  g_autoptr (PtComparison) comparison = pt_comparison_new (b->documents[0], b->documents[1]);

  for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
    json_object_set_int_member (result, pt_difference_kind_to_string (kind),
                                pt_comparison_count (comparison, kind, PT_ASPECT_ALL));
}

static void
measure (Bench *b, gint64 n_nodes)
{
  JsonObject *result = json_object_new ();
  double base = pt_bench_time (parse, b);
  double ms;

  for (int i = 0; i < 2; i++)
    b->documents[i] = pt_bpmn_load_bytes (b->texts[i], "bench", NULL);
  b->anew = pt_bpmn_load_bytes (b->texts[1], "bench", NULL);
  g_assert_nonnull (b->anew);
  pt_document_begin (b->anew, "Other ids");
  renumber (b->anew, pt_document_get_root (b->anew));
  pt_document_commit (b->anew);
  json_object_set_string_member (result, "benchmark", "compare");
  if (n_nodes > 0)
    json_object_set_int_member (result, "nodes", n_nodes);
  json_object_set_int_member (result, "bytes", (gint64)g_bytes_get_size (b->texts[0]));
  count (b, result);
  json_object_set_double_member (result, "plain_parse_ms", base);
  ms = pt_bench_time (compare, b);
  json_object_set_double_member (result, "compare_ms", ms);
  json_object_set_double_member (result, "compare_ratio", ms / base);
  ms = pt_bench_time (compare_anew, b);
  json_object_set_double_member (result, "compare_new_ids_ms", ms);
  json_object_set_double_member (result, "compare_new_ids_ratio", ms / base);
  pt_bench_print (result);
  for (int i = 0; i < 2; i++)
    {
      g_object_unref (b->documents[i]);
      g_bytes_unref (b->texts[i]);
    }
  g_object_unref (b->anew);
}

static void
keep (const Bench *b, const char *folder)
{
  static const char *const names[] = { "before.bpmn", "after.bpmn" };

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      gsize size;
      const char *data = g_bytes_get_data (b->texts[i], &size);

      if (!g_file_set_contents (path, data, (gssize)size, NULL))
        g_error ("%s cannot be written", path);
    }
}

static GBytes *
read_file (const char *path)
{
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    g_error ("%s cannot be read", path);
  return g_bytes_new_take (text, size);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  gboolean writes = argc == 3 && g_str_equal (argv[1], "--write");

  if (argc == 3 && !writes)
    {
      Bench b = { { read_file (argv[1]), read_file (argv[2]) } };

      measure (&b, 0);
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench b = { { pt_bench_make (sizes[i]) } };

      b.texts[1] = edit (b.texts[0]);
      if (writes && sizes[i] == 10000)
        keep (&b, argv[2]);
      measure (&b, sizes[i]);
    }
  return 0;
}
