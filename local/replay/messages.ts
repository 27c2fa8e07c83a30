import type { ReplayOptions } from './options.ts';

/** What the replay says on the way, to whoever started it. */
export function whatItPlays(
  url: string,
  { from, to, seed }: Pick<ReplayOptions, 'from' | 'to' | 'seed'>,
  lastDay: string,
): string {
  const story = `Phát lại · Playing ${from} … ${to}, --seed ${seed}, ${url}`;
  return lastDay === ''
    ? story
    : `${story}\nTiếp tục sau ngày · Goes on after ${lastDay}, which was played already`;
}

export const hostGone = (url: string, lastDay: string): string =>
  `Máy chủ ${url} không còn trả lời. Khởi động lại (npm start), rồi chạy lại npm run replay:\n` +
  `The host ${url} is gone. Start it again (npm start), then npm run replay again:\n` +
  goesOn(lastDay);

export const stopped = (lastDay: string): string =>
  `Đã dừng giữa chừng. Chạy lại npm run replay để tiếp tục:\n` +
  `Stopped on the way. Run npm run replay again to go on:\n` +
  goesOn(lastDay);

const goesOn = (lastDay: string): string =>
  lastDay === ''
    ? 'các yêu cầu đã gửi không bị nhân đôi · what was sent already is not doubled.'
    : `tiếp sau ngày ${lastDay}, không mất và không nhân đôi hồ sơ nào.\n` +
      `it goes on after ${lastDay} and neither loses nor doubles a case.`;
