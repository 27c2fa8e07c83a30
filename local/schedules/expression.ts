import { type NextAfter, parseCron } from './cron.ts';
import { type Zone, zoneOf } from './zone.ts';

const unitMs: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * A schedule expression: `rate(5 minutes)`, `cron(0 6 * * ? *)` or `at(2020-01-31T08:00:00)`, in the zone named.
 * @throws naming what AWS would refuse.
 */
export function parseExpression(text: string, timeZone = 'UTC'): NextAfter {
  const [, kind, content = ''] = /^(rate|cron|at)\((.*)\)$/.exec(text) ?? [];
  const zone = zoneOf(timeZone);
  if (kind === 'rate') return parseRate(content);
  if (kind === 'cron') return parseCron(content.trim(), zone);
  if (kind === 'at') return parseAt(content, zone);
  throw new Error(`${text} is not a schedule expression`);
}

function parseRate(text: string): NextAfter {
  const [, count, unit = '', plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const ms = Number(count) * (unitMs[unit] ?? 0);
  // AWS insists on the right grammatical number.
  if (!(ms > 0) || (plural === 's') !== (count !== '1'))
    throw new Error(`rate: ${text} is not a number and a unit`);
  return (at) => at + ms;
}

function parseAt(text: string, zone: Zone): NextAfter {
  const [, ...fields] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):\d\d$/.exec(text) ?? [];
  const [year, month, day, hour, minute] = fields.map(Number);
  if (year === undefined || month === undefined || day === undefined)
    throw new Error(`at: ${text} is not an instant`);
  const instant = zone.instant({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 });
  return (at) => (instant !== undefined && instant > at ? instant : undefined);
}
