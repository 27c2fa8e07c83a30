import { expect } from 'vitest';
import * as z from 'zod';
import type { Answer, Call } from '../../local/client/session.ts';

type Caller = (call: Call) => Promise<Answer>;

const Changed = z.looseObject({
  case: z.looseObject({
    caseId: z.string(),
    trackingCode: z.string(),
    version: z.number(),
    status: z.string(),
    lead: z.string().nullable(),
  }),
  allowedActions: z.array(z.string()),
});
export type ChangedCase = z.infer<typeof Changed>['case'];

let keys = 0;

/** The body of a call as an agent types it; a pothole in Lái Thiêu, Thuận An unless told otherwise. */
export const aCall = (differing: Readonly<Record<string, unknown>> = {}) => ({
  channel: 'phone',
  description: 'Mặt đường trước chợ có ổ gà lớn, xe máy dễ ngã.',
  caller: { name: 'Nguyễn Thị Hoa', phone: '0912 345 678' },
  place: 'trước chợ Lái Thiêu',
  serviceCode: 'road-damage',
  areaCode: '25966',
  ...differing,
});

/** Drives one case through the API, keeping its ETag as a client does. */
export const people = (call: Caller) => {
  const change = async (
    seat: 'desk' | 'department',
    as: string,
    { current, action, body = {} }: { current: ChangedCase; action: string; body?: object },
  ) => {
    const { caseId, version } = current;
    const path = `/v1/${seat}/cases/${caseId}/${action}`;
    const answer = await call({ method: 'POST', path, as, body, ifMatch: version });
    expect(answer.body, `${action} by ${as}`).toMatchObject({ case: { caseId } });
    return Changed.parse(answer.body).case;
  };
  return {
    log: async (body: object = aCall(), as = 'lan') => {
      const answer = await call({
        method: 'POST',
        path: '/v1/desk/cases',
        as,
        body,
        idempotencyKey: `test-key-${(keys += 1)}`,
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return Changed.parse(answer.body).case;
    },
    desk: (current: ChangedCase, action: string, body?: object) =>
      change('desk', 'lan', { current, action, ...(body && { body }) }),
    department: (as: string, current: ChangedCase, ...[action, body]: [string, object?]) =>
      change('department', as, { current, action, ...(body && { body }) }),
  };
};
