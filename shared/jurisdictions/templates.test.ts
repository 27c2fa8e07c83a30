import { describe, expect, it } from 'vitest';
import { unknownPlaceholders } from '../domain/placeholders.ts';
import { loadJurisdiction } from './bundled.ts';
import { bundledTemplates } from './templates.ts';

const { departments, services } = loadJurisdiction('binh-duong').jurisdiction;
const templates = bundledTemplates('binh-duong');

describe('the answers that Bình Dương starts with', () => {
  it('are some twenty, each of an id and a name of its own', () => {
    expect(templates.length).toBeGreaterThanOrEqual(20);
    expect(new Set(templates.map(({ templateId }) => templateId)).size).toBe(templates.length);
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  });

  it.each(templates)('$templateId names only what there is', ({ owner, serviceCode, text }) => {
    expect(unknownPlaceholders(text)).toEqual([]);
    expect(serviceCode === null || services.has(serviceCode)).toBe(true);
    expect(owner === 'desk' || owner === 'departments' || departments.has(owner)).toBe(true);
    expect(text.normalize('NFC')).toBe(text);
  });

  it('of a province without any are none', () => expect(bundledTemplates('dong-nai')).toEqual([]));
});
