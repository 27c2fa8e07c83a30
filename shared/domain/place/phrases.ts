import type { Word } from './words.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

export interface PhraseFound<T> {
  readonly values: readonly T[];
  /** How many words it is long. */
  readonly length: number;
}

/** Phrases by their words without marks: finds the longest that begins at a word in as many steps as it is long. */
export class Phrases<T> {
  readonly #root: Node<T> = emptyNode();

  add(words: readonly Pick<Word, 'folded'>[], value: T): void {
    let node = this.#root;
    for (const { folded } of words) {
      const next = node.next.get(folded) ?? emptyNode<T>();
      node.next.set(folded, next);
      node = next;
    }
    node.values.push(value);
  }

  longestAt(words: readonly Pick<Word, 'folded'>[], from: number): PhraseFound<T> | undefined {
    let node: Node<T> | undefined = this.#root;
    let found: PhraseFound<T> | undefined;
    for (let at = from; at < words.length; at += 1) {
      node = node.next.get(words[at]?.folded ?? '');
      if (node === undefined) break;
      if (node.values.length > 0) found = { values: node.values, length: at + 1 - from };
    }
    return found;
  }
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), values: [] });
