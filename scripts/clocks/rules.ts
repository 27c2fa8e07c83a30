import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { Ladder, Rung } from '../../shared/domain/ladder.ts';
import type { Named } from '../../shared/domain/status-names.ts';
import { clockNames, named, recipientNames, targetWords } from './words.ts';

/** How time is counted, as the rules of the jurisdiction have it now. */
export function ruleLines({ sla, calendarData }: Jurisdiction): readonly Named[] {
  const [remind, close] = [
    targetWords(sla.silence.remindAfter),
    targetWords(sla.silence.closeAfter),
  ];
  const share = percent(sla.supportingShare);
  const hours = weekOf(calendarData.weekly);
  return [
    named(
      `**Giờ làm việc** của tỉnh: ${hours.name}. Ngày nghỉ không tính phút nào; ngày làm bù có giờ của ngày mà nó thay.`,
      `Working hours of the province: ${hours.nameEn}. No minute of a day off counts; a make-up day has the hours of the day it stands in for.`,
    ),
    named(
      '**Ngày làm việc**: hạn là giờ đóng cửa của ngày làm việc thứ n sau ngày tiếp nhận; ngày tiếp nhận không tính. Tiếp nhận vào ngày nghỉ, hoặc từ giờ đóng cửa trở đi, coi như tiếp nhận ngày làm việc kế tiếp.',
      'Working days: due at the closing of the n-th working day after the day of receipt, which is not counted itself. What comes in on a day off, or at closing time or later, counts as received on the next working day.',
    ),
    named(
      '**Giờ làm việc, phút làm việc**: chỉ tính trong giờ mở cửa. Kết quả rơi đúng giờ đóng cửa thì ở lại đó: 17:00, không phải 7:30 hôm sau.',
      'Working hours and minutes: counted inside opening hours only. A result on a closing stays there: 17:00, not 7:30 of the next day.',
    ),
    named(
      '**Giờ** (việc khẩn): suốt ngày đêm, không theo lịch.',
      'Hours (urgent matters): round the clock, with no calendar.',
    ),
    named(
      `**Chuyển xử lý**: ${sla.handOffMinutes} phút từ lúc tiếp nhận, suốt ngày đêm; tính lại từ đầu khi hồ sơ bị trả lại tổng đài.`,
      `Hand-off: ${sla.handOffMinutes} minutes from receipt, round the clock; again from the start when a case comes back to the desk.`,
    ),
    named(
      `**Trả lời**: tính từ lúc tiếp nhận. Trả lại hay chuyển đơn vị khác không cho thêm thời gian. Đơn vị phối hợp có ${share} thời hạn, ít nhất một đơn vị thời gian.`,
      `Answer: from receipt. A return or another department gives no more time. A supporting department has ${share} of the target, one unit at least.`,
    ),
    named(
      '**Chờ người dân bổ sung**: đồng hồ dừng; khi tiếp tục, hạn lùi đúng bằng thời gian đã chờ, tính theo đơn vị của chính đồng hồ ấy. Hạn đã lỡ trước đó thì vẫn là lỡ.',
      'Waiting for the citizen: the clock stands still; with the reply the deadline moves by the time that was waited, in the clock’s own unit. One that had been missed before stays missed.',
    ),
    named(
      `**Không phản hồi**: sau ${remind.name} nhắc người đã hỏi, sau ${close.name} đóng hồ sơ.`,
      `Silence: after ${remind.nameEn} whoever asked is reminded, after ${close.nameEn} the case closes.`,
    ),
    named(
      `**Gia hạn**: trước khi đến hạn, đến một thời điểm trong giờ làm việc, nhiều nhất ${sla.maxExtensions} lần. Quá hạn thì chỉ còn báo cáo tiến độ kèm thời hạn cam kết mới; hạn cũ vẫn là lỡ.`,
      `Extension: before the deadline, to an instant in working time, at most ${sla.maxExtensions} times. After it there is only the progress report with a new committed date; the deadline stays missed.`,
    ),
    named(
      '**Nhắc việc**: mỗi mốc ghi đúng thời điểm đã đến, một lần cho mỗi đồng hồ và hạn. Tổng đài được báo ngay, người khác trong giờ làm việc của họ.',
      'Reminders: each rung is recorded at its true instant, once a clock and deadline. The desk is told at once, all others in their working hours.',
    ),
  ];
}

/** Who is told at which point of each clock. */
export function ladderRows({ sla: { ladders } }: Jurisdiction): readonly (readonly string[])[] {
  const rows = (clock: Named, priority: Named, ladder: Ladder) =>
    ladder.map((rung) => [
      both(clock),
      both(priority),
      both(pointOf(rung)),
      both(recipientNames[rung.tell]),
    ]);
  const [normal, urgent] = [named('thường', 'normal'), named('khẩn', 'urgent')];
  const answer = named(
    `${clockNames.answer.name}, ${clockNames.part.name.toLowerCase()}`,
    `${clockNames.answer.nameEn}, ${clockNames.part.nameEn.toLowerCase()}`,
  );
  return [
    ...rows(clockNames.hand_off, normal, ladders.handOff.normal),
    ...rows(clockNames.hand_off, urgent, ladders.handOff.urgent),
    ...rows(answer, normal, ladders.answer.normal),
    ...rows(answer, urgent, ladders.answer.urgent),
  ];
}

const both = ({ name, nameEn }: Named): string => `${name} · ${nameEn}`;

function pointOf(rung: Rung): Named {
  if ('after' in rung) {
    const { name, nameEn } = targetWords(rung.after);
    return named(`quá hạn ${name}`, `${nameEn} after it`);
  }
  return rung.share === 1
    ? named('đến hạn', 'the deadline')
    : named(`đã dùng ${percent(rung.share)}`, `${percent(rung.share)} used`);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

type Weekly = Jurisdiction['calendarData']['weekly'];
const DAYS: readonly (readonly [keyof Weekly, Named])[] = [
  ['monday', named('thứ Hai', 'Monday')],
  ['tuesday', named('thứ Ba', 'Tuesday')],
  ['wednesday', named('thứ Tư', 'Wednesday')],
  ['thursday', named('thứ Năm', 'Thursday')],
  ['friday', named('thứ Sáu', 'Friday')],
  ['saturday', named('thứ Bảy', 'Saturday')],
  ['sunday', named('Chủ nhật', 'Sunday')],
];

/** Days in a row with the same hours in one piece; those without any are left out. */
function weekOf(weekly: Weekly): Named {
  const stretches: { first: Named; last: Named; hours: string }[] = [];
  let before: string | undefined;
  for (const [day, name] of DAYS) {
    const hours = weekly[day].map((window) => window.replace('-', '–')).join(', ');
    const stretch = hours === before ? stretches.at(-1) : undefined;
    if (stretch === undefined) stretches.push({ first: name, last: name, hours });
    else stretch.last = name;
    before = hours;
  }
  const spoken = (key: keyof Named): string =>
    stretches
      .filter(({ hours }) => hours !== '')
      .map(({ first, last, hours }) =>
        first === last ? `${first[key]} ${hours}` : `${first[key]} – ${last[key]} ${hours}`,
      )
      .join('; ');
  return named(spoken('name'), spoken('nameEn'));
}
