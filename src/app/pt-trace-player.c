/* pt-trace-player.c: a bar that lets a token go along a trace on the drawing, step by step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-trace-player.h"

#define STEP_TIME 1000.0 /* milliseconds at normal speed */

struct _PtTracePlayer
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkButton *play;
  GtkLabel *place;
  GtkDropDown *speed;

  PtCanvas *canvas; /* (nullable) */
  GStrv ids;        /* (nullable) */
  guint n;          /* how many there are */
  guint at;         /* the one the token is at */
  guint timer;      /* source, or 0: it stands still */
};

G_DEFINE_FINAL_TYPE (PtTracePlayer, pt_trace_player, GTK_TYPE_WIDGET)

/* As listed in the template. */
static const double speeds[] = { 0.5, 1, 2, 4 };

/* --- showing --- */

static char *
name_of (PtTracePlayer *self, const char *id)
{
  PtProcessGraph *graph = pt_editor_get_graph (pt_canvas_get_editor (self->canvas));
  const PtElement *element = pt_process_graph_get (graph, id);

  return element != NULL ? pt_element_display_name (element) : g_strdup (id);
}

static void
show_place (PtTracePlayer *self)
{
  g_autofree char *name = name_of (self, self->ids[self->at]);
  /* Translators: a place on a path: number, how many there are, name of the element there */
  g_autofree char *text = g_strdup_printf (_ ("Step %u of %u: %s"), self->at + 1, self->n, name);

  gtk_label_set_label (self->place, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), text);
}

static void
show_play (PtTracePlayer *self)
{
  gboolean on = self->timer != 0;
  const char *text = on ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (self->play,
                            on ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_path (PtTracePlayer *self)
{
  const char *next = self->ids[self->at + 1];

  self->ids[self->at + 1] = NULL;
  pt_canvas_reveal (self->canvas, self->ids[self->at]);
  pt_canvas_set_path (self->canvas, (const char *const *)self->ids);
  self->ids[self->at + 1] = (char *)next;
  show_place (self);
}

static void
update (PtTracePlayer *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trace.back", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trace.forward", self->at + 1 < self->n);
  show_path (self);
  show_play (self);
}

/* --- going --- */

static void
pause_it (PtTracePlayer *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
step_cb (gpointer user_data)
{
  PtTracePlayer *self = user_data;

  self->at++;
  if (self->at + 1 < self->n)
    {
      update (self);
      return G_SOURCE_CONTINUE;
    }
  self->timer = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
set_out (PtTracePlayer *self)
{
  double speed = speeds[gtk_drop_down_get_selected (self->speed)];

  pause_it (self);
  if (self->at + 1 >= self->n)
    self->at = 0;
  if (self->n > 1)
    self->timer = g_timeout_add ((guint)(STEP_TIME / speed), step_cb, self);
  update (self);
}

void
pt_trace_player_stop (PtTracePlayer *self)
{
  pause_it (self);
  g_clear_pointer (&self->ids, g_strfreev);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (self->canvas != NULL)
    pt_canvas_set_path (self->canvas, NULL);
}

void
pt_trace_player_play (PtTracePlayer *self, const GPtrArray *trace)
{
  pt_trace_player_stop (self);
  if (self->canvas == NULL || trace->len == 0)
    return;
  self->n = trace->len;
  self->at = 0;
  self->ids = g_new0 (char *, self->n + 2);
  for (guint i = 0; i < self->n; i++)
    self->ids[i] = g_strdup (g_ptr_array_index (trace, i));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  set_out (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->play));
}

void
pt_trace_player_set_canvas (PtTracePlayer *self, PtCanvas *canvas)
{
  self->canvas = canvas;
  if (canvas == NULL)
    pause_it (self);
}

/* --- buttons and keys --- */

static void
step_to (PtTracePlayer *self, guint at)
{
  pause_it (self);
  self->at = at;
  update (self);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtTracePlayer *self = PT_TRACE_PLAYER (widget);

  if (self->ids != NULL)
    step_to (self, self->at > 0 ? self->at - 1 : 0);
}

static void
forward (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtTracePlayer *self = PT_TRACE_PLAYER (widget);

  if (self->ids != NULL)
    step_to (self, MIN (self->at + 1, self->n - 1));
}

/* Also at the first and the last step, where the buttons do nothing: an arrow key that nobody took
 * would move the focus away. */
static gboolean
key_back (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  back (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
key_forward (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  forward (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtTracePlayer *self = PT_TRACE_PLAYER (widget);

  pt_trace_player_stop (self);
  if (self->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
play_clicked_cb (PtTracePlayer *self)
{
  if (self->ids == NULL)
    return;
  if (self->timer == 0)
    {
      set_out (self);
      return;
    }
  pause_it (self);
  show_play (self);
}

static void
speed_changed_cb (PtTracePlayer *self)
{
  if (self->timer != 0)
    set_out (self);
}

/* --- class --- */

static void
pt_trace_player_dispose (GObject *object)
{
  PtTracePlayer *self = PT_TRACE_PLAYER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->canvas = NULL;
  pause_it (self);
  g_clear_pointer (&self->ids, g_strfreev);
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pt_trace_player_parent_class)->dispose (object);
}

static void
pt_trace_player_class_init (PtTracePlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_trace_player_dispose;
  gtk_widget_class_set_css_name (widget_class, "traceplayer");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/trace-player.ui");
  gtk_widget_class_bind_template_child (widget_class, PtTracePlayer, revealer);
  gtk_widget_class_bind_template_child (widget_class, PtTracePlayer, play);
  gtk_widget_class_bind_template_child (widget_class, PtTracePlayer, place);
  gtk_widget_class_bind_template_child (widget_class, PtTracePlayer, speed);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, speed_changed_cb);
  gtk_widget_class_install_action (widget_class, "trace.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "trace.forward", NULL, forward);
  gtk_widget_class_install_action (widget_class, "trace.stop", NULL, stop);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, key_back, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, key_forward, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "trace.stop", NULL);
}

static void
pt_trace_player_init (PtTracePlayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->speed, 1);
}
