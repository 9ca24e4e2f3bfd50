/* reading.h: a case of a process, played with the step function of program/ under given decisions
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The nets of program/ say which steps there are and what they do; a scenario says what people
 * answer, what systems find out and what happens when. Of each scope that is at work there is an
 * instance with a marking of its own; an activity that is at work holds the instances of its
 * inside.
 */
#pragma once

#include <json-glib/json-glib.h>
#include <partitur/compiler.h>
#include <partitur/feel.h>
#include <partitur/net.h>

/** Frame: variables; those that are not in it are looked for in the one around it. */
typedef struct _Frame Frame;
struct _Frame
{
  PtFeelValue values;
  Frame *outer;      /* (nullable) */
  gboolean is_scope; /* of a sub-process: what is found out in it stays there until it is done */
};

typedef struct _Instance Instance;

/** Work: an activity that was begun: once, or as often as its loop says. */
typedef struct
{
  Instance *instance;
  PtIndex node;
  guint place;  /* of its token */
  gint64 total; /* how often; -1 until a loop ends */
  gint64 begun, done;
  gboolean held;    /* an instance that nobody finishes yet */
  GPtrArray *inner; /* of Instance */
} Work;

struct _Instance
{
  struct _Case *root;
  const PtProgram *program;
  PtIndex scope;
  PtNet *net;
  PtMarking *marking;
  Frame *frame; /* borrowed, or own when it is a process or an entry of a list */
  gboolean owns_frame;
  Work *caller;        /* (nullable) */
  Instance *host;      /* (nullable): of an event sub-process: where it began */
  PtIndex node;        /* of an event sub-process: its node */
  GPtrArray *works;    /* of Work */
  GPtrArray *handlers; /* of Instance: event sub-processes at work */
  GArray *finished;    /* PtIndex: activities that are done, for compensation */
  gboolean over;       /* nothing is left to be done in it */
};

/** Case: all of it, and what is written down about it. */
typedef struct _Case
{
  GPtrArray *programs; /* of PtProgram */
  JsonObject *scenario;
  Instance *main;
  GHashTable *executed; /* logical id → count of activities and events */
  GHashTable *gateways; /* set of logical ids */
  GHashTable *roles;    /* logical id of a task → id of its role, or "" */
  GHashTable *ends;     /* logical id → count of the end events of the process */
  GHashTable *turns;    /* id → how often it was answered or held so far */
  gboolean acting;      /* somebody may do something now */
} Case;

/* case.c: scopes */
Instance *instance_new (Case *root, const PtProgram *program, PtIndex scope, Frame *outer);
void instance_free (Instance *self);
/** instance_begin: @start: (nullable): id of the start event that begins it; else the one that
 * waits for nothing */
void instance_begin (Instance *self, const char *start);
/** instance_advance: Returns: whether something happened that needs nobody */
gboolean instance_advance (Instance *self);
void instance_fire (Instance *self, guint step);
/** instance_stop: all that is at work in it ends */
void instance_stop (Instance *self);
/** instance_fire_boundary: @boundary: an event at the activity that is at work */
void instance_fire_boundary (Instance *self, guint step);
/** is_raced: whether the node is one of those that a gateway waits for */
gboolean is_raced (const Instance *self, PtIndex node);
void note (GHashTable *counts, const PtOrigin *origin);

/* work.c: activities */
Work *work_find (Instance *self, guint place);
void work_free (Work *self);
/** work_advance: Returns: whether something happened */
gboolean work_advance (Work *self);
gboolean work_is_done (const Work *self);
void work_begin (Instance *self, PtIndex node, guint place);
/** work_release: what was held is done, with @data */
void work_release (Work *self, JsonObject *data);
/** note_role: of a task for people: whom it is offered to */
void note_role (Instance *self, const PtNode *node);
/** perform: what a person or a system does. @error: (out): code of the error that it reports.
 *  Returns: whether it is done */
gboolean perform (Instance *self, PtIndex node, Frame *frame, const char **error);

/* events.c: what is thrown and what happens */
void throw_event (Instance *self, PtIndex node);
/** throw_error: Returns: whether somebody catches it */
gboolean throw_error (Instance *from, Work *work, const char *code);
/** check_conditions: Returns: whether a conditional event happened */
gboolean check_conditions (Instance *self);
/** occur: what waits for the event drawn as @id goes on. Returns: whether something waits for it */
gboolean occur (Case *root, const char *id, JsonObject *data);

/* data.c: variables */
Frame *frame_new (Frame *outer);
void frame_free (Frame *self);
const PtFeelValue *frame_get (const Frame *self, const char *name);
/** frame_set: @value: (transfer full) */
void frame_set (Frame *self, const char *name, PtFeelValue value);
void frame_set_here (Frame *self, const char *name, PtFeelValue value);
void frame_set_all (Frame *self, JsonObject *data);
PtFeelValue frame_evaluate (const Frame *self, const char *expression);
gboolean frame_test (const Frame *self, const char *expression);
JsonNode *frame_to_json (const Frame *self);
