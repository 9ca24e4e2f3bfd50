/* pt-target.h: what a row of the table of targets holds
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compiler.h>

#include "pt-emission.h"

G_BEGIN_DECLS

/* How FEEL is called in a language attribute (DMN 1.3). */
#define PT_FEEL_LANGUAGE "https://www.omg.org/spec/DMN/20191111/FEEL/"

/** PtLack: what a target cannot play as drawn and legalise therefore rewrites or looks at. */
typedef enum
{
  PT_LACK_LOOPS = 1 << 0,           /* standard loops: become cycles of gateways */
  PT_LACK_WAITING_TASKS = 1 << 1,   /* receive tasks after an event-based gateway: become events */
  PT_LACK_FREE_STARTS = 1 << 3,     /* several start events without a message or signal */
  PT_LACK_FREE_ESCALATION = 1 << 4, /* escalation boundary events on any activity */
  PT_LACK_INSTANTIATING_TASKS
  = 1 << 2,                       /* receive tasks that begin the process: become start events */
  PT_LACK_LOOSE_GATEWAYS = 1 << 6, /* exclusive gateways that lead nowhere */
  PT_LACK_EMPTY_SCRIPTS = 1 << 5, /* script tasks without a script: become service tasks */
} PtLack;

/** PtRefusal: an element the target cannot play, and for which there is no rewriting. */
typedef struct
{
  PtBpmnType type;       /* %PT_BPMN_NONE ends the list */
  PtBpmnType definition; /* with this event definition; %PT_BPMN_NONE for any */
  PtBpmnType instead;    /* what to offer as a replacement, or %PT_BPMN_NONE */
} PtRefusal;

/** PtDialect: how conditions are said. */
typedef struct
{
  const char *language;  /* what PtFlow.language is called when a condition is in it */
  const char *attribute; /* (nullable): value of the language attribute; NULL writes none */
  char *(*from_feel) (const PtFeel *feel, GError **error);
  const char *const *others; /* (nullable): NULL-terminated: languages it can be taught besides;
                                NULL leaves that to whoever plays it */
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
} PtEmitter;

struct _PtTarget
{
  const char *id;
  const char *label; /* untranslated */
  const PtDialect *dialect;
  guint lacks; /* of PtLack */
  const PtRefusal *refusals;
  const PtEmitter *emitter;
};

extern const PtTarget pt_target_bpmn;
extern const PtTarget pt_target_camunda7;

G_END_DECLS
