/* roster.h: role assignments: who plays which role, in a *.roles.xml file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>
#include <partitur/calendar.h>
#include <partitur/diagnostics.h>
#include <partitur/document.h>

G_BEGIN_DECLS

#define PT_NS_ROLES "urn:partitur:roles:1"

/* ----- what a roles file says --------------------------------------------------------------------
 *
 * Names are never NULL: the id where none was given. A reference that leads to nothing is NULL; one that
 * would close a circle (a unit within itself, somebody who reports to themselves) is, too. Entries of
 * one kind are numbered by `index`, from 0 in file order.
 */

typedef struct _PtUnit PtUnit;
typedef struct _PtRole PtRole;
typedef struct _PtPerson PtPerson;

typedef enum
{
  PT_ROLE_INTERNAL, /* played by persons of the organisation */
  PT_ROLE_EXTERNAL, /* a customer, a supplier: its people are unknown */
  PT_ROLE_SYSTEM,   /* played by a program */
} PtRoleKind;

/** PtHold: a person holds a role over a span of days, both ends included. */
typedef struct
{
  const PtPerson *person;
  const PtRole *role;
  GDate from, until; /* an invalid date: open end */
  gboolean deputy;   /* stands in only while a holder is away */
  double share;      /* part of a full-time post given to the role; negative: not said */
  guint place;       /* among the elements `holds` of the person, from 0 */
} PtHold;

/** PtSkill: something a person can do. */
typedef struct
{
  const char *id, *name;
  guint index;
} PtSkill;

/** PtAbility: a person has a skill. */
typedef struct
{
  const PtPerson *person;
  const PtSkill *skill;
  guint level; /* from 1, which is what is meant where none is given */
  GDate until; /* its last day; an invalid date: it does not expire */
  guint place; /* among the elements `can` of the person, from 0 */
} PtAbility;

/** PtAbsence: a person is away over a span of days, both ends included. */
typedef struct
{
  const PtPerson *person;
  GDate from, until;
  const PtPerson *deputy; /* (nullable): plays the person's roles meanwhile */
  const char *why;        /* (nullable) */
  guint place;            /* among the elements `away` of the person, from 0 */
} PtAbsence;

/** PtUnit: a part of the organisation. */
struct _PtUnit
{
  const char *id, *name;
  guint index;
  const PtUnit *within;       /* (nullable) */
  const PtPerson *head;       /* (nullable) */
  const PtCalendar *calendar; /* (nullable) */
};

/** PtRole: what a lane or pool names. */
struct _PtRole
{
  const char *id, *name;
  guint index;
  PtRoleKind kind;
  const PtUnit *unit;       /* (nullable) */
  const PtRole *reports_to; /* (nullable) */
  const PtRole *deputy;     /* (nullable): whose holders stand in while a holder of this one is away */
  const PtRole *owner;      /* (nullable): of a system: who looks after it */
  const char *channel;      /* (nullable): of an external role: mail, portal, letter, phone, api */
  guint spare;              /* how many absences at a time it promises to stand */
  double cost;              /* of an hour; negative: not said */
  gint color;               /* 0xRRGGBB; negative: not said */
  GPtrArray *is_a;          /* of PtRole: more general roles that its holders hold by it */
  GPtrArray *kinds;         /* of PtRole: the reverse: roles that are special kinds of this one */
  GPtrArray *aliases;       /* of char* */
  GPtrArray *holds;         /* of PtHold, file order */
};

/** PtPerson: somebody who works here. */
struct _PtPerson
{
  const char *id, *name;
  guint index;
  const char *mail;           /* (nullable) */
  const PtUnit *unit;         /* (nullable) */
  const PtPerson *manager;    /* (nullable) */
  const PtCalendar *calendar; /* (nullable): their own; see pt_person_get_calendar() */
  double fte;                 /* part of a full-time post, 1 unless said otherwise */
  gboolean active;            /* has not left */
  GPtrArray *holds;           /* of PtHold, file order */
  GPtrArray *abilities;       /* of PtAbility */
  GPtrArray *absences;        /* of PtAbsence */
  GPtrArray *stands_in;       /* of PtAbsence: of others, whose deputy this is */
};

