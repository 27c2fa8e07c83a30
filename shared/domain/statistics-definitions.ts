import type { DEADLINE_FIGURES } from './statistics-deadlines.ts';
import type { TIME_FIGURES } from './statistics-percentiles.ts';

/** What a figure says, for whoever reads it; docs/glossary.md has the same sentences with an example. */
export interface Definition {
  readonly vi: string;
  readonly en: string;
}

export const DEADLINE_DEFINITIONS: Readonly<Record<(typeof DEADLINE_FIGURES)[number], Definition>> =
  {
    due: {
      vi: 'Vụ việc có hạn trả lời trong kỳ: tổng của bốn nhóm. Mỗi vụ có một hạn, là hạn đang có hiệu lực của lần trả lời gần nhất; gia hạn, chờ bổ sung hoặc mở lại chuyển vụ việc sang ngày của hạn mới.',
      en: 'Cases whose answer is due in the period: the four buckets together. A case has one deadline, the one in force for its latest round; an extension, a wait for the citizen or a reopening moves the case to the day of its new one.',
    },
    doneOnTime: {
      vi: 'Trả lời đúng hạn: lần trả lời gần nhất không muộn hơn thời điểm đến hạn.',
      en: 'Answered on time: the latest answer was given at the deadline or before, to the instant.',
    },
    doneLate: {
      vi: 'Trả lời trễ hạn: lần trả lời gần nhất sau thời điểm đến hạn.',
      en: 'Answered late: the latest answer was given after the deadline.',
    },
    openWithin: {
      vi: 'Chưa trả lời, còn hạn: đến hạn hôm nay (today) hoặc sau hôm nay, hoặc đồng hồ đang dừng để chờ người dân bổ sung.',
      en: 'Open, within the deadline: due today or later, or waiting for the citizen, so that the clock stands still.',
    },
    openOverdue: {
      vi: 'Chưa trả lời, quá hạn: ngày đến hạn trước hôm nay (today). Tính theo trọn ngày: vụ việc đến hạn trong hôm nay là quá hạn từ 0 giờ ngày mai.',
      en: 'Open, overdue: due on a day before today. Counted by whole days: a case that is due in the course of today is overdue from midnight on.',
    },
    paused: {
      vi: 'Trong nhóm openWithin: đang chờ người dân bổ sung khi chưa quá hạn; hạn sẽ dời theo thời gian chờ.',
      en: 'Of openWithin: waiting for the citizen since before the deadline, which will move by the time waited.',
    },
    ended: {
      vi: 'Kết thúc không qua trả lời (từ chối, trùng, người dân rút hoặc không phản hồi): không thuộc nhóm nào và không nằm trong mẫu số nào.',
      en: 'Ended without an answer (rejected, duplicate, withdrawn or no reply from the citizen): in no bucket and in no denominator.',
    },
    missed: {
      vi: 'Lỡ hạn: doneLate + openOverdue.',
      en: 'Deadline missed: doneLate + openOverdue.',
    },
    extended: {
      vi: 'Trong due: đã gia hạn ít nhất một lần.',
      en: 'Of due: extended at least once.',
    },
    onTimeRate: {
      vi: 'Tỷ lệ đúng hạn: doneOnTime ÷ (doneOnTime + doneLate + openOverdue). Quá hạn mà chưa trả lời là không đạt; còn hạn thì chưa tính.',
      en: 'On-time rate: doneOnTime ÷ (doneOnTime + doneLate + openOverdue). Open and overdue counts as failed; what is still within is not counted yet.',
    },
    extensionRate: {
      vi: 'Tỷ lệ gia hạn: extended ÷ due.',
      en: 'Extension rate: extended ÷ due.',
    },
    breachRate: {
      vi: 'Tỷ lệ lỡ hạn: missed ÷ due.',
      en: 'Breach rate: missed ÷ due.',
    },
    onTimeRankable: {
      vi: 'Đủ để xếp hạng theo tỷ lệ đúng hạn: mẫu số của tỷ lệ ít nhất là 30.',
      en: 'Enough for a ranking by the on-time rate: its denominator is at least 30.',
    },
    parts: {
      vi: 'Phần phối hợp, chỉ có theo đơn vị: bốn nhóm như trên, vào ngày đến hạn của từng phần. Phần không cần nữa không tính. Không có tổng và không nằm trong due.',
      en: 'Parts in support of another department, by department only: the same four buckets, on the day on which each part is due. A part that was released is not counted. They have no total and are not in due.',
    },
  };

export const TIME_DEFINITIONS: Readonly<Record<(typeof TIME_FIGURES)[number], Definition>> = {
  handOff: {
    vi: 'Thời gian chuyển, của vụ việc tiếp nhận trong kỳ: phút từ tiếp nhận đến lần chuyển đầu tiên hoặc lần trả lời đầu tiên tại tổng đài, tính suốt ngày đêm, gồm cả thời gian chờ bổ sung. p50, p90, p95: một nửa, 90 %, 95 % số vụ không lâu hơn; sai số không quá 2 %.',
    en: 'Hand-off time, of cases received in the period: minutes from receipt to the first routing or the first answer at the desk, round the clock, waits for the citizen included. p50, p90, p95: half, 90 %, 95 % of the cases took no longer; at most 2 % off.',
  },
  firstResponse: {
    vi: 'Thời gian trả lời lần đầu, của vụ việc có lần trả lời đầu tiên trong kỳ: phút làm việc của đơn vị chủ trì từ tiếp nhận đến lần trả lời đầu tiên của đơn vị hoặc tại tổng đài, trừ thời gian chờ người dân; xác nhận tự động không phải là trả lời. Mở lại không làm thay đổi. p50, p90, p95 như trên.',
    en: 'First response time, of cases whose first answer was given in the period: working minutes of the lead department from receipt to the first answer by a department or at the desk, without the time in which the citizen was asked; an automatic acknowledgement is no answer. A reopening changes nothing. p50, p90, p95 as above.',
  },
  firstResponseElapsed: {
    vi: 'Như firstResponse, tính suốt ngày đêm, gồm cả thời gian chờ bổ sung: thời gian người dân thật sự chờ.',
    en: 'As firstResponse, round the clock, waits for the citizen included: how long the citizen really waited.',
  },
  resolution: {
    vi: 'Thời gian giải quyết, của vụ việc có lần trả lời gần nhất trong kỳ và không mở lại sau đó: phút làm việc của đơn vị chủ trì từ tiếp nhận đến lần trả lời ấy, trừ thời gian chờ người dân. Vụ mở lại rồi trả lời được tính từ lúc tiếp nhận. p50, p90, p95 như trên.',
    en: 'Resolution time, of cases whose latest answer was given in the period and which are not open again: working minutes of the lead department from receipt to that answer, without the time in which the citizen was asked. A case answered again after a reopening is counted from its receipt. p50, p90, p95 as above.',
  },
  lost: {
    vi: 'Thời gian mất vì trả lại, của từng lần trả lại trong các vụ việc chuyển lần đầu trong kỳ: phút từ lúc chuyển đến lúc trả lại, tính suốt ngày đêm, ở dòng của đơn vị trả lại. p50, p90, p95 như trên, nhưng cases đếm lần trả lại.',
    en: 'Time lost by returns, of each return of the cases first forwarded in the period: minutes from the routing to the return, round the clock, in the row of the department that returned it. p50, p90, p95 as above, but cases counts returns.',
  },
};
