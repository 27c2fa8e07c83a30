import * as z from 'zod';
import { err, ok, type Result } from '../result.ts';

export interface TextLimits {
  /** Characters (code points) after NFC and without the space around; inclusive. */
  readonly min: number;
  readonly max: number;
}

export interface TextError {
  readonly code:
    | 'TEXT_TOO_SHORT'
    | 'TEXT_TOO_LONG'
    | 'TEXT_HAS_CONTROL_CHARACTERS'
    | 'TEXT_HAS_BIDI_CONTROLS'
    | 'TEXT_NOT_UNICODE';
  /** A sentence for the person who wrote the text, Vietnamese first. */
  readonly message: string;
}

/**
 * Plain text from a person, ready to be kept: NFC, line ends as \n, no space around. What could hide or reorder
 * words is refused rather than taken out, so that nothing of what was written is lost unseen.
 */
export function cleanText(text: string, limits: TextLimits): Result<string, TextError> {
  const normal = normalText(text);
  const error = textError(normal, limits);
  return error ? err(error) : ok(normal);
}

/** The same for a field of a request. The code stands before the sentence and in the issue's `params`. */
export const plainText = (limits: TextLimits): z.ZodString =>
  z
    .string()
    .overwrite(normalText)
    .check(({ value, issues }) => {
      const error = textError(value, limits);
      if (!error) return;
      const { code, message } = error;
      issues.push({
        code: 'custom',
        input: value,
        message: `${code}: ${message}`,
        params: { code },
      });
    })
    .meta({ minLength: limits.min, maxLength: limits.max });

/** C0 and C1 without tab and line feed, and DELETE: no keyboard makes them, and terminals and logs obey them. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
/** Embeddings, overrides and isolates make a line read otherwise than it is stored (CVE-2021-42574). */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u;
/** Shows nothing: format characters (zero-width space and joiner among them), separators and marks alone. */
const INVISIBLE = /[\p{Cf}\p{Z}\s]/gu;

const normalText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

function textError(text: string, { min, max }: TextLimits): TextError | undefined {
  const length = countCharacters(text);
  if (length > max) {
    return {
      code: 'TEXT_TOO_LONG',
      message: `dài ${length} ký tự, tối đa ${max} (${length} characters, at most ${max})`,
    };
  }
  if (length < min || (min > 0 && text.replace(INVISIBLE, '') === '')) {
    return {
      code: 'TEXT_TOO_SHORT',
      message: `cần ít nhất ${min} ký tự nhìn thấy được (at least ${min} visible characters)`,
    };
  }
  return unwanted(text);
}

function unwanted(text: string): TextError | undefined {
  if (CONTROL.test(text)) {
    return {
      code: 'TEXT_HAS_CONTROL_CHARACTERS',
      message:
        'có ký tự điều khiển không nhìn thấy; hãy gõ lại hoặc dán dạng văn bản thuần (has control characters)',
    };
  }
  if (BIDI.test(text)) {
    return {
      code: 'TEXT_HAS_BIDI_CONTROLS',
      message:
        'có ký tự ẩn đổi chiều chữ; hãy gõ lại (has characters that change the direction of writing)',
    };
  }
  if (text.isWellFormed()) return undefined;
  return {
    code: 'TEXT_NOT_UNICODE',
    message: 'có ký tự bị hỏng, thường là biểu tượng bị cắt đôi (has half of a character)',
  };
}

/** Code points: what JSON Schema's maxLength counts, and the nearest to what a person would. */
function countCharacters(text: string): number {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return text.length - pairs;
}
