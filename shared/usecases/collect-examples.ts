import type { AreaCode } from '../domain/area.ts';
import type { CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { advanced, type CollectingProgress, nextStretch } from '../domain/learning/collecting.ts';
import type { Example } from '../domain/learning/example.ts';
import { labelOf } from '../domain/learning/example-of.ts';
import { exampleText } from '../domain/learning/example-text.ts';
import type { CasePlaces, PlacedCase } from '../ports/case-places.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { ExampleStore } from '../ports/example-store.ts';
import type { CaseKeys, Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import { openPersonalData } from './read-case.ts';

/** Cases of one run: two reads and a request to KMS each, a few minutes in all. What is left waits for the next night. */
export const CASES_MOST = 2_000;
const PAGE = 100;
/** Cases worked on at a time. */
const AT_A_TIME = 8;
/** So many failures are no fault of a case: the run then leaves everything as it was. */
const OUTAGE = 10;
const DAY_MS = 86_400_000;

/** After so many days nearly every case has been answered; what is still open then is not learned from. */
export const SETTLE_DAYS = 28;

export interface Collected {
  /** Undefined when no time has settled since the last run. */
  readonly progress: CollectingProgress | undefined;
  readonly looked: number;
  readonly found: number;
  /** Cases that could not be opened. */
  readonly failed: readonly CaseId[];
}

/** `mayGoOn` is asked before each page. */
export type CollectExamples = (
  jurisdictionId: JurisdictionId,
  mayGoOn: () => boolean,
) => Promise<Collected>;

export interface CollectExamplesPorts {
  readonly cases: Pick<CaseRepository, 'dossier'>;
  readonly places: Pick<CasePlaces, 'received'>;
  readonly keys: Pick<CaseKeys, 'open'>;
  readonly examples: Omit<ExampleStore, 'batches'>;
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'areas'>;
  /** After so many days an example is forgotten, so cases from before are not looked at. */
  readonly retentionDays: number;
  /** An example must not name its case, not even to somebody who knows all of them. */
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
}

/**
 * Gathers what people decided of cases that have settled, place by place, and keeps its place. The words are opened here
 * and nowhere else in learning, and only what is left without personal data goes on. Runs late, twice or in parallel
 * without harm: an example that is found twice counts once.
 */
export const createCollectExamples =
  (ports: CollectExamplesPorts): CollectExamples =>
  async (jurisdictionId, mayGoOn) => {
    const collectedAt = ports.clock.now().toISOString();
    const before = await ports.examples.progress(jurisdictionId);
    const start = nextStretch(before, settledTime(ports));
    if (start === undefined) return { progress: undefined, looked: 0, found: 0, failed: [] };
    const gathered = await gather({ jurisdictionId, start, mayGoOn }, ports);
    const { examples, failed } = gathered;
    if (failed.length >= OUTAGE) throw new Error(`${failed.length} cases could not be opened`);
    if (examples.length > 0) {
      await ports.examples.keepBatch(jurisdictionId, { collectedAt, examples: [...examples] });
    }
    // Last: a run that ends before it finds the same again.
    await ports.examples.keepProgress(jurisdictionId, gathered.progress);
    return { ...gathered, found: examples.length, failed };
  };

function settledTime({ clock, retentionDays }: CollectExamplesPorts) {
  const daysAgo = (days: number): Instant =>
    new Date(clock.now().getTime() - days * DAY_MS).toISOString();
  return { since: daysAgo(retentionDays), until: daysAgo(SETTLE_DAYS) };
}

interface Stretch {
  readonly jurisdictionId: JurisdictionId;
  readonly start: CollectingProgress;
  readonly mayGoOn: () => boolean;
}

interface Gathered {
  readonly progress: CollectingProgress;
  readonly looked: number;
  readonly examples: readonly Example[];
  readonly failed: readonly CaseId[];
}

async function gather(
  { jurisdictionId, start, mayGoOn }: Stretch,
  ports: CollectExamplesPorts,
): Promise<Gathered> {
  const places: readonly AreaCode[] = [...ports.jurisdiction.areas.keys()];
  let progress = start;
  let looked = 0;
  const examples: Example[] = [];
  const failed: CaseId[] = [];
  while (!progress.isFinished && looked < CASES_MOST && failed.length < OUTAGE && mayGoOn()) {
    const { place: areaCode, from, until, after } = progress;
    const question = { jurisdictionId, areaCode, from, until, limit: PAGE };
    const page = await ports.places.received({ ...question, after: after ?? undefined });
    for (const one of await examplesOf({ jurisdictionId, cases: page.cases }, ports)) {
      if ('failed' in one) failed.push(one.failed);
      else examples.push(one);
    }
    looked += page.cases.length;
    progress = advanced(progress, page.next, places);
  }
  return { progress, looked, examples, failed };
}

type Tried = Example | { readonly failed: CaseId };

async function examplesOf(
  {
    jurisdictionId,
    cases,
  }: { readonly jurisdictionId: JurisdictionId; readonly cases: readonly PlacedCase[] },
  ports: CollectExamplesPorts,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (let at = 0; at < cases.length; at += AT_A_TIME) {
    const slice = cases.slice(at, at + AT_A_TIME).map(async ({ caseId }) => {
      try {
        return await exampleOf({ jurisdictionId, caseId }, ports);
      } catch {
        // What went wrong may quote what is sealed; the id is enough to look into it.
        return { failed: caseId };
      }
    });
    tried.push(...(await Promise.all(slice)).filter((one) => one !== undefined));
  }
  return tried;
}

/** Undefined for a case that says nothing. Its words are opened only where people gave it a label. */
async function exampleOf(
  { jurisdictionId, caseId }: { readonly jurisdictionId: JurisdictionId; readonly caseId: CaseId },
  { cases, keys, fingerprints }: CollectExamplesPorts,
): Promise<Example | undefined> {
  const dossier = await cases.dossier(jurisdictionId, caseId);
  const label =
    dossier &&
    labelOf(
      dossier.case,
      dossier.events.map(({ event }) => event),
    );
  if (dossier === undefined || label === undefined) return undefined;
  const text = exampleText(await openPersonalData(dossier, keys));
  if (text === undefined) return undefined;
  return { key: await fingerprints.sign('example', caseId), text, ...label };
}
