import * as z from 'zod';
import { AnswerTemplate } from '../domain/answer-template.ts';
import binhDuong from './binh-duong/templates.json' with { type: 'json' };

const Files = z.strictObject({ note: z.string(), templates: z.array(AnswerTemplate) });

const files: Readonly<Record<string, unknown>> = { 'binh-duong': binhDuong };

/** The answers that a province starts with. Apart from the rest of its data: one function offers them. */
export const bundledTemplates = (id: string): readonly AnswerTemplate[] =>
  files[id] === undefined ? [] : Files.parse(files[id]).templates;
