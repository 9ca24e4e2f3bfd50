/* document.h: an XML file as the one truth, and the journal of its changes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * PtDocument:
 *
 * Owns the libxml2 tree of one file (a BPMN process, a roles file) and the journal of every change
 * made to it. Readers look at the tree freely; whoever wants to change it opens a transaction and
 * uses the four journalled changes below. Typed views hold no copy: they refresh from #PtDocument::changed.
 *
 * Node pointers stay valid as long as the document lives: a removed node is kept by the journal,
 * and undo puts the very same node back. The nodes' `_private` field is the document's own.
 *
 * Not thread safe: a document may be loaded in one thread and handed to another, never shared.
 *
 * Signals:
 * - `changed (PtDocument *document, const PtChange *changes, guint n_changes)`: emitted once after
 *   every outermost transaction, undo and redo, never in between. `changes` is in the order made,
 *   as seen going forward (an undone insertion arrives as a removal).
 *
 * Properties: `modified`, `can-undo`, `can-redo`, `undo-name`, `redo-name`, and `kept`: whether its
 * history is on the disk as far as it should be, see history.h (all notify).
 */
#define PT_TYPE_DOCUMENT (pt_document_get_type ())
G_DECLARE_FINAL_TYPE (PtDocument, pt_document, PT, DOCUMENT, GObject)

/** PtDocumentError: why a file could not become a document, or a document not a file. */
typedef enum
{
  PT_DOCUMENT_ERROR_READ,      /* the file could not be read */
  PT_DOCUMENT_ERROR_SYNTAX,    /* not well-formed XML; the message names line and column */
  PT_DOCUMENT_ERROR_ENTITY,    /* declares entities: refused, they can hide files and bombs */
  PT_DOCUMENT_ERROR_ENCODING,  /* an encoding that is unknown or does not fit the bytes */
  PT_DOCUMENT_ERROR_LIMIT,     /* larger, deeper or wider than the limits below */
  PT_DOCUMENT_ERROR_VOCABULARY,/* well-formed, but not the kind of file asked for */
  PT_DOCUMENT_ERROR_WRITE,     /* could not be written; the old file is untouched */
  PT_DOCUMENT_ERROR_CONFLICT,  /* another program changed the file, or may have; it is untouched */
} PtDocumentError;

#define PT_DOCUMENT_ERROR (pt_document_error_quark ())
GQuark pt_document_error_quark (void);

/* What can be opened. A tree takes some ten times the memory of its text, and a text of nothing but
 * tags far more; a process of 100,000 nodes stays below all of this. */
#define PT_DOCUMENT_MAX_BYTES (160 * 1024 * 1024) /* of source text */
#define PT_DOCUMENT_MAX_NODES 6000000             /* elements, attributes, texts, comments */
#define PT_DOCUMENT_MAX_DEPTH 256                 /* of nested elements */
#define PT_DOCUMENT_MAX_ATTRIBUTES 1000           /* of one element, namespaces included */
#define PT_DOCUMENT_MAX_NAMESPACES 1000           /* declared around one element */

/** PtChangeKind: the four things that can happen to a tree. */
typedef enum
{
  PT_CHANGE_ATTRIBUTE, /* an attribute of `node` was set, changed or removed */
  PT_CHANGE_TEXT,      /* the text content of `node` was replaced */
  PT_CHANGE_INSERTED,  /* `node` was inserted below `parent` */
  PT_CHANGE_REMOVED,   /* `node` was removed from `parent` */
} PtChangeKind;

/**
 * PtChange:
 * @node: the element it happened to
 * @parent: its parent element at that moment
 * @attribute: (nullable): local name of the attribute, for %PT_CHANGE_ATTRIBUTE
 */
typedef struct
{
  PtChangeKind kind;
  xmlNode *node;
  xmlNode *parent;
  const char *attribute;
} PtChange;

/* --- loading ---------------------------------------------------------------------------------- */

