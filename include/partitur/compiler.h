/* compiler.h: from the logical drawing to an executable process, and everything found on the way
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   lower → decide → time → bind → type → sound → staff → style → legalise(target) → emit(target)
 *
 * lower reads the views and runs where they live; the other passes take a #PtProgram and give a new
 * one, and may run in a worker thread. All findings go to one #PtDiagnostics.
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>

G_BEGIN_DECLS

/** PtTarget: an engine's dialect: a row of the table in src/compiler/. */
typedef struct _PtTarget PtTarget;
/** pt_target_find: Returns: (transfer none) (nullable): by id: "bpmn", "camunda7", "camunda8",
 *  "flowable", "spiff" */
const PtTarget *pt_target_find (const char *id);
/** pt_target_get_all: Returns: (transfer none) (array zero-terminated=1) */
const PtTarget *const *pt_target_get_all (void);
const char *pt_target_get_id (const PtTarget *self);
/** pt_target_get_label: Returns: translated: "Camunda 7, Operaton, CIB seven" */
const char *pt_target_get_label (const PtTarget *self);
/** pt_target_file_ending: Returns: (transfer full): of the names of files made for it:
 * ".camunda7.bpmn" */
char *pt_target_file_ending (const PtTarget *self);

typedef struct
{
  const PtTarget *target; /* (nullable): NULL checks without a target */
  GDate day;              /* roles and holders as of this day; an invalid one means today */
  PtRules *rules;         /* (nullable): severities; those in the file itself come on top of the defaults,
                             these on top of both */
  guint staff_milliseconds; /* how long may be thought about people and rules; 0: ten seconds */
  gboolean emit;          /* also emit (needs a target) */
  gboolean force;         /* emit in spite of error-level findings */
} PtCompileOptions;

/** PtCompilation: the result, immutable, reference counted. */
typedef struct _PtCompilation PtCompilation;
PtCompilation *pt_compilation_ref (PtCompilation *self);
void pt_compilation_unref (PtCompilation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtCompilation, pt_compilation_unref)

/** pt_compilation_get_diagnostics: Returns: (transfer none): sorted by place */
PtDiagnostics *pt_compilation_get_diagnostics (const PtCompilation *self);
/** pt_compilation_get_program: Returns: (transfer none): the program after type (not legalised) */
const PtProgram *pt_compilation_get_program (const PtCompilation *self);
/** pt_compilation_get_xml: Returns: (transfer none) (nullable): the executable file, UTF-8; NULL when
 *  it was not asked for or error-level findings stand in the way */
GBytes *pt_compilation_get_xml (const PtCompilation *self);
/** PtSideFile: a file that goes beside the executable one, such as a form. */
typedef struct
{
  const char *name; /* without a folder */
  GBytes *bytes;
} PtSideFile;
/** pt_compilation_get_side_files: Returns: (transfer none) (element-type PtSideFile) (nullable): %NULL
 *  when there is no executable file; often empty */
const GPtrArray *pt_compilation_get_side_files (const PtCompilation *self);
/** pt_compilation_get_map: Returns: (transfer full): the source map as JSON: emitted id → logical id
 *  (null for what has no drawn origin) */
JsonNode *pt_compilation_get_map (const PtCompilation *self);
/**
 * pt_compilation_get_lines:
 * @first, @last: (out): lines from 1 of the emitted file
 *
 * Where the element drawn as @logical_id stands in the emitted file.
 *
 * Returns: %FALSE when it has no lines there
 */
gboolean pt_compilation_get_lines (const PtCompilation *self, const char *logical_id, int *first, int *last);
/** pt_compilation_get_logical_at: Returns: (transfer none) (nullable): the drawn element whose emitted
 *  lines hold @line (the innermost one) */
const char *pt_compilation_get_logical_at (const PtCompilation *self, int line);
/** pt_compilation_get_serial: Returns: serial of the document it was made from, to drop stale results */
guint64 pt_compilation_get_serial (const PtCompilation *self);

/* ----- the pipeline ------------------------------------------------------------------------------ */

/**
 * pt_compiler_lower:
 * Reads a program from the views and reports faults of structure. A few ms for 1,000 nodes; call it
 * where the graph lives.
 *
 * Returns: (transfer full): sealed
 */
PtProgram *pt_compiler_lower (PtProcessGraph *graph, PtDiagnostics *diagnostics);

/**
 * pt_compiler_finish:
 * @program: (transfer full): from pt_compiler_lower(); @diagnostics: (transfer full): what it found
 * @roster: (nullable): NULL checks without roles
 *
 * All further passes; any thread.
 *
 * Returns: (transfer full) (nullable): %NULL only when cancelled
 */
