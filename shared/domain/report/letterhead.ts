import * as z from 'zod';

const line = z.string().min(1).max(120);

/** Whose report it is and to whom it goes, as the head and the foot of an official document say it. */
export const Letterhead = z.strictObject({
  /** The authority above, and the one that reports, in capitals. */
  superior: line,
  /** In as many lines as it is usually set. */
  issuer: z.array(line).min(1).max(3),
  /** The same within a sentence. */
  issuerName: line,
  /** `BC-STTTT`: behind the number, which the office fills in. */
  symbol: line,
  /** Where it is signed. */
  place: line,
  addressee: line,
  /** Office of who signs, in capitals. */
  signer: line,
  recipients: z.array(line).min(1),
});
export type Letterhead = z.infer<typeof Letterhead>;
