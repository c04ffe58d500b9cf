import { SettingsError } from '../../platform/settings.ts';
import { isAllowedServiceUrl } from '../loopback.ts';

export interface DmpContext {
  /** 15 characters: matricule and key. The caller has checked that the identity is qualified (F-100). */
  readonly ins: string;
  readonly oid: string;
  /** Free context of the installation (a structure, a software name); empty when not given. */
  readonly context?: string;
}

/**
 * Reads `SPICO_DMP_URL_TEMPLATE`; undefined when the DMP is not offered here.
 * The address is a setting because the national one is not published: it holds `{ins}` and `{oid}`, and may hold `{context}`.
 * @throws {SettingsError}
 */
export function readDmpTemplate(services: Readonly<Record<string, string>>): string | undefined {
  const template = services.SPICO_DMP_URL_TEMPLATE;
  if (!template) return undefined;
  const filled = template.replaceAll(/\{(?:ins|oid|context)\}/g, '1');
  if (!template.includes('{ins}') || !template.includes('{oid}') || !isAllowedServiceUrl(filled)) {
    throw new SettingsError('SPICO_DMP_URL_TEMPLATE must be an https address holding {ins} and {oid}.');
  }
  return template;
}

/** The address that opens the DMP on one person, in a new tab: consultation only, never in a frame (F-100, F-101). */
export function dmpLaunchUrl(template: string, { ins, oid, context = '' }: DmpContext): string {
  const values: Readonly<Record<string, string>> = { ins, oid, context };
  return template.replaceAll(/\{(ins|oid|context)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
}
