import type { Definition } from '../statistics-definitions.ts';
import { HEADLINE_DEFINITIONS } from '../statistics-headline-definitions.ts';
import type { Named } from '../status-names.ts';
import type { OpenDataset } from './open-issue.ts';
import { MIN_CELL } from './small-cells.ts';

export const OPEN_TYPES = ['text', 'count', 'month', 'date'] as const;
export type OpenType = (typeof OPEN_TYPES)[number];
export const OPEN_UNITS = ['cases', 'answers'] as const;

/** A column of a dataset. */
export interface OpenField extends Named {
  readonly key: string;
  readonly type: OpenType;
  readonly unit: (typeof OPEN_UNITS)[number] | null;
  readonly definition: Definition;
}

const field = (
  [key, type]: readonly [string, OpenType],
  [name, nameEn]: readonly [string, string],
  [vi, en]: readonly [string, string],
): OpenField => ({ key, type, unit: null, name, nameEn, definition: { vi, en } });

/** Counts mean what they mean to managers. */
const counted = (
  key: keyof typeof HEADLINE_DEFINITIONS,
  [name, nameEn]: readonly [string, string],
): OpenField => ({
  ...{ key, type: 'count', unit: 'cases', name, nameEn },
  definition: HEADLINE_DEFINITIONS[key],
});

const month = field(
  ['month', 'month'],
  ['Tháng', 'Month'],
  ['Tháng theo lịch của tỉnh.', "The month, by the province's calendar."],
);
const nameOf = (key: string, [name, nameEn]: readonly [string, string]): OpenField =>
  field(
    [key, 'text'],
    [name, nameEn],
    ['Tên tiếng Việt của mã ở cột trước.', 'The Vietnamese name of the code before it.'],
  );

/** What stands in each dataset, in the order of its columns. */
export const OPEN_FIELDS = {
  figures: [
    month,
    field(
      ['dimension', 'text'],
      ['Tiêu chí', 'Dimension'],
      [
        'total (toàn tỉnh), class (loại), service (lĩnh vực), area (địa bàn), department (đơn vị chủ trì) hoặc channel (kênh). Mỗi tiêu chí cộng lại bằng toàn tỉnh.',
        'total, class, service, area, department (the lead) or channel. The rows of each add up to the total.',
      ],
    ),
    field(
      ['within', 'text'],
      ['Thuộc loại', 'Within class'],
      ['Chỉ của lĩnh vực: mã loại.', 'Of services only: the code of their class.'],
    ),
    field(
      ['value', 'text'],
      ['Mã', 'Code'],
      [
        `Mã của dòng. * là những giá trị có dưới ${MIN_CELL} vụ việc cộng chung; none là vụ việc chưa có giá trị; all là toàn tỉnh.`,
        `The code of the row. * stands for all values of fewer than ${MIN_CELL} cases together, none for cases that have no value, all for the total.`,
      ],
    ),
    nameOf('name', ['Tên', 'Name']),
    field(
      ['nameEn', 'text'],
      ['Tên tiếng Anh', 'English name'],
      ['Tên tiếng Anh của mã.', 'The English name of the code.'],
    ),
    counted('received', ['Đã tiếp nhận', 'Received']),
    counted('receivedAnswered', ['Đã tiếp nhận và đã trả lời', 'Received and answered']),
    counted('forwarded', ['Đã chuyển xử lý', 'Forwarded']),
    counted('answered', ['Đã trả lời, trong số đã chuyển', 'Answered, of those forwarded']),
    {
      ...counted('satisfactory', [
        'Đạt yêu cầu, trong số đã chuyển',
        'Satisfactory, of those forwarded',
      ]),
      definition: {
        vi: 'Đạt yêu cầu. Người dân đánh giá lần trả lời gần nhất là hài lòng hoặc chấp nhận được.',
        en: 'Judged satisfactory: the citizen found the latest answer satisfactory or acceptable.',
      },
    },
  ],
  cases: [
    month,
    field(
      ['week', 'date'],
      ['Tuần tiếp nhận', 'Week of receipt'],
      ['Ngày thứ Hai của tuần tiếp nhận.', 'The Monday of the week in which it was received.'],
    ),
    field(
      ['class', 'text'],
      ['Loại', 'Class'],
      [
        'field_report, procedure, information; none là chưa phân loại.',
        'field_report, procedure, information; none where it has not been classified.',
      ],
    ),
    nameOf('className', ['Tên loại', 'Name of the class']),
    field(
      ['service', 'text'],
      ['Lĩnh vực', 'Service'],
      ['Mã lĩnh vực.', 'The code of the service.'],
    ),
    nameOf('serviceName', ['Tên lĩnh vực', 'Name of the service']),
    field(
      ['area', 'text'],
      ['Địa bàn', 'Area'],
      [
        'Mã huyện đến tháng 6/2025, mã phường, xã từ tháng 7/2025; không bao giờ nhỏ hơn.',
        'The district until June 2025, the ward since July 2025, and never a smaller place.',
      ],
    ),
    nameOf('areaName', ['Tên địa bàn', 'Name of the area']),
    field(
      ['department', 'text'],
      ['Đơn vị chủ trì', 'Lead department'],
      [
        'Mã đơn vị chủ trì; none là do tổng đài tự trả lời.',
        'The lead department; none where the case stayed at the desk.',
      ],
    ),
    nameOf('departmentName', ['Tên đơn vị', 'Name of the department']),
    field(
      ['deadline', 'text'],
      ['Theo hạn', 'By its deadline'],
      [
        'on_time (đúng hạn), late (trễ hạn), open (chưa trả lời khi công bố), ended (kết thúc không trả lời), none (không có hạn).',
        'on_time, late, open (not answered when published), ended (without an answer), none (it has no deadline).',
      ],
    ),
    {
      ...field(
        ['answers', 'text'],
        ['Số lần trả lời', 'Answers'],
        ['0, 1, hoặc 2+ (hai lần trở lên).', '0, 1, or 2+ for two and more.'],
      ),
      unit: 'answers',
    },
    field(
      ['judgement', 'text'],
      ['Đánh giá', 'Judgement'],
      [
        'satisfied (hài lòng), acceptable (chấp nhận được), unsatisfied (không hài lòng), none (chưa đánh giá); của lần trả lời gần nhất.',
        'satisfied, acceptable, unsatisfied, or none; of the latest answer.',
      ],
    ),
  ],
} as const satisfies Record<OpenDataset, readonly OpenField[]>;

