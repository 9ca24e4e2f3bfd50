/* pt-inference.c: what the group thinks of what is read into its drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-inference.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <partitur/compiler.h>
#include <partitur/feel.h>
#include <partitur/modeling.h>

#include "pt-decide.h"
#include "pt-time-read.h"

/* ----- names ---------------------------------------------------------------------------------- */

typedef char *(*Reader) (const char *value);

static char *read_name (const char *value);
static char *read_condition (const char *value);
static char *read_type (const char *value);
static char *read_time (const char *value);
static char *read_text (const char *value);
static char *read_key (const char *value);

/* How a kind is called in files, what it is called for people, how somebody's own reading is
 * understood, and what to say when it is not. */
static const struct
{
  const char *id, *label;
  Reader read; /* (nullable): can be taken or refused only */
  const char *complaint;
} kinds[PT_N_INFERENCES] = {
  [PT_INFERENCE_QUESTION] = { "question", N_ ("Question"), read_name,
                              N_ ("That is no name of a variable: it begins with a letter; "
                                  "letters, digits and _ follow.") },
  [PT_INFERENCE_CONDITION] = { "condition", N_ ("Condition"), read_condition,
                               N_ ("That is no condition. One is for instance: amount > 100.") },
  [PT_INFERENCE_TYPE]
  = { "type", N_ ("Type"), read_type,
      N_ ("That is no type. There are boolean, number, string, date, time, date and time.") },
  [PT_INFERENCE_TIME]
  = { "time", N_ ("Time"), read_time,
      N_ ("It is not clear when that is. Clear are for instance “3 days” and P3D.") },
  [PT_INFERENCE_MESSAGE]
  = { "message", N_ ("Message"), read_text, N_ ("A name has at least one letter.") },
  [PT_INFERENCE_CORRELATION] = { "correlation", N_ ("Key of the case"), read_key,
                                 N_ ("That is neither the name of a variable nor an expression.") },
  [PT_INFERENCE_MAPPING] = { "mapping", N_ ("Hand-over"), NULL, NULL },
  [PT_INFERENCE_DUE]
  = { "due", N_ ("Due"), read_time,
      N_ ("It is not clear when that is. Clear are for instance “3 days” and P3D.") },
  [PT_INFERENCE_TOPIC] = { "topic", N_ ("Job"), read_text, N_ ("A name has at least one letter.") },
};

static const struct
{
  const char *id, *label;
} states[] = {
  [PT_INFERENCE_PROPOSED] = { "proposed", N_ ("proposed") },
  [PT_INFERENCE_ACCEPTED] = { "accepted", N_ ("accepted") },
  [PT_INFERENCE_CHANGED] = { "changed", N_ ("changed") },
  [PT_INFERENCE_REFUSED] = { "refused", N_ ("refused") },
};

gboolean
pt_inference_kind_from_id (const char *id, PtInferenceKind *kind)
{
  for (guint i = 0; id && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
pt_inference_state_from_id (const char *id, PtInferenceState *state)
{
  for (guint i = 0; id && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].id, id))
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

const char *
pt_inference_kind_id (PtInferenceKind kind)
{
  return kinds[kind].id;
}

const char *
pt_inference_kind_label (PtInferenceKind kind)
{
  return _ (kinds[kind].label);
}

gboolean
pt_inference_kind_is_open (PtInferenceKind kind)
{
  return kinds[kind].read != NULL;
}

const char *
pt_inference_state_id (PtInferenceState state)
{
  return states[state].id;
}

const char *
pt_inference_state_label (PtInferenceState state)
{
  return _ (states[state].label);
}

/* ----- somebody's own reading ----------------------------------------------------------------- */

static char *
read_text (const char *value)
{
  char *line = pt_answer_on_one_line (value);

  if (*line)
    return line;
  g_free (line);
  return NULL;
}

static char *
read_name (const char *value)
{
  g_autofree char *line = pt_answer_on_one_line (value);
  g_autoptr (PtFeel) feel = pt_feel_parse (line, NULL, NULL);

  return feel && g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_]*$", line, 0, 0)
             ? g_steal_pointer (&line)
             : NULL;
}

static char *
read_condition (const char *value)
{
  g_autofree char *text = NULL;
  g_autofree char *foreign = NULL;

  return pt_condition_read (value, "feel", &text, &foreign, NULL) == PT_CONDITION_FEEL
             ? g_steal_pointer (&text)
             : NULL;
}

static char *
read_type (const char *value)
{
  static const char *const types[]
      = { "boolean", "number", "string", "date", "time", "date and time", NULL };
  g_autofree char *line = pt_answer_on_one_line (value);

  return g_strv_contains (types, line) ? g_steal_pointer (&line) : NULL;
}

static char *
read_time (const char *value)
{
  PtTimeKind kind = PT_TIME_NONE;
  char *iso = NULL;

  pt_time_read (value, &kind, &iso);
  return iso;
}

static char *
read_key (const char *value)
{
  g_autofree char *line = pt_answer_on_one_line (value);
  g_autoptr (PtFeel) feel = pt_feel_parse (line + (*line == '='), NULL, NULL);

  return feel ? pt_feel_to_string (feel) : NULL;
}

gboolean
pt_compiler_settle (PtProcessGraph *graph,
                    const PtInference *inference,
                    PtInferenceState state,
                    const char *value,
                    GError **error)
{
  g_autofree char *read = NULL;
  const char *kind = kinds[inference->kind].id;

  if (state == PT_INFERENCE_CHANGED)
    {
      Reader reader = kinds[inference->kind].read;

      read = reader && value ? reader (value) : NULL;
      if (!read)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               reader ? _ (kinds[inference->kind].complaint)
                                      : _ ("This can be accepted or refused, not changed."));
          return FALSE;
        }
    }
  if (pt_modeling_settle (graph, inference->element, kind, inference->subject, inference->written,
                          state == PT_INFERENCE_PROPOSED ? NULL : states[state].id,
                          read ? read : inference->read_as))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("The drawing has changed: this is no longer in it."));
  return FALSE;
}

guint
pt_compiler_accept (PtProcessGraph *graph, const PtCompilation *compilation, PtPass pass)
{
  PtDocument *document = pt_process_graph_get_document (graph);
  g_autoptr (GPtrArray) inferences = pt_compilation_get_inferences (compilation);
  guint n = 0;

  pt_document_begin (document, _ ("Accept all"));
  for (guint i = 0; i < inferences->len; i++)
    {
      const PtInference *inference = g_ptr_array_index (inferences, i);

      if (inference->state == PT_INFERENCE_PROPOSED
          && pt_pass_of_inference (inference->kind) == pass)
        n += pt_compiler_settle (graph, inference, PT_INFERENCE_ACCEPTED, NULL, NULL);
    }
  pt_document_commit (document);
  return n;
}
