import type { Named } from '../status-names.ts';

/** `instant` is a moment in UTC, which files for people show in the province's time. */
export type ColumnType = 'text' | 'count' | 'instant';

/** A column of a file, with what stands in it. */
export interface Column extends Named {
  readonly type: ColumnType;
  readonly definition: string;
  readonly definitionEn: string;
}

const column = (
  type: ColumnType,
  [name, nameEn]: readonly [string, string],
  [definition, definitionEn]: readonly [string, string],
): Column => ({ type, name, nameEn, definition, definitionEn });

/**
 * All that a list of cases may hold, in the order in which a file has it. Nothing of it is personal: what the citizen said,
 * who they are and what they were answered is sealed (docs/adr/0006) and cannot be exported at all.
 */
export const CASE_COLUMNS = {
  trackingCode: column(
    'text',
    ['Mã tra cứu', 'Tracking code'],
    ['Mã mà người dân dùng để tra cứu.', 'The code by which the citizen follows the case.'],
  ),
  summary: column(
    'text',
    ['Tóm tắt', 'Summary'],
    [
      'Một dòng do cán bộ viết, không có thông tin cá nhân.',
      'A line written by staff, without personal data.',
    ],
  ),
  status: column(
    'text',
    ['Trạng thái', 'Status'],
    [
      'Trạng thái lúc dòng này được đọc.',
      'Where the case stood when its row was read: one of six statuses.',
    ],
  ),
  class: column(
    'text',
    ['Loại', 'Class'],
    [
      'Thủ tục hành chính, phản ánh hiện trường hoặc giải đáp thông tin.',
      'Administrative procedure, field report or information query.',
    ],
  ),
  serviceCode: column(
    'text',
    ['Mã lĩnh vực', 'Service code'],
    ['Mã trong danh mục lĩnh vực.', 'The code in the service catalogue.'],
  ),
  service: column(
    'text',
    ['Lĩnh vực', 'Service'],
    ['Tên lĩnh vực trong danh mục.', 'The name in the service catalogue.'],
  ),
  areaCode: column(
    'text',
    ['Mã địa bàn', 'Place code'],
    ['Mã huyện, xã hoặc phường mà vụ việc mang.', 'The district, commune or ward of the case.'],
  ),
  area: column('text', ['Địa bàn', 'Place'], ['Tên của địa bàn đó.', 'The name of that place.']),
  channel: column('text', ['Kênh', 'Channel'], ['Kênh tiếp nhận.', 'How the case came in.']),
  priority: column('text', ['Mức độ', 'Priority'], ['Bình thường hoặc khẩn.', 'Normal or urgent.']),
  receivedAt: column(
    'instant',
    ['Tiếp nhận lúc', 'Received at'],
    [
      'Lúc tiếp nhận; ngày này xếp vụ việc vào kỳ.',
      'When it was received; on that day it counts in the period.',
    ],
  ),
  handedOffAt: column(
    'instant',
    ['Tổng đài chuyển lúc', 'Handed off at'],
    ['Lần gần nhất tổng đài chuyển vụ việc đi.', 'When the desk last gave the case away.'],
  ),
  forwardedAt: column(
    'instant',
    ['Chuyển lần đầu lúc', 'First forwarded at'],
    ['Lần đầu chuyển cho đơn vị.', 'When it first went to departments.'],
  ),
  leadCode: column(
    'text',
    ['Mã đơn vị chủ trì', 'Lead code'],
    ['Mã của đơn vị chủ trì hiện nay.', 'The code of the department that leads now.'],
  ),
  lead: column(
    'text',
    ['Đơn vị chủ trì', 'Lead department'],
    ['Tên của đơn vị đó.', 'The name of that department.'],
  ),
  supporting: column(
    'text',
    ['Đơn vị phối hợp', 'Supporting departments'],
    ['Mã các đơn vị phối hợp, cách nhau bằng dấu chấm phẩy.', 'Their codes, parted by semicolons.'],
  ),
  answerDueAt: column(
    'instant',
    ['Hạn trả lời', 'Answer due at'],
    ['Hạn của vòng hiện tại, đã tính gia hạn.', 'Of the present round, extensions included.'],
  ),
  deadline: column(
    'text',
    ['Kết quả theo hạn', 'By its deadline'],
    [
      'Đúng hạn, trễ hạn, chưa trả lời, tạm dừng hoặc kết thúc không trả lời.',
      'Answered on time or late, open, paused, or ended without an answer.',
    ],
  ),
  extensions: column(
    'count',
    ['Số lần gia hạn', 'Extensions'],
    ['Số lần gia hạn hạn trả lời.', 'How often its deadline was extended.'],
  ),
  committedAt: column(
    'instant',
    ['Hạn cam kết', 'Committed date'],
    [
      'Ngày đơn vị hứa sau khi đã trễ; hạn vẫn bị tính là trễ.',
      'What the lead promised once it was late; the deadline stays missed.',
    ],
  ),
  returns: column(
    'count',
    ['Số lần trả lại', 'Returns'],
    [
      'Số lần đơn vị trả lại vì không thuộc mình.',
      'How often a department sent it back as not its own.',
    ],
  ),
  rounds: column(
    'count',
    ['Số lần trả lời', 'Answers'],
    ['Mỗi lần mở lại thêm một lần trả lời.', 'Each reopening is followed by another one.'],
  ),
  firstAnsweredAt: column(
    'instant',
    ['Trả lời lần đầu lúc', 'First answered at'],
    ['Lúc có câu trả lời đầu tiên.', 'When its first answer was given.'],
  ),
  answeredAt: column(
    'instant',
    ['Trả lời lần cuối lúc', 'Last answered at'],
    ['Lúc có câu trả lời gần nhất.', 'When its latest answer was given.'],
  ),
  judgement: column(
    'text',
    ['Đánh giá', 'Judgement'],
    [
      'Đánh giá của người dân cho lần trả lời gần nhất; trống là chưa đánh giá.',
      "The citizen's, of the latest answer; empty where there is none.",
    ],
  ),
  judgedAt: column(
    'instant',
    ['Đánh giá lúc', 'Judged at'],
    ['Lúc người dân đánh giá lần trả lời đó.', 'When that answer was judged.'],
  ),
  escalationLevel: column(
    'count',
    ['Cấp báo cáo', 'Escalation level'],
    ['Đã báo cáo lên cấp mấy; 0 là chưa.', 'How far it was escalated; 0 is not at all.'],
  ),
  closeReason: column(
    'text',
    ['Lý do đóng', 'Closed because'],
    ['Vì sao vụ việc được đóng.', 'Why the case was closed.'],
  ),
  closedAt: column(
    'instant',
    ['Đóng lúc', 'Closed at'],
    ['Lúc vụ việc được đóng.', 'When the case was closed.'],
  ),
} as const satisfies Record<string, Column>;

export type CaseColumn = keyof typeof CASE_COLUMNS;
// Object.keys widens to string; the keys of a constant are its type.
export const CASE_COLUMN_NAMES = Object.keys(CASE_COLUMNS) as readonly CaseColumn[];
