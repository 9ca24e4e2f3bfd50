/* pt-clipboard.h: what copying and pasting agree upon
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

#define PT_CLIPBOARD_COLLABORATION "Clipboard_Collaboration" /* holds copied pools */
#define PT_CLIPBOARD_PROCESS "Clipboard_Process"             /* holds all other elements */
