import { readFileSync } from 'node:fs';
import { createTextClassifier, type TextClassification } from '../../domain/text/classifier.ts';
import { decodeModel } from '../../domain/text/model.ts';
import type { Classifier } from '../../ports/classifier.ts';

/** A model in a file beside the code, read at the first text: some 2.5 MB, which most requests never need. */
export class FileTextClassifier implements Classifier {
  readonly #path: string;
  #classify: ((text: string) => TextClassification) | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  classify(text: string): Promise<TextClassification> {
    this.#classify ??= createTextClassifier(decodeModel(readFileSync(this.#path)));
    return Promise.resolve(this.#classify(text));
  }
}
