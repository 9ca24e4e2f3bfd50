/* bpmn.h: the BPMN 2.0 vocabulary as one table, and views of process and diagram over the tree
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>
#include <partitur/geometry.h>

G_BEGIN_DECLS

#define PT_NS_BPMN "http://www.omg.org/spec/BPMN/20100524/MODEL"
#define PT_NS_BPMNDI "http://www.omg.org/spec/BPMN/20100524/DI"
#define PT_NS_DC "http://www.omg.org/spec/DD/20100524/DC"
#define PT_NS_DI "http://www.omg.org/spec/DD/20100524/DI"
#define PT_NS_XSI "http://www.w3.org/2001/XMLSchema-instance"
#define PT_NS_COLOR "http://www.omg.org/spec/BPMN/non-normative/color/1.0"
#define PT_NS_BIOC "http://bpmn.io/schema/bpmn/biocolor/1.0"
#define PT_NS_CAMUNDA "http://camunda.org/schema/1.0/bpmn"
#define PT_NS_PARTITUR "urn:partitur:process:1"

/** PT_ASSIGNMENT_LANGUAGE: of a formalExpression that says who may do a task: assignment.h */
#define PT_ASSIGNMENT_LANGUAGE "urn:partitur:assignment:1"

/* ===== the vocabulary ========================================================================== */

/** PtFamily: how a type behaves on a diagram; decides painter, outline, label place and rules. */
typedef enum
{
  PT_FAMILY_NONE,         /* not drawn by itself */
  PT_FAMILY_PLANE,        /* what a whole diagram shows */
  PT_FAMILY_POOL,
  PT_FAMILY_LANE,
  PT_FAMILY_ACTIVITY,     /* rounded rectangle, label inside */
  PT_FAMILY_EVENT,        /* circle, label outside */
  PT_FAMILY_GATEWAY,      /* diamond, label outside */
  PT_FAMILY_DATA,         /* document, store or envelope, label outside */
  PT_FAMILY_ARTIFACT,     /* annotation or group */
  PT_FAMILY_FLOW,         /* an edge */
  PT_FAMILY_CONVERSATION, /* hexagon, label outside */
  PT_FAMILY_CHOREOGRAPHY, /* banded rounded rectangle */
} PtFamily;

/** PtBpmnType: one value a row of bpmn-types.def; PT_BPMN_NONE for what is not BPMN. */
typedef enum
{
  PT_BPMN_NONE = 0,
#define PT_BPMN_TYPE(symbol, tag, supertype, family, width, height) PT_BPMN_##symbol,
#include <partitur/bpmn-types.def>
#undef PT_BPMN_TYPE
  PT_BPMN_N_TYPES
} PtBpmnType;

/** PtBpmnTypeInfo: a row of the table. */
typedef struct
{
  const char *tag;   /* (nullable): local name; NULL for abstract types */
  PtBpmnType supertype;
  PtFamily family;
  double width, height;
  gboolean is_local; /* declared within its parent only: does not stand for its supertype */
} PtBpmnTypeInfo;

/** pt_bpmn_type_info: Returns: (transfer none): the row of @type */
const PtBpmnTypeInfo *pt_bpmn_type_info (PtBpmnType type);
/** pt_bpmn_type_has_subtypes: Returns: whether others can stand for @type */
gboolean pt_bpmn_type_has_subtypes (PtBpmnType type);
/** pt_bpmn_type_from_node: Returns: the type of @node by namespace and tag, or %PT_BPMN_NONE */
PtBpmnType pt_bpmn_type_from_node (const xmlNode *node);
PtBpmnType pt_bpmn_type_from_tag (const char *tag);
/** pt_bpmn_type_is_a: Returns: whether @type is @ancestor or specialises it */
gboolean pt_bpmn_type_is_a (PtBpmnType type, PtBpmnType ancestor);
/** pt_bpmn_type_label: Returns: (transfer none): the translated everyday name, "User task" */
const char *pt_bpmn_type_label (PtBpmnType type);
/**
 * pt_bpmn_type_attributes:
 * Returns: (transfer none) (array zero-terminated): names of the attributes the schema gives @type,
 *   inherited ones first
 */
const char *const *pt_bpmn_type_attributes (PtBpmnType type);
/** pt_bpmn_type_children: the same for child elements; the head of a substitution group (flowElement,
 *  artifact …) stands for all its members */
