import { cacheControlOf, HASHED, WEB_FILES } from '../../infra/web-files.ts';

type Outputs = Readonly<Record<string, string>>;

/**
 * Calls of the AWS command line that bring the web app into its bucket. Files named after their content go first, so that
 * whoever gets the new page finds what it names; those of the release before stay for the windows that have it open.
 */
export function uploadsOf(outputs: Outputs): readonly (readonly string[])[] {
  const bucket = `s3://${outputOf(outputs, 'WebBucketName')}`;
  const kept = (path: string) => ['--cache-control', cacheControlOf(path)];
  const assets = `${WEB_FILES}/${HASHED}`;
  const rest = ['--exclude', `${HASHED}*`, '--exclude', '.vite/*'];
  return [
    ['s3', 'cp', assets, `${bucket}/${HASHED}`, '--recursive', ...kept(HASHED)],
    ['s3', 'sync', WEB_FILES, bucket, '--delete', ...rest, ...kept('index.html')],
  ];
}

/** What has a name for ever and other content now. */
export const invalidationOf = (outputs: Outputs): readonly string[] => [
  ...['cloudfront', 'create-invalidation'],
  ...['--distribution-id', outputOf(outputs, 'WebDistributionId'), '--paths', '/*'],
];

function outputOf(outputs: Outputs, name: string): string {
  const found = outputs[name];
  if (found === undefined) throw new Error(`The web stack has no output ${name}`);
  return found;
}
