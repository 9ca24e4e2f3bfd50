/* pt-xml-print.h: a tree as indented text, with the lines its elements get
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** PtXmlPrintFunc: called when @element is done, so for inner ones first; lines from 1 */
typedef void (*PtXmlPrintFunc) (const xmlNode *element, int first, int last, gpointer data);

/**
 * pt_xml_print:
 * Writes UTF-8, one element a line, indented by 2. Elements with text of their own stay as they
 * are.
 *
 * Returns: (transfer full)
 */
GBytes *pt_xml_print (xmlDoc *doc, PtXmlPrintFunc func, gpointer data);

G_END_DECLS
