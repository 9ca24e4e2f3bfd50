/* pt-lower-inference.c: what was decided about the reading of a drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-inference.h"
#include "pt-lower.h"

static void
read_inference (PtLower *self, const PtElement *element, const xmlNode *node)
{
  g_autofree char *kind = pt_xml_attribute (node, "kind");
  g_autofree char *state = pt_xml_attribute (node, "state");
  const char *subject = pt_lower_attribute (self, node, "subject");
  const char *written = pt_lower_attribute (self, node, "written");
  const char *read_as = pt_lower_attribute (self, node, "readAs");
  PtInference inference = { .element = pt_program_string (self->program, element->id),
                            .subject = subject ? subject : "",
                            .written = written ? written : "",
                            .read_as = read_as ? read_as : "" };

  if (pt_inference_kind_from_id (kind, &inference.kind)
      && pt_inference_state_from_id (state, &inference.state))
    pt_program_settle (self->program, &inference);
}

void
pt_lower_inferences (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);
      xmlNode *extensions
          = element->id ? pt_element_child_node (element, PT_BPMN_EXTENSION_ELEMENTS) : NULL;

      for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
           child = pt_xml_next_element (child))
        if (pt_xml_is (child, PT_NS_PARTITUR, PT_INFERENCE_TAG))
          read_inference (self, element, child);
    }
}
