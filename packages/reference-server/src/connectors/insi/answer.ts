import { conventionalBirthDate, parseCivilDate } from '@spico/domain/values/identity/civil-date';
import { parsePlace, UNKNOWN_PLACE } from '@spico/domain/values/identity/place';
import type { Ins } from '@spico/domain/values/ins/matricule';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { InsiIdentity } from './port.ts';

export type RawAnswer =
  | { readonly code: 'found'; readonly identity: InsiIdentity }
  | { readonly code: 'ok' }
  | { readonly code: 'none' }
  | { readonly code: 'several' }
  | { readonly code: 'fault' }
  | { readonly code: 'malformed' };

type Node = { readonly [name: string]: unknown };

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  // Entities are decoded below from a closed list: nothing an answer declares is ever expanded.
  processEntities: false,
  isArray: (name) => name === 'INSHISTO',
});

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };
const decode = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|(lt|gt|amp|apos|quot));/g,
    (_all, decimal?: string, hex?: string, name?: string) =>
      name ? (ENTITIES[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  );

const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const text = (parent: Node, name: string): string => {
  const value = parent[name];
  return typeof value === 'string' ? decode(value).trim() : '';
};

function readNumber(value: unknown): Ins | undefined {
  const id = node(node(value).IdIndividu);
  const ins = { matricule: text(id, 'NumIdentifiant'), key: text(id, 'Cle'), oid: text(node(value), 'OID') };
  const wellFormed =
    /^\d{6}[0-9AB]\d{6}$/.test(ins.matricule) && /^\d{2}$/.test(ins.key) && /^[0-2](\.\d+)+$/.test(ins.oid);
  return wellFormed ? ins : undefined;
}

/** The service may return a lunar date (month 00 or above 12, day 00): it becomes the conventional civil date. */
function readBirthDate(raw: string): { birthDate: string; birthDateUncertain?: true } | undefined {
  if (parseCivilDate(raw).ok) return { birthDate: raw };
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const knownMonth = month >= 1 && month <= 12;
  const known = { year, ...(knownMonth ? { month } : {}), ...(knownMonth && day >= 1 && day <= 31 ? { day } : {}) };
  const date = conventionalBirthDate(known);
  return date.ok ? { birthDate: date.value.date, birthDateUncertain: true } : undefined;
}

/** The first given name of a list separated by spaces: the asked name when the list begins with it ("JEAN PIERRE" is one). */
function firstOf(list: string, asked: string): string {
  return `${list} `.startsWith(`${asked} `) ? asked : (list.split(' ')[0] ?? list);
}

function readIdentity(person: Node, askedGivenName: string): InsiIdentity | undefined {
  const traits = node(person.TIQ);
  const ins = readNumber(person.INSACTIF);
  const birthFamilyName = text(traits, 'NomNaissance');
  const list = text(traits, 'ListePrenom').replace(/ +/g, ' ');
  const sex = text(traits, 'Sexe');
  const date = readBirthDate(text(traits, 'DateNaissance'));
  const cog = text(traits, 'LieuNaissance');
  const place = cog ? parsePlace(cog) : { ok: true as const, value: UNKNOWN_PLACE };
  if (!ins || !birthFamilyName || !list || (sex !== 'F' && sex !== 'M') || !date || !place.ok) return undefined;
  const first = firstOf(list, askedGivenName);
  const others = list.slice(first.length).trim();
  const former = Array.isArray(person.INSHISTO) ? person.INSHISTO : [];
  return {
    ins,
    history: former.map(readNumber).filter((number): number is Ins => number !== undefined),
    traits: {
      birthFamilyName,
      firstBirthGivenName: first,
      birthGivenNames: [first, ...(others ? others.split(' ') : [])],
      sex,
      ...date,
      birthPlace: place.value,
    },
  };
}

/**
 * Reads an answer of the service. What is not understood to the end is `malformed`, never half an identity.
 * @param askedGivenName - Tells where the first given name ends in the returned list.
 */
export function readAnswer(xml: string, askedGivenName: string): RawAnswer {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml) || XMLValidator.validate(xml) !== true) return { code: 'malformed' };
  const envelope = node(node(parser.parse(xml)).Envelope);
  const body = node(envelope.Body);
  if (body.Fault !== undefined) return { code: 'fault' };
  const result = node(body.RESULTAT);
  const code = text(node(result.CR), 'CodeCR');
  if (code === '01') return { code: 'none' };
  if (code === '02') return { code: 'several' };
  if (code !== '00') return { code: 'malformed' };
  if (result.INDIVIDU === undefined) return { code: 'ok' };
  const identity = readIdentity(node(result.INDIVIDU), askedGivenName);
  return identity ? { code: 'found', identity } : { code: 'malformed' };
}
