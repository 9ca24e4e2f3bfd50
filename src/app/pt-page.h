/* pt-page.h: one open process: its document, canvas, roles file and compiler, as a tab
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/canvas.h>
#include <partitur/compiler.h>

#include "pt-roles-item.h"

G_BEGIN_DECLS

/**
 * PtPage: Properties `title`, `modified` (notify). Signals: `message (const char *text)`: something
 * to say in passing; `changed ()`: what actions can do may have changed.
 */
#define PT_TYPE_PAGE (pt_page_get_type ())
G_DECLARE_FINAL_TYPE (PtPage, pt_page, PT, PAGE, AdwBin)

/** pt_page_new: @settings: (nullable) */
PtPage *pt_page_new (PtDocument *document, PtProcessGraph *graph, GSettings *settings);

PtDocument *pt_page_get_document (PtPage *self);
PtProcessGraph *pt_page_get_graph (PtPage *self);
PtCanvas *pt_page_get_canvas (PtPage *self);
PtLiveCompiler *pt_page_get_compiler (PtPage *self);
/** pt_page_get_title: Returns: (transfer none): name of its file, or "Untitled process" */
const char *pt_page_get_title (PtPage *self);

/** pt_page_tell_made: All that is not saved is a drawing that was made for a file without one. A
 * later change takes it back. */
void pt_page_tell_made (PtPage *self);
/** pt_page_is_modified: Returns: whether the process or its roles hold work that no file holds:
 * changes, or roles that were made here and have no file yet. A drawing that was made for a file
 * without one is nobody's work: the next time it is made again. */
gboolean pt_page_is_modified (PtPage *self);
/** pt_page_get_roles: Returns: (nullable) (transfer none): the roles file */
PtDocument *pt_page_get_roles (PtPage *self);
/** pt_page_set_roles: @roles: (nullable): remembered for this process file */
void pt_page_set_roles (PtPage *self, PtDocument *roles);
/** pt_page_load_roles: Reads @file in the background and takes it, or says why not. What is not
 * saved of the present roles is given up, but not what is done to them meanwhile. */
void pt_page_load_roles (PtPage *self, GFile *file);
/** pt_page_reload_roles: reads the roles file again; asks first when work on it would be lost */
void pt_page_reload_roles (PtPage *self);
/** pt_page_choose_roles: asks for a roles file and takes it; the same */
void pt_page_choose_roles (PtPage *self);
/** pt_page_find_roles: Looks in the background for the roles file that was last used with the
 * process, or lies beside it as NAME.roles.xml, and takes it unless the page has got one meanwhile.
 */
void pt_page_find_roles (PtPage *self);
/** pt_page_draft_roles: Makes a roles file from the lanes and takes it; it is saved with the
 * process. Where there is one already, here or where one is looked for, only what it lacks is
 * added. */
void pt_page_draft_roles (PtPage *self);

/** pt_page_add_role_lane: Draws @role as one step: in the pool at @at a lane is made for it, a lane
 * there gets its name, and where there is neither, a pool is made. @at: (nullable): in diagram
 * units; %NULL adds a lane to what is selected, else to the first pool */
void pt_page_add_role_lane (PtPage *self, PtRolesItem *role, const PtPoint *at);

/** pt_page_undo, _redo: the step that was done last, in the process or in the roles file */
void pt_page_undo (PtPage *self);
void pt_page_redo (PtPage *self);
/** pt_page_get_undo_name, _get_redo_name: Returns: (nullable) (transfer none): what that step was;
 * %NULL when there is none */
const char *pt_page_get_undo_name (PtPage *self);
const char *pt_page_get_redo_name (PtPage *self);

/** pt_page_get_target: Returns: (transfer none): the engine dialect chosen in the pane */
const PtTarget *pt_page_get_target (PtPage *self);
void pt_page_set_target (PtPage *self, const PtTarget *target);

