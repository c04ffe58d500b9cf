export {
  conflict,
  emptyRefusal,
  Failure,
  forbidden,
  offline,
  pending,
  problem,
  type ProblemDetails,
  sessionExpired,
  stale,
} from './failures.ts';
export { handlers, type HandlersOptions, mockFetch, type State } from './handlers.ts';
export { candidate, candidateIdOf, compareTraits, insAnswer, SEARCH_ID, searchResult } from './matching.ts';
export { type Answer, type BodyOf, type MockCall, on, type OnOptions, type Responder, type SuccessOf } from './on.ts';
export * from './people.ts';
export { birthPlaces, referenceLists } from './reference.ts';
export { operationIds, routes } from './routes.ts';
export { createScenario, type Scenario, type ScenarioOptions } from './scenario.ts';
