import { createContext, use } from 'react';
import type { Api } from './api.ts';
import type { WebConfig } from './config.ts';
import type { Session } from './session.ts';

/** What main.tsx makes once and every screen may use. */
export interface Services {
  readonly api: Api;
  readonly session: Session;
  readonly config: WebConfig;
}

const Context = createContext<Services | undefined>(undefined);
export const ServicesProvider = Context;

export function useServices(): Services {
  const services = use(Context);
  if (services === undefined) throw new Error('There are no services above this component');
  return services;
}

export const useApi = (): Api => useServices().api;
