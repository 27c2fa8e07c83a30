import type { LogCaseRequest } from '../../shared/contracts/desk.ts';

/** What the case itself holds of a request. */
export const matterOf = (body: LogCaseRequest) => ({
  channel: body.channel,
  priority: body.priority,
  class: body.class ?? null,
  serviceCode: body.serviceCode ?? null,
  areaCode: body.areaCode ?? null,
  summary: body.summary ?? null,
  ...(body.attributes !== undefined && { attributes: body.attributes }),
});

/** What is sealed apart from it. */
export const personalDataOf = ({ caller = {}, description, place }: LogCaseRequest) => ({
  name: caller.name ?? null,
  phone: caller.phone ?? null,
  email: caller.email ?? null,
  address: caller.address ?? null,
  description,
  place: place ?? null,
});
