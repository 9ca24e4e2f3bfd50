/* pt-pipeline.c: the steps from the drawing to the executable file, in words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/compiler.h>

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id, *label, *purpose;
} passes[PT_N_PASSES] = {
  [PT_PASS_LOWER]
  = { "lower", N_ ("Drawing"), N_ ("What is drawn becomes steps and ways from one to the next") },
  [PT_PASS_DECIDE] = { "decide", N_ ("Decisions"), N_ ("Questions and answers become conditions") },
  [PT_PASS_TIME] = { "time", N_ ("Times"), N_ ("Words become times a computer reads") },
  [PT_PASS_BIND]
  = { "bind", N_ ("Roles"), N_ ("Every task gets the people or the system that does it") },
  [PT_PASS_TYPE]
  = { "type", N_ ("Information"), N_ ("What a case knows: who tells it, and who needs it") },
  [PT_PASS_SOUND] = { "sound", N_ ("Behaviour"), N_ ("Whether every case comes to its end") },
  [PT_PASS_STAFF] = { "staff", N_ ("People"), N_ ("Whether the people can play it to its end") },
  [PT_PASS_STYLE] = { "style", N_ ("Style"), N_ ("Whether the drawing is easy to read") },
  [PT_PASS_LEGALISE] = { "legalise", N_ ("Engine"), N_ ("What the engine lacks is rewritten") },
  [PT_PASS_EMIT] = { "emit", N_ ("Executable file"), N_ ("The file is written and checked") },
};

/* Which step finds the codes of these letters. */
static const struct
{
  const char *series;
  PtPass pass;
} series[] = {
  { "F", PT_PASS_LOWER },  { "B", PT_PASS_LOWER },  { "D", PT_PASS_DECIDE },
  { "T", PT_PASS_TIME },   { "RF", PT_PASS_BIND },  { "RD", PT_PASS_BIND },
  { "RH", PT_PASS_BIND },  { "RX", PT_PASS_BIND },  { "V", PT_PASS_TYPE },
  { "S", PT_PASS_SOUND },  { "RR", PT_PASS_STAFF }, { "RS", PT_PASS_STAFF },
  { "RZ", PT_PASS_STAFF }, { "RL", PT_PASS_STAFF }, { "RO", PT_PASS_STAFF },
  { "RA", PT_PASS_STAFF }, { "M", PT_PASS_STYLE },  { "X", PT_PASS_LEGALISE },
  { "E", PT_PASS_EMIT },
};

static const PtPass readers[PT_N_INFERENCES] = {
  [PT_INFERENCE_QUESTION] = PT_PASS_DECIDE, [PT_INFERENCE_CONDITION] = PT_PASS_DECIDE,
  [PT_INFERENCE_TYPE] = PT_PASS_TYPE,       [PT_INFERENCE_TIME] = PT_PASS_TIME,
  [PT_INFERENCE_MESSAGE] = PT_PASS_TYPE,    [PT_INFERENCE_CORRELATION] = PT_PASS_TYPE,
  [PT_INFERENCE_MAPPING] = PT_PASS_TYPE,    [PT_INFERENCE_TOPIC] = PT_PASS_BIND,
  [PT_INFERENCE_DUE] = PT_PASS_TIME,
};

const char *
pt_pass_id (PtPass pass)
{
  return passes[pass].id;
}

const char *
pt_pass_label (PtPass pass)
{
  return _ (passes[pass].label);
}

const char *
pt_pass_purpose (PtPass pass)
{
  return _ (passes[pass].purpose);
}

PtPass
pt_pass_of_code (PtCode code)
{
  const char *text = pt_code_info (code)->code;

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    if (g_str_has_prefix (text, series[i].series)
        && g_ascii_isdigit (text[strlen (series[i].series)]))
      return series[i].pass;
  g_return_val_if_reached (PT_PASS_LOWER);
}

PtPass
pt_pass_of_inference (PtInferenceKind kind)
{
  return readers[kind];
}
