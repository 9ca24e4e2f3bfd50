/* pt-style-words.h: whether a label says what is done
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PT_WORDS_MAX 500

/**
 * pt_words_name_no_action:
 * @proposal: (out) (transfer full) (nullable): the same with a verb: "Invoice approval" makes
 *   "Approve invoice", "Rechnungsprüfung" makes "Rechnung prüfen"
 *
 * Labels of more than %PT_WORDS_MAX bytes are not looked at. Only what a label is sure to be counts: English and German nouns of action that stand where a verb
 * should. A label in another language, or of unknown words, is taken to be right.
 */
gboolean pt_words_name_no_action (const char *label, char **proposal);
/** pt_words_begin_with_verb: Returns: whether the first word of @label is a known English verb */
gboolean pt_words_begin_with_verb (const char *label);
/** pt_words_count: Returns: how many words @label has; what stands in brackets is not counted */
guint pt_words_count (const char *label);

G_END_DECLS
