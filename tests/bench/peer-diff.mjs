// Copyright the Partitur developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times bpmn-js-differ on two files, parsing not counted: node peer-diff.mjs BEFORE AFTER
// One JSON line: milliseconds that the main thread was at work, the median of the warm runs.
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { diff } from 'bpmn-js-differ';

const RUNS = 6;
const [before, after] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const moddle = new BpmnModdle();
const parse = async (text) => (await moddle.fromXML(text)).rootElement;

// What the main thread waited for a processor (Linux): a busy machine is not the peer's fault.
const waited = () => {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
};

const times = [];
let found;
for (let i = 0; i < RUNS; i++) {
  const pair = [await parse(before), await parse(after)];
  globalThis.gc?.();
  const wait = waited(), start = performance.now();
  found = diff(...pair);
  times.push(performance.now() - start - (waited() - wait));
}
times.shift();
times.sort((a, b) => a - b);
console.log(JSON.stringify({
  diff_ms: times[times.length >> 1],
  added: Object.keys(found._added).length,
  removed: Object.keys(found._removed).length,
  changed: Object.keys(found._changed).length,
  moved: Object.keys(found._layoutChanged).length,
}));
