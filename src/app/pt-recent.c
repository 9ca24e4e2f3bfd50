/* pt-recent.c: the processes opened lately
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-recent.h"

#define MAX_ITEMS 10
#define PROGRAM "partitur"

void
pt_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { (char *)PROGRAM, NULL };
  GtkRecentData data = {
    .mime_type = (char *)"application/bpmn+xml",
    .app_name = (char *)PROGRAM,
    .app_exec = (char *)"partitur %u",
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *)b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *)a));
}

static void
append (GMenu *menu, GtkRecentInfo *info)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  /* an underscore in a file name is not a mnemonic */
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

GMenu *
pt_recent_menu (void)
{
  GMenu *menu = g_menu_new ();
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  int n = 0;

  items = g_list_sort (items, compare_newest);
  for (GList *l = items; l != NULL && n < MAX_ITEMS; l = l->next)
    if (gtk_recent_info_has_group (l->data, PROGRAM) && gtk_recent_info_exists (l->data))
      {
        append (menu, l->data);
        n++;
      }
  if (n == 0)
    g_menu_append (menu, _ ("No process opened yet"), NULL);
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
  return menu;
}
