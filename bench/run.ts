import { areas } from './areas.ts';
import { calendar } from './calendar.ts';
import { classifier } from './classifier.ts';
import { coldstart } from './coldstart.ts';
import { duplicates } from './duplicates.ts';
import { exports } from './exports.ts';
import { statistics } from './statistics.ts';

/** `npm run bench -- <name> …`: reproducible measurements, as ratios of one run on one machine. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  areas,
  calendar,
  classifier,
  coldstart,
  duplicates,
  exports,
  statistics,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`npm run bench -- <name> …; there are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names) {
    if (names.length > 1) console.log(`\n${name}`);
    await benches[name]?.();
  }
}
