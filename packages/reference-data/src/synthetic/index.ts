/** Invented people for tests, the demo and the benches. Nobody here exists; matricules belong to the test authority. */
export { type SyntheticBirthPlace } from './birth-places.ts';
export { type DemoPerson, demoPeople } from './demo-people.ts';
export {
  type DemoPractice,
  type DemoProfessional,
  type DemoStructure,
  demoProfessionals,
  demoStructures,
} from './demo-professionals.ts';
export { composeMatricule, TEST_INS_OID } from './matricule.ts';
export { generatePeople, type SyntheticPerson } from './people.ts';
export { type ExpectedAnswer, type PublishedTestIdentity, publishedTestIdentities } from './published-identities.ts';
