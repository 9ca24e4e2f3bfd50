/* pt-node.c: values of XML nodes, read where they stand
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "pt-node.h"

/* No diagram is that large; beyond it sums of coordinates lose all precision. */
#define MAX_COORDINATE 1e9

#define XML_SPACE " \t\r\n"

const char *
pt_node_attribute_ns (const xmlNode *node, const char *ns_uri, const char *name)
{
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (a->ns && a->ns->href && strcmp ((const char *)a->name, name) == 0
        && strcmp ((const char *)a->ns->href, ns_uri) == 0)
      return pt_xml_value (a);
  return NULL;
}

gboolean
pt_node_is_true (const xmlNode *node, const char *name, gboolean fallback)
{
  const char *value = pt_xml_peek (node, name);

  if (!value)
    return fallback;
  if (strcmp (value, "true") == 0 || strcmp (value, "1") == 0)
    return TRUE;
  if (strcmp (value, "false") == 0 || strcmp (value, "0") == 0)
    return FALSE;
  return fallback;
}

/* Plain decimals, which nearly all coordinates are: with up to 15 digits both the digits and the
 * power of ten are exact, so one division rounds as strtod() does (Clinger 1990). Returns: FALSE
 * for all others */
static gboolean
read_decimal (const char *text, double *number)
{
  static const double powers[]
      = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean negative = *text == '-';
  guint n_digits = 0, n_decimals = 0;
  gboolean in_fraction = FALSE;
  guint64 digits = 0;

  for (text += negative; *text; text++)
    if (g_ascii_isdigit (*text) && n_digits < G_N_ELEMENTS (powers) - 1)
      {
        digits = digits * 10 + (guint64)(*text - '0');
        n_decimals += in_fraction;
        n_digits++;
      }
    else if (*text == '.' && !in_fraction)
      in_fraction = TRUE;
    else
      return FALSE;
  *number = (negative ? -1.0 : 1.0) * (double)digits / powers[n_decimals];
  return n_digits > 0;
}

static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Returns: the end of the number at @at, with a comma where @comma says */
static const char *
skip_number (const char *at, const char **comma)
{
  const char *exponent;

  at = skip_digits (at + (*at == '-' || *at == '+'));
  if (*at == '.' || *at == ',')
    {
      *comma = *at == ',' ? at : NULL;
      at = skip_digits (at + 1);
    }
  exponent = at + 1 + (*at && (at[1] == '-' || at[1] == '+'));
  return g_ascii_tolower (*at) == 'e' && g_ascii_isdigit (*exponent) ? skip_digits (exponent) : at;
}

static double
read_number (const char *text, gboolean *plain)
{
  const char *start = text + strspn (text, XML_SPACE), *comma = NULL;
  const char *end = skip_number (start, &comma);
  g_autofree char *digits = g_strndup (start, (gsize)(end - start));
  char *after;
  double number;

  if (comma)
    digits[comma - start] = '.';
  number = g_ascii_strtod (digits, &after);
  *plain = after > digits && isfinite (number) && !comma && end[strspn (end, XML_SPACE)] == '\0';
  return isfinite (number) ? number : 0;
}

double
pt_number_read (const char *text, gboolean *plain)
{
  gboolean is_plain = TRUE;
  double number;

  if (!read_decimal (text, &number))
    number = read_number (text, &is_plain);
  if (plain)
    *plain = is_plain;
  return number;
}

double
pt_node_number (const xmlNode *node, const char *name)
{
  const char *value = pt_xml_peek (node, name);
  double number = value ? pt_number_read (value, NULL) : 0;

  return CLAMP (number, -MAX_COORDINATE, MAX_COORDINATE);
}

xmlNode *
pt_node_child (const xmlNode *node, const char *ns_uri, const char *name)
{
  xmlNode *child = pt_xml_first_element (node);

  while (child && !pt_xml_is (child, ns_uri, name))
    child = pt_xml_next_element (child);
  return child;
}

xmlNode *
pt_node_child_of_type (const xmlNode *node, PtBpmnType type)
{
  xmlNode *child = pt_xml_first_element (node);

  if (!pt_bpmn_type_has_subtypes (type))
    return pt_node_child (node, PT_NS_BPMN, pt_bpmn_type_info (type)->tag);
  while (child && !pt_bpmn_type_is_a (pt_bpmn_type_from_node (child), type))
    child = pt_xml_next_element (child);
  return child;
}

PtBounds
pt_node_bounds (const xmlNode *node, gboolean *found)
{
  const xmlNode *bounds = pt_node_child (node, PT_NS_DC, "Bounds");

  if (found)
    *found = bounds != NULL;
  if (!bounds)
    return (PtBounds){ 0 };

  double width = pt_node_number (bounds, "width"), height = pt_node_number (bounds, "height");
  return (PtBounds){ pt_node_number (bounds, "x"), pt_node_number (bounds, "y"), MAX (width, 0),
                     MAX (height, 0) };
}
