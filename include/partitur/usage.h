/* usage.h: what many processes together ask of the people and systems of one organisation
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role may have time for each process and not for all of them; a person may be the only one who can
 * do something in several; a system may be bought twice. Only the processes together show that.
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>
#include <partitur/roster.h>

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** PtUse: an activity that a role or system does. */
typedef struct
{
  char *file;     /* the process is in */
  char *process;  /* its label */
  char *activity; /* its label */
  char *element;  /* (nullable): id of the drawn activity */
  double hours;   /* of work a week, as far as it is said how long it takes and how often it is done */
  const PtPerson *alone; /* (nullable): the only one who may do it on the day */
} PtUse;

/** PtRoleUsage: what is asked of one role or system. */
typedef struct
{
  const PtRole *role;
  GPtrArray *uses;     /* of PtUse, in the order of the files */
  gboolean is_used;    /* a lane, a pool or a responsibility names it, too */
  guint n_holders;     /* on the day */
  double hours;        /* asked for, a week */
  double capacity;     /* that its holders have for it, a week; 0 for what no persons play */
} PtRoleUsage;

/** PtUsage: added up process by process; one thread at a time. */
typedef struct _PtUsage PtUsage;

/** pt_usage_new: @day: whose holders count. Returns: (transfer full) */
PtUsage *pt_usage_new (PtRoster *roster, const GDate *day);
void pt_usage_free (PtUsage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtUsage, pt_usage_free)

/** pt_usage_add: @file: where @program comes from; @program: sealed, after the bind pass with the same
 *  roles file (pt_compilation_get_program()). It is not kept. */
void pt_usage_add (PtUsage *self, const char *file, const PtProgram *program);

/** pt_usage_get_roster: Returns: (transfer none) */
PtRoster *pt_usage_get_roster (const PtUsage *self);
/** pt_usage_get_n_processes: Returns: how many of our own there are in what was added */
guint pt_usage_get_n_processes (const PtUsage *self);
/** pt_usage_get_roles: Returns: (transfer none) (element-type PtRoleUsage): one for each role of the
 *  roster, in its order */
const GPtrArray *pt_usage_get_roles (PtUsage *self);

/**
 * pt_usage_check:
 * Tells which roles have too much to do (RA01, RA02), which processes hang on one person (RA03), what no
 * process uses (RA04), and which systems do the same job (RA05).
 */
void pt_usage_check (PtUsage *self, PtDiagnostics *diagnostics);

/** pt_usage_to_text: Returns: (transfer full): a line for each role and system that is used */
char *pt_usage_to_text (PtUsage *self);
/** pt_usage_to_json: adds the members "processes" (how many), "roles" and "systems" to @object: arrays of id, name, kind, holders,
 *  hoursPerWeek, capacity, load (percent, where both are known) and activities */
void pt_usage_to_json (PtUsage *self, JsonObject *object);

G_END_DECLS
