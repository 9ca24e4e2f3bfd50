/* pt-parse-explain.c: what libxml2's complaints mean, in plain words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-load.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>

/* {1} and {2} are the names that libxml2 gives, {3} is its line. */
static const struct
{
  int code;
  const char *text;
} explanations[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_ ("this is not an XML file: it does not begin with “<”") },
  { XML_ERR_DOCUMENT_END, N_ ("something follows here although the last tag is closed already") },
  { XML_ERR_INVALID_CHAR, N_ ("there is a character here that XML does not allow") },
  { XML_ERR_INVALID_CHARREF, N_ ("this stands for a character that XML does not allow") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("“&” begins a reference, but its “;” is missing; "
                                           "write “&amp;” for the character itself") },
  { XML_ERR_NAME_REQUIRED,
    N_ ("“<” or “&” stands here by itself; in a text, write “&lt;” or “&amp;” "
        "for it") },
  { XML_ERR_UNDECLARED_ENTITY, N_ ("“&{1};” has no meaning in this file; write the character "
                                   "itself instead") },
  { XML_WAR_UNDECLARED_ENTITY, N_ ("“&{1};” has no meaning in this file; write the character "
                                   "itself instead") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("“<” stands within a value or a value is not closed; write “&lt;” "
                                 "or the missing quotation mark") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("a value in quotation marks is expected here") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("the quotation mark that closes a value is missing") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("“{1}” has no value; it must be followed by =\"…\"") },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_ ("“{1}” is given twice in the same tag") },
  { XML_ERR_SPACE_REQUIRED, N_ ("a space is missing here") },
  { XML_ERR_GT_REQUIRED, N_ ("the tag “{1}” is not closed by “>”") },
  { XML_ERR_TAG_NAME_MISMATCH, N_ ("“{1}”, begun in line {3}, must be closed before “{2}”") },
  { XML_ERR_TAG_NOT_FINISHED,
    N_ ("the file ends before “{1}”, begun in line {3}, is closed; it may "
        "be incomplete") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("a comment is not closed by “-->”") },
  { XML_ERR_CDATA_NOT_FINISHED, N_ ("a CDATA section is not closed by “]]>”") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_ ("“--” must not stand within a comment") },
  { XML_ERR_MISPLACED_CDATA_END, N_ ("“]]>” must be written “]]&gt;”") },
  { XML_ERR_RESERVED_XML_NAME,
    N_ ("“<?xml …?>” may only stand at the very beginning of the file") },
};

/* What is missing where a tag breaks off is nothing that somebody forgot. */
static const int broken_off[] = {
  XML_ERR_GT_REQUIRED,
  XML_ERR_SPACE_REQUIRED,
  XML_ERR_ATTRIBUTE_NOT_STARTED,
  XML_ERR_ATTRIBUTE_NOT_FINISHED,
  XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
};

static gboolean
breaks_off (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken_off); i++)
    if (broken_off[i] == code)
      return TRUE;
  return FALSE;
}

char *
pt_parse_explain (const xmlError *reason, gboolean at_end)
{
  g_autofree char *line = g_strdup_printf ("%d", reason->int1);
  GString *text = NULL;

  if (at_end && breaks_off (reason->code))
    return g_strdup (
        _ ("the file ends here, in the middle of a tag: a part of it is missing. Fetch it "
           "once more from where it came"));
  for (gsize i = 0; i < G_N_ELEMENTS (explanations) && !text; i++)
    if (explanations[i].code == reason->code)
      text = g_string_new (_ (explanations[i].text));
  if (text == NULL)
    /* Translators: the reason is in English, by the XML parser */
    return g_strdup_printf (_ ("this is not well-formed XML (%s)"),
                            g_strchomp ((char *)reason->message));
  g_string_replace (text, "{1}", reason->str1 ? reason->str1 : "?", 0);
  g_string_replace (text, "{2}", reason->str2 ? reason->str2 : "?", 0);
  g_string_replace (text, "{3}", line, 0);
  return g_string_free (text, FALSE);
}
