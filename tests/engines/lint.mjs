// lint.mjs: shows files to the rules that the modelers of Camunda 8 apply
//
// Copyright the Partitur developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Usage: lint.mjs PACKAGE.JSON; reads and writes what the harnesses in java/ do (see java/Scenario.java).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const RULES = 'camunda-cloud-8-8';
const require = createRequire(process.argv[2]);
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const { BpmnModdle } = await load('bpmn-moddle');
const { Linter } = await load('bpmnlint');
const NodeResolver = (await load('bpmnlint/lib/resolver/node-resolver.js')).default;
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');

async function lint(path) {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(path, 'utf-8'));
  const linter = new Linter({ resolver: new NodeResolver({ require }) });
  const found = await linter.lint(rootElement, { extends: `plugin:camunda-compat/${RULES}` });
  const faults = Object.entries(found).flatMap(([rule, reports]) =>
    reports.filter((report) => report.category === 'error')
      .map((report) => `${report.id}: ${report.message} (${rule})`));
  return [...warnings.map((warning) => warning.message), ...faults];
}

const answers = [];
for (const scenario of JSON.parse(readFileSync(0, 'utf-8'))) {
  const faults = (await Promise.all(scenario.files.map(lint))).flat();
  answers.push({ name: scenario.name, error: faults.length > 0 ? faults.join('; ') : null });
}
console.log(JSON.stringify(answers));
