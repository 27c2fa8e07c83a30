import { defineWords } from '../words/define-words.ts';
import { useWords } from '../words/language.tsx';

/** Groups of services that come with the software; one that was entered is called as it was typed. */
const groupNames = defineWords({
  vi: {
    procedures: 'Thủ tục hành chính',
    information: 'Thông tin',
    infrastructure: 'Hạ tầng',
    environment: 'Môi trường',
    utilities: 'Điện, nước, viễn thông',
    security: 'An ninh trật tự',
    administration: 'Hành chính công',
    urban_order: 'Trật tự đô thị',
    business: 'Kinh doanh',
    social: 'Xã hội',
    health: 'Y tế',
    transport: 'Vận tải',
    education: 'Giáo dục',
  },
  en: {
    procedures: 'Administrative procedures',
    information: 'Information',
    infrastructure: 'Infrastructure',
    environment: 'Environment',
    utilities: 'Power, water, telecoms',
    security: 'Public order',
    administration: 'Public administration',
    urban_order: 'Urban order',
    business: 'Business',
    social: 'Social matters',
    health: 'Health',
    transport: 'Transport',
    education: 'Education',
  },
});

export function useGroupName(): (group: string) => string {
  const names: Readonly<Record<string, string>> = useWords(groupNames);
  return (group) => names[group] ?? group;
}
