/* pt-feel-library-range.c: built-in functions on ranges and points (10.3.4.7; J. F. Allen,
 * "Maintaining knowledge about temporal intervals", 1983)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

/* Span: a range; a point is one of no length. */
typedef struct
{
  const PtFeelValue *low, *high;
  gboolean has_low, has_high; /* the ends themselves belong to it */
  gboolean is_point;
} Span;

static Span
span_of (const PtFeelValue *value)
{
  const PtFeelRange *range = value->range;

  if (value->kind == PT_FEEL_KIND_RANGE)
    return (Span){ &range->low, &range->high, !range->open_low, !range->open_high, FALSE };
  return (Span){ value, value, TRUE, TRUE, TRUE };
}

/* Where ends are, by one another: -1 before, 0 at, 1 behind; ends that cannot be compared stop all.
 */
typedef struct
{
  Span a, b;
  gboolean fails;
} Pair;

static int
order_of (Pair *self, const PtFeelValue *left, const PtFeelValue *right)
{
  int order = 0;

  if (!pt_feel_value_order (left, right, &order))
    self->fails = TRUE;
  return order;
}

static gboolean
before (Pair *self)
{
  int order = order_of (self, self->a.high, self->b.low);

  return order < 0 || (order == 0 && !(self->a.has_high && self->b.has_low));
}

static gboolean
meets (Pair *self)
{
  return order_of (self, self->a.high, self->b.low) == 0 && self->a.has_high && self->b.has_low;
}

/* Whether @a begins before @b, or with it and holds an end that @b does not. */
static int
start_order (Pair *self)
{
  int order = order_of (self, self->a.low, self->b.low);

  return order ? order : self->b.has_low - self->a.has_low;
}

static int
end_order (Pair *self)
{
  int order = order_of (self, self->a.high, self->b.high);

  return order ? order : self->a.has_high - self->b.has_high;
}

static void
swap (Pair *self)
{
  Span a = self->a;

  self->a = self->b;
  self->b = a;
}

static gboolean
overlaps (Pair *self)
{
  gboolean is_before = before (self), is_behind;

  swap (self);
  is_behind = before (self);
  return !is_before && !is_behind;
}

static gboolean
overlaps_before (Pair *self)
{
  int start = start_order (self), end = end_order (self);

  return start < 0 && end <= 0 && !before (self);
}

static gboolean
finishes (Pair *self)
{
  int order = order_of (self, self->a.high, self->b.high);

  return order == 0 && self->a.has_high == self->b.has_high
         && (self->a.is_point || start_order (self) >= 0);
}

static gboolean
starts (Pair *self)
{
  int order = order_of (self, self->a.low, self->b.low);

  return order == 0 && self->a.has_low == self->b.has_low
         && (self->a.is_point || end_order (self) <= 0);
}

static gboolean
includes (Pair *self)
{
  int start = start_order (self), end = end_order (self);

  return start <= 0 && end >= 0;
}

static gboolean
coincides (Pair *self)
{
  int start = start_order (self), end = end_order (self);

  return start == 0 && end == 0 && self->a.is_point == self->b.is_point;
}

static void
answer (const PtFeelValue *args, gboolean swapped, gboolean (*test) (Pair *), PtFeelValue *out)
{
  Pair pair = { span_of (&args[swapped ? 1 : 0]), span_of (&args[swapped ? 0 : 1]), FALSE };
  gboolean holds = test (&pair);

  if (!pair.fails)
    *out = pt_feel_boolean (holds);
}

#define RELATION(name, swapped, test)                                                              \
  static void name (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)            \
  {                                                                                                \
    answer (args, swapped, test, out);                                                             \
  }

RELATION (is_before, FALSE, before)
RELATION (is_after, TRUE, before)
RELATION (is_meeting, FALSE, meets)
RELATION (is_met_by, TRUE, meets)
RELATION (is_overlapping, FALSE, overlaps)
RELATION (is_overlapping_before, FALSE, overlaps_before)
RELATION (is_overlapping_after, TRUE, overlaps_before)
RELATION (is_finishing, FALSE, finishes)
RELATION (is_finished_by, TRUE, finishes)
RELATION (is_including, FALSE, includes)
RELATION (is_during, TRUE, includes)
RELATION (is_starting, FALSE, starts)
RELATION (is_started_by, TRUE, starts)
RELATION (is_coinciding, FALSE, coincides)

#define POINT "nsdtDum"
#define BOOLEAN PT_FEEL_KIND_BOOLEAN

const PtFeelBuiltinRow pt_feel_builtins_range[] = {
  { "before", "point1:" POINT ", point2:" POINT, BOOLEAN, is_before },
  { "before", "point:" POINT ", range:r", BOOLEAN, is_before },
  { "before", "range:r, point:" POINT, BOOLEAN, is_before },
  { "before", "range1:r, range2:r", BOOLEAN, is_before },
  { "after", "point1:" POINT ", point2:" POINT, BOOLEAN, is_after },
  { "after", "point:" POINT ", range:r", BOOLEAN, is_after },
  { "after", "range:r, point:" POINT, BOOLEAN, is_after },
  { "after", "range1:r, range2:r", BOOLEAN, is_after },
  { "meets", "range1:r, range2:r", BOOLEAN, is_meeting },
  { "met by", "range1:r, range2:r", BOOLEAN, is_met_by },
  { "overlaps", "range1:r, range2:r", BOOLEAN, is_overlapping },
  { "overlaps before", "range1:r, range2:r", BOOLEAN, is_overlapping_before },
  { "overlaps after", "range1:r, range2:r", BOOLEAN, is_overlapping_after },
  { "finishes", "point:" POINT ", range:r", BOOLEAN, is_finishing },
  { "finishes", "range1:r, range2:r", BOOLEAN, is_finishing },
  { "finished by", "range:r, point:" POINT, BOOLEAN, is_finished_by },
  { "finished by", "range1:r, range2:r", BOOLEAN, is_finished_by },
  { "includes", "range:r, point:" POINT, BOOLEAN, is_including },
  { "includes", "range1:r, range2:r", BOOLEAN, is_including },
  { "during", "point:" POINT ", range:r", BOOLEAN, is_during },
  { "during", "range1:r, range2:r", BOOLEAN, is_during },
  { "starts", "point:" POINT ", range:r", BOOLEAN, is_starting },
  { "starts", "range1:r, range2:r", BOOLEAN, is_starting },
  { "started by", "range:r, point:" POINT, BOOLEAN, is_started_by },
  { "started by", "range1:r, range2:r", BOOLEAN, is_started_by },
  { "coincides", "point1:" POINT ", point2:" POINT, BOOLEAN, is_coinciding },
  { "coincides", "range1:r, range2:r", BOOLEAN, is_coinciding },
  { NULL },
};
