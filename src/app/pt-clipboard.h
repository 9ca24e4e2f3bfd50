/* pt-clipboard.h: parts of a drawing on the desktop's clipboard
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/canvas.h>

G_BEGIN_DECLS

/** pt_clipboard_copy: puts the selection of @canvas on the clipboard, as BPMN text */
void pt_clipboard_copy (PtCanvas *canvas);
/** pt_clipboard_paste: puts what is on the clipboard into the middle of the view, if it is BPMN */
void pt_clipboard_paste (PtCanvas *canvas);

G_END_DECLS