/**
 * pt_document_load:
 * Reads and parses @file: no network, no external entities, no entity declarations, limits above.
 * UTF-8, UTF-16, UTF-32 and every encoding iconv knows but UTF-7. Blocks; run it in a #GTask for a window.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error (domain
 *   %PT_DOCUMENT_ERROR, or %G_IO_ERROR_CANCELLED)
 */
PtDocument *pt_document_load (GFile *file, GCancellable *cancellable, GError **error);

/**
 * pt_document_load_bytes:
 * The same from memory. @name stands for the file in messages (and may be "-").
 *
 * Returns: (transfer full) (nullable)
 */
PtDocument *pt_document_load_bytes (GBytes *bytes, const char *name, GError **error);

/* --- looking ---------------------------------------------------------------------------------- */

/** pt_document_get_root: Returns: (transfer none): the root element */
xmlNode *pt_document_get_root (PtDocument *self);

/**
 * pt_document_get_by_id:
 * Finds the element whose `id` attribute is @id; with a duplicated id, the first in document order
 * that was there when the file was read. Constant time.
 *
 * Returns: (transfer none) (nullable)
 */
xmlNode *pt_document_get_by_id (PtDocument *self, const char *id);

/** pt_document_has_doubled_ids: Returns: whether two elements have the same `id`. Constant time. */
gboolean pt_document_has_doubled_ids (PtDocument *self);

/**
 * pt_document_make_id:
 * Makes an id that is free in this document and an NCName: @prefix as pt_id_make_valid() has it, an
 * underscore, and a short running number. Given the same document state it gives the same id; within a transaction an id
 * that was handed out is not handed out again.
 *
 * Returns: (transfer full)
 */
char *pt_document_make_id (PtDocument *self, const char *prefix);

/** pt_id_make_valid: Returns: (transfer full): @text with an underscore for every character that an id
 *  (an NCName) cannot have, and before the first where that may not begin one */
char *pt_id_make_valid (const char *text);
/** pt_id_hash: A hash of a string for tables of what files name. It mixes in a number that is drawn at
 *  random when the program starts: nobody can write a file whose ids all fall into the same place. */
guint pt_id_hash (gconstpointer id);

/** pt_document_get_file: Returns: (transfer none) (nullable): where it was loaded from or saved to */
GFile *pt_document_get_file (PtDocument *self);
void pt_document_set_file (PtDocument *self, GFile *file);

/** pt_document_get_name: Returns: (transfer none): the name for messages and titles: the base name
 *  of the file, or what it was loaded as */
const char *pt_document_get_name (PtDocument *self);

/**
 * pt_document_get_position:
 * @line: (out): from 1; @column: (out): from 1, in characters
 *
 * Where the start tag of @node stands in the text last loaded.
 *
 * Returns: %FALSE (and zeros) for elements that were not in it
 */
gboolean pt_document_get_position (PtDocument *self, xmlNode *node, int *line, int *column);

/**
 * pt_document_get_source:
 * @length: (out): in bytes
 *
 * The text that @node was loaded from, from its start tag to its end tag, in UTF-8. What stands in the
 * same letters, with the same prefixes declared around it, is the same.
 *
 * Returns: (transfer none) (nullable): not terminated; %NULL when the element, or something in it, was
 *   changed or is new
 */
const char *pt_document_get_source (PtDocument *self, const xmlNode *node, gsize *length);

/**
 * pt_document_get_strays:
 * @line, @column: (out): of the first of them
 *
 * Files from older tools often declare UTF-8 and hold bytes that are none. Those are read as
 * windows-1252, and saved as they were unless pt_document_drop_strays() says otherwise.
 *
 * Returns: how many such bytes there are that would be saved as they were
 */
guint pt_document_get_strays (PtDocument *self, int *line, int *column);
/** pt_document_get_claimed_encoding: Returns: (transfer none) (nullable): the encoding that the file
 *  declares, when it cannot be true and the file was read as UTF-8 */
const char *pt_document_get_claimed_encoding (PtDocument *self);

/* --- changing --------------------------------------------------------------------------------- */

