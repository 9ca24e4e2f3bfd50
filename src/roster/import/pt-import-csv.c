/* pt-import-csv.c: people from a table (RFC 4180)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser is our own: each row must know its line, a broken row must not take the next ones
 * along, and what separates the columns has to be found out first.
 */
#include <glib/gi18n-lib.h>

#include <partitur/letter-case.h>
#include <stdio.h>
#include <string.h>

#include "pt-imported.h"

#define DELIMITERS ";,\t|"
#define MOST_LINES_OF_A_CELL                                                                       \
  100 /* a quotation mark that nobody closes must not swallow the file                             \
       */

typedef enum
{
  FIELD_ID,
  FIELD_NAME,
  FIELD_FIRST,
  FIELD_LAST,
  FIELD_MAIL,
  FIELD_UNIT,
  FIELD_ROLE,
  FIELD_MANAGER,
  FIELD_ACTIVE,
  FIELD_FTE,
  FIELD_FROM,
  FIELD_UNTIL,
  N_FIELDS,
} Field;

/* What a mapping calls them, and what columns are called, folded, in English and German. */
static const struct
{
  const char *name;
  const char *columns[10];
} fields[] = {
  [FIELD_ID] = { "id",
                 { "id", "uid", "user", "username", "login", "employee id", "personalnummer",
                   "kürzel", "benutzername" } },
  [FIELD_NAME] = { "name",
                   { "name", "full name", "display name", "person", "employee", "mitarbeiter",
                     "mitarbeiterin", "anzeigename" } },
  [FIELD_FIRST] = { "first", { "first name", "given name", "firstname", "vorname" } },
  [FIELD_LAST]
  = { "last", { "last name", "surname", "lastname", "family name", "nachname", "familienname" } },
  [FIELD_MAIL] = { "mail",
                   { "mail", "e mail", "email", "e mail address", "email address", "mail address",
                     "e mail adresse" } },
  [FIELD_UNIT] = { "unit",
                   { "unit", "department", "team", "division", "abteilung", "bereich",
                     "organisationseinheit" } },
  [FIELD_ROLE] = { "role",
                   { "role", "roles", "function", "job title", "title", "position", "rolle",
                     "rollen", "funktion" } },
  [FIELD_MANAGER] = { "manager",
                      { "manager", "reports to", "supervisor", "superior", "vorgesetzter",
                        "vorgesetzte", "leitung" } },
  [FIELD_ACTIVE] = { "active", { "active", "enabled", "aktiv" } },
  [FIELD_FTE] = { "fte", { "fte", "share", "stellenanteil", "vzä" } },
  [FIELD_FROM] = { "from", { "from", "start", "start date", "von", "eintritt", "beginn" } },
  [FIELD_UNTIL] = { "until", { "until", "to", "end", "end date", "bis", "austritt", "ende" } },
};

typedef struct
{
  const PtImportSource *source;
  const char *at;
  guint line;
  char delimiter;
  int columns[N_FIELDS]; /* of the table, or -1 */
} Table;

/* ----- rows ------------------------------------------------------------------------------------
 */

/* The letter that most often separates something in the first row. */
static char
guess_delimiter (const char *text)
{
  guint counts[sizeof DELIMITERS] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (quoted || *text != '\n'); text++)
    {
      const char *found = strchr (DELIMITERS, *text);

      quoted ^= *text == '"';
      if (!quoted && found != NULL)
        counts[found - DELIMITERS]++;
    }
  for (guint i = 1; i < strlen (DELIMITERS); i++)
    if (counts[i] > counts[best])
      best = i;
  return DELIMITERS[best];
}

/* Spreadsheets may say on a line of its own what separates the cells: “sep=;”. */
static void
read_separator (Table *self)
{
  if (g_ascii_strncasecmp (self->at, "sep=", 4) == 0 && self->at[4] != '\0'
      && (self->at[5] == '\n' || (self->at[5] == '\r' && self->at[6] == '\n')))
    {
      self->delimiter = self->at[4];
      self->at = strchr (self->at, '\n') + 1;
      self->line++;
    }
  else
    self->delimiter = guess_delimiter (self->at);
}

/* Whether a cell may end here, after spaces. */
static gboolean
ends_cell (const Table *self, const char *at)
{
  at += strspn (at, " \r");
  return *at == '\0' || *at == '\n' || *at == self->delimiter;
}

/* Behind the first quotation mark. Returns: whether there is a second one, at the end of the cell
 */
