/* pt-lower-read.c: what all lowered elements have: origin, what is carried along, figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-inference.h"
#include "pt-lower.h"

const char *
pt_lower_keep (PtLower *self, char *text)
{
  g_autofree char *owned = text;

  return pt_program_string (self->program, owned);
}

const char *
pt_lower_attribute (PtLower *self, const xmlNode *node, const char *name)
{
  return pt_lower_keep (self, pt_xml_attribute (node, name));
}

const char *
pt_lower_child_text (PtLower *self, const xmlNode *node, const char *tag)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, tag))
      {
        g_autofree char *text = pt_xml_text (child);

        return *text ? pt_program_string (self->program, text) : NULL;
      }
  return NULL;
}

/* The standard's own default is XPath, which tools declare for the whole file without meaning it.
 */
static const char *
language_of (PtLower *self, const xmlNode *expression)
{
  const char *language = pt_lower_attribute (self, expression, "language");

  if (language)
    return language;
  language = pt_lower_attribute (self, pt_document_get_root (self->document), "expressionLanguage");
  return language && !strstr (language, "XPath") ? language : NULL;
}

const char *
pt_lower_expression (PtLower *self, const xmlNode *node, const char *tag, const char **language)
{
  const char *text = pt_lower_child_text (self, node, tag);

  for (xmlNode *child = pt_xml_first_element (node); child && text;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, tag))
      *language = language_of (self, child);
  return text;
}

/* The first element with an id keeps it; a second one, or one without, gets one made for it. */
PtOrigin
pt_lower_origin (PtLower *self, const PtElement *element)
{
  const char *tag = pt_bpmn_type_info (element->type)->tag;
  PtOrigin origin = { .logical = pt_program_string (self->program, element->id) };

  if (element->id && pt_process_graph_get (self->graph, element->id) == element)
    origin.id = origin.logical;
  else
    origin.id = pt_program_make_id (self->program, element->id ? element->id : tag);
  return origin;
}

static const char *
extensions_of (PtLower *self, const PtElement *element)
{
  xmlNode *extensions = pt_element_child_node (element, PT_BPMN_EXTENSION_ELEMENTS);
  g_autoptr (GString) text = NULL;

  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    {
      if (pt_xml_is (child, PT_NS_PARTITUR, PT_INFERENCE_TAG)) /* what it led to is emitted */
        continue;
      if (!text)
        text = g_string_new (NULL);
      pt_lower_xml (text, child);
    }
  return text ? pt_program_string (self->program, text->str) : NULL;
}

PtCarried
pt_lower_carried (PtLower *self, const PtElement *element)
{
  return (PtCarried){
    .documentation = pt_lower_keep (self, pt_element_documentation (element)),
    .extensions = extensions_of (self, element),
    .foreign = pt_lower_keep (self, pt_lower_foreign (element->node)),
  };
}

/* ----- figures
 * ------------------------------------------------------------------------------------ */

static const char *
colours_of (PtLower *self, const xmlNode *node)
{
  static const struct
  {
    const char *uri, *prefix;
  } vocabularies[] = { { PT_NS_COLOR, "color" }, { PT_NS_BIOC, "bioc" } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    for (guint i = 0; attribute->ns && i < G_N_ELEMENTS (vocabularies); i++)
      if (g_str_equal (attribute->ns->href, vocabularies[i].uri))
        {
          xmlChar *value = xmlNodeListGetString (attribute->doc, attribute->children, 1);
          g_autofree char *escaped = g_markup_escape_text (value ? (const char *)value : "", -1);

          g_string_append_printf (text, " %s:%s=\"%s\"", vocabularies[i].prefix, attribute->name,
                                  escaped);
          xmlFree (value);
        }
  return text->len > 0 ? pt_program_string (self->program, text->str) : NULL;
}

PtFigure
pt_lower_figure (PtLower *self, const PtElement *element)
{
  const PtDiagramElement *drawn = pt_element_first_figure (element);
  PtFigure figure = { .is_horizontal = TRUE };
  guint diagram;

  if (!drawn
      || !g_ptr_array_find (pt_process_graph_get_diagrams (self->graph), drawn->diagram, &diagram))
    return figure;
  figure = (PtFigure){
    .shown = TRUE,
    .bounds = drawn->bounds,
    .n_waypoints = drawn->n_waypoints,
    .has_label = drawn->has_label,
    .label = drawn->label,
    .is_horizontal = drawn->is_horizontal,
    .is_expanded = drawn->is_expanded,
    .is_marker_visible = drawn->is_marker_visible,
    .attributes = drawn->has_fill || drawn->has_stroke ? colours_of (self, drawn->node) : NULL,
    .diagram = diagram,
  };
  if (drawn->n_waypoints > 0)
    figure.first_waypoint
        = pt_program_add_waypoints (self->program, drawn->waypoints, drawn->n_waypoints);
  return figure;
}