const char *const *pt_bpmn_type_children (PtBpmnType type);
/** pt_bpmn_word_is_abstract: Returns: whether @word of those is such a head, which no file holds */
gboolean pt_bpmn_word_is_abstract (const char *word);
/**
 * pt_bpmn_value_fits:
 * @meant: (out) (nullable): the value that is most likely meant when @value does not fit
 *
 * Returns: whether @value is one that the schema lets the attribute @name have: a truth value, a whole
 *   number, one of an enumeration; anything fits an attribute that can have any text
 */
gboolean pt_bpmn_value_fits (const char *name, const char *value, const char **meant);
/** pt_bpmn_type_allows_child: Returns: whether the schema lets elements of @type have children @tag */
gboolean pt_bpmn_type_allows_child (PtBpmnType type, const char *tag);
/**
 * pt_bpmn_is_reference:
 * @node: a BPMN or BPMNDI element
 * @attribute: (nullable): name of one of its attributes; %NULL for its text
 *
 * Whether the standard makes the value the id of another element: `sourceRef`, `bpmnElement`, or the
 * text of a `flowNodeRef`.
 */
gboolean pt_bpmn_is_reference (const xmlNode *node, const char *attribute);
/**
 * pt_bpmn_local_reference:
 * @reference: a reference as written, which may be a QName
 *
 * A prefix has no colon (Namespaces in XML 1.0, 4), but ids that tools write may: the local part of
 * "a:b:c" is "b:c". It only counts where no element has the whole of @reference for its id.
 *
 * Returns: (transfer none) (nullable): the part of @reference behind its prefix; %NULL without one
 */
const char *pt_bpmn_local_reference (const char *reference);
/** pt_bpmn_resolve: Returns: (transfer none) (nullable): what @reference names in @document, figures
 *  included: the element whose id is all of it, else its local part */
xmlNode *pt_bpmn_resolve (PtDocument *document, const char *reference);
/** pt_bpmn_event_allows: Returns: whether an event of @event_type may carry @definition (10.5, table
 *  10.93: "Types of Events"); %PT_BPMN_NONE asks for a none event */
gboolean pt_bpmn_event_allows (PtBpmnType event_type, PtBpmnType definition);

/**
 * pt_bpmn_insertion_point:
 * @parent: a BPMN or DI element
 * @tag: local name of a child about to be inserted
 *
 * Where the schema's child order (Semantic.xsd, BPMNDI.xsd) wants it: after the last child that must
 * stand before or beside it.
 *
 * Returns: (transfer none) (nullable): the child to insert before, %NULL to append
 */
xmlNode *pt_bpmn_insertion_point (const xmlNode *parent, const char *tag);

/**
 * pt_bpmn_load: pt_document_load(), and then only accepts a root `definitions` in the BPMN 2.0
 * namespace; anything else is %PT_DOCUMENT_ERROR_VOCABULARY with what was found instead.
 *
 * Returns: (transfer full) (nullable)
 */
PtDocument *pt_bpmn_load (GFile *file, GCancellable *cancellable, GError **error);
PtDocument *pt_bpmn_load_bytes (GBytes *bytes, const char *name, GError **error);
/** pt_bpmn_new: Returns: (transfer full): a new document with one empty process and its diagram */
PtDocument *pt_bpmn_new (void);

/* ===== the views =============================================================================== */

typedef struct _PtElement PtElement;
typedef struct _PtDiagramElement PtDiagramElement;
typedef struct _PtDiagram PtDiagram;

/** PtLoop: the marker at the bottom of an activity. */
typedef enum
{
  PT_LOOP_NONE,
  PT_LOOP_STANDARD,
  PT_LOOP_PARALLEL,
  PT_LOOP_SEQUENTIAL,
} PtLoop;

/**
 * PtElement: one element of the model as read from the tree, references resolved. Read only.
 *
 * Lives as long as its node is in the tree; panes therefore keep ids, not pointers, across a change.
 * Elements: root elements, flow elements, artifacts, pools, lane sets and lanes, message flows,
 * conversation nodes and links; data associations, data inputs and outputs and properties as children
 * of their activity or event; category values, operations and correlation keys. Event definitions are
 * elements at the root only; those of an event, loop characteristics, documentation etc. are read into
 * their owner.
 */
