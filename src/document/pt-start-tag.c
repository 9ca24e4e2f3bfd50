/* pt-start-tag.c: a start tag with some attributes changed and the rest left as it was typed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-start-tag.h"

#include <string.h>

#define BLANKS " \t\r\n"

/* One attribute of a tag, with the white space before it. */
typedef struct
{
  const char *blanks;
  const char *name;
  const char *name_end;
  const char *value; /* behind the opening quote */
  const char *value_end;
} PtAttributeText;

void
pt_patch_free (PtPatch *patch)
{
  g_free (patch->qname);
  g_free (patch->value);
  g_free (patch);
}

gsize
pt_start_tag_name_length (const char *tag)
{
  return strcspn (tag + 1, BLANKS "/>");
}

/* Returns: FALSE at the end of the tag. It is known to be well-formed, so no check can fail. */
static gboolean
read_attribute (const char *at, PtAttributeText *attribute)
{
  attribute->blanks = at;
  attribute->name = at + strspn (at, BLANKS);
  if (*attribute->name == '/' || *attribute->name == '>')
    return FALSE;
  attribute->name_end = attribute->name + strcspn (attribute->name, "=" BLANKS);
  attribute->value = attribute->name_end + strcspn (attribute->name_end, "\"'") + 1;
  attribute->value_end = strchr (attribute->value, attribute->value[-1]);
  return TRUE;
}

static PtPatch *
find_patch (GPtrArray *patches, const PtAttributeText *attribute)
{
  gsize length = (gsize)(attribute->name_end - attribute->name);

  for (guint i = 0; i < patches->len; i++)
    {
      PtPatch *patch = g_ptr_array_index (patches, i);

      if (strncmp (patch->qname, attribute->name, length) == 0 && patch->qname[length] == '\0')
        return patch;
    }
  return NULL;
}

static void
write_attribute (GString *out,
                 const PtAttributeText *attribute,
                 PtPatch *patch,
                 PtWriteValue write_value,
                 gpointer data)
{
  const char *end = attribute->value_end + 1;

  if (patch == NULL)
    g_string_append_len (out, attribute->blanks, end - attribute->blanks);
  else if (patch->value)
    {
      g_string_append_len (out, attribute->blanks, attribute->value - attribute->blanks);
      write_value (data, patch->value, *attribute->value_end);
      g_string_append_c (out, *attribute->value_end);
    }
  if (patch)
    patch->done = TRUE;
}

static void
append_attribute (GString *out,
                  const PtPatch *patch,
                  char quote,
                  PtWriteValue write_value,
                  gpointer data)
{
  if (patch->done || patch->value == NULL)
    return;
  g_string_append_printf (out, " %s=%c", patch->qname, quote);
  write_value (data, patch->value, quote);
  g_string_append_c (out, quote);
}

void
pt_start_tag_write (GString *out,
                    const char *tag,
                    gsize length,
                    GPtrArray *patches,
                    gboolean open,
                    PtWriteValue write_value,
                    gpointer data)
{
  const char *at = tag + 1 + pt_start_tag_name_length (tag);
  char quote = '"';
  PtAttributeText attribute;

  g_string_append_len (out, tag, at - tag);
  for (; read_attribute (at, &attribute); at = attribute.value_end + 1)
    {
      write_attribute (out, &attribute, find_patch (patches, &attribute), write_value, data);
      quote = *attribute.value_end;
    }
  for (guint i = 0; i < patches->len; i++)
    append_attribute (out, g_ptr_array_index (patches, i), quote, write_value, data);
  if (open)
    g_string_append_c (out, '>');
  else
    g_string_append_len (out, at, tag + length - at);
}
