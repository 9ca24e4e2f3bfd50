/* pt-vendor.c: what an engine's maker adds to the standard, in a namespace of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-vendor.h"
#include "pt-expression.h"

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
  guint n;
  const PtAccess *accesses = pt_emission_accesses (self, node, &n);

  for (guint i = 0; i < n; i++)
    {
      const PtVariable *variable = pt_program_variable (self->program, accesses[i].variable);

      if (accesses[i].kind != PT_ACCESS_ASK)
        continue;
      if (is_drawn)
        {
          pt_emission_report (self, PT_CODE_X28, &node->origin, variable->name);
          continue;
        }
      if (!form)
        form = start (self, element);
      add_field (self, form, variable);
    }
  return form;
}

/* @drawn_only: or else whatever there is, when one of it is drawn */
static GPtrArray *
find_accessed (PtEmission *self, const PtNode *node, PtAccessKind kind, gboolean drawn_only)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean any_drawn = FALSE;
  guint n;
  const PtAccess *accesses = pt_emission_accesses (self, node, &n);

  for (guint i = 0; i < n; i++)
    {
      any_drawn |= accesses[i].kind == kind && accesses[i].is_drawn;
      if (accesses[i].kind == kind && (accesses[i].is_drawn || !drawn_only))
        g_ptr_array_add (found, pt_program_variable (self->program, accesses[i].variable));
    }
  if (!any_drawn)
    g_ptr_array_set_size (found, 0);
  return found;
}

GPtrArray *
pt_vendor_inputs (PtEmission *self, const PtNode *node)
{
  return find_accessed (self, node, PT_ACCESS_READ, TRUE);
}

/* Beside what is drawn, a system may tell what a condition goes by. */
GPtrArray *
pt_vendor_outputs (PtEmission *self, const PtNode *node)
{
  return find_accessed (self, node, PT_ACCESS_WRITE, FALSE);
}

gboolean
pt_vendor_is_choice (const PtVariable *variable)
{
  return variable->values->len > 0 && g_strcmp0 (variable->type, "boolean") != 0;
}

const char *
pt_vendor_role (PtEmission *self, const PtNode *node)
{
  return node->role == PT_NO_INDEX ? NULL : pt_program_role (self->program, node->role)->id;
}

/* With commas. Returns: (transfer full) (nullable) */
static char *
list (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids != NULL ? ids : "", " ", -1);

  return words[0] != NULL && *words[0] != '\0' ? g_strjoinv (",", words) : NULL;
}

char *
pt_vendor_groups (PtEmission *self, const PtNode *node)
{
  return list (node->groups != NULL ? node->groups : pt_vendor_role (self, node));
}

