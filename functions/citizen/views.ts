import { latestRound } from '../../shared/domain/case.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { maskPhone } from '../../shared/domain/phone.ts';
import { statusNames } from '../../shared/domain/status-names.ts';
import type { TrackedCase } from '../../shared/usecases/track-case.ts';

/** State and answer: nothing about a person. */
export function statusView(tracked: TrackedCase, { services, departments }: Jurisdiction) {
  const { case: current, incident, question } = tracked;
  const { trackingCode, receivedAt } = current;
  const { status, serviceCode, lead, answerDueAt, extensions, committedAt } = incident;
  return {
    trackingCode,
    // What a duplicate waits for is the answer to its incident.
    follows: incident.caseId !== current.caseId,
    status,
    statusName: statusNames[status],
    service: named(serviceCode === null ? undefined : services.get(serviceCode)),
    department: named(lead === null ? undefined : departments.get(lead)),
    receivedAt,
    answerDueAt,
    extensions,
    committedAt,
    question,
    answer: answerView(tracked),
  };
}

/** For the owner, after proof. The phone stays masked: who knows it needs no telling. */
export const detailsView = (tracked: TrackedCase, jurisdiction: Jurisdiction) => {
  const { name, phone, address, description, place } = tracked.personalData;
  return {
    ...statusView(tracked, jurisdiction),
    name,
    phone: phone === null ? null : maskPhone(phone),
    address,
    description,
    place,
  };
};

function answerView({ incident, answer, judgeBefore }: TrackedCase) {
  const round = latestRound(incident);
  return round === undefined
    ? null
    : {
        round: round.number,
        at: round.answeredAt,
        text: answer ?? '',
        judgement: round.judgement,
        judgeBefore,
      };
}

const named = (row: { readonly name: string; readonly nameEn: string } | undefined) =>
  row === undefined ? null : { name: row.name, nameEn: row.nameEn };
