/* pt-inference.h: how decisions about the reading of a drawing are kept in its file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Among the extension elements of what they are about:
 *   <partitur:inference kind="time" state="accepted" written="after 3 days" readAs="P3D"/>
 * What was decided about other words than those that are drawn now counts no more.
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

#define PT_INFERENCE_TAG "inference"

/** pt_inference_kind_from_id, …_state_from_id: @id: (nullable). Returns: whether there is such a
 * one */
gboolean pt_inference_kind_from_id (const char *id, PtInferenceKind *kind);
gboolean pt_inference_state_from_id (const char *id, PtInferenceState *state);

G_END_DECLS
