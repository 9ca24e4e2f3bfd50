/* pt-defaults.c: attributes that say what goes without saying
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-defaults.h"

#include <partitur/bpmn.h>
#include <string.h>

#include "pt-tree.h"

/* The defaults of Semantic.xsd. `implementation` has none here: it depends on the element. */
static const struct
{
  const char *name, *value;
} defaults[] = {
  { "associationDirection", "None" },
  { "behavior", "All" },
  { "cancelActivity", "true" },
  { "cancelRemainingInstances", "true" },
  { "completionQuantity", "1" },
  { "eventGatewayType", "Exclusive" },
  { "gatewayDirection", "Unspecified" },
  { "instantiate", "false" },
  { "isClosed", "false" },
  { "isCollection", "false" },
  { "isForCompensation", "false" },
  { "isInterrupting", "true" },
  { "isSequential", "false" },
  { "isUnlimited", "true" },
  { "itemKind", "Information" },
  { "loopType", "None" },
  { "maximum", "1" },
  { "method", "##Compensate" },
  { "minimum", "0" },
  { "mustUnderstand", "false" },
  { "parallelMultiple", "false" },
  { "processType", "None" },
  { "startQuantity", "1" },
  { "testBefore", "false" },
  { "textFormat", "text/plain" },
  { "triggeredByEvent", "false" },
};

gboolean
pt_default_is (const xmlNode *node, const xmlAttr *attribute)
{
  if (attribute->ns != NULL || node->ns == NULL
      || strcmp ((const char *)node->ns->href, PT_NS_BPMN) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (strcmp (defaults[i].name, (const char *)attribute->name) == 0)
      return g_strcmp0 (defaults[i].value, pt_tree_attribute (attribute)) == 0;
  return FALSE;
}
