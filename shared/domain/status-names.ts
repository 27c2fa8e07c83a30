import type { Role } from './actor.ts';
import type { CaseStatus, CloseReason, Judgement, ReturnReason } from './case.ts';
import type { Channel, Priority } from './channel.ts';
import type { CaseAction } from './case-lifecycle.ts';
import type { CaseClass } from './service-catalog.ts';
import type { WaitsBecause } from './waits-because.ts';

/** What people read instead of a code: Vietnamese first, English beside it. */
export interface Named {
  readonly name: string;
  readonly nameEn: string;
}

const named = (name: string, nameEn: string): Named => ({ name, nameEn });

/** The words of the six statuses; those of a new one are missing at compile time. */
export const statusNames = {
  received: named('Tiếp nhận', 'Received'),
  routed: named('Đã chuyển xử lý', 'Forwarded'),
  in_progress: named('Đang xử lý', 'In progress'),
  awaiting_citizen: named('Chờ bổ sung', 'Waiting for the citizen'),
  answered: named('Đã trả lời', 'Answered'),
  closed: named('Đã đóng', 'Closed'),
} as const satisfies Record<CaseStatus, Named>;

export const actionNames = {
  classify: named('Phân loại', 'Classify'),
  propose: named('Đề xuất tự động', 'Propose automatically'),
  route: named('Chuyển xử lý', 'Forward'),
  return: named('Trả lại', 'Return'),
  accept: named('Nhận xử lý', 'Accept'),
  'ask-citizen': named('Yêu cầu bổ sung', 'Ask the citizen'),
  resume: named('Tiếp tục xử lý', 'Resume'),
  'report-progress': named('Báo cáo tiến độ', 'Report progress'),
  extend: named('Gia hạn', 'Extend'),
  'answer-part': named('Trả lời phần phối hợp', 'Answer a part'),
  answer: named('Trả lời', 'Answer'),
  rate: named('Đánh giá', 'Judge'),
  'call-back': named('Ghi nhận gọi lại chưa được', 'Record a call-back without a judgement'),
  reopen: named('Mở lại', 'Reopen'),
  close: named('Đóng', 'Close'),
  reject: named('Từ chối', 'Reject'),
  merge: named('Gộp hồ sơ trùng', 'Merge'),
  unmerge: named('Tách khỏi hồ sơ trùng', 'Unmerge'),
  withdraw: named('Rút phản ánh', 'Withdraw'),
  escalate: named('Báo cáo cấp trên', 'Escalate'),
  'raise-alarm': named('Cảnh báo thời hạn', 'Raise a deadline alarm'),
  'move-deadlines': named('Tính lại thời hạn theo lịch mới', 'Move deadlines to a new calendar'),
  note: named('Ghi chú', 'Note'),
} as const satisfies Record<CaseAction, Named>;

export const roleNames = {
  agent: named('Tổng đài viên', 'Agent'),
  supervisor: named('Trưởng ca', 'Supervisor'),
  officer: named('Chuyên viên xử lý', 'Officer'),
  department_lead: named('Lãnh đạo đơn vị', 'Department lead'),
  manager: named('Lãnh đạo tỉnh', 'Manager'),
  admin: named('Quản trị hệ thống', 'Administrator'),
  auditor: named('Kiểm tra viên', 'Auditor'),
  citizen: named('Người dân', 'Citizen'),
  system: named('Hệ thống', 'System'),
} as const satisfies Record<Role, Named>;

export const channelNames = {
  phone: named('Điện thoại', 'Phone'),
  walk_in: named('Trực tiếp', 'Walk-in'),
  zalo: named('Zalo', 'Zalo'),
  sms: named('Tin nhắn SMS', 'SMS'),
  email: named('Thư điện tử', 'E-mail'),
  web: named('Cổng thông tin', 'Website'),
  app: named('Ứng dụng di động', 'Mobile app'),
  open311: named('Open311', 'Open311'),
} as const satisfies Record<Channel, Named>;

export const priorityNames = {
  normal: named('Thường', 'Normal'),
  urgent: named('Khẩn', 'Urgent'),
} as const satisfies Record<Priority, Named>;

/** The three kinds, in the words of the service catalogue of every jurisdiction. */
export const classNames = {
  procedure: named('Thủ tục hành chính', 'Administrative procedure'),
  field_report: named('Phản ánh hiện trường', 'Field report'),
  information: named('Giải đáp thông tin', 'Information query'),
} as const satisfies Record<CaseClass, Named>;

/** The scale of Huế and Đà Nẵng; the first two count as satisfactory. */
export const judgementNames = {
  satisfied: named('Hài lòng', 'Satisfied'),
  acceptable: named('Chấp nhận được', 'Acceptable'),
  unsatisfied: named('Không hài lòng', 'Not satisfied'),
} as const satisfies Record<Judgement, Named>;

export const returnReasonNames = {
  wrong_department: named('Không thuộc thẩm quyền', 'Not our responsibility'),
  wrong_place: named('Không thuộc địa bàn', 'Not our area'),
  not_enough_information: named('Thiếu thông tin', 'Not enough information'),
  out_of_scope: named('Ngoài phạm vi tiếp nhận của 1022', 'Outside the scope of 1022'),
  other: named('Lý do khác', 'Another reason'),
} as const satisfies Record<ReturnReason, Named>;

export const closeReasonNames = {
  judged: named('Người dân đã đánh giá', 'Judged by the citizen'),
  judging_window_passed: named('Hết thời hạn đánh giá', 'Judging window passed'),
  rejected: named('Từ chối tiếp nhận', 'Rejected'),
  duplicate: named('Trùng với hồ sơ khác', 'Duplicate'),
  withdrawn: named('Người dân rút', 'Withdrawn'),
  citizen_silent: named('Người dân không bổ sung thông tin', 'No reply from the citizen'),
} as const satisfies Record<CloseReason, Named>;

/** Why a message did not route itself. */
export const waitsNames = {
  TOO_LATE: named('Tổng đài viên có thể đang xem', 'An agent may have it open'),
  DANGER: named('Có dấu hiệu nguy hiểm', 'Speaks of danger'),
  ASKS_FOR_PERSON: named('Người dân muốn gặp người', 'Asks for a person'),
  NOT_SURE: named('Máy chưa chắc chắn', 'The machine is not sure'),
  CLASS_KEPT: named('Loại này do người phân loại', 'A class that people classify'),
  URGENT: named('Việc khẩn cấp', 'Urgent'),
  SERVICE_KEPT: named('Lĩnh vực này do người phân loại', 'A service that people classify'),
  PLACE_NOT_CERTAIN: named('Chưa rõ địa điểm', 'The place is not certain'),
  NO_DEPARTMENT: named(
    'Chưa có đơn vị, hoặc tổng đài trả lời',
    'No department, or the desk answers',
  ),
  POSSIBLE_DUPLICATE: named('Có thể trùng hồ sơ khác', 'May be a duplicate'),
} as const satisfies Record<WaitsBecause, Named>;
