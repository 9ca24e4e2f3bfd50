/* program.h: PtProgram, the one compiled form of a process: what the compiler's passes share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flat arrays that refer to each other by index. A pass gets a program, copies it, changes the copy
 * and seals it; a sealed program is immutable, may go to a worker thread, and is freed with its last
 * reference. Strings live in the program. Whoever reasons about behaviour reads this and nothing else.
 */
#pragma once

#include <partitur/bpmn.h>
#include <partitur/roster.h>

G_BEGIN_DECLS

typedef guint32 PtIndex;
#define PT_NO_INDEX G_MAXUINT32

/** PtOrigin: where a thing comes from: the logical element, or a pass that put it there. */
typedef struct
{
  const char *id;      /* the id it will be emitted with */
  const char *logical; /* (nullable): id of the drawn element it stands for; NULL for inserted ones */
  const char *near;    /* (nullable): for inserted ones: the drawn element that caused it */
} PtOrigin;

/** PtFigure: the place of a thing on a diagram, snapshot of its PtDiagramElement. */
typedef struct
{
  gboolean shown;
  PtBounds bounds;        /* shapes */
  PtIndex first_waypoint; /* edges: into waypoints */
  guint n_waypoints;
  gboolean has_label;
  PtBounds label;
  gboolean is_horizontal, is_expanded, is_marker_visible;
  const char *attributes; /* (nullable): colours as ` name="value"…` text with prefixes color: and bioc: */
  guint diagram;          /* index into planes of the diagram it is on */
} PtFigure;

/** PtCarried: what has no behaviour and goes along with an element. */
typedef struct
{
  const char *documentation; /* (nullable) */
  const char *extensions; /* (nullable): content of extensionElements as XML text, namespaces declared */
  const char *foreign;    /* (nullable): attributes of other namespaces as XML text with declarations */
} PtCarried;

/** PtPlane: a diagram: what the number in #PtFigure counts. */
typedef struct
{
  PtOrigin origin;        /* of the diagram */
  const char *name;       /* (nullable) */
  const char *element;    /* (nullable): emitted id of the process, collaboration or sub-process it shows */
} PtPlane;

/** PtTimeKind: what a timer waits for. */
typedef enum
{
  PT_TIME_NONE,
  PT_TIME_DATE,
  PT_TIME_DURATION,
  PT_TIME_CYCLE,
} PtTimeKind;

/** PtScope: a process or (event) sub-process: what holds nodes and flows. */
typedef struct
{
  PtOrigin origin;
  const char *name;
  PtIndex parent;         /* scope, or %PT_NO_INDEX for a process */
  PtIndex node;           /* the activity whose inside this is, or %PT_NO_INDEX */
  PtIndex participant;    /* processes: the pool that shows it, or %PT_NO_INDEX */
  gboolean executable;    /* processes: played by us, not by an external party */
  double cases_per_week;  /* processes; 0: not said */
  PtCarried carried;
} PtScope;

