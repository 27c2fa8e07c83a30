import { areaLevelOf } from '../domain/area-level.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Digest } from '../domain/hash-chain.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { MonthTally } from '../domain/open-data/month-tally.ts';
import { openCases } from '../domain/open-data/open-cases.ts';
import type { OpenMonth } from '../domain/open-data/open-case.ts';
import { figureRows, toldCohorts } from '../domain/open-data/open-figures.ts';
import {
  monthToRevise,
  OPEN_FORMATS,
  type OpenFile,
  type OpenIssue,
  unpublishedMonths,
  withIssue,
} from '../domain/open-data/open-issue.ts';
import type { OpenWork } from '../domain/open-data/open-work.ts';
import { openNames } from '../domain/open-data/open-names.ts';
import type { OpenTerms } from '../domain/open-data/open-terms.ts';
import { casesTable, figuresTable, openText } from '../domain/open-data/open-texts.ts';
import type { StatisticsContext } from '../domain/statistics.ts';
import { coveredDays, daysOfMonth } from '../domain/statistics-period.ts';
import type {
  HeldOpenIndex,
  OpenDataFiles,
  OpenDataIndex,
  OpenDataWork,
} from '../ports/open-data.ts';
import type { CountedCases } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';

/** MOVED: another run has published meanwhile, and goes on. */
export interface PublishedOpenData {
  readonly outcome: 'DONE' | 'UNFINISHED' | 'MOVED';
  /** Months that were published or changed. */
  readonly published: readonly string[];
  /** Months that were found as they had been published. */
  readonly unchanged: readonly string[];
}

/** `mayGoOn` is asked before each page of cases, which takes a second at most. */
export type PublishOpenData = (
  jurisdictionId: JurisdictionId,
  mayGoOn: () => boolean,
) => Promise<PublishedOpenData>;

export interface PublishOpenDataPorts {
  readonly counted: CountedCases;
  readonly index: OpenDataIndex;
  readonly work: OpenDataWork;
  readonly files: OpenDataFiles;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly terms: OpenTerms;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** Cases of a page: ten BatchGetItems. */
const PAGE = 1_000;

/**
 * Publishes each month that has settled, the oldest first, and once more what has changed since. A month is added up from what its cases count for
 * in the figures: neither a case nor a word of it is read. The index is written last, so that it names nothing that is not whole.
 */
export const createPublishOpenData =
  (ports: PublishOpenDataPorts): PublishOpenData =>
  async (jurisdictionId, mayGoOn) => {
    const published: string[] = [];
    const unchanged: string[] = [];
    const withoutCases = new Set<string>();
    const told = (outcome: PublishedOpenData['outcome']) => ({ outcome, published, unchanged });
    for (;;) {
      const held = await ports.index.find(jurisdictionId);
      const work = await nextWork(jurisdictionId, held, { ...ports, withoutCases });
      if (work === undefined) return told('DONE');
      const read = await readMonth(jurisdictionId, work, { ...ports, mayGoOn });
      if (read === undefined) return told('UNFINISHED');
      const issue = await issued(jurisdictionId, { work, tally: read, held }, ports);
      const saved = await ports.index.save(jurisdictionId, {
        index: withIssue(held.index, issue),
        tag: held.tag,
      });
      await ports.work.save(jurisdictionId, null);
      if (!saved.ok) return told('MOVED');
      (issue.modifiedAt === issue.checkedAt ? published : unchanged).push(issue.month);
    }
  };

interface Looking extends PublishOpenDataPorts {
  /** Months that were found to have none in this run. */
  readonly withoutCases: Set<string>;
}

/** What was begun, the next month that has any case, or one that must be looked at again. */
async function nextWork(
  jurisdictionId: JurisdictionId,
  { index }: HeldOpenIndex,
  { withoutCases, ...ports }: Looking,
): Promise<OpenWork | undefined> {
  const begun = await ports.work.find(jurisdictionId);
  if (begun !== undefined) return begun;
  const { localDay } = ports.context;
  const asOf = ports.clock.now().toISOString();
  const today = localDay(asOf);
  const first = coveredDays(ports.jurisdiction.calendarData.coveredYears).from.slice(0, 7);
  const begin = (month: string): OpenWork => {
    const tally = new MonthTally(openMonth(month, ports.jurisdiction)).kept;
    return { month, asOf, after: null, tally };
  };
  for (const month of unpublishedMonths(index, { first, today })) {
    if (withoutCases.has(month)) continue;
    const { cases } = await ports.counted.list({ jurisdictionId, months: [month], limit: 1 });
    if (cases.length > 0) return begin(month);
    withoutCases.add(month);
  }
  const revised = monthToRevise(index, { today, localDay });
  return revised === undefined ? undefined : begin(revised);
}

const openMonth = (month: string, jurisdiction: Jurisdiction): OpenMonth => ({
  period: daysOfMonth(month),
  level: areaLevelOf(daysOfMonth(month), jurisdiction),
  units: jurisdiction,
});

interface Reading extends PublishOpenDataPorts {
  readonly mayGoOn: () => boolean;
}

/** Undefined when the time was up: the place is kept. */
async function readMonth(
  jurisdictionId: JurisdictionId,
  { month, asOf, after: start, tally: kept }: OpenWork,
  { counted, work, jurisdiction, mayGoOn }: Reading,
): Promise<MonthTally | undefined> {
  const tally = new MonthTally(openMonth(month, jurisdiction), kept);
  let after = start ?? undefined;
  do {
    if (!mayGoOn()) {
      await work.save(jurisdictionId, { month, asOf, after: after ?? null, tally: tally.kept });
      return undefined;
    }
    const page = await counted.list({ jurisdictionId, months: [month], after, limit: PAGE });
    for (const { contributions } of page.cases) tally.add(contributions);
    after = page.next;
  } while (after !== undefined);
  return tally;
}

interface ReadMonth {
  readonly work: OpenWork;
  readonly tally: MonthTally;
  readonly held: HeldOpenIndex;
}

/** Writes the files, unless they would tell what those tell that are there. */
async function issued(
  jurisdictionId: JurisdictionId,
  { work: { month, asOf }, tally, held }: ReadMonth,
  { files, clock, digest, terms, jurisdiction }: PublishOpenDataPorts,
): Promise<OpenIssue> {
  const told = toldCohorts(tally);
  const names = openNames(month, jurisdiction);
  const tables = [
    figuresTable(month, figureRows(told), names),
    casesTable(month, openCases(tally.groups, told), names),
  ];
  const checkedAt = clock.now().toISOString();
  const fingerprint = digest(canonicalJson(tables));
  const before = held.index.issues.find((issue) => issue.month === month);
  if (before?.fingerprint === fingerprint) return { ...before, checkedAt };
  const modifiedAt = checkedAt;
  const { timeZone } = jurisdiction.calendarData;
  const about = { month, timeZone, asOf, modified: modifiedAt, terms };
  const written: OpenFile[] = [];
  for (const table of tables)
    for (const format of OPEN_FORMATS) {
      const ref = { month, modifiedAt, dataset: table.dataset, format };
      const stretches = openText(table, format, about);
      const { bytes, sha256 } = await files.write(jurisdictionId, ref, stretches);
      written.push({ dataset: table.dataset, format, rows: table.rows, bytes, sha256 });
    }
  const issuedAt = before?.issuedAt ?? modifiedAt;
  return { month, issuedAt, modifiedAt, checkedAt, fingerprint, files: written };
}