/**
 * pt_document_begin:
 * @name: what the user did, translated, for "Undo Rename task"
 *
 * Opens a transaction; the changes below need one. Transactions nest; the outermost one's name counts
 * and is one undo step. Not to be called from a handler of #PtDocument::changed.
 */
void pt_document_begin (PtDocument *self, const char *name);

/** pt_document_commit: Closes the transaction. An outermost one that changed nothing leaves no trace. */
void pt_document_commit (PtDocument *self);

/** pt_document_cancel: Closes the transaction and takes back all changes made since its begin. */
void pt_document_cancel (PtDocument *self);

/**
 * pt_document_set_attribute:
 * @ns_uri: (nullable): namespace of the attribute, %NULL for none. A namespace that is not declared
 *   in scope of @node gets a declaration on the root (journalled with the change).
 * @value: (nullable): %NULL removes the attribute
 *
 * Setting what is already there is no change. Characters that XML cannot hold are left out, here and
 * in texts.
 */
void pt_document_set_attribute (
    PtDocument *self, xmlNode *node, const char *ns_uri, const char *name, const char *value);

/** pt_document_set_text: Replaces all children of @node by the text @text (nullable for none). Child
 *  elements are reported as removed first. */
void pt_document_set_text (PtDocument *self, xmlNode *node, const char *text);

/**
 * pt_document_insert:
 * @before: (nullable): a child of @parent, or %NULL to append
 * @node: (transfer full): a loose element made by pt_document_make_element(), or one removed before
 *
 * Inserts @node. White space around it follows its neighbours' indentation when saved.
 */
void pt_document_insert (PtDocument *self, xmlNode *parent, xmlNode *before, xmlNode *node);

/** pt_document_drop_strays: Has the bytes that pt_document_get_strays() counts saved as UTF-8, and a
 *  declaration that says otherwise corrected. A change like the others, but one that nobody who looks
 *  at the tree can see. */
void pt_document_drop_strays (PtDocument *self);

/** pt_document_remove: Takes @node out of the tree, with the white space before it. */
void pt_document_remove (PtDocument *self, xmlNode *node);

/**
 * pt_document_make_element:
 * Makes a loose element that fits the tree at @context: namespace @ns_uri with the prefix in use
 * there (declared on the root in the current transaction, with @hint as prefix, when it is new).
 * Attributes may be put on a loose element with xmlSetProp(); children with xmlAddChild().
 *
 * Returns: (transfer full): to be handed to pt_document_insert(), or to xmlAddChild() of a loose one
 */
xmlNode *pt_document_make_element (
    PtDocument *self, xmlNode *context, const char *ns_uri, const char *hint, const char *name);

/* --- undo ------------------------------------------------------------------------------------- */

gboolean pt_document_can_undo (PtDocument *self);
gboolean pt_document_can_redo (PtDocument *self);
/** pt_document_get_undo_name: Returns: (nullable): the transaction that undo would take back */
const char *pt_document_get_undo_name (PtDocument *self);
const char *pt_document_get_redo_name (PtDocument *self);
/** pt_document_undo: Takes back the last transaction; does nothing when there is none. */
void pt_document_undo (PtDocument *self);
void pt_document_redo (PtDocument *self);

/** pt_document_get_modified: Returns: whether the tree differs from what was last loaded or saved;
 *  undoing back to that point makes it unmodified again */
gboolean pt_document_get_modified (PtDocument *self);

/** pt_document_get_serial: Returns: a number that changes with every `changed`, for stale results */
guint64 pt_document_get_serial (PtDocument *self);

/* --- saving ----------------------------------------------------------------------------------- */

/**
 * pt_document_to_bytes:
 * The document as a file: the bytes it was loaded from, with only the edited places written anew
 * (attribute values, texts, inserted and removed elements). Unedited, or edited and undone, it is
 * byte-identical: attribute order, quotes, white space, comments, CDATA, prefixes, encoding, byte
 * order mark and line ends are the source's own.
 *
 * Returns: (transfer full) (nullable): %NULL with %PT_DOCUMENT_ERROR_ENCODING when a text cannot be
 *   written in the file's encoding even by a character reference
 */
