/* assignment.h: who may do a task: expressions over roles, skills, units and other tasks
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An assignment is one line, after RAL (Cabanillas, Resinas, Ruiz-Cortés, Information Systems 2015):
 *
 *   expression := term { "or" term }
 *   term       := factor { "and" factor }
 *   factor     := [ "not" ] ( role(R) | skill(S) | skill(S, level) | unit(U) | person(P) | same-as(T)
 *                 | above(T) | unit-of(T) | initiator | from-field(F) | "(" expression ")" )
 *
 * R, S, U and P are ids or names of the roles file, T the id or name of a task, F the name of a field
 * of the case. A name that has a bracket, a comma or a quotation mark in it is written in quotation
 * marks, "…", where \" is one of them. Words and names may stand apart by any white space.
 *
 * In a process file an assignment is the formalExpression of a task's potentialOwner, in the language
 * %PT_ASSIGNMENT_LANGUAGE.
 */
#pragma once

#include <partitur/roster.h>

G_BEGIN_DECLS

/* ----- expressions ------------------------------------------------------------------------------- */

typedef enum
{
  PT_ASSIGNMENT_OR,
  PT_ASSIGNMENT_AND,
  PT_ASSIGNMENT_NOT,
  /* what a person is */
  PT_ASSIGNMENT_ROLE,
  PT_ASSIGNMENT_SKILL,
  PT_ASSIGNMENT_UNIT,
  PT_ASSIGNMENT_PERSON,
  /* what the person has to do with the rest of the case: relations */
  PT_ASSIGNMENT_SAME_AS,    /* who did the task */
  PT_ASSIGNMENT_ABOVE,      /* a manager, or a manager's manager … of who did it */
  PT_ASSIGNMENT_UNIT_OF,    /* of the unit of who did it, or of one within */
  PT_ASSIGNMENT_INITIATOR,  /* who started the case */
  PT_ASSIGNMENT_FROM_FIELD, /* whom a field of the case names */
} PtAssignmentKind;

/** PtAssignment: a part of an expression, immutable. */
typedef struct _PtAssignment PtAssignment;
struct _PtAssignment
{
  PtAssignmentKind kind;
  char *name;                 /* (nullable): what stands in the brackets */
  guint level;                /* of a skill: at least this; 1 unless said otherwise */
  guint column;               /* from 1, in characters: where it begins */
  GPtrArray *parts;           /* (nullable): of PtAssignment: of OR and AND two or more, of NOT one */
};

/** PtAssignmentError: the message says what was expected. */
typedef enum
{
  PT_ASSIGNMENT_ERROR_SYNTAX,
} PtAssignmentError;

#define PT_ASSIGNMENT_ERROR (pt_assignment_error_quark ())
GQuark pt_assignment_error_quark (void);

/**
 * pt_assignment_parse:
 * @column: (out) (optional): where it went wrong, from 1, in characters
 *
 * Returns: (transfer full) (nullable): %NULL with @error, which says what was expected there
 */
PtAssignment *pt_assignment_parse (const char *text, guint *column, GError **error);

/** pt_assignment_new_role: Returns: (transfer full): role(@name): what a task in a lane has by itself */
PtAssignment *pt_assignment_new_role (const char *name);
void pt_assignment_free (PtAssignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtAssignment, pt_assignment_free)

/** pt_assignment_to_string: Returns: (transfer full): as it is written: the fewest brackets, single
 *  spaces; parsing it gives the same expression */
char *pt_assignment_to_string (const PtAssignment *self);

/** PtAssignmentVisit: called with every part of an expression, outer parts and earlier ones first */
typedef void (*PtAssignmentVisit) (const PtAssignment *part, gpointer data);
void pt_assignment_foreach (const PtAssignment *self, PtAssignmentVisit visit, gpointer data);

/** pt_assignment_is_relation: Returns: whether @kind speaks of other tasks or of the case */
gboolean pt_assignment_is_relation (PtAssignmentKind kind);

/** pt_assignment_get_role: Returns: (transfer none) (nullable): the first role that it asks for (not one
 *  that is excluded), as written */
const char *pt_assignment_get_role (const PtAssignment *self);

/** PtAssignmentFault: a name in an expression that the roles file does not have. */
typedef struct
{
  const PtAssignment *part;
  const char *meant; /* (nullable): id of what was probably meant */
} PtAssignmentFault;

/** pt_assignment_check: Returns: (transfer full): of PtAssignmentFault, in order; names of tasks and
 *  fields are not looked at */
GArray *pt_assignment_check (const PtAssignment *self, const PtRoster *roster);

/* ----- who may ----------------------------------------------------------------------------------- */

/** PtRelation: what else must be true of a person. */
typedef struct
{
  PtAssignmentKind kind; /* a relation */
  gboolean negated;
  const char *name;      /* (nullable): the task or field */
} PtRelation;

/** PtDeputies: when somebody who only stands in counts. */
typedef enum
{
  PT_DEPUTIES_WHEN_AWAY, /* while a holder is away */
  PT_DEPUTIES_ALWAYS,    /* as spare people, too */
} PtDeputies;

