/* pt-expression.h: what a text is written in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pt_expression_is_juel: Returns: whether @text begins as engines in Java mark an expression:
 * "${" or "#{" */
gboolean pt_expression_is_juel (const char *text);
/** pt_expression_is_marked: Returns: whether @text is marked as an expression in the notation of
 * some engine, as above or by "=", so that it is no name, no time and no id */
gboolean pt_expression_is_marked (const char *text);
/** pt_expression_is_foreign: Returns: whether a file says that an expression is in another
 * @language (nullable) than FEEL */
gboolean pt_expression_is_foreign (const char *language);
/** pt_expression_to_feel: @language: (nullable): what the file says that @text is in. Returns:
 * (transfer full) (nullable): what engines in Java write as FEEL, and other text as it is, right or
 * wrong; %NULL when it is in another language, or FEEL cannot say the same */
char *pt_expression_to_feel (const char *text, const char *language);

G_END_DECLS
