/* pt-feel-zone.c: places with their own time
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-moment.h"

struct _PtZone
{
  char *name;
  GTimeZone *rules;
};

/* "Europe/Paris", "Etc/UTC", "America/Argentina/Buenos_Aires": GLib would take paths and POSIX
 * rules, too.
 */
static gboolean
is_zone_name (const char *name)
{
  return strlen (name) < 64
         && g_regex_match_simple ("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*)*$", name, 0,
                                  0)
         && !g_str_has_prefix (name, "UTC+") && !g_str_has_prefix (name, "UTC-");
}

/* Zones that exist are few, so they are kept; names that do not, are not. */
const PtZone *
pt_zone_find (const char *name)
{
  static GMutex mutex;
  static GHashTable *zones;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (GTimeZone) rules = NULL;
  PtZone *zone;

  if (!zones)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  zone = g_hash_table_lookup (zones, name);
  if (zone || !is_zone_name (name))
    return zone;
  rules = g_time_zone_new_identifier (name);
  if (!rules)
    return NULL;
  zone = g_new (PtZone, 1);
  zone->name = g_strdup (name);
  zone->rules = g_steal_pointer (&rules);
  g_hash_table_insert (zones, zone->name, zone);
  return zone;
}

const char *
pt_zone_get_name (const PtZone *self)
{
  return self->name;
}

int
pt_zone_offset (const PtZone *self, gint64 seconds, gboolean is_local)
{
  int interval = is_local ? g_time_zone_adjust_time (self->rules, G_TIME_TYPE_STANDARD, &seconds)
                          : g_time_zone_find_interval (self->rules, G_TIME_TYPE_UNIVERSAL, seconds);

  return g_time_zone_get_offset (self->rules, MAX (interval, 0));
}
