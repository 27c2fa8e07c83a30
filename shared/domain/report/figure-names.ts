import { ACTIVITY_DEFINITIONS } from '../statistics-activity-figures.ts';
import { DEADLINE_DEFINITIONS, TIME_DEFINITIONS } from '../statistics-definitions.ts';
import { HEADLINE_DEFINITIONS } from '../statistics-headline-definitions.ts';
import { RETURN_DEFINITIONS, ROUTING_DEFINITIONS } from '../statistics-routing-definitions.ts';

const DEFINITIONS = {
  ...HEADLINE_DEFINITIONS,
  ...DEADLINE_DEFINITIONS,
  ...TIME_DEFINITIONS,
  ...ROUTING_DEFINITIONS,
  ...RETURN_DEFINITIONS,
  ...ACTIVITY_DEFINITIONS,
};

/** What figures are called in a report, in the order in which its annex defines them. */
export const REPORTED = {
  received: 'Đã tiếp nhận',
  incidents: 'Sự việc',
  receivedAnswered: 'Tiếp nhận trong kỳ, đã trả lời',
  rejected: 'Từ chối tiếp nhận',
  duplicate: 'Trùng',
  withdrawn: 'Người dân rút',
  citizenSilent: 'Người dân không phản hồi',
  answeredOfReceived: 'Tỷ lệ đã trả lời trên đã tiếp nhận',
  firstContact: 'Giải quyết ngay lần liên hệ đầu',
  repeats: 'Lặp lại trong 7 ngày',
  firstContactRate: 'Tỷ lệ giải quyết ngay lần đầu',
  repeatRate: 'Tỷ lệ lặp lại',
  forwarded: 'Đã chuyển xử lý',
  answered: 'Đơn vị đã trả lời',
  satisfied: 'Hài lòng',
  acceptable: 'Chấp nhận được',
  unsatisfied: 'Không hài lòng',
  judged: 'Đã đánh giá',
  satisfactory: 'Đạt yêu cầu',
  ofForwarded: 'Tỷ lệ phản hồi đạt yêu cầu',
  ofAnswered: 'Tỷ lệ đạt yêu cầu trên đã trả lời',
  ofJudged: 'Tỷ lệ đạt yêu cầu trên đã đánh giá',
  judgedOfAnswered: 'Tỷ lệ có đánh giá',
  interval: 'Khoảng tin cậy 95%',
  rankable: 'Đủ để xếp hạng',
  reopened: 'Mở lại sau khi chuyển',
  reopenRate: 'Tỷ lệ mở lại',
  due: 'Đến hạn trong kỳ',
  doneOnTime: 'Trả lời đúng hạn',
  doneLate: 'Trả lời trễ hạn',
  openWithin: 'Chưa trả lời, còn hạn',
  openOverdue: 'Chưa trả lời, quá hạn',
  ended: 'Kết thúc không qua trả lời',
  extended: 'Đã gia hạn',
  onTimeRate: 'Tỷ lệ đúng hạn',
  extensionRate: 'Tỷ lệ gia hạn',
  handOff: 'Thời gian chuyển hoặc trả lời đầu tiên',
  firstResponse: 'Thời gian trả lời lần đầu',
  firstResponseElapsed: 'Thời gian trả lời lần đầu, cả ngoài giờ',
  resolution: 'Thời gian giải quyết',
  lost: 'Thời gian mất vì trả lại',
  misrouted: 'Chuyển sai lần đầu',
  rightFirst: 'Chuyển đúng ngay lần đầu',
  answeredRightFirst: 'Chuyển đúng ngay lần đầu, đã trả lời',
  firstRouting: 'Tỷ lệ chuyển đúng ngay lần đầu',
  firstRoutingAnswered: 'Tỷ lệ chuyển đúng, trên vụ đã trả lời',
  returned: 'Bị trả lại',
  returns: 'Số lần trả lại',
  returnRate: 'Tỷ lệ bị trả lại',
  answersGiven: 'Lượt trả lời trong kỳ',
  judgementsGiven: 'Lượt đánh giá trong kỳ',
  reopenings: 'Lượt mở lại trong kỳ',
  returnsMade: 'Lượt trả lại trong kỳ',
  closures: 'Lượt đóng vụ việc trong kỳ',
} as const satisfies Partial<Record<keyof typeof DEFINITIONS, string>>;

export type ReportedFigure = keyof typeof REPORTED;

/** Named in definitions and nowhere else. */
const OTHERS: Readonly<Record<string, string>> = {
  judgedSatisfied: 'lượt hài lòng',
  judgedAcceptable: 'lượt chấp nhận được',
  judgedUnsatisfied: 'lượt không hài lòng',
  today: 'ngày lấy số liệu',
  low: 'cận dưới',
  high: 'cận trên',
  cases: 'cột số vụ',
};

const NAMES: Readonly<Record<string, string>> = { ...OTHERS, ...REPORTED };
const KEYS = new RegExp(`\\b(${Object.keys(NAMES).join('|')})\\b`, 'gu');

/** A definition of the glossary for whoever knows no field of the API. */
export const definitionOf = (figure: ReportedFigure): string =>
  DEFINITIONS[figure].vi.replace(KEYS, (key) => `“${NAMES[key] ?? key}”`);
