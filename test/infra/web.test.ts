import { afterAll, describe, expect, it } from 'vitest';
import { synthesise } from '../support/hotline-templates.ts';

const hotline = synthesise('prod');
afterAll(() => hotline.close());

describe('the web app', () => {
  it('lies in a bucket that only the distribution may read', () => {
    hotline.template('web').hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    hotline.template('web').resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  it('tells browsers what its pages may do', () => {
    const [policy] = hotline.resources.ofType('AWS::CloudFront::ResponseHeadersPolicy');
    const headers = JSON.stringify(policy!.properties);
    for (const said of ["default-src 'self'", "frame-ancestors 'none'", 'AccessControlMaxAgeSec'])
      expect(headers).toContain(said);
  });

  it('shares its origin with the API, of which nothing is kept at the edge', () => {
    const [distribution] = hotline.resources.ofType('AWS::CloudFront::Distribution');
    const { CacheBehaviors } = distribution!.properties['DistributionConfig'] as {
      CacheBehaviors: { PathPattern: string; CachePolicyId: string }[];
    };
    expect(CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      '/v1/*',
      '/docs',
      '/docs/*',
      '/openapi.json',
      '/config.json',
    ]);
    // AWS's own policy "CachingDisabled".
    for (const { CachePolicyId } of CacheBehaviors)
      expect(CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
  });
});
