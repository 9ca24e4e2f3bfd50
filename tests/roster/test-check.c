/* test-check.c: every fault of a roles file is named, at its line, with what would be right
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roster-test.h"

#include <libxml/xmlIO.h>

typedef struct
{
  const char *entries;  /* of the file; the first line is line 2 */
  const char *expected; /* findings of the group as "CODE:line …" */
  const char *message;  /* (nullable): part of a message */
} Case;

/* Every code has cases that raise it and, beside them, cases that come close and do not. */
static const Case faults_of_the_file[] = {
  { "", "", NULL },

  /* RF01: elements */
  { "<persn id='a'/>", "RF01:2",
    "Wrong entry: <persn> does not belong into <organisation>; expected there: calendar, "
    "skill, unit, role, person, rule. Did you mean “person”?" },
  { "<role id='a'/>\n<holds role='a'/>", "RF01:3", "<holds> does not belong into <organisation>" },
  { "<person id='a'>\n<hold role='x'/></person>", "RF01:3",
    "<hold> does not belong into <person>; expected there: holds, can, away. Did you mean "
    "“holds”?" },
  { "<role id='a'/><person id='p'><holds role='a'><b/></holds></person>", "RF01:2",
    "<holds> has something in it; expected there: nothing." },
  { "<role id='a'><alias>a<b/></alias></role>", "RF01:2",
    "<alias> has other elements in it; expected there: text." },
  { "some text", "RF01:1", "<organisation> has text in it; expected there: calendar" },
  { "<person xmlns='' id='a'/>", "RF01:2",
    "<person> is not in the namespace “urn:partitur:roles:1”." },
  { "<x:any xmlns:x='urn:x' id='a'><x:more/>text</x:any>", "", NULL },
  { "<role id='a' xmlns:x='urn:x' x:note='n'><x:any/></role>", "", NULL },
  { "<x:any xmlns:x='urn:x' xmlns:r='urn:partitur:roles:1'><r:role/></x:any>", "", NULL },

  /* RF01: one wrong entry does not hide the next */
  { "<persn id='a'/>\n<rule id='r' type='superior' tags='t'/>\n<role/>\n<unti id='u'/>\n<role "
    "id='b' "
    "kid='x'/>",
    "RF01:2 RF01:4 RF01:5 RF01:6", "<unti> does not belong into <organisation>" },

  /* RF01: attributes */
  { "<role name='Buyer'/>", "RF01:2", "<role> needs the attribute “id”." },
  { "<role id='a' nmae='Buyer'/>", "RF01:2",
    "<role> has no attribute “nmae”; expected there: id, name, kind" },
  { "<role id='a' nmae='Buyer'/>", "RF01:2", "Did you mean “name”?" },
  { "<role id='a' Name='Buyer'/>", "RF01:2", "Did you mean “name”?" },
  { "<person id='a'>\n<away from='2026-01-01'/></person>", "RF01:3",
    "<away> needs the attribute “until”." },
  { "<person id='a'>\n\n<holds/></person>", "RF01:4", "<holds> needs the attribute “role”." },

  /* RF01: values */
  { "<role id='a b'/>", "RF01:2", "“id” of <role> is “a b”; expected there: an id" },
  { "<role id='a' kind='extern'/>", "RF01:2",
    "“kind” of <role> is “extern”; expected there: internal, external, system. Did you mean "
    "“external”?" },
  { "<role id='a' channel='pigeon'/>", "RF01:2",
    "expected there: mail, portal, letter, phone, api." },
  { "<role id='a' spare='-1'/>", "RF01:2", "a whole number from 0" },
  { "<role id='a' cost='dear'/>", "RF01:2", "a number, such as 54.00" },
  { "<role id='a' name=' '/>", "RF01:2", "“name” of <role> is “ ”; expected there: some text." },
  { "<role id='a'><alias/></role>", "RF01:2", "<alias> says “”; expected there: some text." },
  { "<person id='a' fte='2'/>", "RF01:2", "a number from 0 to 1" },
  { "<person id='a' active='ja'/>", "RF01:2", "true or false" },
  { "<role id='r'/><person id='a'><holds role='r' from='tomorrow'/></person>", "RF01:2",
    "“from” of <holds> is “tomorrow”; expected there: a day of the calendar, such as 2026-03-01." },
  { "<role id='r'/><person id='a'><holds role='r' from='2026-02-30'/></person>", "RF01:2",
    "a day of the calendar" },
  { "<role id='r'/><person id='a'><holds role='r' from='2028-02-29'/></person>", "", NULL },
  { "<role id='r'/><person id='a'><holds role='r' from='2026-03-01Z'/></person>", "RF01:2",
    "a day of the calendar" },
  { "<role id='r'/><person id='a'><holds role='r' as='deputi'/></person>", "RF01:2",
    "Did you mean “deputy”?" },
  { "<skill id='s'/><person id='a'><can skill='s' level='0'/></person>", "RF01:2",
    "a whole number from 1" },
  { "<calendar id='c'><work days='mo-fr' from='09:00' until='17:30'/></calendar>", "RF01:2",
    "such as mon-fri" },
  { "<calendar id='c'><work days='mon-fri' from='9:00' until='17:30'/></calendar>", "RF01:2",
    "such as 08:30" },
  { "<calendar id='c'><work days='mon,wed-fri' from='09:00' until='24:00'/></calendar>", "", NULL },
  { "<rule id='r' type='seperate-tasks'/>", "RF01:2", "Did you mean “separate-tasks”?" },
  { "<rule id='r' type='superior' tags='t' weight='200'/>", "RF01:2",
    "hard, or a number from 1 to 100" },
  { "<rule id='r' type='superior' tags='t' weight='hard'/>"
    "<rule id='s' type='superior' tags='t' weight='100'/>",
    "", NULL },

  /* RF01: what rules need, and days that come again */
  { "<rule id='r' type='superior'/>", "RF01:2",
    "Wrong entry: the rule “r” (superior) needs “tags”, “tasks” or “roles”." },
  { "<rule id='r' type='at-most' tags='t'/>", "RF01:2", "needs the number “n”." },
  { "<rule id='r' type='at-most' tags='t' n='2'/>", "", NULL },
  { "<role id='a'/><rule id='r' type='separate-roles' roles='a'/>", "RF01:2",
    "needs at least two “roles”." },
  { "<calendar id='c'><closed rule='FREQ=DAILY'/></calendar>", "RF01:2",
    "“rule” of <closed>: FREQ is “DAILY”; expected there: WEEKLY or YEARLY." },
  { "<rule id='r' type='superior' tags='&lt;'/>", "RF01:2", "words with spaces between them" },

  /* RF02 */
  { "<role id='a'/>\n<role id='a'/>", "RF02:3", "The id “a” is used twice, in lines 2 and 3." },
  { "<unit id='a'/>\n<role id='a'/>\n<skill id='a'/>", "RF02:3 RF02:4", "in lines 2 and 4" },
  { "<role id='a'/>\n<role id='A'/>", "RF04:3", NULL },

  /* RF03 */
  { "<role id='buyer'/><person id='p'>\n<holds role='byer'/></person>", "RF03:3",
    "The person “p” refers to a role “byer”, which is not in this file. Did you mean “buyer”?" },
  { "<role id='buyer'/><person id='p'>\n<holds role='driver'/></person>", "RF03:3",
    "The person “p” refers to a role “driver”, which is not in this file.\n" },
  { "<role id='buyer' name='Purchasing'/><person id='p'><holds role='Purchasing'/></person>",
    "RF03:2", "Did you mean “buyer”?" },
  { "<unit id='buyer'/><person id='p'><holds role='buyer'/></person>", "RF03:2",
    "refers to a role “buyer”" },
  { "<unit id='a' within='b'/>", "RF03:2", "The unit “a” refers to a unit “b”" },
  { "<unit id='a' head='b'/>", "RF03:2", "refers to a person “b”" },
  { "<unit id='a' calendar='b'/>", "RF03:2", "refers to a calendar “b”" },
  { "<role id='a' unit='b'/>", "RF03:2", "The role “a” refers to a unit “b”" },
  { "<role id='a' reports-to='b'/>", "RF03:2", "refers to a role “b”" },
  { "<role id='a' deputy='b'/>", "RF03:2", "refers to a role “b”" },
  { "<role id='a' owner='b'/>", "RF03:2", "refers to a role “b”" },
  { "<person id='a' unit='b'/>", "RF03:2", "refers to a unit “b”" },
  { "<person id='a' manager='b'/>", "RF03:2", "refers to a person “b”" },
  { "<person id='a' calendar='b'/>", "RF03:2", "refers to a calendar “b”" },
  { "<person id='a'><can skill='b'/></person>", "RF03:2", "refers to a skill “b”" },
  { "<person id='a'><away from='2026-01-01' until='2026-01-02' deputy='b'/></person>", "RF03:2",
    "refers to a person “b”" },
  { "<role id='a'/><rule id='r' type='separate-roles' roles='a b\nc'/>", "RF03:2 RF03:2",
    "refers to a role “c”" },
  { "<rule id='r' type='separate-roles' roles='a b'/><role id='a'/><role id='b'/>", "", NULL },
  { "<role id='a' is-a='b c'/><role id='c'/>", "RF03:2", "refers to a role “b”" },

  /* RF04 */
  { "<role id='a' name='Buyer'><alias>Purchasing</alias></role>\n<role id='b' name='Purchasing'/>",
    "RF04:2", "“Purchasing” can mean the role “Purchasing” and the role “Buyer”." },
  { "<role id='a'><alias>x y</alias></role>\n<role id='b'>\n<alias>X-Y</alias></role>", "RF04:4",
    "“X-Y” can mean" },
  { "<role id='a' name='Buyer'><alias>buyer</alias></role>", "", NULL },
  { "<role id='a' name='Support 1'/><role id='b' name='Support 2'/>", "", NULL },

  /* RF05 */
  { "<unit id='a' within='b'/>\n<unit id='b' within='c'/>\n<unit id='c' within='b'/>", "RF05:3",
    "The references by “within” run in a circle: b → c → b." },
  { "<unit id='a' within='a'/>", "RF05:2", "a → a" },
  { "<unit id='a'/><unit id='b' within='a'/><unit id='c' within='a'/>", "", NULL },
  { "<role id='a' reports-to='b'/><role id='b' reports-to='a'/>", "RF05:2", "“reports-to”" },
  { "<role id='a' deputy='a'/>", "RF05:2", "“deputy”" },
  { "<person id='a'><away from='2026-01-01' until='2026-01-02' deputy='a'/></person>", "RF05:2",
    "“deputy”" },
  { "<role id='a' is-a='b c'/>\n<role id='b'/>\n<role id='c' is-a='b a'/>", "RF05:2",
    "The references by “is-a” run in a circle: a → c → a." },
  { "<role id='a' is-a='b c'/><role id='b' is-a='d'/><role id='c' is-a='d'/><role id='d'/>", "",
    NULL },
  { "<role id='a' deputy='b' reports-to='b'/><role id='b'/>", "", NULL },
  { "<role id='a' deputy='b'/><role id='b' deputy='a'/>", "", NULL },
  { "<person id='p' manager='q'/><person id='q' manager='p'/>\n<person id='r' manager='p'/>",
    "RF05:2", "“manager”" },
  { "<role id='a' owner='b'/><role id='b' owner='a'/>", "", NULL },

  /* RF06 */
  { "<role id='r'/><person id='p'>\n<holds role='r' from='2026-06-30' "
    "until='2026-06-29'/></person>",
    "RF06:3", "The span “holds” of “p” ends on 2026-06-29, before it begins on 2026-06-30." },
  { "<role id='r'/><person id='p'><holds role='r' from='2026-06-30' until='2026-06-30'/></person>",
    "", NULL },
  { "<person id='p'><away from='2026-06-30' until='2025-07-01'/></person>", "RF06:2",
    "“away” of “p”" },
  { "<calendar id='c'><closed from='2026-06-30' until='2025-07-01'/></calendar>", "RF06:2",
    "“closed” of “c”" },
  { "<calendar id='c'><closed rule='FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'/></calendar>", "", NULL },

  /* RF10 */
  { "<calendar id='c' zone='Europe/Berlyn'/>", "RF10:2",
    "The calendar “c” names an unknown time zone, “Europe/Berlyn”. Did you mean “Europe/Berlin”?" },
  { "<calendar id='c' zone='Nowhere'/>", "RF10:2", "“Nowhere”.\n" },
  { "<calendar id='c' zone='Europe/Berlin'/><calendar id='d' zone='UTC'/><calendar id='e'/>", "",
    NULL },
};

