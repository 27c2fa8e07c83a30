import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE_STATUSES } from '../shared/domain/case.ts';
import { CASE_ACTIONS } from '../shared/domain/case-lifecycle.ts';
import { statusNames } from '../shared/domain/status-names.ts';
import { lifecyclePage } from './lifecycle-doc.ts';

describe('the page of the lifecycle', () => {
  it('is the one in docs: npm run lifecycle writes it', async () => {
    const stored = readFileSync(join(import.meta.dirname, '../docs/case-lifecycle.md'), 'utf8');
    expect(await lifecyclePage()).toBe(stored);
  });

  it('draws every status by its Vietnamese name, and describes every action', async () => {
    const page = await lifecyclePage();
    for (const status of CASE_STATUSES) {
      expect(page).toContain(`state "${statusNames[status].name}" as ${status}`);
    }
    for (const action of CASE_ACTIONS) expect(page).toContain(`| \`${action}\``);
  });

  it('draws what depends on the case both ways, and no loops of notes', async () => {
    const page = await lifecyclePage();
    expect(page).toContain('awaiting_citizen --> received : Tiếp tục xử lý');
    expect(page).toContain('awaiting_citizen --> in_progress : Tiếp tục xử lý');
    expect(page).toContain('closed --> received : Mở lại');
    expect(page).toContain('closed --> routed : Mở lại');
    expect(page).not.toContain('received --> received');
  });
});
