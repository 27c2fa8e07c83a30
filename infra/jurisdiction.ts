import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Departments = z.object({ departments: z.array(z.object({ code: z.string().min(1) })) });
const Calendar = z.object({ timeZone: z.string().min(1) });

/** The codes of a jurisdiction's departments: each gets a machine client. */
export const departmentCodes = (jurisdictionId: string): readonly string[] =>
  read(jurisdictionId, 'departments.json', Departments).departments.map(({ code }) => code);

/** In which zone its days begin and end. */
export const timeZoneOf = (jurisdictionId: string): string =>
  read(jurisdictionId, 'calendar.json', Calendar).timeZone;

function read<S extends z.ZodType>(jurisdictionId: string, file: string, schema: S): z.infer<S> {
  const path = join(import.meta.dirname, '../shared/jurisdictions', jurisdictionId, file);
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
