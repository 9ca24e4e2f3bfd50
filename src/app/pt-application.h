/* pt-application.h: the running program: its windows, settings and program-wide actions
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PT_TYPE_APPLICATION (pt_application_get_type ())
G_DECLARE_FINAL_TYPE (PtApplication, pt_application, PT, APPLICATION, AdwApplication)

PtApplication *pt_application_new (void);

/** pt_application_get_settings: Returns: (transfer none): the program's settings; where the schema
 * is not installed they live in memory only */
GSettings *pt_application_get_settings (PtApplication *self);

G_END_DECLS
