import { Popover, Text, UnstyledButton } from '@mantine/core';
import { useLanguage, useWords } from '../words/language.tsx';
import type { FigureKey } from './figure-names.ts';
import type { Definition } from './figures.ts';
import classes from './figures.module.css';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface TermProps {
  readonly figure: FigureKey;
  /** As the API says it beside the figure. */
  readonly definitions: Readonly<Record<string, Definition>>;
  /** Where the line has a name of its own. */
  readonly children?: string;
}

/** The name of a figure; what it means is said on request. */
export function Term({ figure, definitions, children }: TermProps) {
  const words = useWords(figuresWords);
  const { language } = useLanguage();
  const format = useFigureFormat();
  const name = children ?? format.name(figure);
  const definition = definitions[figure];
  if (definition === undefined) return name;
  return (
    <Popover width={320} withArrow shadow="sm" withRoles>
      <Popover.Target>
        <UnstyledButton className={classes['term']} title={words.define(name)}>
          {name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.define(name)}>
        <Text size="sm">{definition[language]}</Text>
        <Text size="xs" c="dimmed" mt={6}>
          {words.glossary}: {definition.glossary}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
