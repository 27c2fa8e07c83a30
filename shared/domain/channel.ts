import * as z from 'zod';

export const CHANNELS = [
  'phone',
  'walk_in',
  'zalo',
  'sms',
  'email',
  'web',
  'app',
  'open311',
] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

export const Priority = z.enum(['normal', 'urgent']);
export type Priority = z.infer<typeof Priority>;
