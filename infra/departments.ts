import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Departments = z.object({ departments: z.array(z.object({ code: z.string().min(1) })) });

/** The codes of a jurisdiction's departments: each gets a machine client. */
export function departmentCodes(jurisdictionId: string): readonly string[] {
  const file = join(
    import.meta.dirname,
    '../shared/jurisdictions',
    jurisdictionId,
    'departments.json',
  );
  const { departments } = Departments.parse(JSON.parse(readFileSync(file, 'utf8')));
  return departments.map(({ code }) => code);
}