static gboolean
read_quoted (Table *self, GString *cell)
{
  const char *start = self->at;
  guint line = self->line;

  for (; *self->at != '\0' && self->line - line <= MOST_LINES_OF_A_CELL; self->at++)
    {
      if (*self->at == '"' && self->at[1] != '"')
        {
          self->at++;
          if (ends_cell (self, self->at))
            return TRUE;
          break;
        }
      self->at += *self->at == '"';
      self->line += *self->at == '\n';
      g_string_append_c (cell, *self->at);
    }
  self->at = start;
  self->line = line;
  return FALSE;
}

/* Returns: whether it is well written */
static gboolean
read_cell (Table *self, GPtrArray *row)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean good = TRUE;

  while (*self->at == ' ')
    self->at++;
  if (*self->at == '"')
    {
      self->at++;
      good = read_quoted (self, cell);
    }
  for (; *self->at != '\0' && *self->at != '\n' && *self->at != self->delimiter; self->at++)
    g_string_append_c (cell, *self->at);
  g_ptr_array_add (row, g_strdup (g_strstrip (cell->str)));
  return good;
}

/* @good: (out): whether it is well written. Returns: (transfer full) (nullable): of char*; %NULL at
 * the end */
static GPtrArray *
read_row (Table *self, gboolean *good)
{
  GPtrArray *row;

  if (*self->at == '\0')
    return NULL;
  row = g_ptr_array_new_with_free_func (g_free);
  *good = read_cell (self, row);
  while (*self->at == self->delimiter)
    {
      self->at++;
      *good &= read_cell (self, row);
    }
  if (*self->at == '\n')
    {
      self->at++;
      self->line++;
    }
  return row;
}

static gboolean
is_empty (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *)row->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

/* ----- columns ---------------------------------------------------------------------------------
 */

/* "E-Mail (work)" is "e mail work". Returns: (transfer full) */
static char *
plain (const char *text)
{
  g_autofree char *folded = pt_case_fold (text);
  GString *out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free (out, FALSE));
}

static int
find_column (const GPtrArray *head, const char *name)
{
  g_autofree char *wanted = plain (name);

  for (guint i = 0; i < head->len; i++)
    {
      g_autofree char *column = plain (head->pdata[i]);

      if (strcmp (column, wanted) == 0)
        return (int)i;
    }
  return -1;
}

static void
guess_columns (Table *self, const GPtrArray *head)
{
  for (guint field = 0; field < N_FIELDS; field++)
    for (guint i = 0; i < G_N_ELEMENTS (fields[field].columns) && self->columns[field] < 0; i++)
      if (fields[field].columns[i] != NULL)
        self->columns[field] = find_column (head, fields[field].columns[i]);
}

static gboolean
refuse (GError **error, const char *message, const char *what)
{
  const char *const args[] = { what, NULL };
  g_autofree char *text = pt_wording_fill (message, args);

  g_set_error_literal (error, PT_IMPORT_ERROR, PT_IMPORT_ERROR_COLUMNS, text);
  return FALSE;
}

/* @pair: "name=Full name" */
static gboolean
map_column (Table *self, const GPtrArray *head, const char *pair, GError **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = g_strndup (pair, equals != NULL ? (gsize)(equals - pair) : 0);

  g_strstrip (name);
  for (guint field = 0; field < N_FIELDS && equals != NULL; field++)
    if (g_ascii_strcasecmp (fields[field].name, name) == 0)
      {
        self->columns[field] = find_column (head, equals + 1);
        return self->columns[field] >= 0
               || refuse (error, _ ("the table has no column “{1}”"), equals + 1);
      }
  return refuse (error,
                 _ ("“{1}” maps no column; expected: id, name, first, last, mail, unit, role, "
                    "manager, active, fte, from or until, an equals sign, and a column"),
                 pair);
}

