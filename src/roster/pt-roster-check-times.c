/* pt-roster-check-times.c: spans that end before they begin, days that come again, time zones, age
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-calendar-private.h"
#include "pt-roster-checks.h"

#include <glib/gi18n-lib.h>

static const char *const spans[] = { "holds", "away", "closed", NULL };

/* ----- spans ------------------------------------------------------------------------------------
 */

static void
check_span (const PtRosterCheck *self, xmlNode *node)
{
  GDate from, until;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *path = NULL;
  PtDiagnostic *diagnostic;

  pt_roster_read_day (node, "from", &from, NULL);
  pt_roster_read_day (node, "until", &until, NULL);
  if (!g_date_valid (&from) || !g_date_valid (&until) || g_date_compare (&from, &until) <= 0)
    return;
  path = pt_roster_check_path (self, node);
  id = pt_xml_attribute (node->parent, "id");
  first = pt_roster_format_day (&from);
  last = pt_roster_format_day (&until);
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RF06, (const char *)node->name,
                                   id != NULL ? id : "", first, last, NULL);
  pt_diagnostic_add_element (diagnostic, id);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_SWAP_SPAN, path, NULL);
  pt_roster_check_place (self, diagnostic, node);
}

/* A rule that is no rule is a wrong value like any other. */
static void
check_closure (const PtRosterCheck *self, xmlNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *path = NULL;
  PtClosure closure;
  PtDiagnostic *diagnostic;

  if (!pt_roster_is (node, "closed"))
    return;
  pt_calendar_read_closure (&closure, node, &error);
  g_clear_pointer (&closure.rule, pt_recurrence_free);
  if (error == NULL)
    return;
  sentence = g_strdup_printf (_ ("“rule” of <closed>: %s."), error->message);
  path = pt_roster_check_path (self, node);
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RF01, sentence, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ELEMENT, "closed", path, "closed", NULL);
  pt_roster_check_place (self, diagnostic, node);
}

static void
check_spans_of (const PtRosterCheck *self, xmlNode *entry)
{
  for (xmlNode *node = pt_xml_first_element (entry); node != NULL;
       node = pt_xml_next_element (node))
    {
      for (guint i = 0; spans[i] != NULL; i++)
        if (pt_roster_is (node, spans[i]))
          check_span (self, node);
      check_closure (self, node);
    }
}

/* ----- zones ------------------------------------------------------------------------------------
 */

static gboolean
zone_exists (const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone != NULL;
}

/* The names in zone.tab: country, coordinates, zone, comment, parted by tabs. Returns: (transfer
 * full): empty when the time zone database is not there */
static GStrv
list_zones (void)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path
      = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", "zone.tab", NULL);
  g_autoptr (GStrvBuilder) zones = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '#' && g_strv_length (columns) >= 3)
        g_strv_builder_add (zones, columns[2]);
    }
  return g_strv_builder_end (zones);
}

static void
check_zone (const PtRosterCheck *self, xmlNode *calendar)
{
  g_autofree char *name = pt_xml_attribute (calendar, "zone");
  g_autofree char *id = NULL;
  g_auto (GStrv) zones = NULL;
  const char *suggestion;
  PtDiagnostic *diagnostic;

  if (name == NULL || *g_strstrip (name) == '\0' || zone_exists (name))
    return;
  zones = list_zones ();
  if (zones[0] == NULL)
    return; /* without the database every zone would be unknown */
  id = pt_xml_attribute (calendar, "id");
  suggestion = pt_suggest (name, (const char *const *)zones);
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RF10, id != NULL ? id : "", name,
                                   suggestion != NULL ? suggestion : "", NULL);
  pt_diagnostic_add_element (diagnostic, id);
  pt_roster_check_place (self, diagnostic, calendar);
  if (suggestion != NULL)
    {
      g_autofree char *path = pt_roster_check_path (self, calendar);

      pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, suggestion, path, "zone", name, NULL);
    }
}

/* ----- age -------------------------------------------------------------------------------------
 */

void
pt_roster_check_age (const PtRosterCheck *self)
{
  xmlNode *root = pt_document_get_root (self->document);
  GDate as_of;
  gboolean dated = pt_roster_get_as_of (self->roster, &as_of);
  int age = dated ? g_date_days_between (&as_of, self->day) : 0;
  g_autofree char *then = dated ? pt_roster_format_day (&as_of) : NULL;
  g_autofree char *today = pt_roster_format_day (self->day);
  g_autofree char *days = g_strdup_printf ("%d", age);
  PtDiagnostic *diagnostic;

  if (age <= PT_ROSTER_OUTLOOK)
    return;
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RF09, then, days, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, today, PT_ROLES_PATH, "as-of", then, NULL);
  pt_roster_check_place (self, diagnostic, root);
}

void
pt_roster_check_times (const PtRosterCheck *self)
{
  xmlNode *root = pt_document_get_root (self->document);

  for (xmlNode *entry = pt_xml_first_element (root); entry != NULL;
       entry = pt_xml_next_element (entry))
    {
      check_spans_of (self, entry);
      if (pt_roster_is (entry, "calendar"))
        check_zone (self, entry);
    }
}
