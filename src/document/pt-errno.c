/* pt-errno.c: why the disk did not take something, in words for people
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-errno.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static const struct
{
  int code;
  const char *text;
} texts[] = {
  { EACCES, N_ ("you are not allowed to write there") },
  { EPERM, N_ ("you are not allowed to write there") },
  { EROFS, N_ ("the disk can only be read") },
  { ENOSPC, N_ ("the disk is full") },
  { EDQUOT, N_ ("your share of the disk is full") },
  { EFBIG, N_ ("the file would be larger than is allowed there") },
  { EIO, N_ ("the disk reports a fault") },
  { ENOENT, N_ ("the folder does not exist") },
  { ENOTDIR, N_ ("the folder does not exist") },
  { EISDIR, N_ ("a folder has this name") },
  { ENAMETOOLONG, N_ ("the name is too long") },
  { EWOULDBLOCK, N_ ("it is open elsewhere") },
  { ELOOP, N_ ("the file is a link that leads nowhere") },
};

const char *
pt_errno_text (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].code == code)
      return _ (texts[i].text);
  return g_strerror (code);
}
