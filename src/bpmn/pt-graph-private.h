/* pt-graph-private.h: how the views are kept: records, ids, references and queues
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/arena.h>
#include <partitur/bpmn.h>

G_BEGIN_DECLS

/*
 * A view is a function of the tree, computed in stages that only look at what earlier stages made:
 *
 *   structure   which elements and figures there are, in which order and container
 *   references  the ids an element carries and names
 *   links       fields that follow its own references: source, target, ref …
 *   figures     shapes and edges: read, linked to their elements, put in painting order
 *   inverse     fields that follow the references of others: incoming, lane, figure …
 *   facts       what it says itself, or borrows from what it refers to: name, markers
 *
 * Each stage has a queue of those it must visit again. Reading a file puts all into all queues; a
 * change puts in what it touched, and every stage puts into later queues what depends on what it
 * changed. At last those that refer to something changed are linked again, for what they borrow. So
 * there is one way from the tree to the views, walked wholly or in part.
 */
typedef enum
{
  PT_STAGE_REFERENCES,
  PT_STAGE_LINKS,
  PT_STAGE_INVERSE,
  PT_STAGE_FACTS,
  PT_N_STAGES
} PtStage;

typedef enum
{
  PT_FIGURE_STAGE_READ,  /* its own node: bounds, waypoints, label, colours */
  PT_FIGURE_STAGE_LINK,  /* the element it shows */
  PT_FIGURE_STAGE_PLACE, /* its place in painting order, and what decides it */
  PT_N_FIGURE_STAGES
} PtFigureStage;

/* What a reference becomes in the views (pt-bpmn-references.def). */
typedef enum
{
  PT_REFERENCE_NONE,
  PT_REFERENCE_SOURCE,
  PT_REFERENCE_TARGET,
  PT_REFERENCE_DEFAULT,
  PT_REFERENCE_HOST,    /* of a boundary event */
  PT_REFERENCE_PROCESS, /* of a participant */
  PT_REFERENCE_MEMBER,  /* of a lane */
  PT_REFERENCE_REF,
  PT_REFERENCE_EVENT_REF,
  PT_REFERENCE_DEFINITION, /* of an event: a definition shared at the root */
  PT_REFERENCE_INITIATOR,  /* of a choreography activity */
  PT_REFERENCE_EXCHANGE,   /* of a choreography task: its message flow */
  PT_REFERENCE_FIGURE,     /* of a shape or edge: what it shows */
  PT_REFERENCE_PLANE,      /* of a diagram: what it shows */
  PT_N_REFERENCES
} PtReferenceKind;

typedef struct _PtId PtId;
typedef struct _PtReference PtReference;
typedef struct _PtBands PtBands;

/*
 * PtReference: one use of an id. A QName "p:x" makes two, side by side: the whole value, because
 * tools write ids with colons, and as `fallback` its local part, which only counts while the whole
 * value is no id.
 */
struct _PtReference
{
  PtReferenceKind kind;
  guint has_fallback : 1; /* the next one is its fallback */
  guint is_fallback : 1;
  gpointer owner; /* PtDiagramElement for FIGURE, PtDiagram for PLANE, else PtElement */
  PtId *id;
  PtReference *next, **link; /* among all references to `id` */
};

/* PtReferences: those of one owner, in the order of its node. */
typedef struct
{
  PtReference *items;
  guint n;
} PtReferences;

/* PtId: an id that some element carries or some reference names; lives as long as the graph. */
struct _PtId
{
  PtElement *element;   /* (nullable): the first in document order that carries it */
  GPtrArray *namesakes; /* (nullable): the others */
  PtReference *references;
  char value[];
};

typedef struct
{
  PtElement element;
  PtId *id;
  PtReferences references;
  guint order;       /* label in document order */
  guint depth;       /* number of elements around it */
  guint pending;     /* bit set of the stages whose queue it is in */
  guint changed : 1; /* since the last emission */
  guint gone : 1;    /* taken out of the views by the changes at hand */
} PtElementRecord;

typedef struct
{
  PtDiagramElement figure;
  PtReferences references;
  guint paint_class;        /* layer and depth: figures of a class are painted in document order */
  int horizontal, expanded; /* as given; -1 when left open */
  guint pending;
  guint changed : 1;
  guint gone : 1;
  guint placed : 1;
  guint is_band : 1; /* participant band of a choreography activity */
} PtFigureRecord;

typedef struct
{
  PtDiagram diagram;
  PtProcessGraph *graph;
  PtReferences references;
  GHashTable *fonts;          /* id -> PtFont: its label styles */
  PtBands *bands;             /* (nullable): pt-diagram-bands.c */
  guint index;                /* among the diagrams */
  guint unsorted : 1;         /* painting order must be made anew */
  guint containers_stale : 1; /* directions of pools and lanes must be found anew */
  guint changed : 1;          /* since its version was counted */
} PtDiagramRecord;

