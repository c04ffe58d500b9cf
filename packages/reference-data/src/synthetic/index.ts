/** Invented people for tests, the demo and the benches. Nobody here exists; matricules belong to the test authority. */
export { composeMatricule, TEST_INS_OID } from './matricule.ts';
export { generatePeople, type SyntheticPerson } from './people.ts';