/** PtNode: an activity, event or gateway. */
typedef struct
{
  PtOrigin origin;
  PtBpmnType type;        /* as drawn; the bind pass turns plain tasks into user or service tasks */
  const char *name;       /* (nullable) */
  PtIndex scope;
  PtIndex inner;          /* sub-processes: the scope inside, or %PT_NO_INDEX */
  PtIndex lane;           /* innermost lane, or %PT_NO_INDEX */
  PtIndex host;           /* boundary events: the activity, or %PT_NO_INDEX */
  PtIndex role;           /* who plays it: into roles, or %PT_NO_INDEX; set by bind */
  PtIndex default_flow;   /* into flows */
  PtIndex decision;       /* gateways: into decisions; set by decide */
  guint first_in, n_in;   /* into program->in: indices of flows; filled by pt_program_seal() */
  guint first_out, n_out; /* into program->out */

  PtBpmnType event_definition;
  guint n_event_definitions;
  PtIndex reference;      /* message, signal, error, escalation: into definitions */
  const char *link;       /* (nullable): name of a link event */
  const char *activity_ref;/* (nullable): compensation: emitted id of the activity */
  PtTimeKind time_kind;
  const char *time_text;  /* (nullable): as the group wrote it, else ISO 8601 */
  const char *time_iso;   /* (nullable): set by time */
  const char *condition;  /* (nullable): of a conditional event; FEEL */
  const char *language;   /* (nullable): what the file says its expressions are in */
  gboolean non_interrupting, parallel_multiple, triggered_by_event, for_compensation, instantiate;

  PtLoop loop;
  const char *loop_text;  /* (nullable): cardinality, collection or loop condition as drawn */
  gboolean loop_is_collection, loop_test_before;
  PtIndex loop_data; /* the collection, where it is drawn: into variables, or %PT_NO_INDEX */
  const char *loop_maximum;  /* (nullable) */
  const char *loop_element;  /* (nullable): name of the item */
  const char *loop_completion; /* (nullable) */
  const char *loop_output;  /* (nullable): the list that takes what each gives: a variable, or as it
                               is drawn */
  const char *loop_result;  /* (nullable): what each gives into it: a variable or, where that is
                               worked out, FEEL */
  PtIndex loop_output_data; /* that list, where it is drawn: into variables, or %PT_NO_INDEX */

  const char *called;     /* (nullable): call activities: id of what is called */
  const char *returned;   /* (nullable): names of the variables that come back from what is called,
                             with spaces between; set by legalise where a target wants to be told */
  const char *topic;      /* (nullable): service, send …: job the system does; set by bind */
  const char *table; /* (nullable): id of the decision table that is asked, of a DMN file beside */
  const char *table_result;           /* (nullable): variable that keeps what it says */
  const char *script, *script_format; /* (nullable) */
  const char *performer;  /* (nullable): name in a drawn performer or potential owner */
  const char
      *candidates;        /* (nullable): groups the file tells an engine to offer it to, where it
                             names no performer, with ", " between; they count where nothing is drawn */
  gboolean by_candidates; /* they have become its performer or assignment; set by bind */
  const char *assignment; /* (nullable): who may do it, as written: an expression of assignment.h */
  gboolean assignment_is_list; /* it was a list of users and groups, as engines read it */
  const char *groups; /* (nullable): ids of roles with single spaces that are offered it, where that
                         is not just its role; set by bind */
  const char *users;  /* (nullable): ids of persons with single spaces that are offered it by name,
                         as of  the day of compiling; set by bind */
  const char *doer; /* (nullable): variable that keeps who does it, and who did what one person does
                       with it; set by bind */
  const char *mark; /* (nullable): variable that keeps who has taken it on; set by bind */
  const char *avoids; /* (nullable): variables with single spaces that keep who may not do it; set
                         by bind */
  const char *tags;       /* (nullable): words with single spaces that rules go by */
  const char *accountable, *consulted, *informed; /* (nullable): ids of roles with single spaces */
  const char *remarks;  /* (nullable): activities: the annotations that hang on it, one a line */
  const char *due_text; /* (nullable): when it has to be done, where the file has a place for it */
  PtTimeKind due_kind;  /* a date, or a duration from its beginning; set by time */
  const char *due_iso;  /* (nullable): set by time */
  double hours;           /* of work in one case; 0: not said */
  PtCarried carried;
  const char *data;       /* (nullable): ioSpecification, properties, data associations as XML text */
  PtFigure figure;
} PtNode;

/** PtFlow: a sequence flow. */
typedef struct
{
  PtOrigin origin;
  const char *name;       /* (nullable) */
  PtIndex source, target; /* nodes */
  PtIndex scope;
  const char *condition;  /* (nullable): as drawn; after decide: FEEL or, with `language`, foreign */
  const char *language;   /* (nullable): a language other than FEEL the file says the condition is in */
  double probability;     /* of being taken, from 0 to 1; negative: not said */
  PtCarried carried;
  PtFigure figure;
} PtFlow;

