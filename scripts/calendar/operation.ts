import { err, ok, type Result } from '../../shared/domain/result.ts';
import { Target, type TargetUnit } from '../../shared/domain/sla-target.ts';
import { type Refusal, refusal } from './refusal.ts';

/** One line of the list: what is asked, and all its fields as they came, to be handed back with the answer. */
export type Operation = Shared &
  (
    | { readonly op: 'add'; readonly amount: number; readonly unit: TargetUnit }
    | { readonly op: 'between'; readonly to: string }
  );

interface Shared {
  readonly from: string;
  /** Path of the calendar to ask; without it that of the command. */
  readonly calendar?: string;
  readonly department?: string;
  readonly fields: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** More than a thousand years in any unit, which no calendar covers. */
const LARGEST_AMOUNT = 10_000_000;
/** The two that may be left out: misspelt, they would be left out without a sound. */
const OPTIONAL_FIELDS = ['calendar', 'department'];

/** Reads a line. Fields that mean nothing here (a label, an expected answer) are welcome. */
export function readOperation(line: string): Result<Operation, Refusal> {
  const fields = jsonObject(line);
  if (fields === undefined) return refused('LINE_NOT_JSON', notJson);
  const misspelt = Object.keys(fields).find(isMisspelt);
  if (misspelt !== undefined) {
    return refused('FIELD_UNKNOWN', {
      en: `there is no field "${misspelt}"; the optional ones are ${OPTIONAL_FIELDS.join(' and ')}`,
      vi: `không có trường "${misspelt}"; các trường tùy chọn là ${OPTIONAL_FIELDS.join(' và ')}`,
    });
  }
  const from = textOf(fields, 'from');
  const calendar = optionalTextOf(fields, 'calendar');
  const department = optionalTextOf(fields, 'department');
  if (!from.ok) return from;
  if (!calendar.ok) return calendar;
  if (!department.ok) return department;
  const shared = { from: from.value, ...calendar.value, ...department.value, fields };
  switch (fields['op']) {
    case 'add':
      return readAdd(fields, shared);
    case 'between':
      return readBetween(fields, shared);
    default:
      return refused('OPERATION_UNKNOWN', {
        en: `op must be "add" or "between", not ${JSON.stringify(fields['op'])}`,
        vi: `op phải là "add" hoặc "between", không phải ${JSON.stringify(fields['op'])}`,
      });
  }
}

const notJson = {
  en: 'the line is not a JSON object',
  vi: 'dòng này không phải một đối tượng JSON',
};

const isMisspelt = (key: string): boolean =>
  OPTIONAL_FIELDS.some((field) => key.toLowerCase().startsWith(field.slice(0, 4)) && key !== field);

function readAdd(fields: Fields, shared: Shared): Result<Operation, Refusal> {
  const unit = Target.shape.unit.safeParse(fields['unit']);
  if (!unit.success) {
    const units = Target.shape.unit.options.join(', ');
    return refused('UNIT_UNKNOWN', {
      en: `unit must be one of ${units}, not ${JSON.stringify(fields['unit'])}`,
      vi: `unit phải là một trong ${units}, không phải ${JSON.stringify(fields['unit'])}`,
    });
  }
  const { amount } = fields;
  if (isCountable(amount)) return ok({ ...shared, op: 'add', amount, unit: unit.data });
  return refused('AMOUNT_INVALID', {
    en: `amount must be a whole number from 0 to ${LARGEST_AMOUNT}, not ${JSON.stringify(amount)}`,
    vi: `amount phải là số nguyên từ 0 đến ${LARGEST_AMOUNT}, không phải ${JSON.stringify(amount)}`,
  });
}

const isCountable = (amount: unknown): amount is number =>
  Number.isInteger(amount) && Number(amount) >= 0 && Number(amount) <= LARGEST_AMOUNT;

function readBetween(fields: Fields, shared: Shared): Result<Operation, Refusal> {
  const to = textOf(fields, 'to');
  return to.ok ? ok({ ...shared, op: 'between', to: to.value }) : to;
}

function jsonObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function textOf(fields: Fields, field: string): Result<string, Refusal> {
  const value = fields[field];
  if (typeof value === 'string' && value !== '') return ok(value);
  return refused('FIELD_MISSING', {
    en: `${field} must be given as text`,
    vi: `cần ghi ${field} dưới dạng chữ`,
  });
}

function optionalTextOf<F extends string>(
  fields: Fields,
  field: F,
): Result<Partial<Record<F, string>>, Refusal> {
  if (fields[field] === undefined) return ok({});
  const text = textOf(fields, field);
  // The cast tells the compiler that the only key is the field.
  return text.ok ? ok({ [field]: text.value } as Partial<Record<F, string>>) : text;
}

const refused = (...args: Parameters<typeof refusal>): Result<never, Refusal> =>
  err(refusal(...args));
