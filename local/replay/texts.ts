import type { Chance } from '../../shared/domain/chance.ts';
import type { PlannedCase } from './plan.ts';

const OPENINGS = [
  'Đề nghị kiểm tra giúp',
  'Người dân phản ánh',
  'Kính mong cơ quan chức năng xem xét',
  'Nhờ tổng đài chuyển giúp nội dung',
];
const DETAILS = [
  'Tình trạng kéo dài khoảng một tuần nay.',
  'Việc này ảnh hưởng đến nhiều hộ dân xung quanh.',
  'Đã báo địa phương nhưng chưa thấy xử lý.',
  'Mong được trả lời sớm.',
];
const ANSWERS = [
  'Đơn vị đã kiểm tra và xử lý xong.',
  'Đã tiếp nhận, giải quyết theo quy định; cảm ơn người dân đã phản ánh.',
  'Nội dung đã được giải thích và hướng dẫn cụ thể cho người dân.',
];

export const description = ({ service }: PlannedCase, luck: Chance): string =>
  `${luck.pick(OPENINGS)}: ${service.name.toLowerCase()}. ${luck.pick(DETAILS)}`;

export const answerText = ({ service }: PlannedCase, luck: Chance): string =>
  `Về ${service.name.toLowerCase()}: ${luck.pick(ANSWERS)}`;
