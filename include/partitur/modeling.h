/* modeling.h: what one can do to a drawing; each operation keeps model and diagram in step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every operation is one named transaction of the document (one undo step). They take and give ids,
 * because elements live only from change to change. Coordinates are diagram units. Operations that
 * may be refused are asked for beforehand by the pure rules below; an operation that breaks a rule
 * does nothing and returns NULL or FALSE.
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/* ----- rules: pure queries, shared by tools, menus and drop feedback ---------------------------- */

/** PtVerdict: allowed, forbidden with a reason one can show, or nothing to say about it. */
typedef enum
{
  PT_VERDICT_IGNORE,
  PT_VERDICT_FORBID,
  PT_VERDICT_ALLOW,
} PtVerdict;

/**
 * pt_rules_connect:
 * @type: (out) (nullable): the type of flow that belongs between them
 * @reason: (out) (nullable) (transfer none): translated, when forbidden
 *
 * Which connection runs from @source to @target: sequence flow within a process and the same
 * (sub-)process level, message flow between pools, association with annotations, data association with
 * data. (BPMN 2.0 7.6, tables 7.3 and 7.4)
 */
PtVerdict pt_rules_connect (const PtElement *source, const PtElement *target, PtBpmnType *type,
                            const char **reason);
/**
 * pt_rules_contain:
 * May a new or moved element of @type be put into @container (an element with a figure, or the plane's
 * element)? Boundary events may be put onto activities: then @container is the activity.
 */
PtVerdict pt_rules_contain (const PtElement *container, PtBpmnType type, const char **reason);
/** pt_rules_attach: may an event of @event_type become a boundary event of @host? */
gboolean pt_rules_attach (const PtElement *host, PtBpmnType event_type);
/** pt_rules_resize: Returns: the smallest size @element may get (it still holds what it contains) */
PtPoint pt_rules_min_size (const PtDiagramElement *figure);
/** pt_rules_can_name: whether it has a label that can be typed */
gboolean pt_rules_can_name (const PtElement *element);
/**
 * pt_rules_replacements:
 * Returns: (transfer container) (element-type GUINT): types @element can be turned into (same family)
 */
GArray *pt_rules_replacements (const PtElement *element);

/* ----- making ------------------------------------------------------------------------------------ */

/** PtNodeSpec: what to make. */
typedef struct
{
  PtBpmnType type;             /* a drawable type that is no flow */
  PtBpmnType event_definition; /* for events; %PT_BPMN_NONE for a none event */
  const char *name;            /* (nullable) */
  gboolean collapsed;          /* sub-processes and pools without a process */
} PtNodeSpec;

/**
 * pt_modeling_add:
 * @diagram: where it is drawn
 * @container: (nullable): element it was dropped on; NULL for the plane. A sequence flow here is
 *   split at the drop point: the flow ends at the new node, a second one goes on. An activity takes an
 *   intermediate event as its boundary event, docked to the nearest edge point.
 * @center: where its centre goes
 *
 * The first pool dropped on a process turns the drawing into a collaboration around it.
 *
 * Returns: (transfer full) (nullable): its id, NULL when the rules forbid it
 */
char *pt_modeling_add (PtProcessGraph *graph, PtDiagram *diagram, const PtNodeSpec *spec,
                       const char *container, PtPoint center);

/**
 * pt_modeling_append:
 * Adds a node after @source_id and connects them, at a free place: right of the source (below it in
 * vertical pools) on its centre line at the usual distance of 50, else stepping down by 80 or more;
 * boundary events step away from their host.
 *
 * Returns: (transfer full) (nullable): id of the new node
 */
char *pt_modeling_append (PtProcessGraph *graph, const char *source_id, const PtNodeSpec *spec);

/**
 * pt_modeling_prepend:
 * The mirror image: adds a node before @target_id and connects them.
 *
 * Returns: (transfer full) (nullable)
 */
char *pt_modeling_prepend (PtProcessGraph *graph, const char *target_id, const PtNodeSpec *spec);

/**
 * pt_modeling_put_between:
 * Adds a gateway beside the node @id and lets all sequence flows into it (@before) or out of it go over
 * that, so that they meet or part there. A default flow becomes that of the gateway.
 *
 * Returns: (transfer full) (nullable): id of the gateway
 */
