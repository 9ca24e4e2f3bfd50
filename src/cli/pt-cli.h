/* pt-cli.h: the command line: one file a verb, and what the verbs share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtExit: what scripts rely on. */
typedef enum
{
  PT_EXIT_DONE = 0,
  PT_EXIT_FINDINGS = 1, /* done, with error-level findings */
  PT_EXIT_USAGE = 2,
  PT_EXIT_IO = 3, /* an input could not be read or an output not written */
} PtExit;

/** PtVerb: a row of the table in main.c. */
typedef struct
{
  const char *name;                       /* "check", "roles check" */
  const char *arguments;                  /* for the help: "FILE…" */
  const char *summary;                    /* untranslated, one line */
  PtExit (*run) (int argc, char *argv[]); /* argv[0] is "partitur VERB" */
} PtVerb;

PtExit pt_cli_check (int argc, char *argv[]);
PtExit pt_cli_compile (int argc, char *argv[]);
PtExit pt_cli_diff (int argc, char *argv[]);
PtExit pt_cli_draw (int argc, char *argv[]);
PtExit pt_cli_explain (int argc, char *argv[]);
PtExit pt_cli_feel (int argc, char *argv[]);
PtExit pt_cli_rename (int argc, char *argv[]);
PtExit pt_cli_roles_check (int argc, char *argv[]);
PtExit pt_cli_roles_from (int argc, char *argv[]);
PtExit pt_cli_roles_import (int argc, char *argv[]);
PtExit pt_cli_roles_matrix (int argc, char *argv[]);
PtExit pt_cli_roles_who (int argc, char *argv[]);
PtExit pt_cli_save (int argc, char *argv[]);

/** pt_cli_window: becomes the program of the window, with the words it was called with. Returns: only when
 *  that cannot be started, and has said so */
PtExit pt_cli_window (char *argv[]);

/* --- options -------------------------------------------------------------------------------------
 */

/** pt_cli_begin: names the verb that runs, for its help */
void pt_cli_begin (const PtVerb *verb);

/**
 * pt_cli_parse:
 * @entries: the verb's own options
 * @files: (out) (transfer full): the remaining words
 * @min, @max: how many there must be; @max 0: any number
 *
 * Parses the words after a verb; prints what is wrong, or the help asked for.
 *
 * Returns: whether to go on; else @exit says how to end
 */
gboolean pt_cli_parse (int argc,
                       char *argv[],
                       const GOptionEntry *entries,
                       guint min,
                       guint max,
                       GStrv *files,
                       PtExit *exit);
/** pt_cli_usage: prints a complaint about how the program was called. Returns: %PT_EXIT_USAGE */
PtExit pt_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** pt_cli_failure: prints @error. Returns: %PT_EXIT_IO */
PtExit pt_cli_failure (const GError *error);
/** pt_cli_date: @text: (nullable): YYYY-MM-DD, NULL for today. Returns: whether it is a date */
gboolean pt_cli_date (const char *text, GDate *date);
/** pt_cli_format: @text: (nullable): text or json. Returns: whether it is one of them */
gboolean pt_cli_format (const char *text, gboolean *json);
/** pt_cli_target_names: Returns: (transfer full): ids of all targets, for a sentence */
char *pt_cli_target_names (void);
/** pt_cli_target: @id: (nullable). Complains about an unknown one. Returns: whether it is fine */
gboolean pt_cli_target (const char *id, const PtTarget **target);
/** pt_cli_rules: @path: (nullable). Returns: whether the file was read; @rules (out) (nullable) */
gboolean pt_cli_rules (const char *path, PtRules **rules, PtExit *exit);

/* --- files: "-" is standard input or output ------------------------------------------------------
 */

/**
 * pt_cli_expand:
 * @files: paths as they were given
 * @is_folder: (out): whether one of them is a folder
 *
 * For each folder, the BPMN files in it and in the folders below it, by name: *.bpmn, *.bpmn2 and
 * *.bpmn20.xml. Hidden ones, and executable files with their map beside them, are left out.
 *
 * Returns: (transfer full) (nullable): paths; %NULL, and @exit, when a folder cannot be read or
 * holds none
 */
GStrv pt_cli_expand (GStrv files, gboolean *is_folder, PtExit *exit);
GBytes *pt_cli_read (const char *path, GError **error);
PtDocument *pt_cli_load_process (const char *path, GError **error);
PtDocument *pt_cli_load_roles (const char *path, GError **error);
/** pt_cli_analyse: Returns: (transfer full) (nullable): the process at @path compiled for these
 * roles, for no target; %NULL with @error when it cannot be read */
PtCompilation *
pt_cli_analyse (const char *path, PtDocument *roles, const GDate *day, GError **error);
/** pt_cli_say_odd: says on standard error what is odd about how a file is written: letters that are not
 *  in the encoding it claims. */
void pt_cli_say_odd (PtDocument *document, const char *path);
/** pt_cli_make_diagram: gives a process without a drawing one, and says so */
void pt_cli_make_diagram (PtProcessGraph *graph, const char *path);
gboolean pt_cli_write (const char *path, GBytes *bytes, GError **error);
/** pt_cli_say_written: names what was written, on standard error; nothing for “-” */
void pt_cli_say_written (const char *paths);
/** PtOutput: a file to be written. */
typedef struct
{
  const char *path;
  GBytes *bytes;
} PtOutput;
/** pt_cli_write_all: all of them or none: what was new is taken away again when a later one fails
 */
gboolean pt_cli_write_all (const PtOutput *outputs, guint n, GError **error);
/** pt_cli_print: to standard output, as UTF-8 whatever the locale says */
void pt_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void pt_cli_print_json (JsonNode *node);

/* --- findings
 * -------------------------------------------------------------------------------------- */

/** pt_cli_report: prints the findings of @file, and how many there are */
void pt_cli_report (const PtDiagnostics *diagnostics, const char *file);
/** pt_cli_exit_of: %PT_EXIT_FINDINGS when there are errors among them */
PtExit pt_cli_exit_of (const PtDiagnostics *diagnostics);

G_END_DECLS
