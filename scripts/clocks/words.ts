import type { Actor } from '../../shared/domain/actor.ts';
import { type ClockKind, CloseReason } from '../../shared/domain/case.ts';
import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { Recipient } from '../../shared/domain/ladder.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import type { Target } from '../../shared/domain/sla-target.ts';
import {
  actionNames,
  closeReasonNames,
  type Named,
  roleNames,
} from '../../shared/domain/status-names.ts';
import { problems } from '../../shared/platform/problems.ts';
import type { Alarm, Happening } from '../../test/support/clock-scenarios/play.ts';
import { local } from '../../test/support/clock-scenarios/play.ts';
import type { Deed } from '../../test/support/clock-scenarios/scenario.ts';

export const named = (name: string, nameEn: string): Named => ({ name, nameEn });

export const clockNames: Readonly<Record<ClockKind, Named>> = {
  hand_off: named('Chuyển xử lý', 'Hand-off'),
  answer: named('Trả lời', 'Answer'),
  part: named('Phần phối hợp', 'Part'),
  silence: named('Chờ người dân', 'Silence'),
};

export const recipientNames: Readonly<Record<Recipient, Named>> = {
  ...roleNames,
  province_office: named('Văn phòng UBND tỉnh', 'Province office'),
};

export const targetWords = ({ amount, unit }: Target): Named => {
  const [vi, en] = units[unit];
  return named(`${amount} ${vi}`, `${amount} ${en}${amount === 1 ? '' : 's'}`);
};
const units: Readonly<Record<Target['unit'], readonly [string, string]>> = {
  workingDays: ['ngày làm việc', 'working day'],
  workingHours: ['giờ làm việc', 'working hour'],
  workingMinutes: ['phút làm việc', 'working minute'],
  hours: ['giờ', 'hour'],
};

const WEEKDAYS = [
  ['CN', 'Sun'],
  ['T2', 'Mon'],
  ['T3', 'Tue'],
  ['T4', 'Wed'],
  ['T5', 'Thu'],
  ['T6', 'Fri'],
  ['T7', 'Sat'],
] as const;

/** `T6 (Fri) 06/03/2026 16:50`, of `2026-03-06 16:50`. */
export function dated(when: string): string {
  const [date = '', time = ''] = when.split(' ');
  const [vi, en] = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ['', ''];
  return `${vi} (${en}) ${date.split('-').reverse().join('/')} ${time}`;
}

/** What happened, as a department reads it. */
export function happened(happening: Happening, jurisdiction: Jurisdiction): Named {
  const { deed, alarm, news } = happening;
  const what = alarm === null ? deedWords(deed, jurisdiction) : alarmWords(alarm, happening.at);
  return [what, ...news.map(newsWords)].reduce((all, one) =>
    named(`${all.name}; ${one.name}`, `${all.nameEn}; ${one.nameEn}`),
  );
}

function deedWords(deed: Deed, jurisdiction: Jurisdiction): Named {
  if (deed.do === 'look') return named(`(${deed.on.name})`, `(${deed.on.nameEn})`);
  if (deed.do === 'time') return named('Hệ thống đóng hồ sơ', 'The system closes the case');
  if (deed.do === 'log') {
    const service = jurisdiction.services.get(ServiceCode.parse(deed.serviceCode));
    if (service === undefined) throw new Error(deed.serviceCode);
    return named(`Tiếp nhận cuộc gọi: ${service.name}`, `A call is logged: ${service.nameEn}`);
  }
  const act = actWords(deed, jurisdiction);
  if (deed.refused === null) return act;
  const [vi, en] = refusalOf(deed.refused);
  return named(
    `${act.name}. **Bị từ chối** (\`${deed.refused}\`): ${vi}`,
    `${act.nameEn}. **Refused**: ${en}`,
  );
}

function actWords({ by, action, with: input }: Extract<Deed, { do: 'act' }>, rules: Jurisdiction) {
  const [who, what] = [whoIs(by), actionNames[action]];
  const detail = detailOf(action, input, rules);
  return named(
    `${who.name}: ${what.name}${detail === null ? '' : ` ${detail.name}`}`,
    `${who.nameEn}: ${what.nameEn}${detail === null ? '' : ` ${detail.nameEn}`}`,
  );
}

const whoIs = ({ role, department }: Actor): Named => {
  const { name, nameEn } = roleNames[role];
  return department === null
    ? { name, nameEn }
    : named(`${name} ${department}`, `${nameEn} ${department}`);
};

function detailOf(
  action: CaseAction,
  { lead, supporting, answerDueAt }: Readonly<Record<string, unknown>>,
  { departments }: Jurisdiction,
): Named | null {
  if (typeof answerDueAt === 'string') {
    const to = dated(local(new Date(answerDueAt)));
    return named(`đến ${to}`, `to ${to}`);
  }
  if (action !== 'route') return null;
  const codes = [lead, ...(supporting as readonly unknown[])].map((code) =>
    DepartmentCode.parse(code),
  );
  const all = codes.flatMap((code) => departments.get(code) ?? []);
  return named(
    `đến ${all.map(({ code, name }) => `${code} (${name})`).join(', phối hợp ')}`,
    `to ${all.map(({ code, nameEn }) => `${code} (${nameEn})`).join(', supporting ')}`,
  );
}

/** The sentences that the API answers with. */
function refusalOf(code: string): readonly [string, string] {
  const known = Object.entries(problems).find(([name]) => name === code);
  if (known === undefined) throw new Error(code);
  const [, [, vi, en]] = known;
  return [vi, en];
}

function alarmWords({ kind, level, tell, ...alarm }: Alarm, when: string): Named {
  const clock = clockNames[alarm.clock];
  const of = alarm.department === null ? '' : ` ${alarm.department}`;
  const [tellAt, reachedAt] = [alarm.tellAt, alarm.reachedAt].map((at) => local(new Date(at)));
  const isAtOnce = tellAt === when || tellAt === undefined;
  const isOnTime = reachedAt === when || reachedAt === undefined;
  const what = alarmNames[kind](level);
  const who = recipientNames[tell];
  return named(
    `**${what.name}** (${clock.name}${of})${isOnTime ? '' : `, đến mốc lúc ${dated(reachedAt)}`}: báo ${who.name} ${isAtOnce ? 'ngay' : `từ ${dated(tellAt)}`}`,
    `**${what.nameEn}** (${clock.nameEn}${of})${isOnTime ? '' : `, reached at ${dated(reachedAt)}`}: ${who.nameEn} told ${isAtOnce ? 'at once' : `from ${dated(tellAt)}`}`,
  );
}

const alarmNames: Readonly<Record<Alarm['kind'], (level: number) => Named>> = {
  at_risk: () => named('Sắp đến hạn', 'At risk'),
  missed: (level) => named(`Lỡ hạn, cấp ${level}`, `Missed, level ${level}`),
  escalated: (level) => named(`Quá hạn, lên cấp ${level}`, `Overdue, up to level ${level}`),
  silence: () => named('Người dân chưa bổ sung', 'The citizen is silent'),
};

function newsWords(said: string): Named {
  const [key, ...rest] = said.split(' ');
  const value = rest.join(' ');
  if (key === 'lost') return named(`mất ${value} ở đơn vị trước`, `${value} lost at that hop`);
  if (key === 'extensions') return named(`gia hạn lần ${value}`, `extension number ${value}`);
  if (key === 'committed') return named(`cam kết ${dated(value)}`, `committed ${dated(value)}`);
  return closeReasonNames[CloseReason.parse(value)];
}