typedef enum
{
  PT_RULE_SEPARATE_ROLES, /* nobody holds two of the roles */
  PT_RULE_SEPARATE_TASKS, /* nobody does two of the tasks of one case */
  PT_RULE_SAME_PERSON,    /* one person does all of them */
  PT_RULE_AT_MOST,        /* at most n persons do them */
  PT_RULE_AT_LEAST,       /* at least n */
  PT_RULE_SAME_UNIT,      /* persons of one unit do them */
  PT_RULE_OTHER_UNIT,     /* no two persons of them are of one unit */
  PT_RULE_SUPERIOR,       /* who does a task stands above who did the one named before it */
} PtRuleType;

/** PtRule: who must not, or must, do things together. */
typedef struct
{
  const char *id, *name;
  guint index;
  PtRuleType type;
  GPtrArray *roles; /* of PtRole: of tasks, those that a role of them plays */
  GPtrArray *tags;  /* of char*: of tasks that bear them */
  GPtrArray *tasks; /* of char*: ids of tasks */
  guint n;          /* of at-most and at-least; 0 for the others */
  guint weight;     /* 1 to 100: how much it matters; 0: it is hard, it must be kept */
  const char *why;  /* (nullable) */
} PtRule;

/** pt_rule_type_to_string: Returns: (transfer none): "separate-roles" … */
const char *pt_rule_type_to_string (PtRuleType type);
/** pt_rule_type_from_string: @text: (nullable). Returns: whether it was one of them */
gboolean pt_rule_type_from_string (const char *text, PtRuleType *type);

/** pt_unit_is_within: @unit: (nullable). Returns: whether @unit is @other or lies in it */
gboolean pt_unit_is_within (const PtUnit *unit, const PtUnit *other);
/** pt_person_is_above: Returns: whether @person is a manager of @other, or of a manager of theirs */
gboolean pt_person_is_above (const PtPerson *person, const PtPerson *other);
/** pt_person_get_calendar: Returns: (transfer none) (nullable): their own, else that of their unit or
 *  of one around it */
const PtCalendar *pt_person_get_calendar (const PtPerson *person);
/** pt_person_get_absence: Returns: (transfer none) (nullable): the absence @day lies in */
const PtAbsence *pt_person_get_absence (const PtPerson *person, const GDate *day);
/** pt_person_get_ability: Returns: (transfer none) (nullable): the highest level of @skill they have on
 *  @day; with an invalid @day, ever */
const PtAbility *
pt_person_get_ability (const PtPerson *person, const PtSkill *skill, const GDate *day);
/** pt_hold_covers: Returns: whether @day lies in the span */
gboolean pt_hold_covers (const PtHold *hold, const GDate *day);

/**
 * PtRoster: what a roles file says, as an immutable, reference-counted snapshot that a worker thread
 * may read. Taken again when the file's document changes.
 */
typedef struct _PtRoster PtRoster;

/** pt_roster_load: pt_document_load(), and then only accepts a root `organisation` in %PT_NS_ROLES.
 *  Returns: (transfer full) (nullable): the document */
PtDocument *pt_roster_load (GFile *file, GCancellable *cancellable, GError **error);
/** pt_roster_load_bytes: the same of a text in memory. @name: what it is called in messages.
 *  Returns: (transfer full) (nullable): the document */
PtDocument *pt_roster_load_bytes (GBytes *bytes, const char *name, GError **error);
/** pt_roster_new_document: Returns: (transfer full): an empty roles file for @name (nullable) */
PtDocument *pt_roster_new_document (const char *name);

/** pt_roster_new: Reads a snapshot of @document; wrong entries are left out here and named by
 *  pt_roster_check(). Returns: (transfer full) */
PtRoster *pt_roster_new (PtDocument *document);
PtRoster *pt_roster_ref (PtRoster *self);
void pt_roster_unref (PtRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtRoster, pt_roster_unref)

/** pt_roster_get_name: Returns: (transfer none): name of the file, for messages */
const char *pt_roster_get_name (const PtRoster *self);
/** pt_roster_get_roles: Returns: (transfer none): of PtRole, file order */
GPtrArray *pt_roster_get_roles (const PtRoster *self);
/** pt_roster_get_persons, _units: the same, of PtPerson and PtUnit */
GPtrArray *pt_roster_get_persons (const PtRoster *self);
GPtrArray *pt_roster_get_units (const PtRoster *self);
/** pt_roster_get_as_of: Returns: whether the file itself names the day it speaks of */
gboolean pt_roster_get_as_of (const PtRoster *self, GDate *as_of);

