/** Problems of figures and of the cases behind them: status, Vietnamese, English (problems.ts). */
export const statisticsProblems = {
  PERIOD_REVERSED: [422, 'Ngày bắt đầu sau ngày kết thúc.', 'The period starts after it ends.'],
  PERIOD_TOO_LONG: [
    422,
    'Khoảng thời gian dài quá mười năm.',
    'The period is longer than ten years.',
  ],
  PERIOD_IN_FUTURE: [422, 'Khoảng thời gian ở tương lai.', 'The period lies in the future.'],
  STEPS_TOO_MANY: [
    422,
    'Khoảng thời gian có nhiều bước hơn mức cho phép (most): hãy chọn tuần hoặc tháng, hoặc rút ngắn.',
    'The period has more steps than one answer holds (most): choose weeks or months, or shorten it.',
  ],
  DIMENSIONS_EQUAL: [
    422,
    'Hàng và cột của bảng phải khác nhau.',
    'The rows and the columns of a table must differ.',
  ],
  CASES_TOO_MANY: [
    422,
    'Kỳ này có nhiều vụ việc hơn mức một bảng tính được (most): hãy rút ngắn kỳ, hoặc xuất danh sách vụ việc.',
    'The period has more cases than one table is made of (most): shorten it, or export the cases.',
  ],
  CELLS_TOO_MANY: [
    422,
    'Bảng có nhiều ô hơn mức cho phép (most): hãy chọn tiêu chí ít giá trị hơn, hoặc rút ngắn kỳ.',
    'The table has more cells than one answer holds (most): choose what has fewer values, or a shorter period.',
  ],
  FIGURE_NOT_BY: [
    422,
    'Chỉ tiêu này không được tính theo tiêu chí đã chọn; các tiêu chí có thể chọn ở allowed.',
    'This figure is not counted by what you chose; see allowed for what it is counted by.',
  ],
  CASES_OF_OTHERS: [
    403,
    'Đơn vị chỉ mở được danh sách vụ việc của mình: hãy chọn đơn vị (department).',
    'A department opens the lists of its own cases only: choose it (department).',
  ],
  ALERT_NOT_FOUND: [404, 'Không có cảnh báo này.', 'There is no such alert.'],
  ALERT_ACKNOWLEDGED: [
    409,
    'Cảnh báo này đã có người nhận (acknowledgement).',
    'Somebody has acknowledged this alert already (acknowledgement).',
  ],
  WEEK_UNKNOWN: [422, 'Năm này không có tuần 53.', 'That year has no 53rd week.'],
  EXPORT_NOT_FOUND: [
    404,
    'Không tìm thấy tệp xuất này trong số các tệp của bạn.',
    'There is no such export among yours.',
  ],
  EXPORT_TOO_LARGE: [
    422,
    'Khoảng thời gian có nhiều vụ việc (cases) hơn mức cho phép của một tệp (most): hãy chia thành nhiều kỳ.',
    'The period has more cases (cases) than one file holds (most): split it into several periods.',
  ],
  EXPORTS_TOO_MANY: [
    429,
    'Bạn đang có quá nhiều tệp xuất chạy cùng lúc (running) hoặc còn được giữ (kept): hãy đợi hoặc dùng tệp đã có.',
    'You have too many exports running (running) or kept (kept): wait, or use those that are there.',
  ],
  OPEN_DATA_NOT_FOUND: [
    404,
    'Không có tập dữ liệu này, hoặc tháng này không có dữ liệu; danh mục ở /v1/open-data.',
    'There is no such dataset, or none of that month; see /v1/open-data for what there is.',
  ],
  OPEN_DATA_NOT_PUBLISHED: [
    404,
    'Dữ liệu của tháng này chưa được công bố; sớm nhất là ngày publishedFrom.',
    'The data of that month are not published yet; the first day on which they may be is publishedFrom.',
  ],
} as const;
