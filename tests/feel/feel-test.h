/* feel-test.h: what the tests of the expression language share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <partitur/feel.h>

typedef struct
{
  const char *text, *result;
} Pair;

/** parse: @scope: (nullable). Returns: (transfer full): fails the test when @text is no expression
 */
static inline PtFeel *
parse (const char *text, const PtFeelScope *scope)
{
  g_autoptr (GError) error = NULL;
  PtFeel *feel = pt_feel_parse_in (text, scope, NULL, &error);

  if (!feel)
    fail_msg ("%s: %s", text, error->message);
  return feel;
}

/** evaluate_in: @fault: (out) (nullable) */
static inline PtFeelValue
evaluate_in (const char *text,
             const PtFeelScope *scope,
             const PtFeelValue *variables,
             PtFeelFault *fault)
{
  g_autoptr (PtFeel) feel = parse (text, scope);
  PtFeelValue value;

  pt_feel_evaluate (feel, variables, &value, fault);
  return value;
}