typedef struct
{
  PtOrigin origin;
  const char *name;       /* (nullable) */
  PtIndex scope;          /* the process */
  PtIndex parent;         /* enclosing lane, or %PT_NO_INDEX */
  PtIndex role;           /* set by bind */
  PtCarried carried;
  PtFigure figure;
} PtLane;

typedef struct
{
  PtOrigin origin;
  const char *name;       /* (nullable) */
  PtIndex process;        /* scope, or %PT_NO_INDEX for a black box */
  PtIndex role;           /* set by bind */
  gboolean multiple;
  PtCarried carried;
  PtFigure figure;
} PtPool;

/** PtMessageFlow: its ends are pools or nodes; exactly one of each pair is set. */
typedef struct
{
  PtOrigin origin;
  const char *name;       /* (nullable) */
  PtIndex source_node, source_pool, target_node, target_pool;
  PtIndex message;        /* into definitions, or %PT_NO_INDEX */
  PtCarried carried;
  PtFigure figure;
} PtMessageFlow;

/** PtDefinition: a message, signal, error or escalation. */
typedef struct
{
  PtOrigin origin;
  PtBpmnType type;
  const char *name;       /* (nullable) */
  const char *code;       /* (nullable): errorCode or escalationCode */
  const char *item;       /* (nullable): what its itemRef or structureRef says */
  gboolean is_used;       /* something in the file refers to it */
  gboolean is_left_out;   /* another one stands for it in the executable file */
  const char *key;        /* (nullable): messages: FEEL that tells the case it is for; decided by somebody */
  PtCarried carried;
} PtDefinition;

/** PtProgramRole: a role as this program uses it; set by bind. */
typedef struct
{
  const char *id;         /* id in the roles file, or made from the name when there is no file */
  const char *name;
  PtRoleKind kind;
  guint n_holders;        /* on the day of compiling */
} PtProgramRole;

/** PtConstraint: a rule among the activities of one process, besides those of the roles file. */
typedef struct
{
  const char *id;         /* (nullable) */
  PtIndex process;        /* scope */
  PtRuleType type;
  const char *tasks;      /* (nullable): ids of drawn activities with single spaces */
  const char *tags;       /* (nullable): of activities, likewise */
  const char *roles;      /* (nullable): ids of roles of the roles file, likewise */
  guint n;                /* of at-most and at-least */
  guint weight;           /* 1 to 100; 0: hard */
  const char *why;        /* (nullable) */
} PtConstraint;

/** PtDecision: the question a gateway asks. */
typedef struct
{
  const char *variable;   /* a FEEL name */
  const char *question;   /* the gateway's label */
  gboolean is_boolean;    /* yes/no */
  gboolean is_number;     /* the labels say where it lies; if neither, a choice among them */
  GPtrArray *values;      /* of const char* in the program: labels of the flows, in flow order */
  PtIndex gateway;        /* node */
  PtIndex collected_at;   /* node: user task that knows the answer, or %PT_NO_INDEX */
} PtDecision;

/** PtVariableKind: where something that a case knows comes from. */
typedef enum
{
  PT_VARIABLE_OBJECT,     /* a data object or property: written by what the case does */
  PT_VARIABLE_STORE,      /* a data store: there before and after the case */
  PT_VARIABLE_GIVEN,      /* an input of the process: whoever starts it gives it */
  PT_VARIABLE_ANSWER,     /* of a decision */
  PT_VARIABLE_NAMED,      /* only expressions name it */
} PtVariableKind;

/** PtVariable: something that a case of a process knows. What has one name in one process is one. */
typedef struct
{
  PtOrigin origin;        /* what it is drawn as; without an id for the last two kinds */
  PtVariableKind kind;
  const char *name;       /* a FEEL name */
  const char *label;      /* as it is drawn or asked */
  const char *type;       /* (nullable): what FEEL calls it: "number"; of an entry, if a collection */
  gboolean is_collection;
  GPtrArray *values;      /* of const char* in the program: the texts it is one of; may be empty */
  PtIndex process;        /* scope */
} PtVariable;

