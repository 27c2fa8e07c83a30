import type { TextClassification } from '../domain/text/classifier.ts';

/** Says what a text is about. */
export interface Classifier {
  classify(text: string): Promise<TextClassification>;
}
