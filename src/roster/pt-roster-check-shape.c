/* pt-roster-check-shape.c: a roles file against its schema, with libxml2's findings in plain words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "pt-roles-schema.h"
#include "pt-roster-checks.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPtr;
#else
typedef xmlErrorPtr ErrorPtr;
#endif

/* One finding of libxml2. */
typedef struct
{
  const PtRosterCheck *check;
  xmlNode *node;
  const char *tag;       /* of the node */
  const char *attribute; /* (nullable) */
} Fault;

typedef struct
{
  const PtRosterCheck *check;
  xmlNode *said_node; /* what the last finding was about: libxml2 often says the same thing twice */
  char *said_attribute;
  xmlNode *stopped_at; /* (nullable): the entry that made it skip those that follow */
} Validation;

/* ----- wording: each returns a whole sentence (transfer full) -----------------------------------
 */

/* @sentence: (transfer full) */
static char *
add_suggestion (char *sentence, const char *word, GStrv candidates)
{
  g_autofree char *first = sentence;
  const char *meant = pt_suggest (word, (const char *const *)candidates);

  /* Translators: appended to a sentence */
  return meant != NULL ? g_strdup_printf (_ ("%s Did you mean “%s”?"), first, meant)
                       : g_steal_pointer (&first);
}

static char *
word_element (const Fault *fault)
{
  const char *parent = (const char *)fault->node->parent->name;
  g_auto (GStrv) children = pt_roles_schema_children (parent);
  g_autofree char *list = g_strjoinv (", ", children);

  if (*list == '\0')
    return g_strdup_printf (_ ("<%s> does not belong into <%s>, which has nothing in it."),
                            fault->tag, parent);
  if (g_strv_contains ((const char *const *)children, fault->tag))
    return g_strdup_printf (_ ("<%s> is not in the namespace “%s”."), fault->tag, PT_NS_ROLES);
  return add_suggestion (g_strdup_printf (_ ("<%s> does not belong into <%s>; expected there: %s."),
                                          fault->tag, parent, list),
                         fault->tag, children);
}

static char *
word_unknown_attribute (const Fault *fault)
{
  g_auto (GStrv) attributes = pt_roles_schema_attributes (fault->tag);
  g_autofree char *list = g_strjoinv (", ", attributes);

  return add_suggestion (g_strdup_printf (_ ("<%s> has no attribute “%s”; expected there: %s."),
                                          fault->tag, fault->attribute, list),
                         fault->attribute, attributes);
}

static char *
word_missing_attribute (const Fault *fault)
{
  return g_strdup_printf (_ ("<%s> needs the attribute “%s”."), fault->tag, fault->attribute);
}

static char *
word_content (const Fault *fault)
{
  g_auto (GStrv) children = pt_roles_schema_children (fault->tag);
  g_autofree char *list = g_strjoinv (", ", children);
  g_autofree char *type = pt_roles_schema_type (fault->tag, NULL);

  if (*list != '\0')
    return g_strdup_printf (_ ("<%s> has text in it; expected there: %s."), fault->tag, list);
  if (g_strcmp0 (type, "text") == 0)
    return g_strdup_printf (_ ("<%s> has other elements in it; expected there: text."), fault->tag);
  return g_strdup_printf (_ ("<%s> has something in it; expected there: nothing."), fault->tag);
}

/* An element that is checked by itself, or the root, is none that the schema knows. */
static char *
word_undeclared (const Fault *fault)
{
  if (fault->node != pt_document_get_root (fault->check->document))
    return word_element (fault);
  return g_strdup_printf (
      _ ("a roles file begins with <organisation xmlns=\"%s\">, not with <%s>."), PT_NS_ROLES,
      fault->tag);
}

