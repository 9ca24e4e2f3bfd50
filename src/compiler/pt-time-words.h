/* pt-time-words.h: the words that times are told with
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PtTimeUnit: in the order ISO 8601 writes them. */
typedef enum
{
  PT_UNIT_YEAR,
  PT_UNIT_MONTH,
  PT_UNIT_WEEK,
  PT_UNIT_DAY,
  PT_UNIT_HOUR,
  PT_UNIT_MINUTE,
  PT_UNIT_SECOND,
  PT_N_UNITS
} PtTimeUnit;

/** PtTimeWord: what a word or a group of digits contributes. */
typedef enum
{
  PT_WORD_OTHER,        /* says nothing about the time */
  PT_WORD_VAGUE,        /* makes the time unclear: "end", "before", "working" */
  PT_WORD_NUMBER,       /* value: "twenty" */
  PT_WORD_DIGITS,       /* value: "20" */
  PT_WORD_TO,           /* between two numbers: a range */
  PT_WORD_ARTICLE,      /* "a", "an": one */
  PT_WORD_SOFT_ARTICLE, /* "en": one, or nothing at all before a number */
  PT_WORD_HALF,
  PT_WORD_PLUS,    /* value: a part of what stood before: “and a half”, “a quarter to” */
  PT_WORD_NTH,     /* value: "third": every so many */
  PT_WORD_SECOND,  /* the same for two, or a unit */
  PT_WORD_ORDINAL, /* value: "1st", "15." */
  PT_WORD_SUFFIX,  /* "th": makes the number before it an ordinal */
  PT_WORD_UNIT,    /* value: a #PtTimeUnit */
  PT_WORD_EVERY,
  PT_WORD_PERIODIC, /* value: a #PtTimeUnit: "daily" */
  PT_WORD_WEEKDAY,  /* value: 0 for Monday */
  PT_WORD_WEEKDAYS, /* value: 0 for Monday: "mondays": every one of them */
  PT_WORD_MONTH,    /* value: 1 for January */
  PT_WORD_AT,       /* the hour follows */
  PT_WORD_OCLOCK,   /* the hour stood before */
  PT_WORD_AM,
  PT_WORD_PM,
  PT_WORD_CLOCK, /* value: minutes since midnight */
  PT_WORD_DATE,  /* value: year * 10000 + month * 100 + day */
} PtTimeWord;

typedef struct
{
  PtTimeWord word;
  double value;
} PtTimeToken;

/** pt_time_plain_words: @text: (transfer full): folded. Returns: (transfer full): with turns of
 * speech as words of the table */
char *pt_time_plain_words (char *text);
/** pt_time_tokenize: Returns: (transfer full): PtTimeToken, those that say nothing left out */
GArray *pt_time_tokenize (const char *text);

G_END_DECLS
