/* pt-pass-time.c: what timers and deadlines say in words becomes ISO 8601
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-passes.h"
#include "pt-expression.h"

#include <glib/gi18n-lib.h>
#include <partitur/feel.h>
#include <partitur/letter-case.h>
#include <string.h>

#include "pt-report.h"
#include "pt-time-due.h"
#include "pt-time-read.h"

static const struct
{
  const char *tag; /* of the element in a timer event definition */
  const char *label;
} kinds[] = {
  [PT_TIME_NONE] = { "timeDuration", "" },
  [PT_TIME_DATE] = { "timeDate", N_ ("a date") },
  [PT_TIME_DURATION] = { "timeDuration", N_ ("a duration") },
  [PT_TIME_CYCLE] = { "timeCycle", N_ ("a cycle") },
};

/* Which finding a reading gives; readings that need none are left out. */
static const PtCode codes[] = {
  [PT_TIME_READ_WORDS] = PT_CODE_T02,
  [PT_TIME_READ_BROKEN] = PT_CODE_T04,
  [PT_TIME_READ_UNCLEAR] = PT_CODE_T01,
};

static void
report (PtDiagnostics *diagnostics,
        const PtProgram *program,
        PtIndex node,
        PtCode code,
        const char *text,
        const char *result)
{
  const PtNode *entry = pt_program_node (program, node);
  g_autofree char *label = pt_report_node_label (program, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (diagnostics, code, g_strcmp0 (label, text) == 0 ? "" : label,
                            text ? text : "", result ? result : "", NULL);

  pt_report_at (diagnostic, &entry->origin);
  if (entry->time_iso)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_TIMER, entry->time_iso,
                           pt_report_id (&entry->origin), kinds[entry->time_kind].tag, NULL);
  else
    pt_diagnostic_add_fix (diagnostic, PT_FIX_ENTER_TIME, "", pt_report_id (&entry->origin), NULL);
}

/* What the words are read as goes by what was decided about them, if somebody did. Returns: whether
 * there is nothing more to say about it */
static gboolean
is_settled (PtProgram *program,
            const PtOrigin *origin,
            const char *text,
            PtTimeReading *reading,
            PtTimeKind *kind,
            char **iso)
{
  const PtInference *known;
  const char *read_as = pt_program_infer (program, origin, PT_INFERENCE_TIME, "", text, *iso);
  g_autofree char *settled = NULL;

  known = pt_program_recall (program, origin, PT_INFERENCE_TIME, "");
  if (!known || !known->is_current || known->state == PT_INFERENCE_PROPOSED)
    return FALSE;
  if (read_as)
    {
      *kind = PT_TIME_NONE;
      *reading = pt_time_read (read_as, kind, &settled);
    }
  else
    *reading = PT_TIME_READ_UNCLEAR;
  g_free (*iso);
  *iso = g_steal_pointer (&settled);
  return TRUE;
}

/* Where times are expressions, one that is known is a text in quotation marks. */
static const char *
without_quotes (PtProgram *program, const char *text)
{
  gsize length = text ? strlen (text) : 0;
  g_autofree char *bare = NULL;

  if (length < 3 || *text != '"' || strchr (text + 1, '"') != text + length - 1)
    return text;
  bare = g_strndup (text + 1, length - 2);
  return pt_program_string (program, bare);
}

/* Returns: (transfer none): what @text in FEEL always comes to, when it asks neither the case nor
 * the clock; else @text */
static const char *
compute (PtProgram *program, const char *text)
{
  gboolean may_be_fixed = text && *text == '=' && !strstr (text, "now") && !strstr (text, "today");
  g_autoptr (PtFeel) feel = may_be_fixed ? pt_feel_parse (text + 1, NULL, NULL) : NULL;
  g_auto (GStrv) names = feel ? pt_feel_variables (feel) : NULL;
  g_auto (PtFeelValue) value = PT_FEEL_NULL;
  g_autofree char *said = NULL;

  if (!names || names[0])
    return text;
  pt_feel_evaluate (feel, NULL, &value, NULL);
  said = value.kind == PT_FEEL_KIND_NULL ? NULL : pt_feel_value_to_string (&value);
  return said ? pt_program_string (program, said) : text;
}

/* Returns: (nullable): the word for days of work in @text (nullable): what a clock cannot count */
static const char *
find_working_days (const char *text)
{
  static const char *const words[]
      = { "working day",       "business day",   "workday",      "werktag",   "arbeitstag",
          "arbetsdag",         "vardag",         "jours ouvr",   "jour ouvr", "giorni lavorativi",
          "giorno lavorativo", "giorni feriali", "días hábiles", "día hábil", "días laborables" };
  g_autofree char *small = text ? pt_case_lower (text) : NULL;

  for (guint i = 0; small && i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i]))
      return words[i];
  return NULL;
}

/* The definition says when, or else the label does. */
static void
read_timer (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  PtNode *entry = pt_program_node (program, node);
  const char *text = entry->time_text
                         ? compute (program, without_quotes (program, entry->time_text))
                         : entry->name;
  PtTimeKind drawn = entry->time_kind, kind = drawn;
  g_autofree char *iso = NULL;
  PtTimeReading reading = text ? pt_time_read (text, &kind, &iso) : PT_TIME_READ_UNCLEAR;

  if (text && reading >= PT_TIME_READ_WORDS && reading != PT_TIME_READ_BROKEN
      && is_settled (program, &entry->origin, text, &reading, &kind, &iso))
    drawn = kind;
  if (iso)
    {
      entry->time_iso = pt_program_string (program, iso);
      entry->time_kind = kind == PT_TIME_NONE ? PT_TIME_DURATION : kind;
    }
  if (reading == PT_TIME_READ_UNCLEAR && entry->time_text
      && pt_expression_is_foreign (entry->language))
    entry->time_iso = text;
  else if (reading == PT_TIME_READ_UNCLEAR && !entry->time_text)
    report (diagnostics, program, node, PT_CODE_T03, find_working_days (text), NULL);
  else if (reading >= PT_TIME_READ_WORDS)
    report (diagnostics, program, node, codes[reading], text, iso);
  else if (drawn != PT_TIME_NONE && drawn != kind)
    report (diagnostics, program, node, PT_CODE_T05, text, _ (kinds[kind].label));
}

