/* pt-page-look.c: what the drawing shows of who plays it: colours, and how many there are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing of it is in the file; it is taken from what the drawing came to.
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-page-private.h"

/* For roles without one of their own, so that neighbours differ. */
static const guint32 palette[]
    = { 0x3584e4, 0x33a02c, 0xe66100, 0x9141ac, 0xc9a400, 0x17a2b8, 0xc0386b, 0x7a6a53 };

static const char *
role_id (const PtProgram *program, PtIndex role)
{
  return role != PT_NO_INDEX ? pt_program_role (program, role)->id : NULL;
}

/* --- colours --- */

guint32
pt_page_color_of_role (const PtRole *role)
{
  return role->color >= 0 ? (guint32)role->color : palette[role->index % G_N_ELEMENTS (palette)];
}

static void
tint (GHashTable *tints, PtRoster *roster, const PtOrigin *origin, const char *id, gboolean is_strong)
{
  const PtRole *role = id != NULL ? pt_roster_get_role (roster, id) : NULL;
  PtTint *entry;

  if (role == NULL || origin->logical == NULL)
    return;
  entry = g_new (PtTint, 1);
  *entry = (PtTint){ pt_page_color_of_role (role), is_strong, FALSE };
  g_hash_table_insert (tints, g_strdup (origin->logical), entry);
}

/* Lanes faintly, what is done in them clearly. */
static GHashTable *
make_tints (const PtProgram *program, PtRoster *roster)
{
  GHashTable *tints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (PtIndex i = 0; i < program->pools->len; i++)
    tint (tints, roster, &pt_program_pool (program, i)->origin,
          role_id (program, pt_program_pool (program, i)->role), FALSE);
  for (PtIndex i = 0; i < program->lanes->len; i++)
    tint (tints, roster, &pt_program_lane (program, i)->origin,
          role_id (program, pt_program_lane (program, i)->role), FALSE);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (pt_bpmn_type_is_a (pt_program_node (program, i)->type, PT_BPMN_TASK))
      tint (tints, roster, &pt_program_node (program, i)->origin,
            role_id (program, pt_program_node (program, i)->role), TRUE);
  return tints;
}

/* --- how many there are --- */

/* So many are named. */
#define MOST_NAMED 8

static char *
name_holders (const PtRole *role, const GPtrArray *holders)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (holders->len == 0)
    return g_strdup_printf (_ ("Nobody holds “%s”"), role->name);
  for (guint i = 0; i < MIN (holders->len, MOST_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const PtPerson *)holders->pdata[i])->name);
  if (holders->len > MOST_NAMED)
    g_string_append (names, " …");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u holds “%s”: %s", "%u hold “%s”: %s",
                                       holders->len),
                          holders->len, role->name, names->str);
}

static void
count (GHashTable *counts, PtRoster *roster, const PtOrigin *origin, const char *id)
{
  const PtRole *role = id != NULL ? pt_roster_get_role (roster, id) : NULL;
  g_autoptr (GPtrArray) holders = NULL;
  PtCount *entry;
  GDate today;

  if (role == NULL || origin->logical == NULL || role->kind != PT_ROLE_INTERNAL)
    return;
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  holders = pt_roster_get_holders (roster, role, &today);
  entry = g_new (PtCount, 1);
  entry->n = holders->len;
  entry->text = name_holders (role, holders);
  g_hash_table_insert (counts, g_strdup (origin->logical), entry);
}

static GHashTable *
make_counts (const PtProgram *program, PtRoster *roster)
{
  GHashTable *counts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)pt_count_free);

  for (PtIndex i = 0; i < program->pools->len; i++)
    count (counts, roster, &pt_program_pool (program, i)->origin,
           role_id (program, pt_program_pool (program, i)->role));
  for (PtIndex i = 0; i < program->lanes->len; i++)
    count (counts, roster, &pt_program_lane (program, i)->origin,
           role_id (program, pt_program_lane (program, i)->role));
  return counts;
}

/* --- showing --- */

static gboolean
shows_colors (PtPage *self)
{
  return self->settings != NULL && g_settings_get_boolean (self->settings, "show-role-colors");
}

void
pt_page_update_look (PtPage *self)
{
  PtCompilation *compilation = pt_live_compiler_get (self->compiler);
  PtRoster *roster = pt_live_compiler_get_roster (self->compiler);
  const PtProgram *program = compilation != NULL ? pt_compilation_get_program (compilation) : NULL;
  g_autoptr (GHashTable) tints = NULL;
  g_autoptr (GHashTable) counts = NULL;

  if (program != NULL && roster != NULL && shows_colors (self))
    tints = make_tints (program, roster);
  if (program != NULL && roster != NULL && pt_roster_get_persons (roster)->len > 0)
    counts = make_counts (program, roster);
  pt_canvas_set_tints (self->canvas, PT_TINTS_ROLES, tints);
  pt_canvas_set_counts (self->canvas, counts);
}
