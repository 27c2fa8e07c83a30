/**
 * Text as it is compared and searched: without marks, in lower case, spaces collapsed. Where the tone stands (hoà,
 * hòa) and whether the input was composed make no difference. For search keys only; it is never shown or stored as
 * somebody's words.
 */
export const foldVietnamese = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    // đ is a letter of its own and does not decompose. Texts converted from old code pages have ð (eth) for it.
    .replace(/[đð]/g, 'd')
    .replace(/\s+/gu, ' ')
    .trim();
