import { describe, expect, it } from 'vitest';
import type { AlertEvidence } from './alert.ts';
import { explained } from './explain.ts';

const flooding = { name: 'Ngập nước', nameEn: 'Flooding' };
const day = { from: '2026-11-30', to: '2026-11-30' };
const week = { from: '2026-11-23', to: '2026-11-29' };

const saying = (evidence: AlertEvidence, period = day, mostly: typeof flooding | null = null) =>
  explained({ evidence, period }, { subject: flooding, mostly });

describe('an alert in words', () => {
  it('says of a burst how many, where, how many are usual and how likely it is', () => {
    const { vi, en } = saying(
      {
        kind: 'burst',
        ...{ received: 42, usual: 0.51, days: 56, bound: 7, chance: 1e-12 },
        mostly: { by: 'ward', value: '25966-2025', received: 40 },
      },
      day,
      { name: 'Phường Thuận An', nameEn: 'Thuan An ward' },
    );
    expect(vi).toEqual({
      title: 'Ngập nước: 42 phản ánh ngày 30/11/2026',
      text: '40 trong số đó: Phường Thuận An. Ngày thường 0,5 (56 ngày trước đó), ngẫu nhiên thì nhiều nhất 7. Xác suất có ngần ấy trở lên trong một ngày thường là < 0,000001 (phân phối nhị thức âm).',
    });
    expect(en).toEqual({
      title: 'Flooding: 42 reports on 30/11/2026',
      text: '40 of them: Thuan An ward. A usual day has 0.5 (56 days before), and by chance 7 at most. The chance of so many or more on a usual day is < 0.000001 (negative binomial).',
    });
  });

  it("says of a department's week both of its numbers, those before, the test and its level", () => {
    const { vi, en } = saying(
      {
        kind: 'on-time-drop',
        week: { numerator: 12, denominator: 30 },
        before: Array.from({ length: 8 }, () => ({ numerator: 24, denominator: 30 })),
        ...{ chance: 0.0000123, tests: 61 },
      },
      week,
    );
    expect(vi.text).toBe(
      'Tuần 23/11/2026 – 29/11/2026: 40% (12/30). Tám tuần trước đó: 80% (192/240); thấp hơn mọi tuần trong tám tuần. Nếu không có gì thay đổi, xác suất để tuần này thấp đến vậy là 0,000012 (kiểm định chính xác Fisher một phía, 61 phép kiểm định của tuần, Holm, mức 5%).',
    );
    expect(en.title).toBe('Flooding: the on-time rate fell to 40%');
  });

  it('says of hand-offs how many are late and how many of those still wait', () => {
    const { vi, en } = saying({
      kind: 'hand-off-slip',
      ...{ targetMinutes: 5, late: 13, waiting: 4, of: 40 },
      before: { late: 100, of: 2_000 },
      chance: 0.00002,
    });
    expect(vi.title).toBe('Chuyển xử lý chậm: 32,5% quá 5 phút');
    expect(en.text).toBe(
      "30/11/2026: 32.5% (13/40) beyond 5 minutes, 4 of them still waiting. The eight weeks before: 5% (100/2,000). If nothing had changed, the chance of so many would be 0.00002 (Fisher's exact test, one-sided, level 0.01% a look).",
    );
  });
});
