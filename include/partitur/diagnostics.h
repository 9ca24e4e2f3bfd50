/* diagnostics.h: findings about a process or a roles file: code, place, wording, way out
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A diagnostic stores its code and arguments; it is worded when shown, in the reader's language. The
 * window, the command line and the tests see the same objects. What a code means, how severe it is, an
 * example and the repairs stand in one table, diagnostics.def; the fixes that one click can do stand
 * in fixes.def. A new finding is a row there.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  PT_SEVERITY_OFF,
  PT_SEVERITY_INFO,
  PT_SEVERITY_WARNING,
  PT_SEVERITY_ERROR,
} PtSeverity;

/** pt_severity_to_string: Returns: (transfer none): "off", "info", "warning", "error" (not translated) */
const char *pt_severity_to_string (PtSeverity severity);
/** pt_severity_from_string: Returns: whether @text was one of them */
gboolean pt_severity_from_string (const char *text, PtSeverity *severity);

/* ----- the tables ------------------------------------------------------------------------------ */

/* PT_DIAGNOSTIC (SYMBOL, code, severity, message, explanation, example, repairs): message has {1} {2} …;
 * a part in [square brackets] is left out when an argument in it is empty */
typedef enum
{
#define PT_DIAGNOSTIC(symbol, code, severity, message, explanation, example, repairs) PT_CODE_##symbol,
#include <partitur/diagnostics.def>
#undef PT_DIAGNOSTIC
  PT_N_CODES
} PtCode;

typedef struct
{
  const char *code;        /* "RH01": stable, never reused */
  PtSeverity severity;     /* unless rules say otherwise */
  const char *message;     /* untranslated, with {1} {2} … and [optional parts] */
  const char *explanation; /* untranslated: what it means, for people */
  const char *example;
  const char *repairs;
} PtCodeInfo;

const PtCodeInfo *pt_code_info (PtCode code);
/** pt_code_from_string: Case does not matter. Returns: whether there is such a code */
gboolean pt_code_from_string (const char *text, PtCode *code);
/** pt_codes_from_string: Returns: (transfer full) (element-type PtCode): the code @text, or the codes it
 *  is an alias of (aliases.def); empty when it is neither */
GArray *pt_codes_from_string (const char *text);
/** pt_code_aliases: Returns: (transfer container) (element-type utf8): what other tools call @code */
GPtrArray *pt_code_aliases (PtCode code);
/** pt_code_names: Returns: (transfer full) (element-type utf8): all codes and aliases, and %NULL at the end */
GPtrArray *pt_code_names (void);

/* PT_FIX (SYMBOL, id, label): label has {1} {2} … */
typedef enum
{
#define PT_FIX(symbol, id, label) PT_FIX_##symbol,
#include <partitur/fixes.def>
#undef PT_FIX
  PT_N_FIXES
} PtFixKind;

/** pt_fix_kind_id: Returns: the stable id, "add-end-event" */
const char *pt_fix_kind_id (PtFixKind kind);

/* ----- wording ---------------------------------------------------------------------------------- */

/**
 * pt_wording_fill:
 * @pattern: text with {1} {2} … for arguments; a part in [square brackets] is left out when an
 *   argument in it is empty or missing
 * @args: (nullable): %NULL to show the pattern itself: an ellipsis for every argument
 *
 * White space in arguments, line breaks too, becomes a single space.
 *
 * Returns: (transfer full): one line
 */
char *pt_wording_fill (const char *pattern, const char *const *args);

/* ----- one finding ------------------------------------------------------------------------------ */

/** PtFix: a repair as data: what to do, and to what. Applied by pt_compiler_apply_fix(). */
typedef struct
{
  PtFixKind kind;
  GStrv args; /* element ids, names, …: as the row of fixes.def says */
} PtFix;