typedef enum
{
  PT_ACCESS_READ,
  PT_ACCESS_WRITE,
  PT_ACCESS_ASK,          /* people are asked for it there: a write, too */
} PtAccessKind;

/** PtAccess: a node reads or writes a variable. */
typedef struct
{
  PtIndex node, variable;
  PtAccessKind kind;
  gboolean is_drawn;      /* by an association or mapping, not inferred */
} PtAccess;

/** PtInferenceKind: what is read into what is drawn. */
typedef enum
{
  PT_INFERENCE_QUESTION,    /* a gateway's label → the variable that holds the answer */
  PT_INFERENCE_CONDITION,   /* a label → FEEL */
  PT_INFERENCE_TYPE,        /* how a variable (subject) is used → its type */
  PT_INFERENCE_TIME,        /* words → ISO 8601 */
  PT_INFERENCE_MESSAGE,     /* the label of who sends or waits → the name of the message */
  PT_INFERENCE_CORRELATION, /* the name of a message → FEEL that tells a case from others */
  PT_INFERENCE_MAPPING,     /* an arrow from or to data → the variable (subject) handed over */
  PT_INFERENCE_TOPIC,       /* what a system does → what its job is called */
  PT_INFERENCE_DUE,         /* words of an activity or its annotation → when it has to be done */
  PT_N_INFERENCES,
} PtInferenceKind;

typedef enum
{
  PT_INFERENCE_PROPOSED,
  PT_INFERENCE_ACCEPTED, /* stays as it is, whatever would be proposed today */
  PT_INFERENCE_CHANGED,  /* likewise, as somebody wrote it */
  PT_INFERENCE_REFUSED,  /* is not proposed again */
} PtInferenceState;

/** PtInference: something that is read as something else, and what the group thinks of it. */
typedef struct
{
  const char *element;    /* id of the drawn element */
  PtInferenceKind kind;
  const char *subject;    /* which of several at the element; empty when there is one */
  const char *written;    /* what stands in the drawing */
  const char *read_as;    /* what it is read as */
  PtInferenceState state;
  gboolean is_current;    /* the drawing still says so; what is stored for other words counts no more */
} PtInference;

/** PtPromise: something about who does what in a case that somebody has to see to while it runs. */
typedef struct
{
  PtRuleType type;
  PtIndex process;   /* scope */
  const char *label; /* "rule four-eyes, IC-7" */
  const char *nodes; /* emitted ids with single spaces */
  gboolean is_kept;  /* by the variables `doer` or `avoids` of the nodes, where the target can */
} PtPromise;

/** PtItem: what has no behaviour and is carried along: data objects and stores, annotations,
 *  associations, groups, properties, categories, item definitions. */
typedef struct
{
  PtOrigin origin;
  PtBpmnType type;
  PtIndex scope;          /* %PT_NO_INDEX: of the collaboration or the definitions */
  gboolean in_collaboration;
  const char *source, *target; /* (nullable): emitted ids an association joins */
  const char *xml;        /* (nullable): the element as XML text, namespaces declared; NULL for a data
                             association: it stands in the data of its node, only its figure is here */
  PtFigure figure;
} PtItem;

/** PtPlace: where a drawn element stands in its file, both from 1. */
typedef struct
{
  int line, column;
} PtPlace;

