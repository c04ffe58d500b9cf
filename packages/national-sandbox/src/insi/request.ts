import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { InsiNumber, InsiQuestion } from './directory.ts';

const SOAP_NAMESPACES = {
  'http://schemas.xmlsoap.org/soap/envelope/': '1.1',
  'http://www.w3.org/2003/05/soap-envelope': '1.2',
} as const;
export type SoapVersion = (typeof SOAP_NAMESPACES)[keyof typeof SOAP_NAMESPACES];

export const SEARCH_NAMESPACE = 'http://www.cnamts.fr/INSiRecSans';
/** Lot 2 of the service; its request names were read in one public client only, its namespace is our reading of them. */
export const VERIFY_NAMESPACE = 'http://www.cnamts.fr/INSiLot2/REQUnitaire';

export type InsiRequest =
  | { readonly operation: 'search'; readonly soap: SoapVersion; readonly question: InsiQuestion }
  | {
      readonly operation: 'verify';
      readonly soap: SoapVersion;
      readonly question: InsiQuestion;
      readonly claimed: InsiNumber;
    };

/** What is wrong with a request; becomes a SOAP fault. */
export class RefusedRequest extends Error {
  readonly soap: SoapVersion;
  constructor(message: string, soap: SoapVersion = '1.2') {
    super(message);
    this.soap = soap;
  }
}

type Node = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are read below, in one pass and from a closed list.
  processEntities: false,
  isArray: (name) => /(^|:)Prenom$/.test(name),
});

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|apos|quot));/g,
    (_all, decimal?: string, hex?: string, name?: string) =>
      name ? (ENTITIES[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  );
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A child by its local name, and the namespace its prefix stands for. */
function child(
  parent: Node,
  localName: string,
  scopes: readonly Node[],
): { node: unknown; namespace?: string } | undefined {
  const name = Object.keys(parent).find((key) => key === localName || key.endsWith(`:${localName}`));
  if (name === undefined) return undefined;
  const node = parent[name];
  const declaration = name.includes(':') ? `@_xmlns:${name.split(':')[0]}` : '@_xmlns';
  const scope = [...(isNode(node) ? [node] : []), ...scopes].find((candidate) => declaration in candidate);
  const namespace = scope?.[declaration];
  return { node, ...(typeof namespace === 'string' ? { namespace } : {}) };
}

function text(parent: Node, localName: string): string | undefined {
  const found = child(parent, localName, [])?.node;
  const value = isNode(found) ? found['#text'] : found;
  return typeof value === 'string' ? decode(value) : undefined;
}

function texts(parent: Node, localName: string): readonly string[] {
  const found = child(parent, localName, [])?.node;
  const values = Array.isArray(found) ? found : [];
  return values.map((value) => decode(String(isNode(value) ? (value['#text'] ?? '') : value)));
}

// The rules of the editors' guide SEL-MP-043: a lower case letter or an accent is refused, never corrected.
const FAMILY = /^(?!.*---)(?!.*(?: {2}|''|' | '))[A-Z'](?:[A-Z' -]*[A-Z'-])?$/;
const GIVEN = /^(?!.*--)(?!.*(?: {2}|''|' | '))[A-Z'](?:[A-Z' -]*[A-Z])?$/;
const BIRTH_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const COG = /^(?:\d{2}|2[AB])\d{3}$/;

function readQuestion(traits: Node, givenNames: readonly string[], soap: SoapVersion): InsiQuestion {
  const refuse = (field: string): never => {
    throw new RefusedRequest(`Le champ ${field} est absent ou hors du format attendu.`, soap);
  };
  const birthFamilyName = text(traits, 'NomNaissance') ?? '';
  const sex = text(traits, 'Sexe') ?? '';
  const birthDate = text(traits, 'DateNaissance') ?? '';
  const cog = text(traits, 'LieuNaissance');
  if (!FAMILY.test(birthFamilyName)) refuse('NomNaissance');
  if (givenNames.length === 0 || !givenNames.every((name) => GIVEN.test(name))) refuse('Prenom');
  if (sex !== 'F' && sex !== 'M') refuse('Sexe');
  if (!BIRTH_DATE.test(birthDate)) refuse('DateNaissance');
  if (cog !== undefined && !COG.test(cog)) refuse('LieuNaissance');
  return { birthFamilyName, givenNames, sex, birthDate, ...(cog === undefined ? {} : { cog }) };
}

function readClaimed(supplied: Node, soap: SoapVersion): InsiNumber {
  const id = child(supplied, 'IdIndividu', [])?.node;
  const number = isNode(id) ? text(id, 'NumIdentifiant') : undefined;
  const key = isNode(id) ? text(id, 'Cle') : undefined;
  const oid = text(supplied, 'OID');
  if (!number || !/^[0-9AB]{13}$/.test(number) || !key || !/^\d{2}$/.test(key) || !oid) {
    throw new RefusedRequest('Le matricule fourni est absent ou hors du format attendu.', soap);
  }
  return { matricule: number + key, oid };
}

function readEnvelope(xml: string): { body: Node; scopes: readonly Node[]; soap: SoapVersion; header: Node } {
  // A document type is the only way to declare entities: none is ever needed here.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new RefusedRequest('DOCTYPE interdit.');
  if (XMLValidator.validate(xml) !== true) throw new RefusedRequest('XML mal formé.');
  const envelope = child(parser.parse(xml) as Node, 'Envelope', []);
  const soap = SOAP_NAMESPACES[envelope?.namespace as keyof typeof SOAP_NAMESPACES];
  if (!envelope || !isNode(envelope.node) || !soap) throw new RefusedRequest('Enveloppe SOAP inconnue.');
  const body = child(envelope.node, 'Body', [envelope.node])?.node;
  const header = child(envelope.node, 'Header', [envelope.node])?.node;
  if (!isNode(body)) throw new RefusedRequest('Corps SOAP absent.', soap);
  if (!isNode(header)) throw new RefusedRequest('En-têtes SOAP absents.', soap);
  return { body, scopes: [body, envelope.node], soap, header };
}

/** Reads an envelope as the teleservice does: right namespaces, right headers, names in its alphabet, or a fault. */
export function readRequest(xml: string): InsiRequest {
  const { body, scopes, soap, header } = readEnvelope(xml);
  for (const required of ['ContexteBAM', 'ContexteLPS', 'Action', 'MessageID']) {
    if (!child(header, required, [])) throw new RefusedRequest(`En-tête ${required} absent.`, soap);
  }
  const search = child(body, 'RECSANSVITALE', scopes);
  if (search && search.namespace === SEARCH_NAMESPACE && isNode(search.node)) {
    return { operation: 'search', soap, question: readQuestion(search.node, texts(search.node, 'Prenom'), soap) };
  }
  const verify = child(body, 'REQUETE', scopes);
  if (verify && verify.namespace === VERIFY_NAMESPACE && isNode(verify.node)) {
    const checked = child(verify.node, 'IndividuVerifie', [])?.node;
    const supplied = isNode(checked) ? child(checked, 'INSFourni', [])?.node : undefined;
    const traits = isNode(checked) ? child(checked, 'TraitsIdentiteIndividu', [])?.node : undefined;
    if (!isNode(supplied) || !isNode(traits)) throw new RefusedRequest('Individu à vérifier incomplet.', soap);
    const list = text(traits, 'ListePrenom');
    const question = readQuestion(traits, list === undefined ? [] : [list], soap);
    return { operation: 'verify', soap, question, claimed: readClaimed(supplied, soap) };
  }
  throw new RefusedRequest('Opération inconnue.', soap);
}
