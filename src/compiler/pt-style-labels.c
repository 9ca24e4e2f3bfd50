/* pt-style-labels.c: rules of the labels of activities, events and gateways
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 7PMG rule 6; Silver: activities by verb and object, gateways by questions, events by what
 * triggers them. Names that are missing from lanes and from gateways with labelled flows are
 * findings of other passes.
 */
#include "pt-report.h"
#include "pt-style.h"
#include "pt-style-words.h"

#include <string.h>

#define MANY_WORDS 7

/* ----- missing labels --------------------------------------------------------------------------
 */

/* What the file says elsewhere: the name of the message, the time, the called process. */
static char *
propose_name (PtStyle *self, const PtNode *node)
{
  const char *name = node->reference == PT_NO_INDEX
                         ? NULL
                         : pt_program_definition (self->program, node->reference)->name;

  for (PtIndex i = 0; node->called && i < self->program->scopes->len; i++)
    if (strcmp (pt_program_scope (self->program, i)->origin.id, node->called) == 0)
      name = pt_program_scope (self->program, i)->name;
  return g_strdup (name ? name : node->link);
}

static gboolean
flows_have_names (PtStyle *self, PtIndex node)
{
  for (guint k = 0; k < pt_lists_length (self->out, node); k++)
    if (pt_style_has_name (
            pt_program_flow (self->program, pt_lists_get (self->out, node, k))->name))
      return TRUE;
  return FALSE;
}

static gboolean
chooses (PtStyle *self, PtIndex node)
{
  return pt_style_is_split (self, node)
         && (pt_style_is_a (self, node, PT_BPMN_EXCLUSIVE_GATEWAY)
             || pt_style_is_a (self, node, PT_BPMN_INCLUSIVE_GATEWAY)
             || pt_style_is_a (self, node, PT_BPMN_COMPLEX_GATEWAY));
}

/* What is opened on the drawing says by its inside what it does. */
static gboolean
shows_inside (const PtNode *node)
{
  return node->inner != PT_NO_INDEX && (node->triggered_by_event || node->figure.is_expanded);
}

static gboolean
speaks_for_itself (const PtNode *node)
{
  return node->event_definition == PT_BPMN_TERMINATE_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_CANCEL_EVENT_DEFINITION;
}

static gboolean
needs_label (PtStyle *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  if (pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY))
    return !shows_inside (node);
  if (pt_bpmn_type_is_a (node->type, PT_BPMN_GATEWAY))
    return chooses (self, i) && !flows_have_names (self, i);
  if (node->event_definition != PT_BPMN_NONE)
    return !speaks_for_itself (node);
  return node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT;
}

/* Where there are several plain beginnings or ends, only names tell them apart. */
static gboolean
is_one_of_several (PtStyle *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  guint n = 0;

  if ((node->type != PT_BPMN_START_EVENT && node->type != PT_BPMN_END_EVENT)
      || node->event_definition != PT_BPMN_NONE)
    return FALSE;
  for (guint k = 0; n < 2 && k < pt_lists_length (self->nodes, node->scope); k++)
    n += pt_style_is_a (self, pt_lists_get (self->nodes, node->scope, k), node->type);
  return n > 1;
}

void
pt_style_check_label (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);

  if (pt_style_has_name (entry->name))
    return;
  if (needs_label (self, node))
    pt_style_offer_name (pt_style_say (self, PT_CODE_M40, node, NULL), &entry->origin,
                         propose_name (self, entry));
  else if (is_one_of_several (self, node))
    pt_style_offer_name (pt_style_say (self, PT_CODE_M41, node, NULL), &entry->origin, NULL);
}

/* ----- words of activities ---------------------------------------------------------------------
 */

void
pt_style_check_words (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  g_autofree char *n = NULL;
  char *proposal;
  guint n_words;

  if (!pt_style_has_name (entry->name) || !pt_bpmn_type_is_a (entry->type, PT_BPMN_ACTIVITY))
    return;
  n_words = pt_words_count (entry->name);
  n = g_strdup_printf ("%u", n_words);
  if (n_words > MANY_WORDS)
    pt_style_say (self, PT_CODE_M42, node, n, NULL);
  /* a whole process is called by a noun as often as not */
  else if (pt_bpmn_type_is_a (entry->type, PT_BPMN_TASK)
           && pt_words_name_no_action (entry->name, &proposal))
    pt_style_offer_name (pt_style_say (self, PT_CODE_M43, node, proposal ? proposal : "", NULL),
                         &entry->origin, proposal);
}

/* ----- questions -------------------------------------------------------------------------------
 */

static gboolean
asks (const char *name)
{
  static const char *const marks[]
      = { "?", "\357\274\237", "\330\237" }; /* also full width, Arabic */

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (name, marks[i]))
      return TRUE;
  return FALSE;
}

void
pt_style_check_question (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  g_autofree char *name = g_strstrip (g_strdup (entry->name ? entry->name : ""));
  PtDiagnostic *finding;

  if (!*name || asks (name) || !chooses (self, node)
      || pt_style_is_a (self, node, PT_BPMN_COMPLEX_GATEWAY))
    return;
  finding = pt_style_say (self, PT_CODE_M44, node, NULL);
  while (*name && strchr (".:;,!", name[strlen (name) - 1]))
    name[strlen (name) - 1] = '\0';
  if (!pt_words_begin_with_verb (name))
    pt_style_offer_name (finding, &entry->origin, g_strconcat (name, "?", NULL));
}
