import { useCallback, useSyncExternalStore } from 'react';

type Update<T> = T | ((current: T) => T);
const listeners = new Set<() => void>();
/** What was read last under a key: the same text is the same value. */
const parsed = new Map<string, { readonly text: string | null; readonly value: unknown }>();

/** What the browser had no room for, or may not keep: it lasts as long as the page. */
const unkept = new Map<string, string>();
const textOf = (key: string): string | null => unkept.get(key) ?? localStorage.getItem(key);

/** What is kept under a key now. */
export function kept<T>(key: string, initial: T): T {
  const text = textOf(key);
  const known = parsed.get(key);
  if (known?.text === text) return known.value as T; // Kept under this key, so by a reader of the same type.
  const value = parse(text) ?? initial;
  parsed.set(key, { text, value });
  return value as T;
}

/** What an older release wrote, or somebody's hand, is not worth a broken screen. */
function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes at once, so that a browser that closes the next moment has kept it. What it has no room for is not lost either. */
export function keep(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(key, text);
    unkept.delete(key);
  } catch {
    unkept.set(key, text);
  }
  listeners.forEach((listener) => listener());
}

/**
 * State that outlives the page: what a person types, until it is sent. `initial` must be one and the same value.
 * Other windows of this browser see it too.
 */
export function useKept<T>(key: string, initial: T): [T, (update: Update<T>) => void] {
  const value = useSyncExternalStore(onChange, () => kept(key, initial));
  const set = useCallback(
    (update: Update<T>) =>
      keep(key, update instanceof Function ? update(kept(key, initial)) : update),
    [key, initial],
  );
  return [value, set];
}

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
