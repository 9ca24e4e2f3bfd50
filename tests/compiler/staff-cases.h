/* staff-cases.h: rows of test-staff.c: code, process and roles with it, roles without it (NULL: the same),
 * process without it (NULL: the same)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* clang-format off */ /* rows of a table in another file */

/* ----- holders ---------------------------------------------------------------------------------- */
{ "RH01", BOTH (USER ("A", "Enter", BY ("role(guest)")), USER ("B", "Sign", "")),
  ROLES "<role id='guest' name='Guest'/>" PLENTY, NULL,
  BOTH (USER ("A", "Enter", BY ("role(guest) or role(clerk)")), USER ("B", "Sign", "")) },
{ "RH05", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss"))
      PERSON ("c", "Cem", HOLDS ("boss")),
  ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss"))
      PERSON ("c", "Cem", HOLDS ("boss") "<holds role='clerk' as='deputy'/>") },

/* ----- skills ----------------------------------------------------------------------------------- */
{ "RH07", SKILLED,
  SKILL ROLES PERSON ("a", "Ann", HOLDS ("clerk") "<can skill='sap' level='2'/>")
      PERSON ("b", "Bob", HOLDS ("boss") "<holds role='clerk' as='deputy'/>"),
  SKILL ROLES PERSON ("a", "Ann", HOLDS ("clerk") "<can skill='sap' level='2'/>")
      PERSON ("b", "Bob",
              HOLDS ("boss") "<holds role='clerk' as='deputy'/><can skill='sap' level='2'/>") },
{ "RH08", SKILLED,
  SKILL ROLES PERSON ("a", "Ann", HOLDS ("clerk") "<can skill='sap'/>")
      PERSON ("b", "Bob", HOLDS ("boss")),
  SKILL ROLES PERSON ("a", "Ann", HOLDS ("clerk") "<can skill='sap' level='3'/>")
      PERSON ("b", "Bob", HOLDS ("boss")) },