struct _PtElement
{
  PtBpmnType type;
  xmlNode *node;
  const char *id;              /* (nullable) */
  const char *name;            /* (nullable): label: name; text of an annotation; category value of a group */
  PtElement *parent;           /* (nullable): containing element of the model (not the pool) */
  GPtrArray *children;         /* (nullable): of PtElement, document order */

  PtElement *source, *target;  /* (nullable): of flows and associations, resolved */
  GPtrArray *incoming;         /* (nullable): PtElement flows whose target this is, document order */
  GPtrArray *outgoing;         /* (nullable) */
  PtElement *default_flow;     /* (nullable): of gateways and activities */

  PtElement *lane;             /* (nullable): innermost lane that lists it in flowNodeRef */
  PtElement *process;          /* (nullable): participant: its process; others: the process they are in */
  PtElement *participant;      /* (nullable): process: the pool that shows it */
  PtElement *attached_to;      /* (nullable): boundary event: its host */
  GPtrArray *boundary_events;  /* (nullable): attached to this activity */
  PtElement *ref;              /* (nullable): what it refers to: dataObject, dataStore, calledElement,
                                  message of a message flow, message of send/receive tasks */

  PtBpmnType event_definition; /* first one, or %PT_BPMN_NONE */
  guint n_event_definitions;
  PtElement *event_ref;        /* (nullable): message, signal, error, escalation it names */
  PtLoop loop;
  guint non_interrupting : 1;  /* boundary and event sub-process start events */
  guint parallel_multiple : 1;
  guint triggered_by_event : 1;/* event sub-process */
  guint for_compensation : 1;
  guint instantiate : 1;       /* receive task, event-based gateway */
  guint event_gateway_parallel : 1;
  guint is_collection : 1;     /* data object */
  guint has_condition : 1;     /* sequence flow */
  guint initiating : 1;        /* message: sent by the initiating participant of a choreography task */
  guint multiplicity : 1;      /* participant with a maximum above 1 */
  const char *data_state;      /* (nullable): name of the state of a data reference */
  int association_direction;   /* 0 none, 1 one, 2 both */

  PtDiagramElement *figure;    /* (nullable): where it is drawn: on the diagram being worked on
                                  (pt_process_graph_set_shown()), else where it is to be seen first */
};

/** PtFont: how a file asks for a label to be written (BPMNLabelStyle). */
typedef struct
{
  const char *family;          /* (nullable) */
  double size;                 /* diagram units; 0 when not said */
  gboolean bold, italic, underline, strike_through;
} PtFont;

/** PtDiagramElement: a BPMNShape or BPMNEdge. Read only. */
struct _PtDiagramElement
{
  xmlNode *node;
  const char *id;              /* (nullable) */
  PtDiagram *diagram;
  PtElement *element;          /* (nullable): what it shows; NULL when the reference dangles */
  PtBounds bounds;             /* shape: its bounds; edge: bounds of the waypoints */
  PtPoint *waypoints;          /* edges: at least two, or none */
  guint n_waypoints;
  guint is_edge : 1;
  guint has_label : 1;     /* label bounds were given */
  guint is_horizontal : 1; /* pools and lanes; where it is left open, a pool is, and a lane is as
                              what is around it, or as its width in the pool tells */
  guint is_expanded : 1;   /* sub-processes: default true when children are drawn on this diagram */
  guint is_hidden : 1;     /* lies in a sub-process that is drawn shut on the same diagram */
  guint is_marker_visible : 1; /* exclusive gateway with its X */
  guint message_visible : 1; /* edge: envelope on the message flow; participant band: at the band */
  guint message_initiating : 1; /* the envelope is white */
  guint has_label_color : 1;
  guint has_fill : 1, has_stroke : 1;
  PtBounds label;
  const PtFont *font;          /* (nullable): of its label */
  const char *band_kind;       /* (nullable): participantBandKind of a choreography participant */
  guint32 fill, stroke;        /* 0xRRGGBB, of BPMN-in-Color or bioc */
  guint32 label_color;         /* 0xRRGGBB, of BPMN-in-Color */
  guint z;                     /* painting order: grows along the diagram's `elements`, with gaps: pools,
                                  lanes, expanded sub-processes, groups, nodes, edges, boundary
                                  events, messages; among equals document order */
};

