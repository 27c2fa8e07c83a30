import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Moment } from '../parts/moment.tsx';
import { ask } from '../platform/api.ts';
import { useMay } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import classes from './case.module.css';
import type { Case } from './use-case.ts';
import { caseWords } from './words.ts';

/** Who else reported the same; only the desk and its overseers may ask. */
export function Followers({ current }: { readonly current: Case }) {
  const words = useWords(caseWords);
  const api = useApi();
  const enabled = useMay()('getCase');
  const { caseId, version } = current;
  const { data } = useQuery({
    queryKey: ['case', caseId, 'followers', version],
    queryFn: () =>
      ask(api.GET('/v1/desk/cases/{caseId}/followers', { params: { path: { caseId } } })),
    enabled,
  });
  if (data === undefined || data.count === 0) return null;
  return (
    <section className={classes['section']} aria-labelledby="followers">
      <Title order={2} size="h5" id="followers" mb="xs">
        {words.followers}
      </Title>
      <Text>{words.followerCount(data.count)}</Text>
      <ul className={classes['plain']}>
        {data.cases.map((one) => (
          <li key={one.caseId}>
            <Anchor component={Link} to={`/cases/${one.caseId}`}>
              {one.trackingCode}
            </Anchor>{' '}
            · <Moment at={one.receivedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
