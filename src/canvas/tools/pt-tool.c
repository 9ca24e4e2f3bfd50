/* pt-tool.c: making and freeing tools
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-tool.h"

gpointer
pt_tool_new (const PtToolClass *klass, PtEditor *editor)
{
  PtTool *self = g_malloc0 (klass->size);

  self->klass = klass;
  self->editor = editor;
  return self;
}

void
pt_tool_free (PtTool *self)
{
  if (self == NULL)
    return;
  if (self->klass->dispose != NULL)
    self->klass->dispose (self);
  g_free (self);
}