PtFix *pt_fix_copy (const PtFix *self);
/** pt_fix_question: Returns: (nullable): what has to be asked before it can be done, translated */
const char *pt_fix_question (const PtFix *fix);
/** pt_fix_answer: Returns: (transfer full): the fix with @answer to its question */
PtFix *pt_fix_answer (const PtFix *fix, const char *answer);
void pt_fix_free (PtFix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtFix, pt_fix_free)
/** pt_fix_label: Returns: (transfer full): worded and translated, for a button */
char *pt_fix_label (const PtFix *fix);

typedef struct
{
  PtCode code;
  PtSeverity severity;   /* as decided by the rules in force */
  GStrv args;            /* for the wording; never NULL */
  GPtrArray *elements;   /* of char*: ids in the document, most telling first; may be empty */
  GPtrArray *trace;      /* of char*: ids along a path; may be empty */
  GPtrArray *fixes;      /* of PtFix; may be empty */
  char *file;            /* (nullable): when it is not about the process file itself, e.g. the roles file */
  int line, column;      /* 0 when unknown */
  guint more;            /* 0, or: it stands for so many of its code, and is about what they are about */
} PtDiagnostic;

/** pt_diagnostic_message: Returns: (transfer full): worded and translated, one line */
char *pt_diagnostic_message (const PtDiagnostic *self);
/** pt_diagnostic_add_element / _add_trace: append an id (copied); %NULL is ignored. */
void pt_diagnostic_add_element (PtDiagnostic *self, const char *id);
void pt_diagnostic_add_trace (PtDiagnostic *self, const char *id);
/** pt_diagnostic_add_fix: @...: strings, then %NULL */
void pt_diagnostic_add_fix (PtDiagnostic *self, PtFixKind kind, ...) G_GNUC_NULL_TERMINATED;
void pt_diagnostic_set_place (PtDiagnostic *self, const char *file, int line, int column);

/* ----- rules: severities a project sets -------------------------------------------------------- */

/** PtRules: severity by code, and elements that are let pass; reference counted, immutable after
 *  reading. */
typedef struct _PtRules PtRules;
PtRules *pt_rules_new (void);
/**
 * pt_rules_load: Reads a key file with lines `RH05 = off` or `bpmnlint:fake-join = warning` in a group
 * `[rules]`. An unknown severity is an error that names the line's key and what would be right; an
 * unknown code is one of the faults below.
 */
gboolean pt_rules_load (PtRules *self, GFile *file, GError **error);
/** pt_rules_set: Returns: %FALSE when @code or @severity is unknown */
gboolean pt_rules_set (PtRules *self, const char *code, const char *severity);
PtSeverity pt_rules_get (const PtRules *self, PtCode code);
/** pt_rules_merge: what @over sets counts more */
void pt_rules_merge (PtRules *self, const PtRules *over);
/** pt_rules_exempt: The element @id is let pass for findings of @code, or for those it is an alias
 * of.
 *  @reason: (nullable): why. Returns: %FALSE when @code is unknown */
gboolean pt_rules_exempt (PtRules *self, const char *code, const char *id, const char *reason);
/** pt_rules_get_exemption: Returns: (transfer none) (nullable): why @id is let pass for @code,
 * often empty; %NULL when it is not */
const char *pt_rules_get_exemption (const PtRules *self, PtCode code, const char *id);

/** pt_rules_equal: Returns: whether both give every code the same severity */
gboolean pt_rules_equal (const PtRules *self, const PtRules *other);

/** PtRuleFault: a rule that was not understood, and has no effect. */
typedef struct
{
  char *name;       /* what it is about */
  char *value;      /* (nullable): the severity, when that is what is wrong */
  char *file;       /* (nullable): NULL: the process file itself */
  int line, column; /* 0 when unknown */
} PtRuleFault;
/** pt_rules_add_fault: @value, @file: (nullable) */
void pt_rules_add_fault (PtRules *self, const char *name, const char *value, const char *file,
                         int line, int column);
/** pt_rules_get_faults: Returns: (transfer none) (element-type PtRuleFault) */
const GPtrArray *pt_rules_get_faults (const PtRules *self);
PtRules *pt_rules_copy (const PtRules *self);
PtRules *pt_rules_ref (PtRules *self);
void pt_rules_unref (PtRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtRules, pt_rules_unref)

