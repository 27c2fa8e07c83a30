import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexDigest } from '../shared/adapters/system/digest.ts';
import { readCorpus, readJudgedTexts, SEED } from '../shared/adapters/system/training-texts.ts';
import { encodeModel } from '../shared/domain/text/model.ts';
import { train } from '../shared/domain/text/training/train.ts';

const ROOT = join(import.meta.dirname, '..');

/** Trains the model of a jurisdiction from its texts and writes it with its report card. `--check` compares instead. */
function main(args: readonly string[]): void {
  const jurisdiction = join(ROOT, 'shared/jurisdictions/binh-duong');
  const folder = join(jurisdiction, 'classifier');
  const corpus = readCorpus(jurisdiction);
  const calibration = readJudgedTexts(join(jurisdiction, 'texts/calibrate'));
  const model = train({ corpus, calibration, seed: SEED }, hexDigest);
  const bytes = encodeModel(model);
  const card = {
    version: model.version,
    services: model.services.length,
    bytes: bytes.length,
    temperature: model.temperature,
    threshold: model.threshold,
    /** How many texts temperature and threshold were set by. */
    calibratedBy: calibration.length,
  };
  const texts = { 'model.bin': bytes, 'card.json': `${JSON.stringify(card, null, 2)}\n` };
  if (args.includes('--check')) {
    const differs = Object.entries(texts).filter(
      ([name, now]) => !Buffer.from(now).equals(readFileSync(join(folder, name))),
    );
    if (differs.length > 0)
      throw new Error('The committed model is not what its texts make; run npm run train');
  } else {
    mkdirSync(folder, { recursive: true });
    for (const [name, now] of Object.entries(texts)) writeFileSync(join(folder, name), now);
  }
  console.log(JSON.stringify(card, null, 2));
}

main(process.argv.slice(2));
