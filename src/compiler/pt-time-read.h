/* pt-time-read.h: what is written on a timer as ISO 8601
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

/** PtTimeReading: what became of a text. */
typedef enum
{
  PT_TIME_READ_ISO,     /* it was ISO 8601 already */
  PT_TIME_READ_FOREIGN, /* an expression or cron pattern: left to the engine */
  PT_TIME_READ_WORDS,   /* understood */
  PT_TIME_READ_BROKEN,  /* looks like ISO 8601 but is none */
  PT_TIME_READ_UNCLEAR, /* not understood, or more than one reading */
} PtTimeReading;

/**
 * pt_time_read:
 * @kind: (inout): what the file says it is, or %PT_TIME_NONE; then what it is
 * @iso: (out) (transfer full) (nullable): for all but the last two
 *
 * A cycle that needs a first time starts from the first days of 2024, whose 1 January is a Monday:
 * the same words always give the same text.
 */
PtTimeReading pt_time_read (const char *text, PtTimeKind *kind, char **iso);

/** pt_time_read_words: Returns: whether the words say one clear time */
gboolean pt_time_read_words (const char *text, PtTimeKind *kind, char **iso);

G_END_DECLS
