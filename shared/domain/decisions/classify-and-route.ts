import type { Case, Instant } from '../case.ts';
import type { EventBody } from '../case-events.ts';
import type { Commands } from '../commands.ts';
import type { DepartmentCode } from '../department.ts';
import { err, ok, type Result } from '../result.ts';
import { proposeRoute } from '../routing.ts';
import type { Service } from '../service-catalog.ts';
import { handOffDueAt } from '../sla.ts';
import { isActive } from '../department.ts';
import { tellAtFor } from '../escalation.ts';
import { isDisputed, isWithArbiter, mayArbitrate } from '../returns.ts';
import { routingFacts } from '../routing-facts.ts';
import type { RuleCode } from '../routing-names.ts';
import type { Context, DecisionError } from './context.ts';
import { deadline, instant, partsFor } from './deadlines.ts';
import { checkClassification } from './log-case.ts';

type Decided = Result<EventBody, DecisionError>;

/** Members that are left out stay as they are; a place may be taken back with null. */
export function decideClassify(
  current: Case,
  command: Commands['classify'],
  { jurisdiction }: Context,
): Decided {
  const serviceCode = command.serviceCode ?? current.serviceCode;
  const areaCode = command.areaCode === undefined ? current.areaCode : command.areaCode;
  // A new service brings its class with it; the old class must not refuse it.
  const given = command.class ?? (command.serviceCode === undefined ? current.class : null);
  const asked = { class: given, serviceCode, areaCode };
  const checked = checkClassification(asked, jurisdiction, current.serviceCode);
  if (!checked.ok) return checked;
  return ok({
    type: 'CaseClassified',
    class: checked.value.class,
    serviceCode,
    areaCode,
    priority: command.priority ?? priorityAfter(current, checked.value),
    summary: command.summary === undefined ? current.summary : command.summary,
  });
}

/** Once only: figures of accuracy rest on what was said first. */
export const decidePropose = ({ proposed }: Case, command: Commands['propose']): Decided =>
  proposed === null ? ok({ type: 'CaseProposed', ...command }) : err({ code: 'ALREADY_PROPOSED' });

/** An urgent service makes its case urgent when it is chosen; only a person lowers it again. */
const priorityAfter = (
  { serviceCode, priority }: Case,
  { service }: { readonly service: Service | undefined },
): Case['priority'] =>
  service?.urgent === true && service.code !== serviceCode ? 'urgent' : priority;

export function decideRoute(current: Case, command: Commands['route'], context: Context): Decided {
  const { at, by, jurisdiction } = context;
  const service = serviceOf(current, jurisdiction);
  if (service === undefined) return err({ code: 'NOT_CLASSIFIED' });
  const { arbiter } = jurisdiction.sla.returns;
  if (isWithArbiter(current, jurisdiction.sla) && !mayArbitrate(by.role, arbiter)) {
    return err({ code: 'ARBITER_DECIDES', arbiter, returns: current.hops.length });
  }
  const to = chooseDepartments(command, { current, service }, context);
  if (!to.ok) return to;
  const { lead, chosenBy } = to.value;
  const due = deadline({ clock: current, target: service.target, department: lead }, jurisdiction);
  if (!due.ok) return due;
  const parts = partsFor(
    {
      clock: current,
      service,
      departments: to.value.supporting,
      assignedAt: at,
      existing: current.parts.filter(({ department }) => department !== lead),
    },
    jurisdiction,
  );
  if (!parts.ok) return parts;
  return ok({
    type: 'CaseRouted',
    lead,
    answerDueAt: notBeforePromised(due.value, current),
    parts: parts.value,
    ...chosenBy,
    calendarVersion: jurisdiction.calendarVersion,
  });
}

/** A date that a department committed itself to was told to the citizen: the next department inherits it. */
export const notBeforePromised = (due: Instant, { extensions, answerDueAt }: Case): Instant =>
  extensions > 0 && answerDueAt !== null && answerDueAt > due ? answerDueAt : due;

export const decideReturn = (
  current: Case,
  { reason, proposed = null }: Commands['return'],
  { at, jurisdiction }: Context,
): Decided => {
  if (proposed !== null && !jurisdiction.departments.has(proposed)) {
    return err({ code: 'UNKNOWN_DEPARTMENT', department: proposed });
  }
  const hop = { number: current.hops.length + 1, reason, proposed, at, lostMs: 0 };
  const hops = current.lead === null ? [] : [...current.hops, { ...hop, from: current.lead }];
  return ok({
    type: 'CaseReturned',
    ...(isDisputed({ hops }, jurisdiction.sla) && dispute(new Date(at), jurisdiction)),
    reason,
    proposed,
    // The clocks of two machines may differ by more than an automatic return takes.
    lostMs: Math.max(0, Date.parse(at) - Date.parse(current.routedAt ?? at)),
    // The desk gets its five minutes again; the citizen's own clock goes on.
    handOffDueAt: instant(handOffDueAt(jurisdiction.sla, new Date(at))),
  });
};

export const serviceOf = (
  { serviceCode }: Pick<Case, 'serviceCode'>,
  { services }: Context['jurisdiction'],
): Service | undefined => (serviceCode === null ? undefined : services.get(serviceCode));

/** The arbiter is told like of an alarm: in working hours, and of nothing that is not theirs. */
const dispute = (at: Date, jurisdiction: Context['jurisdiction']) => {
  const { arbiter: tell } = jurisdiction.sla.returns;
  return { tell, tellAt: instant(tellAtFor({ tell, department: null }, at, jurisdiction)) };
};

interface Departments {
  readonly lead: DepartmentCode;
  readonly supporting: readonly DepartmentCode[];
  readonly chosenBy: { readonly rule?: RuleCode; readonly named?: true };
}

function chooseDepartments(
  { lead, supporting, districtCode }: Commands['route'],
  { current, service }: { current: Case; service: Service },
  { jurisdiction, words }: Context,
): Result<Departments, DecisionError> {
  if (lead !== undefined) {
    const chosenBy = { named: true } as const;
    return checkDepartments({ lead, supporting: supporting ?? [], chosenBy }, jurisdiction);
  }
  const told = { words: words ?? null, districtCode };
  const proposal = proposeRoute(routingFacts(current, service, told), jurisdiction);
  if (!proposal.decided || proposal.to === 'desk') {
    return err({ code: 'ROUTE_UNDECIDED', because: proposal.because });
  }
  const { rule } = proposal;
  return checkDepartments(
    {
      lead: proposal.lead,
      supporting: supporting ?? proposal.supporting,
      chosenBy: rule === null ? {} : { rule },
    },
    jurisdiction,
  );
}

function checkDepartments(
  { lead, supporting, chosenBy }: Departments,
  { departments }: Context['jurisdiction'],
): Result<Departments, DecisionError> {
  const unknown = [lead, ...supporting].find((code) => !departments.has(code));
  if (unknown !== undefined) return err({ code: 'UNKNOWN_DEPARTMENT', department: unknown });
  if (supporting.includes(lead)) return err({ code: 'LEAD_ALSO_SUPPORTING', department: lead });
  const inactive = [lead, ...supporting].find((code) => {
    const department = departments.get(code);
    return department !== undefined && !isActive(department);
  });
  if (inactive !== undefined) return err({ code: 'DEPARTMENT_INACTIVE', department: inactive });
  return ok({ lead, supporting: [...new Set(supporting)], chosenBy });
}
