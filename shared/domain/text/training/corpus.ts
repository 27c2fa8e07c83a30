import * as z from 'zod';
import { CaseClass } from '../../service-catalog.ts';

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
