import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { aService } from '../../test/support/routing-facts.ts';
import { CHANNELS } from './channel.ts';
import {
  type IntakeFacts,
  intakeRetrySeconds,
  isForIntake,
  readIntakeMessage,
  waitsBecause,
} from './intake.ts';
import { IntakeFile, type IntakeRules } from './intake-file.ts';
import { CAREFUL_INTAKE, intakeRules } from './intake-rules.ts';
import type { RouteProposal } from './routing.ts';

const toThuanAn = {
  decided: true,
  to: 'departments',
  lead: jurisdiction.departments.keys().next().value!,
  supporting: [],
  because: 'DISTRICT_OF_PLACE',
  rule: null,
} as const satisfies RouteProposal;
const undecided = { decided: false, because: 'PLACE_MISSING', rule: null } as const;
const atDesk = { decided: true, to: 'desk', because: 'HOTLINE_ANSWERS', rule: null } as const;

const sure = (
  service: number,
  ofClass = 0.99,
  askPerson = false,
): IntakeFacts['classification'] => ({
  classes: [{ code: 'field_report', probability: ofClass }],
  services: [{ code: aService().code, probability: service }],
  askPerson,
});

/** A message that routes itself: a hole in a road, told a moment ago, at a place that is known. */
const clear: IntakeFacts = {
  receivedAt: '2020-03-05T02:00:00.000Z',
  now: new Date('2020-03-05T02:00:02.000Z'),
  words: 'Mặt đường trước chợ Lái Thiêu có ổ gà lớn, xe chạy không được',
  classification: sure(0.95),
  isSeconded: false,
  service: aService(),
  priority: 'normal',
  isPlaceCertain: true,
  placeDecides: true,
  route: toThuanAn,
  duplicateScore: 0.5,
};
const unsure = sure(0.5, 0.99, true);
const rules = jurisdiction.intake;
const why = (facts: Partial<IntakeFacts>, differing: Partial<IntakeRules> = {}) =>
  waitsBecause({ ...clear, ...facts }, { ...rules, ...differing });

describe('a message', () => {
  it('routes itself when nothing speaks against it', () => expect(why({})).toBeNull());

  it.each<[string, Partial<IntakeFacts>, string | null, Partial<IntakeRules>?]>([
    ['came long ago', { now: new Date('2020-03-05T02:04:01.000Z') }, 'TOO_LATE'],
    ['came four minutes ago', { now: new Date('2020-03-05T02:04:00.000Z') }, null],
    ['tells of danger', { words: 'Ổ gà làm hai người BỊ THƯƠNG' }, 'DANGER'],
    ['tells of danger without marks', { words: 'xe te, co nguoi bi thuong' }, 'DANGER'],
    ['asks for a person', { words: 'Cho tôi gặp nhân viên về cái ổ gà' }, 'ASKS_FOR_PERSON'],
    ['is not sure of its service', { classification: sure(0.84) }, 'NOT_SURE'],
    ['is not sure of its class', { classification: sure(0.95, 0.94) }, 'NOT_SURE'],
    ['the classifier would ask about', { classification: sure(0.95, 0.99, true) }, 'NOT_SURE'],
    ['nothing is known of', { classification: { ...unsure, services: [] } }, 'NOT_SURE'],
    [
      'a second opinion agrees about, where that is only shown',
      { classification: unsure, isSeconded: true },
      'NOT_SURE',
    ],
    [
      'a second opinion agrees about, where that counts',
      { classification: unsure, isSeconded: true },
      null,
      { secondOpinionRoutes: true },
    ],
    ['is of a class that people keep', { service: aService({}, 'info-policy') }, 'CLASS_KEPT'],
    ['is of an urgent service', { service: aService({}, 'power-outage') }, 'URGENT'],
    ['was marked urgent', { priority: 'urgent' }, 'URGENT'],
    [
      'is of a service that people keep',
      { service: aService({}, 'official-conduct') },
      'SERVICE_KEPT',
    ],
    [
      'names no place, as a report must',
      { isPlaceCertain: false, placeDecides: false },
      'PLACE_NOT_CERTAIN',
    ],
    [
      'names no place and needs none',
      { isPlaceCertain: false, placeDecides: false, service: aService({}, 'proc-land') },
      null,
    ],
    [
      'names no place on which its departments depend',
      { isPlaceCertain: false, service: aService({}, 'proc-land') },
      'PLACE_NOT_CERTAIN',
    ],
    ['no department is known for', { route: undecided }, 'NO_DEPARTMENT'],
    ['the desk answers', { route: atDesk }, 'NO_DEPARTMENT'],
    ['is much like an open case', { duplicateScore: 0.8 }, 'POSSIBLE_DUPLICATE'],
  ])('that %s: %o', (...[, facts, reason, differing]) =>
    expect(why(facts, differing)).toBe(reason),
  );

  it('is left to a person for the first reason that holds', () =>
    expect(why({ words: 'bị thương, cho gặp nhân viên', classification: unsure })).toBe('DANGER'));
});

describe('a case that was logged', () => {
  it.each(CHANNELS)(
    'is the machine’s to look at when it came by %s and that is named',
    (channel) => {
      const named = ['web', 'app', 'zalo', 'sms', 'email', 'open311'].includes(channel);
      expect(isForIntake({ channel, isDrafted: false }, rules)).toBe(named);
      expect(isForIntake({ channel, isDrafted: true }, rules)).toBe(false);
      expect(isForIntake({ channel, isDrafted: false }, { channels: [] })).toBe(false);
    },
  );
});

describe('the rules of a jurisdiction', () => {
  it('are careful where it says nothing', () =>
    expect(intakeRules(IntakeFile.parse({ note: 'n', channels: ['web'] }))).toEqual({
      ...CAREFUL_INTAKE,
      channels: ['web'],
    }));

  it.each([
    ['without channels', {}],
    ['that let calls route themselves', { channels: ['phone'] }],
    ['that let visits route themselves', { channels: ['walk_in'] }],
    ['that are sure of nothing', { channels: [], leastCertainty: { class: 0, service: 0 } }],
    ['with a danger of one word', { channels: [], danger: ['nổ'] }],
    ['that know no limit of time', { channels: [], withinMinutes: 0 }],
    ['with something unknown', { channels: [], always: true }],
  ])('%s are refused', (_what, file) => expect(IntakeFile.safeParse(file).success).toBe(false));
});

describe('a message in the queue', () => {
  it('is tried again before its case is at risk, five times in all', () => {
    const waits = [1, 2, 3, 4].map(intakeRetrySeconds);
    expect(waits).toEqual([5, 10, 20, 40]);
  });

  it.each(['', '{}', 'null', '{"jurisdictionId":"binh-duong","caseId":"x","version":1}'])(
    '%j is none of ours',
    (text) => expect(readIntakeMessage(text)).toBeUndefined(),
  );
});
