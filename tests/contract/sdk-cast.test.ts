import { breakGlassReasons, consentGivers, highTrustDocumentTypes, professionByCode } from '@spico/reference-data';
import { demoPeople, demoProfessionals } from '@spico/reference-data/synthetic';
import { longNamedProfessional, patients, professionals, referenceLists } from '@spico/sdk/testing';
import { describe, expect, test } from 'vitest';

// The SDK may not import server packages, so its cast is written out; here the two are held together.
describe('the people of the stories are the people of the demo server', () => {
  test.each(professionals.filter((one) => one !== longNamedProfessional))('[F-220] $ref.displayName', (one) => {
    const demo = demoProfessionals.find(({ key }) => key === one.key);
    const [practice] = demo?.practices ?? [];
    expect(one.email).toBe(demo?.email);
    expect(one.ref.displayName).toContain(`${demo?.givenName} ${demo?.familyName.toUpperCase()}`);
    expect(one.ref.profession).toMatchObject({ system: practice?.professionSystem, code: practice?.professionCode });
    const { labelFr, labelEn } = one.ref.profession;
    expect(professionByCode(one.ref.profession.system, one.ref.profession.code)).toMatchObject({ labelFr, labelEn });
    expect(one.ref).toMatchObject({ structureName: practice?.structureName, town: practice?.town });
  });

  test.each(patients)('[F-220] $key', ({ key, traits, ins, usedFamilyName, usedGivenName }) => {
    const demo = demoPeople.find(({ id }) => id === key);
    const { birthFamilyName, birthGivenNames, sex, birthDate, birthDateUncertain, birthPlace } = traits;
    expect({
      birthFamilyName,
      birthGivenNames,
      sex,
      birthDate,
      birthDateUncertain,
      usedFamilyName,
      usedGivenName,
    }).toEqual({
      birthFamilyName: demo?.birthFamilyName,
      birthGivenNames: demo?.birthGivenNames,
      sex: demo?.sex,
      birthDate: demo?.birthDate,
      birthDateUncertain: demo?.birthDateUncertain,
      usedFamilyName: demo?.usedFamilyName,
      usedGivenName: demo?.usedGivenName,
    });
    expect(traits.firstBirthGivenName).toBe(birthGivenNames?.[0]);
    expect(birthPlace).toMatchObject({ ...demo?.birthPlace });
    expect(ins).toMatchObject({ matricule: demo?.matricule, key: demo?.key, oid: demo?.oid });
  });

  test('[F-220] the lists of the forms are the same', () => {
    expect(referenceLists).toMatchObject({
      identityDocumentTypes: highTrustDocumentTypes,
      consentGivers,
      breakGlassReasons,
    });
  });
});
