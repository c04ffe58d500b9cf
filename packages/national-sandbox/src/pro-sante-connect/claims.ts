import type { SandboxProfessional } from '../cast.ts';

/** Code system of `SubjectRole` in the published sample of claims. */
const SUBJECT_ROLE_OID = '1.2.250.1.213.1.1.5.5';
const SECTOR_OID = '1.2.250.1.71.4.2.4';
/** e-CPS: authenticated by the mobile application, level 3. */
const AUTHENTICATION_TIER = 'APPPRIP3^1.2.250.1.213.1.5.1.1.1';

/** Lists whose members hold a health exercise; the others (social professions, roles) have no `SubjectRefPro`. */
const HEALTH_SYSTEMS = ['G15', 'R95'];

/** Technical subject, shaped like the real one; it says nothing and nobody should build on it. */
export function subjectOf(professional: SandboxProfessional): string {
  return `f:bac-a-sable:${professional.nationalId}`;
}

export function isHealthSystem(system: string): boolean {
  return HEALTH_SYSTEMS.some((name) => system.toUpperCase().includes(name));
}

/** Cabinet individuel and cabinet de groupe. */
const SELF_EMPLOYED_SECTORS = ['SA07', 'SA08'];
/** The system of a demonstration profession that no national list holds (secretariat): it has no role to show. */
const LOCAL_SYSTEM = 'SPICO';

/** The names of the claims given under `scope_all`, beside the standard ones. */
export const PSC_CLAIMS = [
  'SubjectNameID',
  'preferred_username',
  'given_name',
  'family_name',
  'codeCivilite',
  'SubjectRole',
  'SubjectRefPro',
  'SubjectOrganization',
  'SubjectOrganizationID',
  'Secteur_Activite',
  'Mode_Acces_Raison',
  'Acces_Regulation_Medicale',
  'UITVersion',
  'PSI_Locale',
  'Palier_Authentification',
  'otherIds',
] as const;

function activity(practice: SandboxProfessional['practices'][number]): Record<string, string | null> {
  return {
    codeModeExercice: SELF_EMPLOYED_SECTORS.includes(practice.sector) ? 'L' : 'S',
    codeSecteurDactivite: practice.sector,
    codeSectionPharmacien: null,
    codeRole: null,
    codeGenreActivite: 'GENR01',
    numeroSiretSite: practice.siret,
    numeroSirenSite: practice.siret.slice(0, 9),
    numeroFinessSite: practice.finess ?? null,
    numeroFinessetablissementJuridique: null,
    identifiantTechniqueDeLaStructure: practice.structureId,
    raisonSocialeSite: practice.structureName,
    libelleCommune: practice.town,
    ancienIdentifiantDeLaStructure: null,
    autoriteDenregistrement: null,
  };
}

function exercises(professional: SandboxProfessional): Record<string, unknown>[] {
  return professional.professions
    .filter(({ system }) => isHealthSystem(system))
    .map(({ system, code }) => ({
      codeProfession: code,
      codeCategorieProfessionnelle: 'C',
      codeCiviliteDexercice: professional.civility,
      nomDexercice: professional.familyName,
      prenomDexercice: professional.givenName,
      codeTypeSavoirFaire: null,
      codeSavoirFaire: null,
      activities: professional.practices
        .filter((practice) => practice.professionSystem === system && practice.professionCode === code)
        .map(activity),
    }));
}

/** Everything Pro Santé Connect says of a professional, by the names it uses. */
export function claimsOf(professional: SandboxProfessional): { sub: string; [claim: string]: unknown } {
  const main = professional.practices[0];
  const exercices = exercises(professional);
  return {
    sub: subjectOf(professional),
    SubjectNameID: professional.nationalId,
    preferred_username: professional.nationalId,
    given_name: professional.givenName,
    family_name: professional.familyName,
    codeCivilite: professional.civility,
    SubjectRole: professional.professions
      .filter(({ system }) => system !== LOCAL_SYSTEM)
      .map(({ code }) => `${code}^${SUBJECT_ROLE_OID}`),
    // Someone without a health exercise has no SubjectRefPro at all, as with the real service.
    ...(exercices.length > 0 ? { SubjectRefPro: { codeCivilite: professional.civility, exercices } } : {}),
    SubjectOrganization: main?.structureName ?? '',
    SubjectOrganizationID: main?.structureId ?? '',
    Secteur_Activite: `${main?.sector ?? 'SA07'}^${SECTOR_OID}`,
    Mode_Acces_Raison: '',
    Acces_Regulation_Medicale: 'FAUX',
    UITVersion: '1.0',
    PSI_Locale: '1.2.250.1.213.1.3.1.1',
    Palier_Authentification: AUTHENTICATION_TIER,
    otherIds: professional.rpps ? [{ identifiant: professional.rpps, origine: 'RPPS', qualite: 1 }] : [],
  };
}
