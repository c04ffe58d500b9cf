import { randomUUID } from 'node:crypto';
import type { Ins } from '@spico/domain/values/ins/matricule';
import type { InsiSettings } from './settings.ts';

/** Traits in the alphabet of the service, ready to be written. */
export interface InsiQuestion {
  readonly birthFamilyName: string;
  readonly givenNames: readonly string[];
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly cog?: string;
}

const SOAP = {
  '1.1': { namespace: 'http://schemas.xmlsoap.org/soap/envelope/', type: 'text/xml; charset=utf-8' },
  '1.2': { namespace: 'http://www.w3.org/2003/05/soap-envelope', type: 'application/soap+xml; charset=utf-8' },
} as const;

const SEARCH = 'http://www.cnamts.fr/INSiRecSans';
/** Lot 2 of the service, verification: names read in one public client; to be checked against the editors' guide. */
const VERIFY = 'http://www.cnamts.fr/INSiLot2/REQUnitaire';
const ACTION = 'urn:ServiceIdentiteCertifiee:1.0.0:';
const SECURITY = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
const leaf = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`;

export interface InsiEnvelope {
  readonly xml: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Who calls and with which software: the two contexts, the action, and the assertion when there is one. */
function headers(settings: InsiSettings, action: string, now: Date, assertion: string | undefined): string {
  const { emitter, authorisation, softwareName, softwareVersion, instance } = settings;
  const stamp = (prefix: string): string =>
    leaf(`${prefix}:Id`, randomUUID()) +
    leaf(`${prefix}:Temps`, now.toISOString()) +
    leaf(`${prefix}:Emetteur`, emitter);
  const software =
    `<ctxlps:IDAM R="4">${escape(authorisation)}</ctxlps:IDAM>` +
    leaf('ctxlps:Version', softwareVersion) +
    leaf('ctxlps:Instance', instance) +
    leaf('ctxlps:Nom', `urn:lps:${softwareName}:${softwareVersion}`);
  return [
    `<ctxbam:ContexteBAM xmlns:ctxbam="urn:siram:bam:ctxbam" Version="01_02">${stamp('ctxbam')}<ctxbam:COUVERTURE/></ctxbam:ContexteBAM>`,
    `<ctxlps:ContexteLPS xmlns:ctxlps="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00">${stamp('ctxlps')}<ctxlps:LPS>${software}</ctxlps:LPS></ctxlps:ContexteLPS>`,
    `<wsa:Action xmlns:wsa="http://www.w3.org/2005/08/addressing">${ACTION}${action}</wsa:Action>`,
    `<wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">uuid:${randomUUID()}</wsa:MessageID>`,
    assertion ? `<wsse:Security xmlns:wsse="${SECURITY}">${assertion}</wsse:Security>` : '',
  ].join('');
}

function envelope(settings: InsiSettings, action: string, body: string, now: Date, assertion?: string): InsiEnvelope {
  const { namespace, type } = SOAP[settings.soapVersion];
  const xml =
    `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${namespace}">` +
    `<soap:Header>${headers(settings, action, now, assertion)}</soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`;
  const soapAction = settings.soapVersion === '1.1' ? { soapaction: `"${ACTION}${action}"` } : {};
  return { xml, headers: { 'content-type': type, ...soapAction } };
}

/** WS_INS2: who has these traits? */
export function searchEnvelope(
  settings: InsiSettings,
  asked: InsiQuestion,
  now: Date,
  assertion?: string,
): InsiEnvelope {
  const body =
    `<ins:RECSANSVITALE xmlns:ins="${SEARCH}">` +
    leaf('ins:NomNaissance', asked.birthFamilyName) +
    asked.givenNames.map((name) => leaf('ins:Prenom', name)).join('') +
    leaf('ins:Sexe', asked.sex) +
    leaf('ins:DateNaissance', asked.birthDate) +
    (asked.cog ? leaf('ins:LieuNaissance', asked.cog) : '') +
    '</ins:RECSANSVITALE>';
  return envelope(settings, 'rechercherInsAvecTraitsIdentite', body, now, assertion);
}

/** WS_INS3: is this number still the one of these traits? */
export function verifyEnvelope(
  settings: InsiSettings,
  asked: InsiQuestion,
  ins: Ins,
  now: Date,
  assertion?: string,
): InsiEnvelope {
  const supplied =
    `<ins:IdIndividu>${leaf('ins:NumIdentifiant', ins.matricule)}${leaf('ins:Cle', ins.key)}</ins:IdIndividu>` +
    leaf('ins:OID', ins.oid);
  const traits =
    leaf('ins:NomNaissance', asked.birthFamilyName) +
    leaf('ins:ListePrenom', asked.givenNames.join(' ')) +
    leaf('ins:Sexe', asked.sex) +
    leaf('ins:DateNaissance', asked.birthDate) +
    (asked.cog ? leaf('ins:LieuNaissance', asked.cog) : '');
  const body =
    `<ins:REQUETE xmlns:ins="${VERIFY}"><ins:IndividuVerifie><ins:INSFourni>${supplied}</ins:INSFourni>` +
    `<ins:TraitsIdentiteIndividu>${traits}</ins:TraitsIdentiteIndividu></ins:IndividuVerifie></ins:REQUETE>`;
  return envelope(settings, 'verifierInsAvecTraitsIdentite', body, now, assertion);
}
