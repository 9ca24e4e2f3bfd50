/* pt-load.c: from a file to a document
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-load.h"

#include "pt-document-private.h"
#include "pt-source-scan.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

void
pt_load_fail (GError **error,
              PtDocumentError code,
              const char *name,
              int line,
              int column,
              const char *message)
{
  if (line && column)
    /* Translators: file name, line, column, what is wrong */
    g_set_error (error, PT_DOCUMENT_ERROR, code, _ ("%s, line %d, column %d: %s"), name, line,
                 column, message);
  else if (line)
    /* Translators: file name, line, what is wrong */
    g_set_error (error, PT_DOCUMENT_ERROR, code, _ ("%s, line %d: %s"), name, line, message);
  else
    /* Translators: file name, what is wrong */
    g_set_error (error, PT_DOCUMENT_ERROR, code, _ ("%s: %s"), name, message);
}

char *
pt_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

static gboolean
check_size (gsize n_bytes, const char *name, GError **error)
{
  g_autofree char *limit = NULL;
  g_autofree char *message = NULL;

  if (n_bytes <= PT_DOCUMENT_MAX_BYTES)
    return TRUE;
  limit = g_format_size_full (PT_DOCUMENT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  message
      = g_strdup_printf (_ ("the file is larger than %s, which is more than can be opened"), limit);
  pt_load_fail (error, PT_DOCUMENT_ERROR_LIMIT, name, 0, 0, message);
  return FALSE;
}

/* What people open by mistake, told by how it begins. */
static const struct
{
  const char *start; /* lower case */
  const char *text;
} other_files[] = {
  { "pk\x03\x04", N_ ("this is a ZIP archive or an office file, not a BPMN file; if a BPMN file is "
                      "packed in it, unpack that") },
  { "%pdf-", N_ ("this is a PDF, a picture of a process at best; export the process as BPMN in the "
                 "program it comes from") },
  { "\x1f\x8b", N_ ("this file is compressed with gzip; unpack it first") },
  { "\x89png", N_ ("this is a picture; export the process as BPMN in the program it comes from") },
  { "\xff\xd8\xff",
    N_ ("this is a picture; export the process as BPMN in the program it comes from") },
  { "\xd0\xcf\x11\xe0", N_ ("this is an office or Visio file; export the process as BPMN in the "
                            "program it comes from") },
  { "{", N_ ("this is JSON, not XML; export the process as BPMN 2.0 XML in the program it comes "
             "from") },
  { "<!doctype html", N_ ("this is a web page; the link or download has led to a page about the "
                          "file instead of the file") },
  { "<html",
    N_ ("this is a web page; the link or download has led to a page about the file instead "
        "of the file") },
};

static gboolean
begins_with (const char *data, gsize length, const char *start)
{
  return length >= strlen (start) && g_ascii_strncasecmp (data, start, strlen (start)) == 0;
}

static gboolean
check_kind (GBytes *bytes, const char *name, GError **error)
{
  gsize length, blank;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, MIN (length, 4096));

  blank = strspn (head, " \t\r\n");
  for (gsize i = 0; i < G_N_ELEMENTS (other_files); i++)
    if (begins_with (head + blank, strlen (head + blank), other_files[i].start))
      {
        pt_load_fail (error, PT_DOCUMENT_ERROR_VOCABULARY, name, 0, 0, _ (other_files[i].text));
        return FALSE;
      }
  return TRUE;
}

/* Bytes have no zero behind them. */
static gboolean
is_blank (const char *data, gsize length)
{
  gsize i = 0;

  while (i < length && data[i] && strchr (" \t\r\n", data[i]))
    i++;
  return i == length;
}

static gboolean
check_content (GBytes *text, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  if (!is_blank (data, length))
    return TRUE;
  pt_load_fail (error, PT_DOCUMENT_ERROR_SYNTAX, name, 0, 0, _ ("the file is empty"));
  return FALSE;
}

static PtDocument *
load (GBytes *bytes, GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (PtSource) source = NULL;
  g_autoptr (PtIds) ids = NULL;
  xmlDoc *tree;

  if (!check_size (g_bytes_get_size (bytes), name, error) || !check_content (bytes, name, error)
      || !check_kind (bytes, name, error))
    return NULL;
  source = pt_source_new (bytes, name, error);
  /* Once more, for what stands behind a byte-order mark or in UTF-16. */
  if (source == NULL || !check_content (source->text, name, error)
      || !check_kind (source->text, name, error) || !pt_source_scan (source, name, error))
    return NULL;
  ids = pt_ids_new (source->arena);
  tree = pt_parse (source, ids, name, cancellable, error);
  return tree
             ? pt_document_new (tree, g_steal_pointer (&source), g_steal_pointer (&ids), file, name)
             : NULL;
}

