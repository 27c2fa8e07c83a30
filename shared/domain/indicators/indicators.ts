import { CHANNELS } from '../channel.ts';
import type { Share } from '../satisfaction.ts';
import { channelNames, classNames, type Named } from '../status-names.ts';
import { CASE_COUNTERS, isWorkingTime } from '../statistics.ts';
import {
  DEADLINE_DEFINITIONS,
  type Definition,
  TIME_DEFINITIONS,
} from '../statistics-definitions.ts';
import { HEADLINE_DEFINITIONS } from '../statistics-headline-definitions.ts';
import type { Percentiles } from '../statistics-percentiles.ts';
import { RETURN_DEFINITIONS, ROUTING_DEFINITIONS } from '../statistics-routing-definitions.ts';
import type { Indicator, IndicatorSources, IndicatorUnit, IndicatorValue } from './indicator.ts';

/** What an indicator is beside its id and where its number comes from. */
interface Kind {
  readonly unit: IndicatorUnit;
  readonly figure: string;
  readonly definition: Definition;
}

const number = (
  id: string,
  kind: Kind,
  of: (sources: IndicatorSources) => number | null | undefined,
): Indicator => ({
  id,
  ...kind,
  of: (sources) => ({ value: of(sources) ?? null, numerator: null, denominator: null }),
});

const share = (
  id: string,
  { figure, definition }: Omit<Kind, 'unit'>,
  of: (sources: IndicatorSources) => Share | undefined,
): Indicator => ({
  id,
  unit: 'share',
  figure,
  definition,
  of: (sources) => shareValue(of(sources)),
});

const shareValue = (found: Share | undefined): IndicatorValue => ({
  value: found?.rate ?? null,
  numerator: found?.numerator ?? 0,
  denominator: found?.denominator ?? 0,
});

const headline = (figure: keyof typeof HEADLINE_DEFINITIONS) => ({
  figure,
  definition: HEADLINE_DEFINITIONS[figure],
});

/** The same figure of some cases only. */
const only = (definition: Definition, of: Named): Definition => ({
  vi: `${definition.vi} Chỉ tính: ${of.name}.`,
  en: `${definition.en} Only: ${of.nameEn}.`,
});

const counts: readonly Indicator[] = [
  ...CASE_COUNTERS,
  ...(['incidents', 'judged', 'satisfactory'] as const),
].map((counter) =>
  number(
    `cases.${counter}`,
    { unit: 'cases', ...headline(counter) },
    ({ headline: { counts } }) => counts[counter],
  ),
);

const rates: readonly Indicator[] = [
  share(
    'rate.answered-of-received',
    headline('answeredOfReceived'),
    (sources) => sources.headline.answeredOfReceived,
  ),
  ...(['firstContactRate', 'repeatRate'] as const).map((figure) =>
    share(`rate.${figure}`, headline(figure), ({ headline: { contact } }) => contact[figure]),
  ),
  ...(['ofForwarded', 'ofAnswered', 'ofJudged', 'judgedOfAnswered'] as const).map((figure) =>
    share(
      `satisfaction.${figure}`,
      headline(figure),
      (sources) => sources.headline.satisfaction[figure],
    ),
  ),
];

const byClass: readonly Indicator[] = Object.entries(classNames).flatMap(([value, named]) => [
  number(
    `cases.received.${value}`,
    { unit: 'cases', figure: 'received', definition: only(HEADLINE_DEFINITIONS.received, named) },
    (sources) => sources.byClass.get(value)?.counts.received ?? 0,
  ),
  share(
    `satisfaction.ofForwarded.${value}`,
    { figure: 'ofForwarded', definition: only(HEADLINE_DEFINITIONS.ofForwarded, named) },
    (sources) => sources.byClass.get(value)?.satisfaction.ofForwarded,
  ),
]);

const byChannel: readonly Indicator[] = CHANNELS.map((value) =>
  number(
    `cases.received.${value}`,
    {
      unit: 'cases',
      figure: 'received',
      definition: only(HEADLINE_DEFINITIONS.received, channelNames[value]),
    },
    (sources) => sources.byChannel.get(value)?.counts.received ?? 0,
  ),
);