/** pt_roster_get_skills, …: Returns: (transfer none): of PtSkill, PtRule; file order */
GPtrArray *pt_roster_get_skills (const PtRoster *self);
GPtrArray *pt_roster_get_rules (const PtRoster *self);

/** pt_roster_get_role, …: Returns: (nullable): by id */
const PtRole *pt_roster_get_role (const PtRoster *self, const char *id);
const PtPerson *pt_roster_get_person (const PtRoster *self, const char *id);
const PtUnit *pt_roster_get_unit (const PtRoster *self, const char *id);
const PtSkill *pt_roster_get_skill (const PtRoster *self, const char *id);
const PtCalendar *pt_roster_get_calendar (const PtRoster *self, const char *id);

/**
 * pt_roster_get_kinds_of:
 * Returns: (transfer container): of PtRole: @role, then all that are a special kind of it, directly or by
 *   way of others; each once
 */
GPtrArray *pt_roster_get_kinds_of (const PtRoster *self, const PtRole *role);

/** pt_roster_parse_day: "2026-03-01", nothing else. @day: (out): cleared when @text is no day
 *  Returns: whether it was one */
gboolean pt_roster_parse_day (const char *text, GDate *day);
/** pt_roster_format_day: Returns: (transfer full): as pt_roster_parse_day() reads it */
char *pt_roster_format_day (const GDate *day);
/** pt_roster_kind_to_string: Returns: (transfer none): the value of the attribute `kind` */
const char *pt_roster_kind_to_string (PtRoleKind kind);
/** pt_roster_kind_from_string: @text: (nullable). Anything unknown is internal: a role that is
 * there with a wrong kind is named once, by the schema, and not again wherever it is used. */
PtRoleKind pt_roster_kind_from_string (const char *text);

/** pt_role_get_generals: Returns: (transfer container): of PtRole: @self, then all that it is a
 * special kind of, directly or by way of others; each once */
GPtrArray *pt_role_get_generals (const PtRole *self);

/**
 * pt_roster_change_points:
 * The days on which somebody's role, skill or presence is other than on the day before: between two
 * neighbours of them, everything about people is the same.
 *
 * Returns: (transfer full): of GDate, in order: @from first, then those up to @until
 */
GArray *pt_roster_change_points (const PtRoster *self, const GDate *from, const GDate *until);

/** PtRoleMatch: how a name on a drawing was found. */
typedef enum
{
  PT_ROLE_MATCH_NONE,
  PT_ROLE_MATCH_EXACT,     /* a role's name or id, letter by letter */
  PT_ROLE_MATCH_FOLDED,    /* equal after folding case, accents' form, spaces, hyphens, or an alias */
  PT_ROLE_MATCH_AMBIGUOUS, /* the alias or folded name fits two roles */
} PtRoleMatch;

/**
 * pt_roster_find_role:
 * @role: (out) (nullable): the role found; for an ambiguous one the first
 * @other: (out) (nullable): for an ambiguous one the second
 *
 * Resolves what a lane, pool or performer is called. Folding: Unicode case fold, NFC, spaces, hyphens
 * and slashes collapsed, "(in)" and "/in" dropped. A number at the end ("Clerk 2") is dropped where no
 * role has it, so that roles may be told apart by numbers.
 */
PtRoleMatch pt_roster_find_role (
    const PtRoster *self, const char *name, const PtRole **role, const PtRole **other);

/**
 * pt_roster_suggest_role:
 * Did-you-mean: the unique best role within Damerau-Levenshtein distance 2 (names of 5 letters or
 * more), else a unique prefix of 4 letters or more or a distance up to a quarter of the length (of the
 * shorter name). Nothing for a name that pt_roster_find_role() finds.
 *
 * Returns: (transfer none) (nullable)
 */
const PtRole *pt_roster_suggest_role (const PtRoster *self, const char *name);

/**
 * pt_roster_get_holders:
 * Returns: (transfer container): of PtPerson: the active ones who hold @role, or a special kind of
 * it, on
 *   @day, each once; deputies are not among them
 */