/** PtProgram: arrays are read directly; PT_PROGRAM_AT() checks the bound in debug builds. */
typedef struct _PtProgram
{
  GArray *scopes;         /* PtScope: a parent before its children */
  GArray *nodes;          /* PtNode */
  GArray *flows;          /* PtFlow */
  GArray *lanes;          /* PtLane: a parent before its children */
  GArray *pools;          /* PtPool */
  GArray *message_flows;  /* PtMessageFlow */
  GArray *definitions;    /* PtDefinition */
  GArray *roles;          /* PtProgramRole */
  GArray *decisions;      /* PtDecision */
  GArray *variables;      /* PtVariable: the drawn ones by lower, the others by type */
  GArray *accesses;       /* PtAccess; after type: by node */
  GArray *constraints;    /* PtConstraint, file order */
  GArray *promises;       /* PtPromise: set by bind */
  GArray *inferences;     /* PtInference: the settled ones by lower, the others by the passes */
  GArray *items;          /* PtItem */
  GArray *planes;         /* PtPlane, file order */
  GArray *waypoints;      /* PtPoint */
  GArray *in, *out;       /* PtIndex of flows, grouped by node */
  const char *name;       /* of the file, for messages */
  const char *definitions_id, *definitions_name, *target_namespace; /* (nullable) */
  const char *collaboration_id, *collaboration_name; /* (nullable): when there is one */
  PtCarried definitions_carried, collaboration_carried;
  GArray *places;         /* PtPlace of each drawn element; filled by lower, shared by copies */
  GHashTable *placed;     /* id → which of them, from 1 */
  guint64 serial;         /* of the document it was lowered from */
  gboolean sealed;
  struct _PtStrings *strings; /* its own and, by reference, those of the programs it was copied from */
  GHashTable *known;      /* (nullable): inferences by what they are about, while pt_program_infer() needs it */
  GHashTable *ids;        /* (nullable): ids in use, while pt_program_make_id() needs them */
  gatomicrefcount refs;
} PtProgram;

#define PT_PROGRAM_AT(array, type, i) (&g_array_index ((array), type, (i)))
#define pt_program_scope(p, i) PT_PROGRAM_AT ((p)->scopes, PtScope, (i))
#define pt_program_node(p, i) PT_PROGRAM_AT ((p)->nodes, PtNode, (i))
#define pt_program_flow(p, i) PT_PROGRAM_AT ((p)->flows, PtFlow, (i))
#define pt_program_lane(p, i) PT_PROGRAM_AT ((p)->lanes, PtLane, (i))
#define pt_program_pool(p, i) PT_PROGRAM_AT ((p)->pools, PtPool, (i))
#define pt_program_definition(p, i) PT_PROGRAM_AT ((p)->definitions, PtDefinition, (i))
#define pt_program_role(p, i) PT_PROGRAM_AT ((p)->roles, PtProgramRole, (i))
#define pt_program_constraint(p, i) PT_PROGRAM_AT ((p)->constraints, PtConstraint, (i))
#define pt_program_decision(p, i) PT_PROGRAM_AT ((p)->decisions, PtDecision, (i))
#define pt_program_variable(p, i) PT_PROGRAM_AT ((p)->variables, PtVariable, (i))
#define pt_program_inference(p, i) PT_PROGRAM_AT ((p)->inferences, PtInference, (i))
#define pt_program_access(p, i) PT_PROGRAM_AT ((p)->accesses, PtAccess, (i))

/** pt_program_new: Returns: (transfer full): an empty, unsealed program */
PtProgram *pt_program_new (const char *name);
/** pt_program_copy: Returns: (transfer full): an unsealed copy to change */
PtProgram *pt_program_copy (const PtProgram *self);
/** pt_program_open: @self: (transfer full). Returns: (transfer full): an unsealed program to
 * change: @self where nobody else holds it, else a copy */
PtProgram *pt_program_open (PtProgram *self);
PtProgram *pt_program_ref (PtProgram *self);
void pt_program_unref (PtProgram *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtProgram, pt_program_unref)

/** pt_program_string: Returns: (transfer none) (nullable): @text kept by the (unsealed) program */
const char *pt_program_string (PtProgram *self, const char *text);
/** pt_program_add_node, …: append a zeroed entry whose indices are %PT_NO_INDEX. Returns: its index.
 *  Pointers into the arrays do not outlive an addition. */
