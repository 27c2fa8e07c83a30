import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { exportColumnsPage } from './dictionaries/export-columns-page.ts';
import { indicatorsPage } from './dictionaries/indicators-page.ts';
import { openDataPage } from './dictionaries/open-data-page.ts';

/** Pages that say what stands in files and feeds, made of what makes them. */
export const dictionaries = async (): Promise<Readonly<Record<string, string>>> => {
  const pages = {
    'docs/indicators.md': indicatorsPage(),
    'docs/exports.md': exportColumnsPage(),
    'docs/open-data.md': openDataPage(),
  };
  const written = Object.entries(pages).map(async ([file, text]) => [
    file,
    await format(text, { parser: 'markdown', printWidth: 100 }),
  ]);
  return Object.fromEntries(await Promise.all(written)) as Record<string, string>;
};

if (import.meta.main) {
  for (const [file, text] of Object.entries(await dictionaries())) writeFileSync(file, text);
}
