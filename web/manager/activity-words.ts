import { defineWords } from '../words/define-words.ts';

export const activityWords = defineWords({
  vi: {
    title: 'Diễn biến trong kỳ',
    finding: (answers: string) => `${answers} lượt trả lời trong kỳ`,
    apart:
      'Những việc đã diễn ra trong các ngày này, mỗi việc tính vào ngày của nó, của vụ việc tiếp nhận bất cứ lúc nào. Đếm lượt, không đếm vụ, nên không chia được cho số tiếp nhận hay số đã chuyển.',
    by: 'Chia theo',
    total: 'Cộng',
    region: 'Diễn biến trong kỳ, cuộn ngang được',
    none: 'Không có việc gì diễn ra trong kỳ này.',
    all: 'Xem theo đơn vị, lĩnh vực, kênh …',
  },
  en: {
    title: 'What happened in the period',
    finding: (answers: string) =>
      answers === '1'
        ? '1 answer was given in the period'
        : `${answers} answers were given in the period`,
    apart:
      'What was done on these days, each on its own day, with cases received at any time. They count what was done, not cases, so they are no parts of the received or the forwarded.',
    by: 'By',
    total: 'Total',
    region: 'What happened in the period, scrolls sideways',
    none: 'Nothing happened in this period.',
    all: 'See it by department, service, channel …',
  },
});
