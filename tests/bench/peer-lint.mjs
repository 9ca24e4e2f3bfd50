// Copyright the Partitur developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times bpmnlint's recommended rules on a file, parsing not counted: node peer-lint.mjs FILE
// One JSON line: milliseconds that the main thread was at work, the median of the warm runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const RUNS = 6;
const root = (await new BpmnModdle().fromXML(readFileSync(process.argv[2], 'utf8'))).rootElement;

// What the main thread waited for a processor (Linux): a busy machine is not the peer's fault.
const waited = () => {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
};

const times = [];
let reports;
for (let i = 0; i < RUNS; i++) {
  // A new one each time: rules keep state.
  const linter = new Linter({ resolver: new NodeResolver(), config: { extends: 'bpmnlint:recommended' } });
  globalThis.gc?.();
  const wait = waited(), start = performance.now();
  reports = await linter.lint(root);
  times.push(performance.now() - start - (waited() - wait));
}
times.shift();
times.sort((a, b) => a - b);
console.log(JSON.stringify({ lint_ms: times[times.length >> 1], rules: Object.keys(reports).length }));
