import { channelNames, statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { localOf } from '../parts/zone.ts';
import { useServices } from '../platform/services.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { casesWords } from './cases-words.ts';
import type { FigureCases } from './figures.ts';
import type { Sheet } from './sheets.ts';

/** The list as a table for a file; times are the province's. */
export function useCasesSheet(
  rows: FigureCases['cases'] | undefined,
  name: string,
): Sheet | undefined {
  const words = useWords(casesWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const { timeZone } = useServices().config;
  if (rows === undefined) return undefined;
  return {
    name,
    head: [
      ...[words.code, words.summary, words.status, words.service, words.lead],
      ...[words.place, words.channel, words.receivedAt, words.countedOn, words.timesColumn],
    ],
    rows: rows.map((row) => [
      row.trackingCode,
      row.summary,
      named(statusNames[row.status]),
      names.service(row.serviceCode),
      names.department(row.lead),
      names.area(row.areaCode),
      named(channelNames[row.channel]),
      localOf(row.receivedAt, timeZone).replace('T', ' '),
      row.countedOn,
      row.times,
    ]),
  };
}
