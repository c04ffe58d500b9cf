import { absentInsi, type InsiClient } from './port.ts';
import { readInsiSettings } from './settings.ts';
import { type PsAssertion, SoapInsiClient } from './soap-client.ts';

export type {
  InsiAnswer,
  InsiCaller,
  InsiClient,
  InsiFoundBy,
  InsiIdentity,
  InsiUnavailability,
  InsiVerification,
} from './port.ts';
export { absentInsi } from './port.ts';
export { type InsiSettings, readInsiSettings } from './settings.ts';
export { type PsAssertion, SoapInsiClient } from './soap-client.ts';

/** The client the settings ask for; without an address, one that says so at each call. */
export function createInsiClient(services: Readonly<Record<string, string>>, psAssertion?: PsAssertion): InsiClient {
  const settings = readInsiSettings(services);
  return settings ? new SoapInsiClient({ settings, ...(psAssertion ? { psAssertion } : {}) }) : absentInsi;
}
