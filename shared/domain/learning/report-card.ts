import * as z from 'zod';
import { Instant } from '../case.ts';
import { GROUPINGS } from './screen.ts';

/** What became of a challenger, and why. */
export const VERDICTS = [
  /** It was put in force. */
  'BETTER',
  /** Too little to learn from or to judge by. */
  'TOO_FEW_EXAMPLES',
  /** So many examples contradict the machine where it is sure that people have to look first. */
  'EXAMPLES_DOUBTED',
  /** It knows less of the texts by which the committed model was judged, or asks people about more of them. */
  'FORGETS',
  /** On what was held back it is not better beyond chance, or only by what one person said. */
  'NOT_BETTER',
  /** Another run, or a roll back, came first. */
  'OVERTAKEN',
] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

const count = z.int().min(0);
const share = z.number().min(0).max(1);

const Measured = z.strictObject({
  texts: count,
  classAccuracy: share,
  classMacroF1: share,
  serviceAccuracy: share,
  serviceMacroF1: share,
  coverage: share,
  precision: share,
  calibrationError: share,
});

export const ReportId = z.string().regex(/^\d{8}T\d{6}\d{3}Z$/);

/** What a run found and decided. One is kept of every run that had something new, whatever came of it. */
export const ReportCard = z.strictObject({
  id: ReportId,
  at: Instant,
  /** Versions. The challenger is null where none was made. */
  champion: z.string(),
  challenger: z.string().nullable(),
  verdict: Verdict,
  examples: z.strictObject({
    /** Found in all, and collected since the report before. */
    found: count,
    fresh: count,
    training: count,
    heldBack: count,
    /** `confirmed` also where nothing was proposed, as an example says it. */
    byKind: z.strictObject({ confirmed: count, corrected: count, returned: count }),
    setAside: z.array(
      z.strictObject({
        grouping: z.enum(GROUPINGS),
        of: z.string(),
        examples: count,
        sure: count,
        contradicted: count,
      }),
    ),
  }),
  judged: z
    .strictObject({ champion: Measured, challenger: Measured, lost: z.array(z.string()) })
    .nullable(),
  heldBack: z
    .strictObject({
      texts: count,
      championRight: count,
      challengerRight: count,
      gained: count,
      lost: count,
      chance: share,
    })
    .nullable(),
  seconds: z.number().min(0),
});
export type ReportCard = z.infer<typeof ReportCard>;

/** Sorts as time does, and is safe in a path. */
export const reportIdAt = (at: Date): string => at.toISOString().replace(/[-:.]/g, '');
