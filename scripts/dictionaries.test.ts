import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dictionaries } from './dictionaries.ts';

it('the pages say what the files and feeds hold: run npm run dictionaries', async () => {
  for (const [file, text] of Object.entries(await dictionaries()))
    expect(readFileSync(file, 'utf8'), file).toBe(text);
});
