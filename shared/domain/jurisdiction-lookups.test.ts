import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { CalendarVersion } from './calendar-version.ts';
import { DepartmentCode } from './department.ts';
import { withCalendar } from './jurisdiction-lookups.ts';
import { isOpen } from './working-time.ts';

const duty = DepartmentCode.parse('SYT');
const office = DepartmentCode.parse('SGTVT');
const version = CalendarVersion.parse('published-1');
const night = new Date('2020-03-08T19:00:00.000Z');

describe('a jurisdiction', () => {
  it('counts by the calendar that is bundled with it', () => {
    expect(jurisdiction.calendarVersion).toBe('built-in-1');
    expect(jurisdiction.calendar().version).toBe('built-in-1');
  });

  it('takes another calendar and keeps everything else', () => {
    const other = withCalendar(jurisdiction, { ...jurisdiction.calendarData, version });
    expect(other.calendarVersion).toBe(version);
    expect(other.calendar().version).toBe(version);
    expect(other.departments).toBe(jurisdiction.departments);
    expect(jurisdiction.calendarVersion).toBe('built-in-1');
  });

  it('knows the hours of each department, and shares the calendar among those that keep its own', () => {
    const departments = { SYT: { roundTheClock: true as const } };
    const other = withCalendar(jurisdiction, { ...jurisdiction.calendarData, departments });
    expect(isOpen(other.calendar(duty), night)).toEqual({ ok: true, value: true });
    expect(isOpen(other.calendar(office), night)).toEqual({ ok: true, value: false });
    expect(other.calendar(office)).toBe(other.calendar());
    expect(other.calendar(duty)).toBe(other.calendar(duty));
  });
});