#define PERSON "<person id='p' name='Jo'/>"

/* As of 1 March 2026. */
static const Case faults_of_the_staff[] = {
  { "<role id='a'/>", "RH00:1", "“test.roles.xml” lists no persons" },
  { "<role id='a' name='Buyer'/>" PERSON, "RH01:2",
    "The role “Buyer” has no holder on 2026-03-01: its work would wait for ever." },
  { "<role id='a'/><person id='p'><holds role='a'/></person>", "", NULL },
  { "<role id='a'/><person id='p'><holds role='a' until='2026-02-28'/></person>", "RH01:2", NULL },
  { "<role id='a'/><person id='p'><holds role='a' as='deputy'/></person>", "RH01:2", NULL },
  { "<role id='a' kind='external' channel='mail'/><role id='s' kind='system' owner='o'/><role "
    "id='o'/>"
    "<person id='p'><holds role='o'/></person>",
    "", NULL },
  { "<role id='a'/>\n<person id='p' name='Jo' active='false'><holds role='a'/></person>",
    "RH01:2 RH04:3", "Jo is no longer active but still holds the role “a”." },
  { "<role id='a'/><person id='q'><holds role='a'/></person><person id='p' active='0'><holds "
    "role='a' "
    "until='2026-02-28'/></person>",
    "", NULL },
};