/* ----- a list of findings ---------------------------------------------------------------------- */

/**
 * PtDiagnostics: an ordered list that passes append to. Reference counted; one thread at a time.
 *
 * Of one code the first thousand are listed one by one; a last one stands for the others, with their
 * number and all they are about: nobody reads more, and a broken file may have millions.
 */
typedef struct _PtDiagnostics PtDiagnostics;
/** pt_diagnostics_new: @rules: (nullable) */
PtDiagnostics *pt_diagnostics_new (PtRules *rules);
PtDiagnostics *pt_diagnostics_ref (PtDiagnostics *self);
void pt_diagnostics_unref (PtDiagnostics *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtDiagnostics, pt_diagnostics_unref)

/**
 * pt_diagnostics_add:
 * @...: the arguments {1} {2} … of the code's message as strings, then %NULL
 *
 * Appends a finding with the severity the rules give its code. A code that is off goes to a finding
 * that is returned but not listed, so that callers can describe it without asking; so does one of very
 * many, which others stand for.
 *
 * Returns: (transfer none): for adding places and fixes, until the next of its code is added
 */
PtDiagnostic *pt_diagnostics_add (PtDiagnostics *self, PtCode code, ...) G_GNUC_NULL_TERMINATED;
guint pt_diagnostics_get_length (const PtDiagnostics *self);
PtDiagnostic *pt_diagnostics_get (const PtDiagnostics *self, guint i);
/** pt_diagnostics_count: Returns: how many there are of @severity, those not listed one by one among them */
guint pt_diagnostics_count (const PtDiagnostics *self, PtSeverity severity);
/** pt_diagnostics_has: Returns: whether any of @code was found, even one that the rules do not list
 */
gboolean pt_diagnostics_has (const PtDiagnostics *self, PtCode code);
/** pt_diagnostics_append: adds copies of all findings of @other */
void pt_diagnostics_append (PtDiagnostics *self, const PtDiagnostics *other);
/** pt_diagnostics_let_pass: takes those out of the list whose first element the rules exempt */
void pt_diagnostics_let_pass (PtDiagnostics *self);
/** pt_diagnostics_get_passed: Returns: (transfer none) (element-type PtDiagnostic): those, in their
 *  order; their severity is off */
const GPtrArray *pt_diagnostics_get_passed (const PtDiagnostics *self);
/** pt_diagnostics_get_reason: Returns: (transfer none) (nullable): why @finding is let pass, often
 *  empty; %NULL when it is not */
const char *pt_diagnostics_get_reason (const PtDiagnostics *self, const PtDiagnostic *finding);
/** pt_diagnostics_sort: by place (file, line, column), findings without a place last; stable */
void pt_diagnostics_sort (PtDiagnostics *self);

/** pt_diagnostics_to_text: one finding a line, `file:line:column: severity CODE: message` (without
 *  line and column when they are unknown), followed by an indented way out of an error and indented
 *  fixes. A finding about another file than @file goes by that one's name. @file: (nullable): NULL
 *  leaves it out. Returns: (transfer full) */
char *pt_diagnostics_to_text (const PtDiagnostics *self, const char *file);
/** pt_diagnostics_to_json: the object the command line's contract shows; a member that would be empty
 *  is left out, and a finding about another file than @file has a member "file" of its own.
 *  @file: (nullable): NULL leaves it out.
 *  Returns: (transfer full) */
JsonNode *pt_diagnostics_to_json (const PtDiagnostics *self, const char *file);
/** pt_code_summary: Returns: (transfer full): its message in the reader's language, with an ellipsis for
 *  everything that a finding would name: a line of the list of `partitur explain` */
char *pt_code_summary (PtCode code);
/** pt_code_explain: the text of `partitur explain CODE`. Returns: (transfer full) */
char *pt_code_explain (PtCode code);

G_END_DECLS
