import { calendar } from './calendar.ts';
import { classifier } from './classifier.ts';
import { coldstart } from './coldstart.ts';

/** `npm run bench -- <name>`: reproducible measurements, as ratios of one run on one machine. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  calendar,
  classifier,
  coldstart,
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`npm run bench -- <name>; there are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await bench();
}
