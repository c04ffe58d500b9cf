// Generated from openapi/ by `npm run generate`. Do not edit.
export const problemCodes = {
  "invalid-request": {
    "status": 400,
    "retryable": false,
    "title": "The request breaks a rule of the contract; `fields` says where."
  },
  "invalid-json": {
    "status": 400,
    "retryable": false,
    "title": "The body is not strict JSON (duplicate key, depth, number, encoding)."
  },
  "invalid-cursor": {
    "status": 400,
    "retryable": false,
    "title": "The cursor is not one this server gave to this caller for this list."
  },
  "birth-place-needed": {
    "status": 400,
    "retryable": false,
    "title": "An identity document cannot be declared as checked while the birth place is unknown (F-23)."
  },
  "identity-flags-conflict": {
    "status": 400,
    "retryable": false,
    "title": "These identity flags exclude each other or the requested act."
  },
  "unauthenticated": {
    "status": 401,
    "retryable": false,
    "title": "No valid access token or session came with the request."
  },
  "token-expired": {
    "status": 401,
    "retryable": true,
    "title": "The access token has expired; ask the host for a new one."
  },
  "session-ended": {
    "status": 401,
    "retryable": false,
    "title": "The session has ended (signed out, inactive too long, or revoked)."
  },
  "session-locked": {
    "status": 401,
    "retryable": false,
    "title": "The session is locked; its owner has to sign in again (F-12)."
  },
  "sign-in-failed": {
    "status": 401,
    "retryable": false,
    "title": "The sign-in was refused."
  },
  "one-time-code-refused": {
    "status": 401,
    "retryable": false,
    "title": "The one-time code is wrong, used or too old."
  },
  "invalid-client": {
    "status": 401,
    "retryable": false,
    "title": "The calling client is unknown or its secret is wrong."
  },
  "invalid-subject-token": {
    "status": 400,
    "retryable": false,
    "title": "The Pro Santé Connect token to exchange is not valid."
  },
  "forbidden": {
    "status": 403,
    "retryable": false,
    "title": "This person may not do this; `reason` says which right is missing."
  },
  "client-not-allowed": {
    "status": 403,
    "retryable": false,
    "title": "The embedding client does not hold the scope for this act."
  },
  "origin-not-allowed": {
    "status": 403,
    "retryable": false,
    "title": "The page's origin is not registered for this token."
  },
  "break-glass-ended": {
    "status": 403,
    "retryable": false,
    "title": "The emergency access to this record has ended (F-43)."
  },
  "self-enrolment-not-allowed": {
    "status": 403,
    "retryable": false,
    "title": "Self-enrolment needs a recent search with the identity document checked, and a consent (F-42)."
  },
  "ins-call-forbidden": {
    "status": 403,
    "retryable": false,
    "title": "The INSi teleservice may not be called for a doubtful or fictitious identity."
  },
  "dmp-not-available": {
    "status": 403,
    "retryable": false,
    "title": "The DMP opens only for a qualified identity and a Pro Santé Connect session (F-100)."
  },
  "not-found": {
    "status": 404,
    "retryable": false,
    "title": "Nothing is here."
  },
  "record-not-found": {
    "status": 404,
    "retryable": false,
    "title": "No record that this person can reach has this id."
  },
  "search-not-found": {
    "status": 404,
    "retryable": false,
    "title": "No recent search of this person has this id, or the candidate is not one of its answers."
  },
  "ins-query-not-found": {
    "status": 404,
    "retryable": false,
    "title": "No recent INS query of this person has this id."
  },
  "record-exists": {
    "status": 409,
    "retryable": false,
    "title": "A record with this identity exists; `existing` holds the candidates (F-20)."
  },
  "ins-already-attributed": {
    "status": 409,
    "retryable": false,
    "title": "Another open record already carries this INS."
  },
  "already-member": {
    "status": 409,
    "retryable": false,
    "title": "This person already belongs to the circle."
  },
  "record-merged": {
    "status": 409,
    "retryable": false,
    "title": "This record was merged into another one."
  },
  "idempotency-in-flight": {
    "status": 409,
    "retryable": true,
    "title": "The first request with this Idempotency-Key is still running."
  },
  "payload-too-large": {
    "status": 413,
    "retryable": false,
    "title": "The body is larger than this operation accepts."
  },
  "unsupported-media-type": {
    "status": 415,
    "retryable": false,
    "title": "This operation does not accept this content type, or the bytes are of another type."
  },
  "idempotency-key-reused": {
    "status": 422,
    "retryable": false,
    "title": "This Idempotency-Key was used with another body."
  },
  "version-stale": {
    "status": 412,
    "retryable": false,
    "title": "Somebody changed this in the meantime; read it again (If-Match)."
  },
  "version-required": {
    "status": 428,
    "retryable": false,
    "title": "An update must say which version it starts from (If-Match)."
  },
  "search-rate-limited": {
    "status": 429,
    "retryable": true,
    "title": "Too many searches in an hour by this person."
  },
  "rate-limited": {
    "status": 429,
    "retryable": true,
    "title": "Too many attempts; wait before trying again."
  },
  "headers-too-large": {
    "status": 431,
    "retryable": false,
    "title": "The request headers are too large."
  },
  "internal-error": {
    "status": 500,
    "retryable": true,
    "title": "The server failed; the trace id finds it in the log."
  },
  "service-unavailable": {
    "status": 503,
    "retryable": true,
    "title": "The server cannot answer now (database or audit trail unavailable)."
  }
} as const;

/** A stable failure code of the contract. */
export type ProblemCode = keyof typeof problemCodes;
