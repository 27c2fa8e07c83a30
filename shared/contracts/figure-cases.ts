import * as z from 'zod';
import { AreaCode } from '../domain/area.ts';
import { CaseId, CaseStatus, Instant } from '../domain/case.ts';
import { Channel, Priority } from '../domain/channel.ts';
import { DepartmentCode } from '../domain/department.ts';
import { CaseClass, ServiceCode } from '../domain/service-catalog.ts';
import { LocalDay } from '../domain/statistics.ts';
import { OPEN_FIGURES } from '../domain/statistics-open-figures.ts';
import { type Narrowing, NARROWINGS } from '../domain/statistics-rows.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './case.ts';

/** Longer than any code, and as long as who works here may be called by a token. */
const VALUE_LIMIT = 128;

const value = z.string().min(1).max(VALUE_LIMIT).optional();

/** One for everything that figures are broken down by. */
const within = Object.fromEntries(NARROWINGS.map((narrowing) => [narrowing, value])) as Record<
  Narrowing,
  typeof value
>;

/** The period of the figure, and the values that it is narrowed to: `department=TA`, `-` for cases that have none. */
export const FigureCasesQuery = z.strictObject({
  figure: z.enum(OPEN_FIGURES),
  from: LocalDay,
  to: LocalDay,
  ...within,
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  cursor: z.string().max(2_000).optional(),
});

export const FigureCasesBody = z.strictObject({
  figure: z.enum(OPEN_FIGURES),
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  within: z.partialRecord(z.enum(NARROWINGS), z.string()),
  asOf: Instant,
  /** The day by which an open case is overdue or not: that on which the first page was read. */
  today: LocalDay,
  /** In order of receipt. Their `times` re-add to the figure over all pages; a page may be short, or empty, and have a next one. */
  cases: z.array(
    z.strictObject({
      caseId: CaseId,
      trackingCode: z.string(),
      version: z.int(),
      status: CaseStatus,
      class: CaseClass.nullable(),
      serviceCode: ServiceCode.nullable(),
      areaCode: AreaCode.nullable(),
      channel: Channel,
      priority: Priority,
      receivedAt: Instant,
      answerDueAt: Instant.nullable(),
      summary: z.string().nullable(),
      lead: DepartmentCode.nullable(),
      /** The day on which it counts for the figure. */
      countedOn: LocalDay,
      /** How often: more than once for figures of returns, of which a case may have several. */
      times: z.int().min(1),
    }),
  ),
  next: z.string().nullable(),
});
