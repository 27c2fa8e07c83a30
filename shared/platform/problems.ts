import { administrationProblems } from './problems-administration.ts';
import { deliveryProblems } from './problems-delivery.ts';
import { statisticsProblems } from './problems-statistics.ts';

/**
 * Every error that the API answers with: its status and what it says, in Vietnamese and English. An error code that
 * is missing here does not compile (`AppError`).
 */
export const problems = {
  // The request itself
  MALFORMED_JSON: [400, 'Nội dung gửi lên không phải JSON hợp lệ.', 'The body is not valid JSON.'],
  REQUEST_INVALID: [
    400,
    'Một số thông tin chưa đúng; xem từng mục bên dưới.',
    'Some fields are not right; see each below.',
  ],
  BODY_TOO_LARGE: [413, 'Nội dung gửi lên vượt quá 256 KB.', 'The body is larger than 256 KB.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Chỉ nhận application/json.', 'Only application/json is accepted.'],
  IF_MATCH_REQUIRED: [
    428,
    'Thiếu If-Match: hãy gửi ETag của lần đọc gần nhất.',
    'If-Match is missing: send the ETag of your last read.',
  ],
  IF_MATCH_MALFORMED: [
    400,
    'If-Match phải là một ETag do hệ thống cấp.',
    'If-Match must be an ETag given by this system.',
  ],
  IDEMPOTENCY_KEY_REQUIRED: [
    400,
    'Thiếu Idempotency-Key (8 đến 128 ký tự).',
    'Idempotency-Key is missing (8 to 128 characters).',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    422,
    'Idempotency-Key này đã dùng cho một yêu cầu khác.',
    'This Idempotency-Key was used for another request.',
  ],
  CURSOR_INVALID: [
    400,
    'Con trỏ trang không hợp lệ; hãy mở lại từ trang đầu.',
    'The page cursor is not valid; start again from the first page.',
  ],
  ROUTE_NOT_FOUND: [404, 'Không có địa chỉ này.', 'There is no such address.'],
  INTERNAL: [
    500,
    'Lỗi hệ thống. Hãy thử lại; nếu vẫn lỗi, báo mã yêu cầu này.',
    'Something failed on our side. Try again; if it persists, report this request id.',
  ],

  // Who asks
  NOT_AUTHENTICATED: [401, 'Cần đăng nhập bằng access token.', 'An access token is required.'],
  NOT_STAFF: [
    403,
    'Tài khoản chưa được cấp quyền trong hệ thống 1022.',
    'This account has no access to the 1022 system.',
  ],
  NOT_PERMITTED: [403, 'Vai trò của bạn không được làm việc này.', 'Your role may not do this.'],
  BREAKDOWN_NOT_PERMITTED: [
    403,
    'Chỉ giám sát và lãnh đạo được xem số liệu theo từng nhân viên.',
    'Figures by agent are for supervisors and managers only.',
  ],

  // The case
  CASE_NOT_FOUND: [404, 'Không tìm thấy vụ việc.', 'No such case.'],
  VERSION_CONFLICT: [
    412,
    'Vụ việc đã thay đổi từ lần bạn đọc; hãy đọc lại rồi quyết định.',
    'The case changed since you read it; read it again, then decide.',
  ],
  TRANSITION_REFUSED: [
    409,
    'Không làm được việc này ở trạng thái hiện tại.',
    'This cannot be done in the present status.',
  ],
  UNKNOWN_SERVICE: [422, 'Không có lĩnh vực này.', 'There is no such service.'],
  SERVICE_INACTIVE: [
    422,
    'Lĩnh vực này đã ngừng tiếp nhận; hãy chọn lĩnh vực khác.',
    'This service is not offered any more; choose another.',
  ],
  UNKNOWN_AREA: [422, 'Không có địa bàn này.', 'There is no such area.'],
  UNKNOWN_DEPARTMENT: [422, 'Không có đơn vị này.', 'There is no such department.'],
  CLASS_MISMATCH: [422, 'Loại không khớp với lĩnh vực.', 'The class is not that of the service.'],
  ALREADY_PROPOSED: [409, 'Hồ sơ đã có đề xuất.', 'Something was proposed for the case already.'],
  NOT_CLASSIFIED: [409, 'Cần phân loại trước.', 'The case must be classified first.'],
  LEAD_ALSO_SUPPORTING: [
    422,
    'Đơn vị chủ trì không thể đồng thời phối hợp.',
    'The lead cannot also be a supporting department.',
  ],
  DEPARTMENT_INACTIVE: [
    422,
    'Đơn vị này không còn nhận việc mới.',
    'This department takes no new cases.',
  ],
  ARBITER_DECIDES: [
    409,
    'Các đơn vị đã trả lại hoặc đùn đẩy nhau; cấp trên (arbiter) phải quyết định đơn vị xử lý.',
    'Departments disagree whose case it is: only the arbiter may route it now.',
  ],
  CASE_NOT_DUPLICATE: [
    409,
    'Vụ việc này không gộp vào vụ việc nào.',
    'This case is not the duplicate of another.',
  ],
  PROPOSAL_INVALID: [
    422,
    'Đề xuất kèm theo không do hệ thống này cấp; hãy gửi lại đúng như đã nhận, hoặc bỏ đi.',
    'The proposal was not given by this system; send it as it was given, or leave it out.',
  ],
  ROUTE_UNDECIDED: [
    409,
    'Chưa xác định được đơn vị; cần người chọn.',
    'No department follows from the catalogue; a person must choose.',
  ],
  OPEN_PARTS: [
    409,
    'Còn đơn vị phối hợp chưa trả lời; hãy chờ hoặc nêu rõ là không cần.',
    'Supporting departments have not answered; wait, or say that their parts are not needed.',
  ],
  PART_ALREADY_ANSWERED: [409, 'Phần của đơn vị đã xong.', "The department's part is not open."],
  EXTENSION_LIMIT: [409, 'Đã hết số lần được gia hạn.', 'No further extension is allowed.'],
  DATE_NOT_LATER: [
    422,
    'Hạn mới phải sau hiện tại và sau hạn đang có.',
    'The new date must be later than now and than the present deadline.',
  ],
  DATE_NOT_IN_WORKING_TIME: [
    422,
    'Hạn mới phải nằm trong giờ làm việc.',
    'The new date must lie in working time.',
  ],
  CALENDAR_NOT_COVERED: [
    422,
    'Lịch làm việc chưa có năm này.',
    'The working calendar does not cover that year.',
  ],
  ROUND_NOT_LATEST: [
    409,
    'Chỉ đánh giá được lần trả lời mới nhất.',
    'Only the latest answer can be judged.',
  ],
  JUDGING_WINDOW_PASSED: [409, 'Đã hết thời gian đánh giá.', 'The time for judging has passed.'],
  JUDGING_WINDOW_OPEN: [
    409,
    'Người dân vẫn còn thời gian đánh giá.',
    'The citizen may still judge.',
  ],
  CALL_BACK_LIMIT: [
    409,
    'Đã gọi lại đủ số lần cho phép.',
    'The citizen was called as often as is allowed.',
  ],
  CALL_BACK_TIME: [
    422,
    'Giờ gọi lại (againAt) phải sau hiện tại và trước khi hết thời gian đánh giá.',
    'The time to call again (againAt) must be later than now and before the judging window ends.',
  ],
  REOPEN_NEEDS_UNSATISFIED: [
    409,
    'Chỉ mở lại khi người dân không hài lòng.',
    'Only an unsatisfied judgement reopens a case.',
  ],
  CASE_IS_DUPLICATE: [409, 'Vụ việc đã gộp vào vụ khác.', 'The case was merged into another.'],
  MERGE_TARGET_UNSUITABLE: [
    422,
    'Không gộp được vào vụ việc này.',
    'The case cannot be merged into that one.',
  ],
  MERGE_TARGET_NOT_FOUND: [
    422,
    'Không tìm thấy vụ việc để gộp vào.',
    'The case to merge into does not exist.',
  ],
  DEADLINE_PASSED: [
    409,
    'Đã quá hạn trả lời nên không gia hạn được nữa; hãy báo cáo tiến độ kèm thời hạn cam kết mới.',
    'The deadline has passed and cannot be extended; report progress with a new committed date.',
  ],
  COMMITMENT_NEEDED: [
    409,
    'Đã quá hạn trả lời: báo cáo tiến độ phải kèm thời hạn cam kết mới (committedAt).',
    'The deadline has passed: a progress report needs a new committed date (committedAt).',
  ],
  COMMITMENT_BEFORE_DEADLINE: [
    409,
    'Chưa đến hạn trả lời: muốn có thêm thời gian, hãy gia hạn.',
    'The deadline has not passed: to have more time, extend it.',
  ],
  NO_ALARM_DUE: [409, 'Chưa đến mốc cảnh báo nào.', 'No alarm is due.'],
  SILENCE_NOT_OVER: [
    409,
    'Chưa hết thời gian chờ người dân bổ sung.',
    'The time for the citizen to reply is not over.',
  ],
  NO_DEADLINE_TO_MOVE: [409, 'Không có thời hạn nào thay đổi.', 'No deadline would move.'],
  ESCALATION_AT_TOP: [409, 'Đã ở cấp cao nhất.', 'Already at the highest level.'],

  // Phone numbers and citizens
  PHONE_INVALID: [422, 'Số điện thoại không hợp lệ.', 'The phone number is not valid.'],
  PHONE_SHORT_NUMBER: [
    422,
    'Đây là số dịch vụ ngắn, không phải số của người gọi.',
    "This is a short service number, not a caller's.",
  ],
  PHONE_AMBIGUOUS: [
    422,
    'Có nhiều hơn một số; hãy nhập từng số.',
    'There is more than one number; enter one.',
  ],
  DETAILS_REFUSED: [
    403,
    'Bốn số cuối điện thoại không đúng.',
    'The last four digits are not right.',
  ],
  TOO_MANY_ATTEMPTS: [
    429,
    'Đã thử quá nhiều lần; hãy thử lại sau một giờ.',
    'Too many attempts; try again in an hour.',
  ],

  // Directory
  STAFF_INVALID: [
    422,
    'Cán bộ, lãnh đạo đơn vị phải thuộc một đơn vị; vai trò khác thì không.',
    'An officer or department lead has a department; nobody else has one.',
  ],

  ...administrationProblems,

  ...deliveryProblems,

  ...statisticsProblems,
} as const satisfies Record<string, readonly [status: number, vi: string, en: string]>;

export type ProblemCode = keyof typeof problems;

/** An expected failure: a registered code, with whatever helps the caller beside it. */
export interface AppError {
  readonly code: ProblemCode;
}