/** PtDiagram: one BPMNDiagram with its plane. Read only. */
struct _PtDiagram
{
  xmlNode *node, *plane;
  const char *id, *name;       /* (nullable) */
  PtElement *element;          /* (nullable): process, collaboration, sub-process or choreography; where
                                  the plane names none, what holds the shapes it shows */
  GPtrArray *elements;         /* of PtDiagramElement, in painting order */
  guint64 version;             /* one more after every change to one of its figures; no two diagrams of
                                  one run share any; 0 for one that no graph looks after */
};

/**
 * PtProcessGraph: the typed view of one BPMN document. Follows #PtDocument::changed and refreshes
 * only what a transaction touched.
 *
 * Signal `changed (PtProcessGraph *graph, const PtGraphChange *change)`: after the views agree with
 * the tree again, once per transaction.
 */
#define PT_TYPE_PROCESS_GRAPH (pt_process_graph_get_type ())
G_DECLARE_FINAL_TYPE (PtProcessGraph, pt_process_graph, PT, PROCESS_GRAPH, GObject)

/**
 * PtGraphChange: what a transaction did to the views. An array may be empty, never %NULL. Pointers in
 * `removed_…` are valid during the emission only.
 */
typedef struct
{
  GPtrArray *elements;         /* PtElement: new, or changed in any field (its label, flows, lane …) */
  GPtrArray *figures;          /* PtDiagramElement: new, moved, relabelled, recoloured, or their element changed its looks */
  GPtrArray *removed_elements;
  GPtrArray *removed_figures;
} PtGraphChange;

/** pt_process_graph_new: Reads the views of @document. Returns: (transfer full) */
PtProcessGraph *pt_process_graph_new (PtDocument *document);
/** pt_process_graph_get_document: Returns: (transfer none) */
PtDocument *pt_process_graph_get_document (PtProcessGraph *self);
/** pt_process_graph_get: Returns: (nullable): the element with this id */
PtElement *pt_process_graph_get (PtProcessGraph *self, const char *id);
/** pt_process_graph_get_by_node: Returns: (nullable): the element that was read from @node */
PtElement *pt_process_graph_get_by_node (PtProcessGraph *self, const xmlNode *node);
/** pt_process_graph_get_figure_by_node: Returns: (nullable) */
PtDiagramElement *pt_process_graph_get_figure_by_node (PtProcessGraph *self, const xmlNode *node);
/** pt_process_graph_get_definitions: Returns: (transfer none): the root element, all others below it */
PtElement *pt_process_graph_get_definitions (PtProcessGraph *self);
/** pt_process_graph_get_elements: Returns: (transfer none): all PtElement, document order */
GPtrArray *pt_process_graph_get_elements (PtProcessGraph *self);
/** pt_process_graph_get_diagrams: Returns: (transfer none): of PtDiagram, document order, may be empty */
GPtrArray *pt_process_graph_get_diagrams (PtProcessGraph *self);

/** pt_diagram_find: Returns: (nullable): the figure that shows @element on this diagram */
PtDiagramElement *pt_diagram_find (PtDiagram *diagram, const PtElement *element);
/** pt_diagram_bands_within: Returns: (transfer container): the participant bands of choreography
 * activities that lie within @area (diagram units); of PtDiagramElement, in no order. By geometry,
 * as not every tool writes the activity that a band belongs to. */
GPtrArray *pt_diagram_bands_within (PtDiagram *diagram, PtBounds area);
/** pt_diagram_bounds: Returns: bounds of all figures and given labels; empty for an empty diagram */
PtBounds pt_diagram_bounds (PtDiagram *diagram);

/**
 * pt_process_graph_set_shown:
 * @diagram: (nullable): the diagram that is being worked on
 *
 * An element may be drawn on several diagrams; its `figure` is the one on this diagram, if there is
 * one. Operations that change a drawing change it there.
 */
void pt_process_graph_set_shown (PtProcessGraph *self, PtDiagram *diagram);
PtDiagram *pt_process_graph_get_shown (PtProcessGraph *self);
/** pt_process_graph_first_diagram: Returns: (nullable): the diagram a reader begins with: the first
 *  one that shows something and is not the inside of something drawn on another */
