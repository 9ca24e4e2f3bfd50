/* pt-staff.h: what the parts of the staff pass share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/assignment.h>
#include <partitur/diagnostics.h>
#include <partitur/net.h>
#include <partitur/staff.h>

#include "pt-staff-runs.h"

G_BEGIN_DECLS

/** PtStaffWork: something that people do: a task, or starting the process. */
typedef struct
{
  PtIndex node, process;
  char *label;
  guint n_seats;            /* how many different people it needs */
  const PtRole *role;       /* (nullable) */
  PtAssignment *assignment; /* who may */
  PtAuthority *authority;   /* … on the day */
  GPtrArray *people;        /* of PtPerson: all that the authority admits */
  gboolean is_start;        /* who starts the process */
  gboolean is_said;         /* that nobody may was told, and why */
} PtStaffWork;

/** PtStaffBond: a rule, as far as it concerns one process. */
typedef struct
{
  PtRuleType type;
  guint n, weight;
  PtIndex process;
  const char *id;    /* (nullable): of the rule, in the roles file or the process file */
  gboolean in_roles; /* in which of them */
  char *label;       /* for messages: id and reason */
  GArray *works;     /* guint: into works, in the rule's order */
  GArray *groups;    /* guint: by work: those of the same number are not apart */
  gboolean is_said;  /* that it cannot be kept was told */
} PtStaffBond;

/** PtStaff: the state of the pass. */
typedef struct
{
  const PtProgram *program;
  PtRoster *roster;
  GDate day;
  PtDiagnostics *diagnostics;
  PtEffort effort;
  PtNetMaker *maker;
  GPtrArray *works; /* of PtStaffWork */
  GPtrArray *bonds; /* of PtStaffBond */
} PtStaff;

#define pt_staff_work(self, i) ((PtStaffWork *)(self)->works->pdata[i])
#define pt_staff_bond(self, i) ((PtStaffBond *)(self)->bonds->pdata[i])

/* ----- the state (pt-pass-staff.c) ------------------------------------------------------------ */

/** pt_staff_init: reads works and bonds. @day: an invalid one means today; @milliseconds: 0 for the
 * usual number */
void pt_staff_init (PtStaff *self,
                    const PtProgram *program,
                    PtRoster *roster,
                    const GDate *day,
                    PtDiagnostics *diagnostics,
                    guint milliseconds,
                    GCancellable *cancellable);
void pt_staff_clear (PtStaff *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtStaff, pt_staff_clear)

/* ----- reading (pt-staff-work.c, pt-staff-bonds.c) ------------------------------------------- */

void pt_staff_read_works (PtStaff *self);
void pt_staff_read_bonds (PtStaff *self);
/** pt_staff_find_work: @name: (nullable): id or name of a task. Returns: its place among the works of @process,
 * or %G_MAXUINT */
guint pt_staff_find_work (const PtStaff *self, PtIndex process, const char *name);
/** pt_staff_has_word: Returns: whether @word is one of @words (nullable), with single spaces */
gboolean pt_staff_has_word (const char *words, const char *word);
/** pt_staff_people_of: Returns: (transfer container): of PtPerson: all that it admits */
GPtrArray *pt_staff_people_of (const PtAuthority *authority);
/** pt_staff_people_on: Returns: (transfer container): of PtPerson: who may do @work on @day */
GPtrArray *pt_staff_people_on (const PtStaff *self, const PtStaffWork *work, const GDate *day);
/** pt_staff_spare_people: Returns: (transfer container): of PtPerson: who would do it on @day only
 * to stand in, should somebody be away */
GPtrArray *pt_staff_spare_people (const PtStaff *self, const PtStaffWork *work, const GDate *day);

/* ----- wording (pt-staff-words.c) ------------------------------------------------------------- */

/** pt_staff_say: a finding about the element @node (%PT_NO_INDEX for none); @...: as for
 *  pt_diagnostics_add() */
