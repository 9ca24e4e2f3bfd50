/* pt-page-file.c: a page's other files: the roles, the executable process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "pt-file-dialog.h"
#include "pt-page-private.h"

/* --- the roles file --- */

#define ROLES_KEY "roles-files"

static char *
remembered_roles_uri (PtPage *self, const char *process_uri)
{
  g_autoptr (GVariant) all
      = self->settings != NULL ? g_settings_get_value (self->settings, ROLES_KEY) : NULL;
  char *uri = NULL;

  if (all != NULL)
    g_variant_lookup (all, process_uri, "s", &uri);
  return uri;
}

/* The remembered pairs, with @key leading to @value. */
static GVariant *
with_pair (GVariant *all, const char *key, const char *value)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *k, *v;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &k, &v))
    if (!g_str_equal (k, key))
      g_variant_builder_add (&builder, "{ss}", k, v);
  g_variant_builder_add (&builder, "{ss}", key, value);
  return g_variant_builder_end (&builder);
}

static void
remember_roles (PtPage *self)
{
  GFile *process = pt_document_get_file (self->document);
  GFile *roles = self->roles != NULL ? pt_document_get_file (self->roles) : NULL;
  g_autoptr (GVariant) all = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (self->settings == NULL || process == NULL || roles == NULL)
    return;
  all = g_settings_get_value (self->settings, ROLES_KEY);
  key = g_file_get_uri (process);
  value = g_file_get_uri (roles);
  g_settings_set_value (self->settings, ROLES_KEY, with_pair (all, key, value));
}

PtDocument *
pt_page_get_roles (PtPage *self)
{
  return self->roles;
}

void
pt_page_set_roles (PtPage *self, PtDocument *roles)
{
  if (g_set_object (&self->roles, roles) && roles != NULL)
    g_signal_connect_object (roles, "notify::modified", G_CALLBACK (pt_page_emit_changed), self,
                             G_CONNECT_SWAPPED);
  pt_live_compiler_set_roles (self->compiler, roles);
  pt_compiler_pane_roles_changed (self->pane);
  remember_roles (self);
  pt_page_guard_roles (self);
  pt_page_emit_changed (self);
}

gboolean
pt_page_load_roles (PtPage *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  PtDocument *loaded = pt_roster_load (file, NULL, &error);
  g_autoptr (PtDocument) roles = NULL;

  if (loaded == NULL)
    {
      pt_page_say (self, error->message);
      return FALSE;
    }
  roles = pt_page_keep_roles (self, loaded);
  pt_page_set_roles (self, roles);
  return TRUE;
}

/* There need not be one. */
static gboolean
look_for_roles (PtPage *self, GFile *file)
{
  return file != NULL && g_file_query_exists (file, NULL) && pt_page_load_roles (self, file);
}

void
pt_page_find_roles (PtPage *self)
{
  GFile *process = pt_document_get_file (self->document);
  g_autofree char *process_uri = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = NULL;

  if (process == NULL)
    return;
  process_uri = g_file_get_uri (process);
  uri = remembered_roles_uri (self, process_uri);
  file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  if (!look_for_roles (self, file))
    {
      g_autofree char *name = pt_file_with_ending (process, "process", ".roles.xml");
      g_autoptr (GFile) folder = g_file_get_parent (process);
      g_autoptr (GFile) sibling = g_file_get_child (folder, name);

      look_for_roles (self, sibling);
    }
}

static void
say_added (PtPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "One role was added to the roles file; it is written with the process",
                   "%u roles were added to the roles file; it is written with the process", n),
      n);

  pt_page_say (self, n > 0 ? text : _ ("The roles file has all roles of the drawing already"));
}

void
pt_page_draft_roles (PtPage *self)
{
  g_autoptr (PtDocument) roles = NULL;

  if (self->roles == NULL)
    pt_page_find_roles (self);
  if (self->roles != NULL)
    {
      say_added (self, pt_roster_add_missing (self->roles, &self->graph, 1));
      return;
    }
  roles = pt_page_keep_roles (self, pt_roster_draft (&self->graph, 1, NULL));
  pt_page_set_roles (self, roles);
  pt_page_say (
      self,
      _ ("The roles file is written when you save the process. Then add who holds which role."));
}

/* --- the executable process --- */

const PtTarget *
pt_page_remembered_target (PtPage *self)
{
  g_autofree char *id
      = self->settings != NULL ? g_settings_get_string (self->settings, "target") : NULL;
  const PtTarget *target = id != NULL ? pt_target_find (id) : NULL;

  return target != NULL ? target : pt_target_get_all ()[0];
}

const PtTarget *
pt_page_get_target (PtPage *self)
{
  return self->target;
}

static PtCompileOptions
options_for (PtPage *self)
{
  PtCompileOptions options = { .target = self->target, .emit = TRUE };

  g_date_set_time_t (&options.day, time (NULL));
  return options;
}

void
pt_page_set_target (PtPage *self, const PtTarget *target)
{
  PtCompileOptions options;

  self->target = target;
  options = options_for (self);
  pt_live_compiler_set_options (self->compiler, &options);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "target", pt_target_get_id (target));
}

gboolean
pt_page_is_executable (PtPage *self, char **reason)
{
  PtCompilation *compilation = pt_live_compiler_get (self->compiler);
  guint errors = 0;

  if (self->roles == NULL)
    {
      *reason = g_strdup (
          _ ("Partitur does not know yet who plays the roles. Choose a roles file in the "
             "compiler pane, or make one from the lanes."));
      return FALSE;
    }
  if (compilation != NULL)
    errors = pt_diagnostics_count (pt_compilation_get_diagnostics (compilation), PT_SEVERITY_ERROR);
  if (errors == 0)
    return TRUE;
  *reason = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "One finding stands in the way. It is listed in the compiler pane.",
                   "%u findings stand in the way. They are listed in the compiler pane.", errors),
      errors);
  return FALSE;
}

static GBytes *
map_bytes (PtCompilation *compilation)
{
  g_autoptr (JsonNode) map = pt_compilation_get_map (compilation);
  char *text = json_to_string (map, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static GFile *
map_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_strconcat (base, ".map.json", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return g_file_get_child (folder, name);
}

gboolean
pt_page_write_executable (PtPage *self, GFile *file, GError **error)
{
  PtCompileOptions options = options_for (self);
  g_autoptr (PtCompilation) compilation = pt_compile (self->graph, self->roles, &options);
  GBytes *xml = pt_compilation_get_xml (compilation);
  GFile *drawing = pt_document_get_file (self->document);
  g_autoptr (GBytes) map = NULL;
  g_autoptr (GFile) beside = map_file (file);

  if (drawing != NULL && g_file_equal (drawing, file))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("That is the file of the drawing itself. Choose another name, so that the "
                      "drawing stays."));
      return FALSE;
    }
  if (xml == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("Something still stands in the way. It is listed in the compiler pane."));
      return FALSE;
    }
  map = map_bytes (compilation);
  return pt_write_atomically (file, xml, error) && pt_write_atomically (beside, map, error);
}