struct _PtProcessGraph
{
  GObject parent_instance;
  PtDocument *document;
  PtArena *arena;      /* holds what was read with the file */
  guint n_alone;       /* allocations outside of it */
  gboolean is_reading; /* the file: nobody has seen a view yet */
  GPtrArray *elements; /* PtElement, document order */
  GPtrArray *diagrams; /* PtDiagram, document order */
  PtDiagram *shown;    /* (nullable): the one being worked on */
  GHashTable *element_by_node, *figure_by_node, *diagram_by_node;
  GHashTable *ids;  /* value -> PtId */
  GHashTable *fonts; /* (nullable): id -> PtFont, of all diagrams; made when it is asked for */
  GArray *dangling; /* (nullable): of PtDanglingReference; none until asked for */
  GHashTable *vetted; /* xmlNode → how much of it */
  GArray *found;    /* PtReference: those of the owner being read */

  GPtrArray *queues[PT_N_STAGES];
  GPtrArray *figure_queues[PT_N_FIGURE_STAGES];
  gboolean planes_stale, planes_adrift; /* must be linked again; one names nothing */
  gboolean any_shut; /* a figure said once that it is shut, so that others may be hidden */
  GPtrArray *changed_elements, *changed_figures;
  guint n_spread; /* of the changed elements: those whose borrowers are queued */
  GHashTable *lost_elements, *lost_figures, *lost_diagrams; /* node -> what was read from it */
  GPtrArray *lost_fonts; /* GHashTable: of diagrams that were read again */
};

static inline PtElementRecord *
pt_element_record (const PtElement *element)
{
  return (PtElementRecord *)element;
}

static inline PtFigureRecord *
pt_figure_record (const PtDiagramElement *figure)
{
  return (PtFigureRecord *)figure;
}

static inline PtDiagramRecord *
pt_diagram_record (const PtDiagram *diagram)
{
  return (PtDiagramRecord *)diagram;
}

/* --- pt-graph-memory.c ------------------------------------------------------------------------ */

/* What is read with the file lies in one arena and goes with it, which spares tens of thousands of
 * allocations; what changes make later is allocated and freed one by one. */

/** pt_graph_alloc: Returns: @size bytes of zeros */
gpointer pt_graph_alloc (PtProcessGraph *self, gsize size);
/** pt_graph_copy: Returns: a copy of @size bytes of @data, aligned */
gpointer pt_graph_copy (PtProcessGraph *self, gconstpointer data, gsize size);
/** pt_graph_free: Frees @thing (nullable) if it was allocated alone. */
void pt_graph_free (PtProcessGraph *self, gconstpointer thing);
/** pt_graph_set_text: Replaces the text at @place by a copy of @text (nullable). */
void pt_graph_set_text (PtProcessGraph *self, const char **place, const char *text);

/* --- pt-graph-queues.c ------------------------------------------------------------------------ */

/** pt_graph_touch: @element (nullable) must pass @stage again, and counts as changed. */
void pt_graph_touch (PtProcessGraph *self, PtElement *element, PtStage stage);
void pt_graph_touch_figure (PtProcessGraph *self, PtDiagramElement *figure, PtFigureStage stage);
/** pt_graph_touch_figures_of: Lets all figures of @element (nullable) find their place again. */
void pt_graph_touch_figures_of (PtProcessGraph *self, const PtElement *element);
/** pt_graph_touch_figures_at: The same for the flows that end at @element. */
void pt_graph_touch_figures_at (PtProcessGraph *self, const PtElement *element);
/** pt_graph_touch_figures_within: Lets all figures on @diagram of what @element contains, and of
 * the flows that end there, find their place again. */
void
pt_graph_touch_figures_within (PtProcessGraph *self, PtDiagram *diagram, const PtElement *element);
void pt_graph_mark_changed (PtProcessGraph *self, PtElement *element);
void pt_graph_mark_figure_changed (PtProcessGraph *self, PtDiagramElement *figure);
/** pt_graph_run_stages: Empties the queues; the views agree with the tree afterwards. */
void pt_graph_run_stages (PtProcessGraph *self);

/* --- pt-graph-ids.c --------------------------------------------------------------------------- */

/** pt_graph_intern: Returns: (transfer none): the id @value, new if it must be */
PtId *pt_graph_intern (PtProcessGraph *self, const char *value);
/** pt_graph_set_id: Makes @element carry @value (nullable), and touches all whom that concerns. */
void pt_graph_set_id (PtProcessGraph *self, PtElement *element, const char *value);
/** pt_graph_drop_id: Takes the id from @element, which leaves; its `id` can still be read. */
void pt_graph_drop_id (PtProcessGraph *self, PtElement *element);
/** pt_graph_set_references: Replaces what an owner refers to by self->found. Those alike at both
 *  ends stay as they are, so a lane that gains a member touches that member only. */
void pt_graph_set_references (PtProcessGraph *self, PtReferences *references);
/** pt_graph_add_reference: Adds @value, and its local part when it looks like a QName, to
 *  self->found. */
void pt_graph_add_reference (PtProcessGraph *self,
                             PtReferenceKind kind,
                             gpointer owner,
                             const char *value);