PtDiagram *pt_process_graph_first_diagram (PtProcessGraph *self);
/** pt_element_is_shown_whole: whether the diagram being worked on, or while there is none any diagram,
 *  was made to show what is in @element */
gboolean pt_element_is_shown_whole (const PtElement *element);
/** pt_element_figures: Returns: (transfer container) (element-type PtDiagramElement): all drawings of
 *  @element, in the order of the diagrams */
GPtrArray *pt_element_figures (const PtElement *element);
/** pt_element_first_figure: Returns: (nullable): the first of them, whatever is being worked on */
PtDiagramElement *pt_element_first_figure (const PtElement *element);
/** pt_element_get_diagram: Returns: (nullable): the first diagram made to show what is in @element, a
 *  process, collaboration, choreography or sub-process; one that shows something before an empty one */
PtDiagram *pt_element_get_diagram (const PtElement *element);
/** pt_figure_inside_element: Returns: (nullable): what one meets when one goes into @figure: a
 *  sub-process itself, what a call activity calls if it is in this file, the process of a pool that is
 *  drawn without content */
PtElement *pt_figure_inside_element (const PtDiagramElement *figure);
/** pt_figure_inside_diagram: Returns: (nullable): the other diagram on which that is drawn */
PtDiagram *pt_figure_inside_diagram (const PtDiagramElement *figure);
/** pt_diagram_outside_figure: Returns: (nullable): the shape on another diagram whose inside @diagram
 *  shows; none for a process that stands for itself, or is only called */
PtDiagramElement *pt_diagram_outside_figure (const PtDiagram *diagram);
/** pt_diagram_path: Returns: (transfer container) (element-type PtDiagram): the diagrams one goes
 *  through to @diagram, the outermost first, @diagram itself last */
GPtrArray *pt_diagram_path (PtDiagram *diagram);
/** pt_process_graph_diagrams_by_depth: Returns: (transfer container) (element-type PtDiagram): all
 *  diagrams, each before those that show the insides of what it draws */
GPtrArray *pt_process_graph_diagrams_by_depth (PtProcessGraph *self);
/** pt_process_graph_undrawn: Returns: (transfer container) (element-type PtElement): processes of
 *  which nothing is drawn although something happens in them */
GPtrArray *pt_process_graph_undrawn (PtProcessGraph *self);
/** pt_diagram_title: Returns: (transfer full): what to call it: the name of the sub-process it shows,
 *  else its own name, else that of its process or pools */
char *pt_diagram_title (const PtDiagram *diagram);

/** pt_element_family: Returns: family of its type */
PtFamily pt_element_family (const PtElement *element);
gboolean pt_element_is_a (const PtElement *element, PtBpmnType type);
/** pt_element_display_name: Returns: (transfer full): the label on one line, or «User task "id"» style
 *  everyday name when it has none; for messages */
char *pt_element_display_name (const PtElement *element);
/** pt_element_documentation: Returns: (transfer full) (nullable): text of its documentation */
char *pt_element_documentation (const PtElement *element);
/** pt_element_is_named: Returns: whether something in the file refers to @element by its id */
gboolean pt_element_is_named (const PtElement *element);
/** pt_element_is_within: Returns: whether @container is among the ancestors of @element in the model */
gboolean pt_element_is_within (const PtElement *element, const PtElement *container);
/** pt_element_get_assignment: Returns: (transfer full) (nullable): the expression in
 *  %PT_ASSIGNMENT_LANGUAGE of the first performer or potential owner that has one */
char *pt_element_get_assignment (const PtElement *element);

/** PtWorkNote: what the standard has no place for: who else has to do with an activity, and how much
 *  work there is. Attributes of elements in %PT_NS_PARTITUR in the extensionElements. */
typedef enum
{
  PT_WORK_TAGS,           /* activities: words that rules of a roles file go by */
  PT_WORK_ACCOUNTABLE,    /* activities: ids of roles that answer for it */
  PT_WORK_CONSULTED,      /* activities: ids of roles that are asked before */
  PT_WORK_INFORMED,       /* activities: ids of roles that are told afterwards */
  PT_WORK_HOURS,          /* activities: of work in one case, a number */
  PT_WORK_DUE,            /* activities: when it has to be done: ISO 8601, or words */
  PT_WORK_CASES_PER_WEEK, /* processes: a number */
  PT_WORK_PROBABILITY,    /* sequence flows: of being taken, from 0 to 1 */
  PT_N_WORK_NOTES,
} PtWorkNote;

