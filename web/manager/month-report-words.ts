import { defineWords } from '../words/define-words.ts';

export const monthReportWords = defineWords({
  vi: {
    docx: 'Báo cáo tháng (Word)',
    pdf: 'Báo cáo tháng (PDF)',
    making: 'Đang lập báo cáo…',
    whyNot: 'Báo cáo tháng cần kỳ là trọn một tháng, từ ngày đầu đến ngày cuối.',
  },
  en: {
    docx: 'Monthly report (Word)',
    pdf: 'Monthly report (PDF)',
    making: 'Writing the report…',
    whyNot: 'A monthly report needs one whole month, from its first day to its last.',
  },
});
