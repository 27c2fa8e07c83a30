import { describe, expect, it } from 'vitest';
import { aCase, anActor } from '../../../test/support/case-builder.ts';
import { SYSTEM } from '../actor.ts';
import type { Case } from '../case.ts';
import type { CaseEvent } from '../case-events.ts';
import { ServiceCode } from '../service-catalog.ts';
import { labelOf } from './example-of.ts';

const lan = { ...anActor('agent'), id: 'lan' };
const minh = { ...anActor('agent'), id: 'minh' };
type Told = Pick<CaseEvent, 'by' | 'body'>;

const code = (service: string) => ServiceCode.parse(service);
const said = (type: 'CaseLogged' | 'CaseClassified', service: string | null, by = lan): Told =>
  ({ by, body: { type, serviceCode: service } }) as unknown as Told;
const returned = (reason = 'wrong_department'): Told =>
  ({ by: anActor('officer'), body: { type: 'CaseReturned', reason } }) as unknown as Told;

const answered = [
  {
    number: 1,
    answeredAt: '2020-03-01T00:00:00.000Z',
    answeredBy: null,
    judgement: null,
    judgedAt: null,
  },
] as Case['rounds'];
const proposed = (service: string | null) =>
  ({ model: 'm1', service, area: null, lead: null, rule: null, sure: true }) as Case['proposed'];
const settled = (differing: Partial<Case> = {}) =>
  aCase({ status: 'answered', serviceCode: code('noise'), rounds: answered, ...differing });

describe('the label of a case', () => {
  it.each([
    ['confirmed', 'noise', [said('CaseLogged', 'noise')]],
    ['confirmed', null, [said('CaseLogged', 'noise')]],
    ['corrected', 'manhole', [said('CaseLogged', 'noise')]],
    ['corrected', 'manhole', [said('CaseLogged', 'manhole'), said('CaseClassified', 'noise')]],
    [
      'returned',
      'manhole',
      [said('CaseLogged', 'manhole'), returned(), said('CaseClassified', 'noise')],
    ],
    ['confirmed', 'noise', [said('CaseLogged', 'noise'), returned()]],
    [
      'corrected',
      'manhole',
      [said('CaseLogged', 'manhole'), returned('out_of_scope'), said('CaseClassified', 'noise')],
    ],
  ] as const)('is %s where %j was proposed and people did so', (...[kind, service, events]) => {
    const current = settled({ proposed: service === null ? null : proposed(service) });
    expect(labelOf(current, events)).toEqual({ service: 'noise', kind, by: 'lan' });
  });

  it('names who gave it that service last, not who touched it later', () => {
    const events = [
      said('CaseLogged', 'manhole', lan),
      said('CaseClassified', 'noise', minh),
      said('CaseClassified', 'noise', lan),
    ];
    expect(labelOf(settled(), events)?.by).toBe('minh');
  });

  it.each([
    ['was not answered', { rounds: [] }],
    ['has no service', { serviceCode: null }],
    ['was merged', { mergedInto: settled().caseId }],
    ['was rejected', { closeReason: 'rejected' }],
  ] as const)('is not given where it %s', (_, differing) => {
    const events = [said('CaseLogged', 'noise')];
    expect(labelOf(settled(differing as Partial<Case>), events)).toBeUndefined();
  });

  it('is not given where only the machine said it', () => {
    expect(
      labelOf(settled(), [said('CaseLogged', null), said('CaseClassified', 'noise', SYSTEM)]),
    ).toBe(undefined);
  });
});