/* ----- assignments ------------------------------------------------------------------------------ */
{ "RD17", BOTH (USER ("A", "Enter", WORK ("accountable='bos'")), USER ("B", "Sign", "")), ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", WORK ("accountable='boss' informed='clerk'")), USER ("B", "Sign", "")) },
{ "RD11", BOTH (USER ("A", "Enter", BY ("person(a)")), USER ("B", "Sign", "")), ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", BY ("role(clerk) and not person(a)")), USER ("B", "Sign", "")) },
{ "RD12",
  POOL (LANE ("L1", "Clerk", IN ("A") IN ("E")) LANE ("L2", "Boss", IN ("B")),
        START ("S") USER ("A", "Enter", "") USER ("B", "Sign", "") END ("E") FLOW ("f1", "S", "A")
            FLOW ("f2", "A", "B") FLOW ("f3", "B", "E")),
  ROLES PLENTY, NULL, PAIR },
{ "RD14", MAYBE (USER ("A", "Enter", BY ("same-as(Sign)")), USER ("B", "Sign", "")), ROLES PLENTY, NULL,
  MAYBE (USER ("A", "Enter", ""), USER ("B", "Sign", BY ("role(boss) and same-as(Enter)"))) },
{ "RD10", BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", BY ("role(boss) and not same-as(Entre)"))),
  ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", BY ("role(boss) and not same-as(Enter)"))) },
{ "RD10", BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", BY ("role(boss) and not same-as(Sign)"))),
  ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", BY ("role(boss) and not same-as(Enter)"))) },
{ "RD17", BUSY ("viele"), ROLES PLENTY, NULL, BUSY ("1,5") },
{ "RD17", BUSY ("-1"), ROLES PLENTY, NULL, BUSY ("0") },

/* ----- outside ---------------------------------------------------------------------------------- */
{ "RX01", FORMED, ROLES FORM_FOR ("mail") PLENTY, ROLES FORM_FOR ("portal") PLENTY },
{ "RX03", RECEIVES (""), ROLES SUPPLIER PLENTY, NULL,
  RECEIVES ("<boundaryEvent id='T' attachedToRef='R'><timerEventDefinition><timeDuration>P3D"
            "</timeDuration></timerEventDefinition></boundaryEvent>" FLOW ("f9", "T", "E")) },
{ "RX04", PAIR, ROLES SUPPLIER PLENTY "<rule id='r' type='separate-roles' roles='clerk supplier'/>",
  ROLES SUPPLIER PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss"))
      "<rule id='r' type='separate-roles' roles='clerk boss'/>" },

/* ----- rules ------------------------------------------------------------------------------------ */
{ "RR01", PAIR, ROLES PLENTY APART "<rule id='one' type='same-person' tags='enter sign'/>",
  ROLES PLENTY APART },
{ "RR03", PAIR, ROLES PLENTY "<rule id='r' type='separate-tasks' tags='entre sign'/>",
  ROLES PLENTY "<rule id='r' type='separate-tasks' tags='other thing'/>" },
{ "RR03", PAIR, ROLES PLENTY "<rule id='r' type='separate-tasks' tasks='Enter Sing'/>",
  ROLES PLENTY "<rule id='r' type='separate-tasks' tasks='Enter Sign'/>" },
{ "RR04", EITHER, ROLES PLENTY APART, NULL, PAIR },
{ "RR05", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss"))
      PERSON ("b", "Bob", HOLDS ("clerk") "<holds role='boss' as='deputy'/>")
          PERSON ("c", "Cem", "") APART,
  ROLES PLENTY APART },
{ "RR06", BOTH (USER ("A", "Ask", ""), USER ("B", "Approve the trip", "")), ROLES PLENTY, NULL,
  BOTH (USER ("A", "Ask", ""),
        USER ("B", "Approve the trip", BY ("role(boss) and not initiator"))) },
{ "RR08", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", "")
      "<rule id='r' type='at-least' n='2' tags='enter sign'/>",
  ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss"))
      "<rule id='r' type='at-least' n='2' tags='enter sign'/>" },

/* ----- whether it can be finished --------------------------------------------------------------- */
{ "RS01", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", "") APART,
  ROLES PLENTY APART },
{ "RS01", BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", BY ("role(boss) and not same-as(Enter)"))),
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", ""), ROLES PLENTY },
{ "RS02", MAYBE_PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", "") APART, NULL,
  EITHER },
{ "RS03", PAIR,
  ROLES PERSON ("a", "Ann",
                HOLDS ("clerk") HOLDS ("boss") "<away from='2026-07-06' until='2026-07-24'/>")
      PERSON ("b", "Bob", HOLDS ("clerk") HOLDS ("boss")) PERSON ("c", "Cem", "") APART,
  ROLES PERSON ("a", "Ann",
                HOLDS ("clerk") HOLDS ("boss") "<away from='2026-07-06' until='2026-07-24'/>")
      PERSON ("b", "Bob", HOLDS ("clerk") HOLDS ("boss"))
          PERSON ("c", "Cem", HOLDS ("clerk")) APART },
{ "RS03", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("boss") "<away from='2026-12-07' until='2026-12-24'/>")
      PERSON ("b", "Bob", HOLDS ("clerk")) PERSON ("c", "Cem", HOLDS ("clerk")),
  ROLES PERSON ("a", "Ann", HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk"))
      PERSON ("c", "Cem", HOLDS ("clerk")) },
{ "RS04", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk"))
      APART,
  ROLES CLERKS ALL_APART, FORK },
{ "RS04", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk"))
      APART,
  ROLES PLENTY APART },
{ "RS05", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk"))
      APART,
  ROLES PLENTY APART },
{ "RS06", LOOPED ("5"), ROLES PLENTY "<rule id='r' type='separate-tasks' tags='enter'/>", NULL,
  LOOPED ("3") },
{ "RS08", VOTED ("4"), ROLES PLENTY, NULL, VOTED ("3") },

/* ----- absences --------------------------------------------------------------------------------- */
{ "RZ01", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk"))
      PERSON ("c", "Cem", HOLDS ("clerk")),
  ROLES PLENTY },
{ "RZ01", FORK, ROLES CLERKS ALL_APART,
  ROLES CLERKS PERSON ("c", "Cem", HOLDS ("clerk")) ALL_APART },
{ "RZ02", PAIR,
  "<role id='clerk' name='Clerk'/><role id='boss' name='Boss' spare='1'/>" PERSON (
      "a", "Ann", HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk")),
  "<role id='clerk' name='Clerk'/><role id='boss' name='Boss' spare='2'/>" PLENTY },
{ "RZ03", PAIR,
  ROLES PERSON ("a", "Ann",
                HOLDS ("clerk") HOLDS ("boss") "<away from='2026-07-01' until='2026-07-20'/>")
      PERSON ("b", "Bob",
              HOLDS ("clerk") HOLDS ("boss") "<away from='2026-07-10' until='2026-07-15'/>")
          PERSON ("c", "Cem", HOLDS ("clerk") HOLDS ("boss")) APART,
  ROLES PERSON ("a", "Ann",
                HOLDS ("clerk") HOLDS ("boss") "<away from='2026-07-01' until='2026-07-20'/>")
      PERSON ("b", "Bob",
              HOLDS ("clerk") HOLDS ("boss") "<away from='2026-08-10' until='2026-08-15'/>")
          PERSON ("c", "Cem", HOLDS ("clerk") HOLDS ("boss")) APART },
{ "RZ04", PAIR, ROLES PLENTY,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("clerk"))
      PERSON ("c", "Cem", HOLDS ("clerk")) },
{ "RZ04", PAIR, ROLES PLENTY,
  ROLES PERSON ("a", "Ann", HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk")) },

{ "RS10", PAIR,
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss"))
      "<rule id='apart' type='separate-roles' roles='clerk boss' weight='20'/>",
  ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss"))
      "<rule id='apart' type='separate-roles' roles='clerk boss' weight='20'/>" },

/* ----- load ------------------------------------------------------------------------------------- */
{ "RL01", BUSY ("10"), ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss")),
  ROLES PLENTY },
/* who holds a special kind of a role has its hours, too, once */
{ "RL01", BUSY ("10"), KINDS PERSON ("a", "Ann", HOLDS ("junior")) PERSON ("b", "Bob", HOLDS ("boss")),
  KINDS PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("junior")) PERSON ("b", "Bob", HOLDS ("junior"))
      PERSON ("c", "Cem", HOLDS ("boss")) },
{ "RL01", BUSY ("10"),
  KINDS "<person id='a' name='Ann'><holds role='junior' share='0'/></person>"
      PERSON ("b", "Bob", HOLDS ("boss")),
  KINDS PERSON ("a", "Ann", HOLDS ("junior")) PERSON ("d", "Dora", HOLDS ("junior"))
      PERSON ("b", "Bob", HOLDS ("boss")) },
{ "RL02", BUSY ("7"), ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss")),
  NULL, BUSY ("6") },
{ "RL03", BUSY ("6"),
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") "<away from='2026-07-06' until='2026-07-24'/>")
      PERSON ("b", "Bob", HOLDS ("boss")),
  ROLES PERSON ("a", "Ann", HOLDS ("clerk")) PERSON ("b", "Bob", HOLDS ("boss")) },
{ "RL04", PAIR,
  OFFICE ("america", "America/Los_Angeles") OFFICE ("europe", "Europe/Berlin") ROLES
      "<person id='a' name='Ann' calendar='europe'>" HOLDS ("clerk") "</person>"
      "<person id='b' name='Bob' calendar='america'>" HOLDS ("boss") "</person>",
  OFFICE ("europe", "Europe/Berlin") ROLES "<person id='a' name='Ann' calendar='europe'>" HOLDS (
      "clerk") "</person><person id='b' name='Bob' calendar='europe'>" HOLDS ("boss") "</person>" },
{ "RL05", PAIR,
  OFFICE ("america", "America/New_York") OFFICE ("europe", "Europe/Berlin") ROLES
      "<person id='a' name='Ann' calendar='europe'>" HOLDS ("clerk") "</person>"
      "<person id='b' name='Bob' calendar='america'>" HOLDS ("boss") "</person>",
  OFFICE ("england", "Europe/London") OFFICE ("europe", "Europe/Berlin") ROLES
      "<person id='a' name='Ann' calendar='europe'>" HOLDS ("clerk") "</person>"
      "<person id='b' name='Bob' calendar='england'>" HOLDS ("boss") "</person>" },
{ "RL06", LIMITED ("PT4H"),
  OFFICE ("europe", "Europe/Berlin") ROLES "<person id='a' name='Ann' calendar='europe'>" HOLDS (
      "clerk") HOLDS ("boss") "</person>",
  NULL, LIMITED ("P4D") },
{ "RL07", BUSY ("1"), PRICED PLENTY, ROLES PLENTY },
{ "RL08", BOTH (USER ("A", "Enter", WORK ("hours='2'")), USER ("B", "Sign", "")), ROLES PLENTY, NULL,
  BUSY ("1") },

/* ----- who has to do with whom ------------------------------------------------------------------- */
{ "RO01", PAIR, ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", BY ("role(boss)")), USER ("B", "Sign", "")) },
{ "RO02", TURNS ("Clerk", "Boss"), ROLES PLENTY, NULL, TURNS ("Clerk", "Clerk") },
{ "RO03", BOTH (USER ("A", "Enter", WORK ("accountable='clerk boss'")), USER ("B", "Sign", WORK ("accountable='boss'"))),
  ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", WORK ("accountable='boss'")), USER ("B", "Sign", WORK ("accountable='boss'"))) },
{ "RO04", BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", WORK ("tags='control' accountable='boss'"))),
  ROLES PLENTY, NULL,
  BOTH (USER ("A", "Enter", ""), USER ("B", "Sign", WORK ("tags='control' accountable='clerk'"))) },
