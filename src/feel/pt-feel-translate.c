/* pt-feel-translate.c: FEEL in the expression languages of engines: values, tests, choices
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-translate.h"

#include <glib/gi18n-lib.h>

void
pt_say_refuse (PtFeelSpeaker *self, const char *what)
{
  if (!self->error)
    /* Translators: 1 a place in an expression, 2 a function or operator, 3 a language such as JUEL
     */
    g_set_error (&self->error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED,
                 _ ("column %d: “%s” has no equal in %s"),
                 pt_feel_column (self->feel->text, self->at), what, self->dialect->label);
}

/* ----- names and literals -------------------------------------------------------------------- */

void
pt_say_name (PtFeelSpeaker *self, const char *name)
{
  if (g_strv_contains (self->dialect->reserved, name) || name[pt_feel_word_length (name)] != '\0')
    pt_say_refuse (self, name);
  g_string_append (self->out, name);
}

static void
say_string (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  char quote = self->dialect->quote;
  const char *text = node->text;

  g_string_append_c (self->out, quote);
  for (; *text; text++)
    if (*text == quote || *text == '\\')
      g_string_append_printf (self->out, "\\%c", *text);
    else if (*text == '\n')
      g_string_append (self->out, "\\n");
    else if (*text == '\r')
      g_string_append (self->out, "\\r");
    else
      g_string_append_c (self->out, *text);
  g_string_append_c (self->out, quote);
}

static void
say_number (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if (strspn (node->text, "0123456789") > self->dialect->max_digits
      || node->text[strspn (node->text, "0123456789.")] != '\0')
    pt_say_refuse (self, node->text);
  /* a zero in front means something else elsewhere */
  g_string_append (self->out, *node->text == '.' ? "0" : "");
  g_string_append (self->out,
                   node->text
                       + MIN (strspn (node->text, "0"), MAX (1, strcspn (node->text, ".")) - 1));
}

static void
say_constant (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if (node->constant.kind == PT_FEEL_KIND_NULL)
    g_string_append (self->out, self->dialect->null);
  else
    g_string_append (self->out, node->constant.truth ? self->dialect->yes : self->dialect->no);
}

/* The item of a filter can be named; its entries are told from variables only when it runs. */
static void
say_variable (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if ((node->n_filters > 0 && !g_str_equal (node->text, "item"))
      || (node->slot >= 0 && g_str_equal (node->text, "partial")))
    pt_say_refuse (self, node->text);
  pt_say_name (self, node->text);
}

static void
say_list (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if (!self->dialect->has_lists)
    pt_say_refuse (self, "[ … ]");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < node->n_args; i++)
    {
      g_string_append (self->out, i > 0 ? ", " : "");
      pt_say_value (self, node->args[i], PT_BIND_OR);
    }
  g_string_append_c (self->out, ']');
}

static void
say_filter (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  gint64 index;

  if (pt_feel_get_int (&node->args[1]->constant, &index) && index > 0 && self->dialect->item)
    self->dialect->item (self, node->args[0], index);
  else if (pt_say_is_test (node->args[1]) && self->dialect->loop)
    self->dialect->loop (self, node, TRUE);
  else
    pt_say_refuse (self, "[ … ]");
}

/* ----- choices ------------------------------------------------------------------------------- */

typedef void (*SayBranch) (PtFeelSpeaker *self,
                           const PtFeelNode *node,
                           gboolean wanted,
                           int binding);

static void
say_value_branch (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  if (pt_say_is_test (node))
    pt_say_test (self, node, wanted, binding);
  else
    pt_say_value (self, node, binding);
}

