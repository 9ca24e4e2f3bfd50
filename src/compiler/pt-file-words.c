/* pt-file-words.c: elements, attributes and values that BPMN does not know, or not there
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"

#include <partitur/roster.h>
#include <string.h>

/* The diagram's vocabulary: BPMNDI.xsd, DI.xsd and DC.xsd. */
static const struct
{
  const char *tag;
  const char *const *attributes;
} di_rows[] = {
#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })
  { "BPMNDiagram", WORDS ("id", "name", "documentation", "resolution") },
  { "BPMNPlane", WORDS ("id", "bpmnElement") },
  { "BPMNShape", WORDS ("id", "bpmnElement", "isHorizontal", "isExpanded", "isMarkerVisible",
                        "isMessageVisible", "participantBandKind", "choreographyActivityShape") },
  { "BPMNEdge", WORDS ("id", "bpmnElement", "sourceElement", "targetElement",
                       "messageVisibleKind") },
  { "BPMNLabel", WORDS ("id", "labelStyle") },
  { "BPMNLabelStyle", WORDS ("id") },
  { "Bounds", WORDS ("x", "y", "width", "height") },
  { "Font", WORDS ("name", "size", "isBold", "isItalic", "isUnderline", "isStrikeThrough") },
  { "waypoint", WORDS ("x", "y") },
  { "extension", (const char *const[]){ NULL } },
#undef WORDS
};

/* ----- elements ------------------------------------------------------------------------------- */

/* All that may stand in an element of @type. */
static GPtrArray *
possible_tags (PtBpmnType type)
{
  GPtrArray *tags = g_ptr_array_new ();
  const char *const *words = pt_bpmn_type_children (type);

  for (guint i = 0; words[i]; i++)
    if (!pt_bpmn_word_is_abstract (words[i]) && pt_bpmn_type_from_tag (words[i]) == PT_BPMN_NONE)
      g_ptr_array_add (tags, (gpointer)words[i]);
  for (guint other = 1; other < PT_BPMN_N_TYPES; other++)
    {
      const char *tag = pt_bpmn_type_info (other)->tag;

      if (tag && pt_bpmn_type_allows_child (type, tag))
        g_ptr_array_add (tags, (gpointer)tag);
    }
  g_ptr_array_add (tags, NULL);
  return tags;
}

static gboolean
is_known_tag (const char *tag)
{
  if (pt_bpmn_type_from_tag (tag) != PT_BPMN_NONE)
    return TRUE;
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    if (g_strv_contains (pt_bpmn_type_children (type), tag))
      return TRUE;
  return FALSE;
}

static void
offer_removal (PtFile *self, PtDiagnostic *diagnostic, const xmlNode *node)
{
  g_autofree char *path = pt_file_path (self, node);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ELEMENT, (const char *)node->name, path,
                         (const char *)node->name, NULL);
}

/* Another element takes its place, with its attributes and its elements or its text. Comments and the
 * like would be left behind, so such a one is not offered. */
static gboolean
can_be_renamed (const xmlNode *node)
{
  gboolean has_text = FALSE, has_element = FALSE;

  for (const xmlNode *child = node->children; child; child = child->next)
    {
      has_element |= child->type == XML_ELEMENT_NODE;
      has_text |= child->type == XML_TEXT_NODE && !xmlIsBlankNode (child);
      if (child->type != XML_ELEMENT_NODE && child->type != XML_TEXT_NODE)
        return FALSE;
    }
  return !(has_text && has_element);
}

static void
report_unknown (PtFile *self, xmlNode *node, PtBpmnType parent)
{
  const char *tag = (const char *)node->name;
  g_autoptr (GPtrArray) tags = possible_tags (parent);
  const char *meant = pt_suggest (tag, (const char *const *)tags->pdata);
  g_autofree char *path = pt_file_path (self, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_F14, tag, meant ? meant : "", NULL);

  if (meant && can_be_renamed (node))
    pt_diagnostic_add_fix (diagnostic, PT_FIX_RENAME_TAG, meant, path, tag, NULL);
  offer_removal (self, diagnostic, node);
  pt_file_place (self, diagnostic, node);
}

static void
report_misplaced (PtFile *self, xmlNode *node)
{
  g_autofree char *label = pt_file_label (self, node);
  g_autofree char *parent = pt_file_label (self, node->parent);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_F17, label, parent, NULL);

  offer_removal (self, diagnostic, node);
  pt_file_place (self, diagnostic, node);
}

static void
check_element (PtFile *self, xmlNode *node)
{
  PtBpmnType parent = node->parent && node->parent->type == XML_ELEMENT_NODE
                          ? pt_bpmn_type_from_node (node->parent)
                          : PT_BPMN_NONE;

  /* Many tools put extensionElements into definitions, which the schema alone forgot. */
  if (parent == PT_BPMN_NONE || pt_xml_is (node, PT_NS_BPMN, "extensionElements")
      || pt_bpmn_type_allows_child (parent, (const char *)node->name))
    return;
  if (is_known_tag ((const char *)node->name))
    report_misplaced (self, node);
  else
    report_unknown (self, node, parent);
}

/* ----- attributes ----------------------------------------------------------------------------- */

static void
report_attribute (PtFile *self, xmlNode *node, const char *name, const char *const *known)
{
  const char *meant = pt_suggest (name, known);
  g_autofree char *label = pt_file_label (self, node);
  g_autofree char *path = pt_file_path (self, node);
  PtDiagnostic *diagnostic;

  if (meant && xmlHasProp (node, (const xmlChar *)meant))
    meant = NULL;
  diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_F15, label, name, meant ? meant : "", NULL);
  if (meant)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_RENAME_ATTRIBUTE, meant, path, name, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ATTRIBUTE, name, path, NULL);
  pt_file_place (self, diagnostic, node);
}

static void
report_value (PtFile *self, xmlNode *node, const char *name, const char *value, const char *meant)
{
  g_autofree char *label = pt_file_label (self, node);
  g_autofree char *path = pt_file_path (self, node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_F16, label, name, value,
                                                 meant ? meant : "", NULL);

  if (meant)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, meant, path, name, value, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ATTRIBUTE, name, path, NULL);
  pt_file_place (self, diagnostic, node);
}

static void
check_attribute (PtFile *self, xmlNode *node, const xmlAttr *attribute, const char *const *known)
{
  const char *name = (const char *)attribute->name, *value = pt_xml_value (attribute), *meant;

  if (!g_strv_contains (known, name))
    {
      report_attribute (self, node, name, known);
      return;
    }
  if (!pt_bpmn_value_fits (name, value, &meant))
    report_value (self, node, name, value, meant);
}

static void
check_attributes (PtFile *self, xmlNode *node, const char *const *known)
{
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    if (!attribute->ns)
      check_attribute (self, node, attribute, known);
}

/* ----- both ----------------------------------------------------------------------------------- */

static void
check_di (PtFile *self, xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (di_rows); i++)
    if (strcmp (di_rows[i].tag, (const char *)node->name) == 0)
      {
        check_attributes (self, node, di_rows[i].attributes);
        return;
      }
}

void
pt_file_check_words (PtFile *self, xmlNode *node, PtBpmnType type)
{
  if (!pt_xml_is (node, PT_NS_BPMN, (const char *)node->name))
    check_di (self, node);
  else
    check_element (self, node);
  /* An expression may say by xsi:type that it is a formal one. */
  if (pt_bpmn_type_is_a (type, PT_BPMN_EXPRESSION))
    type = PT_BPMN_FORMAL_EXPRESSION;
  if (type != PT_BPMN_NONE)
    check_attributes (self, node, pt_bpmn_type_attributes (type));
}