/* The names in the brackets of "${name}", or in FEEL. Returns: (transfer full) (nullable) */
static char *
names_in (const char *text)
{
  gboolean is_engines = pt_expression_is_juel (text);
  g_autofree char *inside
      = is_engines ? g_strndup (text + 2, strcspn (text + 2, "}")) : g_strdup (text + 1);
  g_autoptr (PtFeel) feel
      = is_engines && strpbrk (inside, ".(") ? NULL : pt_feel_parse (inside, NULL, NULL);
  g_auto (GStrv) names = feel ? pt_feel_variables (feel) : NULL;

  return names && names[0] ? g_strjoinv (", ", names) : NULL;
}

/* What begins a case at a time cannot go by what the case knows. What an engine may know besides is
 * its own. */
static void
check_start (const PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  const PtNode *entry = pt_program_node (program, node);
  g_autofree char *names = NULL, *label = NULL;
  PtDiagnostic *finding;

  if (entry->type != PT_BPMN_START_EVENT || !entry->time_iso
      || !pt_expression_is_marked (entry->time_iso)
      || pt_program_scope (program, entry->scope)->parent != PT_NO_INDEX)
    return;
  names = names_in (entry->time_iso);
  if (!names)
    return;
  label = pt_report_node_label (program, node);
  finding = pt_diagnostics_add (diagnostics, PT_CODE_T08, label, names, NULL);
  pt_report_at (finding, &entry->origin);
  if (*entry->time_iso != '=')
    finding->severity = MIN (finding->severity, PT_SEVERITY_WARNING);
}

/* ----- events without a definition -------------------------------------------------------------
 */

static gboolean
says_a_time (const PtNode *entry, PtTimeKind *kind)
{
  g_autofree char *iso = NULL;
  PtTimeReading reading;

  *kind = PT_TIME_NONE;
  reading = entry->name ? pt_time_read (entry->name, kind, &iso) : PT_TIME_READ_UNCLEAR;
  return iso && (reading == PT_TIME_READ_WORDS || reading == PT_TIME_READ_ISO);
}

/* A plain event that is to be waited for is a timer when its label is a time. */
static void
complete_waiting (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  PtNode *entry = pt_program_node (program, node);
  PtTimeKind kind;

  if (!says_a_time (entry, &kind))
    {
      report (diagnostics, program, node, PT_CODE_T09, find_working_days (entry->name), NULL);
      return;
    }
  entry->event_definition = PT_BPMN_TIMER_EVENT_DEFINITION;
  entry->n_event_definitions = 1;
  read_timer (program, node, diagnostics);
}

/* A case may begin whenever somebody begins it, so a plain start event is left as it is. */
static void
check_plain_start (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  const PtNode *entry = pt_program_node (program, node);
  g_autofree char *iso = NULL;
  PtTimeKind kind = PT_TIME_NONE;
  PtDiagnostic *finding;

  if (pt_program_scope (program, entry->scope)->parent != PT_NO_INDEX || !entry->name
      || pt_time_read (entry->name, &kind, &iso) != PT_TIME_READ_WORDS || kind == PT_TIME_DURATION)
    return;
  finding = pt_diagnostics_add (diagnostics, PT_CODE_T10, entry->name, NULL);
  pt_report_at (finding, &entry->origin);
  pt_diagnostic_add_fix (finding, PT_FIX_SET_TIMER, iso, pt_report_id (&entry->origin),
                         kinds[kind].tag, NULL);
}

static const struct
{
  PtBpmnType type;
  void (*look) (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics);
} plain_events[] = {
  { PT_BPMN_INTERMEDIATE_CATCH_EVENT, complete_waiting },
  { PT_BPMN_BOUNDARY_EVENT, complete_waiting },
  { PT_BPMN_START_EVENT, check_plain_start },
};

static void
look_at_plain (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics)
{
  const PtNode *entry = pt_program_node (program, node);

  for (guint i = 0; i < G_N_ELEMENTS (plain_events); i++)
    if (entry->type == plain_events[i].type && entry->n_event_definitions == 0)
      plain_events[i].look (program, node, diagnostics);
}

/* ----- the pass ------------------------------------------------------------------------------- */

PtProgram *
pt_pass_time (PtProgram *program, PtDiagnostics *diagnostics)
{
  PtProgram *result = pt_program_open (program);

  for (guint i = 0; i < result->nodes->len; i++)
    if (pt_bpmn_type_is_a (pt_program_node (result, i)->type, PT_BPMN_EVENT)
        && pt_program_node (result, i)->event_definition == PT_BPMN_NONE)
      look_at_plain (result, i, diagnostics);
    else if (pt_program_node (result, i)->event_definition == PT_BPMN_TIMER_EVENT_DEFINITION)
      {
        read_timer (result, i, diagnostics);
        check_start (result, i, diagnostics);
      }
    else if (pt_bpmn_type_is_a (pt_program_node (result, i)->type, PT_BPMN_ACTIVITY))
      pt_time_find_due (result, i, diagnostics);
  pt_program_seal (result);
  return result;
}
