import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/language.tsx';
import { AlertLine } from './alert-line.tsx';
import { alertsWords } from './alerts-words.ts';
import classes from './figures.module.css';
import { Section } from './section.tsx';
import { type AlertLine as Alert, useAlerts } from './use-alerts.ts';

/** "What has become unusual, and does somebody see to it?" */
export function AlertsPage() {
  const words = useWords(alertsWords);
  return (
    <article className={classes['page']}>
      <Anchor component={Link} to="/figures">
        {words.backToFigures}
      </Anchor>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <Loaded query={useAlerts()}>{({ alerts }) => <AlertSections alerts={alerts} />}</Loaded>
    </article>
  );
}

function AlertSections({ alerts }: { readonly alerts: readonly Alert[] }) {
  const words = useWords(alertsWords);
  if (alerts.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>;
  const [holding, passed] = [
    alerts.filter(({ passedAt }) => passedAt === null),
    alerts.filter(({ passedAt }) => passedAt !== null),
  ];
  return (
    <>
      <Section id="holding" title={words.holding}>
        {holding.length === 0 && <Text c="dimmed">{words.noneHolding}</Text>}
        <AlertList alerts={holding} />
      </Section>
      {passed.length > 0 && (
        <Section id="passed" title={words.passed}>
          <AlertList alerts={passed} />
        </Section>
      )}
    </>
  );
}

function AlertList({ alerts }: { readonly alerts: readonly Alert[] }) {
  if (alerts.length === 0) return null;
  return (
    <ol className={classes['alerts']}>
      {alerts.map((alert) => (
        <AlertLine key={alert.alertId} alert={alert} />
      ))}
    </ol>
  );
}