/** PtAlternative: one way to be admitted: be one of the persons, and be related as it says. */
typedef struct
{
  GPtrArray *persons;   /* of PtPerson, file order: who may on that day */
  GPtrArray *deputies;  /* of PtPerson: those of them who only stand in */
  GArray *relations;    /* of PtRelation: all must be true; empty: nothing else is asked */
} PtAlternative;

/**
 * PtAuthority: who may do a task on a day. Immutable; keeps its roster. The relations refer to the
 * assignment, which must outlive it.
 *
 * Those may who are active and not away, and whom the assignment admits: who hold a role, or a special
 * kind of it, on that day; have the skill at the level and before it expires; are of the unit or one
 * within. Deputies for a role: those who hold it as such, whom a holder who is away named, and the
 * holders of the role that is named as the role's deputy. They have the roles of whom they stand in
 * for, but only their own skills and unit.
 */
typedef struct _PtAuthority PtAuthority;

/** pt_authority_new: Returns: (transfer full) */
PtAuthority *pt_authority_new (PtRoster *roster,
                               const PtAssignment *assignment,
                               const GDate *day,
                               PtDeputies deputies);
void pt_authority_free (PtAuthority *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtAuthority, pt_authority_free)

/** pt_authority_get_alternatives: Returns: (transfer none): of PtAlternative, at least one; nobody may
 *  when none of them has persons */
GPtrArray *pt_authority_get_alternatives (const PtAuthority *self);
/** pt_authority_admits: Returns: whether @person is in one of the alternatives */
gboolean pt_authority_admits (const PtAuthority *self, const PtPerson *person);
/** pt_authority_is_deputy: Returns: whether @person is admitted, but only to stand in */
gboolean pt_authority_is_deputy (const PtAuthority *self, const PtPerson *person);
/** pt_authority_get_stands_in_for: Returns: (transfer container): of PtPerson: the holders who are away
 *  and for whom @person, a deputy, stands in; empty for deputies that count though nobody is away */
GPtrArray *pt_authority_get_stands_in_for (const PtAuthority *self, const PtPerson *person);

/** PtGroundKind: how it comes that somebody may. */
typedef enum
{
  PT_GROUND_HOLDS,     /* holds the role */
  PT_GROUND_KIND,      /* holds another role, which is a special kind of it */
  PT_GROUND_STANDS_IN, /* for a holder who is away */
  PT_GROUND_SPARE,     /* could stand in, though nobody is away: only with %PT_DEPUTIES_ALWAYS */
  PT_GROUND_SKILL,
  PT_GROUND_UNIT,
  PT_GROUND_PERSON, /* is named */
} PtGroundKind;

typedef struct
{
  PtGroundKind kind;
  const char *name;  /* of the role, skill or unit that is asked for */
  const char *other; /* (nullable): of the role that is held, or of the person who is away */
} PtGround;

/** pt_authority_get_grounds: Returns: (transfer full): of PtGround: what of the assignment is true
 * of
 *  @person, in its order; empty for somebody who may not, or of whom nothing is asked */
GArray *pt_authority_get_grounds (const PtAuthority *self, const PtPerson *person);
/** pt_ground_describe: Returns: (transfer full): translated, to follow the name of a person: "holds
 * the role “Buyer”" */
char *pt_ground_describe (const PtGround *self);

/** PtBarKind: why somebody may not. */
typedef enum
{
  PT_BAR_LEFT,        /* is no longer active */
  PT_BAR_AWAY,        /* from … until … */
  PT_BAR_ROLE,        /* does not hold the role */
  PT_BAR_ROLE_DAY,    /* holds it, but not on this day: from … until … */
  PT_BAR_DEPUTY,      /* only stands in for it, and nobody is away */
  PT_BAR_SKILL,       /* does not have the skill */
  PT_BAR_LEVEL,       /* has it, but not at this level */
  PT_BAR_EXPIRED,     /* had it until … */
  PT_BAR_UNIT,        /* is not of the unit */
  PT_BAR_PERSON,      /* is not the person who is named */
  PT_BAR_EXCLUDED,    /* is what “not” excludes */
  PT_BAR_UNKNOWN,     /* the assignment names something that is not in the file */
} PtBarKind;

typedef struct
{
  PtBarKind kind;
  const char *name;    /* (nullable): of the role, skill, unit or person, or what is excluded */
  guint level;         /* of a skill: what is asked for */
  GDate from, until;   /* of a span; invalid: open */
} PtBar;

/** pt_authority_get_bars: Returns: (transfer full): of PtBar: all that keeps @person from the task on the
 *  day; empty for somebody who is admitted. Whether a relation keeps them is only known in a case. */
GArray *pt_authority_get_bars (const PtAuthority *self, const PtPerson *person);
/** pt_bar_describe: Returns: (transfer full): translated, to follow the name of a person: "does not hold
 *  “Buyer”" */
char *pt_bar_describe (const PtBar *self);

G_END_DECLS