PtCompilation *pt_compiler_finish (PtProgram *program, PtDiagnostics *diagnostics, PtRoster *roster,
                                   const PtCompileOptions *options, GCancellable *cancellable);

/**
 * pt_compile:
 * @roles: (nullable): a roles file; its own faults are findings too
 *
 * The whole pipeline at once, in the calling thread.
 *
 * Returns: (transfer full)
 */
PtCompilation *pt_compile (PtProcessGraph *graph, PtDocument *roles, const PtCompileOptions *options);

/** PtCalledFile: a file with a process that another one calls, compiled. */
typedef struct
{
  GFile *file;
  PtCompilation *compilation;
} PtCalledFile;
/**
 * pt_compile_called:
 * @graph, @compilation: a process whose document has a file, and what became of it; a call of a
 *   process that is not found is added to its findings
 * @roles, @options: what it was compiled with
 *
 * What is called from it and stands in files that it imports or in its folder is compiled for the same
 * target, and what is called from there in turn; each file once.
 *
 * Returns: (transfer full) (element-type PtCalledFile): in the order of the calls; often empty
 */
GPtrArray *pt_compile_called (PtProcessGraph *graph, PtCompilation *compilation, PtDocument *roles,
                              const PtCompileOptions *options);

/** PtPass: the steps of the pipeline, in their order. */
typedef enum
{
  PT_PASS_LOWER,
  PT_PASS_DECIDE,
  PT_PASS_TIME,
  PT_PASS_BIND,
  PT_PASS_TYPE,
  PT_PASS_SOUND,
  PT_PASS_STAFF,
  PT_PASS_STYLE,
  PT_PASS_LEGALISE,
  PT_PASS_EMIT,
  PT_N_PASSES,
} PtPass;
/** pt_pass_id: Returns: as the pipeline above calls it: "lower" */
const char *pt_pass_id (PtPass pass);
/** pt_pass_label, pt_pass_purpose: Returns: translated: what it is about in a word, and in a line */
const char *pt_pass_label (PtPass pass);
const char *pt_pass_purpose (PtPass pass);
/** pt_pass_of_code: Returns: which of them finds it */
PtPass pt_pass_of_code (PtCode code);
/** pt_pass_of_inference: Returns: which of them reads that into a drawing */
PtPass pt_pass_of_inference (PtInferenceKind kind);

/** PtLoss: what becomes of a drawing on a target. */
typedef enum
{
  PT_LOSS_NONE,      /* no matter of the target */
  PT_LOSS_REFUSED,   /* the target cannot run it */
  PT_LOSS_DIFFERENT, /* it runs, but may surprise */
  PT_LOSS_IGNORED,   /* what is drawn has no effect there */
  PT_LOSS_REWRITTEN, /* said in another way, which does the same */
  PT_N_LOSSES,
} PtLoss;
/** pt_loss_of_code: Returns: which of them a finding tells of */
PtLoss pt_loss_of_code (PtCode code);
/**
 * pt_compiler_losses:
 * @program: pt_compilation_get_program()
 *
 * What would be lost on @target, without writing anything. Any thread.
 *
 * Returns: (transfer full): findings that tell of a loss, sorted by place
 */
PtDiagnostics *pt_compiler_losses (const PtProgram *program, const PtTarget *target);

/**
 * pt_compiler_apply_fix:
 * @roles: (nullable): the roles file, for fixes that change it
 *
 * Does what @fix says as one undo step of the document it changes.
 *
 * Returns: %FALSE with @error when the drawing has changed so that it no longer applies
 */
gboolean pt_compiler_apply_fix (PtProcessGraph *graph, PtDocument *roles, const PtFix *fix, GError **error);

/**
 * pt_compiler_plan_fixes:
 * @process, @roles: copies to try it on, which are changed; @roles: (nullable)
 * @options: as for pt_compile()
 *
 * Which fixes of @kind help the findings of @code. They are done one after the other, and what is
 * then found decides about the next one: none is for a drawing that has changed meanwhile. One that
 * leaves more errors than before is left out. Any thread.
 *
 * Returns: (transfer full) (element-type PtFix): in the order to do them; less when cancelled
 */
GPtrArray *pt_compiler_plan_fixes (PtDocument *process, PtDocument *roles,
                                   const PtCompileOptions *options, PtCode code, PtFixKind kind,
                                   GCancellable *cancellable);
