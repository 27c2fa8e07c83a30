import { actionForms, type Field, type OwnAction } from './action-forms.ts';

const date = ['newDue', 'committed'] as const;
const department = ['departments', 'proposed'] as const;

/** The fields that a refusal of the API may be about. */
const fieldsOf: Readonly<Record<string, readonly Field[]>> = {
  UNKNOWN_SERVICE: ['service'],
  CLASS_MISMATCH: ['service'],
  UNKNOWN_AREA: ['area'],
  UNKNOWN_DEPARTMENT: department,
  DEPARTMENT_INACTIVE: department,
  LEAD_ALSO_SUPPORTING: department,
  DATE_NOT_LATER: date,
  DATE_NOT_IN_WORKING_TIME: date,
  CALENDAR_NOT_COVERED: date,
  COMMITMENT_NEEDED: ['committed'],
  COMMITMENT_BEFORE_DEADLINE: ['committed'],
  OPEN_PARTS: ['releasedParts'],
  CALL_BACK_TIME: ['callAgain'],
  MERGE_TARGET_UNSUITABLE: ['into'],
  MERGE_TARGET_NOT_FOUND: ['into'],
  // Of the code that was looked up; the case itself is on the screen.
  CASE_NOT_FOUND: ['into'],
};

/** The field at which a person mends what was refused; undefined where it is none of the form's. */
export const refusedField = (action: OwnAction, code: string): Field | undefined =>
  actionForms[action].fields.find((field) => fieldsOf[code]?.includes(field));
