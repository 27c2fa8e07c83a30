import { defineWords } from '../words/define-words.ts';

export const administrationWords = defineWords({
  vi: {
    problems: (n: number) => `Cần sửa ${n} chỗ trước khi công bố`,
    by: (who: string) => `${who},`,
    builtIn: 'Có sẵn theo phần mềm',
    version: (n: number) => `Phiên bản ${n}`,
    history: 'Lịch sử công bố',
    noHistory: 'Chưa ai công bố phiên bản nào.',
    compare: 'Xem trước và sau',
    hide: 'Ẩn',
    before: 'Trước',
    after: 'Sau',
    nothing: 'Không có',
    reason: 'Lý do công bố',
    reasonHint: 'Số và ngày của văn bản, hoặc điều đã xảy ra.',
    publish: 'Công bố, áp dụng sau một phút',
  },
  en: {
    problems: (n: number) =>
      n === 1
        ? '1 thing to put right before publishing'
        : `${n} things to put right before publishing`,
    by: (who: string) => `${who},`,
    builtIn: 'Came with the software',
    version: (n: number) => `Version ${n}`,
    history: 'What was published',
    noHistory: 'Nobody has published a version yet.',
    compare: 'Show before and after',
    hide: 'Hide',
    before: 'Before',
    after: 'After',
    nothing: 'Nothing',
    reason: 'Why it is published',
    reasonHint: 'Number and date of the decision, or what happened.',
    publish: 'Publish, in force a minute later',
  },
});
