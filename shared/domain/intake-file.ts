import * as z from 'zod';
import { Channel } from './channel.ts';
import { CaseClass, ServiceCode } from './service-catalog.ts';

const certainty = z.number().gt(0).max(1);
/** Compared without marks, where a single word is many (`nổ`: no, nợ, nó; `cháy`: chạy), so a phrase has two at least. */
const phrases = z
  .array(
    z
      .string()
      .max(60)
      .regex(/^\S+( \S+)+$/u, 'has two words at least'),
  )
  .max(100);

/** Which messages a jurisdiction lets route themselves, and how sure the machine must be. */
export const IntakeRules = z.strictObject({
  /** Channels whose messages may route themselves; none: nothing does. Whoever rings or comes speaks to a person. */
  channels: z.array(Channel.exclude(['phone', 'walk_in'])),
  classes: z.array(CaseClass),
  /** Least calibrated probability of the best class and of the best service. */
  leastCertainty: z.strictObject({ class: certainty, service: certainty }),
  /** Classes whose messages must all name a place for certain; of others, those whose departments depend on it. */
  placeNeededBy: z.array(CaseClass),
  /** Services that a person reads first. Urgent ones are always among them, whatever stands here. */
  keptServices: z.array(ServiceCode),
  /** Phrases by which somebody asks for a person. Marks and capitals make no difference. */
  asksForPerson: phrases,
  /** Phrases that tell of danger to somebody, whatever else a message is about. */
  danger: phrases,
  /** From this likeness to an open case on (domain/duplicates.ts) the desk looks at both. */
  duplicateScore: certainty,
  /** Later than this after receipt a person may have the case open, so it is not taken from under their eyes. */
  withinMinutes: z.int().min(1).max(60),
  /** Whether a second opinion that agrees with the classifier's best guess makes it sure. Otherwise it is only shown. */
  secondOpinionRoutes: z.boolean(),
});
export type IntakeRules = z.infer<typeof IntakeRules>;

/** `intake.json`. What is left out is as in `CAREFUL_INTAKE`. */
export const IntakeFile = IntakeRules.partial()
  .required({ channels: true })
  .extend({ note: z.string().optional() });
export type IntakeFile = z.infer<typeof IntakeFile>;
