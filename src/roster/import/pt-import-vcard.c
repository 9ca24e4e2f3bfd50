/* pt-import-vcard.c: people and groups from an address book (RFC 6350)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-imported.h"

/* A card in the making. */
typedef struct
{
  guint line; /* 0: between cards */
  char *uid, *kind, *name, *mail, *organisation, *role, *title, *manager;
  GPtrArray *members; /* of char* */
} Card;

static void
card_clear (Card *self)
{
  char **texts[] = { &self->uid,          &self->kind, &self->name,  &self->mail,
                     &self->organisation, &self->role, &self->title, &self->manager };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_ptr_array_set_size (self->members, 0);
  self->line = 0;
}

/* ----- values ----------------------------------------------------------------------------------
 */

/* "\n", "\,", "\;" and "\\" (3.4). Returns: (transfer full) */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++, g_string_append_c (out, *text == 'n' || *text == 'N' ? ' ' : *text);
      else
        g_string_append_c (out, *text);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/* Parts of a structured value stand between semicolons that no backslash precedes. Returns:
 * (transfer full): of char*, unescaped */
static GPtrArray *
split_structure (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (;; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if (*text == ';' || *text == '\0')
        {
          g_autofree char *part = g_strndup (start, (gsize)(text - start));

          g_ptr_array_add (parts, unescape (part));
          start = text + 1;
          if (*text == '\0')
            return parts;
        }
    }
}

/* "urn:uuid:…" and "mailto:…" name somebody; so do bare ids. Returns: (transfer full) */
static char *
key_of (const char *text)
{
  static const char *const schemes[] = { "urn:uuid:", "mailto:" };
  g_autofree char *bare = unescape (text);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (bare, schemes[i], strlen (schemes[i])) == 0)
      return g_strdup (bare + strlen (schemes[i]));
  return g_steal_pointer (&bare);
}

static gboolean
has_parameter (const PtContentLine *line, const char *text)
{
  g_autofree char *all = g_ascii_strdown (line->parameters, -1);

  return strstr (all, text) != NULL;
}

/* ----- cards -----------------------------------------------------------------------------------
 */

/* "ABC\, Inc.;North America;Marketing" is a way through the units. Returns: (nullable): key of the
 * innermost */
static const char *
add_units (const PtImportSource *self, const char *organisation)
{
  g_autoptr (GPtrArray) names = split_structure (organisation);
  g_autoptr (GString) key = g_string_new (NULL);
  const char *within = NULL;

  for (guint i = 0; i < names->len; i++)
    if (*(char *)names->pdata[i] != '\0')
      {
        PtImportedUnit *unit;

        g_string_append_printf (key, "%s%s", key->len > 0 ? "/" : "", (char *)names->pdata[i]);
        unit = pt_imported_unit (self->imported, key->str, names->pdata[i]);
        unit->within = within;
        within = unit->key;
      }
  return within;
}

static void
add_person (const PtImportSource *self, const Card *card)
{
  PtImported *imported = self->imported;
  const char *key = card->uid != NULL ? card->uid : card->mail != NULL ? card->mail : card->name;
  PtImportedPerson *person = pt_imported_person (imported, key);
  const char *role = card->role != NULL ? card->role : card->title;

  person->name = pt_imported_string (imported, card->name);
  person->mail = pt_imported_string (imported, card->mail);
  person->manager = pt_imported_string (imported, card->manager);
  person->unit = card->organisation != NULL ? add_units (self, card->organisation) : NULL;
  if (role == NULL || *role == '\0')
    return;
  pt_imported_role (imported, role, role);
  pt_imported_hold (imported, person, role);
}

static void
add_group (const PtImportSource *self, const Card *card)
{
  const char *key = card->uid != NULL ? card->uid : card->name;

  pt_imported_role (self->imported, key, card->name);
  for (guint i = 0; i < card->members->len; i++)
    pt_imported_hold (self->imported, pt_imported_person (self->imported, card->members->pdata[i]),
                      key);
}

static void
add_card (const PtImportSource *self, const Card *card)
{
  if (card->name == NULL || *card->name == '\0')
    pt_import_skip (self, card->line, NULL, _ ("the card has no name (FN)"));
  else if (card->kind != NULL && g_ascii_strcasecmp (card->kind, "group") == 0)
    add_group (self, card);
  else if (card->kind == NULL || g_ascii_strcasecmp (card->kind, "individual") == 0)
    add_person (self, card);
}

/* ----- lines -----------------------------------------------------------------------------------
 */

static void
keep_first (char **place, char *value)
{
  if (*place == NULL)
    *place = value;
  else
    g_free (value);
}

/* @name: in capitals, without the group before its point */
static void
add_line (Card *card, const PtContentLine *line, const char *name)
{
  static const struct
  {
    const char *name;
    gsize place;
  } texts[] = {
    { "FN", G_STRUCT_OFFSET (Card, name) },
    { "EMAIL", G_STRUCT_OFFSET (Card, mail) },
    { "ROLE", G_STRUCT_OFFSET (Card, role) },
    { "TITLE", G_STRUCT_OFFSET (Card, title) },
    { "KIND", G_STRUCT_OFFSET (Card, kind) },
    { "X-ADDRESSBOOKSERVER-KIND", G_STRUCT_OFFSET (Card, kind) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].name, name) == 0)
      keep_first (&G_STRUCT_MEMBER (char *, card, texts[i].place), unescape (line->value));
  if (strcmp (name, "UID") == 0)
    keep_first (&card->uid, key_of (line->value));
  else if (strcmp (name, "ORG") == 0)
    keep_first (&card->organisation, g_strdup (line->value));
  else if (strcmp (name, "MEMBER") == 0 || strcmp (name, "X-ADDRESSBOOKSERVER-MEMBER") == 0)
    g_ptr_array_add (card->members, key_of (line->value));
  else if (strcmp (name, "RELATED") == 0 && has_parameter (line, "manager"))
    keep_first (&card->manager, key_of (line->value));
}

static void
take_line (const PtImportSource *self, Card *card, const PtContentLine *line)
{
  const char *point = line->name != NULL ? strrchr (line->name, '.') : NULL;
  g_autofree char *name
      = line->name != NULL ? g_ascii_strup (point != NULL ? point + 1 : line->name, -1) : NULL;

  if (name == NULL)
    pt_import_skip (self, line->number, NULL, _ ("it has no “:” between a name and a value"));
  else if (strcmp (name, "BEGIN") == 0)
    {
      if (card->line > 0)
        pt_import_skip (self, card->line, NULL, _ ("the card has no end (END:VCARD)"));
      card_clear (card);
      card->line = line->number;
    }
  else if (card->line == 0)
    pt_import_skip (self, line->number, NULL, _ ("it stands outside of a card"));
  else if (strcmp (name, "END") == 0)
    {
      add_card (self, card);
      card_clear (card);
    }
  else
    add_line (card, line, name);
}

gboolean
pt_import_read_vcard (const PtImportSource *self, GError **error)
{
  g_autoptr (GPtrArray) lines = pt_import_unfold (self, FALSE);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  Card card = { .members = members };

  self->imported->has_groups = TRUE;
  for (guint i = 0; i < lines->len; i++)
    take_line (self, &card, lines->pdata[i]);
  if (card.line > 0)
    pt_import_skip (self, card.line, NULL, _ ("the card has no end (END:VCARD)"));
  card_clear (&card);
  pt_imported_join_by_mail (self->imported);
  return TRUE;
}