/**
 * pt_compiler_apply_fixes:
 * @fixes: (element-type PtFix): from pt_compiler_plan_fixes(), for documents that still are as its copies
 *
 * Does them one after the other, as one undo step of each document; stops at one that does not fit.
 *
 * Returns: how many were done
 */
guint pt_compiler_apply_fixes (PtDocument *process, PtDocument *roles, const GPtrArray *fixes);

/* ----- what is read into a drawing --------------------------------------------------------------- */

/** pt_compilation_get_inferences: Returns: (transfer container) (element-type PtInference): what the
 *  passes read into the drawing, in the order they came to it; lives as long as the compilation */
GPtrArray *pt_compilation_get_inferences (const PtCompilation *self);
/** pt_inference_kind_id, _kind_label, …: "time", "accepted", as in files; and worded, translated */
const char *pt_inference_kind_id (PtInferenceKind kind);
const char *pt_inference_kind_label (PtInferenceKind kind);
const char *pt_inference_state_id (PtInferenceState state);
const char *pt_inference_state_label (PtInferenceState state);
/** pt_inference_kind_is_open: Returns: whether one may write another reading */
gboolean pt_inference_kind_is_open (PtInferenceKind kind);
/**
 * pt_compiler_settle:
 * @state: what the group thinks of it; proposed takes an earlier decision back
 * @value: (nullable): another reading, for changed; in words where they are understood
 *
 * Keeps the decision in the file, as one undo step. From then on the passes go by it.
 *
 * Returns: %FALSE with @error when @value cannot be read, or the element is gone
 */
gboolean pt_compiler_settle (PtProcessGraph *graph, const PtInference *inference,
                             PtInferenceState state, const char *value, GError **error);

/** pt_compiler_accept: Accepts all that @pass read into the drawing and that is only proposed, as
 * one undo step. @graph: as it was for @compilation. Returns: how many there were */
guint pt_compiler_accept (PtProcessGraph *graph, const PtCompilation *compilation, PtPass pass);

/** pt_compiler_rules_of: Returns: (transfer full): defaults, then `partitur:rule` elements
 *  (code, severity) in the extensionElements of a process, the collaboration or (as some tools write)
 *  definitions, then @over (nullable). A `partitur:exempt` (code, reason) in those of any element lets
 *  that one pass. */
PtRules *pt_compiler_rules_of (PtProcessGraph *graph, PtRules *over);
/** pt_compiler_let_pass: Lets the element @id pass for findings of @code, as one undo step.
 * @reason: (nullable): why it may be like that; %NULL takes it back, under whatever alias of the
 * code it stands. Returns: %FALSE when there was nothing to do */
gboolean
pt_compiler_let_pass (PtProcessGraph *graph, const char *id, PtCode code, const char *reason);

/** pt_validate_bpmn: checks @xml against the OMG's BPMN 2.0 schemas and its references against its ids
 *  (libxml2 does not resolve IDREFs). Each fault is a finding of code E01 or E02. Any thread. */
void pt_validate_bpmn (GBytes *xml, PtDiagnostics *diagnostics);

/* ----- live -------------------------------------------------------------------------------------- */

/**
 * PtLiveCompiler: compiles after every change of a drawing, its roles file or the options: lowers in
 * an idle moment, finishes in a worker thread, drops results of outdated programs.
 *
 * Signals, in the main thread: `updated (PtLiveCompiler *live, PtCompilation *compilation)`, and
 * `outdated (PtLiveCompiler *live)` when the newest result no longer tells of what it was made from.
 */
#define PT_TYPE_LIVE_COMPILER (pt_live_compiler_get_type ())
G_DECLARE_FINAL_TYPE (PtLiveCompiler, pt_live_compiler, PT, LIVE_COMPILER, GObject)

PtLiveCompiler *pt_live_compiler_new (PtProcessGraph *graph);
/** pt_live_compiler_set_roles: @roles: (nullable) */
void pt_live_compiler_set_roles (PtLiveCompiler *self, PtDocument *roles);
void pt_live_compiler_set_options (PtLiveCompiler *self, const PtCompileOptions *options);
/** pt_live_compiler_get: Returns: (transfer none) (nullable): the newest result */
PtCompilation *pt_live_compiler_get (PtLiveCompiler *self);
/** pt_live_compiler_get_roster: Returns: (transfer none) (nullable): what the roles file said when
 * it was last compiled; %NULL without one, or after a change of it until it is compiled again */
PtRoster *pt_live_compiler_get_roster (PtLiveCompiler *self);
/** pt_live_compiler_is_current: Returns: whether there is a result and nothing has changed since */
gboolean pt_live_compiler_is_current (PtLiveCompiler *self);

G_END_DECLS