#define pt_staff_say(self, code, node_, ...)                                                       \
  pt_staff_say_at (self, pt_diagnostics_add ((self)->diagnostics, code, __VA_ARGS__, NULL), node_)
PtDiagnostic *pt_staff_say_at (const PtStaff *self, PtDiagnostic *finding, PtIndex node);
/** pt_staff_say_in_roles: the same about an entry of the roles file */
#define pt_staff_say_in_roles(self, code, id, ...)                                                 \
  pt_staff_say_of (self, pt_diagnostics_add ((self)->diagnostics, code, __VA_ARGS__, NULL), id)
PtDiagnostic *pt_staff_say_of (const PtStaff *self, PtDiagnostic *finding, const char *id);

/** pt_staff_fill: Returns: (transfer full): @pattern with its placeholders filled */
#define pt_staff_fill(pattern, ...)                                                                \
  pt_wording_fill (pattern, (const char *const[]){ __VA_ARGS__, NULL })
/** pt_staff_join: Returns: (transfer full): "a, b and c", or with "or"; "7 people" or so for too
 * many:
 *  @many (nullable) is told instead of more than a few */
char *pt_staff_join (const GPtrArray *texts, gboolean either);
/** pt_staff_name_people: Returns: (transfer full): names of PtPerson, or how many when they are
 * many */
char *pt_staff_name_people (const GPtrArray *people, gboolean either);
/** pt_staff_name_works: Returns: (transfer full): labels, quoted */
char *pt_staff_name_works (const PtStaff *self, const GArray *works);
/** pt_staff_process_label: Returns: (transfer full) */
char *pt_staff_process_label (const PtStaff *self, PtIndex process);
/** pt_staff_tell_run: Returns: (transfer full): the turns that a run takes, or "" for none */
char *pt_staff_tell_run (const PtStaff *self, const PtStaffRun *run);

/* ----- the problem (pt-staff-problem.c) ------------------------------------------------------- */

typedef enum
{
  PT_STAFF_REASON_WORK,    /* who may do a task */
  PT_STAFF_REASON_BOND,    /* a rule */
  PT_STAFF_REASON_HOLDER,  /* that a role has no further holder */
  PT_STAFF_REASON_ABSENCE, /* that somebody is away */
} PtStaffReasonKind;

/** PtStaffReason: what a fact of the problem stands for. */
typedef struct
{
  PtStaffReasonKind kind;
  guint index;            /* of works or bonds */
  const PtRole *role;     /* (nullable) */
  const PtPerson *person; /* (nullable) */
} PtStaffReason;

/** PtStaffProblem: one process on one day, as numbers. */
typedef struct
{
  const PtStaff *staff;
  PtIndex process;
  GDate day;
  PtStaffing *staffing;
  GArray *tasks;     /* guint: by task: into works */
  GPtrArray *people; /* by task: GPtrArray of PtPerson who may on the day */
  GPtrArray *authorities; /* by task: PtAuthority on the day */
  gboolean owns_authorities;
  GArray *reasons;   /* PtStaffReason, by fact */
} PtStaffProblem;

/** pt_staff_problem_new: People are numbered as in the roster. Tasks that nobody may do, as was
 * told, are left out. Returns: (transfer full) */
PtStaffProblem *pt_staff_problem_new (const PtStaff *self, PtIndex process, const GDate *day);
void pt_staff_problem_free (PtStaffProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtStaffProblem, pt_staff_problem_free)

#define pt_staff_reason(problem, fact) (&g_array_index ((problem)->reasons, PtStaffReason, (fact)))
/** pt_staff_problem_work: Returns: the work behind @task */
PtStaffWork *pt_staff_problem_work (const PtStaffProblem *self, guint task);
/** pt_staff_problem_task: Returns: the task that @work is there, or %G_MAXUINT */
guint pt_staff_problem_task (const PtStaffProblem *self, guint work);
/** pt_staff_problem_is_only_away: Returns: whether @person could do @task, were they not away */
gboolean
pt_staff_problem_is_only_away (const PtStaffProblem *self, guint task, const PtPerson *person);
/** pt_staff_problem_person: Returns: (nullable): %NULL for made-up people */
const PtPerson *pt_staff_problem_person (const PtStaffProblem *self, guint person);