static gboolean
map_columns (Table *self, const GPtrArray *head, GError **error)
{
  g_auto (GStrv) pairs
      = g_strsplit_set (self->source->map != NULL ? self->source->map : "", ",;", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (*g_strstrip (pairs[i]) != '\0' && !map_column (self, head, pairs[i], error))
      return FALSE;
  guess_columns (self, head);
  if (self->columns[FIELD_NAME] < 0 && self->columns[FIELD_LAST] < 0)
    {
      g_autofree char *columns = NULL;

      g_ptr_array_add ((GPtrArray *)head, NULL);
      columns = g_strjoinv (", ", (GStrv)head->pdata);
      return refuse (error,
                     _ ("no column says what people are called; say which by a mapping such as "
                        "name=COLUMN. The columns are: {1}"),
                     columns);
    }
  return TRUE;
}

/* What is in the table and goes nowhere. */
static void
tell_unused (const Table *self, const GPtrArray *head, guint n_columns, guint line)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      gboolean is_used = *(const char *)head->pdata[i] == '\0';

      for (guint field = 0; field < N_FIELDS; field++)
        is_used |= self->columns[field] == (int)i;
      if (!is_used)
        g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "",
                                (const char *)head->pdata[i]);
    }
  if (names->len > 0)
    pt_import_skip (self->source, line, names->str,
                    _ ("nothing says what these columns are; say so by a mapping such as "
                       "role=COLUMN"));
}

/* ----- people ----------------------------------------------------------------------------------
 */

/* Returns: (transfer none) (nullable) */
static const char *
value_of (const Table *self, const GPtrArray *row, Field field)
{
  int column = self->columns[field];

  return column >= 0 && column < (int)row->len && *(const char *)row->pdata[column] != '\0'
             ? row->pdata[column]
             : NULL;
}

/* Returns: (transfer full) (nullable) */
static char *
name_of (const Table *self, const GPtrArray *row)
{
  const char *first = value_of (self, row, FIELD_FIRST), *last = value_of (self, row, FIELD_LAST);

  if (value_of (self, row, FIELD_NAME) != NULL || last == NULL)
    return g_strdup (value_of (self, row, FIELD_NAME));
  return first != NULL ? g_strdup_printf ("%s %s", first, last) : g_strdup (last);
}

