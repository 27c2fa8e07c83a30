import { describe, expect, it } from 'vitest';
import { shareOf } from '../../shared/domain/satisfaction.ts';
import type { Deadlines, Headline } from './figures.ts';
import { pressSentence } from './press.ts';

/** The published months of Bình Dương, by what the sentence needs of an answer. */
function published(differing: { readonly forwarded?: number } = {}) {
  const { forwarded = 1_025 } = differing;
  const ofForwarded = shareOf(forwarded === 0 ? 0 : 789, forwarded);
  const row = (value: string | null, count: number) => ({ value, counts: { forwarded: count } });
  const headline = {
    period: { from: '2019-11-24', to: '2020-06-30' },
    total: {
      counts: { received: 3_057, forwarded },
      satisfaction: { ofForwarded, judgedOfAnswered: shareOf(802, 941) },
    },
    receivedByClass: { procedure: 479, field_report: 1_025, information: 1_553, unclassified: 0 },
    rows: [row('TA', 1_000), row('SXD', 25), row('SYT', 0), row(null, 3)],
  };
  return headline as unknown as Headline;
}
const deadlines = { total: { onTimeRate: shareOf(900, 1_000) } } as unknown as Deadlines;

describe('the sentence for the press', () => {
  it('gives every rate with both of its numbers, in Vietnamese', () =>
    expect(pressSentence({ headline: published(), deadlines }, 'vi')).toBe(
      'Từ ngày 24/11/2019 đến ngày 30/06/2020, Tổng đài 1022 tiếp nhận 3.057 yêu cầu, gồm 479 thủ tục hành chính, 1.025 phản ánh hiện trường và 1.553 giải đáp thông tin. 1.025 vụ việc được chuyển đến 2 đơn vị xử lý. Tỷ lệ phản hồi đạt yêu cầu (người dân hài lòng hoặc chấp nhận được, trên số vụ việc đã chuyển) là 77% (789/1.025); tỷ lệ người dân đánh giá trên số đã trả lời là 85,2% (802/941). Tỷ lệ trả lời đúng hạn là 90% (900/1.000).',
    ));

  it('and in English', () =>
    expect(pressSentence({ headline: published(), deadlines }, 'en')).toBe(
      'From 24/11/2019 to 30/06/2020 the 1022 hotline received 3,057 requests: 479 on administrative procedures, 1,025 field reports and 1,553 information queries. 1,025 cases were forwarded to 2 departments. The satisfactory-response rate (citizens satisfied or finding the answer acceptable, of the cases forwarded) is 77% (789/1,025); of the answered cases, citizens judged 85.2% (802/941). Answered on time: 90% (900/1,000).',
    ));

  it('names a whole month, and no rate of nothing', () => {
    const june = { from: '2020-06-01', to: '2020-06-30', timeZone: 'Asia/Ho_Chi_Minh' };
    const headline = { ...published({ forwarded: 0 }), period: june };
    const sentence = pressSentence({ headline, deadlines: undefined }, 'vi');
    expect(sentence).toMatch(/^Trong tháng 6\/2020, /);
    expect(sentence).not.toMatch(/%|chuyển đến/);
  });
});
