/* pt-imported.h: what a source says, in the making
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/import.h>

/* Things are told apart by what their source tells them apart by: their key. What they refer to may
 * come later in the source, or never. */

typedef struct
{
  const char *key, *name;
  const char *within; /* (nullable): key of a unit */
} PtImportedUnit;

typedef struct
{
  const char *key, *name;
  GPtrArray *is_a; /* of char*: keys of roles */
} PtImportedRole;

typedef struct
{
  const char *role;         /* key */
  const char *from, *until; /* (nullable): days */
} PtImportedHold;

typedef struct
{
  const char *key;
  const char *id;      /* (nullable): what could be the id */
  const char *name;    /* (nullable) */
  const char *mail;    /* (nullable) */
  const char *unit;    /* (nullable): key */
  const char *manager; /* (nullable): key of a person */
  const char *fte;     /* (nullable) */
  const char *active;  /* (nullable): "true" or "false" */
  GArray *holds;       /* of PtImportedHold */
} PtImportedPerson;

struct _PtImported
{
  GStringChunk *strings;
  GPtrArray *units, *roles, *persons;                       /* in order */
  GHashTable *units_by_key, *roles_by_key, *persons_by_key; /* folded key → entry */
  gboolean has_groups; /* a member may be a group: persons and roles have their keys in common */
};

/** PtImportSource: a source that is being read. */
typedef struct
{
  PtImported *imported;
  GBytes *bytes;    /* as they are */
  const char *text; /* the same in UTF-8, terminated */
  gsize length;
  const char *name;
  const char *map; /* (nullable) */
  PtDiagnostics *diagnostics;
} PtImportSource;

/* Each reads one format. Returns: %FALSE with @error when it is not that. */
gboolean pt_import_read_csv (const PtImportSource *self, GError **error);
gboolean pt_import_read_ldif (const PtImportSource *self, GError **error);
gboolean pt_import_read_vcard (const PtImportSource *self, GError **error);
gboolean pt_import_read_scim (const PtImportSource *self, GError **error);
gboolean pt_import_read_keycloak (const PtImportSource *self, GError **error);
gboolean pt_import_read_bonita (const PtImportSource *self, GError **error);

/** pt_import_skip: a finding RF07 about @line (0: none); @what (nullable): else the place, in
 * words;
 *  @reason: a part of a sentence */
void pt_import_skip (const PtImportSource *self, guint line, const char *what, const char *reason);

/** pt_imported_string: Returns: (nullable): @text (nullable) with single spaces and no control characters, kept; %NULL for
 *  nothing */
const char *pt_imported_string (PtImported *self, const char *text);
/** pt_imported_unit, _role, _person: the one with that key, a new one if there is none. @name:
 *  (nullable): what it is called, unless that is known. Returns: (transfer none) */
PtImportedUnit *pt_imported_unit (PtImported *self, const char *key, const char *name);
PtImportedRole *pt_imported_role (PtImported *self, const char *key, const char *name);
PtImportedPerson *pt_imported_person (PtImported *self, const char *key);
/** pt_imported_join_by_mail: who is known by no more than a key that is the address of another
 * person is that person */
void pt_imported_join_by_mail (PtImported *self);
/** pt_imported_is_a: @role is a special kind of the role with the key @general */
void pt_imported_is_a (PtImported *self, PtImportedRole *role, const char *general);
/** pt_imported_hold: once each. @role: key */
PtImportedHold *pt_imported_hold (PtImported *self, PtImportedPerson *person, const char *role);
/** pt_imported_find_*: Returns: (nullable): @key: (nullable) */
const PtImportedUnit *pt_imported_find_unit (const PtImported *self, const char *key);
const PtImportedPerson *pt_imported_find_person (const PtImported *self, const char *key);

/** PtContentLine: one line of LDIF or vCard, with what was folded of it. */
typedef struct
{
  guint number; /* from 1, of its first line */
  char *name;   /* (nullable): what stands before the first ":" or ";"; NULL for what has neither */
  char *parameters; /* what stands between the name and the ":"; "" for none */
  char *value;
} PtContentLine;

/** pt_import_unfold: @blank: whether empty lines count (as lines with the name "").
 *  Returns: (transfer full): of PtContentLine */
GPtrArray *pt_import_unfold (const PtImportSource *self, gboolean blank);
