import { readFileSync } from 'node:fs';
import { readJudgedTexts } from '../../shared/adapters/system/training-texts.ts';
import { type Chance, chance } from '../../shared/domain/chance.ts';
import type { CollectedExample } from '../../shared/domain/learning/example.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import { decodeModel } from '../../shared/domain/text/model.ts';

export const BINH_DUONG = 'shared/jurisdictions/binh-duong';
export const bundledModel = () => decodeModel(readFileSync(`${BINH_DUONG}/classifier/model.bin`));

const texts = readJudgedTexts(`${BINH_DUONG}/texts/calibrate`);
const services = [...new Set(texts.map(({ service }) => service))];
const STAFF = ['lan', 'minh', 'huong', 'thao', 'nga'];
export const MONDAY = '2026-03-02T19:00:00.000Z';

/** What five agents decide of texts as citizens write them; all of it right. */
export const honest: readonly CollectedExample[] = texts.map(({ id, text, service }, at) => ({
  key: id,
  text,
  service,
  kind: 'confirmed',
  by: STAFF[at % STAFF.length] ?? 'lan',
  collectedAt: MONDAY,
}));

export const wrong = (service: string, luck: Chance): ServiceCode =>
  luck.pick(services.filter((one) => one !== service));

/** The same with wrong labels where it is said so. */
export function poisoned(when: (example: CollectedExample, luck: Chance) => boolean) {
  const luck = chance(1);
  return honest.map((example) =>
    when(example, luck) ? { ...example, service: wrong(example.service, luck) } : example,
  );
}

/** Street lights that everybody calls noise. */
export const flipped = (count: number): readonly CollectedExample[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `street-${at}`,
    text: `đèn đường trước nhà số ${at} tắt tối thui cả tuần nay`,
    service: ServiceCode.parse('noise'),
    kind: 'corrected',
    by: STAFF[at % STAFF.length] ?? 'lan',
    collectedAt: MONDAY,
  }));
