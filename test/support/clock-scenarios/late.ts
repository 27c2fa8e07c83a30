import { at } from '../case-builder.ts';
import { desk, log, named, officerOf, type Scenario, time } from './scenario.ts';

/** What comes when nothing is done in time, or nobody looks. */
export const lateScenarios: readonly Scenario[] = [
  {
    title: named('Ban đêm không ai chuyển', 'Nobody hands it off at night'),
    shows: named(
      '5 phút để chuyển tính suốt ngày đêm, vì tổng đài trực suốt ngày đêm. Văn phòng UBND tỉnh được nhắc khi mở cửa.',
      'The five minutes run round the clock, as the desk does. The province office is told when it opens.',
    ),
    timeline: [
      ['2026-03-06 22:00', log(), 'hand_off due 2026-03-06 22:05: used 0:00, left 0:05'],
      [
        '2026-03-06 22:04',
        time('hand_off at_risk: level 0, agent at once'),
        'hand_off due 2026-03-06 22:05: used 0:04, left 0:01',
      ],
      [
        '2026-03-06 22:05',
        time('hand_off missed: level 1, supervisor at once'),
        'hand_off due 2026-03-06 22:05: used 0:05, left 0:00',
      ],
      [
        '2026-03-06 23:05',
        time('hand_off escalated: level 2, supervisor at once'),
        'hand_off due 2026-03-06 22:05: used 1:05, over 1:00',
      ],
      [
        '2026-03-07 02:05',
        time('hand_off escalated: level 3, province_office from 2026-03-09 07:30'),
        'hand_off due 2026-03-06 22:05: used 4:05, over 4:00',
      ],
      [
        '2026-03-07 06:00',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-06 22:05: used 8:00, over 7:55',
        // Received after closing on Friday, which counts as Monday: Tuesday, Wednesday, Thursday.
        'answer TA due 2026-03-12 17:00: used 0:00, left 32:00',
      ],
      [
        '2026-03-09 08:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-12 17:00: used 0:30, left 31:30',
      ],
    ],
  },
  {
    title: named(
      'Quá hạn: báo cáo tiến độ và thời hạn cam kết',
      'Past its deadline: progress report and committed date',
    ),
    shows: named(
      'Đã quá hạn thì không gia hạn được nữa; báo cáo tiến độ phải kèm thời hạn cam kết mới mà người dân thấy. Hạn cũ vẫn là lỡ hạn và các cấp vẫn được báo.',
      'A missed deadline cannot be extended; a progress report comes with a new date that the citizen sees. The deadline stays missed and the ladder goes on.',
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
        '2026-03-05 17:00',
        time('answer TA missed: level 1, department_lead from 2026-03-06 07:30'),
        'answer TA due 2026-03-05 17:00: used 30:30, left 0:00',
      ],
      [
        '2026-03-06 08:00',
        officerOf('TA').fails('DEADLINE_PASSED', 'extend', { answerDueAt: at('2026-03-10 17:00') }),
        'answer TA due 2026-03-05 17:00: used 31:00, over 0:30',
      ],
      [
        '2026-03-06 08:05',
        officerOf('TA').fails('COMMITMENT_NEEDED', 'report-progress', {}),
        'answer TA due 2026-03-05 17:00: used 31:05, over 0:35',
      ],
      [
        '2026-03-06 08:10',
        officerOf('TA').does('report-progress', { committedAt: at('2026-03-10 17:00') }),
        'answer TA due 2026-03-05 17:00: used 31:10, over 0:40',
        'committed 2026-03-10 17:00',
      ],
      [
        // Eight working hours after the deadline.
        '2026-03-06 17:00',
        time('answer TA escalated: level 2, supervisor at once'),
        'answer TA due 2026-03-05 17:00: used 38:30, over 8:00',
      ],
      [
        '2026-03-10 11:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-05 17:00: used 50:00, over 19:30',
      ],
    ],
  },
  {
    title: named('Hệ thống quét ngừng ba giờ', 'The sweep is down for three hours'),
    shows: named(
      'Không có lần quét nào từ 9:00 đến 12:00. Lần quét sau đó ghi lần lượt từng mốc đã đến, mỗi mốc một lần, với thời điểm thật; người được nhắc khi mở cửa lúc 13:00.',
      'No sweep runs from 9:00 to 12:00. The next raises each rung that has come, in order and once, with its true instant; people are told from 13:00, when the office opens.',
    ),
    outage: { from: '2026-03-03 09:00', until: '2026-03-03 12:00' },
    timeline: [
      [
        '2026-03-02 10:45',
        log('water-supply'),
        'hand_off due 2026-03-02 10:50: used 0:00, left 0:05',
      ],
      [
        '2026-03-02 10:47',
        desk.does('route', { lead: 'BIWASE', supporting: [] }),
        'hand_off due 2026-03-02 10:50: used 0:02, left 0:03',
        'answer BIWASE due 2026-03-03 10:45: used 0:02, left 7:58',
      ],
      [
        '2026-03-02 13:10',
        officerOf('BIWASE').does('accept', {}),
        'answer BIWASE due 2026-03-03 10:45: used 0:55, left 7:05',
      ],
      [
        '2026-03-03 12:00',
        time(
          'answer BIWASE at_risk: level 0, officer from 2026-03-03 13:00, reached 2026-03-03 09:09',
        ),
        'answer BIWASE due 2026-03-03 10:45: used 8:45, over 0:45',
      ],
      [
        '2026-03-03 12:00',
        time(
          'answer BIWASE missed: level 1, department_lead from 2026-03-03 13:00, reached 2026-03-03 10:45',
        ),
        'answer BIWASE due 2026-03-03 10:45: used 8:45, over 0:45',
      ],
      [
        // Eight working hours after the deadline, not after the sweep.
        '2026-03-04 10:45',
        time('answer BIWASE escalated: level 2, supervisor at once'),
        'answer BIWASE due 2026-03-03 10:45: used 16:00, over 8:00',
      ],
      [
        '2026-03-04 11:00',
        officerOf('BIWASE').does('answer', {}),
        'answer BIWASE due 2026-03-03 10:45: used 16:15, over 8:15',
      ],
    ],
  },
];
