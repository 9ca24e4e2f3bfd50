/* pt-bpmn-values.c: attributes that can only have certain values
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/bpmn.h>

#include <stdlib.h>
#include <string.h>

#define TRUTH "true false 1 0"
#define NUMBER "#"

/* The enumerations of Semantic.xsd and BPMNDI.xsd, its xsd:boolean and its xsd:integer. Each name
 * means the same wherever it occurs. In alphabetical order, for every attribute of a file is looked up.
 */
typedef struct
{
  const char *name;
  const char *values; /* separated by spaces, or NUMBER */
} Row;

static const Row rows[] = {
  { "associationDirection", "None One Both" },
  { "behavior", "None One All Complex" },
  { "cancelActivity", TRUTH },
  { "cancelRemainingInstances", TRUTH },
  { "completionQuantity", NUMBER },
  { "direction", "None Forward Backward Both" },
  { "eventGatewayType", "Exclusive Parallel" },
  { "gatewayDirection", "Unspecified Converging Diverging Mixed" },
  { "instantiate", TRUTH },
  { "isClosed", TRUTH },
  { "isCollection", TRUTH },
  { "isExecutable", TRUTH },
  { "isExpanded", TRUTH },
  { "isForCompensation", TRUTH },
  { "isHorizontal", TRUTH },
  { "isImmediate", TRUTH },
  { "isInterrupting", TRUTH },
  { "isMarkerVisible", TRUTH },
  { "isMessageVisible", TRUTH },
  { "isRequired", TRUTH },
  { "isSequential", TRUTH },
  { "isUnlimited", TRUTH },
  { "itemKind", "Physical Information" },
  { "loopMaximum", NUMBER },
  { "loopType", "None Standard MultiInstanceSequential MultiInstanceParallel" },
  { "maximum", NUMBER },
  { "messageVisibleKind", "initiating non_initiating" },
  { "minimum", NUMBER },
  { "mustUnderstand", TRUTH },
  { "ordering", "Parallel Sequential" },
  { "parallelMultiple", TRUTH },
  { "participantBandKind", "top_initiating middle_initiating bottom_initiating top_non_initiating "
                           "middle_non_initiating bottom_non_initiating" },
  { "processType", "None Public Private" },
  { "startQuantity", NUMBER },
  { "testBefore", TRUTH },
  { "triggeredByEvent", TRUTH },
  { "waitForCompletion", TRUTH },
};

/* What people write for a truth value. */
static const struct
{
  const char *word, *meant;
} truths[] = {
  { "yes", "true" }, { "no", "false" }, { "on", "true" },   { "off", "false" },
  { "y", "true" },   { "n", "false" },  { "wahr", "true" }, { "falsch", "false" },
  { "t", "true" },   { "f", "false" },  { "vrai", "true" }, { "faux", "false" },
};

static gboolean
is_number (const char *value)
{
  value += *value == '-' || *value == '+';
  return *value && value[strspn (value, "0123456789")] == '\0';
}

static const char *
meant_by (const char *value, char **allowed, const char *values)
{
  for (guint i = 0; allowed[i]; i++)
    if (g_ascii_strcasecmp (allowed[i], value) == 0)
      return g_intern_string (allowed[i]);
  for (guint i = 0; strcmp (values, TRUTH) == 0 && i < G_N_ELEMENTS (truths); i++)
    if (g_ascii_strcasecmp (truths[i].word, value) == 0)
      return truths[i].meant;
  return NULL;
}

/* Most values are fine, and come as they should. */
static gboolean
is_among (const char *values, const char *value)
{
  gsize length = strlen (value);

  for (const char *at = values; length > 0 && (at = strstr (at, value)) != NULL; at += length)
    if ((at == values || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return strchr (value, ' ') == NULL;
  return FALSE;
}

static gboolean
fits (const char *values, const char *value, const char **meant)
{
  g_auto (GStrv) allowed = NULL;
  g_autofree char *plain = NULL;

  if (strcmp (values, NUMBER) != 0 && is_among (values, value))
    return TRUE;
  plain = g_strstrip (g_strdup (value));
  if (strcmp (values, NUMBER) == 0)
    return is_number (plain);
  if (is_among (values, plain))
    return TRUE;
  allowed = g_strsplit (values, " ", -1);
  *meant = meant_by (plain, allowed, values);
  return FALSE;
}

static int
compare_name (const void *name, const void *row)
{
  return strcmp (name, ((const Row *)row)->name);
}

gboolean
pt_bpmn_value_fits (const char *name, const char *value, const char **meant)
{
  const Row *row = bsearch (name, rows, G_N_ELEMENTS (rows), sizeof *rows, compare_name);

  *meant = NULL;
  return row == NULL || fits (row->values, value, meant);
}
