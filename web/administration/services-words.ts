import { defineWords } from '../words/define-words.ts';

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const servicesWords = defineWords({
  vi: {
    title: 'Lĩnh vực và thời hạn',
    intro:
      'Ai chủ trì lĩnh vực nào, phải trả lời trong bao lâu. Thời hạn mới áp dụng cho những vụ được chuyển xử lý từ khi công bố; vụ đã chuyển giữ hạn cũ.',
    services: (n: number) => `Lĩnh vực (${n})`,
    add: 'Thêm lĩnh vực',
    codeHint: 'Chữ thường, số, gạch nối: street-light. Không đổi được về sau.',
    class: 'Loại',
    classHint: 'Không đổi được về sau: vụ việc đã được đếm theo loại.',
    group: 'Nhóm lĩnh vực',
    target: 'Thời hạn trả lời',
    supportingTarget: 'Thời hạn phối hợp',
    ownSupporting: 'Đơn vị phối hợp có thời hạn riêng',
    ownSupportingHint: 'Bỏ chọn thì theo tỷ lệ chung của tỉnh trên thời hạn trả lời.',
    unitOf: (what: string) => `${what}: tính theo`,
    inWorkingDays: 'ngày làm việc',
    inWorkingHours: 'giờ làm việc',
    inWorkingMinutes: 'phút làm việc',
    inHours: 'giờ, kể cả ngày nghỉ',
    urgent: 'Khẩn',
    urgentHint: 'Vụ thuộc lĩnh vực này là khẩn ngay khi chọn; không tự chuyển.',
    offered: 'Đang tiếp nhận',
    offeredHint:
      'Bỏ chọn để ngừng: không được đề xuất và không chọn được cho vụ mới; vụ đã có giữ nguyên.',
    closed: 'Ngừng tiếp nhận',
    with: (who: string) => `cùng ${who}`,
    '@district': 'UBND nơi xảy ra',
    '@hotline': 'Tổng đài trả lời',
    workingDays: (n: number) => `${n} ngày làm việc`,
    workingHours: (n: number) => `${n} giờ làm việc`,
    workingMinutes: (n: number) => `${n} phút làm việc`,
    hours: (n: number) => `${n} giờ`,
    dueThen: 'tiếp nhận lúc này thì hạn là',
    dueNow: 'hiện nay là',
    notCovered: 'chưa có lịch',
    noneOpen: 'Không có vụ nào đang ở đơn vị.',
    openKeep: (open: string, other: string) =>
      `${open} vụ đang ở đơn vị giữ hạn đã ghi; tính theo thời hạn mới thì ${other} vụ có hạn khác.`,
    appliesFrom:
      'Áp dụng cho vụ được chuyển xử lý hoặc mở lại từ khi công bố (tính từ lúc tiếp nhận), và khi dời hạn theo lịch mới. Nếu đổi giữa giờ làm việc và giờ liên tục, thời gian còn lại của vụ đang mở được đếm theo cách mới.',
  },
  en: {
    title: 'Services and targets',
    intro:
      'Who leads which service, and how long an answer may take. A new target holds for what is routed from its publication on; what was routed before keeps its deadline.',
    services: (n: number) => `Services (${n})`,
    add: 'Add a service',
    codeHint: 'Small letters, digits, hyphens: street-light. It cannot be changed later.',
    class: 'Class',
    classHint: 'It cannot be changed later: cases were counted under it.',
    group: 'Group of services',
    target: 'Time to answer',
    supportingTarget: 'Time for supporting departments',
    ownSupporting: 'Supporting departments have a time of their own',
    ownSupportingHint:
      'Without it they have the share of the time to answer that the province gives.',
    unitOf: (what: string) => `${what}: counted in`,
    inWorkingDays: 'working days',
    inWorkingHours: 'working hours',
    inWorkingMinutes: 'working minutes',
    inHours: 'hours round the clock',
    urgent: 'Urgent',
    urgentHint: 'A case is urgent as soon as it is of this service, and does not route itself.',
    offered: 'Offered',
    offeredHint:
      'Without it nobody is proposed it and no new case is of it; those that are stay so.',
    closed: 'Not offered',
    with: (who: string) => `with ${who}`,
    '@district': 'The committee of the place',
    '@hotline': 'The desk answers',
    workingDays: (n: number) => counted(n, 'working day', 'working days'),
    workingHours: (n: number) => counted(n, 'working hour', 'working hours'),
    workingMinutes: (n: number) => counted(n, 'working minute', 'working minutes'),
    hours: (n: number) => counted(n, 'hour', 'hours'),
    dueThen: 'received now it would be due',
    dueNow: 'at present',
    notCovered: 'beyond the calendar',
    noneOpen: 'No case is with departments.',
    openKeep: (open: string, other: string) =>
      `${open} with departments keep their deadlines; by the new target ${other} would have another.`,
    appliesFrom:
      'It holds for cases that are routed or reopened from its publication on, counted from receipt, and where deadlines are moved to a new calendar. If it goes from working time to hours round the clock or back, what open cases have left is counted the new way.',
  },
});