/* "2026-03-01" or "1.3.2026". Returns: (transfer none) (nullable) */
static const char *
read_day (const Table *self, const GPtrArray *row, Field field)
{
  const char *text = value_of (self, row, field);
  int year = 0, month = 0, day = 0, length = 0;
  g_autofree char *written = NULL;

  if (text == NULL
      || ((sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3
           || text[length] != '\0')
          && (sscanf (text, "%2d.%2d.%4d%n", &day, &month, &year, &length) != 3
              || text[length] != '\0'))
      || year < 1 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return NULL;
  written = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return pt_imported_string (self->source->imported, written);
}

static const char *
read_truth (const char *text)
{
  static const char *const yes[] = { "true", "yes", "1", "ja", "y", "j", "x", "active", "aktiv", NULL };
  static const char *const no[] = { "false", "no", "0", "nein", "n", "inactive", "inaktiv", NULL };
  g_autofree char *word = text != NULL ? plain (text) : NULL;

  if (word == NULL || (!g_strv_contains (yes, word) && !g_strv_contains (no, word)))
    return NULL;
  return g_strv_contains (no, word) ? "false" : "true";
}

/* "0,8", "80 %", "0.8". Returns: (transfer none) (nullable) */
static const char *
read_share (const Table *self, const char *text)
{
  g_autofree char *number = text != NULL ? g_strdelimit (g_strdup (text), ",", '.') : NULL;
  char *end = number;
  double share = number != NULL ? g_ascii_strtod (number, &end) : -1;
  char written[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == NULL || end == number)
    return NULL;
  if (share > 1 || strchr (end, '%') != NULL)
    share /= 100;
  if (share < 0 || share > 1)
    return NULL;
  return pt_imported_string (self->source->imported,
                             g_ascii_formatd (written, sizeof written, "%.2f", share));
}

/* The rest of the row is taken. @read: (nullable): what could be read of the cell */
static void
check_cell (
    const Table *self, const GPtrArray *row, guint line, Field field, const char *read, const char *reason)
{
  g_autofree char *what = NULL;

  if (read != NULL || value_of (self, row, field) == NULL)
    return;
  what = g_strdup_printf ("“%s”", value_of (self, row, field));
  pt_import_skip (self->source, line, what, reason);
}

static void
check_cells (const Table *self, const GPtrArray *row, guint line)
{
  static const Field days[] = { FIELD_FROM, FIELD_UNTIL };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    check_cell (self, row, line, days[i], read_day (self, row, days[i]),
                _ ("it is no day such as 2026-12-31 or 31.12.2026"));
  check_cell (self, row, line, FIELD_ACTIVE, read_truth (value_of (self, row, FIELD_ACTIVE)),
              _ ("whether somebody works here is said by yes or no"));
  check_cell (self, row, line, FIELD_FTE, read_share (self, value_of (self, row, FIELD_FTE)),
              _ ("it is no part of a full post such as 0.8 or 80 %"));
}

static void
add_roles (const Table *self, const GPtrArray *row, PtImportedPerson *person)
{
  PtImported *imported = self->source->imported;
  const char *roles = value_of (self, row, FIELD_ROLE);
  g_auto (GStrv) names = g_strsplit_set (roles != NULL ? roles : "", ";,|\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      {
        PtImportedHold *hold;

        pt_imported_role (imported, names[i], names[i]);
        hold = pt_imported_hold (imported, person, names[i]);
        hold->from = read_day (self, row, FIELD_FROM);
        hold->until = read_day (self, row, FIELD_UNTIL);
      }
}

static gboolean
is_somebody_else (const PtImportedPerson *person, const char *name)
{
  g_autofree char *known = plain (person->name != NULL ? person->name : name);
  g_autofree char *other = plain (name);

  return strcmp (known, other) != 0;
}

/* Two people with one key are two people. Returns: (transfer none): the second one */
static PtImportedPerson *
tell_apart (const Table *self, const PtImportedPerson *first, const char *name, guint line)
{
  const char *const args[] = { first->key, first->name, name, NULL };
  g_autofree char *key = g_strdup_printf ("%s %s", first->key, name);
  g_autofree char *what = pt_wording_fill (_ ("the key “{1}” of “{3}”"), args);
  g_autofree char *reason = pt_wording_fill (_ ("it is the one of “{2}” already"), args);

  pt_import_skip (self->source, line, what, reason);
  return pt_imported_person (self->source->imported, key);
}

static void
add_person (const Table *self, const GPtrArray *row, guint line)
{
  PtImported *imported = self->source->imported;
  g_autofree char *name = name_of (self, row);
  const char *id = value_of (self, row, FIELD_ID), *mail = value_of (self, row, FIELD_MAIL);
  const char *unit = value_of (self, row, FIELD_UNIT);
  PtImportedPerson *person;

  if (name == NULL)
    {
      pt_import_skip (self->source, line, NULL, _ ("it names nobody"));
      return;
    }
  person = pt_imported_person (imported, id != NULL ? id : mail != NULL ? mail : name);
  if (is_somebody_else (person, name))
    {
      person = tell_apart (self, person, name, line);
      id = NULL;
    }
  person->id = pt_imported_string (imported, id);
  person->name = pt_imported_string (imported, name);
  person->mail = pt_imported_string (imported, mail);
  person->unit = pt_imported_string (imported, unit);
  person->manager = pt_imported_string (imported, value_of (self, row, FIELD_MANAGER));
  person->active = read_truth (value_of (self, row, FIELD_ACTIVE));
  person->fte = read_share (self, value_of (self, row, FIELD_FTE));
  if (unit != NULL)
    pt_imported_unit (imported, unit, unit);
  check_cells (self, row, line);
  add_roles (self, row, person);
}

static void
read_rows (Table *self, guint n_columns)
{
  for (;;)
    {
      guint line = self->line;
      gboolean good;
      g_autoptr (GPtrArray) row = read_row (self, &good);

      if (row == NULL)
        return;
      if (is_empty (row))
        continue;
      if (!good)
        pt_import_skip (self->source, line, NULL, _ ("a quotation mark is not closed"));
      else if (row->len > n_columns)
        pt_import_skip (self->source, line, NULL, _ ("it has more columns than the first row"));
      else
        add_person (self, row, line);
    }
}

gboolean
pt_import_read_csv (const PtImportSource *source, GError **error)
{
  Table self = { .source = source, .at = source->text, .line = 1 };
  g_autoptr (GPtrArray) head = NULL;
  gboolean good = TRUE;
  guint n_columns, head_line;

  read_separator (&self);
  head_line = self.line;
  for (guint i = 0; i < N_FIELDS; i++)
    self.columns[i] = -1;
  head = read_row (&self, &good);
  if (head == NULL || is_empty (head))
    {
      g_set_error_literal (error, PT_IMPORT_ERROR, PT_IMPORT_ERROR_FORMAT,
                           _ ("the table is empty; its first row must name the columns"));
      return FALSE;
    }
  n_columns = head->len;
  if (!map_columns (&self, head, error))
    return FALSE;
  tell_unused (&self, head, n_columns, head_line);
  read_rows (&self, n_columns);
  return TRUE;
}
