/** Everything a server test needs. */
export { type DatabaseKind, databases, openTestDatabase, scratchDirectory, type TestDatabase } from './databases.ts';
export { type Planted, plantRecord } from './plant.ts';
export {
  advanceClock,
  type SignedIn,
  type SignIn,
  signIn,
  startTestServer,
  type TestServer,
  type TestServerOptions,
  testOrigin,
} from './server.ts';