GPtrArray *pt_roster_get_holders (const PtRoster *self, const PtRole *role, const GDate *day);
/** pt_roster_count_holders: how many pt_roster_get_holders() finds */
guint pt_roster_count_holders (const PtRoster *self, const PtRole *role, const GDate *day);

/** PT_ROSTER_OUTLOOK: how many days ahead a check looks, and how old a file may be */
#define PT_ROSTER_OUTLOOK 90

/**
 * pt_roster_check:
 * Every fault of the file itself: shape by the schema (roles.xsd; RF01), duplicate ids (RF02), dangling
 * references with did-you-mean (RF03), alias clashes (RF04), circles (RF05), spans that end before
 * they begin (RF06), a file of long ago (RF09), unknown time zones (RF10), a file without people (RH00),
 * roles without a holder on @day (RH01) or soon (RH02), or whose holders are all away (RH03), persons who
 * left but still hold one (RH04), deputies who are away themselves (RH06), skills that expire (RH09),
 * shares that are too much (RH11), external roles without a channel (RX02), systems that nobody looks
 * after (RX05), persons who hold what a rule separates (RR02); each with line, column, what would be right
 * and the repairs that one click can do. “Soon” is within %PT_ROSTER_OUTLOOK days. Their file is
 * the path of @document, or its name when it has none.
 */
void pt_roster_check (PtDocument *document, const GDate *day, PtDiagnostics *diagnostics);

/** PT_ROLES_PATH: what the paths in fixes begin with that change the roles file */
#define PT_ROLES_PATH "roles:"

/**
 * pt_roster_draft:
 * @graphs: (array length=n_graphs): views of the processes
 *
 * Drafts a roles file: a role for every leaf lane, every pool without lanes that has a process,
 * every pool without process (external), each once, in order of appearance. A pool whose lanes have
 * no name counts as one without lanes; what has no name at all is left out. Where there are
 * neither, the groups that an engine is told to offer tasks to are roles. A lane or pool whose name
 * says system ("ERP", "… system", "CRM", "API" …) or whose tasks are all service, script, business
 * rule or send/receive tasks becomes a system role.
 *
 * @name: (nullable): of the organisation; %NULL takes that of the first pool with a process
 *
 * Returns: (transfer full): a document
 */
PtDocument *pt_roster_draft (PtProcessGraph *const *graphs, guint n_graphs, const char *name);

/**
 * pt_roster_add_missing:
 * Adds to @document, in one transaction, the roles that pt_roster_draft() would make and that it does
 * not know under that name or an alias. What is there stays.
 *
 * Returns: how many were added
 */
guint pt_roster_add_missing (PtDocument *document, PtProcessGraph *const *graphs, guint n_graphs);

/** pt_role_name_says_system: Returns: whether what a lane or pool is called is a program: "ERP system",
 *  "CRM", "web shop API" */
gboolean pt_role_name_says_system (const char *name);

/* ----- did you mean ------------------------------------------------------------------------------ */

/** PtNameIndex: names, folded once, each belonging to something; one thing may have several. */
typedef struct _PtNameIndex PtNameIndex;

PtNameIndex *pt_name_index_new (void);
void pt_name_index_free (PtNameIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtNameIndex, pt_name_index_free)

void pt_name_index_add (PtNameIndex *self, const char *name, gconstpointer owner);

/**
 * pt_name_index_suggest:
 * The owner of the name that was probably meant: the unique nearest one within a
 * Damerau-Levenshtein distance of 2 (names of 5 letters or more) or of a quarter of the letters,
 * else the only one that begins with @word, or that @word begins with (4 letters or more). Names of
 * more than 200 letters are not measured.
 * @patience: (inout) (nullable): how many letters may be compared; what it takes is taken off
 *
 * Returns: (nullable): %NULL also when that is not enough
 */
gconstpointer pt_name_index_suggest (const PtNameIndex *self, const char *word, guint64 *patience);

/** PT_PATIENCE: for all suggestions to one file together; well below a second */
#define PT_PATIENCE 40000000

/** pt_suggest: Returns: (transfer none) (nullable): the entry of @candidates (NULL-terminated) nearest to
 *  @word by the same measure; for one word */
const char *pt_suggest (const char *word, const char *const *candidates);

G_END_DECLS
