import type { AreaLookup } from '../area-lookup.ts';
import { type Case, latestRound } from '../case.ts';
import type { DepartmentCode } from '../department.ts';
import type { Service, ServiceCode } from '../service-catalog.ts';
import {
  channelNames,
  classNames,
  closeReasonNames,
  judgementNames,
  type Named,
  statusNames,
} from '../status-names.ts';
import { type DueCounter } from '../statistics.ts';
import { dueCounters } from '../statistics-due.ts';
import type { CaseColumn } from './columns.ts';

/** Instants are texts in ISO 8601. Null: the case has none. */
export type CellValue = string | number | null;

export const EXPORT_LANGUAGES = ['vi', 'en'] as const;
export type ExportLanguage = (typeof EXPORT_LANGUAGES)[number];

/** Names of the codes that a case carries. */
export interface Catalogue {
  readonly departments: ReadonlyMap<DepartmentCode, Named>;
  readonly services: ReadonlyMap<ServiceCode, Pick<Service, 'name' | 'nameEn'>>;
  readonly areas: AreaLookup;
}

export interface Reading {
  readonly catalogue: Catalogue;
  readonly language: ExportLanguage;
}

/** What stands in the columns for a case, in the language of the file. */
export const caseCells = (
  current: Case,
  columns: readonly CaseColumn[],
  reading: Reading,
): CellValue[] => columns.map((column) => cells[column](current, reading));

export const inLanguage = (named: Named, language: ExportLanguage): string =>
  language === 'vi' ? named.name : named.nameEn;

/** A code that has left the catalogue is shown as it is: its case must still be told apart. */
const nameOf = <Code extends string>(
  names: ReadonlyMap<Code, Named>,
  code: Code | null,
  { language }: Reading,
): string | null => {
  if (code === null) return null;
  const named = names.get(code);
  return named === undefined ? code : inLanguage(named, language);
};

const said = (named: Named | null | undefined, { language }: Reading): string | null =>
  named == null ? null : inLanguage(named, language);

const dueNames: Readonly<Record<Exclude<DueCounter, 'dueExtended'>, Named>> = {
  dueOnTime: { name: 'Đúng hạn', nameEn: 'On time' },
  dueLate: { name: 'Trễ hạn', nameEn: 'Late' },
  dueOpen: { name: 'Chưa trả lời', nameEn: 'Not answered' },
  dueWaiting: { name: 'Tạm dừng chờ bổ sung', nameEn: 'Paused for the citizen' },
  dueEnded: { name: 'Kết thúc không trả lời', nameEn: 'Ended without an answer' },
};

function deadlineOf(current: Case): Named | null {
  if (current.answerDueAt === null) return null;
  const [state] = dueCounters(current, current.answerDueAt);
  return state === undefined || state === 'dueExtended' ? null : dueNames[state];
}

const priorityNames: Readonly<Record<Case['priority'], Named>> = {
  normal: { name: 'Bình thường', nameEn: 'Normal' },
  urgent: { name: 'Khẩn', nameEn: 'Urgent' },
};

const cells: Readonly<Record<CaseColumn, (current: Case, reading: Reading) => CellValue>> = {
  trackingCode: ({ trackingCode }) => trackingCode,
  summary: ({ summary }) => summary,
  status: ({ status }, reading) => said(statusNames[status], reading),
  class: (current, reading) => said(current.class && classNames[current.class], reading),
  serviceCode: ({ serviceCode }) => serviceCode,
  service: ({ serviceCode }, reading) => nameOf(reading.catalogue.services, serviceCode, reading),
  areaCode: ({ areaCode }) => areaCode,
  area: ({ areaCode }, reading) => nameOf(reading.catalogue.areas, areaCode, reading),
  channel: ({ channel }, reading) => said(channelNames[channel], reading),
  priority: ({ priority }, reading) => said(priorityNames[priority], reading),
  receivedAt: ({ receivedAt }) => receivedAt,
  handedOffAt: ({ handedOffAt }) => handedOffAt,
  forwardedAt: ({ forwardedAt }) => forwardedAt,
  leadCode: ({ lead }) => lead,
  lead: ({ lead }, reading) => nameOf(reading.catalogue.departments, lead, reading),
  supporting: ({ parts }) =>
    parts.length === 0 ? null : parts.map(({ department }) => department).join('; '),
  answerDueAt: ({ answerDueAt }) => answerDueAt,
  deadline: (current, reading) => said(deadlineOf(current), reading),
  extensions: ({ extensions }) => extensions,
  committedAt: ({ committedAt }) => committedAt,
  returns: ({ hops }) => hops.length,
  rounds: ({ rounds }) => rounds.length,
  firstAnsweredAt: ({ rounds }) => rounds[0]?.answeredAt ?? null,
  answeredAt: (current) => latestRound(current)?.answeredAt ?? null,
  judgement: (current, reading) => {
    const judgement = latestRound(current)?.judgement;
    return said(judgement && judgementNames[judgement], reading);
  },
  judgedAt: (current) => latestRound(current)?.judgedAt ?? null,
  escalationLevel: ({ escalationLevel }) => escalationLevel,
  closeReason: ({ closeReason }, reading) =>
    said(closeReason && closeReasonNames[closeReason], reading),
  closedAt: ({ closedAt }) => closedAt,
};