/* What a value of a type looks like. */
static const struct
{
  const char *type;
  const char *expected;
} values[] = {
  { "id", N_ ("an id: a letter, then letters, digits, dots and hyphens, without spaces") },
  { "text", N_ ("some text") },
  { "reference", N_ ("the id of another entry") },
  { "references", N_ ("ids of roles with spaces between them") },
  { "date", N_ ("a day of the calendar, such as 2026-03-01") },
  { "time", N_ ("a time of the day, such as 08:30") },
  { "days", N_ ("days of the week, such as mon-fri or mon,wed") },
  { "share", N_ ("a number from 0 to 1, such as 0.8") },
  { "amount", N_ ("a number, such as 54.00") },
  { "weight", N_ ("hard, or a number from 1 to 100") },
  { "xs:boolean", N_ ("true or false") },
  { "xs:positiveInteger", N_ ("a whole number from 1") },
  { "xs:nonNegativeInteger", N_ ("a whole number from 0") },
  { "xs:NMTOKENS", N_ ("words with spaces between them") },
};

static const char *
describe_type (const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].type, type) == 0)
      return _ (values[i].expected);
  return _ ("another value");
}

static char *
word_value (const Fault *fault)
{
  g_autofree char *value = fault->attribute != NULL
                               ? pt_xml_attribute (fault->node, fault->attribute)
                               : pt_xml_text (fault->node);
  g_autofree char *type = pt_roles_schema_type (fault->tag, fault->attribute);
  g_auto (GStrv) choices = NULL;
  g_autofree char *list = NULL;

  if (fault->attribute == NULL)
    return g_strdup_printf (_ ("<%s> says “%s”; expected there: %s."), fault->tag, value,
                            describe_type (type));
  choices = pt_roles_schema_values (fault->tag, fault->attribute);
  list = g_strjoinv (", ", choices);
  return add_suggestion (g_strdup_printf (_ ("“%s” of <%s> is “%s”; expected there: %s."),
                                          fault->attribute, fault->tag, value,
                                          *list != '\0' ? list : describe_type (type)),
                         value, choices);
}

/* ----- repairs: each offers what one click can do ----------------------------------------------
 */

static void
repair_element (const Fault *fault, PtDiagnostic *diagnostic, const char *path)
{
  g_auto (GStrv) children = pt_roles_schema_children ((const char *)fault->node->parent->name);
  const char *meant = pt_suggest (fault->tag, (const char *const *)children);

  if (meant != NULL && strcmp (meant, fault->tag) != 0)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_RENAME_TAG, meant, path, fault->tag, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ELEMENT, fault->tag, path, fault->tag, NULL);
}

static void
repair_unknown_attribute (const Fault *fault, PtDiagnostic *diagnostic, const char *path)
{
  g_auto (GStrv) attributes = pt_roles_schema_attributes (fault->tag);
  const char *meant = pt_suggest (fault->attribute, (const char *const *)attributes);

  if (meant != NULL && !xmlHasProp (fault->node, BAD_CAST meant))
    pt_diagnostic_add_fix (diagnostic, PT_FIX_RENAME_ATTRIBUTE, meant, path, fault->attribute,
                           NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ATTRIBUTE, fault->attribute, path, NULL);
}

static void
repair_missing_attribute (const Fault *fault, PtDiagnostic *diagnostic, const char *path)
{
  if (strcmp (fault->attribute, "id") == 0)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_NEW_ID, path, "", NULL);
  else
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ELEMENT, fault->tag, path, fault->tag, NULL);
}

static void
repair_value (const Fault *fault, PtDiagnostic *diagnostic, const char *path)
{
  g_autofree char *value
      = fault->attribute != NULL ? pt_xml_attribute (fault->node, fault->attribute) : NULL;
  g_auto (GStrv) choices = NULL;
  const char *meant;

  if (value == NULL)
    return;
  choices = pt_roles_schema_values (fault->tag, fault->attribute);
  meant = pt_suggest (value, (const char *const *)choices);
  if (meant != NULL)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, meant, path, fault->attribute, value,
                           NULL);
  if (strcmp (fault->attribute, "id") == 0)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_VALID_ID, path, value, NULL);
  if (!pt_roles_schema_needs (fault->tag, fault->attribute))
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ATTRIBUTE, fault->attribute, path, NULL);
}

