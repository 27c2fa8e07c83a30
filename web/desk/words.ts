import { defineWords } from '../words/define-words.ts';

export const deskWords = defineWords({
  vi: { queue: 'Chờ xử lý' },
  en: { queue: 'Queue' },
});
