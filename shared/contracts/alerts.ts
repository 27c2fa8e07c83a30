import * as z from 'zod';
import { Alert, AlertId } from '../domain/alerts/alert.ts';
import { Instant } from '../domain/case.ts';
import { LocalDay } from '../domain/statistics.ts';
import { OPEN_FIGURES } from '../domain/statistics-open-figures.ts';

/** Alerts whose days begin on `since` or later; eight weeks ago where it is left out. */
export const AlertsQuery = z.strictObject({ since: LocalDay.optional() });

const Explanation = z.strictObject({
  /** What is unusual, in a line. */
  title: z.string(),
  /** The numbers, what they are held against, the test and its chance. */
  text: z.string(),
});

export const AlertBody = Alert.extend({
  name: z.string(),
  nameEn: z.string(),
  explanation: z.strictObject({ vi: Explanation, en: Explanation }),
  /** Figures whose cases stand behind it, each with the address of their list; empty where the reader may not see them. */
  cases: z.array(z.strictObject({ figure: z.enum(OPEN_FIGURES), link: z.string() })),
});

export const AlertsBody = z.strictObject({
  asOf: Instant,
  since: LocalDay,
  /** Those that hold and that nobody has acknowledged. */
  open: z.int().min(0),
  /** Latest first. */
  alerts: z.array(AlertBody),
});

export const AlertParams = z.strictObject({ alertId: AlertId });

/** As long as a message on a telephone or two. */
const NOTE_LIMIT = 500;

export const AcknowledgeAlertRequest = z.strictObject({
  /** What is done about it. */
  note: z.string().trim().min(1).max(NOTE_LIMIT),
});
