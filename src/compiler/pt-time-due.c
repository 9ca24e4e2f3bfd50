/* pt-time-due.c: when work has to be done
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file may say so at the activity. Else its name or an annotation may: “Decide within 3 days”.
 * The words of a deadline follow a word that begins one, and end where they are understood best: of
 * “3 days after receipt” the longest beginning that is a clear time is “3 days”.
 */
#include "pt-time-due.h"

#include <partitur/letter-case.h>

#include "pt-report.h"
#include "pt-time-read.h"
#include "pt-time-words.h"

#include <string.h>

/* What begins a deadline, folded, in each of the languages; the longer ones first. */
static const char *const beginnings[] = {
  "within",       "no later than",  "at the latest",    "due in",        "innerhalb von",
  "innerhalb",    "binnen",         "spätestens nach",  "spätestens am", "inom",
  "senast efter", "entro",          "dans un délai de", "dans les",      "sous",
  "dentro de",    "en un plazo de", "en el plazo de",
};

#define SEPARATORS ".,;:()[]\n\r"

/* Of a longer text, only the beginning is read: a name has so many bytes, a time in it so many. */
#define MOST_BYTES 1000
#define MOST_TIME 100

/* ----- words ---------------------------------------------------------------------------------- */

static gboolean
is_word_end (const char *at)
{
  return *at == '\0' || !g_unichar_isalnum (g_utf8_get_char (at));
}

/* Returns: (nullable): what follows @beginning in @text, where it stands as words of its own */
static const char *
after (const char *text, const char *beginning)
{
  gsize length = strlen (beginning);

  for (const char *at = strstr (text, beginning); at; at = strstr (at + 1, beginning))
    if (is_word_end (at + length) && (at == text || is_word_end (g_utf8_prev_char (at))))
      return at + length;
  return NULL;
}

/* Takes the last word off. Returns: whether one is left */
static gboolean
shorten (char *words)
{
  char *space = strrchr (words, ' ');

  if (space == NULL)
    return FALSE;
  *space = '\0';
  return TRUE;
}

static gboolean
is_deadline (PtTimeKind kind)
{
  return kind == PT_TIME_DURATION || kind == PT_TIME_DATE;
}

/* Takes off what says no more about the time: “2 weeks after receipt” are “2 weeks”. */
static void
drop_fillers (char *words, const char *iso)
{
  g_autofree char *fewer = g_strdup (words);
  gboolean is_same = TRUE;

  while (is_same && shorten (fewer))
    {
      g_autofree char *other = NULL;
      PtTimeKind kind = PT_TIME_NONE;

      is_same = pt_time_read_words (fewer, &kind, &other) && g_strcmp0 (iso, other) == 0;
      if (is_same)
        words[strlen (fewer)] = '\0';
    }
}

/* “5 jours ouvrés” are not five days: a word that makes it unclear may follow. */
static gboolean
goes_on_unclearly (const char *rest)
{
  const char *start = rest + strspn (rest, " ");
  g_autofree char *word = g_strndup (start, strcspn (start, " "));
  g_autoptr (GArray) tokens = pt_time_tokenize (word);

  return tokens->len > 0 && g_array_index (tokens, PtTimeToken, 0).word == PT_WORD_VAGUE;
}

/* Returns: (transfer full) (nullable): the longest beginning of @rest that is a clear time, in its
 * own words */
static char *
longest_time (const char *rest, PtTimeKind *kind, char **iso)
{
  g_autofree char *words
      = g_strstrip (g_utf8_make_valid (rest, (gssize)MIN (strcspn (rest, SEPARATORS), MOST_TIME)));
  g_autofree char *all = g_strdup (words);

  do
    {
      *kind = PT_TIME_NONE;
      g_clear_pointer (iso, g_free);
      if (pt_time_read_words (words, kind, iso) && is_deadline (*kind))
        {
          if (goes_on_unclearly (all + strlen (words)))
            break;
          drop_fillers (words, *iso);
          return g_steal_pointer (&words);
        }
    }
  while (shorten (words));
  g_clear_pointer (iso, g_free);
  return NULL;
}

