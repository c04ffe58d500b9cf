import { describe, expect, it } from 'vitest';
import { ACTIONS } from '@spico/domain/rules/access/action';
import { sampleDocument, sampleFeature } from '../testing/sample.ts';
import { mismatches } from './bind.ts';
import type { ContractDocument } from './contract.ts';
import type { Handlers } from './handler.ts';
import { securitySchemes } from './security.ts';

type Editable = { paths: Record<string, Record<string, Record<string, unknown>>> };

function faultsOf(
  edit: (document: Editable) => void,
  handlers: Handlers = sampleFeature().handlers({} as never),
): string[] {
  const document = sampleDocument();
  edit(document as unknown as Editable);
  const schemes = securitySchemes({ own: 'https://spico.example' });
  return mismatches({ document: document as ContractDocument, handlers, schemes, actions: ACTIONS });
}

describe('the binder, before the server starts', () => {
  it('is content with a contract and handlers that fit', () => {
    expect(faultsOf(() => undefined)).toEqual([]);
  });

  it('refuses a ghost operation that nobody handles', () => {
    expect(
      faultsOf((document) => {
        document.paths['/ghost'] = { get: { ...document.paths['/hour']?.['get'], operationId: 'ghost' } };
      }),
    ).toEqual(['ghost: no handler']);
  });

  it('refuses a handler without an operation', () => {
    expect(
      faultsOf((document) => {
        delete document.paths['/hour'];
      }),
    ).toEqual(['handler sampleHour has no operation in the contract']);
  });

  it.each([
    ['an operation without x-authz', { 'x-authz': undefined }, 'x-authz does not say action and reach'],
    ['a security scheme nobody verifies', { security: [{ magic: [] }] }, 'nothing verifies security scheme magic'],
    ['an open door to a record', { security: [] }, 'reach record needs security bearer'],
    ['a problem code outside the closed list', { 'x-problems': ['oops'] }, 'oops is not in the list of problem codes'],
    [
      'an action the rules do not know',
      { 'x-authz': { action: 'records.burn', reach: 'record', section: 'S01', verb: 'write', clientScope: 'x' } },
      'no rule knows the action records.burn',
    ],
    [
      'a use case of another action',
      { 'x-authz': { action: 'care-circle.read', reach: 'record', section: 'S03', verb: 'read', clientScope: 'x' } },
      'its use case is records.open, not care-circle.read',
    ],
    [
      'a reach other than the rules say',
      { 'x-authz': { action: 'records.open', reach: 'person', section: 'S01', verb: 'read', clientScope: 'x' } },
      'the rules say records.open reaches record',
    ],
    [
      'an authorisation without a section',
      { 'x-authz': { action: 'records.open', reach: 'record', verb: 'read', clientScope: 'x' } },
      'x-authz lacks section',
    ],
  ])('refuses %s', (_what, change, fault) => {
    const faults = faultsOf((document) => Object.assign(document.paths['/records/{recordId}']?.['get'] ?? {}, change));
    expect(faults).toContain(`sampleOpen: ${fault}`);
  });
});
