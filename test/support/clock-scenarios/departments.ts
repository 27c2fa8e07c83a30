import { at } from '../case-builder.ts';
import { citizen, desk, log, named, officerOf, type Scenario, time } from './scenario.ts';

/** What departments do to a clock, and what they cannot. */
export const departmentScenarios: readonly Scenario[] = [
  {
    title: named('Trả lại và chuyển đơn vị khác', 'Returned, and sent elsewhere'),
    shows: named(
      'Đồng hồ của người dân chạy tiếp từ lúc tiếp nhận: đơn vị sau nhận thời gian còn lại. Thời gian mất được lưu; tổng đài có lại 5 phút để chuyển.',
      'The citizen’s clock goes on from receipt: the next department has what is left. The time lost is stored; the desk has its five minutes again.',
    ),
    timeline: [
      ['2026-03-02 09:00', log(), 'hand_off due 2026-03-02 09:05: used 0:00, left 0:05'],
      [
        '2026-03-02 09:02',
        desk.does('route', { lead: 'SXD', supporting: [] }),
        'hand_off due 2026-03-02 09:05: used 0:02, left 0:03',
        'answer SXD due 2026-03-05 17:00: used 0:02, left 30:28',
      ],
      [
        '2026-03-03 10:00',
        officerOf('SXD').does('return', { reason: 'wrong_department', proposed: 'TA' }),
        'hand_off due 2026-03-03 10:05: used 0:00, left 0:05',
        'answer due 2026-03-05 17:00: used 9:00, left 21:30',
        // Since it was routed, round the clock.
        'lost 24:58',
      ],
      [
        '2026-03-03 10:03',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-03 10:05: used 0:03, left 0:02',
        'answer TA due 2026-03-05 17:00: used 9:03, left 21:27',
      ],
      [
        '2026-03-03 10:30',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-05 17:00: used 9:30, left 21:00',
      ],
      [
        // A fifth of the whole 30:30, not of what the second department had.
        '2026-03-05 09:24',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-05 17:00: used 24:24, left 6:06',
      ],
      [
        '2026-03-05 15:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-05 17:00: used 28:30, left 2:00',
      ],
    ],
  },
  {
    title: named('Gia hạn hai lần, lần thứ ba bị từ chối', 'Extended twice, refused a third time'),
    shows: named(
      'Mỗi lần gia hạn cam kết một thời điểm trong giờ làm việc, được đếm, và mốc “sắp đến hạn” tính lại theo hạn mới.',
      'Each extension commits to an instant in working time and is counted; “at risk” is reckoned anew for the new deadline.',
    ),
    timeline: [
      ['2026-03-02 09:00', log(), 'hand_off due 2026-03-02 09:05: used 0:00, left 0:05'],
      [
        '2026-03-02 09:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-02 09:05: used 0:02, left 0:03',
        'answer TA due 2026-03-05 17:00: used 0:02, left 30:28',
      ],
      [
        '2026-03-02 09:30',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-05 17:00: used 0:30, left 30:00',
      ],
      [
        '2026-03-05 09:24',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-05 17:00: used 24:24, left 6:06',
      ],
      [
        '2026-03-05 10:00',
        officerOf('TA').does('extend', { answerDueAt: at('2026-03-09 17:00') }),
        'answer TA due 2026-03-09 17:00: used 25:00, left 21:30',
        'extensions 1',
      ],
      [
        // A fifth of 46:30 is 9:18: Monday's eight hours and 1:18 of Friday.
        '2026-03-06 15:42',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-09 17:00: used 37:12, left 9:18',
      ],
      [
        '2026-03-09 09:55',
        officerOf('TA').fails('DATE_NOT_IN_WORKING_TIME', 'extend', {
          answerDueAt: at('2026-03-14 09:00'),
        }),
        'answer TA due 2026-03-09 17:00: used 40:55, left 5:35',
      ],
      [
        '2026-03-09 10:00',
        officerOf('TA').does('extend', { answerDueAt: at('2026-03-11 11:30') }),
        'answer TA due 2026-03-11 11:30: used 41:00, left 17:30',
        'extensions 2',
      ],
      [
        // A fifth of 58:30 is 11:42: four hours of Wednesday, 7:42 of Tuesday.
        '2026-03-10 07:48',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-11 11:30: used 46:48, left 11:42',
      ],
      [
        '2026-03-10 14:00',
        officerOf('TA').fails('EXTENSION_LIMIT', 'extend', { answerDueAt: at('2026-03-13 17:00') }),
        'answer TA due 2026-03-11 11:30: used 51:30, left 7:00',
      ],
      [
        '2026-03-11 11:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-11 11:30: used 58:00, left 0:30',
      ],
    ],
  },
  {
    title: named('Đơn vị phối hợp có hạn riêng', 'A supporting department’s own clock'),
    shows: named(
      'Đơn vị phối hợp có 60 % thời hạn của đơn vị chủ trì (2 trong 3 ngày), với các mốc và người được nhắc riêng.',
      'A supporting department has 60 % of the lead’s target (two days of three), with rungs and reminders of its own.',
    ),
    timeline: [
      ['2026-03-05 09:00', log(), 'hand_off due 2026-03-05 09:05: used 0:00, left 0:05'],
      [
        '2026-03-05 09:02',
        desk.does('route', { lead: 'TA', supporting: ['SXD'] }),
        'hand_off due 2026-03-05 09:05: used 0:02, left 0:03',
        'answer TA due 2026-03-10 17:00: used 0:02, left 30:28',
        'part SXD due 2026-03-09 17:00: used 0:02, left 22:28',
      ],
      [
        '2026-03-05 10:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-10 17:00: used 1:00, left 29:30',
        'part SXD due 2026-03-09 17:00: used 1:00, left 21:30',
      ],
      [
        // A fifth of 22:30 is 4:30.
        '2026-03-09 11:00',
        time('part SXD at_risk: level 0, officer at once'),
        'answer TA due 2026-03-10 17:00: used 18:00, left 12:30',
        'part SXD due 2026-03-09 17:00: used 18:00, left 4:30',
      ],
      [
        '2026-03-09 17:00',
        time('part SXD missed: level 1, department_lead from 2026-03-10 07:30'),
        'answer TA due 2026-03-10 17:00: used 22:30, left 8:00',
        'part SXD due 2026-03-09 17:00: used 22:30, left 0:00',
      ],
      [
        '2026-03-10 08:00',
        officerOf('SXD').does('answer-part', {}),
        'answer TA due 2026-03-10 17:00: used 23:00, left 7:30',
        'part SXD due 2026-03-09 17:00: used 23:00, over 0:30',
      ],
      [
        '2026-03-10 09:24',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-10 17:00: used 24:24, left 6:06',
      ],
      [
        '2026-03-10 16:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-10 17:00: used 29:30, left 1:00',
      ],
    ],
  },
  {
    title: named('Mở lại: đồng hồ mới', 'Reopened: a new clock'),
    shows: named(
      'Người dân không hài lòng và yêu cầu xử lý lại: ba ngày làm việc mới, tính từ lúc mở lại.',
      'The citizen is not satisfied and asks again: three new working days, from the reopening.',
    ),
    timeline: [
      ['2026-03-02 09:00', log(), 'hand_off due 2026-03-02 09:05: used 0:00, left 0:05'],
      [
        '2026-03-02 09:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-02 09:05: used 0:02, left 0:03',
        'answer TA due 2026-03-05 17:00: used 0:02, left 30:28',
      ],
      [
        '2026-03-02 09:30',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-05 17:00: used 0:30, left 30:00',
      ],
      [
        '2026-03-04 10:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-05 17:00: used 17:00, left 13:30',
      ],
      [
        '2026-03-04 14:00',
        citizen.does('rate', { round: 1, judgement: 'unsatisfied' }),
        'closed judged',
      ],
      [
        '2026-03-05 08:00',
        citizen.does('reopen', {}),
        // It is back with its department at once.
        'hand_off due 2026-03-05 08:05: used 0:00, left 0:05',
        'answer TA due 2026-03-10 17:00: used 0:00, left 31:30',
      ],
      [
        '2026-03-05 09:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-10 17:00: used 1:00, left 30:30',
      ],
      [
        // A fifth of 31:30 is 6:18.
        '2026-03-10 09:12',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-10 17:00: used 25:12, left 6:18',
      ],
      [
        '2026-03-10 10:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-10 17:00: used 26:00, left 5:30',
      ],
    ],
  },
];