export const OPEN_TITLES: Readonly<Record<OpenDataset, Definition>> = {
  figures: {
    vi: 'Số liệu hằng tháng của tổng đài 1022',
    en: 'Figures of the 1022 hotline by month',
  },
  cases: {
    vi: 'Vụ việc của tổng đài 1022 theo tháng, không có thông tin cá nhân',
    en: 'Cases of the 1022 hotline by month, without personal data',
  },
};

export const OPEN_DESCRIPTIONS: Readonly<Record<OpenDataset, Definition>> = {
  figures: {
    vi: 'Số vụ việc đã tiếp nhận, đã chuyển, đã trả lời và đạt yêu cầu của mỗi tháng, toàn tỉnh và theo loại, lĩnh vực, địa bàn, đơn vị chủ trì, kênh.',
    en: 'Cases received, forwarded, answered and judged satisfactory in a month: in all, and by class, service, area, lead department and channel.',
  },
  cases: {
    vi: 'Mỗi dòng là một vụ việc tiếp nhận trong tháng, chỉ với những cột trong từ điển này.',
    en: 'A row a case that was received in the month, with the columns of this dictionary and no others.',
  },
};

/** How nobody is told of. It goes with every file. */
export const OPEN_RULE: Definition = {
  vi: `Không có lời nào của người dân, mã tra cứu, ngày giờ hay người. Ô trống là không công bố. Giá trị có dưới ${MIN_CELL} vụ việc được cộng chung vào dòng *; số dưới ${MIN_CELL}, và những số khác mà từ đó tính ra được, không công bố. Mỗi dòng của tập vụ việc giống hệt ít nhất ${MIN_CELL - 1} dòng khác; những cột làm cho nó khác đi để trống.`,
  en: `No word of a citizen, tracking code, instant or person is in it. An empty cell is not told. Values of fewer than ${MIN_CELL} cases are added up in the row *; counts of fewer than ${MIN_CELL}, and others from which they could be reckoned, are not told. Each row of the cases is the same as at least ${MIN_CELL - 1} others; columns in which it would differ are empty.`,
};
