/* pt-desk.c: a window on an X server, driven by real pointer and key events
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-desk.h"

#define PATIENCE (30 * G_TIME_SPAN_SECOND)

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

/* What libraries allocate as they are loaded is no leak: GLib's first table of quarks is left
 * behind when it grows. Constructors of the program run after those of its libraries, this before
 * them. */
__attribute__ ((section (".preinit_array"), used)) static void (*const before_libraries) (void)
    = __lsan_disable;

__attribute__ ((constructor)) static void
after_libraries (void)
{
  __lsan_enable ();
}
#endif

/* One program for all windows of a test, as a desktop has it. */
static PtApplication *
get_application (void)
{
  static PtApplication *application;

  if (application == NULL)
    {
      application = pt_application_new ();
      g_application_set_flags (G_APPLICATION (application),
                               G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

PtWindow *
pt_desk_open (void)
{
  PtWindow *window = pt_window_new (get_application ());

  gtk_window_set_default_size (GTK_WINDOW (window), 1840, 1000);
  gtk_window_present (GTK_WINDOW (window));
  pt_desk_spin (300);
  return window;
}

PtWindow *
pt_desk_open_small (void)
{
  PtWindow *window = pt_desk_open ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  pt_desk_spin (500);
  return window;
}

void
pt_desk_close (PtWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 100 && window != NULL; i++)
    pt_desk_spin (20);
  g_assert_null (window);
}

/* A slow machine may have more to do when the time is over: that is waited for, too. */
void
pt_desk_spin (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
  gint64 latest = g_get_monotonic_time () + PATIENCE;
  guint n_idle = 0;

  while (g_get_monotonic_time () < end || (n_idle < 5 && g_get_monotonic_time () < latest))
    {
      n_idle = g_main_context_iteration (NULL, FALSE) ? 0 : n_idle + 1;
      if (n_idle > 0)
        g_usleep (1000);
    }
}

void
pt_desk_wait_at (const char *place,
                 const char *what,
                 gboolean (*done) (gpointer),
                 gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (user_data))
    {
      if (g_get_monotonic_time () >= end)
        g_error ("%s: waited in vain for %s", place, what);
      pt_desk_spin (10);
    }
}

static void
ended_cb (GObject *process, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *)user_data = TRUE;
}

void
pt_desk_xdotool (const char *format, ...)
{
  g_autofree char *words = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *line = NULL;
  gboolean ended = FALSE;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  line = g_strconcat ("xdotool ", words, NULL);
  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  process = g_subprocess_newv ((const char *const *)argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  pt_desk_spin (60);
}

void
pt_desk_on_screen (GtkWidget *widget, double x, double y, int *screen_x, int *screen_y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double in_x, in_y, offset_x, offset_y;

  g_assert_true (
      gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &in_x, &in_y));
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  for (GdkSurface *surface = gtk_native_get_surface (native); GDK_IS_POPUP (surface);
       surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      offset_x += gdk_popup_get_position_x (GDK_POPUP (surface));
      offset_y += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  *screen_x = (int)(in_x + offset_x);
  *screen_y = (int)(in_y + offset_y);
}

void
pt_desk_drag (int from_x, int from_y, int to_x, int to_y)
{
  pt_desk_xdotool ("mousemove %d %d", from_x, from_y);
  pt_desk_xdotool ("mousedown 1");
  pt_desk_spin (200);
  for (int i = 1; i <= 12; i++)
    pt_desk_xdotool ("mousemove %d %d", from_x + (to_x - from_x) * i / 12,
                     from_y + (to_y - from_y) * i / 12);
  pt_desk_spin (150);
  pt_desk_xdotool ("mouseup 1");
  pt_desk_spin (200);
}

GtkWidget *
pt_desk_find (GtkWidget *parent, const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = gtk_widget_get_tooltip_text (child);
      GtkWidget *found;

      if (text != NULL && g_str_has_prefix (text, tooltip))
        return child;
      found = pt_desk_find (child, tooltip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
pt_desk_find_button (GtkWidget *parent, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_BUTTON (child) && gtk_widget_get_mapped (child)
          && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)
        return child;
      found = pt_desk_find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWindow *
pt_desk_find_dialog (PtWindow *window)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window)
          && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

GtkWidget *
pt_desk_find_kind (GtkWidget *parent, const char *css_name)
{
  if (g_str_equal (gtk_widget_get_css_name (parent), css_name))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pt_desk_find_kind (child, css_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The middle of @widget on the screen. */
static void
find_middle (GtkWidget *widget, int *x, int *y)
{
  pt_desk_on_screen (widget, gtk_widget_get_width (widget) / 2.0,
                     gtk_widget_get_height (widget) / 2.0, x, y);
}

/* What slides in or changes size is clicked where it comes to rest. */
static void
find_resting_middle (GtkWidget *widget, int *x, int *y)
{
  int last_x, last_y;

  find_middle (widget, x, y);
  for (guint still = 0; still < 3;)
    {
      last_x = *x;
      last_y = *y;
      pt_desk_spin (60);
      find_middle (widget, x, y);
      still = *x == last_x && *y == last_y ? still + 1 : 0;
    }
}

void
pt_desk_click (GtkWidget *widget)
{
  int x, y;

  find_resting_middle (widget, &x, &y);
  pt_desk_xdotool ("mousemove %d %d", x, y);
  pt_desk_xdotool ("click 1");
  pt_desk_spin (300);
}

void
pt_desk_press (gpointer parent, const char *label)
{
  GtkWidget *button = pt_desk_find_button (GTK_WIDGET (parent), label);

  if (button == NULL)
    g_error ("no button %s", label);
  pt_desk_click (button);
}

GtkWidget *
pt_desk_find_text (GtkWidget *parent, const char *text)
{
  if (GTK_IS_LABEL (parent) && gtk_widget_get_mapped (parent)
      && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (parent)), text))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pt_desk_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
pt_desk_has_page (gpointer window)
{
  return pt_window_get_page (window) != NULL;
}

gboolean
pt_desk_has_dialog (gpointer window)
{
  return pt_desk_find_dialog (window) != NULL;
}

PtPage *
pt_desk_open_file (PtWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  pt_window_open (window, file);
  pt_desk_wait (pt_desk_has_page, window);
  pt_desk_spin (300);
  return pt_window_get_page (window);
}

PtPage *
pt_desk_open_unfinished (PtWindow *window)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "compiler", "unfinished.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  return page;
}

gboolean
pt_desk_is_current (gpointer page)
{
  return pt_live_compiler_is_current (pt_page_get_compiler (page));
}

void
pt_desk_picture (GtkWidget *window, const char *name)
{
  const char *folder = g_getenv ("PT_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *area = g_strdup_printf ("%dx%d+0+0", gtk_widget_get_width (window),
                                           gtk_widget_get_height (window));
  g_autoptr (GSubprocess) process = NULL;

  if (path == NULL)
    return;
  pt_desk_spin (500);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "import", "-window", "root", "-crop",
                              area, path, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
}

PtElement *
pt_desk_find_type (PtPage *page, PtBpmnType type)
{
  GPtrArray *elements = pt_process_graph_get_elements (pt_page_get_graph (page));

  for (guint i = 0; i < elements->len; i++)
    if (((PtElement *)g_ptr_array_index (elements, i))->type == type)
      return g_ptr_array_index (elements, i);
  return NULL;
}
