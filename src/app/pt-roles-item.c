/* pt-roles-item.c: one line of the roles pane: a unit, a role, or a person
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-page-private.h"
#include "pt-roles-item.h"

struct _PtRolesItem
{
  GObject parent_instance;

  PtRolesKind kind;
  PtRoleKind role_kind;
  char *id, *name, *detail;
  char *held;  /* (nullable) */
  guint place; /* of that hold */
  int color;  /* -1: none */
  const char *icon, *word;
  GListStore *children; /* (nullable) */
  char *problem;        /* (nullable) */
  PtSeverity severity;  /* of the problem */
};

G_DEFINE_FINAL_TYPE (PtRolesItem, pt_roles_item, G_TYPE_OBJECT)

static guint changed_signal;

/* By PtRoleKind. */
static const struct
{
  const char *icon, *word;
} role_kinds[] = {
  [PT_ROLE_INTERNAL] = { "system-users-symbolic", N_ ("Role") },
  [PT_ROLE_EXTERNAL] = { "mail-send-symbolic", N_ ("External role") },
  [PT_ROLE_SYSTEM] = { "computer-symbolic", N_ ("System") },
};

static PtRolesItem *
make (PtRolesKind kind, const char *id, const char *name, const char *icon, const char *word)
{
  PtRolesItem *self = g_object_new (PT_TYPE_ROLES_ITEM, NULL);

  self->kind = kind;
  self->color = -1;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->icon = icon;
  self->word = word;
  return self;
}

PtRolesItem *
pt_roles_item_new_unit (const PtUnit *unit)
{
  PtRolesItem *self = make (PT_ROLES_UNIT, unit->id, unit->name, "folder-symbolic", _ ("Unit"));

  self->detail = unit->head != NULL
                     /* Translators: a person who leads a unit */
                     ? g_strdup_printf (_ ("led by %s"), unit->head->name)
                     : g_strdup ("");
  return self;
}

/* A system has an owner instead of holders, and who is outside is not known. */
static char *
describe_role (const PtRole *role, guint n_holders)
{
  if (role->kind == PT_ROLE_EXTERNAL)
    return g_strdup (_ ("external"));
  if (role->kind == PT_ROLE_SYSTEM)
    return role->owner != NULL
               /* Translators: a system; the name is that of the role that looks after it */
               ? g_strdup_printf (_ ("system of %s"), role->owner->name)
               : g_strdup (_ ("system, no owner"));
  if (n_holders == 0)
    return g_strdup (_ ("nobody"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u holder", "%u holders", n_holders),
                          n_holders);
}

PtRolesItem *
pt_roles_item_new_role (const PtRole *role, guint n_holders)
{
  PtRolesItem *self = make (PT_ROLES_ROLE, role->id, role->name, role_kinds[role->kind].icon,
                            _ (role_kinds[role->kind].word));

  self->role_kind = role->kind;
  self->color = (int)pt_page_color_of_role (role);
  self->detail = describe_role (role, n_holders);
  return self;
}

static char *
describe_person (const PtPerson *person, const PtHold *hold)
{
  if (!person->active)
    return g_strdup (_ ("has left"));
  if (hold != NULL)
    return g_strdup (hold->deputy ? _ ("deputy") : "");
  if (person->holds->len == 0)
    return g_strdup (_ ("no role"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u role", "%u roles", person->holds->len),
                          person->holds->len);
}

PtRolesItem *
pt_roles_item_new_person (const PtPerson *person, const PtHold *hold)
{
  PtRolesItem *self
      = make (PT_ROLES_PERSON, person->id, person->name, "avatar-default-symbolic", _ ("Person"));

  self->held = hold != NULL ? g_strdup (hold->role->id) : NULL;
  self->place = hold != NULL ? hold->place : 0;
  self->detail = describe_person (person, hold);
  return self;
}

PtRolesKind
pt_roles_item_get_kind (PtRolesItem *self)
{
  return self->kind;
}

const char *
pt_roles_item_get_id (PtRolesItem *self)
{
  return self->id;
}

const char *
pt_roles_item_get_name (PtRolesItem *self)
{
  return self->name;
}

const char *
pt_roles_item_get_detail (PtRolesItem *self)
{
  return self->detail;
}

const char *
pt_roles_item_get_icon (PtRolesItem *self)
{
  return self->icon;
}

const char *
pt_roles_item_get_word (PtRolesItem *self)
{
  return self->word;
}

PtRoleKind
pt_roles_item_get_role_kind (PtRolesItem *self)
{
  return self->role_kind;
}

int
pt_roles_item_get_color (PtRolesItem *self)
{
  return self->color;
}

const char *
pt_roles_item_get_held (PtRolesItem *self)
{
  return self->held;
}

guint
pt_roles_item_get_place (PtRolesItem *self)
{
  return self->place;
}

gboolean
pt_roles_item_is_same (PtRolesItem *self, PtRolesItem *other)
{
  return self->kind == other->kind && g_str_equal (self->id, other->id)
         && g_strcmp0 (self->held, other->held) == 0 && self->place == other->place;
}

static gboolean
set_text (char **text, const char *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

void
pt_roles_item_renew (PtRolesItem *self, PtRolesItem *fresh)
{
  gboolean is_new = self->role_kind != fresh->role_kind || self->color != fresh->color;

  is_new |= set_text (&self->name, fresh->name);
  is_new |= set_text (&self->detail, fresh->detail);
  self->role_kind = fresh->role_kind;
  self->color = fresh->color;
  self->icon = fresh->icon;
  self->word = fresh->word;
  if (is_new)
    g_signal_emit (self, changed_signal, 0);
}

void
pt_roles_item_add (PtRolesItem *self, PtRolesItem *child)
{
  if (self->children == NULL)
    self->children = g_list_store_new (PT_TYPE_ROLES_ITEM);
  g_list_store_append (self->children, child);
  g_object_unref (child);
}

GListModel *
pt_roles_item_get_children (PtRolesItem *self)
{
  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

void
pt_roles_item_set_problem (PtRolesItem *self, const PtDiagnostic *diagnostic)
{
  g_autofree char *text = diagnostic != NULL ? pt_diagnostic_message (diagnostic) : NULL;
  PtSeverity severity = diagnostic != NULL ? diagnostic->severity : PT_SEVERITY_OFF;
  gboolean is_new = self->severity != severity;

  is_new |= set_text (&self->problem, text);
  self->severity = severity;
  if (is_new)
    g_signal_emit (self, changed_signal, 0);
}

const char *
pt_roles_item_get_problem (PtRolesItem *self, PtSeverity *severity)
{
  *severity = self->severity;
  return self->problem;
}

static void
pt_roles_item_finalize (GObject *object)
{
  PtRolesItem *self = PT_ROLES_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->held);
  g_free (self->problem);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (pt_roles_item_parent_class)->finalize (object);
}

static void
pt_roles_item_class_init (PtRolesItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_roles_item_finalize;
  changed_signal = g_signal_new ("changed", PT_TYPE_ROLES_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
pt_roles_item_init (PtRolesItem *self)
{
}
