import { highTrustDocumentTypes, type ListEntry } from '@spico/reference-data';
import { type Settings, SettingsError } from '../../platform/settings.ts';

/**
 * The documents and devices accepted here as high-trust (EXI ID 19). `SPICO_IDENTITY_DOCUMENT_TYPES` (codes separated by
 * commas) shortens the national list; what was checked before with a type no longer offered keeps its label.
 * @throws {SettingsError} for a code the national list does not have
 */
export function documentTypes(settings: Pick<Settings, 'services'>): readonly ListEntry[] {
  const chosen = settings.services['SPICO_IDENTITY_DOCUMENT_TYPES']?.split(',').map((code) => code.trim());
  if (!chosen) return highTrustDocumentTypes;
  const unknown = chosen.find((code) => !highTrustDocumentTypes.some((entry) => entry.code === code));
  if (unknown !== undefined)
    throw new SettingsError(`SPICO_IDENTITY_DOCUMENT_TYPES: no high-trust document is called ${unknown}.`);
  return highTrustDocumentTypes.map((entry) => ({ ...entry, active: chosen.includes(entry.code) }));
}

/** Says whether a type may be declared today. */
export function offersDocument(settings: Pick<Settings, 'services'>): (type: string) => boolean {
  const offered = new Set(
    documentTypes(settings)
      .filter(({ active }) => active)
      .map(({ code }) => code),
  );
  return (type) => offered.has(type);
}