const due: readonly Indicator[] = [
  ...(
    [
      'due',
      'doneOnTime',
      'doneLate',
      'openWithin',
      'openOverdue',
      'paused',
      'missed',
      'extended',
      'ended',
    ] as const
  ).map((figure) =>
    number(
      `deadlines.${figure}`,
      { unit: 'cases', figure, definition: DEADLINE_DEFINITIONS[figure] },
      ({ deadlines }) => deadlines.counts[figure],
    ),
  ),
  ...(['onTimeRate', 'extensionRate', 'breachRate'] as const).map((figure) =>
    share(
      `deadlines.${figure}`,
      { figure, definition: DEADLINE_DEFINITIONS[figure] },
      ({ deadlines }) => deadlines[figure],
    ),
  ),
];

const PERCENTILES = { p50: 50, p90: 90, p95: 95 } as const satisfies Partial<
  Record<keyof Percentiles, number>
>;
const percentileKeys = Object.keys(PERCENTILES) as readonly (keyof typeof PERCENTILES)[];

const times: readonly Indicator[] = (
  ['handOff', 'firstResponse', 'resolution', 'lost'] as const
).flatMap((figure) =>
  percentileKeys.map((percentile) =>
    number(
      `times.${figure}.${percentile}`,
      {
        unit: isWorkingTime(figure) ? 'workingMinutes' : 'minutes',
        figure,
        definition: {
          vi: `${TIME_DEFINITIONS[figure].vi} ${PERCENTILES[percentile]} % không quá số này.`,
          en: `${TIME_DEFINITIONS[figure].en} ${PERCENTILES[percentile]} % do not exceed it.`,
        },
      },
      (sources) => sources.times[figure][percentile],
    ),
  ),
);

const ofRouting = (figure: keyof typeof ROUTING_DEFINITIONS) => ({
  figure,
  definition: ROUTING_DEFINITIONS[figure],
});
const ofReturns = (figure: keyof typeof RETURN_DEFINITIONS) => ({
  figure,
  definition: RETURN_DEFINITIONS[figure],
});

const routing: readonly Indicator[] = [
  number(
    'routing.misrouted',
    { unit: 'cases', ...ofRouting('misrouted') },
    (sources) => sources.routing.counts.misrouted,
  ),
  share(
    'routing.firstRouting',
    ofRouting('firstRouting'),
    (sources) => sources.routing.firstRouting,
  ),
  share(
    'routing.firstRoutingAnswered',
    ofRouting('firstRoutingAnswered'),
    (sources) => sources.routing.firstRoutingAnswered,
  ),
  ...(['serviceAccuracy', 'sureShare', 'leadAccuracy'] as const).map((figure) =>
    share(
      `proposals.${figure}`,
      ofRouting(figure),
      (sources) => sources.routing.proposals?.[figure],
    ),
  ),
  number(
    'returns.returns',
    { unit: 'returns', ...ofReturns('returns') },
    ({ returns }) => returns.returns,
  ),
  number(
    'returns.returned',
    { unit: 'cases', ...ofReturns('returned') },
    ({ returns }) => returns.perCase.returned,
  ),
  share('returns.returnRate', ofReturns('returnRate'), ({ returns }) => returns.perCase.returnRate),
  number(
    'returns.hopsPerCase',
    { unit: 'returnsPerCase', ...ofReturns('hopsPerCase') },
    ({ returns }) => returns.perCase.hopsPerCase,
  ),
  number(
    'returns.lostMinutes',
    { unit: 'minutes', ...ofReturns('lostMinutes') },
    ({ returns }) => returns.lostMinutes,
  ),
];

/** In the order in which they are listed. An id that has been given out keeps its meaning for ever. */
export const INDICATORS: readonly Indicator[] = [
  ...counts,
  ...rates,
  ...byClass,
  ...byChannel,
  ...due,
  ...times,
  ...routing,
];
