import { createHash } from 'node:crypto';

/** A piece of HTML that is safe to put into a page as it is. */
export interface Html {
  readonly html: string;
}

/** Fills a template: text is escaped, pieces of HTML are not. */
export const html = (
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html => ({
  html: parts.reduce((page, part, index) => page + inserted(values[index - 1] ?? '') + part),
});

/** Vietnamese with its English beside it. */
export const both = (vi: string, en: string): Html =>
  html`${vi} <span lang="en" class="en">${en}</span>`;

/** A whole page of the issuer, in its frame. */
export const page = (title: string, body: Html, script = ''): string =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${{ html: `<style>${STYLE}</style>` }}
      </head>
      <body>
        <main>${body}</main>
        ${{ html: script === '' ? '' : `<script>${script}</script>` }}
      </body>
    </html>`.html;

/** Headers of every page: nothing from elsewhere, and of scripts only the one given. */
export const pageHeaders = (script = ''): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${hash(STYLE)}`,
    `script-src ${script === '' ? "'none'" : hash(script)}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
});

const inserted = (value: string | Html | readonly Html[]): string =>
  typeof value === 'string'
    ? escaped(value)
    : [value]
        .flat()
        .map((piece) => piece.html)
        .join('');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const hash = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** Colours hold WCAG AA in both schemes; targets are 44 px high. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1d22; --soft: #5a5f6b; --paper: #fff; --line: #d9dce3; --brand: #a3161a; --on-brand: #fff; --hover: #f6f1f1 }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef2; --soft: #a9afbc; --paper: #17191e; --line: #353a45; --brand: #ff8d87; --on-brand: #1b1d22; --hover: #24272e } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 'Be Vietnam Pro', system-ui, sans-serif }
main { max-width: 52rem; margin: 0 auto; padding: 24px 16px 64px }
h1 { margin: 0 0 8px; font-size: 1.75rem; color: var(--brand) }
h2 { margin: 32px 0 8px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 1.125rem }
.en { color: var(--soft); font-weight: 400; font-size: .875em }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 8px; margin: 0; padding: 0; list-style: none }
.departments { margin: 0; padding: 0; list-style: none }
.departments > li { display: grid; grid-template-columns: 1fr; gap: 8px; padding: 12px 0; border-bottom: 1px solid var(--line) }
@media (min-width: 44rem) { .departments > li { grid-template-columns: 1fr 11rem 16rem; align-items: center } }
li[hidden] { display: none !important }
button { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; text-align: left; cursor: pointer }
button:hover { border-color: var(--brand); background: var(--hover) }
button.main { width: auto; border-color: var(--brand); background: var(--brand); color: var(--on-brand) }
button small { display: block; color: var(--soft); font-size: .875rem }
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
label { display: block; margin-bottom: 4px; font-weight: 600 }
output { display: block; min-height: 1.5em; margin-top: 8px; color: var(--soft) }
`;
