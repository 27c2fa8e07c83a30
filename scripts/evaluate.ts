import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTextClassifier } from '../shared/domain/text/classifier.ts';
import { decodeModel } from '../shared/domain/text/model.ts';
import { readCorpus, readJudgedTexts } from '../shared/adapters/system/training-texts.ts';
import { confusions, measure, type Measures } from '../shared/domain/text/training/measure.ts';
import { missedBars } from './train/bars.ts';
import { overlapOf, sentencesOf } from './train/overlap.ts';

/**
 * Judges the committed model by texts that were written apart from those it was trained on. Fails where it is
 * worse than promised. `--check` fails where the committed report says something else. `--develop` judges by other texts and stores
 * nothing: by them one chooses, so that those that judge stay unseen.
 */
const develop = process.argv.includes('--develop');
const JURISDICTION = join(import.meta.dirname, '../shared/jurisdictions/binh-duong');
const REPORT = join(JURISDICTION, 'classifier/evaluation.json');
/** Fewer say nothing of 78 services. */
const TEXTS_MIN = 600;
/** A text that shares more than this of its runs of 8 letters with one that the model grew from is no test, and is left out. */
const OVERLAP_MAX = 0.5;

const textsIn = (folder: string) => readJudgedTexts(join(JURISDICTION, 'texts', folder));
const written = textsIn(develop ? 'develop' : 'evaluate');
/** Texts of development are not learned from, but what was confused among them was answered with further sentences. */
const chosenBy = develop ? [] : textsIn('develop').map(({ text }) => text);
const known = [...sentencesOf(readCorpus(JURISDICTION)), ...chosenBy];
const copied = new Set(
  overlapOf(written, known).flatMap(({ id, share }) => (share > OVERLAP_MAX ? [id] : [])),
);
const texts = written.filter(({ id }) => !copied.has(id));
if (!develop && texts.length < TEXTS_MIN) {
  throw new Error(`${texts.length} evaluation texts: at least ${TEXTS_MIN} are needed`);
}
const model = decodeModel(readFileSync(join(JURISDICTION, 'classifier/model.bin')));
const classify = createTextClassifier(model);
const judged = texts.map((one) => ({ ...one, said: classify(one.text) }));
const report = {
  model: model.version,
  leftOut: [...copied],
  all: rounded(measure(judged)),
  byStyle: measuredBy(({ style }) => style),
  /** Each author numbered the texts in a series of its own. */
  byAuthor: measuredBy(({ id }) => id.split('-')[0] ?? id),
  confusions: confusions(judged, 20),
};
show({ all: report.all, ...report.byAuthor, ...report.byStyle });
for (const [pair, count] of report.confusions) console.log(`  ${count} × ${pair}`);
const text = `${JSON.stringify(report, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(REPORT, 'utf8') !== text) {
    throw new Error('The committed evaluation is not what was measured; run npm run evaluate');
  }
} else if (!develop) writeFileSync(REPORT, text);
const missed = missedBars(measure(judged));
if (!develop && missed.length > 0) throw new Error(`Worse than promised: ${missed.join(', ')}`);

function measuredBy(
  groupOf: (one: (typeof judged)[number]) => string,
): Readonly<Record<string, Measures>> {
  const groups = [...Map.groupBy(judged, groupOf)];
  return Object.fromEntries(groups.map(([name, own]) => [name, rounded(measure(own))]));
}

function rounded(measures: Measures): Measures {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return {
    texts: measures.texts,
    classAccuracy: round(measures.classAccuracy),
    classMacroF1: round(measures.classMacroF1),
    serviceAccuracy: round(measures.serviceAccuracy),
    serviceMacroF1: round(measures.serviceMacroF1),
    coverage: round(measures.coverage),
    precision: round(measures.precision),
    calibrationError: round(measures.calibrationError),
  };
}

function show(groups: Readonly<Record<string, Measures>>): void {
  const columns = [
    'texts',
    'classAccuracy',
    'classMacroF1',
    'serviceAccuracy',
    'serviceMacroF1',
    'coverage',
    'precision',
    'calibrationError',
  ] as const;
  console.log(['texts of', ...columns].join('\t'));
  for (const [name, own] of Object.entries(groups)) {
    console.log([name, ...columns.map((column) => own[column])].join('\t'));
  }
}
