import { SyntaxValidator } from 'fast-xml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadDocx {
  /** Parts of the package by their names. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly xml: (name: string) => string;
  /** What stands in paragraphs and cells, one a line. */
  readonly text: string;
}

/** A Word document as another program sees it; throws where a part is not well-formed. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = unzipSync(bytes);
  const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  for (const name of Object.keys(parts).filter((one) => /\.(xml|rels)$/.test(one)))
    SyntaxValidator.validate(xml(name));
  const paragraphs = xml('word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return { parts, xml, text: paragraphs.map(textOf).join('\n') };
}

const textOf = (paragraph: string): string =>
  (paragraph.match(/<w:t [^>]*>[^<]*<\/w:t>|<w:br\/>/g) ?? [])
    .map((run) => (run === '<w:br/>' ? '\n' : unescaped(run.replace(/<[^>]*>/g, ''))))
    .join('');

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

export interface ReadPdf {
  readonly pages: number;
  /** Everything written, words parted by single spaces. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** Kinds of the elements of its structure, each once. */
  readonly roles: ReadonlySet<string>;
  /** What those who do not see the pictures are told of them. */
  readonly alternatives: readonly string[];
}

/** A PDF as a reader's program sees it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const lines: string[] = [];
  const roles = new Set<string>();
  const alternatives: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    lines.push(...items.map((item) => ('str' in item ? item.str : '')));
    walk(await page.getStructTree(), ({ role, alt }) => {
      roles.add(role);
      if (alt !== undefined) alternatives.push(alt);
    });
  }
  const { info } = await file.getMetadata();
  const { Title = '', Language = '' } = info as { Title?: string; Language?: string };
  const pages = file.numPages;
  await task.destroy();
  const text = lines.join(' ').replace(/\s+/g, ' ');
  return { pages, text, title: Title, language: Language, roles, alternatives };
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly unknown[];
}

function walk(
  node: unknown,
  visit: (one: { role: string; alt: string | undefined }) => void,
): void {
  // Content of the page lies between the elements, and has no role.
  const { role, alt, children = [] } = (node ?? {}) as Node;
  if (role !== undefined) visit({ role, alt });
  for (const child of children) walk(child, visit);
}