/** PtWorkNoteInfo: where a note stands. */
typedef struct
{
  PtBpmnType type; /* of the elements that can have it */
  const char *tag, *attribute;
} PtWorkNoteInfo;

/** pt_work_note_info: Returns: (transfer none) */
const PtWorkNoteInfo *pt_work_note_info (PtWorkNote note);
/** pt_element_get_work_note: Returns: (transfer full) (nullable): what it says, with single spaces */
char *pt_element_get_work_note (const PtElement *element, PtWorkNote note);
/** pt_element_get_candidates: Returns: (transfer full) (nullable): the groups that the file tells
 * an engine to offer a task to (candidateGroups of Camunda, Flowable, Activiti and Zeebe), by name,
 * with
 * ", " between; %NULL where there are none, or an expression says which */
char *pt_element_get_candidates (const PtElement *element);

/** pt_element_child_node: Returns: (nullable): its first child element of BPMN type @type or a subtype */
xmlNode *pt_element_child_node (const PtElement *element, PtBpmnType type);

/** PtDanglingKind: what is wrong with a reference. */
typedef enum
{
  PT_DANGLING_LOST,    /* it names no element of this file, nor by its prefix one of an imported file */
  PT_DANGLING_FOREIGN, /* it names something of another vocabulary, which the file does not import */
  PT_DANGLING_WRONG,   /* what it names is of another kind than the standard wants */
} PtDanglingKind;

/** PtDanglingReference: a reference that does not lead to what it should, for the compiler's findings. */
typedef struct
{
  PtElement *element;      /* (nullable): nearest element that holds the reference */
  xmlNode *node;           /* the attribute's element, or the xxxRef element */
  const char *attribute;   /* attribute or tag name */
  const char *value;       /* the id looked for */
  PtDanglingKind kind;
  PtBpmnType wanted;       /* what it may name, or */
  const char *wanted_tags; /* (nullable): which parts of a drawing, separated by spaces */
  xmlNode *target;         /* (nullable): what it names, for %PT_DANGLING_WRONG */
} PtDanglingReference;

/** pt_bpmn_file_ending: @name: of a file. Returns: of how many bytes the ending is that says it is
 * a process:
 * *.bpmn, *.bpmn2 or *.bpmn20.xml, in letters of any case; 0 without one */
gsize pt_bpmn_file_ending (const char *name);

/** pt_number_read: the number that @text begins with, whatever the locale: "12,5" is 12.5, where people
 * write a comma, "12px" is 12. @plain: (out) (optional): whether @text is nothing but a finite number as
 * the standard writes it. Returns: 0 when there is none, or one beyond all bounds */
double pt_number_read (const char *text, gboolean *plain);

/**
 * pt_process_graph_is_vetted:
 * Lets who looks at each node by itself look only at what changed.
 * @with_inside: whether all in @node is asked for, too
 * Returns: whether pt_process_graph_vet() was called for @node since its attributes, its text or
 * its place last changed, or, @with_inside, those of anything in it
 */
gboolean
pt_process_graph_is_vetted (PtProcessGraph *self, const xmlNode *node, gboolean with_inside);
/** pt_process_graph_vet: @node, its attributes and that it stands where it does are in order;
 * @with_inside: and so is all in it, where nothing need be looked at again. */
void pt_process_graph_vet (PtProcessGraph *self, const xmlNode *node, gboolean with_inside);

/** pt_process_graph_dangling: Returns: (transfer full) (element-type PtDanglingReference): all references of
 *  the standard (sourceRef, flowNodeRef, bpmnElement, messageRef, structureRef …) that do not lead where
 *  they should, in document order. Of a calledElement or a structureRef that need not be a mistake: others
 *  may know it. The strings live as long as the graph. Cheap unless ids, references or the structure have
 *  changed. */
GArray *pt_process_graph_dangling (PtProcessGraph *self);
/** pt_dangling_wants: Returns: whether @node is of the kind that the reference should name */
gboolean pt_dangling_wants (const PtDanglingReference *self, const xmlNode *node);

G_END_DECLS
