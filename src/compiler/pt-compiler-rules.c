/* pt-compiler-rules.c: what a process file says about its own checking
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-compilation.h"
#include "pt-passes.h"

#include <partitur/modeling.h>

#include <glib/gi18n-lib.h>

static void
add_fault (PtRules *rules, PtDocument *document, xmlNode *rule, const char *name, const char *value)
{
  int line = 0, column = 0;

  pt_document_get_position (document, rule, &line, &column);
  pt_rules_add_fault (rules, name, value, NULL, line, column);
}

/* partitur:rule (code, severity) */
static void
read_rule (PtRules *rules, PtDocument *document, const PtElement *element, xmlNode *rule)
{
  g_autofree char *code = pt_xml_attribute (rule, "code");
  g_autofree char *severity = pt_xml_attribute (rule, "severity");
  g_autoptr (GArray) known = pt_codes_from_string (code ? code : "");

  if (known->len == 0)
    add_fault (rules, document, rule, code ? code : "", NULL);
  else if (!severity || !pt_rules_set (rules, code, severity))
    add_fault (rules, document, rule, code, severity ? severity : "");
}

/* partitur:exempt (code, reason) */
static void
read_exemption (PtRules *rules, PtDocument *document, const PtElement *element, xmlNode *rule)
{
  g_autofree char *code = pt_xml_attribute (rule, "code");
  g_autofree char *reason = pt_xml_attribute (rule, "reason");

  if (!element->id || !pt_rules_exempt (rules, code ? code : "", element->id, reason))
    add_fault (rules, document, rule, code ? code : "", NULL);
}

static const struct
{
  const char *tag;
  void (*read) (PtRules *rules, PtDocument *document, const PtElement *element, xmlNode *rule);
} settings[] = { { "rule", read_rule }, { "exempt", read_exemption } };

/* The schema has no extensionElements in definitions, so rules usually stand in a process or the
 * collaboration; they hold for the whole file. */
static void
read_settings (PtRules *rules, PtDocument *document, const PtElement *element)
{
  for (xmlNode *child = pt_xml_first_element (element->node); child;
       child = pt_xml_next_element (child))
    {
      if (!pt_xml_is (child, PT_NS_BPMN, "extensionElements"))
        continue;
      for (xmlNode *rule = pt_xml_first_element (child); rule; rule = pt_xml_next_element (rule))
        for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
          if (pt_xml_is (rule, PT_NS_PARTITUR, settings[i].tag))
            settings[i].read (rules, document, element, rule);
    }
}

PtRules *
pt_compiler_rules_of (PtProcessGraph *graph, PtRules *over)
{
  PtRules *rules = pt_rules_new ();

  GPtrArray *elements = pt_process_graph_get_elements (graph);
  const PtElement *root = pt_process_graph_get_definitions (graph);

  read_settings (rules, pt_process_graph_get_document (graph), root);
  for (guint i = 0; i < elements->len; i++)
    if (elements->pdata[i] != root)
      read_settings (rules, pt_process_graph_get_document (graph), elements->pdata[i]);
  if (over)
    pt_rules_merge (rules, over);
  return rules;
}

void
pt_compiler_report_rules (const PtRules *rules, PtDiagnostics *diagnostics)
{
  const GPtrArray *faults = pt_rules_get_faults (rules);
  g_autoptr (GPtrArray) names = faults->len > 0 ? pt_code_names () : NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      const PtRuleFault *fault = faults->pdata[i];
      const char *meant
          = fault->value ? NULL : pt_suggest (fault->name, (const char *const *)names->pdata);
      PtDiagnostic *finding
          = pt_diagnostics_add (diagnostics, fault->value ? PT_CODE_M91 : PT_CODE_M90, fault->name,
                                fault->value ? fault->value
                                : meant      ? meant
                                             : "",
                                NULL);

      pt_diagnostic_set_place (finding, fault->file, fault->line, fault->column);
    }
}

/* ----- letting pass --------------------------------------------------------------------------- */

static gboolean
holds_for (const char *name, PtCode code)
{
  g_autoptr (GArray) codes = pt_codes_from_string (name);

  for (guint i = 0; i < codes->len; i++)
    if (g_array_index (codes, PtCode, i) == code)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the codes and aliases by which @element is let pass for @code */
static GPtrArray *
find_exemptions (const PtElement *element, PtCode code)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  xmlNode *extensions = pt_xml_first_element (element->node);

  while (extensions && !pt_xml_is (extensions, PT_NS_BPMN, "extensionElements"))
    extensions = pt_xml_next_element (extensions);
  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    {
      g_autofree char *name = pt_xml_attribute (child, "code");

      if (pt_xml_is (child, PT_NS_PARTITUR, "exempt") && name && holds_for (name, code))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  return names;
}

static gboolean
take_back (PtProcessGraph *graph, const PtElement *element, PtCode code)
{
  PtDocument *document = pt_process_graph_get_document (graph);
  g_autoptr (GPtrArray) names = find_exemptions (element, code);

  pt_document_begin (document, _ ("Tell it again"));
  for (guint i = 0; i < names->len; i++)
    pt_modeling_exempt (graph, element->id, names->pdata[i], NULL);
  pt_document_commit (document);
  return names->len > 0;
}

gboolean
pt_compiler_let_pass (PtProcessGraph *graph, const char *id, PtCode code, const char *reason)
{
  const PtElement *element = pt_process_graph_get (graph, id);

  if (!element || reason)
    return element && pt_modeling_exempt (graph, id, pt_code_info (code)->code, reason);
  return take_back (graph, element, code);
}