/* ----- listening to libxml2 ---------------------------------------------------------------------
 */

typedef char *(*Wording) (const Fault *fault);
typedef void (*Repair) (const Fault *fault, PtDiagnostic *diagnostic, const char *path);

/* Codes of libxml2's xmlerror.h; those that are not here are about values. */
static const struct
{
  int code;
  Wording wording;
  Repair repair; /* (nullable) */
} wordings[] = {
  { XML_SCHEMAV_ELEMENT_CONTENT, word_element, repair_element },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, word_unknown_attribute, repair_unknown_attribute },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, word_unknown_attribute, repair_unknown_attribute },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_4, word_missing_attribute, repair_missing_attribute },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, word_content },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, word_content },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, word_content },
  { XML_SCHEMAV_CVC_TYPE_3_1_2, word_content },
  { XML_SCHEMAV_CVC_ELT_1, word_undeclared },
};

static void
find_wording (int code, Wording *wording, Repair *repair)
{
  *wording = word_value;
  *repair = repair_value;
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (wordings[i].code == code)
      {
        *wording = wordings[i].wording;
        *repair = wordings[i].repair;
      }
}

/* libxml2 names the attribute in its message only. Returns: (transfer full) (nullable) */
static char *
find_attribute (const char *message)
{
  g_autoptr (GRegex) regex = g_regex_new ("attribute '(?:\\{[^}]*\\})?([^']+)'", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, message, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static gboolean
was_said (Validation *self, xmlNode *node, const char *attribute)
{
  gboolean same = self->said_node == node && g_strcmp0 (self->said_attribute, attribute) == 0;

  self->said_node = node;
  g_free (self->said_attribute);
  self->said_attribute = g_strdup (attribute);
  return same;
}

static void
listen (gpointer data, ErrorPtr error)
{
  Validation *self = data;
  xmlNode *place = error->node;
  xmlNode *node = place->type == XML_ATTRIBUTE_NODE ? place->parent : place;
  g_autofree char *attribute = find_attribute (error->message);
  Fault fault = { self->check, node, (const char *)node->name, attribute };
  g_autofree char *sentence = NULL;
  g_autofree char *path = NULL;
  Wording wording;
  Repair repair;
  PtDiagnostic *diagnostic;

  if (error->level < XML_ERR_ERROR || error->code == XML_SCHEMAV_CVC_IDC
      || was_said (self, node, attribute))
    return; /* ids that are used twice: pt_roster_check_names() says it better */
  if (error->code == XML_SCHEMAV_ELEMENT_CONTENT
      && node->parent == pt_document_get_root (self->check->document))
    self->stopped_at = node;
  find_wording (error->code, &wording, &repair);
  sentence = wording (&fault);
  path = pt_roster_check_path (self->check, node);
  diagnostic = pt_diagnostics_add (self->check->diagnostics, PT_CODE_RF01, sentence, NULL);
  if (repair != NULL)
    repair (&fault, diagnostic, path);
  pt_roster_check_place (self->check, diagnostic, node);
}

/* libxml2 goes no further among the children of an element once one of them is unexpected; the
 * entries that follow are checked one by one. */
static void
validate_rest (Validation *self, xmlSchemaValidCtxt *context)
{
  xmlNode *node = pt_xml_next_element (self->stopped_at);

  for (; node != NULL; node = pt_xml_next_element (node))
    if (g_strcmp0 (node->ns != NULL ? (const char *)node->ns->href : NULL, PT_NS_ROLES) == 0)
      xmlSchemaValidateOneElement (context, node);
}

void
pt_roster_check_shape (const PtRosterCheck *check)
{
  Validation self = { .check = check };
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (pt_roles_schema ());

  xmlSchemaSetValidStructuredErrors (context, listen, &self);
  xmlSchemaValidateDoc (context, pt_document_get_root (check->document)->doc);
  if (self.stopped_at != NULL)
    validate_rest (&self, context);
  xmlSchemaFreeValidCtxt (context);
  g_free (self.said_attribute);
}
