import { defineWords } from '../words/define-words.ts';

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const departmentsWords = defineWords({
  vi: {
    title: 'Đơn vị và lĩnh vực',
    intro: 'Danh mục đang áp dụng: ai chủ trì lĩnh vực nào, phải trả lời trong bao lâu.',
    departments: (n: number) => `Đơn vị (${n})`,
    services: (n: number) => `Lĩnh vực (${n})`,
    code: 'Mã',
    name: 'Tên',
    class: 'Loại',
    lead: 'Chủ trì',
    target: 'Thời hạn trả lời',
    '@district': 'UBND nơi xảy ra',
    '@hotline': 'Tổng đài trả lời',
    workingDays: (n: number) => `${n} ngày làm việc`,
    workingHours: (n: number) => `${n} giờ làm việc`,
    workingMinutes: (n: number) => `${n} phút làm việc`,
    hours: (n: number) => `${n} giờ`,
  },
  en: {
    title: 'Departments and services',
    intro: 'The catalogue in force: who leads which service, and how long an answer may take.',
    departments: (n: number) => `Departments (${n})`,
    services: (n: number) => `Services (${n})`,
    code: 'Code',
    name: 'Name',
    class: 'Class',
    lead: 'Lead',
    target: 'Time to answer',
    '@district': 'The committee of the place',
    '@hotline': 'The desk answers',
    workingDays: (n: number) => counted(n, 'working day', 'working days'),
    workingHours: (n: number) => counted(n, 'working hour', 'working hours'),
    workingMinutes: (n: number) => counted(n, 'working minute', 'working minutes'),
    hours: (n: number) => counted(n, 'hour', 'hours'),
  },
});
