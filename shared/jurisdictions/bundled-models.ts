import binhDuong from './binh-duong/classifier/card.json' with { type: 'json' };

const cards: Readonly<Record<string, { readonly version: string }>> = { 'binh-duong': binhDuong };

/** Version of the model that comes with the code; throws at start when the province has none. */
export function bundledModelOf(id: string): string {
  const card = cards[id];
  if (card === undefined) throw new Error(`No model of ${id} is bundled`);
  return card.version;
}
