/* pt-target.h: what a row of the table of targets holds
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compiler.h>

#include "pt-calendar-time.h"
#include "pt-emission.h"
#include "pt-loop-counts.h"
#include "pt-vendor.h"

G_BEGIN_DECLS

/* How FEEL is called in a language attribute (DMN 1.3). */
#define PT_FEEL_LANGUAGE "https://www.omg.org/spec/DMN/20191111/FEEL/"

/** PtLack: what a target cannot play as drawn and legalise therefore rewrites or looks at. */
typedef enum
{
  PT_LACK_LOOPS = 1 << 0,               /* standard loops: become cycles of gateways */
  PT_LACK_WAITING_TASKS = 1 << 1,       /* receive tasks after an event-based gateway: events */
  PT_LACK_INSTANTIATING_TASKS = 1 << 2, /* receive tasks that begin the process: start events */
  PT_LACK_FREE_STARTS = 1 << 3,         /* several start events without a message or signal */
  PT_LACK_FREE_ESCALATION = 1 << 4,     /* escalation boundary events on any activity */
  PT_LACK_USER_ESCALATION = 1 << 5,     /* nor on a user task */
  PT_LACK_EMPTY_SCRIPTS = 1 << 6,       /* script tasks without a script: service tasks */
  PT_LACK_LOOSE_GATEWAYS = 1 << 7,      /* exclusive gateways that lead nowhere */
  PT_LACK_LINKS = 1 << 8,               /* link events: sequence flows */
  PT_LACK_MESSAGE_THROWS = 1 << 9,      /* message events that send: service tasks */
  PT_LACK_SEND_TASKS = 1 << 10,         /* send tasks: service tasks */
  PT_LACK_RULE_TASKS = 1 << 11,         /* business rule tasks done by a system: service tasks */
  PT_LACK_CARDINALITY = 1 << 12,        /* a number of instances: a list of so many entries */
  PT_LACK_ONE_OF_MANY = 1 << 13,     /* times that repeat where only the first counts: that one */
  PT_LACK_ZONELESS = 1 << 14,        /* dates without a time zone: in UTC */
  PT_LACK_CASES = 1 << 15,           /* messages without a key that tells the case */
  PT_LACK_SHORT_CIRCUITS = 1 << 16,  /* cycles in which nothing waits */
  PT_LACK_SAME_HANDLERS = 1 << 17,   /* two that catch the same at the same place */
  PT_LACK_OTHER_STARTS = 1 << 18,    /* start events that wait beside one that does not */
  PT_LACK_GROUPS = 1 << 19,          /* roles of tasks: lanes that are called like them */
  PT_LACK_CHOSEN_TIMERS = 1 << 20,   /* several timers after an event-based gateway */
  PT_LACK_CRON = 1 << 21,            /* times in the notation of cron */
  PT_LACK_FREE_ORDER = 1 << 22,      /* ad-hoc sub-processes from which people choose */
  PT_LACK_TIMER_STARTS = 1 << 24,    /* timers among those */
  PT_LACK_FOREIGN_SCRIPTS = 1 << 23, /* scripts in other languages: service tasks */
  PT_LACK_FREE_DATA = 1 << 25,       /* data that is drawn but not filled in: left out */
  PT_LACK_SERIES = 1 << 26,          /* timers that begin one case after the other: one */
  PT_LACK_ENTRIES_IN_TURN = 1 << 27, /* one entry of a list after the other */
  PT_LACK_SAME_SIGNALS = 1 << 29,    /* two signals of the same name: one */
  PT_LACK_OFFERS = 1 << 30,          /* expressions that say who may: groups and names */
  PT_LACK_DOERS = 1u << 31,          /* the way to give a task to who did another one */
  PT_LACK_RETURNS = 1 << 28,         /* what a called process finds out, unless it is named */
} PtLack;

/** PtPlaceKind: where an element stands. */
typedef enum
{
  PT_PLACE_ANY,
  PT_PLACE_PROCESS,           /* right in the process */
  PT_PLACE_EVENT_SUB_PROCESS, /* right in an event sub-process */
  PT_PLACE_INTERRUPTING,      /* there, and stops what is around it */
  PT_PLACE_AD_HOC,            /* right in an ad-hoc sub-process */
  PT_PLACE_AT_REPEATED,       /* at a sub-process that is done several times, and stops it */
  PT_PLACE_WITHIN,            /* in an event sub-process within a sub-process */
  PT_PLACE_NESTED,            /* in an event sub-process within another */
  PT_PLACE_WITHIN_HOST, /* in one within a sub-process that is repeated or has boundary events */
} PtPlaceKind;

