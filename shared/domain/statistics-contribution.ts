import type { Contribution, CountableCase, StatisticsContext } from './statistics.ts';
import { headlineContributions } from './statistics-headline.ts';
import { activityContributions } from './statistics-activity.ts';
import { contactContributions } from './statistics-contact.ts';
import { dueContributions } from './statistics-due.ts';
import { returnContributions } from './statistics-returns.ts';
import { routingContributions } from './statistics-routing.ts';
import { timeContributions } from './statistics-times.ts';

/** All that a case counts for, as it is now. The same case always gives the same, for one calendar. */
export const contributionOf = (
  current: CountableCase,
  context: StatisticsContext,
): Contribution[] => [
  ...headlineContributions(current, context),
  ...contactContributions(current, context),
  ...dueContributions(current, context),
  ...timeContributions(current, context),
  ...routingContributions(current, context),
  ...returnContributions(current, context),
  ...activityContributions(current, context),
];