/* What comes within 90 days from 1 March 2026, and people. */
static const Case faults_to_come[] = {
  /* RH02 */
  { "<role id='a' name='Buyer'/><person id='p' name='Jo'><holds role='a' "
    "until='2026-03-01'/></person>",
    "RH02:2", "From 2026-03-02 on, the role “Buyer” has no holder: Jo leaves." },
  { "<role id='a'/><person id='p'><holds role='a' until='2026-05-29'/></person>", "RH02:2", NULL },
  { "<role id='a'/><person id='p'><holds role='a' until='2026-05-30'/></person>", "", NULL },
  { "<role id='a'/><person id='p'><holds role='a' until='2026-04-01'/></person>"
    "<person id='q'><holds role='a' from='2026-04-02'/></person>",
    "", NULL },
  { "<role id='a'/><role id='b' is-a='a'/><person id='p'><holds role='a' "
    "until='2026-04-01'/></person>"
    "<person id='q'><holds role='b'/></person>",
    "", NULL },

  /* RH03 */
  { "<role id='a' name='Buyer'/><person id='p'><holds role='a'/>"
    "<away from='2026-03-10' until='2026-03-12'/></person>"
    "<person id='q'><holds role='a'/><away from='2026-03-11' until='2026-03-20'/></person>",
    "RH03:2",
    "From 2026-03-11 until 2026-03-12 all holders of the role “Buyer” are away and nobody stands "
    "in." },
  { "<role id='a'/><person id='p'><holds role='a'/><away from='2026-02-10' "
    "until='2026-03-12'/></person>",
    "RH03:2", "From 2026-03-01 until 2026-03-12" },
  { "<role id='a'/><person id='p'><holds role='a'/>"
    "<away from='2026-03-10' until='2026-03-12' deputy='q'/></person><person id='q'/>",
    "", NULL },
  { "<role id='a' deputy='b'/><role id='b'/><person id='p'><holds role='a'/>"
    "<away from='2026-03-10' until='2026-03-12'/></person><person id='q'><holds "
    "role='b'/></person>",
    "", NULL },
  { "<role id='a'/><person id='p'><holds role='a'/><away from='2026-03-10' "
    "until='2026-03-12'/></person>"
    "<person id='q'><holds role='a' as='deputy'/></person>",
    "", NULL },
  { "<role id='a'/><person id='p'><holds role='a'/><away from='2026-08-10' "
    "until='2026-08-12'/></person>",
    "", NULL },

  /* RH06 */
  { "<person id='p' name='Jo'><away from='2026-07-06' until='2026-07-24' deputy='q'/></person>\n"
    "<person id='q' name='Mia'><away from='2026-07-20' until='2026-07-30'/></person>",
    "RH06:2",
    "Mia is to stand in for Jo but is away at the same time, from 2026-07-20 until 2026-07-24." },
  { "<person id='p'><away from='2026-07-06' until='2026-07-19' deputy='q'/></person>"
    "<person id='q'><away from='2026-07-20' until='2026-07-30'/></person>",
    "", NULL },
  { "<person id='p'><away from='2026-01-06' until='2026-01-19' deputy='q'/></person>"
    "<person id='q'><away from='2026-01-10' until='2026-01-30'/></person>",
    "", NULL },

  /* RH09 */
  { "<skill id='s' name='First aid'/><person id='p' name='Jo'><can skill='s' "
    "until='2026-04-30'/></person>"
    "<person id='q'><can skill='s'/></person>",
    "RH09:2",
    "The skill “First aid” of Jo ends on 2026-04-30; afterwards the number of people who have it "
    "is 1." },
  { "<skill id='s'/><person id='p'><can skill='s' until='2026-04-30'/><can skill='s' "
    "until='2027-04-30'/></person>",
    "", NULL },
  { "<skill id='s'/><person id='p'><can skill='s' until='2026-02-28'/></person>", "", NULL },
  { "<skill id='s'/><person id='p'><can skill='s' until='2026-12-31'/></person>", "", NULL },

  /* RH11 */
  { "<role id='a'/><person id='p' name='Jo' fte='0.8'><holds role='a' share='0.6'/>"
    "<holds role='a' share='0.3'/></person>",
    "RH11:2", "The shares of Jo add up to 90 % of a post, but Jo works 80 %." },
  { "<role id='a'/><person id='p'><holds role='a' share='0.6'/><holds role='a' share='0.4'/>"
    "<holds role='a' share='0.4' until='2026-02-28'/></person>",
    "", NULL },
};