PtIndex pt_program_add_node (PtProgram *self);
PtIndex pt_program_add_flow (PtProgram *self);
PtIndex pt_program_add_scope (PtProgram *self);
PtIndex pt_program_add_lane (PtProgram *self);
PtIndex pt_program_add_pool (PtProgram *self);
PtIndex pt_program_add_message_flow (PtProgram *self);
PtIndex pt_program_add_role (PtProgram *self);
PtIndex pt_program_add_definition (PtProgram *self, PtBpmnType type);
PtIndex pt_program_add_decision (PtProgram *self);
PtIndex pt_program_add_variable (PtProgram *self, const char *name);
/** pt_program_add_access: may be told more than once */
void pt_program_add_access (PtProgram *self, PtIndex node, PtIndex variable, PtAccessKind kind,
                            gboolean is_drawn);
/** pt_program_sort_accesses: by node, then variable and kind, once each, drawn if one of them was */
void pt_program_sort_accesses (PtProgram *self);
/** pt_program_accesses: Returns: (transfer none) (array length=n): the sorted accesses of @node */
const PtAccess *pt_program_accesses (const PtProgram *self, PtIndex node, guint *n);
/** pt_program_settle: takes over what was decided about an inference; strings of the program */
void pt_program_settle (PtProgram *self, const PtInference *inference);
/**
 * pt_program_infer:
 * @origin: where; what is not drawn is not asked about
 * @proposal: (nullable): %NULL when there is nothing to propose
 *
 * Notes that @written is read as @proposal, unless somebody has decided otherwise about these words.
 *
 * Returns: (transfer none) (nullable): what it is to be read as; %NULL when that was refused or there is
 *   nothing
 */
const char *pt_program_infer (PtProgram *self, const PtOrigin *origin, PtInferenceKind kind,
                              const char *subject, const char *written, const char *proposal);
/** pt_program_recall: Returns: (transfer none) (nullable): what was noted or decided */
const PtInference *pt_program_recall (PtProgram *self, const PtOrigin *origin, PtInferenceKind kind,
                                      const char *subject);
PtIndex pt_program_add_item (PtProgram *self);
PtIndex pt_program_add_constraint (PtProgram *self);
PtIndex pt_program_add_promise (PtProgram *self);
PtIndex pt_program_add_plane (PtProgram *self);
/** pt_program_add_waypoints: Returns: index of the first of the @n waypoints appended */
PtIndex pt_program_add_waypoints (PtProgram *self, const PtPoint *points, guint n);

/** pt_program_set_place: notes where the drawn element @id stands; @id is a string of the program */
void pt_program_set_place (PtProgram *self, const char *id, int line, int column);
/** pt_program_get_place: Returns: (transfer none) (nullable): %NULL for what is not in the file */
const PtPlace *pt_program_get_place (const PtProgram *self, const char *id);

/** pt_program_make_id: Returns: (transfer none): @base, or with the least number from 2 appended that
 *  makes it free ("End_Task_1", "End_Task_1_2"), and taken from now on: deterministic */
const char *pt_program_make_id (PtProgram *self, const char *base);

/** pt_program_seal: computes the adjacency; afterwards the program does not change any more. May be
 *  called again on an unsealed program whose flows changed: pt_program_index() does only that part. */
void pt_program_seal (PtProgram *self);
void pt_program_index (PtProgram *self);
/** pt_program_flow_in / _out: Returns: index of the k-th flow into or out of @node */
PtIndex pt_program_flow_in (const PtProgram *self, PtIndex node, guint k);
PtIndex pt_program_flow_out (const PtProgram *self, PtIndex node, guint k);
/** pt_program_process_of: Returns: index of the process scope that @scope is in */
PtIndex pt_program_process_of (const PtProgram *self, PtIndex scope);
/** pt_program_to_text: the program as text, one entry a line, for tests and debugging.
 *  Returns: (transfer full) */
char *pt_program_to_text (const PtProgram *self);

G_END_DECLS
