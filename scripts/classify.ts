import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NamedPlaces } from '../shared/adapters/system/named-places.ts';
import type { Places } from '../shared/domain/place/places.ts';
import { createTextClassifier } from '../shared/domain/text/classifier.ts';
import { decodeModel } from '../shared/domain/text/model.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { createClassifyLine } from './classify/classify-line.ts';
import { answerLines, runLines } from './lines.ts';

/**
 * Tries the product on anybody's backlog of messages: what each is about, where, and who would get it. One answer a line,
 * in order, for files of any length; progress goes to standard error.
 */
const USAGE =
  'npm run -s classify -- --input <messages.jsonl|->\n' +
  '  {"id": "1", "text": "Đèn đường tắt ở phường Lái Thiêu", "lat": 10.9, "lon": 106.7, "channel": "zalo", "at": "2026-11-23T08:00:00Z"}\n' +
  '  id and text are needed, the rest is not';

const JURISDICTION = 'binh-duong';
const FOLDER = join(import.meta.dirname, '../shared/jurisdictions', JURISDICTION);
/** Often enough to see that it goes on. */
const TELL_EVERY = 1_000;

await runLines(async () => {
  const { values } = parseArgs({ options: { input: { type: 'string' } } });
  if (values.input === undefined) throw new Error(USAGE);
  const { jurisdiction } = loadJurisdiction(JURISDICTION);
  const classify = createTextClassifier(
    decodeModel(readFileSync(join(FOLDER, 'classifier/model.bin'))),
  );
  const finder = new NamedPlaces(jurisdiction, FOLDER);
  const places: Places = (question) => finder.findNow(question);
  const classifyLine = createClassifyLine({ classify, places, jurisdiction });
  let done = 0;
  const failed = await answerLines(values.input, (line) => {
    done += 1;
    if (done % TELL_EVERY === 0) console.error(`${done} …`);
    return classifyLine(line);
  });
  console.error(`${done} dòng · lines, ${failed} lỗi · errors`);
  return failed;
});
