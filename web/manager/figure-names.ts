import { type Named, returnReasonNames } from '../../shared/domain/status-names.ts';
import type { Language } from '../words/define-words.ts';

const named = (name: string, nameEn: string): Named => ({ name, nameEn });
const returned = ({ name, nameEn }: Named): Named =>
  named(`Trả lại: ${name}`, `Returned: ${nameEn}`);

/** What figures are called on the page; the sentences that define them come with the answers of the API. */
export const figureNames = {
  received: named('Tiếp nhận', 'Received'),
  incidents: named('Sự việc', 'Incidents'),
  receivedAnswered: named('Tiếp nhận, đã trả lời', 'Received and answered'),
  rejected: named('Từ chối', 'Rejected'),
  duplicate: named('Trùng', 'Duplicates'),
  withdrawn: named('Người dân rút', 'Withdrawn'),
  citizenSilent: named('Không phản hồi', 'No reply'),
  forwarded: named('Đã chuyển xử lý', 'Forwarded'),
  answered: named('Đã trả lời', 'Answered'),
  satisfied: named('Hài lòng', 'Satisfied'),
  acceptable: named('Chấp nhận được', 'Acceptable'),
  unsatisfied: named('Không hài lòng', 'Not satisfied'),
  judged: named('Được đánh giá', 'Judged'),
  satisfactory: named('Đạt yêu cầu', 'Satisfactory'),
  reopened: named('Mở lại', 'Reopened'),
  endedUnanswered: named('Kết thúc không trả lời', 'Ended unanswered'),
  ofForwarded: named('Tỷ lệ phản hồi đạt yêu cầu', 'Satisfactory-response rate'),
  ofAnswered: named('Trên đã trả lời', 'Of those answered'),
  ofJudged: named('Trên được đánh giá', 'Of those judged'),
  judgedOfAnswered: named('Tỷ lệ có đánh giá', 'Share judged'),
  reopenRate: named('Tỷ lệ mở lại', 'Reopen rate'),
  interval: named('Khoảng tin cậy 95 %', '95 % interval'),
  rankable: named('Đủ để xếp hạng', 'Enough for a ranking'),
  due: named('Đến hạn', 'Due'),
  doneOnTime: named('Xong đúng hạn', 'Done on time'),
  doneLate: named('Xong trễ hạn', 'Done late'),
  openWithin: named('Chưa xong, còn hạn', 'Open, within'),
  openOverdue: named('Chưa xong, quá hạn', 'Open, overdue'),
  extended: named('Đã gia hạn', 'Extended'),
  paused: named('Chờ người dân', 'Waiting for the citizen'),
  missed: named('Lỡ hạn', 'Missed'),
  ended: named('Kết thúc không trả lời', 'Ended without an answer'),
  onTimeRate: named('Tỷ lệ đúng hạn', 'On-time rate'),
  extensionRate: named('Tỷ lệ gia hạn', 'Extension rate'),
  decided: named('Đã rõ đúng hay trễ hạn', 'On time or not, decided'),
  handOff: named('Chuyển xử lý', 'Hand-off'),
  firstResponse: named('Trả lời lần đầu', 'First response'),
  firstResponseElapsed: named('Trả lời lần đầu, cả ngoài giờ', 'First response, round the clock'),
  resolution: named('Giải quyết', 'Resolution'),
  lost: named('Mất vì trả lại', 'Lost by returns'),
  rightFirst: named('Chuyển đúng ngay lần đầu', 'Right at the first try'),
  misrouted: named('Chuyển sai lần đầu', 'Wrong at the first try'),
  answeredRightFirst: named('Đúng ngay, đã trả lời', 'Right at first, answered'),
  firstRouting: named('Tỷ lệ chuyển đúng ngay lần đầu', 'First-routing accuracy'),
  firstRoutingAnswered: named('Chuyển đúng, trên đã trả lời', 'Accuracy of what was answered'),
  returned: named('Vụ việc bị trả lại', 'Cases returned'),
  returnedAgain: named('Bị trả lại nhiều lần', 'Returned again'),
  returns: named('Lượt trả lại', 'Returns'),
  'returns.wrong_department': returned(returnReasonNames.wrong_department),
  'returns.wrong_place': returned(returnReasonNames.wrong_place),
  'returns.not_enough_information': returned(returnReasonNames.not_enough_information),
  'returns.out_of_scope': returned(returnReasonNames.out_of_scope),
  'returns.other': returned(returnReasonNames.other),
  returnRate: named('Tỷ lệ bị trả lại', 'Return rate'),
  refused: named('Đơn vị trả lại', 'Refused'),
  asked: named('Đơn vị được giao', 'Asked'),
  refusalRate: named('Tỷ lệ trả lại', 'Refusal rate'),
} as const satisfies Record<string, Named>;

export type FigureKey = keyof typeof figureNames;
export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(figureNames, key);

export const figureName = (key: FigureKey, language: Language): string =>
  language === 'en' ? figureNames[key].nameEn : figureNames[key].name;
