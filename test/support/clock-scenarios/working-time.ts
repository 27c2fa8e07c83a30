import { desk, log, look, named, officerOf, type Scenario, time } from './scenario.ts';

/** How working time runs: from 7:30 to 11:30 and from 13:00 to 17:00, eight hours a day. */
export const workingTimeScenarios: readonly Scenario[] = [
  {
    title: named('Giờ nghỉ trưa', 'The lunch gap'),
    shows: named(
      'Hạn 8 giờ làm việc. Buổi trưa và buổi tối đồng hồ đứng yên.',
      'Eight working hours. The clock stands still over lunch and at night.',
    ),
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
        // 0:45 until lunch, 4:00 in the afternoon, 3:15 from 7:30 of the next day.
        'answer BIWASE due 2026-03-03 10:45: used 0:02, left 7:58',
      ],
      [
        '2026-03-02 11:30',
        look('bắt đầu nghỉ trưa', 'lunch begins'),
        'answer BIWASE due 2026-03-03 10:45: used 0:45, left 7:15',
      ],
      [
        '2026-03-02 12:15',
        look('đang nghỉ trưa', 'at lunch'),
        'answer BIWASE due 2026-03-03 10:45: used 0:45, left 7:15',
      ],
      [
        '2026-03-02 13:10',
        officerOf('BIWASE').does('accept', {}),
        'answer BIWASE due 2026-03-03 10:45: used 0:55, left 7:05',
      ],
      [
        // A fifth of eight hours is 1:36.
        '2026-03-03 09:09',
        time('answer BIWASE at_risk: level 0, officer at once'),
        'answer BIWASE due 2026-03-03 10:45: used 6:24, left 1:36',
      ],
      [
        '2026-03-03 10:30',
        officerOf('BIWASE').does('answer', {}),
        'answer BIWASE due 2026-03-03 10:45: used 7:45, left 0:15',
      ],
    ],
  },
  {
    title: named('Thứ Sáu, 16:50', 'Friday, 16:50'),
    shows: named(
      'Hạn 3 ngày làm việc. Ngày tiếp nhận không tính; ba ngày sau đó là thứ Hai, thứ Ba, thứ Tư; hạn là giờ đóng cửa ngày thứ ba.',
      'Three working days. The day of receipt is not counted; Monday, Tuesday and Wednesday are; the deadline is the closing of the third.',
    ),
    timeline: [
      ['2026-03-06 16:50', log(), 'hand_off due 2026-03-06 16:55: used 0:00, left 0:05'],
      [
        '2026-03-06 16:52',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-06 16:55: used 0:02, left 0:03',
        'answer TA due 2026-03-11 17:00: used 0:02, left 24:08',
      ],
      [
        '2026-03-07 09:00',
        look('thứ Bảy', 'Saturday'),
        'answer TA due 2026-03-11 17:00: used 0:10, left 24:00',
      ],
      [
        '2026-03-09 08:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-11 17:00: used 0:40, left 23:30',
      ],
      [
        // A fifth of 24:10 is 4:50: four hours of the afternoon and 50 minutes before lunch.
        '2026-03-11 10:40',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-11 17:00: used 19:20, left 4:50',
      ],
      [
        '2026-03-11 16:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-11 17:00: used 23:10, left 1:00',
      ],
    ],
  },
  {
    title: named('Thứ Sáu, 17:00: mười phút sau', 'Friday, 17:00: ten minutes later'),
    shows: named(
      'Đúng giờ đóng cửa đã là ngoài giờ: coi như tiếp nhận ngày làm việc kế tiếp, nên hạn lùi thêm một ngày.',
      'Closing time itself is closed: it counts as received on the next working day, so the deadline is a day later.',
    ),
    timeline: [
      ['2026-03-06 17:00', log(), 'hand_off due 2026-03-06 17:05: used 0:00, left 0:05'],
      [
        '2026-03-06 17:03',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-06 17:05: used 0:03, left 0:02',
        // As if received on Monday: Tuesday, Wednesday, Thursday. Monday's eight hours are there too.
        'answer TA due 2026-03-12 17:00: used 0:00, left 32:00',
      ],
      [
        '2026-03-09 07:30',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-12 17:00: used 0:00, left 32:00',
      ],
      [
        // A fifth of 32:00 is 6:24.
        '2026-03-12 09:06',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-12 17:00: used 25:36, left 6:24',
      ],
      [
        '2026-03-12 11:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-12 17:00: used 27:30, left 4:30',
      ],
    ],
  },
  {
    title: named('Tết Nguyên đán', 'Tết'),
    shows: named(
      'Nghỉ từ thứ Bảy 14/02 đến hết Chủ nhật 22/02/2026: chín ngày không tính phút nào.',
      'Off from Saturday 14 to Sunday 22 February 2026: nine days of which no minute counts.',
    ),
    timeline: [
      [
        '2026-02-13 15:00',
        log('water-supply'),
        'hand_off due 2026-02-13 15:05: used 0:00, left 0:05',
      ],
      [
        '2026-02-13 15:01',
        desk.does('route', { lead: 'BIWASE', supporting: [] }),
        'hand_off due 2026-02-13 15:05: used 0:01, left 0:04',
        // Two hours until 17:00; six on Monday the 23rd, lunch between them.
        'answer BIWASE due 2026-02-23 15:00: used 0:01, left 7:59',
      ],
      [
        '2026-02-13 15:30',
        officerOf('BIWASE').does('accept', {}),
        'answer BIWASE due 2026-02-23 15:00: used 0:30, left 7:30',
      ],
      [
        '2026-02-17 10:00',
        look('mùng Một Tết', 'the first day of Tết'),
        'answer BIWASE due 2026-02-23 15:00: used 2:00, left 6:00',
      ],
      [
        '2026-02-23 13:24',
        time('answer BIWASE at_risk: level 0, officer at once'),
        'answer BIWASE due 2026-02-23 15:00: used 6:24, left 1:36',
      ],
      [
        '2026-02-23 14:00',
        officerOf('BIWASE').does('answer', {}),
        'answer BIWASE due 2026-02-23 15:00: used 7:00, left 1:00',
      ],
    ],
  },
  {
    title: named('Thứ Bảy làm bù', 'A make-up Saturday'),
    shows: named(
      'Thứ Bảy 22/08/2026 làm bù cho thứ Hai 31/08 nên là ngày làm việc thứ nhất.',
      'Saturday 22 August 2026 is worked for Monday the 31st, so it is the first working day.',
    ),
    timeline: [
      ['2026-08-21 10:00', log(), 'hand_off due 2026-08-21 10:05: used 0:00, left 0:05'],
      [
        '2026-08-21 10:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-08-21 10:05: used 0:02, left 0:03',
        // Saturday, Monday, Tuesday. 5:30 of Friday and three days of eight hours.
        'answer TA due 2026-08-25 17:00: used 0:02, left 29:28',
      ],
      [
        '2026-08-22 08:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-08-25 17:00: used 6:00, left 23:30',
      ],
      [
        '2026-08-22 12:00',
        look('thứ Bảy làm bù, nghỉ trưa', 'the make-up Saturday, at lunch'),
        'answer TA due 2026-08-25 17:00: used 9:30, left 20:00',
      ],
      [
        // A fifth of 29:30 is 5:54.
        '2026-08-25 09:36',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-08-25 17:00: used 23:36, left 5:54',
      ],
      [
        '2026-08-25 10:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-08-25 17:00: used 24:00, left 5:30',
      ],
    ],
  },
  {
    title: named('Ngày nghỉ hoán đổi và Quốc khánh', 'The day off in exchange, and National Day'),
    shows: named(
      'Thứ Hai 31/08/2026 nghỉ (đã làm bù), 01/09 và 02/09 nghỉ lễ: ba ngày làm việc là thứ Năm, thứ Sáu và thứ Hai tuần sau.',
      'Monday 31 August 2026 is off (it was worked before), 1 and 2 September are holidays: the three days are Thursday, Friday and the Monday after.',
    ),
    timeline: [
      ['2026-08-28 10:00', log(), 'hand_off due 2026-08-28 10:05: used 0:00, left 0:05'],
      [
        '2026-08-28 10:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-08-28 10:05: used 0:02, left 0:03',
        'answer TA due 2026-09-07 17:00: used 0:02, left 29:28',
      ],
      [
        '2026-08-28 14:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-09-07 17:00: used 2:30, left 27:00',
      ],
      [
        '2026-08-31 09:00',
        look('thứ Hai nghỉ hoán đổi', 'the Monday off in exchange'),
        'answer TA due 2026-09-07 17:00: used 5:30, left 24:00',
      ],
      [
        '2026-09-07 09:36',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-09-07 17:00: used 23:36, left 5:54',
      ],
      [
        '2026-09-07 16:30',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-09-07 17:00: used 29:00, left 0:30',
      ],
    ],
  },
  {
    title: named('Việc tính suốt ngày đêm', 'A matter that runs round the clock'),
    shows: named(
      'Mất điện: 4 giờ, kể cả đêm và Chủ nhật. Mọi mốc ghi đúng thời điểm; người được nhắc trong giờ làm việc, riêng tổng đài trực suốt ngày đêm.',
      'A power cut: four hours, at night and on a Sunday too. Each rung is recorded at its instant; people are told in working hours, the desk at once.',
    ),
    timeline: [
      [
        '2026-03-07 22:30',
        log('power-outage'),
        'hand_off due 2026-03-07 22:35: used 0:00, left 0:05',
      ],
      [
        '2026-03-07 22:32',
        desk.does('route', { lead: 'PCBD', supporting: [] }),
        'hand_off due 2026-03-07 22:35: used 0:02, left 0:03',
        'answer PCBD due 2026-03-08 02:30: used 0:02, left 3:58',
      ],
      [
        '2026-03-07 22:40',
        officerOf('PCBD').does('accept', {}),
        'answer PCBD due 2026-03-08 02:30: used 0:10, left 3:50',
      ],
      [
        // Urgent: at risk after three fifths.
        '2026-03-08 00:54',
        time('answer PCBD at_risk: level 0, officer from 2026-03-09 07:30'),
        'answer PCBD due 2026-03-08 02:30: used 2:24, left 1:36',
      ],
      [
        '2026-03-08 02:30',
        time('answer PCBD missed: level 1, department_lead from 2026-03-09 07:30'),
        'answer PCBD due 2026-03-08 02:30: used 4:00, left 0:00',
      ],
      [
        '2026-03-08 03:30',
        time('answer PCBD escalated: level 2, supervisor at once'),
        'answer PCBD due 2026-03-08 02:30: used 5:00, over 1:00',
      ],
      [
        '2026-03-08 04:00',
        officerOf('PCBD').does('answer', {}),
        'answer PCBD due 2026-03-08 02:30: used 5:30, over 1:30',
      ],
    ],
  },
];
