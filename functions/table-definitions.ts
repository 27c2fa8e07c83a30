import { headlineDefinitions } from './figure-definitions.ts';

const {
  received,
  receivedAnswered,
  rejected,
  duplicate,
  withdrawn,
  citizenSilent,
  incidents,
  answeredOfReceived,
  interval,
  supporting: _,
  firstContact: _1,
  repeats: _2,
  firstContactRate: _3,
  repeatRate: _4,
  ...ofForwarded
} = headlineDefinitions;

/** A table shows one cohort of the headline. */
export const crossDefinitions = {
  received: {
    ...{ received, receivedAnswered, rejected, duplicate, withdrawn, citizenSilent, incidents },
    ...{ answeredOfReceived, interval },
  },
  forwarded: { ...ofForwarded, interval },
};

/** A series shows figures of the headline. */
const { forwarded, answered, satisfactory } = headlineDefinitions;
export const seriesDefinitions = { received, forwarded, answered, satisfactory };
