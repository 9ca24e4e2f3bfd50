/* pt-fonts.c: the label styles of diagrams
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fonts.h"

#include "pt-node.h"

/* Whether sizes are units of the diagram or points is not said by the standard, and tools differ.
 * Nobody writes labels smaller than this, so what is smaller is in points. */
#define SMALLEST_SIZE 10.0
#define UNITS_PER_POINT (4.0 / 3)
#define LARGEST_SIZE 200.0

static void
font_free (gpointer data)
{
  PtFont *font = data;

  g_free ((char *)font->family);
  g_free (font);
}

static double
read_size (const xmlNode *node)
{
  double size = pt_node_number (node, "size");

  return CLAMP (size < SMALLEST_SIZE ? size * UNITS_PER_POINT : size, 0, LARGEST_SIZE);
}

static PtFont *
read_font (const xmlNode *node)
{
  PtFont *font = g_new0 (PtFont, 1);
  const char *family = pt_xml_peek (node, "name");

  font->family = family && *family ? g_strdup (family) : NULL;
  font->size = read_size (node);
  font->bold = pt_node_is_true (node, "isBold", FALSE);
  font->italic = pt_node_is_true (node, "isItalic", FALSE);
  font->underline = pt_node_is_true (node, "isUnderline", FALSE);
  font->strike_through = pt_node_is_true (node, "isStrikeThrough", FALSE);
  return font;
}

GHashTable *
pt_fonts_read (const xmlNode *diagram)
{
  GHashTable *fonts = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, font_free);

  for (xmlNode *child = pt_xml_first_element (diagram); child; child = pt_xml_next_element (child))
    {
      const char *id
          = pt_xml_is (child, PT_NS_BPMNDI, "BPMNLabelStyle") ? pt_xml_peek (child, "id") : NULL;
      const xmlNode *font = id ? pt_node_child (child, PT_NS_DC, "Font") : NULL;
      if (font)
        g_hash_table_insert (fonts, g_strdup (id), read_font (font));
    }
  return fonts;
}

/* Of styles with the same id, that of the first diagram counts. */
static GHashTable *
gather_fonts (PtProcessGraph *graph)
{
  GHashTable *all = g_hash_table_new (pt_id_hash, g_str_equal);

  for (guint i = 0; i < graph->diagrams->len; i++)
    {
      GHashTableIter iter;
      gpointer id, font;

      g_hash_table_iter_init (&iter, pt_diagram_record (graph->diagrams->pdata[i])->fonts);
      while (g_hash_table_iter_next (&iter, &id, &font))
        if (!g_hash_table_contains (all, id))
          g_hash_table_insert (all, id, font);
    }
  return all;
}

const PtFont *
pt_fonts_find (PtProcessGraph *graph, const char *name)
{
  const char *local = name ? pt_bpmn_local_reference (name) : NULL;
  const PtFont *found;

  if (!name)
    return NULL;
  if (!graph->fonts)
    graph->fonts = gather_fonts (graph);
  found = g_hash_table_lookup (graph->fonts, name);
  return found || !local ? found : g_hash_table_lookup (graph->fonts, local);
}

void
pt_fonts_forget (PtProcessGraph *graph)
{
  g_clear_pointer (&graph->fonts, g_hash_table_unref);
}

/* Labels may use the styles of any diagram. */
void
pt_fonts_touch_labels (PtProcessGraph *graph)
{
  for (guint i = 0; i < graph->diagrams->len; i++)
    {
      const PtDiagram *diagram = graph->diagrams->pdata[i];
      for (guint j = 0; j < diagram->elements->len; j++)
        pt_graph_touch_figure (graph, diagram->elements->pdata[j], PT_FIGURE_STAGE_READ);
    }
}
