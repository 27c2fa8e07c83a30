import type {
  ComboboxItem,
  ComboboxItemGroup,
  ComboboxParsedItem,
  OptionsFilter,
} from '@mantine/core';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';

/** Finds `đường` by `duong`: whoever types fast leaves the marks out. Every word must be there. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = foldVietnamese(search).split(' ');
  const isFound = ({ label }: ComboboxItem): boolean => {
    const text = foldVietnamese(label);
    return words.every((word) => text.includes(word));
  };
  return options.flatMap((option) => found(option, isFound)).slice(0, limit);
};

function found(
  option: ComboboxParsedItem,
  isFound: (item: ComboboxItem) => boolean,
): ComboboxParsedItem[] {
  if (!('group' in option)) return isFound(option) ? [option] : [];
  const { group, items } = option as ComboboxItemGroup<ComboboxItem>;
  const kept = items.filter(isFound);
  return kept.length === 0 ? [] : [{ group, items: kept }];
}
