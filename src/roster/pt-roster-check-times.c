/* pt-roster-check-times.c: spans that end before they begin, and unknown time zones
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

static const char *const spans[] = { "holds", "away", "closed", NULL };

/* ----- spans ------------------------------------------------------------------------------------
 */

static gboolean
read_day (const xmlNode *node, const char *attribute, GDate *day)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);

  return text != NULL && pt_roster_parse_day (g_strstrip (text), day);
}

static void
check_span (const PtRosterCheck *self, xmlNode *node)
{
  GDate from, until;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  PtDiagnostic *diagnostic;

  if (!read_day (node, "from", &from) || !read_day (node, "until", &until)
      || g_date_compare (&from, &until) <= 0)
    return;
  id = pt_xml_attribute (node->parent, "id");
  first = pt_roster_format_day (&from);
  last = pt_roster_format_day (&until);
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RF06, (const char *)node->name,
                                   id != NULL ? id : "", first, last, NULL);
  pt_diagnostic_add_element (diagnostic, id);
  pt_roster_check_place (self, diagnostic, node);
}

static void
check_spans_of (const PtRosterCheck *self, xmlNode *entry)
{
  for (xmlNode *node = pt_xml_first_element (entry); node != NULL;
       node = pt_xml_next_element (node))
    for (guint i = 0; spans[i] != NULL; i++)
      if (pt_roster_is (node, spans[i]))
        check_span (self, node);
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