char *pt_modeling_put_between (PtProcessGraph *graph, const char *id, PtBpmnType gateway,
                               gboolean before);

/**
 * pt_modeling_connect:
 * @waypoints: (nullable) (element-type PtPoint): a route the user drew, else it is routed
 *
 * The type follows from the rules. When only the reverse is allowed, that is made.
 *
 * Returns: (transfer full) (nullable): id of the flow
 */
char *pt_modeling_connect (PtProcessGraph *graph, const char *source_id, const char *target_id,
                           const GArray *waypoints);

/* ----- changing ---------------------------------------------------------------------------------- */

/** pt_modeling_rename: sets the label; @name NULL or "" removes it. Annotations get their text, groups
 *  their category value. */
gboolean pt_modeling_rename (PtProcessGraph *graph, const char *id, const char *name);

/**
 * pt_modeling_move:
 * @ids: elements; what they contain, boundary events and labels move along; a lane stands for its
 *   pool; edges follow their ends and are passed over
 * @container: (nullable): id of what they were dropped on; NULL keeps their container
 *
 * A node whose centre comes into another lane becomes a member of that. Flows with one moved end are repaired,
 * with both ends moved move along. In another container, flows to what stays behind become what the
 * rules allow there, or go; the container grows to hold what comes. A boundary event moved alone slides
 * along the edge of its host, or to another activity of that level; an intermediate event that is
 * dropped on an activity becomes its boundary event when no flow leads to it. A node without flows
 * that is dropped on a sequence flow goes into it.
 *
 * Returns: %FALSE when the rules forbid it or there is nothing to move
 */
gboolean pt_modeling_move (PtProcessGraph *graph, const char *const *ids, double dx, double dy,
                           const char *container);
/** pt_modeling_move_label: sets the label's place. @shown: where it stands, if the file does not say */
gboolean pt_modeling_move_label (PtProcessGraph *graph, const char *id, PtBounds shown, double dx,
                                 double dy);
/**
 * pt_modeling_resize:
 * Sets the bounds of a shape, not below its least size. A resized pool takes its lanes along, a
 * resized lane its neighbours and pool, so that lanes always tile their pool.
 */
gboolean pt_modeling_resize (PtProcessGraph *graph, const char *id, PtBounds bounds);
/**
 * pt_modeling_make_room:
 * @moved: ids of the shapes beyond a line, which move by (@dx, @dy), each for itself
 * @stretched: ids of the pools, lanes and sub-processes the line runs through, which get longer or
 *   shorter by as much
 * @at_start: at their left or upper side, else at the right or lower one
 *
 * Pulls a drawing apart or together along one axis: one of @dx and @dy is 0. Pure geometry: the caller
 * names everything beyond the line and everything on it, and sees to it that nothing collides.
 */
gboolean pt_modeling_make_room (PtProcessGraph *graph, const char *const *moved,
                                const char *const *stretched, double dx, double dy,
                                gboolean at_start);
/** pt_modeling_set_waypoints: @waypoints: (element-type PtPoint): at least two */
gboolean pt_modeling_set_waypoints (PtProcessGraph *graph, const char *id, const GArray *waypoints);
/**
 * pt_modeling_reconnect:
 * Hangs the flow @id to other ends; the type must stay allowed. NULL keeps an end.
 */
gboolean pt_modeling_reconnect (PtProcessGraph *graph, const char *id, const char *source_id,
                                const char *target_id);
/**
 * pt_modeling_delete:
 * Removes elements with all that hangs on them: figures, labels, flows, boundary events, references in
 * lanes. A node with exactly one flow in and one out is healed over: the first flow goes on to where
 * the second led, over several nodes that go at once, too. A deleted lane leaves its nodes and its room
 * to the lane above, else below it. Removing the last lane of a pool removes the lane set. The last
 * pool of a collaboration takes its frame and lanes with it only: its content stays, as a plain
 * process.
 */
gboolean pt_modeling_delete (PtProcessGraph *graph, const char *const *ids);
/** pt_modeling_replace: turns a node into another type, keeping id, name, flows, place, and every
 *  attribute and child the new type also has. Returns: %FALSE when not among the replacements */
gboolean pt_modeling_replace (PtProcessGraph *graph, const char *id, PtBpmnType type,
                              PtBpmnType event_definition);
