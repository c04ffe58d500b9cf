import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';

const answer = (birthDate: string, list = 'ZOE', extra = ''): string =>
  `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><RESULTAT><CR><CodeCR>00</CodeCR></CR><INDIVIDU>
<INSACTIF><IdIndividu><NumIdentifiant>2751263220749</NumIdentifiant><Cle>04</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSACTIF>
<TIQ><NomNaissance>D&apos;ADRUN&#39;S</NomNaissance><ListePrenom>${list}</ListePrenom><Sexe>F</Sexe><DateNaissance>${birthDate}</DateNaissance>${extra}</TIQ>
</INDIVIDU></RESULTAT></e:Body></e:Envelope>`;

describe('reading an answer of INSi', () => {
  it('keeps codes as text: a key of 04 is not 4', () => {
    const read = readAnswer(answer('1975-12-31'), 'ZOE');
    expect(read).toMatchObject({ identity: { ins: { key: '04' }, traits: { birthFamilyName: "D'ADRUN'S" } } });
  });

  it.each([
    ['1960-00-00', '1960-12-31'],
    ['1960-42-05', '1960-12-31'],
    ['1960-07-00', '1960-07-01'],
  ])('reads the lunar date %s as %s, marked uncertain', (raw, birthDate) => {
    const read = readAnswer(answer(raw), 'ZOE');
    expect(read).toMatchObject({ identity: { traits: { birthDate, birthDateUncertain: true } } });
  });

  it('takes a given name of two words as one when it was asked for so', () => {
    const read = readAnswer(answer('1975-12-31', 'ANNE MARIE LOUISE'), 'ANNE MARIE');
    expect(read).toMatchObject({
      identity: { traits: { firstBirthGivenName: 'ANNE MARIE', birthGivenNames: ['ANNE MARIE', 'LOUISE'] } },
    });
  });

  it('says that the place is unknown when the answer has none', () => {
    expect(readAnswer(answer('1975-12-31'), 'ZOE')).toMatchObject({
      identity: { traits: { birthPlace: { kind: 'unknown' } } },
    });
  });

  it.each([
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${answer('1975-12-31')}`],
    ['a truncated document', answer('1975-12-31').slice(0, 200)],
    ['a page of a proxy', '<html><body>502</body></html>'],
    ['no date', answer('hier')],
    ['a postal word as place', answer('1975-12-31', 'ZOE', '<LieuNaissance>ALBI</LieuNaissance>')],
    ['letters out of place in the number', answer('1975-12-31').replace('2751263220749', 'B751263220749')],
    ['dots for an authority', answer('1975-12-31').replace('1.2.250.1.213.1.4.8', '.....')],
    ['nothing', ''],
  ])('does not make an identity out of %s', (_what, xml) => {
    expect(readAnswer(xml, 'ZOE')).toEqual({ code: 'malformed' });
  });
});
