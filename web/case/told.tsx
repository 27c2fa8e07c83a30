import { Skeleton, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { channelNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './case.module.css';
import { MAP } from './map-size.ts';
import type { CaseDetails } from './use-case.ts';
import { caseWords } from './words.ts';

/** Of use only where the area is known. */
const CaseMap = lazy(() => import('./case-map.tsx').then(({ CaseMap: one }) => ({ default: one })));

/** What the citizen said, where it is, and who they are. Their words are text, whatever stands in them. */
export function Told({ details }: { readonly details: CaseDetails }) {
  const words = useWords(caseWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const { case: current, description, place } = details;
  return (
    <>
      <section className={classes['section']} aria-labelledby="said">
        <Title order={2} size="h5" id="said">
          {words.said}
        </Title>
        <p className={classes['words']}>{description}</p>
      </section>
      <section className={classes['section']}>
        <dl className={classes['facts']}>
          {place !== null && <Fact name={words.place}>{place}</Fact>}
          <Fact name={words.area}>{names.area(current.areaCode)}</Fact>
          <Fact name={words.received}>
            <Moment at={current.receivedAt} />
          </Fact>
          <Fact name={words.channel}>{named(channelNames[current.channel])}</Fact>
        </dl>
        {current.areaCode !== null && (
          <Suspense fallback={<Skeleton h={MAP.height} maw={MAP.width} aria-busy="true" />}>
            <CaseMap areaCode={current.areaCode} />
          </Suspense>
        )}
      </section>
      <Citizen citizen={details.citizen} />
    </>
  );
}

function Citizen({ citizen }: Pick<CaseDetails, 'citizen'>) {
  const words = useWords(caseWords);
  const { name, phone, email, address } = citizen ?? {};
  return (
    <section className={classes['section']} aria-labelledby="citizen">
      <Title order={2} size="h5" id="citizen">
        {words.citizen}
      </Title>
      {citizen === null ? (
        <p>{words.hidden}</p>
      ) : (
        <dl className={classes['facts']}>
          <Fact name={words.citizen}>{name ?? words.anonymous}</Fact>
          {phone != null && (
            <Fact name={words.phone}>
              <a href={`tel:${phone}`}>{phone}</a>
            </Fact>
          )}
          {email != null && <Fact name={words.email}>{email}</Fact>}
          {address != null && <Fact name={words.address}>{address}</Fact>}
        </dl>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
