/* pt-page-private.h: what the files that make up a page share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-compiler-pane.h"
#include "pt-file-guard.h"
#include "pt-find-bar.h"
#include "pt-page.h"
#include "pt-palette.h"
#include "pt-problem-chip.h"
#include "pt-roles-pane.h"
#include "pt-trace-player.h"
#include "pt-trail-bar.h"
#include "pt-undo-order.h"
#include "pt-what-if.h"

#include <partitur/history.h>

G_BEGIN_DECLS

/* What a page may have to say until it is answered, each at most once. */
typedef enum
{
  PT_NOTICE_PROCESS_FILE, /* its file is not what it was */
  PT_NOTICE_ROLES_FILE,
  PT_NOTICE_ROLES_UNREAD, /* what was looked for as roles file is none */
  PT_NOTICE_SHARED,       /* another program has the file open */
  PT_NOTICE_UNKEPT,       /* what is done is not kept for recovery */
  PT_NOTICE_AWAY,         /* what is shown holds only if somebody were away */
  PT_N_NOTICES
} PtNoticeTopic;

struct _PtPage
{
  AdwBin parent_instance;

  PtPalette *palette;
  GtkPaned *paned;
  GtkScrolledWindow *scroller;
  PtFindBar *find_bar;
  PtTrailBar *trail_bar;
  PtTracePlayer *player;
  GtkLabel *zoom_label;
  PtProblemChip *problems;
  PtCompilerPane *pane;
  PtRolesPane *roles_pane;
  GMenuModel *element_menu;

  PtCanvas *canvas;
  PtDocument *document;
  PtProcessGraph *graph;
  PtDocument *roles; /* (nullable) */
  PtUndoOrder *order; /* of the steps in both */
  PtFileGuard *guard;
  PtFileGuard *roles_guard; /* (nullable) */
  GtkBox *notice_box;
  GtkWidget *notices[PT_N_NOTICES]; /* (nullable) */
  PtLiveCompiler *compiler;
  PtWhatIf *what_if;
  guint slow_check; /* source, or 0: until it is said that checking takes a while */
  const PtTarget *target;
  GSettings *settings; /* (nullable) */
  gboolean is_only_made; /* all that is not saved is the drawing that was made for the file */
};

void pt_page_emit_changed (PtPage *self);
/** pt_page_say: emits `message` */
void pt_page_say (PtPage *self, const char *text);
/** pt_page_notice: Says @text above the drawing until it is closed; a NULL takes back what was said
 * on
 *  @topic. Returns: (nullable): the notice, for buttons */
GtkWidget *pt_page_notice (PtPage *self, PtNoticeTopic topic, const char *text);
/** pt_page_watch: notices what happens to the files of the page, and whether histories are kept */
void pt_page_watch (PtPage *self);
/** pt_page_guard_roles: the page has another roles file, or none */
void pt_page_guard_roles (PtPage *self);
/** pt_page_check_kept: says it when the histories of process or roles cannot be written */
void pt_page_check_kept (PtPage *self);
/** pt_page_take_roles: roles can be dropped on the canvas */
void pt_page_take_roles (PtPage *self);
/** pt_page_dup_id: Returns: (transfer full) (nullable): what the page's roles belong to: the URI of
 * its file, or what pt_history_get_id() says as long as it has none */
char *pt_page_dup_id (PtPage *self);
/** pt_page_hold_guards: while files are written by the page itself */
void pt_page_hold_guards (PtPage *self);
void pt_page_release_guards (PtPage *self);
/** pt_page_check_options: Returns: how it is compiled, without writing anything */
PtCompileOptions pt_page_check_options (PtPage *self);
/** pt_page_update_look: lays the colours of roles over the drawing, where that is wanted, and shows
 * how many hold them */
void pt_page_update_look (PtPage *self);
/** pt_page_color_of_role: Returns: 0xRRGGBB: its own, or one that is made up */
guint32 pt_page_color_of_role (const PtRole *role);
/** pt_page_remembered_target: the target chosen last time, or the first one */
const PtTarget *pt_page_remembered_target (PtPage *self);

G_END_DECLS