/* ----- who else (pt-staff-recruits.c) --------------------------------------------------------- */

/** pt_staff_has_fact: Returns: whether one of the facts of @conflict stands for that */
gboolean pt_staff_has_fact (const PtStaffProblem *problem,
                            const GArray *conflict,
                            PtStaffReasonKind kind,
                            guint index);
/** pt_staff_would_help: Returns: whether @person, who has no part in @conflict yet, could do one of
 * its tasks with @role, and may have that role beside those they have */
gboolean pt_staff_would_help (const PtStaffProblem *problem,
                              const GArray *conflict,
                              const PtPerson *person,
                              const PtRole *role);

/* ----- conflicts (pt-staff-tell.c) ------------------------------------------------------------ */

/** pt_staff_tell_bond: Returns: (transfer full): what @bond demands of @works */
char *pt_staff_tell_bond (const PtStaff *self, const GArray *works, const PtStaffBond *bond);
/** pt_staff_offer_to_drop: adds the fix that removes @bond, if it is a rule of its own */
void pt_staff_offer_to_drop (const PtStaffBond *bond, PtDiagnostic *finding);

/** pt_staff_tell_conflict: Returns: (transfer full): why the facts of @conflict cannot hold
 * together */
char *pt_staff_tell_conflict (const PtStaffProblem *problem, const GArray *conflict);
/** pt_staff_find_away: Returns: (transfer container): of PtPerson: who is away on the day and could
 *  otherwise do a task of the conflict */
GPtrArray *pt_staff_find_away (const PtStaffProblem *problem, const GArray *conflict);
/** pt_staff_offer_repairs: adds to @finding what one click can do, and about what it is. Returns:
 *  (transfer full): the smallest repairs in words, or "" */
char *
pt_staff_offer_repairs (PtStaffProblem *problem, const GArray *conflict, PtDiagnostic *finding);

/** PtStaffVerdict: whether one process can be finished on one day. */
typedef struct
{
  PtAnswer answer;       /* no: not on all paths */
  gboolean never;        /* not on any path */
  GPtrArray *conflicts;  /* of GArray of facts: one for each kind of trouble */
  GPtrArray *runs;       /* of PtStaffRun (nullable): by conflict: a run that gets into it */
  guint n_stuck, n_runs; /* paths that were told apart */
} PtStaffVerdict;

/** pt_staff_judge: @away: persons by number who are away besides. */
void
pt_staff_judge (PtStaffProblem *problem, const guint *away, guint n_away, PtStaffVerdict *verdict);
void pt_staff_verdict_clear (PtStaffVerdict *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtStaffVerdict, pt_staff_verdict_clear)

/* ----- checks -------------------------------------------------------------------------------- */

void pt_staff_check_holders (PtStaff *self);
void pt_staff_check_skills (PtStaff *self);
void pt_staff_check_assignments (PtStaff *self);
void pt_staff_check_rules (PtStaff *self);
void pt_staff_check_outside (PtStaff *self);
void pt_staff_check_votes (PtStaff *self);
void pt_staff_check_handoffs (PtStaff *self);
void pt_staff_check_load (PtStaff *self);
/** pt_staff_check_process: whether it can be finished, by whom, and in spite of whose absence */
void pt_staff_check_process (PtStaff *self, PtIndex process);
void pt_staff_check_choices (PtStaff *self, PtStaffProblem *problem);
void pt_staff_check_absences (PtStaff *self, PtStaffProblem *problem);
void pt_staff_check_days (PtStaff *self, PtStaffProblem *problem);
/** pt_staff_check_wishes: rules that should hold, and cannot be kept by whoever finishes it */
void pt_staff_check_wishes (PtStaff *self, PtStaffProblem *problem);

G_END_DECLS
