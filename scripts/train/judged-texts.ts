import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CaseClass, ServiceCode } from '../../shared/domain/service-catalog.ts';

/** A text of an author who had not seen the training texts, with what it is. */
export const JudgedText = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  class: CaseClass,
  service: ServiceCode,
  style: z.enum(['accented', 'unaccented', 'shorthand', 'agent', 'long']),
});
export type JudgedText = z.infer<typeof JudgedText>;

/** All lines of a folder, file by file. */
export const readJudgedTexts = (folder: string): JudgedText[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JudgedText.parse(JSON.parse(line)));
