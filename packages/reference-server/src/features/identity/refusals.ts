import type { InsCallRefusal } from '@spico/domain/rules/identity/ins-call';
import type { IdentityRefusal } from '@spico/domain/rules/identity/status';
import type { Failure } from '../../platform/failure.ts';

/** What a refusal of the identity rules is called on the wire. @param documentType - where the type stands in the body */
export function identityRefusal(refusal: IdentityRefusal, documentType = '/type'): Failure {
  switch (refusal) {
    case 'birth-place-unknown':
      return { code: 'birth-place-needed' };
    case 'not-a-high-trust-document':
      return { code: 'invalid-request', fields: [{ pointer: documentType, code: refusal }] };
    case 'reason-missing':
      return { code: 'invalid-request', fields: [{ pointer: '/reason', code: 'required' }] };
    case 'no-ins':
      return { code: 'ins-query-not-found' };
    default:
      return { code: 'identity-flags-conflict', reason: refusal };
  }
}

/** Only what is forbidden is refused; what could not be asked is an answer ("unavailable"). */
export function insCallForbidden(refusal: InsCallRefusal): Failure | undefined {
  return refusal === 'doubtful-identity' || refusal === 'fictitious-identity'
    ? { code: 'ins-call-forbidden', reason: refusal }
    : undefined;
}