PtDocument *
pt_document_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  return load (bytes, NULL, name, NULL, error);
}

/* --- reading --- */

#define PORTION ((gsize)1 << 20)

/* So long a named pipe may stay without a writer. */
#define WRITER_MILLISECONDS 5000

/* How much to ask for at first: the whole and one byte more, so that the end is seen at once. */
static gsize
first_portion (GFileInfo *info)
{
  goffset size = info ? g_file_info_get_size (info) : 0;

  return size > 0 && size <= PT_DOCUMENT_MAX_BYTES ? (gsize)size + 1 : PORTION;
}

/* In portions, for what is read may be a pipe or a device without end. */
static GBytes *
read_stream (GInputStream *stream,
             gsize portion,
             const char *name,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_sized_new ((guint)portion);
  gboolean at_end = FALSE;

  for (; !at_end; portion = PORTION)
    {
      guint had = data->len;
      gsize n_read;

      g_byte_array_set_size (data, (guint)(had + portion));
      if (!g_input_stream_read_all (stream, data->data + had, portion, &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (data, (guint)(had + n_read));
      if (!check_size (data->len, name, error))
        return NULL;
      at_end = n_read < portion;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/* Whether opening @path waits for somebody who writes, for ever if need be. A pipe that a shell
 * hands over has its writer. */
static gboolean
is_named_pipe (const char *path)
{
  struct stat status;

  return path && !g_str_has_prefix (path, "/dev/") && !g_str_has_prefix (path, "/proc/")
         && stat (path, &status) == 0 && S_ISFIFO (status.st_mode);
}

/* Returns: whether something comes from @pipe before the time is up */
static gboolean
wait_for_writer (int pipe, GCancellable *cancellable, GError **error)
{
  GPollFD polls[2] = { { .fd = pipe, .events = G_IO_IN } };
  gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &polls[1]);
  int ready = g_poll (polls, can_cancel ? 2 : 1, WRITER_MILLISECONDS);

  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (ready > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                       _ ("this is a pipe, and nobody writes to it; start the program that writes "
                          "to it, or give a file"));
  return FALSE;
}

static GBytes *
read_named_pipe (const char *path, const char *name, GCancellable *cancellable, GError **error)
{
  int pipe = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  g_autoptr (GInputStream) stream = NULL;

  if (pipe < 0)
    {
      int reason = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason));
      return NULL;
    }
  stream = g_unix_input_stream_new (pipe, TRUE);
  if (!wait_for_writer (pipe, cancellable, error)
      || !g_unix_set_fd_nonblocking (pipe, FALSE, error))
    return NULL;
  return read_stream (stream, PORTION, name, cancellable, error);
}

static GBytes *
read_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info
      = stream ? g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 cancellable, NULL)
               : NULL;

  if (info && !check_size ((gsize)g_file_info_get_size (info), name, error))
    return NULL;
  return stream
             ? read_stream (G_INPUT_STREAM (stream), first_portion (info), name, cancellable, error)
             : NULL;
}

static const struct
{
  int code;
  const char *text;
} reading_errors[] = {
  { G_IO_ERROR_NOT_FOUND, N_ ("there is no such file") },
  { G_IO_ERROR_IS_DIRECTORY, N_ ("this is a folder, not a file") },
  { G_IO_ERROR_PERMISSION_DENIED, N_ ("you are not allowed to read this file") },
};

static void
fail_reading (GError **error, const char *name, const GError *reason)
{
  const char *message = reason->message;

  for (gsize i = 0; i < G_N_ELEMENTS (reading_errors); i++)
    if (g_error_matches (reason, G_IO_ERROR, reading_errors[i].code))
      message = _ (reading_errors[i].text);
  pt_load_fail (error, PT_DOCUMENT_ERROR_READ, name, 0, 0, message);
}

PtDocument *
pt_document_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = pt_file_name (file);
  g_autoptr (GError) reason = NULL;
  const char *path = g_file_peek_path (file);
  g_autoptr (GBytes) bytes = is_named_pipe (path)
                                 ? read_named_pipe (path, name, cancellable, &reason)
                                 : read_file (file, name, cancellable, &reason);

  if (bytes)
    return load (bytes, file, name, cancellable, error);
  if (reason->domain == PT_DOCUMENT_ERROR
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    fail_reading (error, name, reason);
  return NULL;
}
