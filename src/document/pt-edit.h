/* pt-edit.h: one journalled change of the tree, which can be done and undone
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

typedef enum
{
  PT_EDIT_ATTRIBUTE, /* an attribute gets another value */
  PT_EDIT_SPLICE,    /* a run of children is replaced by another */
  PT_EDIT_NAMESPACE, /* the root declares a namespace more */
  PT_EDIT_ENCODING,  /* stray bytes are written as UTF-8 */
} PtEditKind;

/* Pairs are indexed by "forward": [0] is how it was before, [1] how it is after. */
typedef struct
{
  PtEditKind kind;
  PtChangeKind change;
  gboolean silent;  /* white space only: nobody has to hear of it */
  xmlNode *node;    /* the element that the change is about */
  xmlNode *parent;  /* (nullable): its parent when the change was made */
  const char *name; /* of an attribute, interned */
  union
  {
    struct
    {
      xmlNs *ns;          /* (nullable) */
      const char *ns_uri; /* (nullable), interned */
      guint position;     /* among the attributes, when it comes back */
      char *values[2];    /* NULL: not there */
    } attribute;
    struct
    {
      GPtrArray *runs[2]; /* of xmlNode, neighbours in this order; may be empty */
      xmlNode *host;      /* whose children they are */
      xmlNode *next;      /* (nullable): the sibling behind the run */
    } splice;
    struct
    {
      xmlNs *ns;
    } declaration;
  };
} PtEdit;

void pt_edit_clear (PtEdit *edit);

/* Makes the change, or with @forward FALSE takes it back. */
void pt_edit_apply (PtDocument *document, PtEdit *edit, gboolean forward);

/* How the change looks to readers when it is applied. */
PtChange pt_edit_describe (const PtEdit *edit, gboolean forward);

/* An empty splice of the children of @host before @next, to be filled with nodes. */
PtEdit pt_edit_splice (PtChangeKind change, xmlNode *node, xmlNode *host, xmlNode *next);

G_END_DECLS
