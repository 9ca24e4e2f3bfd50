/* pt-file.h: faults of the file itself: what it says wrongly, however it runs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>
#include <partitur/diagnostics.h>

#include "pt-suggestions.h"

G_BEGIN_DECLS

/** PtFile: the state of one look at a file. */
typedef struct
{
  PtProcessGraph *graph;
  PtDocument *document;
  PtDiagnostics *diagnostics;
  GHashTable *ids;   /* set of ids seen on the walk, where they stand */
  GHashTable *drawn; /* set of PtElement: what the diagram at hand shows */
  GHashTable *steps; /* parent xmlNode → the child whose place among them was last asked for */
  PtSuggestions *suggestions;
  guint n_reports;
} PtFile;

/** pt_file_new: @graph, @diagnostics: (transfer none): must outlive it and not change meanwhile,
 * but for new findings */
PtFile *pt_file_new (PtProcessGraph *graph, PtDiagnostics *diagnostics);
void pt_file_free (PtFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtFile, pt_file_free)

/** pt_file_check: all findings of the F series, B03 and B18. */
void pt_file_check (PtFile *self);

/** pt_file_is_full: Returns: whether so much was found that more would help nobody */
gboolean pt_file_is_full (const PtFile *self);
/** pt_file_place: makes @node the place of @diagnostic, and the nearest drawn thing what it is
 * about. Returns: @diagnostic */
PtDiagnostic *pt_file_place (PtFile *self, PtDiagnostic *diagnostic, xmlNode *node);
/** pt_file_label: Returns: (transfer full): what findings call @node: its name, what it shows, or
 * its kind and id */
char *pt_file_label (PtFile *self, const xmlNode *node);
/** pt_file_is_figure: Returns: whether @node is a shape or an edge */
gboolean pt_file_is_figure (const xmlNode *node);

/** pt_file_path: Returns: (transfer full): the way from the root to @node, which may have no id:
 * the place among the children at each step */
char *pt_file_path (PtFile *self, const xmlNode *node);
/** pt_file_find: Returns: (nullable): what is at @path now */
xmlNode *pt_file_find (PtDocument *document, const char *path);

/* What is looked at on a walk over all that claims to be BPMN or its drawing: each node by itself,
 */
void pt_file_check_id (PtFile *self, xmlNode *node, PtBpmnType type);
void pt_file_check_words (PtFile *self, xmlNode *node, PtBpmnType type);
void pt_file_check_numbers (PtFile *self, xmlNode *node, PtBpmnType type);
/* and what concerns others, too. */
void pt_file_check_same_ids (PtFile *self, xmlNode *node, PtBpmnType type);
void pt_file_check_figure (PtFile *self, xmlNode *node, PtBpmnType type);
void pt_file_check_lane (PtFile *self, xmlNode *node, PtBpmnType type);
void pt_file_check_flows (PtFile *self, xmlNode *node, PtBpmnType type);
/** pt_file_check_references: what refers to nothing, or to something else than it should */
void pt_file_check_references (PtFile *self);
/** pt_file_check_drawing: what should be drawn and is not */
void pt_file_check_drawing (PtFile *self);

/** pt_file_offer_reference: adds the repair that lets @reference say @meant (nullable: then none)
 */
void pt_file_offer_reference (PtFile *self,
                              PtDiagnostic *diagnostic,
                              const PtDanglingReference *reference,
                              const char *meant);
/** pt_file_number: Returns: whether @text (nullable) is a usable coordinate; else @meant (out) is
 * the number that may be meant, or 0 */
gboolean pt_file_number (const char *text, gboolean may_be_negative, double *meant);

G_END_DECLS
