const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const element = (name: string, value: string | number | boolean): string =>
  `<${name}>${String(value).replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)}</${name}>`;

export const xml = (root: string, children: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${children.join('')}</${root}>`;
