import { join } from 'node:path';
import { readJudgedTexts } from '../../shared/adapters/system/training-texts.ts';
import type { Service } from '../../shared/domain/service-catalog.ts';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import type { Chance } from '../../shared/domain/chance.ts';

/** Beside the answers, what people tell: texts by which the classifier is judged, and which it was never trained on. */
const JUDGED = join(import.meta.dirname, '../../shared/jurisdictions/binh-duong/texts/evaluate');

const OPENINGS = ['', '', 'Alo tổng đài ơi, ', 'Cho tôi hỏi chút. ', 'Chào anh chị. ', 'Dạ, '];
const CLOSINGS = [
  '',
  '',
  ' Cảm ơn tổng đài.',
  ' Mong được trả lời sớm.',
  ' Tôi gọi lần này là lần thứ hai rồi.',
  ' Việc này kéo dài cả tuần nay.',
];
const ANSWERS = [
  'Đơn vị đã kiểm tra và xử lý xong.',
  'Đã tiếp nhận, giải quyết theo quy định; cảm ơn người dân đã phản ánh.',
  'Nội dung đã được giải thích và hướng dẫn cụ thể cho người dân.',
];

const texts = Map.groupBy(readJudgedTexts(JUDGED), ({ service }) => service);

/** What somebody tells of a matter of this service, dressed as callers do. Whoever types without marks does so throughout. */
export function storyOf({ code }: Service, luck: Chance): string {
  const { text, style } = luck.pick(texts.get(code) ?? []);
  const story = `${luck.pick(OPENINGS)}${text}${luck.pick(CLOSINGS)}`;
  return style === 'unaccented' ? foldVietnamese(story) : story;
}

export const answerText = ({ name }: Service, luck: Chance): string =>
  `Về ${name.toLowerCase()}: ${luck.pick(ANSWERS)}`;