static const Case faults_of_rules[] = {
  { "<role id='a' name='Buyer'/><role id='b' name='Payer'/>\n"
    "<person id='p' name='Jo'><holds role='a'/><holds role='b'/></person>"
    "<rule id='r' type='separate-roles' roles='a b' why='Audit'/>",
    "RR02:3", "Jo holds both “Buyer” and “Payer”, which the rule “r” keeps apart (Audit)." },
  { "<role id='a'/><role id='c' is-a='a'/><role id='b'/>\n"
    "<person id='p' name='Jo'><holds role='c'/><holds role='b'/></person>"
    "<rule id='r' type='separate-roles' roles='a b'/>",
    "RR02:3", NULL },
  { "<role id='a'/><role id='b'/><person id='p'><holds role='a' until='2026-02-28'/><holds "
    "role='b'/>"
    "</person><person id='q'><holds role='a'/></person><rule id='r' type='separate-roles' roles='a "
    "b'/>",
    "", NULL },
  { "<role id='a'/><role id='b'/><person id='p'><holds role='a'/><holds role='b' as='deputy'/>"
    "</person><rule id='r' type='separate-roles' roles='a b'/>",
    "", NULL },
  { "<role id='a'/><role id='b'/><person id='p'><holds role='a'/><holds role='b'/>"
    "</person><rule id='r' type='separate-roles' roles='a b' weight='50'/>",
    "", NULL },
};

