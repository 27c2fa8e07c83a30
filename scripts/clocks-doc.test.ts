import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockScenarios } from '../test/support/clock-scenarios/all.ts';
import { expected, play, written } from '../test/support/clock-scenarios/play.ts';
import { clocksPage } from './clocks-doc.ts';

describe('a worked timeline, reckoned by hand, is what the clocks say', () => {
  it.each(clockScenarios.map((scenario) => [scenario.title.nameEn, scenario] as const))(
    '%s',
    (_, scenario) => expect(play(scenario).map(written)).toEqual(expected(scenario)),
  );
});

describe('the page of the clocks', () => {
  it('is the one in docs: npm run clocks writes it', async () => {
    const stored = readFileSync(join(import.meta.dirname, '../docs/clocks.md'), 'utf8');
    expect(await clocksPage()).toBe(stored);
  });

  it('has every timeline under its Vietnamese name', async () => {
    const page = await clocksPage();
    for (const { title } of clockScenarios) expect(page).toContain(`. ${title.name} · `);
  });
});
