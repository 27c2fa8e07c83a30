import { describe, expect, it } from 'vitest';
import { type Case } from '../shared/domain/case.ts';
import { EventBody } from '../shared/domain/case-events.ts';
import { aCase } from '../test/support/case-builder.ts';
import { anEvent, department } from '../test/support/delivery-builder.ts';
import { CaseEventV1, caseEventV1 } from './case-event-v1.ts';

const current: Case = aCase({
  version: 3,
  status: 'in_progress',
  class: 'field_report',
  serviceCode: 'road-damage',
  areaCode: '718',
  summary: 'Ông Bình, 0912 345 678, gọi lại',
  lead: 'TDM',
  answerDueAt: '2020-03-12T02:00:00.000Z',
  parts: [
    {
      department: 'SGTVT',
      status: 'open',
      dueAt: '2020-03-10T02:00:00.000Z',
      assignedAt: '2020-03-05T02:03:00.000Z',
      answeredAt: null,
    },
  ],
});
const to = (code: string, now: Case | null = current) =>
  caseEventV1({ department: department(code), event: anEvent(), current: now });

describe('what a department receives', () => {
  it('is the event, the case as it is, and where to read the rest', () => {
    expect(to('TDM')).toEqual({
      schema: 'case-event/v1',
      type: 'CaseRouted',
      timestamp: '2020-03-05T02:03:00.000Z',
      data: {
        department: 'TDM',
        caseId: current.caseId,
        version: 2,
        status: 'routed',
        case: {
          version: 3,
          trackingCode: 'T0',
          status: 'in_progress',
          class: 'field_report',
          serviceCode: 'road-damage',
          areaCode: '718',
          priority: 'normal',
          receivedAt: '2020-03-05T02:00:00.000Z',
          standing: 'lead',
          partStatus: null,
          dueAt: '2020-03-12T02:00:00.000Z',
          answerDueAt: '2020-03-12T02:00:00.000Z',
        },
        link: `/v1/department/cases/${current.caseId}`,
      },
    });
  });

  it('shows a supporting department its own deadline beside the citizen’s', () => {
    expect(to('SGTVT').data.case).toMatchObject({
      standing: 'supporting',
      partStatus: 'open',
      dueAt: '2020-03-10T02:00:00.000Z',
      answerDueAt: '2020-03-12T02:00:00.000Z',
    });
  });

  it('shows nothing of the case to a department that no longer takes part', () => {
    expect(to('SGTVT', null).data.case).toBeNull();
  });

  it('holds nothing that somebody wrote and nobody who acted', () => {
    const text = JSON.stringify(to('TDM'));
    expect(text).not.toContain('Bình');
    expect(text).not.toContain('agent-1');
  });

  it('is what its schema says, and stays far below the 20 KB that receivers are asked to take', () => {
    for (const code of ['TDM', 'SGTVT']) expect(CaseEventV1.parse(to(code))).toEqual(to(code));
    expect(Buffer.byteLength(JSON.stringify(to('TDM')))).toBeLessThan(1_024);
  });

  it('knows every event that there is', () => {
    const types = EventBody.options.map(({ shape }) => shape.type.value);
    expect(CaseEventV1.shape.type.options.toSorted()).toEqual(types.toSorted());
  });
});
