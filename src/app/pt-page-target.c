/* pt-page-target.c: what a page is compiled for, and whether that can be done yet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-page-private.h"

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

PtCompileOptions
pt_page_check_options (PtPage *self)
{
  return (PtCompileOptions){ .target = self->target }; /* as of the day it is then */
}

void
pt_page_set_target (PtPage *self, const PtTarget *target)
{
  PtCompileOptions options;

  self->target = target;
  options = pt_page_check_options (self);
  options.emit = TRUE;
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
      *reason = g_strdup (_ (
          "Partitur does not know yet who plays the roles. Choose a roles file, or make one from "
          "the lanes."));
      return FALSE;
    }
  if (pt_live_compiler_is_current (self->compiler))
    errors = pt_diagnostics_count (pt_compilation_get_diagnostics (compilation), PT_SEVERITY_ERROR);
  if (errors == 0)
    return TRUE;
  *reason = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "One finding stands in the way. It is in the list of findings.",
                   "%u findings stand in the way. They are in the list of findings.", errors),
      errors);
  return FALSE;
}
