import { useRef } from 'react';
import { newKey } from '../platform/system.ts';

/** One Idempotency-Key for one content: a second try lands on the same publication, a changed content does not. */
export function useKeyFor(): (content: unknown) => string {
  const made = useRef(new Map<string, string>());
  return (content) => {
    const text = JSON.stringify(content);
    const key = made.current.get(text) ?? newKey();
    made.current.set(text, key);
    return key;
  };
}