static void
say_choice (PtFeelSpeaker *self,
            const PtFeelNode *node,
            gboolean wanted,
            int binding,
            SayBranch say)
{
  gboolean wrap = binding > PT_BIND_NONE;

  pt_say_open (self, wrap);
  if (self->dialect->choice_in_middle)
    {
      say (self, node->args[1], wanted, PT_BIND_OR);
      g_string_append (self->out, " if ");
      pt_say_test (self, node->args[0], TRUE, PT_BIND_OR);
      g_string_append (self->out, " else ");
    }
  else
    {
      pt_say_test (self, node->args[0], TRUE, PT_BIND_OR);
      g_string_append (self->out, " ? ");
      say (self, node->args[1], wanted, PT_BIND_OR);
      g_string_append (self->out, " : ");
    }
  say (self, node->args[2], wanted, PT_BIND_OR);
  pt_say_close (self, wrap);
}

/* ----- computing ----------------------------------------------------------------------------- */

static gboolean
has_fraction (const PtFeelNode *node)
{
  return node->form == PT_FORM_NUMBER && !pt_decimal_is_whole (node->constant.decimal);
}

static gboolean
is_text (const PtFeelNode *node)
{
  return node->form == PT_FORM_STRING
         || (node->form == PT_FORM_BINARY && node->op == PT_FEEL_ADD
             && (is_text (node->args[0]) || is_text (node->args[1])));
}

static void
refuse_fraction (PtFeelSpeaker *self, const char *what)
{
  if (!self->error)
    /* Translators: 1 a place in an expression, 2 a number such as 0.19 or an operator, 3 a language
     * such as JUEL */
    g_set_error (&self->error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED,
                 _ ("column %d: “%s” has no equal in %s, which does not compute with exact decimal "
                    "fractions; "
                    "multiply both sides so that only whole numbers are left"),
                 pt_feel_column (self->feel->text, self->at), what, self->dialect->label);
}

static void
say_arithmetic (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  static const struct
  {
    const char *symbol;
    int binding;
  } signs[PT_FEEL_N_OPERATORS] = { [PT_FEEL_ADD] = { "+", PT_BIND_SUM },
                                   [PT_FEEL_SUBTRACT] = { "-", PT_BIND_SUM },
                                   [PT_FEEL_MULTIPLY] = { "*", PT_BIND_PRODUCT } };
  int own = signs[node->op].binding;
  gboolean wrap = own < binding;

  if (node->op == PT_FEEL_DIVIDE)
    refuse_fraction (self, "/");
  else if (!signs[node->op].symbol)
    pt_say_refuse (self, "**");
  else if (is_text (node) && !self->dialect->joins_texts)
    pt_say_refuse (self, _ ("+ between texts"));
  for (guint i = 0; i < 2; i++)
    if (has_fraction (node->args[i]))
      refuse_fraction (self, node->args[i]->text);
  if (self->error)
    return;
  pt_say_open (self, wrap);
  pt_say_raw (self, node->args[0], own);
  g_string_append_printf (self->out, " %s ", signs[node->op].symbol);
  pt_say_raw (self, node->args[1], own + 1);
  pt_say_close (self, wrap);
}

static void
say_negation (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  gboolean wrap = binding > PT_BIND_PREFIX;

  pt_say_open (self, wrap);
  g_string_append_c (self->out, '-');
  /* two minus signs in a row are an operator in some dialects */
  pt_say_raw (self, node->args[0], PT_BIND_POSTFIX);
  pt_say_close (self, wrap);
}

/* ----- values -------------------------------------------------------------------------------- */

/* By the sign it begins with. */
static void
refuse_form (PtFeelSpeaker *self, const PtFeelNode *node)
{
  const char *at = self->feel->text + node->at;
  g_autofree char *sign = node->form == PT_FORM_AT
                              ? g_strdup ("@")
                              : g_strndup (at, MAX (1, pt_feel_word_length (at)));

  pt_say_refuse (self, pt_say_is_test (node) ? _ ("a test as a value") : sign);
}

static void
say_path (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  self->dialect->path (self, node);
}

static void
say_choice_of_values (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  say_choice (self, node, TRUE, binding, say_value_branch);
}

static void
say_for (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if (self->dialect->loop)
    self->dialect->loop (self, node, TRUE);
  else
    pt_say_refuse (self, "for");
}

