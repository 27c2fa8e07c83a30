import { parseArgs } from 'node:util';
import * as z from 'zod';
import { DEFAULT_DIR } from '../host.ts';
import { PUBLISHED } from './published.ts';

/** How to play the months again. */
export interface ReplayOptions {
  /** First and last day of receipt that is played, in the province's days. */
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  /** Simulated seconds a second; undefined for as fast as the machine can. */
  readonly speed: number | undefined;
  /** Folder of the host that is driven, as `npm start` was given it. */
  readonly dir: string;
}

const Day = z.iso.date().refine((day) => day >= PUBLISHED.from && day <= PUBLISHED.to, {
  message: `must lie between ${PUBLISHED.from} and ${PUBLISHED.to}`,
});
const Options = z
  .object({
    from: Day.default(PUBLISHED.from),
    to: Day.default(PUBLISHED.to),
    seed: z.coerce.number().int().min(0).default(1022),
    speed: z.coerce.number().positive().optional(),
    dir: z.string().min(1).default(DEFAULT_DIR),
  })
  .refine(({ from, to }) => from <= to, { message: '--from must not be after --to' });

/** Throws a sentence for the person at the keyboard when an option is not right. */
export function readOptions(args: readonly string[]): ReplayOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      dir: { type: 'string' },
    },
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return { ...parsed.data, speed: parsed.data.speed };
}
