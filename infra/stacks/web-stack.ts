import { CfnOutput, Duration, Fn, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages.ts';

export interface WebStackProps {
  readonly stage: StageConfig;
  readonly api: HttpApi;
  readonly signIn: UserPoolDomain;
}

/** What the API answers; everything else is the web app. */
const API_PATHS = ['/v1/*', '/docs', '/docs/*', '/openapi.json', '/config.json'] as const;

/** The pages of the app are made in the browser: what is not a file is the app itself. */
const TO_THE_APP = `function handler(event) {
  var request = event.request;
  if (request.uri.lastIndexOf('.') <= request.uri.lastIndexOf('/')) request.uri = '/index.html';
  return request;
}`;

/** The web app's files and, behind the same origin, the API. `npm run deploy` puts the files there. */
export class WebStack extends Stack {
  constructor(scope: Construct, props: WebStackProps) {
    super(scope, `${props.stage.title}-Web`);
    const bucket = this.createBucket(props.stage);
    const distribution = this.createDistribution(bucket, props);
    new CfnOutput(this, 'WebBucketName', { value: bucket.bucketName });
    new CfnOutput(this, 'WebDistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'WebAddress', { value: `https://${distribution.domainName}` });
  }

  private createBucket({ removalPolicy }: StageConfig): Bucket {
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only CloudFront may read it, and it holds what everybody may see: the built app.',
    });
    return bucket;
  }

  private createDistribution(bucket: Bucket, props: WebStackProps): cloudfront.Distribution {
    const { stage, api, signIn } = props;
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `1022 hotline, ${stage.id}`,
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...this.namesOf(stage),
      defaultBehavior: {
        // The library's own types differ by an `| undefined`.
        origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.createSecurityHeaders(signIn),
        functionAssociations: [
          {
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
            function: new cloudfront.Function(this, 'ToTheApp', {
              code: cloudfront.FunctionCode.fromInline(TO_THE_APP),
              runtime: cloudfront.FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: Object.fromEntries(API_PATHS.map((path) => [path, apiBehaviour(api)])),
    });
    acknowledgeEdge(distribution);
    return distribution;
  }

  private namesOf({ webOrigin, webCertificateArn }: StageConfig) {
    if (webCertificateArn === undefined) return {};
    return {
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      domainNames: [new URL(webOrigin).hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', webCertificateArn),
    };
  }

  private createSecurityHeaders(signIn: UserPoolDomain): cloudfront.ResponseHeadersPolicy {
    const contentSecurityPolicy = [
      "default-src 'self'",
      // The sign-in pages are Cognito's; the token is fetched from there.
      `connect-src 'self' ${signIn.baseUrl()} https://cognito-idp.${this.region}.amazonaws.com`,
      "img-src 'self' data: blob:",
      // The component library places elements by style attributes.
      "style-src 'self' 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ');
    return new cloudfront.ResponseHeadersPolicy(this, 'SecurityHeaders', {
      comment: 'What a browser may do with the pages of the hotline',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER,
          override: true,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}

/** The API sets its own headers, and nothing of it is kept at the edge. */
const apiBehaviour = (api: HttpApi): cloudfront.BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
    protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
  }),
  viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
  cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
  originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

function acknowledgeEdge(distribution: cloudfront.Distribution): void {
  Validations.of(distribution).acknowledge(
    {
      id: 'AwsSolutions-CFR1',
      reason: 'People of the province ask from abroad too: no country is shut out.',
    },
    {
      id: 'AwsSolutions-CFR2',
      reason:
        'The pages are static and every route of the API is throttled, the public ones tightly; a web ACL is added by the account that owns the domain.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason:
        'The API logs each request by ids; logs of the edge would keep network addresses beside tracking codes.',
    },
    {
      id: 'AwsSolutions-CFR4',
      reason:
        'Applies only until WEB_CERTIFICATE_ARN is given: under its own name CloudFront alone chooses the protocols.',
    },
  );
}
