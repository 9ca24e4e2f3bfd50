/* pt-lower-staff.c: who may do an activity, who else has to do with it, how much work there is
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lower.h"
#include "pt-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @expected: what should stand there, translated */
static void
tell_unread (PtLower *self,
             const PtElement *element,
             const char *attribute,
             const char *value,
             const char *expected)
{
  g_autofree char *said
      = g_strdup_printf (_ ("%s=\"%s\", where %s is expected"), attribute, value, expected);

  pt_lower_report (self, element, PT_CODE_RD17, said);
}

/* A comma is as good as a point. Returns: a number from 0 to @most; @otherwise when @element says
 * none or a wrong one, which is told */
static double
number_of (PtLower *self, const PtElement *element, PtWorkNote note, double most, double otherwise)
{
  g_autofree char *text = pt_element_get_work_note (element, note);
  g_autofree char *pointed = text != NULL ? g_strdelimit (g_strdup (text), ",", '.') : NULL;
  char *end = pointed;
  double number = pointed != NULL ? g_ascii_strtod (pointed, &end) : otherwise;

  if (text == NULL || (end != pointed && *end == '\0' && number >= 0 && number <= most))
    return number;
  tell_unread (self, element, pt_work_note_info (note)->attribute, text,
               most <= 1 ? _ ("a number from 0 to 1") : _ ("a number such as 1.5"));
  return otherwise;
}

static const char *
words_of (PtLower *self, const PtElement *element, PtWorkNote note)
{
  return pt_lower_keep (self, pt_element_get_work_note (element, note));
}

/* ----- when it has to be done --------------------------------------------------------------------
 */

static void
add_remarks (GString *remarks, const GPtrArray *associations, const PtElement *element)
{
  for (guint i = 0; associations && i < associations->len; i++)
    {
      const PtElement *association = associations->pdata[i];
      const PtElement *other
          = association->source == element ? association->target : association->source;

      if (other && other->type == PT_BPMN_TEXT_ANNOTATION && other->name)
        g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? "\n" : "", other->name);
    }
}

static const char *
remarks_on (PtLower *self, const PtElement *element)
{
  g_autoptr (GString) remarks = g_string_new (NULL);

  add_remarks (remarks, element->incoming, element);
  add_remarks (remarks, element->outgoing, element);
  return remarks->len > 0 ? pt_program_string (self->program, remarks->str) : NULL;
}

void
pt_lower_work (PtLower *self, PtNode *node, const PtElement *element)
{
  node->remarks = remarks_on (self, element);
  node->due_text = words_of (self, element, PT_WORK_DUE);
  if (!node->due_text)
    node->due_text = pt_lower_keep (self, pt_setting_read (element->node, PT_SETTING_DUE));
  node->assignment = pt_lower_keep (self, pt_element_get_assignment (element));
  node->tags = words_of (self, element, PT_WORK_TAGS);
  node->accountable = words_of (self, element, PT_WORK_ACCOUNTABLE);
  node->consulted = words_of (self, element, PT_WORK_CONSULTED);
  node->informed = words_of (self, element, PT_WORK_INFORMED);
  node->hours = number_of (self, element, PT_WORK_HOURS, G_MAXINT, 0);
}

void
pt_lower_branch (PtLower *self, PtFlow *flow, const PtElement *element)
{
  flow->probability = number_of (self, element, PT_WORK_PROBABILITY, 1, -1);
}

/* ----- constraints -----------------------------------------------------------------------------
 */

/* Returns: (nullable): its words with single spaces, kept by the program */
static const char *
words_at (PtLower *self, const xmlNode *node, const char *attribute)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return line->len > 0 ? pt_program_string (self->program, line->str) : NULL;
}

static guint
count_at (const xmlNode *node, const char *attribute, guint most)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, most, &number, NULL)
             ? (guint)number
             : 0;
}

static gboolean
needs_number (PtRuleType type)
{
  return type == PT_RULE_AT_MOST || type == PT_RULE_AT_LEAST;
}

/* One of a type that nobody knows says nothing, nor does one that counts to nothing. */
static void
lower_constraint (PtLower *self, const PtElement *element, const xmlNode *node, PtIndex process)
{
  g_autofree char *type_name = pt_xml_attribute (node, "type");
  PtConstraint *constraint;
  PtRuleType type;
  PtIndex index;

  if (!pt_rule_type_from_string (type_name, &type))
    {
      tell_unread (self, element, "type", type_name != NULL ? type_name : "",
                   _ ("a kind of rule such as separate-tasks"));
      return;
    }
  if (needs_number (type) && count_at (node, "n", G_MAXINT) == 0)
    {
      g_autofree char *n = pt_xml_attribute (node, "n");

      tell_unread (self, element, "n", n != NULL ? n : "", _ ("how many people, from 1 on"));
      return;
    }
  index = pt_program_add_constraint (self->program);
  constraint = pt_program_constraint (self->program, index);
  constraint->id = pt_lower_attribute (self, node, "id");
  constraint->process = process;
  constraint->type = type;
  constraint->tasks = words_at (self, node, "tasks");
  constraint->tags = words_at (self, node, "tags");
  constraint->roles = words_at (self, node, "roles");
  constraint->n = count_at (node, "n", G_MAXINT);
  constraint->weight = count_at (node, "weight", 100);
  constraint->why = pt_lower_attribute (self, node, "why");
}

void
pt_lower_demand (PtLower *self, PtIndex process, const PtElement *element)
{
  xmlNode *extensions = pt_element_child_node (element, PT_BPMN_EXTENSION_ELEMENTS);

  pt_program_scope (self->program, process)->cases_per_week
      = number_of (self, element, PT_WORK_CASES_PER_WEEK, G_MAXINT, 0);
  for (xmlNode *child = extensions != NULL ? pt_xml_first_element (extensions) : NULL;
       child != NULL; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_PARTITUR, "constraint"))
      lower_constraint (self, element, child, process);
}
