import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CaseClass } from '../../shared/domain/service-catalog.ts';

const texts = z.array(z.string().min(3));

/** What was written by hand for one service. */
export const ServiceTexts = z.strictObject({
  service: z.string(),
  matters: texts,
  details: texts,
  asks: texts,
  texts,
  hard: texts,
});
export type ServiceTexts = z.infer<typeof ServiceTexts>;

export const CommonTexts = z.strictObject({
  greetings: texts,
  frames: texts,
  places: texts,
  times: texts,
  closings: texts,
  fillers: z.array(z.string().min(1)),
  /** Ways in which a phrase is said, by class; `{}` is the phrase. */
  intents: z.record(CaseClass, texts.or(z.array(z.string().min(2)))),
});
export type CommonTexts = z.infer<typeof CommonTexts>;

/** A service with all that is known of how people speak of it. */
export interface ServiceCorpus extends ServiceTexts {
  readonly class: CaseClass;
  /** Things and acts by which it is known, a few words each. */
  readonly phrases: readonly string[];
}

export interface Corpus {
  readonly services: readonly ServiceCorpus[];
  readonly common: CommonTexts;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Everything that the training of a jurisdiction's model rests on, in the order of its catalogue. */
export function readCorpus(jurisdiction: string): Corpus {
  const folder = join(jurisdiction, 'texts');
  const catalogue = Catalogue.parse(read(join(jurisdiction, 'services.json'))).services;
  const phrases = z
    .record(z.string(), texts.or(z.array(z.string())))
    .parse(read(join(folder, 'phrases.json')));
  return {
    services: catalogue.map(({ code, class: of }) => {
      const path = join(folder, 'train', `${code}.json`);
      const written = existsSync(path)
        ? ServiceTexts.parse(read(path))
        : { ...NOTHING, service: code };
      return { ...written, class: of, phrases: phrases[code] ?? [] };
    }),
    common: CommonTexts.parse(read(join(folder, 'common.json'))),
  };
}

const Catalogue = z.object({ services: z.array(z.object({ code: z.string(), class: CaseClass })) });
const NOTHING = { matters: [], details: [], asks: [], texts: [], hard: [] };
