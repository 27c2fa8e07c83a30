/** A resource as far as it is known before its properties are resolved. */
export interface Identified {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** Physical name. */
  readonly name: string;
  /** A top-level property with its intrinsics resolved. */
  readonly property: (name: string) => unknown;
}

type Value = (resource: Identified) => string;

/** What `Ref` and `Fn::GetAtt` give for one type, as the CloudFormation reference of the type says. */
export interface Kind {
  /** The property in which a template may give the physical name. */
  readonly nameProperty?: string;
  /** Makes a name that the service would accept out of the generated one. */
  readonly adaptName?: (generated: string, resource: Omit<Identified, 'name'>) => string;
  /** What `Ref` gives; the name if not stated. */
  readonly ref?: Value;
  /** The ARN, which is also the attribute `Arn`. */
  readonly arn?: Value;
  readonly attributes?: Readonly<Record<string, Value>>;
}
