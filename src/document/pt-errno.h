/* pt-errno.h: why the disk did not take something, in words for people
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* @code: an errno. Returns: (transfer none): a part of a sentence, translated */
const char *pt_errno_text (int code);
