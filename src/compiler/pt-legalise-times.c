/* pt-legalise-times.c: times as the target reads them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"
#include "pt-expression.h"
#include "pt-time-read.h"

#include <string.h>

static const char *
text_of (const PtNode *node)
{
  return node->time_iso ? node->time_iso : node->time_text;
}

static gboolean
is_cron (const PtNode *node, const char *text)
{
  return node->time_kind == PT_TIME_CYCLE && *text != 'R' && !pt_expression_is_marked (text);
}

/* ----- the first of many times ---------------------------------------------------------------- */

/* Of R/start/period or R/period, and R/period/end. */
static void
take_first_time (PtLegalise *self, PtNode *node)
{
  g_auto (GStrv) parts = g_strsplit (text_of (node), "/", 3);

  if (g_strv_length (parts) < 2)
    return;
  node->time_iso = pt_program_string (self->program, parts[1]);
  node->time_kind = *parts[1] == 'P' ? PT_TIME_DURATION : PT_TIME_DATE;
}

/* That is said already. */
static gboolean
is_refused_cron (PtLegalise *self, const PtNode *node)
{
  return (self->target->lacks & PT_LACK_CRON) && is_cron (node, text_of (node));
}

/* Where a time can come only once, it may be written as one that does not repeat. */
void
pt_legalise_first_times (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (node->time_kind == PT_TIME_CYCLE && text_of (node) && pt_legalise_is_played (self, i)
          && pt_legalise_happens_once (self, node))
        {
          take_first_time (self, node);
          if (node->time_kind == PT_TIME_CYCLE && !is_refused_cron (self, node))
            pt_legalise_report (self, PT_CODE_X44, i, text_of (node));
        }
    }
}

/* ----- zones ---------------------------------------------------------------------------------- */

static gboolean
has_zone (const char *date)
{
  const char *time = strchr (date, 'T');

  return time && strpbrk (time, "Z+-");
}

void
pt_legalise_zones (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);
      const char *text = text_of (node);
      g_autofree char *zoned = NULL;

      if (node->time_kind != PT_TIME_DATE || !text || !g_ascii_isdigit (*text) || has_zone (text)
          || !pt_legalise_is_played (self, i))
        continue;
      pt_legalise_report (self, PT_CODE_X43, i, text);
      zoned = g_strconcat (text, "Z", NULL);
      node->time_iso = pt_program_string (self->program, zoned);
    }
}

/* ----- what the target cannot read ------------------------------------------------------------ */

void
pt_legalise_cron (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->time_kind != PT_TIME_NONE && text_of (node) && is_cron (node, text_of (node))
          && pt_legalise_is_played (self, i))
        pt_legalise_report (self, PT_CODE_X44, i, text_of (node));
    }
}

/* Returns: whether it is FEEL and can be said in the words of the target */
static gboolean
translate (PtLegalise *self, PtNode *node)
{
  const PtDialect *dialect = self->target->dialect;
  const char *text = text_of (node);
  g_autoptr (PtFeel) feel = *text == '=' ? pt_feel_parse (text + 1, NULL, NULL) : NULL;
  g_autofree char *said = feel && dialect->from_feel ? dialect->from_feel (feel, NULL) : NULL;

  if (said)
    node->time_iso = pt_program_string (self->program, said);
  return said != NULL;
}

/* An expression of engines in Java becomes one in FEEL, where those do not read it. */
static void
read_juel (PtLegalise *self, PtNode *node)
{
  const char *text = text_of (node), *said = pt_legalise_read_juel (self, text);
  g_autofree char *marked = said == text ? NULL : g_strconcat ("=", said, NULL);

  if (marked)
    node->time_iso = pt_program_string (self->program, marked);
}

/* In the words of the target already, and no time that is known. */
static gboolean
is_own_expression (PtLegalise *self, const PtNode *node)
{
  g_autofree char *iso = NULL;
  PtTimeKind kind = node->time_kind;

  return g_strcmp0 (node->language, self->target->dialect->language) == 0
         && pt_time_read (text_of (node), &kind, &iso) != PT_TIME_READ_ISO;
}

/* In a language that the file names and the target does not know. */
static gboolean
is_unknown (PtLegalise *self, const PtNode *node)
{
  return self->target->dialect->others && pt_expression_is_foreign (node->language)
         && g_strcmp0 (node->language, self->target->dialect->language) != 0
         && !pt_expression_is_marked (text_of (node)) && !is_own_expression (self, node)
         && strchr ("PR", *text_of (node)) == NULL && !g_ascii_isdigit (*text_of (node));
}

static void
say_time (PtLegalise *self, PtIndex i)
{
  const PtDialect *dialect = self->target->dialect;
  PtNode *node = pt_program_node (self->program, i);
  const char *text;
  g_autofree char *quoted = NULL;

  read_juel (self, node);
  text = text_of (node);
  if (is_unknown (self, node))
    pt_legalise_report (self, PT_CODE_X44, i, text);
  if (is_own_expression (self, node) || translate (self, node))
    return;
  if (pt_expression_is_marked (text) && dialect->others
      && (!dialect->time_marks || !strchr (dialect->time_marks, *text)))
    pt_legalise_report (self, PT_CODE_X44, i, text);
  if (!dialect->quotes_times)
    return;
  quoted = g_strdup_printf ("\"%s\"", text);
  node->time_iso = pt_program_string (self->program, quoted);
}

void
pt_legalise_times (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->time_kind != PT_TIME_NONE && text_of (node) && pt_legalise_is_played (self, i))
        say_time (self, i);
    }
}

/* ----- who hears the clock -------------------------------------------------------------------- */

static gboolean
is_chosen_timer (PtLegalise *self, PtIndex flow)
{
  PtIndex target = pt_program_flow (self->program, flow)->target;

  return target != PT_NO_INDEX
         && pt_program_node (self->program, target)->time_kind != PT_TIME_NONE;
}

/* Of several behind one gateway, only the first is heard. */
void
pt_legalise_chosen_timers (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      guint n_timers = 0;

      if (node->type != PT_BPMN_EVENT_BASED_GATEWAY || !pt_legalise_is_played (self, i))
        continue;
      for (guint k = 0; k < node->n_out; k++)
        {
          PtIndex flow = pt_program_flow_out (self->program, i, k);

          if (is_chosen_timer (self, flow) && n_timers++ > 0)
            pt_legalise_report (self, PT_CODE_X45, pt_program_flow (self->program, flow)->target,
                                NULL);
        }
    }
}
