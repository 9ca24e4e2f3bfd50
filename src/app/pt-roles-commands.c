/* pt-roles-commands.c: what can be done to a roles file from its pane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/modeling.h>
#include <partitur/roster-edit.h>

#include "pt-page-private.h"
#include "pt-roles-commands.h"

/* What can be added, and as what. */
static const struct
{
  const char *what, *tag;
  PtRoleKind kind;
} addable[] = {
  { "role", "role", PT_ROLE_INTERNAL }, { "external", "role", PT_ROLE_EXTERNAL },
  { "system", "role", PT_ROLE_SYSTEM }, { "person", "person", PT_ROLE_INTERNAL },
  { "unit", "unit", PT_ROLE_INTERNAL },
};

/* --- adding and changing --- */

static char *
add_entry (PtDocument *roles, guint i, const char *name, PtRolesItem *beside)
{
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Add “%s”"), name);
  char *id;

  pt_document_begin (roles, title);
  id = g_str_equal (addable[i].tag, "role")
           ? pt_roster_add_role (roles, name, addable[i].kind)
           : pt_roster_add_entry (roles, addable[i].tag, NULL, name);
  if (beside != NULL && pt_roles_item_get_kind (beside) == PT_ROLES_UNIT)
    pt_roster_set (roles, id, g_str_equal (addable[i].tag, "unit") ? "within" : "unit",
                   pt_roles_item_get_id (beside));
  pt_document_commit (roles);
  return id;
}

char *
pt_roles_commands_add (PtPage *page, const char *what, const char *name, PtRolesItem *beside)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  for (guint i = 0; *stripped != '\0' && i < G_N_ELEMENTS (addable); i++)
    if (g_str_equal (addable[i].what, what))
      return add_entry (pt_page_get_roles (page), i, stripped, beside);
  return NULL;
}

void
pt_roles_commands_rename (PtPage *page, const char *id, const char *old, const char *name)
{
  PtDocument *roles = pt_page_get_roles (page);
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (*stripped == '\0' || g_str_equal (stripped, old))
    return;
  pt_undo_order_begin (page->order);
  pt_roster_set (roles, id, "name", stripped);
  if (pt_xml_is (pt_document_get_by_id (roles, id), PT_NS_ROLES, "role"))
    pt_modeling_rename_role (pt_page_get_graph (page), old, stripped);
  pt_undo_order_end (page->order);
}

void
pt_roles_commands_away (PtPage *page,
                        const char *person,
                        const char *from,
                        const char *until,
                        const char *deputy)
{
  pt_roster_add_absence (pt_page_get_roles (page), person, from, until, deputy);
}

void
pt_roles_commands_back (PtPage *page, const char *person, guint place)
{
  pt_roster_remove_absence (pt_page_get_roles (page), person, place);
}

void
pt_roles_commands_set_kind (PtPage *page, PtRolesItem *role, const char *kind)
{
  pt_roster_set (pt_page_get_roles (page), pt_roles_item_get_id (role), "kind", kind);
}

void
pt_roles_commands_set_color (PtPage *page, PtRolesItem *role, const char *color)
{
  pt_roster_set (pt_page_get_roles (page), pt_roles_item_get_id (role), "color",
                 *color != '\0' ? color : NULL);
}

void
pt_roles_commands_hold (PtPage *page, PtRolesItem *person, const char *role_id)
{
  if (!pt_roster_add_hold (pt_page_get_roles (page), pt_roles_item_get_id (person), role_id))
    {
      g_autofree char *text
          = g_strdup_printf (_ ("%s holds this role already."), pt_roles_item_get_name (person));

      pt_page_say (page, text);
    }
}

/* --- removing --- */

static void
say_removed (PtPage *page, PtRolesItem *item, guint n)
{
  g_autofree char *text
      = n > 0 ? g_strdup_printf (
            g_dngettext (
                GETTEXT_PACKAGE,
                "“%s” was removed, and %u place that referred to it. Undo brings it back.",
                "“%s” was removed, and %u places that referred to it. Undo brings it back.", n),
            pt_roles_item_get_name (item), n)
              : g_strdup_printf (_ ("“%s” was removed. Undo brings it back."),
                                 pt_roles_item_get_name (item));

  pt_page_say (page, text);
}

void
pt_roles_commands_remove (PtPage *page, PtRolesItem *item)
{
  PtDocument *roles = pt_page_get_roles (page);
  guint n = 0;

  if (pt_roles_item_get_held (item) != NULL)
    pt_roster_remove_hold (roles, pt_roles_item_get_id (item), pt_roles_item_get_place (item));
  else if (pt_roster_remove_all (roles, pt_roles_item_get_id (item), &n))
    say_removed (page, item, n);
}

/* --- the menu --- */

static GMenuModel *
roles_menu (const PtRoster *roster)
{
  GPtrArray *all = pt_roster_get_roles (roster);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const PtRole *role = all->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (role->name, NULL);

      g_menu_item_set_action_and_target (item, "roles.hold", "s", role->id);
      if (role->kind == PT_ROLE_INTERNAL)
        g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
kinds_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Played by People Here"), "roles.set-kind::internal");
  g_menu_append (menu, _ ("Outside the Organization"), "roles.set-kind::external");
  g_menu_append (menu, _ ("A System"), "roles.set-kind::system");
  return G_MENU_MODEL (menu);
}

static const struct
{
  const char *name, *color;
} colors[] = {
  { N_ ("Blue"), "#3584e4" },   { N_ ("Green"), "#33a02c" }, { N_ ("Yellow"), "#c9a400" },
  { N_ ("Orange"), "#e66100" }, { N_ ("Red"), "#c01c28" },   { N_ ("Purple"), "#9141ac" },
  { N_ ("Brown"), "#7a6a53" },  { N_ ("Gray"), "#77767b" },  { N_ ("None of Its Own"), "" },
};

static GMenuModel *
colors_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (colors[i].name), NULL);

      g_menu_item_set_action_and_target (item, "roles.set-color", "s", colors[i].color);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
add_special (GMenu *menu, const PtRoster *roster, PtRolesItem *item)
{
  g_autoptr (GMenuModel) submenu = NULL;
  g_autoptr (GMenuModel) looks = NULL;

  if (pt_roles_item_get_kind (item) == PT_ROLES_ROLE)
    {
      submenu = kinds_menu ();
      g_menu_append (menu, _ ("Add _Lane for This Role"), "roles.add-lane");
      g_menu_append_submenu (menu, _ ("_Kind"), submenu);
      looks = colors_menu ();
      g_menu_append_submenu (menu, _ ("_Color"), looks);
    }
  else if (pt_roles_item_get_kind (item) == PT_ROLES_PERSON)
    {
      submenu = roles_menu (roster);
      g_menu_append_submenu (menu, _ ("Make _Holder of"), submenu);
      g_menu_append (menu, _ ("_Away…"), "roles.away");
    }
}

GMenuModel *
pt_roles_commands_menu (const PtRoster *roster, PtRolesItem *item)
{
  GMenu *menu = g_menu_new ();

  if (item == NULL)
    return G_MENU_MODEL (menu);
  add_special (menu, roster, item);
  g_menu_append (menu, _ ("Re_name…"), "roles.rename");
  g_menu_append (menu,
                 pt_roles_item_get_held (item) != NULL ? _ ("No Longer _Holds This Role")
                                                       : _ ("Re_move"),
                 "roles.remove");
  return G_MENU_MODEL (menu);
}
