/* compiler-test.h: help for the compiler's tests: fixtures, golden files, findings
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With PT_UPDATE_GOLDEN set, golden files are written instead of compared.
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <partitur/compiler.h>
#include <string.h>

static inline char *
fixture_path (const char *name)
{
  return g_build_filename (g_getenv ("PT_FIXTURES"), "compiler", name, NULL);
}

static inline void
assert_golden (GBytes *bytes, const char *name)
{
  g_autofree char *path = fixture_path (name);
  g_autofree char *expected = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *actual = g_strndup (text, size);

  if (g_getenv ("PT_UPDATE_GOLDEN"))
    assert_true (g_file_set_contents (path, text, size, NULL));
  assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  assert_string_equal (actual, expected);
}

static inline guint
count_code (PtDiagnostics *diagnostics, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    n += strcmp (pt_code_info (pt_diagnostics_get (diagnostics, i)->code)->code, code) == 0;
  return n;
}

static inline const PtDiagnostic *
find_code (PtDiagnostics *diagnostics, const char *code)
{
  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    if (strcmp (pt_code_info (pt_diagnostics_get (diagnostics, i)->code)->code, code) == 0)
      return pt_diagnostics_get (diagnostics, i);
  return NULL;
}

/* Says what was found, so that a failing test can be understood. */
static inline void
assert_valid (GBytes *xml)
{
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autofree char *text = NULL;

  pt_validate_bpmn (xml, diagnostics);
  text = pt_diagnostics_to_text (diagnostics, "emitted");
  assert_string_equal (text, "");
}
