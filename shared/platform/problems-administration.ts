/** Problems of what administrators publish: status, Vietnamese, English (problems.ts). */
export const administrationProblems = {
  // Routing rules
  RULES_INVALID: [
    422,
    'Quy tắc điều phối có chỗ chưa đúng; xem từng mục bên dưới.',
    'The routing rules are not right in places; see each below.',
  ],
  RULES_VERSION_CONFLICT: [
    412,
    'Quy tắc điều phối đã thay đổi từ lần bạn đọc; hãy đọc lại rồi quyết định.',
    'The routing rules changed since you read them; read them again, then decide.',
  ],
  RULES_NOT_FOUND: [404, 'Không có phiên bản quy tắc này.', 'There is no such version of rules.'],

  // Departments and services
  DIRECTORY_INVALID: [
    422,
    'Danh mục có chỗ chưa đúng; xem từng mục bên dưới.',
    'The list is not right in places; see each below.',
  ],
  DIRECTORY_VERSION_CONFLICT: [
    412,
    'Danh mục đã thay đổi từ lần bạn đọc; hãy đọc lại rồi quyết định.',
    'The list changed since you read it; read it again, then decide.',
  ],
  DIRECTORY_NOT_FOUND: [
    404,
    'Không có phiên bản danh mục này.',
    'There is no such version of the list.',
  ],

  // Learned models
  MODEL_NOT_FOUND: [
    404,
    'Không có mô hình này, hoặc nó thuộc bản phần mềm trước.',
    'There is no such model, or it belongs to an earlier release.',
  ],
  MODEL_REPORT_NOT_FOUND: [404, 'Không có phiếu đánh giá này.', 'There is no such report card.'],
  MODEL_HOLDS_ALREADY: [
    409,
    'Mô hình này đang được dùng, không có gì để quay lại.',
    'This model holds already, so there is nothing to go back to.',
  ],
  MODEL_VERSION_CONFLICT: [
    412,
    'Mô hình đang dùng đã thay đổi từ lần bạn đọc; hãy đọc lại rồi quyết định.',
    'The model that holds changed since you read it; read it again, then decide.',
  ],

  // Answer templates
  TEMPLATE_VERSION_CONFLICT: [
    412,
    'Mẫu trả lời đã thay đổi từ lần bạn đọc; hãy đọc lại rồi quyết định.',
    'The template changed since you read it; read it again, then decide.',
  ],
  TEMPLATE_PLACEHOLDER: [
    422,
    'Mẫu có chỗ điền mà hệ thống không biết (unknown); chỉ dùng những chỗ điền ở known.',
    'The text has placeholders that nobody fills in (unknown); use those in known.',
  ],
  TEMPLATE_LIMIT: [
    409,
    'Đã đủ số mẫu cho phép; hãy sửa một mẫu không còn dùng thành mẫu mới.',
    'There are as many templates as may be; turn one that is no longer used into this one.',
  ],

  // Calendars
  CALENDAR_INVALID: [
    422,
    'Lịch làm việc có chỗ chưa đúng; xem từng mục bên dưới.',
    'The calendar is not right in places; see each below.',
  ],
  CALENDAR_VERSION_CONFLICT: [
    412,
    'Lịch làm việc đã thay đổi từ lần bạn đọc; hãy đọc lại rồi quyết định.',
    'The calendar changed since you read it; read it again, then decide.',
  ],
  CALENDAR_YEAR_IN_USE: [
    409,
    'Năm này đã có lịch và đang có vụ việc tính theo; muốn thay thì nêu rõ (replaceYear).',
    'The year has a calendar by which cases run; to replace it, say so (replaceYear).',
  ],
  CALENDAR_NOT_FOUND: [404, 'Không có phiên bản lịch này.', 'There is no such calendar version.'],
} as const;
