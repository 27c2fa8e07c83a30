import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CaseClass, ServiceCode } from '../shared/domain/service-catalog.ts';
import { createTextClassifier } from '../shared/domain/text/classifier.ts';
import { decodeModel } from '../shared/domain/text/model.ts';
import { readCorpus } from './train/corpus.ts';
import { confusions, type Judged, measure, type Measures } from './train/measure.ts';
import { overlapOf } from './train/overlap.ts';

/**
 * Judges the committed model by texts that were written apart from those it was trained on. `--check` fails where the
 * committed report says something else.
 */
const JURISDICTION = join(import.meta.dirname, '../shared/jurisdictions/binh-duong');
const REPORT = join(JURISDICTION, 'classifier/evaluation.json');
/** Fewer say nothing of 78 services. */
const TEXTS_MIN = 600;
/** Texts that share more than this share of their runs of 8 letters with one training text are no test. */
const OVERLAP_MAX = 0.5;

const EvaluationText = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  class: CaseClass,
  service: ServiceCode,
  style: z.enum(['accented', 'unaccented', 'shorthand', 'agent', 'long']),
});

const texts = readTexts();
if (texts.length < TEXTS_MIN) {
  throw new Error(`${texts.length} evaluation texts: at least ${TEXTS_MIN} are needed`);
}
const copied = overlapOf(texts, readCorpus(JURISDICTION)).filter(
  ({ share }) => share > OVERLAP_MAX,
);
if (copied.length > 0) {
  throw new Error(`Written after training texts: ${copied.map(({ id }) => id).join(', ')}`);
}
const model = decodeModel(readFileSync(join(JURISDICTION, 'classifier/model.bin')));
const classify = createTextClassifier(model);
const judged: Judged[] = texts.map((one) => ({ ...one, said: classify(one.text) }));
const report = {
  model: model.version,
  all: rounded(measure(judged)),
  byStyle: Object.fromEntries(
    [...Map.groupBy(judged, ({ style }) => style)].map(([style, own]) => [
      style,
      rounded(measure(own)),
    ]),
  ),
  confusions: confusions(judged, 20),
};
show(report.all, report.byStyle);
for (const [pair, count] of report.confusions) console.log(`  ${count} × ${pair}`);
const written = `${JSON.stringify(report, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(REPORT, written);
else if (readFileSync(REPORT, 'utf8') !== written) {
  throw new Error('The committed evaluation is not what was measured; run npm run evaluate');
}

function readTexts(): z.infer<typeof EvaluationText>[] {
  const folder = join(JURISDICTION, 'texts/evaluate');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => EvaluationText.parse(JSON.parse(line)));
}

function rounded(measures: Measures): Measures {
  const entries = Object.entries(measures).map(([name, value]: [string, number]) => [
    name,
    Math.round(value * 10_000) / 10_000,
  ]);
  return Object.fromEntries(entries) as unknown as Measures;
}

function show(all: Measures, byStyle: Readonly<Record<string, Measures>>): void {
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
  console.log(['style', ...columns].join('\t'));
  for (const [style, own] of Object.entries({ all, ...byStyle })) {
    console.log([style, ...columns.map((column) => own[column])].join('\t'));
  }
}