GBytes *pt_document_to_bytes (PtDocument *self, GError **error);

/**
 * pt_document_mark_saved:
 * Says that the present state is what stands in the document's file.
 */
void pt_document_mark_saved (PtDocument *self);

/**
 * PtSaving: one state of a document on its way into a file. Made and finished where the document lives;
 * written in any thread, while the document may already change.
 */
typedef struct _PtSaving PtSaving;

/** pt_saving_new: the state of now. Returns: (transfer full) (nullable): see pt_document_to_bytes() */
PtSaving *pt_saving_new (PtDocument *document, GFile *file, GError **error);
void pt_saving_free (PtSaving *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSaving, pt_saving_free)

/** pt_saving_get_file: Returns: (transfer none) */
GFile *pt_saving_get_file (PtSaving *self);

/**
 * pt_saving_write:
 * @overwrite: whatever the file holds by now
 *
 * Writes with pt_write_atomically(). Blocks. Without @overwrite, the document's own file is not written when it
 * holds other bytes than it was loaded from or last saved as, or cannot be read: %PT_DOCUMENT_ERROR_CONFLICT.
 */
gboolean pt_saving_write (PtSaving *self, gboolean overwrite, GError **error);

/** pt_saving_finish: after it was written: the document belongs to the file, and that state is the
 *  saved one, even when the document has changed since. */
void pt_saving_finish (PtSaving *self);

/** pt_document_save: all of this at once, overwriting */
gboolean pt_document_save (PtDocument *self, GFile *file, GError **error);

/**
 * pt_write_atomically:
 * Writes @bytes beside @file, flushes them to the disk, and renames over @file: afterwards either
 * all is new or the old file is whole. Follows a symbolic link to its target; keeps permissions.
 */
gboolean pt_write_atomically (GFile *file, GBytes *bytes, GError **error);

/** PtFileContent: a file and what is to stand in it. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
} PtFileContent;
/** pt_write_all: each with pt_write_atomically(), in order; what was new is taken away again when a
 *  later one fails */
gboolean pt_write_all (const PtFileContent *contents, guint n, GError **error);

/**
 * pt_document_get_file_hash:
 * What the document's file holds as far as the document knows: what it was loaded from or last
 * saved, whichever was later. Takes its time on the first call; the loading thread may make it.
 *
 * Returns: (transfer none) (nullable): a SHA-256; %NULL when nobody knows
 */
const char *pt_document_get_file_hash (PtDocument *self);

/**
 * pt_document_overrule:
 * The file holds something else, namely @hash, and the user prefers this document: it counts as
 * modified, and saving writes over just that without asking.
 */
void pt_document_overrule (PtDocument *self, const char *hash);

/** pt_file_hash: Blocks. Returns: (transfer full) (nullable): SHA-256 of what @file holds, %NULL
 * when it cannot be read */
char *pt_file_hash (GFile *file);

/* --- small help for readers of trees ------------------------------------------------------------ */

/** pt_xml_is: Returns: whether @node is an element @name in namespace @ns_uri */
gboolean pt_xml_is (const xmlNode *node, const char *ns_uri, const char *name);
/** pt_xml_attribute: Returns: (transfer full) (nullable): the attribute's value without namespace;
 *  free with g_free() */
char *pt_xml_attribute (const xmlNode *node, const char *name);
/** pt_xml_peek: the same where it stands in the tree. Returns: (transfer none) (nullable): valid
 * until the attribute is changed */
const char *pt_xml_peek (const xmlNode *node, const char *name);
/** pt_xml_value: Returns: (transfer none): the value of @attribute, where it stands */
const char *pt_xml_value (const xmlAttr *attribute);
/** pt_xml_text: Returns: (transfer full): all text below @node, stripped at both ends */
char *pt_xml_text (const xmlNode *node);
/** pt_xml_first_element / pt_xml_next_element: walk element children only. Returns: (nullable) */
xmlNode *pt_xml_first_element (const xmlNode *parent);
xmlNode *pt_xml_next_element (const xmlNode *node);

G_END_DECLS
