/* staff-case.h: small processes, organisations to play them, and what compiling both gives
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compile.h"

#include <partitur/modeling.h>

#define NS_WORK "xmlns:p='" PT_NS_PARTITUR "'"
#define WORK(attributes)                                                                           \
  "<extensionElements><p:work " NS_WORK " " attributes "/></extensionElements>"
#define USER(id, name, inside) "<userTask id='" id "' name='" name "'>" inside "</userTask>"
#define BY(expression)                                                                             \
  "<potentialOwner><resourceAssignmentExpression><formalExpression language='"                     \
  "urn:partitur:assignment:1'>" expression                                                         \
  "</formalExpression></resourceAssignmentExpression></potentialOwner>"
#define IN(id) "<flowNodeRef>" id "</flowNodeRef>"
#define LANE(id, name, members) "<lane id='" id "' name='" name "'>" members "</lane>"
#define POOL(lanes, body)                                                                          \
  "<collaboration id='C'><participant id='PO' name='Acme' processRef='P'/></collaboration>"        \
  "<process id='P' name='Purchase'><laneSet id='ls'>" lanes "</laneSet>" body "</process>"

/* S → A → B → E; A is the clerk's, B the boss's. */
#define BOTH(a, b)                                                                                 \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("E")) LANE ("L2", "Boss", IN ("B")),            \
        START ("S") a b END ("E") FLOW ("f1", "S", "A") FLOW ("f2", "A", "B")                      \
            FLOW ("f3", "B", "E"))
#define PAIR                                                                                       \
  BOTH (USER ("A", "Enter", WORK ("tags='enter'")), USER ("B", "Sign", WORK ("tags='sign'")))
/* S → A → (B or nothing) → E */
#define MAYBE(a, b)                                                                                \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("X") IN ("J") IN ("E"))                         \
            LANE ("L2", "Boss", IN ("B")),                                                         \
        START ("S") a b XOR ("X", "Large?") XOR ("J", "") END ("E") FLOW ("f1", "S", "A")          \
            FLOW ("f2", "A", "X") NAMED ("f3", "X", "B", "yes") NAMED ("f4", "X", "J", "no")       \
                FLOW ("f5", "B", "J") FLOW ("f6", "J", "E"))
#define MAYBE_PAIR                                                                                 \
  MAYBE (USER ("A", "Enter", WORK ("tags='enter'")), USER ("B", "Sign", WORK ("tags='sign'")))

#define ROLES "<role id='clerk' name='Clerk'/><role id='boss' name='Boss'/>"
/* A junior is a special kind of a clerk. */
#define KINDS ROLES "<role id='junior' name='Junior' is-a='clerk'/>"
#define PERSON(id, name, inside) "<person id='" id "' name='" name "'>" inside "</person>"
#define HOLDS(role) "<holds role='" role "'/>"
#define APART "<rule id='apart' type='separate-tasks' tags='enter sign' why='IC-7'/>"
/* Three who may do everything: nothing is wrong. */
#define PLENTY                                                                                     \
  PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss"))                                              \
  PERSON ("b", "Bob", HOLDS ("clerk") HOLDS ("boss"))                                              \
  PERSON ("c", "Cem", HOLDS ("clerk") HOLDS ("boss"))

/* S → (A or B) → E */
#define EITHER                                                                                     \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("X") IN ("J") IN ("E"))                         \
            LANE ("L2", "Boss", IN ("B")),                                                         \
        START ("S") USER ("A", "Enter", WORK ("tags='enter'"))                                     \
            USER ("B", "Sign", WORK ("tags='sign'")) XOR ("X", "Which?") XOR ("J", "") END ("E")   \
                FLOW ("f1", "S", "X") NAMED ("f2", "X", "A", "one") NAMED ("f3", "X", "B", "two")  \
                    FLOW ("f4", "A", "J") FLOW ("f5", "B", "J") FLOW ("f6", "J", "E"))
/* S → A → (B or D) → E: three tasks that must be apart, of which two happen. */
#define FORK                                                                                       \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("X") IN ("B") IN ("D") IN ("J") IN ("E")),      \
        START ("S") USER ("A", "Enter", WORK ("tags='enter'"))                                     \
            USER ("B", "Sign", WORK ("tags='sign'")) USER ("D", "File", WORK ("tags='file'"))      \
                XOR ("X", "Which?") XOR ("J", "") END ("E") FLOW ("f1", "S", "A")                  \
                    FLOW ("f2", "A", "X") NAMED ("f3", "X", "B", "one")                            \
                        NAMED ("f4", "X", "D", "other") FLOW ("f5", "B", "J")                      \
                            FLOW ("f6", "D", "J") FLOW ("f7", "J", "E"))
#define CLERKS PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("clerk"))
#define ALL_APART "<rule id='apart' type='separate-tasks' tags='enter sign file'/>"
#define SKILL "<skill id='sap' name='SAP'/>"
#define SKILLED                                                                                    \
  BOTH (USER ("A", "Enter", BY ("role(clerk) and skill(sap, 2)")), USER ("B", "Sign", ""))
/* A task with a form in the lane of the supplier. */
#define FORMED                                                                                     \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("B") IN ("E")) LANE ("L2", "Supplier", IN ("A")),        \
        START ("S") "<userTask id='A' name='Enter' camunda:formKey='enter' "                       \
                    "xmlns:camunda='" PT_NS_CAMUNDA "'/>" USER ("B", "Sign", "") END ("E")         \
                        FLOW ("f1", "S", "A") FLOW ("f2", "A", "B") FLOW ("f3", "B", "E"))