/** pt_modeling_set_default: @flow_id: (nullable): NULL for none */
gboolean pt_modeling_set_default (PtProcessGraph *graph, const char *id, const char *flow_id);
/** pt_modeling_mark_compensation: the activity @id only undoes work. Returns: %FALSE when it is
 * none */
gboolean pt_modeling_mark_compensation (PtProcessGraph *graph, const char *id);
/** pt_modeling_set_condition: @text: (nullable) */
gboolean pt_modeling_set_condition (PtProcessGraph *graph, const char *flow_id, const char *text);
/** pt_modeling_set_timer: @kind: "timeDate", "timeDuration" or "timeCycle"; @text: ISO 8601 or words */
gboolean pt_modeling_set_timer (PtProcessGraph *graph, const char *event_id, const char *kind,
                                const char *text);
/** pt_modeling_set_instances: how often an activity with several instances is done. @tag:
 * "loopCardinality", with a number or an expression as @text, or "loopDataInputRef", with the name
 * of a list. Returns: %FALSE when it has no instances, or @text cannot be that */
gboolean pt_modeling_set_instances (PtProcessGraph *graph,
                                    const char *id,
                                    const char *tag,
                                    const char *text);
/**
 * pt_modeling_set_assignment:
 * @text: (nullable): an expression of assignment.h; %NULL lets the lane count again
 *
 * Says on activity @id who may do it. What its file said about performers before goes.
 */
gboolean pt_modeling_set_assignment (PtProcessGraph *graph, const char *id, const char *text);
/** pt_modeling_set_work_note: @text: (nullable). Returns: %FALSE when @id cannot have such a note */
gboolean pt_modeling_set_work_note (PtProcessGraph *graph, const char *id, PtWorkNote note,
                                    const char *text);
/** PtConstraintSpec: a rule of one process, as the rules of a roles file are. */
typedef struct
{
  const char *type;  /* "separate-tasks", … */
  const char *tasks; /* (nullable): ids of activities, with spaces between them */
  const char *tags;  /* (nullable): of activities, with spaces between them */
  const char *roles; /* (nullable): ids of roles of the roles file, with spaces between them */
  guint n;           /* of at-most and at-least */
  guint weight;      /* 1 to 100; 0: hard */
  const char *why;   /* (nullable) */
} PtConstraintSpec;
/** pt_modeling_add_constraint: Returns: (transfer full) (nullable): the id of the new constraint of
 *  process @process_id */
char *pt_modeling_add_constraint (PtProcessGraph *graph, const char *process_id,
                                  const PtConstraintSpec *spec);
/** pt_modeling_remove_constraint: Returns: %FALSE when there is none with that id */
gboolean pt_modeling_remove_constraint (PtProcessGraph *graph, const char *id);
/**
 * pt_modeling_settle:
 * @kind, @subject: what is read into the element; one of each is kept
 * @state: (nullable): what was decided, %NULL takes the decision back
 *
 * Keeps among the extension elements of @id what was decided about reading @written as @read_as.
 *
 * Returns: %FALSE when there is no such element
 */
gboolean pt_modeling_settle (PtProcessGraph *graph, const char *id, const char *kind,
                             const char *subject, const char *written, const char *state,
                             const char *read_as);
/** pt_modeling_set_documentation: @text: (nullable) */
gboolean pt_modeling_set_documentation (PtProcessGraph *graph, const char *id, const char *text);

/** pt_modeling_add_lane: Adds a lane below (or above) lane @id, or divides pool @id's content when it
 *  has none. Returns: (transfer full) (nullable): id of the new lane */
char *pt_modeling_add_lane (PtProcessGraph *graph, const char *id, gboolean above);
/** pt_modeling_divide_lane: Divides a lane or pool that is not divided yet into @n (2 or 3) child lanes of
 *  equal height. Returns: %FALSE also when they would be less than 60 high */
gboolean pt_modeling_divide_lane (PtProcessGraph *graph, const char *id, guint n);

/** pt_modeling_move_to_lane: puts a node into @lane_id, moved to the nearest free place in it */
gboolean pt_modeling_move_to_lane (PtProcessGraph *graph, const char *id, const char *lane_id);

/** pt_modeling_set_rule: How severe findings of @code are in this file: kept in the extensionElements of its
 *  collaboration or first process. @severity: (nullable): NULL takes the setting back */
