/** Cookies of one sign-in, kept as a browser would: a later value replaces the one before, each path has its own. */
export interface CookieJar {
  /** `Cookie` header for a request to that path. */
  headerFor(path: string): string;
  take(response: Response): void;
}

export function createCookieJar(): CookieJar {
  const kept = new Map<string, { readonly pair: string; readonly path: string }>();
  return {
    headerFor: (path) =>
      [...kept.values()]
        .filter((cookie) => path.startsWith(cookie.path))
        .map(({ pair }) => pair)
        .join('; '),
    take: (response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(/; */);
        const path = attributes.find((a) => a.startsWith('path='))?.slice('path='.length) ?? '/';
        const key = `${pair.slice(0, pair.indexOf('='))} ${path}`;
        if (line.includes('expires=Thu, 01 Jan 1970')) kept.delete(key);
        else kept.set(key, { pair, path });
      }
    },
  };
}
