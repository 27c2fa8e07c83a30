import type { LocalDay } from '../statistics.ts';
import type { Named } from '../status-names.ts';
import type { Alert, BurstEvidence, DropEvidence, SlipEvidence } from './alert.ts';
import { type Ratio, rateOf } from './chances.ts';
import { DROP_CHANCE, sumOf } from './drops.ts';
import { SLIP_CHANCE } from './hand-off.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
type Language = keyof typeof LOCALES;

/** What the subject of an alert, and that in which most of a burst lies, are called. */
export interface AlertNames {
  readonly subject: Named;
  readonly mostly: Named | null;
}

/** What an alert says in a sentence, and the sentences that give its numbers and its test. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
}

/** In both languages, for whoever has to decide whether something is to be done; docs/alerts.md has the tests. */
export const explained = (
  alert: Pick<Alert, 'evidence' | 'period'>,
  names: AlertNames,
): Readonly<Record<Language, Explanation>> => ({
  vi: explainedIn('vi', alert, names),
  en: explainedIn('en', alert, names),
});

function explainedIn(
  language: Language,
  { evidence, period: { from, to } }: Pick<Alert, 'evidence' | 'period'>,
  names: AlertNames,
): Explanation {
  const say = writer(language);
  const days = from === to ? say.day(from) : `${say.day(from)} – ${say.day(to)}`;
  const subject = say.name(names.subject);
  if (evidence.kind === 'burst') return burst[language](evidence, { subject, days, say, names });
  if (evidence.kind === 'hand-off-slip')
    return slip[language](evidence, { subject, days, say, names });
  return drop[language](evidence, { subject, days, say, names });
}

interface Told {
  readonly subject: string;
  readonly days: string;
  readonly say: ReturnType<typeof writer>;
  readonly names: AlertNames;
}

const drop = {
  vi: (evidence: DropEvidence, { subject, days, say }: Told): Explanation => ({
    title: `${subject}: tỷ lệ ${DROPPED[evidence.kind].name} giảm còn ${say.percent(evidence.week)}`,
    text:
      `Tuần ${days}: ${say.ratio(evidence.week)}. Tám tuần trước đó: ${say.ratio(sumOf(evidence.before))}; thấp hơn mọi tuần trong tám tuần. ` +
      `Nếu không có gì thay đổi, xác suất để tuần này thấp đến vậy là ${say.chance(evidence.chance)} ` +
      `(kiểm định chính xác Fisher một phía, ${say.number(evidence.tests)} phép kiểm định của tuần, Holm, mức ${say.share(DROP_CHANCE)}).`,
  }),
  en: (evidence: DropEvidence, { subject, days, say }: Told): Explanation => ({
    title: `${subject}: ${DROPPED[evidence.kind].nameEn} fell to ${say.percent(evidence.week)}`,
    text:
      `Week ${days}: ${say.ratio(evidence.week)}. The eight weeks before: ${say.ratio(sumOf(evidence.before))}; it is lower than each of them. ` +
      `If nothing had changed, the chance of so low a week would be ${say.chance(evidence.chance)} ` +
      `(Fisher's exact test, one-sided, ${say.number(evidence.tests)} tests of the week, Holm, level ${say.share(DROP_CHANCE)}).`,
  }),
};

const DROPPED: Readonly<Record<DropEvidence['kind'], Named>> = {
  'satisfaction-drop': {
    name: 'phản hồi đạt yêu cầu trên đã chuyển',
    nameEn: 'the satisfactory-response rate (of forwarded)',
  },
  'on-time-drop': { name: 'đúng hạn', nameEn: 'the on-time rate' },
};

const burst = {
  vi: (evidence: BurstEvidence, { subject, days, say, names }: Told): Explanation => ({
    title: `${subject}: ${say.number(evidence.received)} phản ánh ngày ${days}`,
    text:
      (names.mostly === null || evidence.mostly === null
        ? ''
        : `${say.number(evidence.mostly.received)} trong số đó: ${say.name(names.mostly)}. `) +
      `Ngày thường ${say.number(evidence.usual)} (${say.number(evidence.days)} ngày trước đó), ngẫu nhiên thì nhiều nhất ${say.number(evidence.bound)}. ` +
      `Xác suất có ngần ấy trở lên trong một ngày thường là ${say.chance(evidence.chance)} (phân phối nhị thức âm).`,
  }),
  en: (evidence: BurstEvidence, { subject, days, say, names }: Told): Explanation => ({
    title: `${subject}: ${say.number(evidence.received)} reports on ${days}`,
    text:
      (names.mostly === null || evidence.mostly === null
        ? ''
        : `${say.number(evidence.mostly.received)} of them: ${say.name(names.mostly)}. `) +
      `A usual day has ${say.number(evidence.usual)} (${say.number(evidence.days)} days before), and by chance ${say.number(evidence.bound)} at most. ` +
      `The chance of so many or more on a usual day is ${say.chance(evidence.chance)} (negative binomial).`,
  }),
};

const slip = {
  vi: (evidence: SlipEvidence, { days, say }: Told): Explanation => ({
    title: `Chuyển xử lý chậm: ${say.percent(lateOf(evidence))} quá ${say.number(evidence.targetMinutes)} phút`,
    text:
      `${days}: ${say.ratio(lateOf(evidence))} quá ${say.number(evidence.targetMinutes)} phút, trong đó ${say.number(evidence.waiting)} còn chờ. ` +
      `Tám tuần trước đó: ${say.ratio(lateOf(evidence.before))}. ` +
      `Nếu không có gì thay đổi, xác suất để chậm đến vậy là ${say.chance(evidence.chance)} (kiểm định chính xác Fisher một phía, mức ${say.share(SLIP_CHANCE)} mỗi lần xem).`,
  }),
  en: (evidence: SlipEvidence, { days, say }: Told): Explanation => ({
    title: `Hand-off slips: ${say.percent(lateOf(evidence))} beyond ${say.number(evidence.targetMinutes)} minutes`,
    text:
      `${days}: ${say.ratio(lateOf(evidence))} beyond ${say.number(evidence.targetMinutes)} minutes, ${say.number(evidence.waiting)} of them still waiting. ` +
      `The eight weeks before: ${say.ratio(lateOf(evidence.before))}. ` +
      `If nothing had changed, the chance of so many would be ${say.chance(evidence.chance)} (Fisher's exact test, one-sided, level ${say.share(SLIP_CHANCE)} a look).`,
  }),
};

const lateOf = ({ late, of }: { readonly late: number; readonly of: number }): Ratio => ({
  numerator: late,
  denominator: of,
});

/** Smaller ones are said to be smaller: nobody knows a model that well. */
const SMALLEST_SAID = 1e-6;

function writer(language: Language) {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const chances = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const number = (value: number): string => numbers.format(value);
  const percent = (ratio: Ratio): string => percents.format(rateOf(ratio));
  return {
    number,
    percent,
    share: (value: number) => shares.format(value),
    /** `77 % (789/1.025)` */
    ratio: (ratio: Ratio) =>
      `${percent(ratio)} (${number(ratio.numerator)}/${number(ratio.denominator)})`,
    chance: (value: number) =>
      value < SMALLEST_SAID ? `< ${chances.format(SMALLEST_SAID)}` : chances.format(value),
    name: ({ name, nameEn }: Named) => (language === 'vi' ? name : nameEn),
    /** `30/11/2026` in both. */
    day: (day: LocalDay) => day.split('-').toReversed().join('/'),
  };
}