static void
say_binary (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if (node->op >= PT_FEEL_ADD)
    say_arithmetic (self, node, binding);
  else
    refuse_form (self, node);
}

/* What is not here has no equal anywhere. */
static void (*const speakers[PT_N_FORMS]) (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
    = {
        [PT_FORM_NUMBER] = say_number,     [PT_FORM_STRING] = say_string,
        [PT_FORM_CONSTANT] = say_constant, [PT_FORM_NAME] = say_variable,
        [PT_FORM_PATH] = say_path,         [PT_FORM_LIST] = say_list,
        [PT_FORM_FILTER] = say_filter,     [PT_FORM_CALL] = pt_say_call,
        [PT_FORM_NEGATION] = say_negation, [PT_FORM_IF] = say_choice_of_values,
        [PT_FORM_FOR] = say_for,           [PT_FORM_BINARY] = say_binary,
      };

void
pt_say_raw (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  if (self->error)
    return;
  self->at = node->at;
  if (speakers[node->form])
    speakers[node->form](self, node, binding);
  else
    refuse_form (self, node);
}

void
pt_say_value (PtFeelSpeaker *self, const PtFeelNode *node, int binding)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean in_middle = self->dialect->choice_in_middle, wrap = binding > PT_BIND_NONE;

  if (pt_say_is_computed (node))
    pt_say_sources (node, sources);
  if (sources->len == 0)
    {
      pt_say_raw (self, node, binding);
      return;
    }
  pt_say_open (self, wrap);
  if (in_middle)
    {
      pt_say_raw (self, node, PT_BIND_OR);
      g_string_append (self->out, " if ");
    }
  pt_say_guards (self, sources);
  g_string_truncate (self->out, self->out->len - strlen (self->dialect->and) - 2);
  if (in_middle)
    g_string_append (self->out, " else ");
  else
    {
      g_string_append (self->out, " ? ");
      pt_say_raw (self, node, PT_BIND_OR);
      g_string_append (self->out, " : ");
    }
  g_string_append (self->out, self->dialect->null);
  pt_say_close (self, wrap);
}

/* ----- tests --------------------------------------------------------------------------------- */

gboolean
pt_say_is_test (const PtFeelNode *node)
{
  static const char *const names[]
      = { "contains", "list contains", "starts with", "ends with", "is defined", "even", "odd" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (pt_feel_is_call (node, names[i]))
      return TRUE;
  return (node->form == PT_FORM_BINARY && node->op <= PT_FEEL_GE) || node->form == PT_FORM_NOT
         || node->form == PT_FORM_BETWEEN || node->form == PT_FORM_IN || node->form == PT_FORM_SOME
         || node->form == PT_FORM_EVERY || node->form == PT_FORM_INSTANCE;
}

static void
say_joined (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  gboolean is_and = (node->op == PT_FEEL_AND) == wanted;
  int own = is_and ? PT_BIND_AND : PT_BIND_OR;
  gboolean wrap = own < binding;

  pt_say_open (self, wrap);
  pt_say_test (self, node->args[0], wanted, own);
  g_string_append_printf (self->out, " %s ", is_and ? self->dialect->and : self->dialect->or);
  pt_say_test (self, node->args[1], wanted, own + 1);
  pt_say_close (self, wrap);
}

/* Said of something that is never null there. */
static void
say_opposite (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  gboolean wrap = binding > PT_BIND_AND;

  pt_say_open (self, wrap);
  g_string_append_printf (self->out, "%s(", self->dialect->opposite);
  pt_say_test (self, node, wanted, PT_BIND_NONE);
  g_string_append_c (self->out, ')');
  pt_say_close (self, wrap);
}

/* A test that is compared with a truth value either is of that value, or it is not: then it may be
 * null, too. */
static gboolean
say_doubled (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  for (guint i = 0; i < 2; i++)
    {
      const PtFeelNode *test = node->args[i], *constant = node->args[1 - i];

      if (node->op <= PT_FEEL_NE && (pt_say_is_test (test) || test->form == PT_FORM_IF)
          && constant->constant.kind == PT_FEEL_KIND_BOOLEAN)
        {
          gboolean truth = constant->constant.truth;

          if ((node->op == PT_FEEL_EQ) == wanted)
            pt_say_test (self, test, truth, binding);
          else
            say_opposite (self, test, truth, binding);
          return TRUE;
        }
    }
  return FALSE;
}

PtFeelOperator
pt_say_opposite (PtFeelOperator op)
{
  static const PtFeelOperator opposites[]
      = { [PT_FEEL_EQ] = PT_FEEL_NE, [PT_FEEL_NE] = PT_FEEL_EQ, [PT_FEEL_LT] = PT_FEEL_GE,
          [PT_FEEL_LE] = PT_FEEL_GT, [PT_FEEL_GT] = PT_FEEL_LE, [PT_FEEL_GE] = PT_FEEL_LT };

  return opposites[op];
}

static void
say_binary_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  if (node->op <= PT_FEEL_AND)
    say_joined (self, node, wanted, binding);
  else if (!say_doubled (self, node, wanted, binding))
    pt_say_comparison (self, wanted ? node->op : pt_say_opposite (node->op), node->args[0],
                       node->args[1], binding);
}

