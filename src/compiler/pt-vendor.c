/* pt-vendor.c: what an engine's maker adds to the standard, in a namespace of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-vendor.h"

#include "pt-target.h"

const PtVendor pt_vendor_camunda = { PT_NS_CAMUNDA, "camunda", "Camunda 7" };
const PtVendor pt_vendor_zeebe = { PT_NS_ZEEBE, "zeebe", "Camunda 8" };
const PtVendor pt_vendor_flowable = { PT_NS_FLOWABLE, "flowable", "Flowable" };
const PtVendor pt_vendor_activiti = { PT_NS_ACTIVITI, "activiti", "Activiti" };
const PtVendor pt_vendor_spiff = { PT_NS_SPIFF, "spiffworkflow", "SpiffWorkflow" };

const PtVendor *const pt_vendors[] = { &pt_vendor_camunda,  &pt_vendor_zeebe, &pt_vendor_flowable,
                                       &pt_vendor_activiti, &pt_vendor_spiff, NULL };

/* ----- writing -------------------------------------------------------------------------------- */

static xmlNs *
own_namespace (PtEmission *self)
{
  const PtVendor *own = self->target->reads[0];

  return pt_emission_namespace (self, own->uri, own->prefix);
}

void
pt_vendor_set (PtEmission *self, xmlNode *element, const char *name, const char *value)
{
  pt_emission_set_ns (element, own_namespace (self), name, value);
}

xmlNode *
pt_vendor_add (PtEmission *self, xmlNode *parent, const char *tag)
{
  return xmlAddChild (parent,
                      xmlNewDocNode (self->doc, own_namespace (self), (const xmlChar *)tag, NULL));
}

xmlNode *
pt_vendor_add_extension (PtEmission *self, xmlNode *element, const char *tag)
{
  return pt_vendor_add (self, pt_emission_extensions (self, element), tag);
}

xmlNode *
pt_vendor_add_text (PtEmission *self, xmlNode *parent, const char *tag, const char *text)
{
  xmlNode *element = pt_vendor_add (self, parent, tag);

  xmlAddChild (element, xmlNewDocText (self->doc, (const xmlChar *)text));
  return element;
}

/* ----- what is drawn already ------------------------------------------------------------------ */

gboolean
pt_vendor_has_attribute (PtEmission *self, const xmlNode *element, const char *const *names)
{
  for (guint k = 0; self->target->reads[k]; k++)
    for (guint i = 0; names[i]; i++)
      if (xmlHasNsProp ((xmlNode *)element, (const xmlChar *)names[i],
                        (const xmlChar *)self->target->reads[k]->uri))
        return TRUE;
  return FALSE;
}

xmlNode *
pt_vendor_find_extension (PtEmission *self, xmlNode *element, const char *tag)
{
  xmlNode *extensions = pt_emission_find_extensions (element);

  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, self->target->reads[0]->uri, tag))
      return child;
  return NULL;
}

/* ----- what nodes say ------------------------------------------------------------------------- */

gpointer
pt_vendor_ask (PtEmission *self,
               xmlNode *element,
               const PtNode *node,
               gboolean is_drawn,
               gpointer (*start) (PtEmission *self, xmlNode *element),
               PtFieldFunc add_field)
{
  gpointer form = NULL;

  for (guint i = 0; i < self->program->decisions->len; i++)
    {
      const PtDecision *decision = pt_program_decision (self->program, i);

      if (decision->collected_at == PT_NO_INDEX
          || pt_program_node (self->program, decision->collected_at) != node)
        continue;
      if (is_drawn)
        {
          pt_emission_report (self, PT_CODE_X28, &node->origin, decision->variable);
          continue;
        }
      if (!form)
        form = start (self, element);
      add_field (self, form, decision);
    }
  return form;
}

const char *
pt_vendor_role (PtEmission *self, const PtNode *node)
{
  return node->role == PT_NO_INDEX ? NULL : pt_program_role (self->program, node->role)->id;
}

const char *
pt_vendor_topic (PtEmission *self, const PtNode *node)
{
  return node->topic ? node->topic : pt_emission_id (self, &node->origin);
}

void
pt_vendor_set_node (PtEmission *self,
                    xmlNode *element,
                    const PtNode *node,
                    const PtNodeSetter *setters)
{
  PtIndex process = pt_program_process_of (self->program, node->scope);

  if (!pt_program_scope (self->program, process)->executable)
    return;
  for (; setters->type != PT_BPMN_NONE; setters++)
    if (pt_bpmn_type_is_a (node->type, setters->type))
      setters->set (self, element, node);
}

gboolean
pt_vendor_is_message_thrown (const PtNode *node)
{
  return node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION
         && pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT);
}

gboolean
pt_vendor_waits_for_case (const PtProgram *program, const PtNode *node)
{
  gboolean begins = node->type == PT_BPMN_START_EVENT
                    && pt_program_scope (program, node->scope)->parent == PT_NO_INDEX;
  gboolean waits = node->type == PT_BPMN_RECEIVE_TASK
                   || (pt_bpmn_type_is_a (node->type, PT_BPMN_CATCH_EVENT)
                       && node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION);

  return waits && !begins && node->reference != PT_NO_INDEX;
}

/* ----- what the engines that come from Activiti have in common ---------------------------------
 */

void
pt_vendor_set_candidates (PtEmission *self, xmlNode *element, const PtNode *node)
{
  static const char *const assignments[]
      = { "assignee", "candidateUsers", "candidateGroups", NULL };

  if (!pt_vendor_has_attribute (self, element, assignments))
    pt_vendor_set (self, element, "candidateGroups", pt_vendor_role (self, node));
}

void
pt_vendor_set_collection (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  pt_vendor_set (self, loop, "collection", node->loop_text);
  pt_vendor_set (self, loop, "elementVariable", node->loop_element ? node->loop_element : "item");
}

void
pt_vendor_set_external (PtEmission *self, xmlNode *element, const PtNode *node, const char *type)
{
  static const char *const implementations[]
      = { "class", "delegateExpression", "expression", "type", NULL };

  if (pt_vendor_has_attribute (self, element, implementations))
    return;
  pt_vendor_set (self, element, "type", type);
  pt_vendor_set (self, element, "topic", pt_vendor_topic (self, node));
}

void
pt_vendor_describe_field (PtEmission *self,
                          xmlNode *field,
                          const PtDecision *decision,
                          const char *label)
{
  pt_emission_set (field, "id", decision->variable);
  pt_emission_set (field, label, decision->question);
  pt_emission_set (field, "type", decision->is_boolean ? "boolean" : "enum");
  for (guint i = 0; !decision->is_boolean && i < decision->values->len; i++)
    {
      xmlNode *value = pt_vendor_add (self, field, "value");

      pt_emission_set (value, "id", g_ptr_array_index (decision->values, i));
      pt_emission_set (value, "name", g_ptr_array_index (decision->values, i));
    }
}

gboolean
pt_vendor_has_form (PtEmission *self, xmlNode *element, const char *tag)
{
  static const char *const forms[] = { "formKey", "formRef", NULL };

  return pt_vendor_has_attribute (self, element, forms)
         || pt_vendor_find_extension (self, element, tag);
}

gboolean
pt_vendor_maps_variables (PtEmission *self, xmlNode *call)
{
  return pt_vendor_find_extension (self, call, "in")
         || pt_vendor_find_extension (self, call, "out");
}
