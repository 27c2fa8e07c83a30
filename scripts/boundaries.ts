import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as z from 'zod';

/** Holds the sources against the import table in .dependency-cruiser.cjs, and makes sure that it saw them. */
const FOLDERS = [
  ...['shared', 'functions', 'events', 'infra', 'local', 'web', 'scripts', 'test', 'bench'],
];
/** With a compiler that it does not know the tool reads nothing and is content: fewer than this is a failure. */
const FEWEST_MODULES = 200;
/** Reads the sources again only if the content of any of them, or this configuration, has changed. */
const CACHED = ['--cache', 'node_modules/.cache/boundaries', '--cache-strategy', 'content'];

const Cruise = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

const folders = FOLDERS.filter((folder) => existsSync(folder));
const { stdout, stderr } = spawnSync(
  'node_modules/.bin/depcruise',
  [
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ...(process.argv.includes('--cached') ? CACHED : []),
    ...folders,
  ],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (stdout === '') throw new Error(stderr);
const { totalCruised, violations } = Cruise.parse(JSON.parse(stdout)).summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
if (totalCruised < FEWEST_MODULES) console.error(`Only ${totalCruised} modules were read`);
if (violations.length > 0 || totalCruised < FEWEST_MODULES) process.exitCode = 1;
