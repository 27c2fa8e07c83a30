import { defineWords } from '../words/define-words.ts';

/** Apart from the other parts' words: they come with the choice. */
export const templateWords = defineWords({
  vi: {
    template: 'Mẫu trả lời',
    templateHint: 'Chọn mẫu để bắt đầu',
    useTemplate: (name: string) => `Mẫu: ${name}`,
    templatesFitting: 'Hợp lĩnh vực này',
    templatesGeneral: 'Chung',
    templatesOther: 'Lĩnh vực khác',
    gaps: (n: number) => `Còn ${n} chỗ … cần viết.`,
  },
  en: {
    template: 'Template',
    templateHint: 'Begin with a template',
    useTemplate: (name: string) => `Template: ${name}`,
    templatesFitting: 'For this service',
    templatesGeneral: 'General',
    templatesOther: 'Other services',
    gaps: (n: number) =>
      n === 1 ? '1 place … is left to write.' : `${n} places … are left to write.`,
  },
});