static const Case faults_of_parties[] = {
  { "<role id='a' name='Supplier' kind='external'/>", "RX02:2",
    "The external role “Supplier” has no channel." },
  { "<role id='a' kind='external' channel='letter'/>", "", NULL },
  { "<role id='s' name='ERP' kind='system'/>", "RX05:2", "Nobody looks after the system “ERP”." },
  { "<role id='s' name='ERP' kind='system' owner='o'/><role id='o' name='IT'/>" PERSON, "RX05:2",
    "Nobody looks after the system “ERP”: its owner, the role “IT”, has no holder on 2026-03-01." },
  { "<role id='s' kind='system' owner='o'/><role id='o'/><person id='p'><holds role='o'/></person>",
    "", NULL },
  { "<role id='s' kind='system' owner='o'/><role id='o'/>", "", NULL },
};

static void
check_cases (const Case *cases, guint n, const char *group)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PtDocument) document = document_of (cases[i].entries);
      g_autoptr (GString) messages = g_string_new (NULL);
      g_autofree char *found = findings_of (document, 2026, group, messages);

      if (strcmp (found, cases[i].expected) != 0)
        fail_msg ("%s\nexpected: %s\nfound: %s\n%s", cases[i].entries, cases[i].expected, found,
                  messages->str);
      if (cases[i].message != NULL && strstr (messages->str, cases[i].message) == NULL)
        fail_msg ("%s\nexpected: %s\nfound: %s", cases[i].entries, cases[i].message, messages->str);
    }
}