static void
say_plain_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  const char *behind = wanted ? self->dialect->is_yes : self->dialect->is_no;
  gboolean wrap = *behind && binding > PT_BIND_EQUALITY;

  pt_say_open (self, wrap);
  pt_say_value (self, node, *behind ? PT_BIND_SUM : binding);
  g_string_append (self->out, behind);
  pt_say_close (self, wrap);
}

static void
say_loop_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean wrap;

  if (!self->dialect->loop)
    {
      pt_say_refuse (self, node->form == PT_FORM_SOME ? "some" : "every");
      return;
    }
  pt_say_domain_sources (node, sources);
  wrap = sources->len > 0 && binding > PT_BIND_AND;
  pt_say_open (self, wrap);
  pt_say_guards (self, sources);
  self->dialect->loop (self, node, wanted);
  pt_say_close (self, wrap);
}

void
pt_say_test (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  if (self->error)
    return;
  self->at = node->at;
  switch (node->form)
    {
    case PT_FORM_BINARY:
      if (node->op < PT_FEEL_ADD)
        say_binary_test (self, node, wanted, binding);
      else
        say_plain_test (self, node, wanted, binding);
      break;
    case PT_FORM_NOT:
      pt_say_test (self, node->args[0], !wanted, binding);
      break;
    case PT_FORM_BETWEEN:
      pt_say_between (self, node->args[0], node, wanted, binding);
      break;
    case PT_FORM_IN:
      pt_say_in (self, node, wanted, binding);
      break;
    case PT_FORM_IF:
      say_choice (self, node, wanted, binding, pt_say_test);
      break;
    case PT_FORM_SOME:
    case PT_FORM_EVERY:
      say_loop_test (self, node, wanted, binding);
      break;
    case PT_FORM_CALL:
      pt_say_call_test (self, node, wanted, binding);
      break;
    case PT_FORM_INSTANCE:
      pt_say_refuse (self, "instance of");
      break;
    case PT_FORM_CONSTANT:
      g_string_append (self->out,
                       node->constant.kind == PT_FEEL_KIND_BOOLEAN && node->constant.truth == wanted
                           ? self->dialect->yes
                           : self->dialect->no);
      break;
    default:
      say_plain_test (self, node, wanted, binding);
    }
}

char *
pt_feel_say (const PtFeel *feel, const PtFeelDialect *dialect, GError **error)
{
  PtFeelSpeaker self = { .dialect = dialect, .feel = feel, .out = g_string_new (NULL) };

  say_value_branch (&self, feel->root, TRUE, PT_BIND_NONE);
  if (self.error)
    g_propagate_error (error, self.error);
  return g_string_free (self.out, self.error != NULL);
}
