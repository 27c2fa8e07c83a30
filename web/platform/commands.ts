import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** Something that a person can have done by a key or by name: shown by `?`, found by Ctrl+K. */
export interface Command {
  /** One of its kind at a time: `desk.new-call`. */
  readonly id: string;
  /** In the reader's language: what will happen. */
  readonly label: string;
  /** `n`, `?`, `Alt+A`, `Ctrl+K`, `Enter`. A key without Alt or Ctrl is not heard while somebody types. */
  readonly keys?: string;
  readonly run: () => void;
  /** Known but of no use now; its key does nothing. */
  readonly disabled?: boolean;
}

let known: readonly Command[] = [];
const listeners = new Set<() => void>();
const change = (next: readonly Command[]): void => {
  known = next;
  listeners.forEach((listener) => listener());
};

/** Gives these commands to the reader while the component is on the screen. */
export function useCommands(commands: readonly Command[]): void {
  const run = useEffectEvent((id: string) => commands.find((one) => one.id === id)?.run());
  const shape = JSON.stringify(commands);
  useEffect(() => {
    // `shape` is what may be shown of them; what they do is looked up when they are asked to.
    const shown = (JSON.parse(shape) as Command[]).map((one) => ({
      ...one,
      run: () => run(one.id),
    }));
    const ids = new Set(shown.map(({ id }) => id));
    change([...known.filter(({ id }) => !ids.has(id)), ...shown]);
    return () => change(known.filter((one) => !shown.includes(one)));
  }, [shape]);
}

export const useKnownCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known,
  );

/** Runs the command whose key was pressed; on the document, once. */
export function listenToKeys(target: Document): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const found = known.find(
      (one) => one.disabled !== true && one.keys !== undefined && isPressed(one.keys, event),
    );
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}

/** Whether this is the key, and the person means it: single keys belong to the field in which somebody types. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wanted = { alt: parts.includes('Alt'), ctrl: parts.includes('Ctrl') };
  const isRight = wanted.alt === event.altKey && wanted.ctrl === (event.ctrlKey || event.metaKey);
  return isRight && isKey(key, event) && (wanted.alt || wanted.ctrl || !isTyping(event.target));
}

/** By the letter that is printed on the key too: Alt makes other signs of some, and Vietnamese keyboards of digits. */
const isKey = (key: string, { key: made, code }: KeyboardEvent): boolean =>
  made.toLowerCase() === key.toLowerCase() ||
  code === `Key${key.toUpperCase()}` ||
  code === `Digit${key}`;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