static void
the_file_is_checked (void **state)
{
  check_cases (faults_of_the_file, G_N_ELEMENTS (faults_of_the_file), "RF");
}

static void
holders_are_checked (void **state)
{
  check_cases (faults_of_the_staff, G_N_ELEMENTS (faults_of_the_staff), "RH");
}

static void
what_comes_is_checked (void **state)
{
  check_cases (faults_to_come, G_N_ELEMENTS (faults_to_come), "RH");
}

static void
rules_are_checked (void **state)
{
  check_cases (faults_of_rules, G_N_ELEMENTS (faults_of_rules), "RR");
}

static void
parties_are_checked (void **state)
{
  check_cases (faults_of_parties, G_N_ELEMENTS (faults_of_parties), "RX");
}

/* The tables above leave out no code of the roles file. */
static void
every_code_is_triggered (void **state)
{
  for (guint i = 0; i < PT_N_CODES; i++)
    {
      const char *code = pt_code_info ((PtCode)i)->code;
      /* RF07 is about what is imported, RF09 about the root */
      gboolean triggered = !g_str_has_prefix (code, "RF") || strcmp (code, "RF07") == 0
                           || strcmp (code, "RF09") == 0;

      for (guint j = 0; j < G_N_ELEMENTS (faults_of_the_file); j++)
        triggered = triggered || strstr (faults_of_the_file[j].expected, code) != NULL;
      if (!triggered)
        fail_msg ("%s is never raised", code);
    }
}

static void
a_good_file_is_found_good (void **state)
{
  g_autoptr (PtDocument) document = load_fixture ("acme.roles.xml");
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = findings_of (document, 2026, "", messages);

  assert_string_equal (messages->str, "");
}

/* Both samples of docs/roles-file.md; the one without persons says that it has none. */
static void
the_manual_shows_good_files (void **state)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "..", "..", "docs", "roles-file.md", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) messages = g_string_new (NULL);

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "```xml\n", -1);
  assert_int_equal (g_strv_length (parts), 3);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes
          = g_bytes_new (parts[i], (gsize)(strstr (parts[i], "```") - parts[i]));
      g_autoptr (PtDocument) document = pt_document_load_bytes (bytes, "sample", NULL);
      g_autofree char *found = NULL;

      assert_non_null (document);
      found = findings_of (document, 2026, "", messages);
      assert_string_equal (found, i == 1 ? "RH00:1" : "");
    }
}

