/* pt-canvas-style.c: the looks of what floats above the paper, and the ink that fits the theme
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

/* Above the theme, below the application's own style sheet, which may say otherwise. */
#define STYLE_PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_THEME + 1)

static const char style[]
    = "contextpad { background-color: @theme_bg_color; border-radius: 8px; padding: 2px;"
      "  box-shadow: 0 1px 4px alpha(black, 0.35); }"
      "contextpad button { min-width: 24px; min-height: 24px; padding: 3px; }"
      "labeleditor { border-radius: 4px; background-color: @theme_base_color;"
      "  box-shadow: 0 0 0 2px @theme_selected_bg_color; }"
      "labeleditor textview, labeleditor textview text { background: none; }"
      "canvas:focus-visible { outline: none; }";

void
pt_canvas_install_style (GdkDisplay *display)
{
  static const char key[] = "pt-canvas-style";
  GtkCssProvider *provider;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              STYLE_PRIORITY);
  g_object_set_data_full (G_OBJECT (display), key, provider, g_object_unref);
}

gboolean
pt_canvas_choose_ink (PtCanvas *self)
{
  GdkRGBA text;
  gboolean dark;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  /* Relative luminance by ITU-R BT.709, near enough without linearising: bright text, dark theme.
   */
  dark = 0.2126 * text.red + 0.7152 * text.green + 0.0722 * text.blue > 0.5;
  if (dark == pt_painter_get_ink (self->painter)->dark)
    return FALSE;
  pt_painter_set_ink (self->painter, dark ? &pt_ink_dark : &pt_ink_light);
  return TRUE;
}