char *
pt_time_read_due (const char *text, PtTimeKind *kind, char **iso)
{
  g_autofree char *read = g_utf8_make_valid (text, (gssize)strnlen (text, MOST_BYTES));
  g_autofree char *lower = pt_case_lower (read);

  *iso = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      const char *rest = after (lower, beginnings[i]);
      char *words = rest ? longest_time (rest, kind, iso) : NULL;

      if (words)
        return words;
    }
  return NULL;
}

/* ----- what the file says --------------------------------------------------------------------- */

/* "=now() + duration("P3D")" is how Camunda 8 says what others call P3D. */
static char *
plain_due (const char *text)
{
  g_autoptr (GRegex) worked_out
      = g_regex_new ("^=\\s*now\\(\\)\\s*\\+\\s*duration\\(\\s*\"([^\"]+)\"\\s*\\)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (worked_out, text, 0, &match) ? g_match_info_fetch (match, 1)
                                                     : g_strdup (text);
}

static PtDiagnostic *
report (PtDiagnostics *diagnostics,
        const PtProgram *program,
        PtIndex node,
        PtCode code,
        const char *text,
        const char *result)
{
  g_autofree char *label = pt_report_node_label (program, node);
  PtDiagnostic *finding
      = pt_diagnostics_add (diagnostics, code, label, text, result ? result : "", NULL);

  pt_report_at (finding, &pt_program_node (program, node)->origin);
  return finding;
}

static void
read_said (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  PtNode *entry = pt_program_node (program, node);
  g_autofree char *text = plain_due (entry->due_text);
  g_autofree char *iso = NULL;
  PtTimeKind kind = PT_TIME_NONE;
  PtTimeReading reading = pt_time_read (text, &kind, &iso);

  if (reading == PT_TIME_READ_FOREIGN)
    return;
  if (iso && is_deadline (kind))
    {
      entry->due_iso = pt_program_string (program, iso);
      entry->due_kind = kind;
    }
  else
    report (diagnostics, program, node, PT_CODE_T07, entry->due_text, NULL);
}

/* ----- what words say ------------------------------------------------------------------------- */

/* What was decided about the words goes before what is read now. Returns: whether somebody did */
static gboolean
settle (PtProgram *program, const PtOrigin *origin, const char *words, PtTimeKind *kind, char **iso)
{
  const char *read_as = pt_program_infer (program, origin, PT_INFERENCE_DUE, "", words, *iso);
  const PtInference *known = pt_program_recall (program, origin, PT_INFERENCE_DUE, "");

  if (!known || !known->is_current || known->state == PT_INFERENCE_PROPOSED)
    return FALSE;
  g_clear_pointer (iso, g_free);
  *kind = PT_TIME_NONE;
  if (read_as)
    pt_time_read (read_as, kind, iso);
  return TRUE;
}

static void
read_words (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  PtNode *entry = pt_program_node (program, node);
  const char *const texts[] = { entry->name, entry->remarks };
  g_autofree char *iso = NULL;
  g_autofree char *words = NULL;
  PtTimeKind kind = PT_TIME_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (texts) && !words; i++)
    words = texts[i] ? pt_time_read_due (texts[i], &kind, &iso) : NULL;
  if (!words)
    return;
  if (!settle (program, &entry->origin, words, &kind, &iso))
    report (diagnostics, program, node, PT_CODE_T06, words, iso);
  if (!iso || !is_deadline (kind))
    return;
  entry->due_iso = pt_program_string (program, iso);
  entry->due_kind = kind;
}

void
pt_time_find_due (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  const PtNode *entry = pt_program_node (program, node);

  if (entry->due_text)
    read_said (program, node, diagnostics);
  else if (entry->type == PT_BPMN_TASK || entry->type == PT_BPMN_USER_TASK
           || entry->type == PT_BPMN_MANUAL_TASK)
    read_words (program, node, diagnostics);
}
