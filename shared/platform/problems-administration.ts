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
