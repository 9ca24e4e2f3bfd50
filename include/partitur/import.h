/* import.h: people, roles and units from the lists of other programs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading makes a list of what the source says; putting it into a roles file adds what is new, changes
 * what is other, and names who is no longer there. Nothing is taken out. Which entries came from which
 * source, and how its columns were read, is noted in the roles file in %PT_NS_IMPORT, so that the same
 * source can be read again.
 */
#pragma once

#include <partitur/roster.h>

G_BEGIN_DECLS

#define PT_NS_IMPORT "urn:partitur:import:1"

typedef enum
{
  PT_IMPORT_CSV,      /* a table: RFC 4180, with commas, semicolons, tabs or bars */
  PT_IMPORT_LDIF,     /* a directory: RFC 2849, of RFC 2798 and 4519 */
  PT_IMPORT_VCARD,    /* an address book: RFC 6350, and version 3 as far as it is the same */
  PT_IMPORT_SCIM,     /* RFC 7643: a user, a group, or a list of them */
  PT_IMPORT_KEYCLOAK, /* an exported realm, its users perhaps in files of their own */
  PT_IMPORT_BONITA,   /* an organisation of Bonita Studio */
  PT_N_IMPORT_FORMATS,
} PtImportFormat;

/** pt_import_format_to_string: Returns: (transfer none): "csv", "ldif", "vcard", "scim", "keycloak",
 *  "bonita" */
const char *pt_import_format_to_string (PtImportFormat format);
gboolean pt_import_format_from_string (const char *text, PtImportFormat *format);
/** pt_import_guess_format: by content, then by the ending of @name. Returns: whether it is clear */
gboolean pt_import_guess_format (GBytes *bytes, const char *name, PtImportFormat *format);

/** PtImported: what one source says. */
typedef struct _PtImported PtImported;
PtImported *pt_imported_new (void);
void pt_imported_free (PtImported *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtImported, pt_imported_free)

/** PtImportError: why a source cannot be read at all. */
typedef enum
{
  PT_IMPORT_ERROR_FORMAT,  /* is not what it should be */
  PT_IMPORT_ERROR_COLUMNS, /* no column says what people are called, or a mapping names none */
} PtImportError;

#define PT_IMPORT_ERROR (pt_import_error_quark ())
GQuark pt_import_error_quark (void);

/**
 * pt_import_read:
 * @name: of the source, for messages
 * @map: (nullable): of a table: "field=column" parted by commas or semicolons, for columns that are not
 *   found by what they are called. Fields: id, name, first, last, mail, unit, role, manager, active, fte,
 *   from, until.
 * @diagnostics: takes a finding RF07 for every entry that cannot be read; the others are taken
 *
 * Adds to @self what the source says; several files of one source are read one after the other.
 *
 * Returns: %FALSE with @error when nothing of it can be read
 */
gboolean pt_import_read (PtImported *self, GBytes *bytes, const char *name, PtImportFormat format,
                         const char *map, PtDiagnostics *diagnostics, GError **error);

/** PtImportChangeKind: what became of an entry. */
typedef enum
{
  PT_IMPORT_ADDED,
  PT_IMPORT_CHANGED,
  PT_IMPORT_VANISHED, /* came from this source once, and is not in it any more */
} PtImportChangeKind;

typedef struct
{
  PtImportChangeKind kind;
  char *tag;    /* "person", "role", "unit" */
  char *id;     /* in the roles file */
  char *name;   /* what people call it */
  char *detail; /* (nullable): of a change: what changed, translated, on one line */
} PtImportChange;

typedef struct
{
  const char *source;    /* what the note goes by: the same name means the same source */
  PtImportFormat format;
  const char *map;       /* (nullable): remembered in the note */
  GDate day;             /* today */
  gboolean end_vanished; /* end the spans of people, and of roles of people, that vanished */
  PtDiagnostics *diagnostics; /* (nullable): takes what refers to nobody */
} PtImportOptions;

/**
 * pt_import_into:
 * @document: a roles file
 *
 * One transaction. An entry is found again by the note it bears, by its id, or by its mail address; what
 * the source does not say stays as it is.
 *
 * Returns: (transfer full): of PtImportChange: units, roles, persons, each in the order of the source;
 *   vanished ones last
 */
GPtrArray *pt_import_into (PtDocument *document, const PtImported *imported,
                           const PtImportOptions *options);

/** pt_import_get_map: Returns: (transfer full) (nullable): the mapping that @document notes of @source */
char *pt_import_get_map (PtDocument *document, const char *source);

G_END_DECLS
