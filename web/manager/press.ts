import type { Language } from '../words/define-words.ts';
import type { Deadlines, Headline } from './figures.ts';
import { dayLabel, periodLabel } from './period-label.ts';
import { wholeMonth } from './periods.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

interface PressFigures {
  readonly headline: Headline;
  readonly deadlines: Deadlines | undefined;
}

/**
 * What the press release says of the period, in a language: every rate with both of its numbers, so that nobody has to
 * copy a rate whose base they do not know.
 */
export function pressSentence({ headline, deadlines }: PressFigures, language: Language): string {
  const write = writer(language);
  const { counts, satisfaction } = headline.total;
  const departments = headline.rows.filter(
    ({ value, counts: { forwarded } }) => value !== null && forwarded > 0,
  ).length;
  const say = SENTENCES[language];
  const sentences = [
    say.received(
      whenOf(headline, language),
      write.number(counts.received),
      classesOf(headline, language),
    ),
  ];
  if (counts.forwarded > 0) {
    sentences.push(
      say.forwarded(write.number(counts.forwarded), write.number(departments)),
      say.satisfactory(
        write.share(satisfaction.ofForwarded),
        write.share(satisfaction.judgedOfAnswered),
      ),
    );
  }
  const onTime = deadlines?.total.onTimeRate;
  if (onTime !== undefined && onTime.denominator > 0) {
    sentences.push(say.onTime(write.share(onTime)));
  }
  return sentences.join(' ');
}

const SENTENCES = {
  vi: {
    received: (when: string, count: string, classes: string) =>
      `${when}, Tổng đài 1022 tiếp nhận ${count} yêu cầu${classes}.`,
    forwarded: (count: string, departments: string) =>
      `${count} vụ việc được chuyển đến ${departments} đơn vị xử lý.`,
    satisfactory: (of: string, judged: string) =>
      `Tỷ lệ phản hồi đạt yêu cầu (người dân hài lòng hoặc chấp nhận được, trên số vụ việc đã chuyển) là ${of}; tỷ lệ người dân đánh giá trên số đã trả lời là ${judged}.`,
    onTime: (of: string) => `Tỷ lệ trả lời đúng hạn là ${of}.`,
  },
  en: {
    received: (when: string, count: string, classes: string) =>
      `${when} the 1022 hotline received ${count} requests${classes}.`,
    forwarded: (count: string, departments: string) =>
      `${count} cases were forwarded to ${departments} departments.`,
    satisfactory: (of: string, judged: string) =>
      `The satisfactory-response rate (citizens satisfied or finding the answer acceptable, of the cases forwarded) is ${of}; of the answered cases, citizens judged ${judged}.`,
    onTime: (of: string) => `Answered on time: ${of}.`,
  },
} as const;

function whenOf({ period }: Headline, language: Language): string {
  if (wholeMonth(period) !== undefined) {
    return `${language === 'vi' ? 'Trong' : 'In'} ${periodLabel(period, language)}`;
  }
  const [from, to] = [dayLabel(period.from, language), dayLabel(period.to, language)];
  if (from === to) return language === 'vi' ? `Ngày ${from}` : `On ${from}`;
  return language === 'vi' ? `Từ ngày ${from} đến ngày ${to}` : `From ${from} to ${to}`;
}

const CLASSES = {
  vi: {
    procedure: 'thủ tục hành chính',
    field_report: 'phản ánh hiện trường',
    information: 'giải đáp thông tin',
    unclassified: 'chưa phân loại',
  },
  en: {
    procedure: 'on administrative procedures',
    field_report: 'field reports',
    information: 'information queries',
    unclassified: 'not classified yet',
  },
} as const satisfies Record<Language, Record<keyof Headline['receivedByClass'], string>>;

/** `, gồm 479 …, 1.025 … và 1.553 …`; classes without a request are not named. */
function classesOf({ receivedByClass }: Headline, language: Language): string {
  const { number } = writer(language);
  const names = CLASSES[language];
  const parts = (['procedure', 'field_report', 'information', 'unclassified'] as const)
    .filter((code) => receivedByClass[code] > 0)
    .map((code) => `${number(receivedByClass[code])} ${names[code]}`);
  if (parts.length === 0) return '';
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(parts);
  return language === 'vi' ? `, gồm ${list}` : `: ${list}`;
}

function writer(language: Language) {
  const format = new Intl.NumberFormat(LOCALES[language]);
  const percent = new Intl.NumberFormat(LOCALES[language], {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const number = (value: number): string => format.format(value);
  return {
    number,
    /** `77 % (789/1.025)` */
    share: ({ numerator, denominator, rate }: Headline['total']['answeredOfReceived']): string =>
      `${percent.format(rate ?? 0)} (${number(numerator)}/${number(denominator)})`,
  };
}