static void
findings_depend_on_the_day (void **state)
{
  g_autoptr (PtDocument) document = load_fixture ("acme.roles.xml");
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = findings_of (document, 2027, "", messages);

  assert_string_equal (found, "RF09:2 RH01:12");
  assert_string_equal (
      messages->str,
      "The roles file is as of 2026-03-01, 365 days ago.\n"
      "The role “Purchase approver” has no holder on 2027-03-01: its work would wait for ever.\n");
}

static void
findings_carry_file_column_and_element (void **state)
{
  g_autoptr (PtDocument) document = load_fixture ("acme.roles.xml");
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);
  g_autofree char *path = g_file_get_path (pt_document_get_file (document));
  const PtDiagnostic *diagnostic;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2027);
  pt_roster_check (document, &day, list);
  diagnostic = pt_diagnostics_get (list, pt_diagnostics_get_length (list) - 1);
  assert_string_equal (diagnostic->file, path);
  assert_int_equal (diagnostic->column, 3);
  assert_string_equal (diagnostic->elements->pdata[0], "approver");
}

static void
an_edited_file_is_checked_as_it_is (void **state)
{
  g_autoptr (PtDocument) document = document_of ("<role id='a'/>");
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = NULL;

  pt_document_begin (document, "Spoil");
  pt_document_set_attribute (document, pt_document_get_by_id (document, "a"), NULL, "kind", "none");
  pt_document_commit (document);
  found = findings_of (document, 2026, "RF", messages);
  assert_string_equal (found, "RF01:2");
}

static void
another_root_is_a_fault (void **state)
{
  static const char text[] = "<organization xmlns='urn:partitur:roles:1'/>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PtDocument) document = pt_document_load_bytes (bytes, "x", NULL);
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = findings_of (document, 2026, "RF", messages);

  assert_string_equal (found, "RF01:1");
  assert_non_null (
      strstr (messages->str,
              "a roles file begins with <organisation xmlns=\"urn:partitur:roles:1\">"));
}

/* ----- no file is fetched
 * ------------------------------------------------------------------------- */

static guint n_matched;

static int
count_match (const char *name)
{
  n_matched++;
  return 0;
}

static void *
open_nothing (const char *name)
{
  return NULL;
}

static void
checking_opens_no_file (void **state)
{
  g_autoptr (PtDocument) document = document_of (
      "<x:any xmlns:x='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
      "xsi:schemaLocation='urn:x http://127.0.0.1/x.xsd urn:partitur:roles:1 file:///x.xsd' "
      "xsi:noNamespaceSchemaLocation='/x.xsd'/>");
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = NULL;

  n_matched = 0;
  assert_true (xmlRegisterInputCallbacks (count_match, open_nothing, NULL, NULL) >= 0);
  found = findings_of (document, 2026, "RF", messages);
  assert_int_equal (n_matched, 0);
  assert_null (xmlReadFile ("/nonexistent", NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  assert_true (n_matched > 0); /* the callback does count */
  xmlPopInputCallbacks ();
  assert_string_equal (found, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_file_is_checked),
    cmocka_unit_test (holders_are_checked),
    cmocka_unit_test (what_comes_is_checked),
    cmocka_unit_test (rules_are_checked),
    cmocka_unit_test (parties_are_checked),
    cmocka_unit_test (every_code_is_triggered),
    cmocka_unit_test (a_good_file_is_found_good),
    cmocka_unit_test (the_manual_shows_good_files),
    cmocka_unit_test (findings_depend_on_the_day),
    cmocka_unit_test (findings_carry_file_column_and_element),
    cmocka_unit_test (an_edited_file_is_checked_as_it_is),
    cmocka_unit_test (another_root_is_a_fault),
    cmocka_unit_test (checking_opens_no_file),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
