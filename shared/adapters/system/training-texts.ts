import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CaseClass } from '../../domain/service-catalog.ts';
import type { LearningMaterial } from '../../domain/learning/trial.ts';
import { CommonTexts, type Corpus, ServiceTexts } from '../../domain/text/training/corpus.ts';
import { decodeModel } from '../../domain/text/model.ts';
import { JudgedText } from '../../domain/text/training/judged-text.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Everything that the training of a jurisdiction's model rests on, in the order of its catalogue. */
export function readCorpus(jurisdiction: string): Corpus {
  const folder = join(jurisdiction, 'texts');
  const catalogue = Catalogue.parse(read(join(jurisdiction, 'services.json'))).services;
  const phrases = Phrases.parse(read(join(folder, 'phrases.json')));
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
const Phrases = z.record(z.string(), z.array(z.string()));
const NOTHING = { matters: [], details: [], asks: [], texts: [], hard: [] };

/** All lines of a folder, file by file. */
export const readJudgedTexts = (folder: string): JudgedText[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JudgedText.parse(JSON.parse(line)));

/** All chance of training and tuning is drawn from it. */
export const SEED = 1022;

/** What learning goes on from: the texts of a jurisdiction, and the model that was made of them. */
export const readMaterial = (jurisdiction: string): LearningMaterial => ({
  corpus: readCorpus(jurisdiction),
  calibration: readJudgedTexts(join(jurisdiction, 'texts/calibrate')),
  judged: readJudgedTexts(join(jurisdiction, 'texts/evaluate')),
  base: decodeModel(readFileSync(join(jurisdiction, 'classifier/model.bin'))),
  seed: SEED,
});
