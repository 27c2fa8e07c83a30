import type { Actor } from '../domain/actor.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import {
  type CaseExport,
  EXPORT_CASES_MOST,
  ExportId,
  ExportOwner,
  type ExportQuestion,
  EXPORTS_KEPT_MOST,
  EXPORTS_RUNNING_MOST,
  isFinished,
} from '../domain/export/case-export.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StatisticsContext } from '../domain/statistics.ts';
import { NARROWINGS } from '../domain/statistics-rows.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import type { AuditNotes } from '../ports/audit-log.ts';
import type { ExportQueue, ExportStore } from '../ports/exports.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { StatisticsReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { mayOpen } from './list-figure-cases.ts';

export interface StartExportInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly question: ExportQuestion;
  readonly idempotencyKey: string;
}

export type StartExportError =
  | PeriodError
  | { readonly code: 'CASES_OF_OTHERS' }
  | { readonly code: 'EXPORT_TOO_LARGE'; readonly cases: number; readonly most: number }
  | { readonly code: 'EXPORTS_TOO_MANY'; readonly running: number; readonly kept: number }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

export type StartExport = (
  input: StartExportInput,
) => Promise<Result<CaseExport, StartExportError>>;

export interface StartExportPorts {
  readonly exports: ExportStore;
  readonly queue: ExportQueue;
  readonly statistics: StatisticsReader;
  readonly audit: AuditNotes;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'calendarData'>;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/**
 * Writes down what is wanted and has it worked on. The same request once more finds the export that it had started, and
 * queues it again: the queue may not have been reached the first time.
 */
export const createStartExport =
  (ports: StartExportPorts): StartExport =>
  async (input) => {
    const { jurisdictionId, question, by } = input;
    const refused = refusal(input, ports);
    if (refused !== undefined) return err(refused);
    const owner = await ownerOf({ jurisdictionId, by }, ports.fingerprints);
    const ref = { jurisdictionId, owner, exportId: await idOf(input, ports) };
    const before = await ports.exports.find(ref);
    if (before !== undefined) return repeated(before.export, input, ports);
    const total = await received(jurisdictionId, question, ports.statistics);
    if (total > EXPORT_CASES_MOST)
      return err({ code: 'EXPORT_TOO_LARGE', cases: total, most: EXPORT_CASES_MOST });
    const tooMany = overLimit(await ports.exports.list({ jurisdictionId, owner }));
    if (tooMany !== undefined) return err(tooMany);
    const started = newExport({ ...ref, by, question }, total, ports.clock.now().toISOString());
    await noteIn(ports.audit, started);
    // Where another request with the same key was quicker, its export is this one.
    await ports.exports.save({ export: started, tag: null });
    await ports.queue.queue({ ...ref, step: 0 });
    return ok(started);
  };

/** Whose exports somebody's are. */
export const ownerOf = async (
  { jurisdictionId, by }: Pick<StartExportInput, 'jurisdictionId' | 'by'>,
  fingerprints: Pick<Fingerprints, 'sign'>,
): Promise<ExportOwner> =>
  ExportOwner.parse(await fingerprints.sign('request', `exports of ${jurisdictionId}/${by.id}`));

const idOf = async (
  { jurisdictionId, by, idempotencyKey }: StartExportInput,
  { fingerprints }: StartExportPorts,
): Promise<ExportId> => {
  const named = canonicalJson({ export: idempotencyKey, jurisdictionId, by: by.id });
  return ExportId.parse(await fingerprints.sign('request', named));
};

function refusal(
  { question, by }: StartExportInput,
  { clock, context, jurisdiction: { calendarData } }: StartExportPorts,
): StartExportError | undefined {
  const { from, to, within } = question;
  const today = context.localDay(clock.now().toISOString());
  const { coveredYears } = calendarData;
  const period = checkPeriod({ from, to }, { today, coveredYears });
  if (!period.ok) return period.error;
  return mayOpen(by, linesOf(within)) ? undefined : { code: 'CASES_OF_OTHERS' };
}

/** What a question is narrowed to, as figures name it. */
export const linesOf = (within: ExportQuestion['within']) =>
  NARROWINGS.flatMap((narrowing) => {
    const value = (within as Partial<Record<string, string>>)[narrowing];
    return value === undefined ? [] : [[narrowing, value] as const];
  });

async function repeated(
  before: CaseExport,
  { question }: StartExportInput,
  { queue }: StartExportPorts,
): Promise<Result<CaseExport, StartExportError>> {
  if (canonicalJson(before.question) !== canonicalJson(question))
    return err({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const { jurisdictionId, owner, exportId, status } = before;
  if (status === 'queued') await queue.queue({ jurisdictionId, owner, exportId, step: 0 });
  return ok(before);
}

/** Classes of all cases add up to what was received. */
async function received(
  jurisdictionId: JurisdictionId,
  { from, to }: Period,
  statistics: StatisticsReader,
): Promise<number> {
  const period = { from, to };
  const sums = await statistics.sums({ jurisdictionId, dimensions: ['class'], period });
  return sums.reduce((sum, { counts }) => sum + (counts.received ?? 0), 0);
}

function overLimit(all: readonly CaseExport[]): StartExportError | undefined {
  const running = all.filter((one) => !isFinished(one)).length;
  return running >= EXPORTS_RUNNING_MOST || all.length >= EXPORTS_KEPT_MOST
    ? { code: 'EXPORTS_TOO_MANY', running: EXPORTS_RUNNING_MOST, kept: EXPORTS_KEPT_MOST }
    : undefined;
}

const newExport = (
  asked: Pick<CaseExport, 'jurisdictionId' | 'owner' | 'exportId' | 'by' | 'question'>,
  total: number,
  requestedAt: string,
): CaseExport => ({
  ...asked,
  requestedAt,
  status: 'queued',
  total,
  looked: 0,
  rows: 0,
  bytes: 0,
  finishedAt: null,
  checkpoint: null,
});

/** Before anything is written: no list may leave the house of which nothing is said. */
const noteIn = (
  audit: AuditNotes,
  { jurisdictionId, requestedAt: at, by, exportId, question }: CaseExport,
): Promise<void> => {
  const { columns, within, ...rest } = question;
  const after = { ...rest, ...within, columns: columns.join(', ') };
  return audit.note(jurisdictionId, { at, by, kind: 'export', of: exportId, before: null, after });
};
