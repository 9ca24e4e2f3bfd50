/* test-calendar.c: working time: days that come again, slots, hours of two calendars
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roster-test.h"

static GDate
date_of (const char *text)
{
  guint year, month, day;
  GDate date;

  assert_int_equal (sscanf (text, "%u-%u-%u", &year, &month, &day), 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return date;
}

/* ----- days that come again --------------------------------------------------------------------
 */

/* @start: "" for none. Returns: (transfer full): the days from @from on that @rule has, until
 * @until
 */
static char *
days_of (const char *rule, const char *start, const char *from, const char *until)
{
  g_autoptr (GError) error = NULL;
  GDate first = date_of (*start != '\0' ? start : from), day = date_of (from);
  GDate last = date_of (until);
  g_autoptr (PtRecurrence) recurrence
      = pt_recurrence_parse (rule, *start != '\0' ? &first : NULL, &error);
  GString *days = g_string_new (NULL);

  if (error != NULL)
    fail_msg ("%s", error->message);
  for (; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
    if (pt_recurrence_has (recurrence, &day))
      {
        char text[16];

        g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
        g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", text);
      }
  return g_string_free (days, FALSE);
}

static void
rules_have_their_days (void **state)
{
  /* Thanksgiving, leap days, the last Monday of May, days 100 weeks apart: facts of the calendar */
  static const struct
  {
    const char *rule, *start, *from, *until, *days;
  } cases[] = {
    { "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", "", "2026-01-01", "2027-12-31",
      "2026-05-01 2027-05-01" },
    { "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "", "2026-01-01", "2028-12-31",
      "2026-11-26 2027-11-25 2028-11-23" },
    { "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "", "2026-01-01", "2027-12-31", "2026-05-25 2027-05-31" },
    { "FREQ=YEARLY;BYDAY=1MO", "", "2026-01-01", "2027-12-31", "2026-01-05 2027-01-04" },
    { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "", "2027-01-01", "2028-12-31",
      "2027-02-28 2028-02-29" },
    { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "", "2025-01-01", "2029-12-31", "2028-02-29" },
    { "FREQ=YEARLY", "2026-12-24", "2025-01-01", "2027-12-31", "2026-12-24 2027-12-24" },
    { "FREQ=YEARLY;INTERVAL=2", "2026-12-24", "2026-01-01", "2030-12-31",
      "2026-12-24 2028-12-24 2030-12-24" },
    { "FREQ=WEEKLY;BYDAY=SA,SU", "", "2026-03-01", "2026-03-09",
      "2026-03-01 2026-03-07 2026-03-08" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-03-06", "2026-03-01", "2026-04-03",
      "2026-03-06 2026-03-20 2026-04-03" },
    { "FREQ=WEEKLY;COUNT=3", "2026-03-06", "2026-01-01", "2026-12-31",
      "2026-03-06 2026-03-13 2026-03-20" },
    { "FREQ=WEEKLY;UNTIL=20260313", "2026-03-06", "2026-01-01", "2026-12-31",
      "2026-03-06 2026-03-13" },
    { "FREQ=WEEKLY;UNTIL=2026-03-13", "2026-03-06", "2026-01-01", "2026-12-31",
      "2026-03-06 2026-03-13" },
    { "FREQ=WEEKLY;UNTIL=20260313T235959Z;BYDAY=MO", "2026-03-06", "2026-01-01", "2026-12-31",
      "2026-03-09" },
    { "FREQ=WEEKLY;BYMONTH=8;BYDAY=FR", "", "2026-07-30", "2026-08-15", "2026-08-07 2026-08-14" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days
          = days_of (cases[i].rule, cases[i].start, cases[i].from, cases[i].until);

      assert_string_equal (days, cases[i].days);
    }
}

static void
wrong_rules_say_what_is_expected (void **state)
{
  static const struct
  {
    const char *rule, *message;
  } cases[] = {
    { "FREQ=DAILY", "FREQ is “DAILY”; expected there: WEEKLY or YEARLY" },
    { "FREQ=YEARLY;BYMONTH=13", "BYMONTH is “13”; expected there: months from 1 to 12" },
    { "FREQ=YEARLY;BYDAY=0MO", NULL },
    { "FREQ=YEARLY;BYDAY=XX", NULL },
    { "FREQ=YEARLY;BYMONTHDAY=32", NULL },
    { "FREQ=YEARLY;INTERVAL=0", NULL },
    { "FREQ=WEEKLY;BYDAY=1MO", NULL },
    { "FREQ=YEARLY;UNTIL=20261301", NULL },
    { "BYMONTH=5", "FREQ is missing; expected: FREQ=WEEKLY or FREQ=YEARLY" },
    { "FREQ=YEARLY;BYHOUR=3", NULL },
    { "every year", NULL },
    { "", NULL },
    { "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
      "the rule does not say on which days; it needs a first day “from” for that" },
    { "FREQ=YEARLY", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_null (pt_recurrence_parse (cases[i].rule, NULL, &error));
      assert_true (g_error_matches (error, PT_RECURRENCE_ERROR, PT_RECURRENCE_ERROR_SYNTAX));
      if (cases[i].message != NULL)
        assert_string_equal (error->message, cases[i].message);
    }
}

/* ----- working time ----------------------------------------------------------------------------
 */

#define BERLIN                                                                                     \
  "<calendar id='berlin' zone='Europe/Berlin'><work days='mon-fri' from='09:00' until='17:30'/>"   \
  "<closed from='2026-12-24' until='2026-12-31'/>"                                                 \
  "<closed rule='FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'/></calendar>"
#define NEW_YORK                                                                                   \
  "<calendar id='new-york' zone='America/New_York'>"                                               \
  "<work days='mon-fri' from='08:30' until='17:00'/></calendar>"
#define LOS_ANGELES                                                                                \
  "<calendar id='los-angeles' zone='America/Los_Angeles'>"                                         \
  "<work days='mon-fri' from='09:00' until='17:00'/></calendar>"
#define SYDNEY                                                                                     \
  "<calendar id='sydney' zone='Australia/Sydney'>"                                                 \
  "<work days='mon-fri' from='09:00' until='17:00'/></calendar>"
#define NIGHT                                                                                      \
  "<calendar id='night' zone='Europe/Berlin'><work days='sat' from='22:00' until='06:00'/>"        \
  "<work days='sun' from='05:00' until='07:00'/></calendar>"

static gint64
moment_of (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  assert_non_null (time);
  return g_date_time_to_unix (time);
}

static void
hours_are_counted_in_working_time (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (BERLIN);
  const PtCalendar *berlin = pt_roster_get_calendar (roster, "berlin");
  static const struct
  {
    const char *from, *until;
    double hours;
  } cases[] = {
    /* Friday 16:00 to Monday 10:00 */
    { "2026-03-06T16:00:00+01:00", "2026-03-09T10:00:00+01:00", 2.5 },
    { "2026-03-07T00:00:00+01:00", "2026-03-09T00:00:00+01:00", 0 },
    { "2026-03-09T12:00:00+01:00", "2026-03-09T13:15:00+01:00", 1.25 },
    { "2026-03-09T13:00:00+01:00", "2026-03-09T12:00:00+01:00", 0 },
    /* the week with Labour Day, a Friday */
    { "2026-04-27T00:00:00+02:00", "2026-05-04T00:00:00+02:00", 34 },
    /* the company holiday, and the Friday after New Year's Day */
    { "2026-12-24T00:00:00+01:00", "2027-01-02T00:00:00+01:00", 8.5 },
    /* over the night in which the clocks change */
    { "2026-03-27T17:00:00+01:00", "2026-03-30T09:30:00+02:00", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_float_equal (pt_calendar_hours (berlin, moment_of (cases[i].from),
                                           moment_of (cases[i].until)),
                        cases[i].hours, 1e-9);
}

static void
a_night_shift_is_one_slot (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (NIGHT);
  const PtCalendar *night = pt_roster_get_calendar (roster, "night");
  g_autoptr (GArray) all = pt_calendar_slots (night, moment_of ("2026-03-01T12:00:00+01:00"),
                                              moment_of ("2026-03-08T12:00:00+01:00"));
  g_autoptr (GArray) rest = pt_calendar_slots (night, moment_of ("2026-03-08T03:00:00+01:00"),
                                               moment_of ("2026-03-08T12:00:00+01:00"));
  const PtSlot *slot = &g_array_index (all, PtSlot, 0);

  assert_int_equal (all->len, 1);
  assert_int_equal (slot->from, moment_of ("2026-03-07T22:00:00+01:00"));
  assert_int_equal (slot->until, moment_of ("2026-03-08T07:00:00+01:00"));
  assert_int_equal (rest->len, 1);
  assert_int_equal (g_array_index (rest, PtSlot, 0).from, moment_of ("2026-03-08T03:00:00+01:00"));
}

static void
assert_weeks (const PtRoster *roster,
              const char *here,
              const char *there,
              const char *day,
              const double *hours,
              guint n)
{
  GDate first = date_of (day);
  g_autoptr (GArray) found
      = pt_calendar_weekly_overlap (pt_roster_get_calendar (roster, here),
                                    pt_roster_get_calendar (roster, there), &first, n);

  assert_int_equal (found->len, n);
  for (guint i = 0; i < n; i++)
    assert_float_equal (g_array_index (found, double, i), hours[i], 1e-9);
}

/* In 2026 clocks change on 8 March and 1 November in New York and Los Angeles, on 29 March and
 * 25 October in Berlin. */
static void
clock_changes_show_in_single_weeks (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (BERLIN NEW_YORK LOS_ANGELES SYDNEY);
  static const double new_york[] = { 15, 20, 20, 20, 15 };
  static const double los_angeles[] = { 0, 0, 2.5, 2.5, 2.5, 0 };
  static const double autumn[] = { 15, 20, 15 };

  assert_weeks (roster, "berlin", "new-york", "2026-03-04", new_york, 5);
  assert_weeks (roster, "new-york", "berlin", "2026-03-02", new_york, 5);
  assert_weeks (roster, "berlin", "new-york", "2026-10-19", autumn, 3);
  assert_weeks (roster, "berlin", "los-angeles", "2026-02-23", los_angeles, 6);
}

static void
two_may_never_work_at_a_time (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (BERLIN SYDNEY);
  GDate first = date_of ("2026-01-05");
  g_autoptr (GArray) found
      = pt_calendar_weekly_overlap (pt_roster_get_calendar (roster, "berlin"),
                                    pt_roster_get_calendar (roster, "sydney"), &first, 52);

  for (guint i = 0; i < found->len; i++)
    assert_float_equal (g_array_index (found, double, i), 0, 1e-9);
}

static void
closed_days_count_when_asked (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (BERLIN NEW_YORK);
  const PtCalendar *berlin = pt_roster_get_calendar (roster, "berlin");
  const PtCalendar *new_york = pt_roster_get_calendar (roster, "new-york");
  GDate monday = date_of ("2026-04-27"), day;

  assert_float_equal (pt_calendar_weekly_hours (berlin, &monday, FALSE), 42.5, 1e-9);
  assert_float_equal (pt_calendar_weekly_hours (berlin, &monday, TRUE), 34, 1e-9);
  assert_float_equal (pt_calendar_overlap (berlin, new_york,
                                           moment_of ("2026-04-27T00:00:00+02:00"),
                                           moment_of ("2026-05-04T00:00:00+02:00")),
                      12, 1e-9);
  day = date_of ("2026-12-31");
  assert_true (pt_calendar_is_closed (berlin, &day));
  day = date_of ("2027-01-01");
  assert_false (pt_calendar_is_closed (berlin, &day));
}

static void
wrong_hours_are_left_out (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (
      "<calendar id='c' zone='Nowhere/City'><work days='mon' from='25:00' until='26:00'/>"
      "<work days='xyz' from='08:00' until='09:00'/>"
      "<work days='fri-mon' from='08:00' until='09:00'/>"
      "<closed rule='nonsense'/><closed from='soon'/><closed/></calendar>");
  const PtCalendar *calendar = pt_roster_get_calendar (roster, "c");

  assert_int_equal (calendar->work->len, 4);
  assert_int_equal (calendar->closures->len, 0);
  assert_non_null (calendar->time_zone);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (rules_have_their_days),
    cmocka_unit_test (wrong_rules_say_what_is_expected),
    cmocka_unit_test (hours_are_counted_in_working_time),
    cmocka_unit_test (a_night_shift_is_one_slot),
    cmocka_unit_test (clock_changes_show_in_single_weeks),
    cmocka_unit_test (two_may_never_work_at_a_time),
    cmocka_unit_test (closed_days_count_when_asked),
    cmocka_unit_test (wrong_hours_are_left_out),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
