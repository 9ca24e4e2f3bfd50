/* pt-cli-explain.c: `partitur explain`: what a finding's code means
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-cli.h"

static JsonNode *
code_to_json (PtCode code)
{
  const PtCodeInfo *info = pt_code_info (code);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", info->code);
  json_object_set_string_member (object, "severity", pt_severity_to_string (info->severity));
  json_object_set_string_member (object, "message", _ (info->message));
  json_object_set_string_member (object, "explanation", _ (info->explanation));
  json_object_set_string_member (object, "example", _ (info->example));
  json_object_set_string_member (object, "repairs", _ (info->repairs));
  return json_node_init_object (json_node_alloc (), object);
}

static void
list_line (PtCode code)
{
  const PtCodeInfo *info = pt_code_info (code);
  g_autofree char *summary = pt_code_summary (code);

  pt_cli_print ("%-6s %-8s %s\n", info->code, pt_severity_to_string (info->severity), summary);
}

static void
print_text (const PtCode *codes, guint n, gboolean list)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = list ? NULL : pt_code_explain (codes[i]);

      if (list)
        list_line (codes[i]);
      else
        pt_cli_print ("%s%s", i > 0 ? "\n" : "", text);
    }
  if (list)
    g_printerr (_ ("“…” stands for what a finding names. “partitur explain CODE” says what a code "
                   "means, with an example and what to do.\n"));
}

static void
print_json (const PtCode *codes, guint n)
{
  g_autoptr (JsonNode) all = json_node_init_array (json_node_alloc (), json_array_new ());

  for (guint i = 0; i < n; i++)
    json_array_add_element (json_node_get_array (all), code_to_json (codes[i]));
  pt_cli_print_json (all);
}

static PtExit
unknown (const char *word)
{
  g_autoptr (GPtrArray) names = pt_code_names ();
  const char *near = pt_suggest (word, (const char *const *)names->pdata);

  if (near != NULL)
    return pt_cli_usage (_ ("there is no code “%s”; did you mean “%s”?"), word, near);
  return pt_cli_usage (_ ("there is no code “%s”; “partitur explain” lists them all"), word);
}

PtExit
pt_cli_explain (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (PtCode));
  gboolean json;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How it is printed: text or json"),
      "text|json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 0, 0, &words, &exit))
    return exit;
  if (!pt_cli_format (format, &json))
    return PT_EXIT_USAGE;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autoptr (GArray) known = pt_codes_from_string (words[i]);

      if (known->len == 0)
        return unknown (words[i]);
      g_array_append_vals (codes, known->data, known->len);
    }
  for (PtCode code = 0; words == NULL && code < PT_N_CODES; code++)
    g_array_append_val (codes, code);
  if (json)
    print_json ((const PtCode *)codes->data, codes->len);
  else
    print_text ((const PtCode *)codes->data, codes->len, words == NULL);
  return PT_EXIT_DONE;
}
