import { useFormat } from './format.ts';

/** A time as people say it; the exact instant on hover and for machines. */
export function Moment({ at }: { readonly at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.exact(at)}>
      {format.moment(at)}
    </time>
  );
}
