import { Case } from '../../shared/domain/case.ts';
import { caseIdNumber } from './random-cases.ts';

/** A case answered by nobody yet, received by phone; a test says only what matters to it. Parsed: no test invents an impossible row. */
export const aCase = (differing: Readonly<Record<string, unknown>> = {}): Case =>
  Case.parse({
    jurisdictionId: 'binh-duong',
    caseId: caseIdNumber(0),
    trackingCode: 'T0',
    version: 1,
    status: 'received',
    statusBeforeWaiting: null,
    class: null,
    serviceCode: null,
    areaCode: null,
    channel: 'phone',
    priority: 'normal',
    summary: null,
    receivedAt: '2020-03-05T02:00:00.000Z',
    clockStartedAt: differing['receivedAt'] ?? '2020-03-05T02:00:00.000Z',
    handOffDueAt: '2020-03-05T02:05:00.000Z',
    forwardedAt: null,
    routedAt: null,
    answerDueAt: null,
    lead: null,
    parts: [],
    waiting: [],
    rounds: [],
    hops: [],
    extensions: 0,
    escalationLevel: 0,
    closeReason: null,
    closedAt: null,
    mergedInto: null,
    ...differing,
  });

/** An answer of a department and what the citizen said of it. */
export const aRound = (
  answeredAt: string,
  judgement: 'satisfied' | 'acceptable' | 'unsatisfied' | null,
  number = 1,
) => ({
  number,
  answeredAt,
  answeredBy: 'SGTVT',
  judgement,
  judgedAt: judgement === null ? null : answeredAt,
});
