/* pt-page-private.h: what the files that make up a page share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-compiler-pane.h"
#include "pt-find-bar.h"
#include "pt-page.h"
#include "pt-palette.h"

G_BEGIN_DECLS

struct _PtPage
{
  AdwBin parent_instance;

  PtPalette *palette;
  GtkPaned *paned;
  GtkScrolledWindow *scroller;
  PtFindBar *find_bar;
  GtkLabel *zoom_label;
  PtCompilerPane *pane;
  GMenuModel *element_menu;

  PtCanvas *canvas;
  PtDocument *document;
  PtProcessGraph *graph;
  PtDocument *roles;           /* (nullable) */
  GFileMonitor *roles_monitor; /* (nullable) */
  PtLiveCompiler *compiler;
  const PtTarget *target;
  GSettings *settings; /* (nullable) */
};

void pt_page_emit_changed (PtPage *self);
/** pt_page_say: emits `message` */
void pt_page_say (PtPage *self, const char *text);
/** pt_page_remembered_target: the target chosen last time, or the first one */
const PtTarget *pt_page_remembered_target (PtPage *self);

G_END_DECLS
