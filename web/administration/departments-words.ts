import { defineWords } from '../words/define-words.ts';

interface Open {
  readonly cases: string;
  readonly complete: boolean;
}

export const departmentsWords = defineWords({
  vi: {
    title: 'Đơn vị',
    intro:
      'Các đầu mối nhận việc từ tổng đài. Mã không đổi và không dùng lại; đơn vị không còn hoạt động thì ngừng nhận việc mới.',
    departments: (n: number) => `Đơn vị (${n})`,
    add: 'Thêm đơn vị',
    codeHint: 'Chữ in hoa không dấu và số: SGTVT. Không đổi được về sau.',
    kind: 'Loại đơn vị',
    department: 'Sở, ban, ngành',
    district: 'UBND địa bàn',
    districtOf: 'Địa bàn',
    agency: 'Cơ quan trung ương, đơn vị sự nghiệp',
    utility: 'Doanh nghiệp dịch vụ công',
    takesCases: 'Nhận việc mới',
    takesCasesHint:
      'Bỏ chọn để ngừng: đơn vị vẫn xử lý và trả lời những vụ đang có, người của đơn vị vẫn vào được.',
    closed: 'Ngừng nhận việc mới',
    nothingOpen: (name: string) => `${name} không còn vụ nào đang xử lý.`,
    stillOpen: (name: string, { cases, complete }: Open) =>
      `${name} còn ${complete ? '' : 'ít nhất '}${cases} vụ đang xử lý: sẽ làm tiếp và trả lời những vụ này, không nhận thêm.`,
  },
  en: {
    title: 'Departments',
    intro:
      'The focal points that the hotline sends cases to. Codes never change and are never used again; a department that is no more stops taking new cases.',
    departments: (n: number) => `Departments (${n})`,
    add: 'Add a department',
    codeHint: 'Capitals without marks, and digits: SGTVT. It cannot be changed later.',
    kind: 'Kind of department',
    department: 'Department of the province',
    district: 'Committee of a district',
    districtOf: 'District',
    agency: 'Central agency or public body',
    utility: 'Public utility',
    takesCases: 'Takes new cases',
    takesCasesHint:
      'Without it the department goes on with the cases that it has, and its people keep their access.',
    closed: 'Takes no new cases',
    nothingOpen: (name: string) => `${name} has no case at work.`,
    stillOpen: (name: string, { cases, complete }: Open) =>
      `${name} has ${complete ? '' : 'at least '}${cases} ${cases === '1' ? 'case' : 'cases'} at work: it finishes and answers them, and takes no others.`,
  },
});
