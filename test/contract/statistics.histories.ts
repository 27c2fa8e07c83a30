import { describe, it } from 'vitest';
import { expectHistoryCounted } from './statistics-contract.ts';
import { inMemory } from './statistics-support.ts';

/** Too long for every day: `npm run test:histories`. `npm test` runs a hundred shorter ones, in DynamoDB too. */
const HISTORIES = 500;
const ACTIONS = 300;

describe('a random history', () => {
  it.each(Array.from({ length: HISTORIES }, (_, seed) => seed + 1))(
    'of seed %i is counted as a walk through its cases counts it',
    async (seed) => expectHistoryCounted(await inMemory(), seed, ACTIONS),
  );
});
