import type { ProSanteConnectIdentity, PscPractice, PscRole } from './port.ts';

type Claims = { readonly [name: string]: unknown };

const record = (value: unknown): Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Absent, null and empty all mean "not said". */
const said = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

/** Only the parts that were said. */
function compact<T extends Record<string, string | undefined>>(parts: T): { [K in keyof T]?: string } {
  const kept = Object.entries(parts).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: string };
}

function readRoles(value: unknown): readonly PscRole[] {
  return list(value).flatMap((role) => {
    const [code, oid] = (said(role) ?? '').split('^');
    return code && oid ? [{ code, oid }] : [];
  });
}

function readPractice(professionCode: string, exercise: Claims, activity: Claims): PscPractice {
  return {
    professionCode,
    ...compact({
      categoryCode: said(exercise.codeCategorieProfessionnelle),
      specialtyCode: said(exercise.codeSavoirFaire),
      roleCode: said(activity.codeRole),
      modeCode: said(activity.codeModeExercice),
      sectorCode: said(activity.codeSecteurDactivite),
      structureId: said(activity.identifiantTechniqueDeLaStructure),
      structureName: said(activity.raisonSocialeSite),
      finess: said(activity.numeroFinessSite),
      siret: said(activity.numeroSiretSite),
    }),
  };
}

/** Several exercises, several activities each; an exercise without activity still says the profession. */
function readPractices(subjectRefPro: unknown): readonly PscPractice[] {
  return list(record(subjectRefPro).exercices).flatMap((entry) => {
    const exercise = record(entry);
    const professionCode = said(exercise.codeProfession);
    if (!professionCode) return [];
    const activities = list(exercise.activities);
    return (activities.length > 0 ? activities : [{}]).map((activity) =>
      readPractice(professionCode, exercise, record(activity)),
    );
  });
}

/** The person behind the claims; undefined when what links an account, or the name, is missing. */
export function readClaims(claims: Claims): Omit<ProSanteConnectIdentity, 'acr' | 'accessToken'> | undefined {
  const subject = said(claims.sub);
  const nationalId = said(claims.SubjectNameID) ?? said(claims.preferred_username);
  const familyName = said(claims.family_name);
  const givenName = said(claims.given_name);
  if (!subject || !nationalId || !familyName || !givenName) return undefined;
  const civility = said(claims.codeCivilite);
  const sectorCode = said(claims.Secteur_Activite)?.split('^')[0];
  return {
    subject,
    nationalId,
    familyName,
    givenName,
    roles: readRoles(claims.SubjectRole),
    practices: readPractices(claims.SubjectRefPro),
    ...(civility ? { civility } : {}),
    ...(sectorCode ? { sectorCode } : {}),
  };
}
