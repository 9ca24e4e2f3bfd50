/* candidates.h: who may do an activity, why not the others, and what if somebody were away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the staff pass knows, asked about one activity or about an absence that nobody has written
 * down. Programs are those of pt_compilation_get_program(); everything here may be asked in any
 * thread, and nothing is changed.
 */
#pragma once

#include <gio/gio.h>
#include <partitur/program.h>

G_BEGIN_DECLS

/* ----- who may -----------------------------------------------------------------------------------
 */

typedef enum
{
  PT_CANDIDATES_ERROR_UNKNOWN,   /* there is no such element */
  PT_CANDIDATES_ERROR_NO_PEOPLE, /* it is nothing that people do, or its role is not known */
} PtCandidatesError;

#define PT_CANDIDATES_ERROR (pt_candidates_error_quark ())
GQuark pt_candidates_error_quark (void);

/** PtCandidate: what a person has to do with an activity. */
typedef struct
{
  const PtPerson *person;
  gboolean is_deputy; /* may, but only to stand in */
  char *reason;       /* how they may, or all that keeps them; to follow the name */
  char *warning;      /* (nullable): they may, but must not: what could not be done afterwards */
} PtCandidate;

/** PtCandidates: immutable; keeps the roster its persons belong to. */
typedef struct
{
  PtRoster *roster;
  GDate day;
  char *label;           /* what the activity is called */
  char *role;            /* (nullable): name of the role it is for */
  GPtrArray *may;        /* of PtCandidate: holders before deputies, each in file order */
  GPtrArray *others;     /* of PtCandidate, file order: everybody else */
  GPtrArray *conditions; /* of char*: what the rest of a case decides: "not whoever did “Enter”" */
} PtCandidates;

/**
 * pt_candidates_new:
 * @day: as of this day; an invalid one means today
 * @id: of a drawn activity, or of the start event of a process
 * @cancellable: (nullable)
 *
 * Whether somebody who may must not, since the rules would leave nobody for the rest, is asked of
 * the solver for the first hundred; where that takes too long, it is left out.
 *
 * Returns: (transfer full) (nullable): %NULL with @error, which says who else does it, or with
 *   %G_IO_ERROR_CANCELLED
 */
PtCandidates *pt_candidates_new (const PtProgram *program,
                                 PtRoster *roster,
                                 const GDate *day,
                                 const char *id,
                                 GCancellable *cancellable,
                                 GError **error);
void pt_candidates_free (PtCandidates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtCandidates, pt_candidates_free)

/* ----- what if -----------------------------------------------------------------------------------
 */

/** PtStaffed: how an activity stands, from good to bad. */
typedef enum
{
  PT_STAFFED_FINE,     /* several may do it */
  PT_STAFFED_ONE,      /* a single person is left */
  PT_STAFFED_DEPUTIES, /* only who stands in for somebody is left */
  PT_STAFFED_STUCK,    /* somebody may do it, but rules leave nobody for it and others together */
  PT_STAFFED_NOBODY,   /* nobody may do it */
  PT_N_STAFFED,
} PtStaffed;
/** pt_staffed_id, _label: Returns: "deputies", as in files; and worded, translated */
const char *pt_staffed_id (PtStaffed state);
const char *pt_staffed_label (PtStaffed state);

/** PtProspect: an activity, or a start that somebody makes. */
typedef struct
{
  char *id, *label;
  PtStaffed state; /* if they were away */
  PtStaffed usual; /* as it is */
  GPtrArray *left; /* of PtPerson: who may still do it, deputies last */
  char *rules;     /* (nullable): of a stuck one: the rules that cannot be kept */
} PtProspect;

/** PtOutlook: what becomes of the activities of a program while somebody is away. */
typedef struct
{
  PtRoster *roster;
  GPtrArray *prospects;  /* of PtProspect, in the program's order */
  gboolean is_undecided; /* the time was over before the rules were all looked at */
} PtOutlook;

/**
 * pt_outlook_new:
 * @away: (element-type PtPerson): persons of @roster who are taken to be away on @day, besides
 * those who are; may be empty
 * @day: an invalid one means today
 * @cancellable: (nullable)
 *
 * Runs the staff pass's own question, whether a process can be finished without them (staff.h), and
 * counts for each activity who is left: those who may on the day, and, where one of those is taken
 * to be away, who stands in for the role. A process of ordinary size takes a few ms; after two
 * seconds what is known so far is told.
 *
 * Returns: (transfer full) (nullable): %NULL with %G_IO_ERROR_CANCELLED
 */
PtOutlook *pt_outlook_new (const PtProgram *program,
                           PtRoster *roster,
                           const GDate *day,
                           const GPtrArray *away,
                           GCancellable *cancellable,
                           GError **error);
void pt_outlook_free (PtOutlook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtOutlook, pt_outlook_free)

/** pt_outlook_find: Returns: (transfer none) (nullable): the prospect of the drawn element @id */
const PtProspect *pt_outlook_find (const PtOutlook *self, const char *id);

G_END_DECLS
