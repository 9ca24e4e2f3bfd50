/* pt-feel-translate-call.c: functions in other languages
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-translate.h"

static const PtFeelPhrase *
find_phrase (PtFeelSpeaker *self, const PtFeelNode *node)
{
  for (const PtFeelPhrase *phrase = self->dialect->phrases; phrase->name; phrase++)
    if (pt_feel_is_call (node, phrase->name) && node->n_args - 1 == phrase->n_args
        && node->n_binders == 0)
      return phrase;
  return NULL;
}

static void
say_phrase (PtFeelSpeaker *self, const PtFeelNode *node, const char *words)
{
  for (; *words; words++)
    if (strchr ("$#~", *words))
      {
        int binding = *words == '$' ? PT_BIND_POSTFIX : *words == '~' ? PT_BIND_SUM : PT_BIND_OR;

        pt_say_raw (self, node->args[*++words - '0' + 1], binding);
      }
    else
      g_string_append_c (self->out, *words);
}

/* “a != null ? a : b” */
static void
say_default (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  const PtFeelNode *value = node->args[1];
  gboolean wrap = binding > PT_BIND_NONE, in_middle = self->dialect->choice_in_middle;

  pt_say_open (self, wrap);
  if (in_middle)
    {
      pt_say_value (self, value, PT_BIND_OR);
      g_string_append (self->out, " if ");
    }
  pt_say_value (self, value, PT_BIND_SUM);
  g_string_append (self->out, self->dialect->is_not_null);
  g_string_append (self->out, in_middle ? " else " : " ? ");
  if (!in_middle)
    {
      pt_say_value (self, value, PT_BIND_OR);
      g_string_append (self->out, " : ");
    }
  pt_say_value (self, node->args[2], PT_BIND_OR);
  pt_say_close (self, wrap);
}

static gboolean
is_default (const PtFeelNode *node)
{
  return pt_feel_is_call (node, "get or else") && node->n_args == 3 && node->n_binders == 0;
}

static void
say_defined (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  gboolean wrap = binding > PT_BIND_EQUALITY;

  pt_say_open (self, wrap);
  pt_say_value (self, node->args[1], PT_BIND_SUM);
  g_string_append (self->out, wanted ? self->dialect->is_not_null : self->dialect->is_null);
  pt_say_close (self, wrap);
}

void
pt_say_call (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  const PtFeelPhrase *phrase = find_phrase (self, node);
  const PtFeelNode *callee = node->args[0];
  gboolean wrap = phrase && phrase->binding < binding;

  if (is_default (node))
    {
      say_default (self, node, binding);
      return;
    }
  if (!phrase)
    {
      pt_say_refuse (self, callee->form == PT_FORM_NAME ? callee->text : "( … )");
      return;
    }
  pt_say_open (self, wrap);
  say_phrase (self, node, phrase->yes);
  pt_say_close (self, wrap);
}

/* A test of texts or lists, none of which may be null. */
void
pt_say_call_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  const PtFeelPhrase *phrase = find_phrase (self, node);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean wrap = binding > PT_BIND_AND;

  if (pt_feel_is_call (node, "is defined") && node->n_args == 2)
    {
      say_defined (self, node, wanted, binding);
      return;
    }
  if (!phrase || !phrase->no)
    {
      /* a value nobody here knows */
      pt_say_call (self, node, PT_BIND_SUM);
      g_string_append (self->out, wanted ? self->dialect->is_yes : self->dialect->is_no);
      return;
    }
  pt_say_argument_sources (node, sources);
  wrap = sources->len > 0 ? wrap : phrase->binding < binding;
  pt_say_open (self, wrap);
  pt_say_guards (self, sources);
  say_phrase (self, node, wanted ? phrase->yes : phrase->no);
  pt_say_close (self, wrap);
}
