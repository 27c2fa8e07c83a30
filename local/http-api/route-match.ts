import type { ApiRoute } from './api-definition.ts';

export interface MatchedRoute {
  readonly route: ApiRoute;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The most specific route of a method and a path; throws a URIError for a path that is not well encoded. */
export type RouteMatcher = (method: string, path: string) => MatchedRoute | undefined;

interface Candidate {
  readonly route: ApiRoute;
  readonly method: string;
  readonly segments: readonly string[];
  readonly rank: string;
}

/**
 * Chooses as API Gateway does: a literal segment before a parameter before a greedy one, then the method itself before
 * ANY, then $default. See "Working with routes for HTTP APIs" in its guide.
 */
export function createRouteMatcher(routes: readonly ApiRoute[]): RouteMatcher {
  const candidates = routes
    .map(toCandidate)
    .sort((left, right) => (left.rank < right.rank ? -1 : 1));
  return (method, path) => {
    const parts = path.split('/').slice(1);
    const found = candidates.find(
      (candidate) => suits(candidate.method, method) && fits(candidate.segments, parts),
    );
    if (found === undefined) return undefined;
    return { route: found.route, pathParameters: parametersOf(found.segments, parts) };
  };
}

const ANY_PATH = '{$default+}';

function toCandidate(route: ApiRoute): Candidate {
  const [method = '', path] = route.routeKey.split(' ');
  if (path === undefined) return { route, method: 'ANY', segments: [ANY_PATH], rank: '9' };
  const segments = path.split('/').slice(1);
  const rank = segments.map(rankOf).join('') + (method === 'ANY' ? '1' : '0');
  return { route, method, segments, rank };
}

const isGreedy = (segment: string): boolean => segment.endsWith('+}');
const isParameter = (segment: string): boolean => segment.startsWith('{');

const rankOf = (segment: string): string => {
  if (isGreedy(segment)) return '4';
  return isParameter(segment) ? '3' : '2';
};

const suits = (wanted: string, method: string): boolean => wanted === 'ANY' || wanted === method;

function fits(segments: readonly string[], parts: readonly string[]): boolean {
  if (segments[0] === ANY_PATH) return true;
  const greedy = segments.findIndex(isGreedy);
  const longEnough =
    greedy === -1 ? parts.length === segments.length : parts.length >= segments.length;
  return (
    longEnough &&
    segments.every((segment, index) =>
      isParameter(segment) ? parts[index] !== '' : segment === parts[index],
    )
  );
}

function parametersOf(
  segments: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> {
  const named = segments.flatMap((segment, index): [string, string][] => {
    if (!isParameter(segment) || segment === ANY_PATH) return [];
    if (isGreedy(segment))
      return [[segment.slice(1, -2), parts.slice(index).map(decodeURIComponent).join('/')]];
    return [[segment.slice(1, -1), decodeURIComponent(parts[index] ?? '')]];
  });
  return Object.fromEntries(named);
}