/** PtRefusal: an element the target cannot play, and for which there is no rewriting. */
typedef struct
{
  PtBpmnType type;       /* and what is one; %PT_BPMN_NONE ends the list */
  PtBpmnType definition; /* with this event definition; %PT_BPMN_NONE for any */
  PtBpmnType instead;    /* what to offer as a replacement, or %PT_BPMN_NONE */
  PtPlaceKind place;
  const char *why; /* (nullable): to be translated */
} PtRefusal;

/** PtResultsKind: what can be gathered from what is done several times. */
typedef enum
{
  PT_RESULTS_ANY,   /* whatever FEEL says */
  PT_RESULTS_NAMED, /* a variable of each */
  PT_RESULTS_NONE,
} PtResultsKind;

/** PtDialect: how conditions, times and scripts are said. */
typedef struct
{
  const char *language;  /* what PtFlow.language is called when a condition is in it */
  const char *attribute; /* (nullable): value of the language attribute; NULL writes none */
  char *(*from_feel) (const PtFeel *feel, GError **error);
  const char *const *others; /* (nullable): NULL-terminated: languages it can be taught besides;
                                NULL leaves that to whoever plays it */
  const char *script;        /* (nullable): the script language it brings along */
  const char *time_marks;    /* (nullable): what times that are worked out may begin with, as "=" */
  const char *call_marks;    /* (nullable): what may begin an expression that says what is called */
  PtCountsKind counts;       /* what it calls the numbers of instances */
  PtResultsKind results;     /* what its lists take of what is done several times */
  gboolean quotes_times;     /* times are expressions: texts in quotation marks */
} PtDialect;

/** PtEmitter: where a target adds its own to what is common to all. Each may be %NULL. */
typedef struct
{
  void (*definitions) (PtEmission *emission);
  void (*process) (PtEmission *emission, xmlNode *element, const PtScope *scope);
  /* when the attributes and documentation stand: own attributes and extension elements */
  void (*node) (PtEmission *emission, xmlNode *element, const PtNode *node);
  /* when the data of an activity stands */
  void (*data) (PtEmission *emission, xmlNode *element, const PtNode *node);
  void (*event_definition) (PtEmission *emission, xmlNode *definition, const PtNode *node);
  void (*collection) (PtEmission *emission, xmlNode *loop, const PtNode *node);
  /* when all stands but the diagrams */
  void (*finish) (PtEmission *emission);
  gboolean
      reads_owners; /* offers a task to its potential owners besides what is said in its own way */
} PtEmitter;

/** PtIsoFunc: Returns: (transfer full): @iso, a date or a duration, as the engine wants it */
typedef char *(*PtIsoFunc) (PtTimeKind kind, const char *iso);

/** PtCalendarFunc: @is_once: only the next time counts. Returns: (transfer full) (nullable): how
 * the engine is told; %NULL when it cannot be */
typedef char *(*PtCalendarFunc) (const PtCalendarTime *time, gboolean is_once);

struct _PtTarget
{
  const char *id;
  const char *label; /* untranslated */
  const PtDialect *dialect;
  guint lacks; /* of PtLack */
  const PtRefusal *refusals;
  const PtBpmnType *silent_ends; /* (nullable): event definitions, up to %PT_BPMN_NONE, of end events
                                    that would do nothing: an event before them throws */
  const PtVendor *const *reads;  /* (nullable): whose settings it reads, its own first; NULL-terminated;
                                    NULL leaves that to whoever plays it */
  const char *const *unread;     /* (nullable): names of settings of those others that it does not read */
  gboolean looks_when_asked;     /* at conditions of events */
  gboolean throws_uncaught;      /* errors, at whoever does the step before */
  gboolean keeps_names; /* in a table, up to 255 letters, after working out what is in brackets */
  gboolean asks_tables; /* business rule tasks can ask decision tables there, */
  gboolean keeps_table_result; /* and the answer is kept in a variable of any name */
  PtCalendarFunc say_calendar; /* (nullable): NULL: it understands cycles that began in the past */
  PtIsoFunc due_date; /* (nullable): how a due date is said; NULL: the engine keeps none */
  const PtEmitter *emitter;
};

extern const PtTarget pt_target_bpmn;
extern const PtTarget pt_target_camunda7;
extern const PtTarget pt_target_camunda8;
extern const PtTarget pt_target_flowable;
extern const PtTarget pt_target_spiff;

G_END_DECLS
