import type { CommonTexts, Corpus, ServiceCorpus } from './corpus.ts';
import type { Chance } from '../../chance.ts';
import {
  bySound,
  glued,
  inShort,
  misspelt,
  retold,
  shouted,
  type Style,
  unpunctuated,
  withGaps,
  withoutMarks,
} from './styles.ts';

export interface Example {
  readonly text: string;
  readonly service: string;
}

export interface Generation {
  /** Messages composed for each service. */
  readonly composed: number;
  /** Dresses in which each whole message appears beside its own. */
  readonly dresses: number;
  /** Messages around each phrase. */
  readonly said: number;
}

/** Training texts: whole messages as written and in other dresses, and others composed of their parts. */
export function generate(
  { services, common }: Corpus,
  { composed, dresses, said }: Generation,
  luck: Chance,
): Example[] {
  return services.flatMap((own) => {
    const whole = [...own.texts, ...own.hard];
    const examples = whole.flatMap((text) => [
      text,
      ...Array.from({ length: dresses }, () => dressed(text, luck)),
    ]);
    for (const matter of own.matters) examples.push(matter, dressed(matter, luck));
    for (let number = 0; number < composed; number += 1) {
      examples.push(dressed(compose(own, common, luck), luck));
    }
    for (const phrase of own.phrases) {
      for (let time = 0; time < said; time += 1) {
        examples.push(dressed(say(phrase, own, { common, luck }), luck));
      }
    }
    return examples.map((text) => ({ text, service: own.service }));
  });
}

/** A few words, as somebody would say them who wants that of the hotline. */
function say(
  phrase: string,
  own: ServiceCorpus,
  { common, luck }: { readonly common: CommonTexts; readonly luck: Chance },
): string {
  const sometimes = (from: readonly string[], times: number) =>
    luck.onceIn(times) && from.length > 0 ? [luck.pick(from)] : [];
  const way = luck.pick(common.intents[own.class]);
  const parts = [
    ...sometimes(common.greetings, 5),
    ...sometimes(common.frames, 9),
    [way.replace('{}', phrase), ...sometimes(common.places, 3)].join(' '),
    ...sometimes(common.times, 6),
    ...sometimes(own.phrases, 3),
    ...sometimes(own.details, 3),
    ...sometimes(own.asks, 5),
    ...sometimes(common.closings, 6),
  ];
  return parts.join(luck.onceIn(2) ? ', ' : '. ');
}

function compose(own: ServiceCorpus, common: CommonTexts, luck: Chance): string {
  if (own.matters.length === 0) return say(luck.pick(own.phrases), own, { common, luck });
  const sometimes = (from: readonly string[], times: number) =>
    luck.onceIn(times) ? [luck.pick(from)] : [];
  const matter = luck.pick(own.matters);
  const agent = luck.onceIn(6);
  const parts = [
    ...(agent ? [luck.pick(common.frames)] : sometimes(common.greetings, 3)),
    ...sometimes(common.fillers, 8),
    [matter, ...sometimes(common.places, 3)].join(' '),
    ...sometimes(common.times, 5),
    ...sometimes(own.details, 2),
    ...sometimes(own.details, 4),
    ...(luck.onceIn(6)
      ? [luck.pick(own.matters), luck.pick(own.details), luck.pick(own.details)]
      : []),
    ...sometimes(own.asks, 3),
    ...sometimes(common.closings, 4),
  ];
  return parts.join(luck.onceIn(3) ? ', ' : '. ');
}

/** Ways of typing in the order in which they are put on, each once in so many times. A good third has no marks, as on the telephone. */
const DRESSES: readonly (readonly [times: number, dress: Style])[] = [
  [3, withGaps],
  [3, inShort],
  [8, retold],
  [8, bySound],
  [5, misspelt],
  [8, glued],
  [4, unpunctuated],
  [2.6, withoutMarks],
  [25, shouted],
];

function dressed(text: string, luck: Chance): string {
  const worn = DRESSES.filter(([times]) => luck.onceIn(times));
  return worn.reduce((now, [, dress]) => dress(now, luck), text);
}
