import {
  DEADLINE_DEFINITIONS,
  type Definition,
  TIME_DEFINITIONS,
} from '../shared/domain/statistics-definitions.ts';
import {
  RETURN_DEFINITIONS,
  ROUTING_DEFINITIONS,
} from '../shared/domain/statistics-routing-definitions.ts';
import { ACTIVITY_DEFINITIONS } from '../shared/domain/statistics-activity-figures.ts';
import { HEADLINE_DEFINITIONS } from '../shared/domain/statistics-headline-definitions.ts';

/** Every figure has a heading of its name there. */
export const headingOf = (figure: string): string => `docs/glossary.md#${figure.toLowerCase()}`;

export const withHeadings = <Figure extends string>(
  definitions: Readonly<Record<Figure, Definition>>,
): Record<Figure, Definition & { readonly glossary: string }> =>
  // Object.fromEntries forgets the keys, which are those of the definitions.
  Object.fromEntries(
    Object.entries<Definition>(definitions).map(([figure, definition]) => [
      figure,
      { ...definition, glossary: headingOf(figure) },
    ]),
  ) as Record<Figure, Definition & { readonly glossary: string }>;

export const headlineDefinitions = withHeadings(HEADLINE_DEFINITIONS);
export const deadlineDefinitions = withHeadings(DEADLINE_DEFINITIONS);
export const timeDefinitions = withHeadings(TIME_DEFINITIONS);
export const routingDefinitions = withHeadings(ROUTING_DEFINITIONS);
export const returnDefinitions = withHeadings(RETURN_DEFINITIONS);
export const activityDefinitions = withHeadings(ACTIVITY_DEFINITIONS);