/** pt_reference_target: Returns: (nullable): the element that @reference names */
PtElement *pt_reference_target (const PtReference *reference);
void pt_id_free (PtProcessGraph *self, PtId *id);

/* --- pt-graph-references.c -------------------------------------------------------------------- */

typedef struct
{
  PtBpmnType type;
  gboolean is_child;
  const char *name;
  PtReferenceKind kind;
  PtBpmnType wanted;       /* what it may name, or */
  const char *wanted_tags; /* (nullable): which parts of a drawing; neither: another vocabulary */
} PtReferenceRow;

/** pt_bpmn_type_references: Returns: (transfer none): of PtReferenceRow, those of @type */
const GPtrArray *pt_bpmn_type_references (PtBpmnType type);
/** pt_reference_row: Returns: (nullable): the row that makes a reference of the attribute
 * (@is_child: the child element) @name of @node, which is of @type */
const PtReferenceRow *
pt_reference_row (const xmlNode *node, PtBpmnType type, gboolean is_child, const char *name);
/** pt_reference_row_is_foreign: Returns: whether it names something of another vocabulary */
gboolean pt_reference_row_is_foreign (const PtReferenceRow *row);
/** pt_graph_read_references: Reads id and references of @element. */
void pt_graph_read_references (PtProcessGraph *self, PtElement *element);

/* --- pt-graph-links.c ------------------------------------------------------------------------- */

void pt_graph_link (PtProcessGraph *self, PtElement *element);
void pt_graph_gather (PtProcessGraph *self, PtElement *element);
/** pt_graph_gather_figure: Finds the figure of @element: on the diagram being worked on, else one
 * to be seen, else the first. */
void pt_graph_gather_figure (PtElement *element);

/* --- pt-graph-read.c -------------------------------------------------------------------------- */

/** pt_graph_read_facts: Reads what needs no other view: name, markers, kind of event … */
void pt_graph_read_facts (PtProcessGraph *self, PtElement *element);

/* --- pt-graph-structure.c --------------------------------------------------------------------- */

/** pt_graph_read_in: Makes views of @node and what is below it. */
void pt_graph_read_in (PtProcessGraph *self, xmlNode *node);
/** pt_graph_take_out: Takes the views of @node and all below out; they are kept among the lost
 *  until the changes at hand are through, lest a moved node should get new views. */
void pt_graph_take_out (PtProcessGraph *self, xmlNode *node);
/** pt_graph_is_structural: Returns: whether reading @node makes elements */
gboolean pt_graph_is_structural (const xmlNode *node);
void pt_element_free (PtProcessGraph *self, PtElement *element);

/* --- pt-figure-read.c, pt-colour.c ------------------------------------------------------------ */

void pt_figure_read (PtProcessGraph *self, PtDiagramElement *figure);
/** pt_colour_parse: Returns: whether @text (nullable) is a colour, as 0xRRGGBB in @rgb */
gboolean pt_colour_parse (const char *text, guint32 *rgb);

/* --- pt-diagram.c, pt-diagram-order.c --------------------------------------------------------- */

void pt_diagram_read_in (PtProcessGraph *self, xmlNode *node);
void pt_diagram_take_out (PtProcessGraph *self, PtDiagram *diagram);
/** pt_diagram_read: Reads id, name and plane, not the figures. */
void pt_diagram_read (PtDiagram *diagram);
void pt_figure_read_in (PtProcessGraph *self, PtDiagram *diagram, xmlNode *node);
void pt_figure_take_out (PtProcessGraph *self, PtDiagramElement *figure);
/** pt_process_graph_get_diagram_by_node: Returns: (nullable): by its BPMNDiagram */
PtDiagram *pt_process_graph_get_diagram_by_node (PtProcessGraph *self, const xmlNode *node);
void pt_figure_link (PtProcessGraph *self, PtDiagramElement *figure);
void pt_figure_free (PtProcessGraph *self, PtDiagramElement *figure);
void pt_diagram_free (PtProcessGraph *self, PtDiagram *diagram);

/** pt_figure_place: Finds its place in painting order. */
void pt_figure_place (PtProcessGraph *self, PtDiagramElement *figure);
void pt_figure_displace (PtDiagramElement *figure);
/** pt_diagram_sort: Puts all figures in painting order: for many at once. */
void pt_diagram_sort (PtProcessGraph *self, PtDiagram *diagram);
/** pt_diagram_read_directions: Finds out which pools and lanes are horizontal. */
void pt_diagram_read_directions (PtProcessGraph *self, PtDiagram *diagram);

/* --- pt-graph-vetted.c ------------------------------------------------------------------------ */

/** pt_graph_forget_vetted: What @change touched is to be looked at again. */
void pt_graph_forget_vetted (PtProcessGraph *self, const PtChange *change);

/* --- pt-graph-refresh.c ----------------------------------------------------------------------- */

/** pt_graph_build: Reads all views. */
void pt_graph_build (PtProcessGraph *self);
/** pt_graph_refresh: Reads again what @changes touched. */
void pt_graph_refresh (PtProcessGraph *self, const PtChange *changes, guint n_changes);

G_END_DECLS
