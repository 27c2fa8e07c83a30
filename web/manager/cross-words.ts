import type { operations } from '../platform/api-types.ts';
import { type Named } from '../../shared/domain/status-names.ts';
import { defineWords } from '../words/define-words.ts';

type CrossQuery = operations['getCross']['parameters']['query'];
export type CrossDimension = CrossQuery['rows'];
export type CrossView = CrossQuery['view'];

const named = (name: string, nameEn: string): Named => ({ name, nameEn });

/** What rows and columns can be; agents are for those who lead them. */
export const dimensionNames = {
  department: named('Đơn vị chủ trì', 'Lead department'),
  supporting: named('Đơn vị phối hợp', 'Supporting department'),
  class: named('Loại', 'Class'),
  group: named('Nhóm lĩnh vực', 'Group of services'),
  service: named('Lĩnh vực', 'Service'),
  channel: named('Kênh', 'Channel'),
  priority: named('Mức độ', 'Priority'),
  district: named('Huyện (đến 30/6/2025)', 'District (until 30 June 2025)'),
  commune: named('Xã (đến 30/6/2025)', 'Commune (until 30 June 2025)'),
  ward: named('Phường, xã (từ 01/7/2025)', 'Ward (since 1 July 2025)'),
  day: named('Ngày', 'Day'),
  week: named('Tuần', 'Week'),
  month: named('Tháng', 'Month'),
  quarter: named('Quý', 'Quarter'),
  model: named('Phiên bản bộ phân loại', 'Classifier version'),
  rule: named('Cách chọn đơn vị', 'How the lead was chosen'),
  agent: named('Người chuyển', 'Who routed'),
} as const satisfies Record<CrossDimension, Named>;
// Object.keys widens to string; the keys of a constant are its type.
export const CROSS_DIMENSIONS = Object.keys(dimensionNames) as readonly CrossDimension[];

/** Known of what was forwarded alone. */
export const FORWARDED_ONLY: readonly CrossDimension[] = ['model', 'rule', 'agent'];
/** They run one after another, whatever lies in them. */
export const CROSS_TIMES: readonly CrossDimension[] = ['day', 'week', 'month', 'quarter'];

export const crossWords = defineWords({
  vi: {
    title: 'Bảng chéo',
    intro:
      'Một chiều theo một chiều khác, của một nhóm vụ việc. Mỗi con số mở danh sách vụ việc của nó.',
    cohort: 'Vụ việc',
    received: 'Tiếp nhận trong kỳ',
    forwarded: 'Chuyển xử lý trong kỳ',
    rows: 'Hàng',
    columns: 'Cột',
    swap: 'Đổi hàng và cột',
    figure: 'Con số',
    counts: 'Số vụ việc',
    rates: 'Tỷ lệ',
    total: 'Cộng',
    finding: (rows: string, columns: string) => `${rows} theo ${columns}`,
    region: (name: string) => `${name}, cuộn ngang được`,
    of: (period: string, cohort: string) => `${cohort}, ${period}`,
    none: 'Không có vụ việc nào trong kỳ này.',
    several:
      'Một vụ có nhiều đơn vị phối hợp nằm ở dòng của từng đơn vị, nên các dòng không cộng lại bằng tổng.',
    small: (least: string) =>
      `* Dưới ${least} vụ việc: tỷ lệ nói lên ít, xếp sau cùng. Xếp theo đầu dưới của khoảng tin cậy 95 %.`,
    smallMark: (least: string) => `Dưới ${least} vụ`,
    all: 'Mọi con số',
    adding: 'Đang cộng từng vụ việc; tỉnh nhiều vụ việc thì mất vài giây.',
  },
  en: {
    title: 'Cross table',
    intro:
      'One dimension by another, of one cohort of cases. Each number opens the list of its cases.',
    cohort: 'Cases',
    received: 'Received in the period',
    forwarded: 'Forwarded in the period',
    rows: 'Rows',
    columns: 'Columns',
    swap: 'Swap rows and columns',
    figure: 'Figure',
    counts: 'Cases',
    rates: 'Rates',
    total: 'Total',
    finding: (rows: string, columns: string) => `${rows} by ${columns}`,
    region: (name: string) => `${name}, scrolls sideways`,
    of: (period: string, cohort: string) => `${cohort}, ${period}`,
    none: 'No cases in this period.',
    several:
      'A case with several supporting departments is in the row of each, so the rows do not add up to the total.',
    small: (least: string) =>
      `* Fewer than ${least} cases: the rate says little and stands last. Sorted by the lower end of the 95 % interval.`,
    smallMark: (least: string) => `Fewer than ${least} cases`,
    all: 'All figures',
    adding: 'Adding up case by case; where there are many, that takes some seconds.',
  },
});