gboolean pt_modeling_set_rule (PtProcessGraph *graph, const char *code, const char *severity);
/** pt_modeling_exempt: Lets the element @id pass for findings of @code, for a reason people can read.
 *  @reason: (nullable): NULL takes that back. Returns: %FALSE when there was nothing to do */
gboolean pt_modeling_exempt (PtProcessGraph *graph, const char *id, const char *code, const char *reason);

/** pt_modeling_copy: with what they contain, their boundary events and the flows among them.
 *  Returns: (transfer full) (nullable): the elements as BPMN text for a clipboard */
char *pt_modeling_copy (PtProcessGraph *graph, const char *const *ids);
/** pt_modeling_paste: @text: from pt_modeling_copy(); @center: where the middle goes. New ids throughout;
 *  what lies below the middle becomes the container; references to what is neither copied nor in
 *  this document are left out.
 *  Returns: (transfer full) (nullable): ids of the pasted top elements; NULL for any other text, and
 *  where the rules forbid it */
char **pt_modeling_paste (PtProcessGraph *graph, PtDiagram *diagram, const char *text, PtPoint center);

/**
 * pt_modeling_make_diagram:
 * Writes diagram interchange for a file that has none (or an empty one), placed by pt_layout_plain().
 *
 * Returns: whether there was something to place
 */
gboolean pt_modeling_make_diagram (PtProcessGraph *graph);

/* ----- insides and diagrams ---------------------------------------------------------------------- */

/**
 * pt_modeling_collapse:
 * Draws the sub-process @id shut, as large as a task. What was drawn in it stays there, hidden.
 *
 * Returns: %FALSE when it is no opened sub-process
 */
gboolean pt_modeling_collapse (PtProcessGraph *graph, const char *id);
/**
 * pt_modeling_expand:
 * Draws the inside of sub-process @id in its place: what is hidden there, else what its own diagram
 * shows, which goes, else what was drawn nowhere, placed by pt_layout_plain(). What stands in the way
 * makes room to the right, above and below; containers grow along.
 *
 * Returns: %FALSE when that is so already
 */
gboolean pt_modeling_expand (PtProcessGraph *graph, const char *id);
/**
 * pt_modeling_give_diagram:
 * Gives sub-process @id a diagram of its own and shuts it: what was drawn in it moves there, what was
 * drawn nowhere is placed by pt_layout_plain(). Or draws a process or collaboration that has no
 * diagram.
 *
 * Returns: %FALSE when it has one, or nothing can be in it
 */
gboolean pt_modeling_give_diagram (PtProcessGraph *graph, const char *id);

/** pt_modeling_add_process: an empty process with its diagram; @name: (nullable). Returns: (transfer
 *  full): the id of the process */
char *pt_modeling_add_process (PtProcessGraph *graph, const char *name);
/** pt_modeling_rename_diagram: @name: (nullable). The diagram of a sub-process is called as that is:
 *  both get the name. */
gboolean pt_modeling_rename_diagram (PtProcessGraph *graph, PtDiagram *diagram, const char *name);
/** pt_rules_can_delete_diagram: not the last one, and not one that alone shows something of what would
 *  stay, such as the inside of a sub-process */
gboolean pt_rules_can_delete_diagram (PtProcessGraph *graph, const PtDiagram *diagram);
/** pt_modeling_delete_diagram: removes it with the process or pools it shows, unless other diagrams
 *  show them too. Returns: %FALSE when it must stay */
gboolean pt_modeling_delete_diagram (PtProcessGraph *graph, PtDiagram *diagram);
/**
 * pt_modeling_draw:
 * Draws the element @id where it is missing on the diagram that shows what lies beside it, or gives the
 * figure it has a place: a node at a free place of its lane, pool or sub-process, with its flows from and
 * to what is drawn; a flow on a new route; a pool or lane around what lies in it. A process of which nothing is
 * drawn gets a diagram of its own.
 *
 * Returns: %FALSE when it is drawn already, or nothing beside it is
 */
gboolean pt_modeling_draw (PtProcessGraph *graph, const char *id);

/** pt_modeling_rename_role: every lane and pool named @old gets the name @name: one transaction.
 *  Returns: how many were renamed */
guint pt_modeling_rename_role (PtProcessGraph *graph, const char *old, const char *name);

G_END_DECLS
