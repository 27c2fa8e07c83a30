import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { CASE_STATUSES } from '../shared/domain/case.ts';
import {
  CASE_ACTIONS,
  type CaseAction,
  lifecycle,
  type Rule,
} from '../shared/domain/case-lifecycle.ts';
import { actionNames, roleNames, statusNames } from '../shared/domain/status-names.ts';

/** Writes docs/case-lifecycle.md from the lifecycle table; with `--check` only says whether it is up to date. */
const FILE = 'docs/case-lifecycle.md';

const rulesOf = (action: CaseAction): readonly Rule[] => lifecycle[action];

const statuses = CASE_STATUSES.map(
  (status) => `| \`${status}\` | ${statusNames[status].name} | ${statusNames[status].nameEn} |`,
);

const rows = CASE_ACTIONS.flatMap((action) =>
  rulesOf(action).map(({ from, to, by, as }) => {
    const who = by.map((role) => roleNames[role].nameEn).join(', ');
    const standing = as === undefined ? '' : ` (as ${as})`;
    const { name, nameEn } = actionNames[action];
    return `| \`${action}\` | ${name} | ${nameEn} | ${from.join(', ')} | ${to} | ${who}${standing} |`;
  }),
);

/** Notes and the like change no status and would only clutter the picture. */
const arrows = CASE_ACTIONS.flatMap((action) =>
  rulesOf(action).flatMap(({ from, to }) =>
    from.flatMap((status) => targetsOf(to).map((target) => `  ${status} --> ${target}: ${action}`)),
  ),
);

function targetsOf(to: Rule['to']): readonly string[] {
  if (to === 'unchanged') return [];
  if (to === 'before_waiting') return ['received', 'in_progress'];
  return to === 'owner' ? ['received', 'routed'] : [to];
}

const text = await format(
  `# What a case goes through

Generated from \`shared/domain/case-lifecycle.ts\` by \`npm run lifecycle\`; the API, the tests and this page read the one table.

\`\`\`mermaid
stateDiagram-v2
  [*] --> received: log
${[...new Set(arrows)].join('\n')}
  closed --> [*]
\`\`\`

## Statuses

| status | Vietnamese | English |
| --- | --- | --- |
${statuses.join('\n')}

## Actions

\`unchanged\`: the status stays. \`before_waiting\`: where the case was when the citizen was asked. \`owner\`: to its lead, or to the
desk when it has none.

| action | Vietnamese | English | from | to | by |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
  { parser: 'markdown', printWidth: 100 },
);

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is out of date: run npm run lifecycle`);
  process.exitCode = 1;
}