char *
pt_vendor_users (const PtNode *node)
{
  return list (node->users);
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

/* A file that was compiled before has it already. */
static gboolean
has_listener (PtEmission *self, xmlNode *element, const char *event, const char *expression)
{
  xmlNode *extensions = pt_emission_find_extensions (element);

  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    {
      g_autofree char *when = pt_xml_attribute (child, "event");
      g_autofree char *what = pt_xml_attribute (child, "expression");

      if (pt_xml_is (child, self->target->reads[0]->uri, "taskListener")
          && g_strcmp0 (when, event) == 0 && g_strcmp0 (what, expression) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_listener (PtEmission *self, xmlNode *element, const char *event, const char *expression)
{
  xmlNode *listener;

  if (has_listener (self, element, event, expression))
    return;
  listener = pt_vendor_add_extension (self, element, "taskListener");
  pt_emission_set (listener, "event", event);
  pt_emission_set (listener, "expression", expression);
}

/* Who has done it is kept in a variable, and the next one is given to them. Before the first one
 * the variable is not there, so that one is offered to all. */
static void
keep_doer (PtEmission *self, xmlNode *element, const char *doer)
{
  g_autofree char *who = g_strdup_printf ("${execution.getVariable('%s')}", doer);
  g_autofree char *keep = g_strdup_printf ("${task.setVariable('%s', task.assignee)}", doer);

  pt_vendor_set (self, element, "assignee", who);
  add_listener (self, element, "complete", keep);
}

/* Nothing there says no but an expression that fails: what it asks for in the end is nowhere, and
 * its name is what people get to read. */
static void
refuse_doer (PtEmission *self, xmlNode *element, const char *mark)
{
  g_autofree char *check = g_strdup_printf (
      "${task.assignee == null || task.assignee != task.getVariable('%s') ? true "
      ": task.mustBeDoneBySomebodyElseThan_%s}",
      mark, mark);

  add_listener (self, element, "assignment", check);
}

/* First nobody who may not is let in, then who has come in is remembered. */
static void
keep_apart (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_auto (GStrv) marks = g_strsplit (node->avoids, " ", -1);
  g_autofree char *keep = g_strdup_printf ("${task.setVariable('%s', task.assignee)}", node->mark);

  for (guint i = 0; marks[i]; i++)
    refuse_doer (self, element, marks[i]);
  add_listener (self, element, "assignment", keep);
}

char *
pt_vendor_keep_iso (PtTimeKind kind, const char *iso)
{
  return g_strdup (iso);
}

void
pt_vendor_set_due_date (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *due
      = node->due_iso ? self->target->due_date (node->due_kind, node->due_iso) : NULL;

  pt_vendor_set (self, element, "dueDate", due);
}

gboolean
pt_vendor_is_derived (const PtNode *node)
{
  return node->assignment != NULL && !node->assignment_is_list;
}

/* What was said for an engine whose settings this one reads, too, must not stand in for what is
 * left out. */
static void
remove_of_others (PtEmission *self, xmlNode *element, const char *name)
{
  for (guint k = 1; self->target->reads[k]; k++)
    {
      xmlAttr *attribute = xmlHasNsProp (element, (const xmlChar *)name,
                                         (const xmlChar *)self->target->reads[k]->uri);

      if (attribute)
        xmlRemoveProp (attribute);
    }
}

/* In its place, where it stands already. */
static void
replace (PtEmission *self, xmlNode *element, const char *name, const char *value)
{
  xmlAttr *attribute = xmlHasNsProp (element, (const xmlChar *)name,
                                     (const xmlChar *)self->target->reads[0]->uri);

  if (attribute && value)
    pt_emission_set_value (element, attribute, value);
  else if (attribute)
    xmlRemoveProp (attribute);
  else
    pt_vendor_set (self, element, name, value);
}

void
pt_vendor_tell_offered (PtEmission *self,
                        const PtNode *node,
                        const char *const *drawn,
                        const char *groups)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; drawn[i]; i++)
    if (!pt_expression_is_marked (drawn[i]) && g_strcmp0 (drawn[i], groups) != 0)
      g_ptr_array_add (others, (gpointer)drawn[i]);
  g_ptr_array_add (others, NULL);
  if (others->len == 1 || node->role == PT_NO_INDEX)
    return;
  names = g_strjoinv (", ", (char **)others->pdata);
  pt_emission_report (self, PT_CODE_X71, &node->origin, names);
}

static const char *const assignments[] = { "assignee", "candidateUsers", "candidateGroups", NULL };

static void
tell_drawn (PtEmission *self, xmlNode *element, const PtNode *node, const char *groups)
{
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();

  for (guint k = 0; self->target->reads[k]; k++)
    for (guint i = 0; assignments[i]; i++)
      {
        const xmlAttr *attribute = xmlHasNsProp (element, (const xmlChar *)assignments[i],
                                                 (const xmlChar *)self->target->reads[k]->uri);

        if (attribute)
          g_ptr_array_add (drawn, (gpointer)pt_xml_value (attribute));
      }
  g_ptr_array_add (drawn, NULL);
  pt_vendor_tell_offered (self, node, (const char *const *)drawn->pdata, groups);
}

void
pt_vendor_set_candidates (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *groups = pt_vendor_groups (self, node), *users = pt_vendor_users (node);

  if (!pt_vendor_is_derived (node) && pt_vendor_has_attribute (self, element, assignments))
    {
      tell_drawn (self, element, node, groups);
      return;
    }
  remove_of_others (self, element, "candidateGroups");
  remove_of_others (self, element, "candidateUsers");
  replace (self, element, "candidateGroups", groups);
  replace (self, element, "candidateUsers", users);
  if (node->doer != NULL)
    keep_doer (self, element, node->doer);
  if (node->avoids != NULL)
    keep_apart (self, element, node);
}

void
pt_vendor_set_collection (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  pt_vendor_set (self, loop, "collection", node->loop_text);
  pt_vendor_set (self, loop, "elementVariable", node->loop_element ? node->loop_element : "item");
}

static gboolean
has_value (PtEmission *self, xmlNode *element, const char *name, const char *value)
{
  xmlChar *given = xmlGetNsProp (element, (const xmlChar *)name, own_namespace (self)->href);
  gboolean has_it = g_strcmp0 ((const char *)given, value) == 0;

  xmlFree (given);
  return has_it;
}

void
pt_vendor_set_external (PtEmission *self, xmlNode *element, const PtNode *node, const char *type)
{
  static const char *const implementations[]
      = { "class", "delegateExpression", "expression", "type", NULL };

  static const char *const topic[] = { "topic", NULL };

  if (!has_value (self, element, "type", type)
      && pt_vendor_has_attribute (self, element, implementations))
    return;
  pt_vendor_set (self, element, "type", type);
  if (!pt_vendor_has_attribute (self, element, topic))
    pt_vendor_set (self, element, "topic", pt_vendor_topic (self, node));
}

/* What the engines call types of fields; times of day they have none for. */
static const char *
field_type (const PtVariable *variable, const char *number)
{
  static const struct
  {
    const char *type, *called;
  } rows[] = { { "boolean", "boolean" }, { "number", NULL }, { "date", "date" } };

  if (pt_vendor_is_choice (variable))
    return "enum";
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (variable->type, rows[i].type) == 0)
      return rows[i].called ? rows[i].called : number;
  return "string";
}

void
pt_vendor_describe_field (PtEmission *self,
                          xmlNode *field,
                          const PtVariable *variable,
                          const char *label,
                          const char *number)
{
  pt_emission_set (field, "id", variable->name);
  pt_emission_set (field, label, variable->label);
  pt_emission_set (field, "type", field_type (variable, number));
  for (guint i = 0; pt_vendor_is_choice (variable) && i < variable->values->len; i++)
    {
      xmlNode *value = pt_vendor_add (self, field, "value");

      pt_emission_set (value, "id", g_ptr_array_index (variable->values, i));
      pt_emission_set (value, "name", g_ptr_array_index (variable->values, i));
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
