import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/language.tsx';
import { casesWords } from './cases-words.ts';
import { ExportForm } from './export-form.tsx';
import { ExportList } from './export-list.tsx';
import { exportsWords } from './exports-words.ts';
import classes from './figures.module.css';
import { useExports } from './use-exports.ts';

/** Lists of cases as files: which, and what has become of those that were asked for. */
export function ExportsPage() {
  const words = useWords(exportsWords);
  const { backToFigures } = useWords(casesWords);
  const exports = useExports();
  return (
    <article className={classes['page']}>
      <Anchor component={Link} to="/figures">
        {backToFigures}
      </Anchor>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" mb="md">
        {words.intro}
      </Text>
      <ExportForm />
      <section aria-labelledby="my-exports">
        <Title order={2} size="h5" id="my-exports" mt="xl" mb="xs">
          {words.mine}
        </Title>
        <Loaded query={exports}>{(all) => <ExportList exports={all} />}</Loaded>
      </section>
    </article>
  );
}
