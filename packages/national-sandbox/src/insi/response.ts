import { escapeText } from '../pages/html.ts';
import type { InsiNumber, InsiPerson } from './directory.ts';
import type { SoapVersion } from './request.ts';

const NAMESPACES: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export const CONTENT_TYPES: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

const element = (name: string, ...content: readonly string[]): string => `<${name}>${content.join('')}</${name}>`;
const leaf = (name: string, text: string): string => element(name, escapeText(text));

function envelope(soap: SoapVersion, body: string): string {
  const namespace = NAMESPACES[soap];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${namespace}"><S:Body xmlns:S="${namespace}">${body}</S:Body></soap:Envelope>`;
}

function result(soap: SoapVersion, code: string, label: string, person = ''): string {
  const report = element('CR', leaf('CodeCR', code), leaf('LibelleCR', label));
  return envelope(soap, `<RESULTAT xmlns="http://www.cnamts.fr/INSiResultat">${report}${person}</RESULTAT>`);
}

function number(name: string, { matricule, oid }: InsiNumber, former: boolean): string {
  const kind = former ? [leaf('TypeMatricule', 'NIR')] : [];
  const id = element(
    'IdIndividu',
    leaf('NumIdentifiant', matricule.slice(0, 13)),
    leaf('Cle', matricule.slice(13)),
    ...kind,
  );
  return element(name, id, leaf('OID', oid));
}

function traits(person: InsiPerson): string {
  return element(
    'TIQ',
    leaf('NomNaissance', person.birthFamilyName),
    leaf('ListePrenom', person.birthGivenNames.join(' ')),
    leaf('Sexe', person.sex),
    leaf('DateNaissance', person.birthDate),
    ...(person.cog ? [leaf('LieuNaissance', person.cog)] : []),
  );
}

/** 00 with the person, 01 for nobody, 02 for several, with the published labels. */
export function searchResponse(soap: SoapVersion, people: readonly InsiPerson[]): string {
  const [person] = people;
  if (!person) return result(soap, '01', 'Aucune identite trouvee');
  if (people.length > 1) return result(soap, '02', 'Plusieurs identites trouvees');
  const former = person.history.map((ins) => number('INSHISTO', ins, true));
  return result(
    soap,
    '00',
    'OK',
    element('INDIVIDU', number('INSACTIF', person.ins, false), ...former, traits(person)),
  );
}

export function verifyResponse(soap: SoapVersion, confirmed: boolean): string {
  return confirmed ? result(soap, '00', 'OK') : result(soap, '01', 'Identite non verifiee');
}

const UNAVAILABLE =
  'Le service est temporairement inaccessible. Veuillez renouveler votre demande ultérieurement. Si le problème persiste, contactez l’éditeur du progiciel ou votre responsable informatique.';

/** The fault of the real service: it says "unavailable" for a badly written name too, only the detail differs. */
export function faultResponse(soap: SoapVersion, detail: string): string {
  const error = `<siram:Erreur xmlns:siram="urn:siram" severite="fatal" code="insi_102">${escapeText(detail)}</siram:Erreur>`;
  if (soap === '1.1') {
    return envelope(
      soap,
      element(
        'S:Fault',
        leaf('faultcode', 'S:Server.siram_40'),
        leaf('faultstring', UNAVAILABLE),
        element('detail', error),
      ),
    );
  }
  const code = element('S:Code', leaf('S:Value', 'S:Receiver'), element('S:Subcode', leaf('S:Value', 'S:siram_40')));
  const reason = element('S:Reason', `<S:Text xml:lang="fr">${escapeText(UNAVAILABLE)}</S:Text>`);
  return envelope(soap, element('S:Fault', code, reason, element('S:Detail', error)));
}
