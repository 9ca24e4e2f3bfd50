// Copyright the Partitur developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Evaluations a second of the npm package feelin, which parses and evaluates in one; JSON, one line for each.
// The expressions and values are those of bench-feel.c.
import { readFileSync } from 'node:fs';
import { evaluate } from 'feelin';

const context = {
  amount: 1250, rating: 'gold', country: 'DE', 'customer age': 42,
  order: { items: Array.from({ length: 10 }, (_, i) => ({ price: 10 + i, qty: i + 1 })) },
};
const cases = {
  comparison: ['amount > 1000', true],
  conjunction: ['amount > 1000 and rating = "gold" and customer age >= 18', true],
  arithmetic: ['(amount * 0.19 + 5) / 2 - 3 ** 2', 112.25],
  conditional: ['if rating = "gold" then amount * 0.9 else amount', 1125],
  string: ['upper case(substring(rating, 1, 2)) + "-" + country', 'GO-DE'],
  sum: ['sum(for i in order.items return i.price * i.qty)', 880],
  filter: ['count(order.items[price > 14])', 5],
  quantified: ['some i in order.items satisfies i.qty > 9', true],
  date: ['date("2024-02-28") + duration("P2D") = date("2024-03-01")', true],
};

// What the main thread waited for a processor (Linux): a busy machine is not the peer's fault.
const waited = () => {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
};

const once = (work, milliseconds) => {
  const wait = waited(), start = performance.now();
  let n = 0;
  for (; performance.now() - start < milliseconds; n++) work();
  return n / (performance.now() - start - (waited() - wait)) * 1000;
};

for (const [name, [text, expected]] of Object.entries(cases)) {
  const { value } = evaluate(text, context);
  const work = () => evaluate(text, context);
  once(work, 300); // warms up
  const rates = [1, 2, 3, 4, 5].map(() => once(work, 200)).sort((a, b) => a - b);
  console.log(JSON.stringify({ name, per_second: rates[2], right: value === expected }));
}