#define FORM_FOR(channel)                                                                          \
  "<role id='supplier' name='Supplier' kind='external' channel='" channel "'/>"
#define SUPPLIER "<role id='supplier' name='Supplier' kind='external' channel='mail'/>"
/* S → R → E; R waits for the supplier. */
#define RECEIVES(more)                                                                             \
  "<collaboration id='C'><participant id='PO' name='Acme' processRef='P'/>"                        \
  "<participant id='PS' name='Supplier'/>"                                                         \
  "<messageFlow id='m' sourceRef='PS' targetRef='R'/></collaboration>"                             \
  "<process id='P'><laneSet id='ls'>" LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("R") IN ("E"))    \
      LANE ("L2", "Boss", IN ("B")) "</laneSet>" START ("S")                                       \
          USER ("A", "Ask", "") "<receiveTask id='R' name='Receive'/>" USER ("B", "Sign", "")      \
              END ("E") FLOW ("f1", "S", "A") FLOW ("f2", "A", "R") FLOW ("f3", "R", "B")          \
                  FLOW ("f4", "B", "E") more "</process>"
#define LOOPED(n)                                                                                  \
  BOTH (USER ("A", "Review",                                                                       \
              WORK ("tags='enter'") "<standardLoopCharacteristics loopMaximum='" n "'/>"),         \
        USER ("B", "Sign", ""))
#define VOTED(n)                                                                                   \
  BOTH (USER ("A", "Vote",                                                                         \
              "<multiInstanceLoopCharacteristics><loopCardinality>" n                              \
              "</loopCardinality></multiInstanceLoopCharacteristics>"),                            \
        USER ("B", "Sign", ""))
/* Five cases a week, each with so many hours of the clerk. */
#define BUSY(hours)                                                                                \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("E")) LANE ("L2", "Boss", IN ("B")),            \
        "<extensionElements><p:demand " NS_WORK                                                    \
        " casesPerWeek='5'/></extensionElements>" START ("S")                                      \
            USER ("A", "Enter", WORK ("hours='" hours "'")) USER ("B", "Sign", "") END ("E")       \
                FLOW ("f1", "S", "A") FLOW ("f2", "A", "B") FLOW ("f3", "B", "E"))
#define OFFICE(id, zone)                                                                           \
  "<calendar id='" id "' zone='" zone                                                              \
  "'><work days='mon-fri' from='09:00' until='17:00'/></calendar>"
#define LIMITED(time)                                                                              \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("E") IN ("T")) LANE ("L2", "Boss", IN ("B")),   \
        START ("S") USER ("A", "Enter", "")                                                        \
            USER ("B", "Sign", "") "<boundaryEvent id='T' attachedToRef='A'>"                      \
                                   "<timerEventDefinition><timeDuration>" time                     \
                                   "</timeDuration></timerEventDefinition></boundaryEvent>" END (  \
                                       "E") FLOW ("f1", "S", "A") FLOW ("f2", "A", "B")            \
                                       FLOW ("f3", "B", "E") FLOW ("f4", "T", "E"))
#define PRICED "<role id='clerk' name='Clerk' cost='40'/><role id='boss' name='Boss' cost='90'/>"
/* Five in a row, by one and the other in turn. */
#define TURNS(one, other)                                                                          \
  POOL (LANE ("L1", "Clerk", IN ("S") IN ("E")) LANE ("L2", "Boss", ""),                           \
        START ("S") USER ("A1", "One", BY ("role(" one ")"))                                       \
            USER ("A2", "Two", BY ("role(" other ")")) USER ("A3", "Three", BY ("role(" one ")"))  \
                USER ("A4", "Four", BY ("role(" other ")"))                                        \
                    USER ("A5", "Five", BY ("role(" one ")")) END ("E") FLOW ("f1", "S", "A1")     \
                        FLOW ("f2", "A1", "A2") FLOW ("f3", "A2", "A3") FLOW ("f4", "A3", "A4")    \
                            FLOW ("f5", "A4", "A5") FLOW ("f6", "A5", "E"))

typedef struct
{
  Drawing *drawing;
  PtDocument *roles;
  PtCompilation *compilation;
} Case;

static inline PtDocument *
load_roles (const char *entries)
{
  g_autofree char *text = g_strdup_printf ("<organisation xmlns='" PT_NS_ROLES
                                           "' version='1.0' name='Acme'>%s</organisation>",
                                           entries);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *roles = pt_roster_load_bytes (bytes, "acme.roles.xml", &error);

  if (roles == NULL)
    fail_msg ("%s: %s", entries, error->message);
  return roles;
}

/* As of 1 March 2026. */
static inline void
compile (Case *self)
{
  PtCompileOptions options = { 0 };

  g_clear_pointer (&self->compilation, pt_compilation_unref);
  g_date_set_dmy (&options.day, 1, G_DATE_MARCH, 2026);
  self->compilation = pt_compile (self->drawing->graph, self->roles, &options);
}

static inline void
case_init (Case *self, const char *body, const char *entries)
{
  self->drawing = drawing_new (body);
  self->roles = load_roles (entries);
  self->compilation = NULL;
  assert_true (pt_modeling_make_diagram (self->drawing->graph));
  compile (self);
}

static inline void
case_clear (Case *self)
{
  pt_compilation_unref (self->compilation);
  g_object_unref (self->roles);
  drawing_free (self->drawing);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)
