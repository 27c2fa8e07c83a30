import * as z from 'zod';
import { Letterhead } from '../domain/report/letterhead.ts';
import binhDuong from './binh-duong/letterhead.json' with { type: 'json' };

const File = z.strictObject({ note: z.string(), letterhead: Letterhead });

const files: Readonly<Record<string, unknown>> = { 'binh-duong': binhDuong };

/** Whose reports a province's are. Apart from the rest of its data: one function writes reports. Throws at start without one. */
export const bundledLetterhead = (id: string): Letterhead => File.parse(files[id]).letterhead;
