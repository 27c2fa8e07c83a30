import { desk, log, look, named, officerOf, type Scenario, time } from './scenario.ts';

/** What happens while the citizen is asked for something. */
export const pauseScenarios: readonly Scenario[] = [
  {
    title: named('Chờ bổ sung qua cuối tuần', 'Waiting for the citizen over a weekend'),
    shows: named(
      'Chờ từ 16:00 thứ Sáu đến 8:30 thứ Hai: hạn lùi đúng 2 giờ làm việc, không phải 64 giờ.',
      'From Friday 16:00 to Monday 8:30: the deadline moves by two working hours, not by 64 hours.',
    ),
    timeline: [
      ['2026-03-05 09:00', log(), 'hand_off due 2026-03-05 09:05: used 0:00, left 0:05'],
      [
        '2026-03-05 09:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-05 09:05: used 0:02, left 0:03',
        'answer TA due 2026-03-10 17:00: used 0:02, left 30:28',
      ],
      [
        '2026-03-05 10:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-10 17:00: used 1:00, left 29:30',
      ],
      [
        '2026-03-06 16:00',
        officerOf('TA').does('ask-citizen', {}),
        'answer TA due 2026-03-10 17:00: used 13:30, left 17:00, paused 0:00',
        // The tenth working day after Friday the 6th.
        'silence TA due 2026-03-20 17:00: used 0:00, left 81:00',
      ],
      [
        '2026-03-07 09:00',
        look('thứ Bảy', 'Saturday'),
        'answer TA due 2026-03-10 17:00: used 13:30, left 17:00, paused 1:00',
        'silence TA due 2026-03-20 17:00: used 1:00, left 80:00',
      ],
      [
        '2026-03-09 08:30',
        desk.does('resume', {}),
        'answer TA due 2026-03-11 09:30: used 13:30, left 17:00, paused 2:00',
      ],
      [
        // A fifth of 30:30 is 6:06: two hours of Wednesday, four of Tuesday afternoon, six minutes before lunch.
        '2026-03-10 11:24',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-03-11 09:30: used 24:24, left 6:06, paused 2:00',
      ],
      [
        '2026-03-11 09:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-03-11 09:30: used 30:00, left 0:30, paused 2:00',
      ],
    ],
  },
  {
    title: named('Chờ bổ sung qua Tết', 'Waiting for the citizen over Tết'),
    shows: named(
      'Chờ mười ngày từ 16:00 ngày 13/02 đến 8:00 ngày 23/02/2026: hạn lùi 1 giờ 30 phút làm việc.',
      'Ten days of waiting, from 13 February 2026 16:00 to the 23rd 8:00: the deadline moves by an hour and a half of working time.',
    ),
    timeline: [
      ['2026-02-11 09:00', log(), 'hand_off due 2026-02-11 09:05: used 0:00, left 0:05'],
      [
        '2026-02-11 09:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-02-11 09:05: used 0:02, left 0:03',
        // Thursday the 12th, Friday the 13th, Monday the 23rd.
        'answer TA due 2026-02-23 17:00: used 0:02, left 30:28',
      ],
      [
        '2026-02-11 10:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-02-23 17:00: used 1:00, left 29:30',
      ],
      [
        '2026-02-13 16:00',
        officerOf('TA').does('ask-citizen', {}),
        'answer TA due 2026-02-23 17:00: used 21:30, left 9:00, paused 0:00',
        // Ten working days: five from the 23rd of February, five from the 2nd of March.
        'silence TA due 2026-03-06 17:00: used 0:00, left 81:00',
      ],
      [
        '2026-02-17 09:00',
        look('mùng Một Tết', 'the first day of Tết'),
        'answer TA due 2026-02-23 17:00: used 21:30, left 9:00, paused 1:00',
        'silence TA due 2026-03-06 17:00: used 1:00, left 80:00',
      ],
      [
        '2026-02-23 08:00',
        desk.does('resume', {}),
        'answer TA due 2026-02-24 09:00: used 21:30, left 9:00, paused 1:30',
      ],
      [
        '2026-02-23 10:54',
        time('answer TA at_risk: level 0, officer at once'),
        'answer TA due 2026-02-24 09:00: used 24:24, left 6:06, paused 1:30',
      ],
      [
        '2026-02-23 16:00',
        officerOf('TA').does('answer', {}),
        'answer TA due 2026-02-24 09:00: used 28:00, left 2:30, paused 1:30',
      ],
    ],
  },
  {
    title: named('Người dân không phản hồi', 'A silent citizen'),
    shows: named(
      'Sau 3 ngày làm việc nhắc người đã hỏi, sau 10 ngày làm việc hồ sơ tự đóng. Thời gian chờ không tính vào thời gian xử lý.',
      'After three working days whoever asked is reminded, after ten the case closes. The wait is no part of the time used.',
    ),
    timeline: [
      ['2026-03-05 09:00', log(), 'hand_off due 2026-03-05 09:05: used 0:00, left 0:05'],
      [
        '2026-03-05 09:02',
        desk.does('route', { lead: 'TA', supporting: [] }),
        'hand_off due 2026-03-05 09:05: used 0:02, left 0:03',
        'answer TA due 2026-03-10 17:00: used 0:02, left 30:28',
      ],
      [
        '2026-03-05 10:00',
        officerOf('TA').does('accept', {}),
        'answer TA due 2026-03-10 17:00: used 1:00, left 29:30',
      ],
      [
        '2026-03-06 10:00',
        officerOf('TA').does('ask-citizen', {}),
        'answer TA due 2026-03-10 17:00: used 9:00, left 21:30, paused 0:00',
        'silence TA due 2026-03-20 17:00: used 0:00, left 85:30',
      ],
      [
        '2026-03-11 17:00',
        time('silence TA silence: level 0, officer from 2026-03-12 07:30'),
        'answer TA due 2026-03-10 17:00: used 9:00, left 21:30, paused 29:30',
        'silence TA due 2026-03-20 17:00: used 29:30, left 56:00',
      ],
      [
        '2026-03-20 17:00',
        time('close'),
        'answer TA due 2026-03-10 17:00: used 9:00, left 21:30, paused 85:30',
        'closed citizen_silent',
      ],
    ],
  },
];
