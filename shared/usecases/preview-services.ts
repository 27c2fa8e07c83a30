import type { Instant, JurisdictionId } from '../domain/case.ts';
import { type Clock as CaseClock, deadline } from '../domain/decisions/deadlines.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { ListProblem } from '../domain/published-list.ts';
import {
  DISTRICT_LEAD,
  HOTLINE_LEAD,
  type Service,
  type ServiceCode,
} from '../domain/service-catalog.ts';
import type { Target } from '../domain/sla-target.ts';
import type { JurisdictionNow } from '../ports/jurisdictions.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistOwner, WorklistRow, Worklists } from '../ports/worklists.ts';
import { readListWorld, serviceList } from './list-kinds.ts';
import { openCases } from './open-cases.ts';
import type { RulesPorts } from './publish-rules.ts';

export interface ServicesPreview {
  /** Number of the list that it was compared with. */
  readonly basedOn: number;
  readonly problems: readonly ListProblem[];
  /** Services whose time to answer would be another. */
  readonly targets: readonly TargetEffect[];
}

export interface TargetEffect {
  readonly service: ServiceCode;
  /** When an answer would be due if a case came in now, as it is and as it would be; null where no calendar reaches so far. */
  readonly dueNow: Instant | null;
  readonly dueThen: Instant | null;
  /** Cases that departments work on now: they keep their deadlines, and so many would have another one. */
  readonly openCases: number;
  readonly otherDue: number;
}

export type PreviewServices = (
  jurisdictionId: JurisdictionId,
  services: readonly Service[],
) => Promise<ServicesPreview>;

export interface PreviewServicesPorts extends RulesPorts {
  readonly worklists: Worklists;
  readonly clock: Clock;
  /** With the calendar of now. */
  readonly jurisdictionNow: JurisdictionNow;
}

/** What is wrong with services, and what another time to answer would mean for cases like those that are open. Changes nothing. */
export const createPreviewServices =
  (ports: PreviewServicesPorts): PreviewServices =>
  async (jurisdictionId, services) => {
    const kind = serviceList(ports);
    const world = await readListWorld(jurisdictionId, ports);
    const held = kind.heldIn(world.now);
    const problems = kind.problems({ before: held.rows, next: services }, world);
    const changed = changedTargets(held.rows, services);
    const targets = changed.length === 0 ? [] : await effects(jurisdictionId, changed, ports);
    return { basedOn: held.number, problems, targets };
  };

interface ChangedTarget {
  readonly service: Service;
  readonly before: Target;
}

function changedTargets(before: readonly Service[], next: readonly Service[]): ChangedTarget[] {
  return next.flatMap((service) => {
    const was = before.find(({ code }) => code === service.code)?.target;
    const isSame = was?.amount === service.target.amount && was.unit === service.target.unit;
    return was === undefined || isSame ? [] : [{ service, before: was }];
  });
}

interface OwnedRow {
  readonly owner: WorklistOwner;
  readonly row: WorklistRow;
}

async function effects(
  jurisdictionId: JurisdictionId,
  changed: readonly ChangedTarget[],
  { worklists, clock, jurisdictionNow }: PreviewServicesPorts,
): Promise<TargetEffect[]> {
  const jurisdiction = await jurisdictionNow();
  const rows: OwnedRow[] = [];
  for await (const page of openCases({ jurisdictionId, jurisdiction }, worklists)) {
    // The desk's have no deadline yet, or keep the one that they were returned with.
    if (page.owner === 'desk') continue;
    const { owner } = page;
    rows.push(...page.rows.filter(({ as }) => as === 'lead').map((row) => ({ owner, row })));
  }
  const now = { clockStartedAt: clock.now().toISOString(), waiting: [] };
  return changed.map(({ service, before }) => {
    const own = rows.filter(({ row }) => row.serviceCode === service.code);
    const department = leadOf(service);
    return {
      service: service.code,
      dueNow: dueAfter(before, { clock: now, department }, jurisdiction),
      dueThen: dueAfter(service.target, { clock: now, department }, jurisdiction),
      openCases: own.length,
      otherDue: own.filter((one) => hasOtherDue(one, { service, before }, jurisdiction)).length,
    };
  });
}

/** Whose hours a service is counted in; the province's where the place decides. */
const leadOf = ({ lead }: Service): DepartmentCode | null =>
  lead === DISTRICT_LEAD || lead === HOTLINE_LEAD ? null : lead;

/** Counted from the same clock by both: what the case itself is due at may have been extended. */
function hasOtherDue(
  { owner, row }: OwnedRow,
  { service, before }: ChangedTarget,
  jurisdiction: Jurisdiction,
): boolean {
  const department = owner === 'desk' ? null : owner;
  const asked = { clock: row, department };
  return dueAfter(before, asked, jurisdiction) !== dueAfter(service.target, asked, jurisdiction);
}

function dueAfter(
  target: Target,
  asked: { readonly clock: CaseClock; readonly department: DepartmentCode | null },
  jurisdiction: Jurisdiction,
): Instant | null {
  const due = deadline({ ...asked, target }, jurisdiction);
  return due.ok ? due.value : null;
}
