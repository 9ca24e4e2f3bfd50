/* main.c: the program: a verb works without a display, anything else becomes the window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <locale.h>
#include <string.h>

#include "pt-cli.h"

static const PtVerb verbs[] = {
  { "check", "FILE…|FOLDER [--roles R] [--target T]",
    N_ ("say what is wrong with processes, without emitting"), pt_cli_check },
  { "compile", "FILE --roles R --target T",
    N_ ("translate a logical process into an executable one"), pt_cli_compile },
  { "diff", "OLD NEW [--only wording|layout]",
    N_ ("say what changed between two versions of a process"), pt_cli_diff },
  { "draw", "FILE -o OUT", N_ ("draw a process as SVG, PDF or PNG"), pt_cli_draw },
  { "explain", "[CODE…]", N_ ("say what a finding's code means, and the repairs"), pt_cli_explain },
  { "feel", "EXPRESSION [--context FILE.json]", N_ ("say what an expression comes to"),
    pt_cli_feel },
  { "rename", "FILE… --to NAME", N_ ("change the name of an element or a role"), pt_cli_rename },
  { "roles check", "R", N_ ("say what is wrong with a roles file"), pt_cli_roles_check },
  { "roles from", "FILE… -o R", N_ ("draft a roles file from the lanes of processes"),
    pt_cli_roles_from },
  { "roles import", "SOURCE… [--into R] [-o R]",
    N_ ("take people from a table, a directory or an address book"), pt_cli_roles_import },
  { "roles matrix", "FILE… --roles R -o OUT",
    N_ ("write who answers for what, or who hands on to whom, as a table"), pt_cli_roles_matrix },
  { "roles who", "FILE --roles R --id ID",
    N_ ("say who may do an activity, and what if somebody is away"), pt_cli_roles_who },
  { "save", "FILE -o OUT", N_ ("open a process and write it again"), pt_cli_save },
};

/* --- help --- */

static PtExit
print_help (void)
{
  pt_cli_print ("%s\n  partitur [FILE…]\n  partitur VERB [OPTION…] …\n\n", _ ("Usage:"));
  pt_cli_print (
      "%s\n\n",
      _ ("Without a verb the designer opens, on the files named. The verbs need no display:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      /* printf counts bytes, readers count letters */
      int width
          = 40 + (int)(strlen (verbs[i].arguments) - (gsize)g_utf8_strlen (verbs[i].arguments, -1));

      pt_cli_print ("  %-12s %-*s %s\n", verbs[i].name, width, verbs[i].arguments,
                    _ (verbs[i].summary));
    }
  pt_cli_print (
      "\n%s\n",
      _ ("“partitur VERB --help” says more about a verb. “-” is standard input or output.\n"
         "Exit status: 0 done, 1 errors or differences found, 2 wrong use, 3 a file could not be "
         "read or written."));
  return PT_EXIT_DONE;
}

static PtExit
print_version (void)
{
  pt_cli_print ("partitur %s\n", PT_VERSION);
  return PT_EXIT_DONE;
}

/* --- verbs --- */

/* Returns: how many words of @argv the verb's name takes; 0 when it is another one. */
static int
match (const PtVerb *verb, int argc, char *argv[])
{
  g_auto (GStrv) words = g_strsplit (verb->name, " ", -1);
  int n = (int)g_strv_length (words);

  if (argc <= n)
    return 0;
  for (int i = 0; i < n; i++)
    if (!g_str_equal (words[i], argv[i + 1]))
      return 0;
  return n;
}

static PtExit
run_verb (const PtVerb *verb, int n_words, int argc, char *argv[])
{
  pt_cli_begin (verb);
  return verb->run (argc - n_words, argv + n_words);
}

/* A word that names neither a verb nor a file is more likely a slip than a file to open. */
static gboolean
looks_like_verb (const char *word)
{
  return *word != '-' && strpbrk (word, "./:") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static PtExit
complain_about (const char *word)
{
  const char *names[G_N_ELEMENTS (verbs) + 1] = { NULL };
  const char *near;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i].name;
  near = pt_suggest (word, names);
  if (near != NULL)
    return pt_cli_usage (_ ("there is no verb “%s”; did you mean “%s”?"), word, near);
  return pt_cli_usage (_ ("there is no verb and no file “%s”; “partitur --help” lists the verbs"),
                       word);
}

/* @word: (nullable): what stands behind “roles” */
static PtExit
complain_about_roles (const char *word)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *both = word ? g_strconcat ("roles ", word, NULL) : NULL;

  if (word && *word != '-')
    return complain_about (both);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (verbs[i].name, "roles "))
      g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", verbs[i].name);
  return pt_cli_usage (_ ("“roles” goes on with one more word: %s"), list->str);
}

int
main (int argc, char *argv[])
{
  xmlInitParser (); /* while there is one thread: two would ready its tables at once */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      int n_words = match (&verbs[i], argc, argv);

      if (n_words > 0)
        return run_verb (&verbs[i], n_words, argc, argv);
    }
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    return print_help ();
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    return print_version ();
  if (argc > 1 && g_str_equal (argv[1], "roles"))
    return argc > 2 && g_str_equal (argv[2], "--help") ? print_help ()
                                                       : complain_about_roles (argv[2]);
  if (argc > 1 && looks_like_verb (argv[1]))
    return complain_about (argv[1]);
  return pt_cli_window (argv);
}