/** PtSavePart: the files of a page. */
typedef enum
{
  PT_SAVE_PROCESS = 1 << 0,
  PT_SAVE_ROLES = 1 << 1,
} PtSavePart;

/**
 * PtSavePlan: What is written where.
 * @process: (nullable): %NULL: it is not written
 * @roles: (nullable): where the roles file goes; %NULL: where it belongs, if it was changed
 * @over: the parts that are written even over work of another program, see pt_saving_write()
 */
typedef struct
{
  GFile *process;
  GFile *roles;
  PtSavePart over;
} PtSavePlan;

/** pt_page_save: Writes in a worker thread, first the process. @plan: copied.
 * @callback must call pt_page_save_finish(). */
void pt_page_save (PtPage *self,
                   const PtSavePlan *plan,
                   GAsyncReadyCallback callback,
                   gpointer user_data);
/** pt_page_save_finish: @failed: (out): with @error, what could not be written; when it is the
 * roles file, the process was */
gboolean
pt_page_save_finish (PtPage *self, GAsyncResult *result, PtSavePart *failed, GError **error);
/** pt_page_write_executable: In a worker thread, compiles for the chosen target what the page holds
 * now and writes the executable process to @file, and its source map beside it as FILE.map.json;
 * all files or none. @cancellable: (nullable). @callback must call
 * pt_page_write_executable_finish(). */
void pt_page_write_executable (PtPage *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean pt_page_write_executable_finish (PtPage *self, GAsyncResult *result, GError **error);
/** pt_page_is_executable: Returns: whether nothing blocks executing; @reason (out) (transfer full)
 *  (nullable): else why not, in the group's words */
gboolean pt_page_is_executable (PtPage *self, char **reason);

/** pt_page_show_pane: opens or shuts the pane of findings and the executable process */
void pt_page_show_pane (PtPage *self, gboolean shown);
gboolean pt_page_is_pane_shown (PtPage *self);
/** pt_page_show_part: opens the pane at @part and goes there: "findings", "steps", "who" or
 * "executable" */
void pt_page_show_part (PtPage *self, const char *part);
/** pt_page_select: selects @id on the diagram where it is drawn and brings it into view */
void pt_page_select (PtPage *self, const char *id);
/** pt_page_go_to: the same, and keys go to it: it can be renamed, moved, deleted at once */
void pt_page_go_to (PtPage *self, const char *id);
/** pt_page_apply_fix: does what a finding offers, as one undo step; says so when it no longer
 * applies */
void pt_page_apply_fix (PtPage *self, const PtFix *fix);
/** pt_page_fix_all: Does such a fix for all findings of @code, as one undo step; works out in the
 * background what is to be done. */
void pt_page_fix_all (PtPage *self, PtCode code, PtFixKind kind);
/** pt_page_settle: keeps in the process what the group thinks of something read into it; says so
 * when that cannot be */
void pt_page_settle (PtPage *self,
                     const PtInference *inference,
                     PtInferenceState state,
                     const char *value);
/** pt_page_accept_readings: accepts all that @pass reads into the drawing and nobody decided on
 * yet, as one undo step */
void pt_page_accept_readings (PtPage *self, PtPass pass);
/** pt_page_let_pass: Lets the element @id pass for findings of @code. @reason: (nullable): why it
 * may be like that; %NULL takes it back */
void pt_page_let_pass (PtPage *self, const char *id, PtCode code, const char *reason);
/** pt_page_play_trace: @trace: (element-type utf8): ids along a path: a token goes that way until
 * the drawing is edited */
void pt_page_play_trace (PtPage *self, const GPtrArray *trace);
/** pt_page_next_problem: Goes to what stands in the way, or may surprise: first to what the last change
 * brought, then from one to the next. */
void pt_page_next_problem (PtPage *self);
/** pt_page_find: opens the search for elements by name */
void pt_page_find (PtPage *self);

G_END_DECLS
