/* pt-type-correlate.c: by what a message finds the case it is for
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked once a message, whoever waits for it: information that sender and receiver both have to do
 * with tells one case from another, or else the key that the case is started with.
 */
#include "pt-type.h"

#include "pt-vendor.h"

#define BUSINESS_KEY "businessKey"

/* What is meant by one name on both sides. */
static gboolean
is_accessed (const PtProgram *program, PtIndex node, const char *name)
{
  guint n;
  const PtAccess *accesses = pt_program_accesses (program, node, &n);

  for (guint i = 0; i < n; i++)
    if (accesses[i].is_drawn
        && g_str_equal (pt_program_variable (program, accesses[i].variable)->name, name))
      return TRUE;
  return FALSE;
}

static PtIndex
sender_of (const PtProgram *program, PtIndex receiver)
{
  for (guint i = 0; i < program->message_flows->len; i++)
    {
      const PtMessageFlow *flow = PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i);

      if (flow->target_node == receiver)
        return flow->source_node;
    }
  return PT_NO_INDEX;
}

static const char *
shared_name (const PtProgram *program, PtIndex receiver)
{
  PtIndex sender = sender_of (program, receiver);
  guint n;
  const PtAccess *accesses = pt_program_accesses (program, receiver, &n);

  for (guint i = 0; i < n && sender != PT_NO_INDEX; i++)
    {
      const char *name = pt_program_variable (program, accesses[i].variable)->name;

      if (accesses[i].is_drawn && is_accessed (program, sender, name))
        return name;
    }
  return NULL;
}

static void
correlate (PtProgram *program, PtIndex receiver)
{
  PtDefinition *message
      = pt_program_definition (program, pt_program_node (program, receiver)->reference);
  const char *shared = shared_name (program, receiver);
  const char *written = message->name ? message->name : message->origin.id;
  const char *key = pt_program_infer (program, &message->origin, PT_INFERENCE_CORRELATION, "",
                                      written, shared ? shared : BUSINESS_KEY);
  const PtInference *known
      = pt_program_recall (program, &message->origin, PT_INFERENCE_CORRELATION, "");

  if (key && (shared || (known && known->state != PT_INFERENCE_PROPOSED)))
    message->key = pt_program_string (program, key);
}

void
pt_type_correlate (PtProgram *program)
{
  g_autofree gboolean *is_asked = g_new0 (gboolean, program->definitions->len + 1);

  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (!pt_vendor_waits_for_case (program, node) || is_asked[node->reference])
        continue;
      is_asked[node->reference] = TRUE;
      correlate (program, i);
    }
}
