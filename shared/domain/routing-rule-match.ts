import type { AreaLookup } from './area-lookup.ts';
import type { AreaCode, DistrictCode } from './area.ts';
import type { Case, Instant } from './case.ts';
import type { Attributes } from './routing-names.ts';
import type { RoutingRule, RuleConditions } from './routing-rule.ts';
import type { Service } from './service-catalog.ts';
import { hasPhrase, phrased } from './text/phrases.ts';

/** What rules look at in a case. */
export interface RoutingFacts extends Pick<Case, 'channel' | 'priority'> {
  readonly service: Service;
  /** Place of the case, when it is known. */
  readonly areaCode: AreaCode | null;
  /** District that words or a point told, where the place alone leaves it open; it must not contradict the place. */
  readonly districtCode?: DistrictCode | null | undefined;
  readonly attributes: Attributes;
  readonly receivedAt: Instant;
  /** Description and place as they were told; null where they are not at hand. */
  readonly words: string | null;
}

/** Where and when the rules are read. */
export interface RuleWorld {
  readonly areas: AreaLookup;
  readonly isWorkingDay: (at: Date) => boolean;
  /** Minutes since local midnight. */
  readonly minuteOfDay: (at: Date) => number;
}

/** Whether the words of a case must be known before this can be decided. */
export const needsWords = (rules: readonly RoutingRule[]): boolean =>
  rules.some(({ when }) => when.words !== undefined);

/** The first rule whose conditions all hold. Words that are not at hand match no condition on words. */
export function firstMatch(
  rules: readonly RoutingRule[],
  facts: RoutingFacts,
  world: RuleWorld,
): RoutingRule | undefined {
  const asked = { facts, world, words: facts.words === null ? '' : phrased(facts.words) };
  return rules.find(({ when }) => CHECKS.every((holds) => holds(when, asked)));
}

interface Asked {
  readonly facts: RoutingFacts;
  readonly world: RuleWorld;
  readonly words: string;
}
type Check = (when: RuleConditions, asked: Asked) => boolean;

const within = <T>(values: readonly T[] | undefined, value: T): boolean =>
  values?.includes(value) ?? true;

const CHECKS: readonly Check[] = [
  ({ classes }, { facts }) => within(classes, facts.service.class),
  ({ services }, { facts }) => within(services, facts.service.code),
  ({ groups }, { facts }) => within(groups, facts.service.group),
  ({ priorities }, { facts }) => within(priorities, facts.priority),
  ({ channels }, { facts }) => within(channels, facts.channel),
  ({ areas }, { facts, world }) => areas === undefined || liesIn(areas, facts, world),
  ({ attributes = {} }, { facts }) =>
    Object.entries(attributes).every(([name, values]) => {
      const value = facts.attributes[name];
      return value !== undefined && values.includes(value);
    }),
  ({ timeOfDay }, { facts, world }) =>
    timeOfDay === undefined || isBetween(timeOfDay, world.minuteOfDay(new Date(facts.receivedAt))),
  ({ dayKind }, { facts, world }) =>
    dayKind === undefined ||
    world.isWorkingDay(new Date(facts.receivedAt)) === (dayKind === 'working_day'),
  ({ words }, asked) => words === undefined || hasPhrase(asked.words, words),
];

const liesIn = (
  areas: readonly AreaCode[],
  facts: RoutingFacts,
  { areas: known }: RuleWorld,
): boolean => {
  const district: string | null = districtOfPlace(facts, known);
  return areas.some((area) => area === facts.areaCode || area === district);
};

/** The district of a place; of a ward that lay in several, and where no place is known, the one that was told. */
export function districtOfPlace(
  { areaCode, districtCode: told = null }: Pick<RoutingFacts, 'areaCode' | 'districtCode'>,
  areas: AreaLookup,
): DistrictCode | null {
  if (areaCode === null) return told;
  const area = areas.get(areaCode);
  if (area === undefined) return null;
  return area.districtCode ?? (told !== null && area.districtCodes.includes(told) ? told : null);
}

function isBetween({ from, until }: NonNullable<RuleConditions['timeOfDay']>, minute: number) {
  const [start, end] = [minutesOf(from), minutesOf(until)];
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};
