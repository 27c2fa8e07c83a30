import { describe, expect, it } from 'vitest';
import { clockScenarios } from '../test/support/clock-scenarios/all.ts';
import { play, wordsOf, written } from '../test/support/clock-scenarios/play.ts';

describe('a worked timeline, reckoned by hand, is what the clocks say', () => {
  it.each(clockScenarios.map((scenario) => [scenario.title.nameEn, scenario] as const))(
    '%s',
    (_, scenario) =>
      expect(play(scenario).map(written)).toEqual(
        scenario.timeline.map(([when, deed, ...stands]) => [when, wordsOf(deed), ...stands]),
      ),
  );
});
