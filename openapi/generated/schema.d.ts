// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/consent-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consent and information notice as a tagged PDF (F-30) */
        get: operations["getConsentNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity-document-copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deposit a copy or photo of an identity document before creating or checking (F-32)
         * @description At most 10 MiB; the type is judged from the bytes; stored encrypted; deleted automatically after five years (INS 46), after one day when no record takes it.
         */
        post: operations["uploadIdentityDocumentCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ins-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the INSi teleservice for the person about to be created (F-34) */
        post: operations["queryIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who this token stands for */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A vendor's back end exchanges the professional's Pro Santé Connect token for ours (RFC 8693, F-201) */
        post: operations["exchangeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patient-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for an existing record by the five traits (F-22, F-25, F-260)
         * @description Leaves an audit row each time; thirty an hour, then 429. The answer shows only what deciding needs.
         */
        post: operations["searchPatients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patient-searches/{searchId}/candidates/{candidateId}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidateId: components["schemas"]["Uuid"];
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Emergency access for two hours by the database clock (F-43) */
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patient-searches/{searchId}/candidates/{candidateId}/membership-request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidateId: components["schemas"]["Uuid"];
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the members, who stay unnamed, to be added (features.md 1.13) */
        post: operations["requestMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patient-searches/{searchId}/candidates/{candidateId}/self-enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidateId: components["schemas"]["Uuid"];
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the circle after a recent search with the identity document checked (F-42) */
        post: operations["selfEnrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reader's patient list (file active, F-70), last opened first */
        get: operations["listRecords"];
        put?: never;
        /** Create the one record of a person (F-20, F-27 to F-37) */
        post: operations["createRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** Open a record, its first screen in one request */
        get: operations["openRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/access-journal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** Who opened or changed this record, when, and by which right (F-69, F-266) */
        get: operations["readAccessJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/administrative": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the person's e-mail or mobile number (F-28, F-65) */
        patch: operations["updateAdministrative"];
        trace?: never;
    };
    "/records/{recordId}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one's own emergency access before its two hours */
        delete: operations["endBreakGlass"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/care-circle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** Who shares the record and how each got access (F-55) */
        get: operations["listCareCircle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record the consent anew (F-31); the former one stays in history */
        put: operations["changeConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/dmp-launches": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Address of the person's DMP in context (F-65, F-100, F-101) */
        post: operations["launchDmp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        /** Correct traits (F-47); a change of a strict trait sends the identity back to provisional */
        put: operations["correctIdentity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/identity-document-checks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare that a high-trust document was checked (F-32, F-103) */
        post: operations["checkIdentityDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/identity-document-copies/{copyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                copyId: components["schemas"]["Uuid"];
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** The copy of the identity document */
        get: operations["readIdentityDocumentCopy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/identity-flags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        /** Mark or clear homonym, doubtful, fictitious (F-33) */
        put: operations["setIdentityFlags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/identity-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** Former traits, statuses and INS of the record (EXI REC 08) */
        get: operations["getIdentityHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/ins-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or refuse the INS found (F-36, F-37) */
        post: operations["decideRecordIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{recordId}/ins-queries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the INSi teleservice again for an existing record (F-47) */
        post: operations["queryRecordIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/birth-place-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Communes (former ones included) and countries by the beginning of their name (F-22)
         * @description A read; POST because a birth date does not belong in a URL.
         */
        post: operations["searchBirthPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed lists the forms offer */
        get: operations["getReferenceLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Demo only: a token for a named demo professional; 404 when the server is not in sandbox mode */
        post: operations["createSandboxToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person, their accounts and when the session ends */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways to sign in on this server */
        get: operations["getSessionOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the practice or the structure account one works in (F-08, F-09) */
        put: operations["chooseSessionAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock the screen; every token of the session stops at once (F-12) */
        post: operations["lockSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/one-time-code-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the session with the code received */
        post: operations["verifyOneTimeCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/one-time-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** E-mail a one-time code (F-06); the answer never says whether the address has an account */
        post: operations["sendOneTimeCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/pro-sante-connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Send the browser to Pro Santé Connect (F-06) */
        get: operations["startProSanteConnect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/pro-sante-connect/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return from Pro Santé Connect; opens the session and sends the browser to the portal */
        get: operations["finishProSanteConnect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session and all its tokens (F-12) */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short access token for the portal's own page
         * @description Only from the portal's origin. Pass `activity` false when the renewal is not caused by a person's act, so that inactivity is counted.
         */
        post: operations["createSessionToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessGranted: {
            access: components["schemas"]["RecordAccess"];
            notifiedMembers: number;
            recordId: components["schemas"]["Uuid"];
        };
        AccessJournalEntry: {
            /** @description Audited name of the act, e.g. `records.open`. */
            action: string;
            at: components["schemas"]["Instant"];
            /** @description The practice software it came through; absent for the portal. */
            clientName?: string;
            emergency: boolean;
            entryId: string;
            /** @enum {string} */
            mode: "creator" | "added" | "self-enrolled" | "break-glass" | "none";
            /** @enum {string} */
            outcome: "done" | "refused";
            professional: components["schemas"]["ProfessionalRef"];
            reasonCode?: string;
        };
        AccessJournalPage: {
            items: components["schemas"]["AccessJournalEntry"][];
            nextCursor?: components["schemas"]["Cursor"];
        };
        AccessToken: {
            accessToken: string;
            expiresInSeconds: number;
            /** @constant */
            tokenType: "Bearer";
        };
        /** @description One account of the switcher: the individual account in one practice context, or a structure account (F-08, F-09). */
        AccountChoice: {
            accountId: components["schemas"]["Uuid"];
            /** @enum {string} */
            kind: "individual" | "structure";
            /** @description Person or structure name. */
            label: string;
            practiceId?: components["schemas"]["Uuid"];
            profession?: components["schemas"]["CodedLabel"];
            structureName?: string;
        };
        Administrative: {
            dmp: {
                available: boolean;
                missing?: ("pro-sante-connect-session" | "qualified-identity" | "right")[];
            };
            email?: string;
            /** @description International form. */
            mobile?: string;
        };
        /** @description COG code of the commune at birth, COG country code 99xxx, or unknown (99999). */
        BirthPlace: {
            cog: string;
            /** @enum {string} */
            kind: "commune" | "country" | "unknown";
        };
        BirthPlaceOption: {
            cog: string;
            /** @enum {string} */
            kind: "commune" | "country";
            /** @description e.g. `Albi (81)` */
            label: string;
            /**
             * @description Why this is not an ordinary current place.
             * @enum {string}
             */
            note?: "former" | "delegated" | "associated" | "municipal-district" | "ended-country";
            /** @description The commune it became part of. */
            successorLabel?: string;
        };
        BirthPlaceSearchRequest: {
            bornOn?: components["schemas"]["CivilDate"];
            /**
             * @description Both when absent.
             * @enum {string}
             */
            kind?: "commune" | "country";
            limit?: number;
            /** @description Beginning of a name, a code, or a department number. */
            text: string;
        };
        BirthPlaceSearchResult: {
            items: components["schemas"]["BirthPlaceOption"][];
        };
        BirthPlaceView: {
            cog: string;
            /** @enum {string} */
            kind: "commune" | "country" | "unknown";
            label: string;
            /**
             * @description Well-formed code that our lists do not hold; kept (domain trap 2).
             * @enum {string}
             */
            warning?: "unknown-code";
        };
        BreakGlassRequest: {
            reasonCode: string;
            /** @description Shown in the record, never in an e-mail. */
            reasonText: string;
        };
        /** @description One person who may be the one searched: the five strict traits and nothing else. The record id only for a member. */
        Candidate: {
            allowedActions: components["schemas"]["CandidateAction"][];
            candidateId: components["schemas"]["Uuid"];
            differences: components["schemas"]["TraitDifference"][];
            /** @enum {string} */
            grade: "certain" | "probable" | "possible";
            recordId?: components["schemas"]["Uuid"];
            /** @enum {string} */
            relation: "member" | "break-glass" | "none";
            selfEnrolmentObstacles: components["schemas"]["SelfEnrolmentObstacle"][];
            traits: components["schemas"]["IdentityTraitsView"];
        };
        /** @enum {string} */
        CandidateAction: "open" | "self-enrol" | "break-glass" | "request-membership";
        CareCircle: {
            items: components["schemas"]["CareCircleMember"][];
        };
        CareCircleMember: {
            /** @enum {string} */
            accessMode: "creator" | "added" | "self-enrolled" | "break-glass";
            current: boolean;
            /** @description This row is the reader. */
            isReader: boolean;
            memberId: components["schemas"]["Uuid"];
            professional: components["schemas"]["ProfessionalRef"];
            /** @description Break-glass: why. */
            reasonCode?: string;
            reasonText?: string;
            since: components["schemas"]["Instant"];
            until?: components["schemas"]["Instant"];
        };
        /** @description A strict, existing civil date `YYYY-MM-DD`, from 1850-01-01 to today (F-22). */
        CivilDate: string;
        CodedLabel: {
            code: string;
            labelEn: string;
            labelFr: string;
            /** @description National list, e.g. `TRE_G15`. */
            system: string;
        };
        /** @description Never filled from the birth name (EXI ID 08). null erases, absent keeps. */
        ComplementaryTraits: {
            birthOrder?: number | null;
            usedFamilyName?: components["schemas"]["Name"] | null;
            usedGivenName?: components["schemas"]["Name"] | null;
        };
        Consent: {
            collectedOn: string;
            givenBy: components["schemas"]["ConsentGiver"];
            /** @enum {string} */
            mode: "oral" | "written";
            noticeVersion: string;
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["ProfessionalRef"];
        };
        /** @enum {string} */
        ConsentGiver: "person" | "legal-representative" | "parental-authority" | "guardian" | "curator-assisted" | "future-protection-agent";
        ConsentInput: {
            collectedOn: components["schemas"]["CivilDate"];
            givenBy: components["schemas"]["ConsentGiver"];
            /** @enum {string} */
            mode: "oral" | "written";
        };
        /** @description null erases, absent keeps. */
        ContactInput: {
            email?: string | null;
            /** @description As typed; stored in international form. */
            mobile?: string | null;
        };
        /** @description The first screen of a record in one request. A block the reader may not read is absent. */
        CoordinationRecord: {
            access: components["schemas"]["RecordAccess"];
            administrative?: components["schemas"]["Administrative"];
            allowedActions: components["schemas"]["RecordAction"][];
            consent?: components["schemas"]["Consent"];
            createdAt: components["schemas"]["Instant"];
            id: components["schemas"]["Uuid"];
            identity: components["schemas"]["RecordIdentity"];
            sections: components["schemas"]["SectionRight"][];
            /** @enum {string} */
            state: "open" | "closed" | "merged" | "withdrawn";
            version: components["schemas"]["Version"];
        };
        /** @description Any change of a strict trait sends the identity back to provisional; the INS goes to history. */
        CorrectTraitsRequest: {
            complementary?: components["schemas"]["ComplementaryTraits"];
            traits: components["schemas"]["IdentityTraits"];
        };
        CreateRecordRequest: {
            complementary?: components["schemas"]["ComplementaryTraits"];
            consent: components["schemas"]["ConsentInput"];
            contact?: components["schemas"]["ContactInput"];
            /** @description Candidates of that search whom this person is not: a true homonym; both records are marked. */
            differentFrom?: components["schemas"]["Uuid"][];
            flags?: components["schemas"]["IdentityFlag"][];
            identityDocument?: components["schemas"]["IdentityDocument"];
            insDecision?: components["schemas"]["InsDecision"];
            /** @description The caller’s search that preceded (F-20). */
            searchId: components["schemas"]["Uuid"];
            traits: components["schemas"]["IdentityTraits"];
        };
        /** @description Opaque; valid only for the same caller and list. */
        Cursor: string;
        DmpLaunch: {
            /** @description Opened in a new tab, never in a frame; consultation only (F-101). */
            url: string;
        };
        DocumentCheck: {
            checkedAt: components["schemas"]["Instant"];
            copyId?: components["schemas"]["Uuid"];
            labelEn?: string;
            labelFr?: string;
            type: string;
        };
        /** @description One thing wrong with one field. */
        FieldProblem: {
            /** @description Stable name of the broken rule, e.g. `required`, `date-in-future`, `name-control-character`. */
            code: string;
            /** @description The bound that was passed, where there is one. */
            limit?: number | string;
            /** @description JSON pointer into the request body, e.g. `/traits/birthDate`; `?name` for a query parameter, `#name` for a header. */
            pointer: string;
        };
        IdentityDocument: {
            copyId?: components["schemas"]["Uuid"];
            /** @description Code of the configurable list of high-trust documents. */
            type: string;
        };
        IdentityDocumentCopy: {
            bytes: number;
            copyId: components["schemas"]["Uuid"];
            /** @description Civil date of its automatic deletion, five years after deposit. */
            deletedOn: string;
            /** @enum {string} */
            mediaType: "image/jpeg" | "image/png" | "application/pdf";
        };
        /** @enum {string} */
        IdentityFlag: "homonym" | "doubtful" | "fictitious";
        IdentityHistory: {
            items: components["schemas"]["IdentityHistoryEntry"][];
        };
        IdentityHistoryEntry: {
            at: components["schemas"]["Instant"];
            by: components["schemas"]["ProfessionalRef"];
            /** @enum {string} */
            event: "created" | "document-checked" | "ins-accepted" | "ins-refused" | "ins-dropped" | "traits-corrected" | "flags-set";
            flags?: components["schemas"]["IdentityFlag"][];
            ins?: components["schemas"]["Ins"];
            reason?: string;
            status: components["schemas"]["IdentityStatus"];
            traits: components["schemas"]["IdentityTraitsView"];
            version: components["schemas"]["Version"];
        };
        /**
         * @description PROV, RECUP, VALI, QUAL (fr-core).
         * @enum {string}
         */
        IdentityStatus: "provisional" | "retrieved" | "validated" | "qualified";
        /** @description The five strict traits (F-22). */
        IdentityTraits: {
            birthDate: components["schemas"]["CivilDate"];
            /** @description Day or month unknown, written by the national convention. */
            birthDateUncertain?: boolean;
            birthFamilyName: components["schemas"]["Name"];
            /** @description All birth given names in order; begins with the first one. */
            birthGivenNames?: components["schemas"]["Name"][];
            birthPlace: components["schemas"]["BirthPlace"];
            firstBirthGivenName: components["schemas"]["Name"];
            sex: components["schemas"]["Sex"];
        };
        IdentityTraitsView: {
            birthDate: string;
            birthDateUncertain?: boolean;
            birthFamilyName: string;
            birthGivenNames?: string[];
            birthPlace: components["schemas"]["BirthPlaceView"];
            firstBirthGivenName: string;
            sex: components["schemas"]["Sex"];
        };
        Ins: {
            contradictions: components["schemas"]["InsContradiction"][];
            /** @enum {string} */
            environment: "production" | "test" | "demo";
            /** @description Two digits. */
            key: string;
            /** @description A wrong key warns; it does not block (published test numbers have wrong keys). */
            keyValid: boolean;
            /** @description Thirteen characters. */
            matricule: string;
            oid: string;
            /** @description True only when the identity is qualified (EXI ID 29). */
            shareable: boolean;
        };
        /** @description Where the number and the traits disagree (F-261). A warning, never a block. */
        InsContradiction: {
            inNumber?: string;
            inTraits?: string;
            /** @enum {string} */
            kind: "sex" | "birth-year" | "birth-month" | "birth-place" | "key";
        };
        InsDecision: {
            /** @enum {string} */
            decision: "accept" | "refuse";
            /** @description The identity document was checked again against the retrieved traits. */
            documentConfirmed?: boolean;
            insQueryId: components["schemas"]["Uuid"];
        };
        InsQueryRequest: {
            flags?: components["schemas"]["IdentityFlag"][];
            identityDocument?: components["schemas"]["IdentityDocument"];
            searchId: components["schemas"]["Uuid"];
            traits: components["schemas"]["IdentityTraits"];
        };
        /** @description found: one match to compare (F-35). none, several, unavailable: the record is created without INS (F-34). */
        InsQueryResult: {
            comparison?: components["schemas"]["TraitComparison"][];
            /** @description A strict trait would change beyond accents, case or completion: the document check no longer covers it. */
            documentRecheckNeeded?: boolean;
            expiresAt?: components["schemas"]["Instant"];
            ins?: components["schemas"]["Ins"];
            insQueryId?: components["schemas"]["Uuid"];
            /** @enum {string} */
            outcome: "found" | "none" | "several" | "unavailable";
            retrieved?: components["schemas"]["IdentityTraitsView"];
        };
        /**
         * Format: date-time
         * @description An instant in UTC, e.g. `2026-11-22T16:42:00.000Z`.
         */
        Instant: string;
        ListEntry: {
            /** @description False: shown, no longer offered. */
            active?: boolean;
            code: string;
            labelEn: string;
            labelFr: string;
        };
        /** @description Who the token stands for. */
        Me: {
            /** @enum {string} */
            assurance: "psc" | "otp" | "sandbox";
            clientName?: string;
            clientScopes: string[];
            /** @enum {string} */
            kind: "individual" | "structure";
            mayCreateRecords: boolean;
            professional: components["schemas"]["ProfessionalRef"];
        };
        MembershipRequest: {
            message?: string;
        };
        MembershipRequested: {
            requestedAt: components["schemas"]["Instant"];
        };
        /** @description A name as civil status or the person writes it; kept as typed, compared normalised. */
        Name: string;
        OneTimeCodeRequest: {
            /** @description The personal login e-mail (F-04). */
            email: string;
        };
        /** @description The same answer whether or not the address has an account. */
        OneTimeCodeSent: {
            challengeId: components["schemas"]["Uuid"];
            expiresAt: components["schemas"]["Instant"];
        };
        OneTimeCodeVerification: {
            challengeId: components["schemas"]["Uuid"];
            code: string;
        };
        PatientListPage: {
            items: components["schemas"]["PatientListRow"][];
            nextCursor?: components["schemas"]["Cursor"];
        };
        PatientListRow: {
            access: components["schemas"]["RecordAccess"];
            flags: components["schemas"]["IdentityFlag"][];
            lastOpenedAt?: components["schemas"]["Instant"];
            recordId: components["schemas"]["Uuid"];
            /** @enum {string} */
            state: "open" | "closed" | "merged" | "withdrawn";
            status: components["schemas"]["IdentityStatus"];
            traits: components["schemas"]["IdentityTraitsView"];
            usedFamilyName?: string;
        };
        PatientSearchRequest: {
            /** @description Present when a high-trust document was checked (F-24); refused while the birth place is unknown (F-23). */
            identityDocument?: components["schemas"]["IdentityDocument"];
            traits: components["schemas"]["IdentityTraits"];
        };
        PatientSearchResult: {
            candidates: components["schemas"]["Candidate"][];
            /** @description Thirty minutes; after that search again. */
            expiresAt: components["schemas"]["Instant"];
            identityDocumentChecked: boolean;
            /** @description Whether the reader’s profession may create a record. */
            mayCreate: boolean;
            moreCandidates: boolean;
            searchId: components["schemas"]["Uuid"];
        };
        /** @description What went wrong (RFC 9457). The widget chooses its sentence by `code`. */
        Problem: {
            code: components["schemas"]["ProblemCode"];
            existing?: components["schemas"]["PatientSearchResult"];
            fields?: components["schemas"]["FieldProblem"][];
            /** @description For `forbidden`: the named right or condition that is missing. */
            reason?: string;
            /** @description The same request may succeed later without any change. */
            retryable: boolean;
            retryAfterSeconds?: number;
            status: number;
            title: string;
            /** @description Finds the request in the server log. */
            traceId: string;
            /** @description Stable address of the code’s page. */
            type: string;
        };
        /**
         * @description One of the closed list of failure codes.
         * @enum {string}
         */
        ProblemCode: "invalid-request" | "invalid-json" | "invalid-cursor" | "birth-place-needed" | "identity-flags-conflict" | "unauthenticated" | "token-expired" | "session-ended" | "session-locked" | "sign-in-failed" | "one-time-code-refused" | "invalid-client" | "invalid-subject-token" | "forbidden" | "client-not-allowed" | "origin-not-allowed" | "break-glass-ended" | "self-enrolment-not-allowed" | "ins-call-forbidden" | "dmp-not-available" | "not-found" | "record-not-found" | "search-not-found" | "ins-query-not-found" | "record-exists" | "ins-already-attributed" | "already-member" | "record-merged" | "idempotency-in-flight" | "payload-too-large" | "unsupported-media-type" | "idempotency-key-reused" | "version-stale" | "version-required" | "search-rate-limited" | "rate-limited" | "headers-too-large" | "internal-error" | "service-unavailable";
        /** @description A professional as others see them. Never a private phone number or login e-mail. */
        ProfessionalRef: {
            accountId: components["schemas"]["Uuid"];
            /** @description e.g. `Dr Claire MARTIN` */
            displayName: string;
            profession: components["schemas"]["CodedLabel"];
            structureName?: string;
            town?: string;
        };
        RecordAccess: {
            /** @enum {string} */
            mode: "creator" | "added" | "self-enrolled" | "break-glass";
            /** @description Break-glass only, so that a wrong clock on the reader’s machine misleads nobody. */
            remainingSeconds?: number;
            since: components["schemas"]["Instant"];
            /** @description Break-glass only: its end by the database clock. */
            until?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        RecordAction: "records.update-administrative" | "identity.correct-traits" | "identity.check-document" | "identity.set-flags" | "identity.query-ins" | "identity.decide-ins" | "identity.read-history" | "identity.read-document-copy" | "consent.change" | "care-circle.read" | "access-journal.read" | "access.end-break-glass" | "dmp.launch";
        RecordIdentity: {
            birthOrder?: number;
            documentCheck?: components["schemas"]["DocumentCheck"];
            flags: components["schemas"]["IdentityFlag"][];
            ins?: components["schemas"]["Ins"];
            insCallAllowed: boolean;
            status: components["schemas"]["IdentityStatus"];
            traits: components["schemas"]["IdentityTraitsView"];
            usedFamilyName?: string;
            usedGivenName?: string;
            version: components["schemas"]["Version"];
        };
        ReferenceLists: {
            breakGlassReasons: components["schemas"]["ListEntry"][];
            consentGivers: components["schemas"]["ListEntry"][];
            consentNoticeVersion: string;
            /** @description High-trust documents, configurable (EXI ID 19). */
            identityDocumentTypes: components["schemas"]["ListEntry"][];
        };
        SandboxTokenRequest: {
            /** @description Key of a demo professional, e.g. `dr-martin`. */
            professional: string;
        };
        SectionRight: {
            read: boolean;
            section: string;
            write: boolean;
        };
        /** @enum {string} */
        SelfEnrolmentObstacle: "document-not-checked" | "birth-place-unknown" | "search-too-old" | "already-member" | "record-not-open" | "profession-not-allowed";
        SelfEnrolmentRequest: {
            consent: components["schemas"]["ConsentInput"];
        };
        Session: {
            absoluteExpiresAt: components["schemas"]["Instant"];
            accounts: components["schemas"]["AccountChoice"][];
            current?: components["schemas"]["AccountChoice"];
            displayName: string;
            idleExpiresAt: components["schemas"]["Instant"];
            /** @description Inactivity after which the session ends. */
            idleSeconds: number;
            /** @enum {string} */
            signInMethod: "pro-sante-connect" | "one-time-code";
            /**
             * @description `choose-account`: several practices; one must be chosen before any record is reached.
             * @enum {string}
             */
            state: "active" | "locked" | "choose-account";
        };
        SessionAccountChoice: {
            accountId: components["schemas"]["Uuid"];
            practiceId?: components["schemas"]["Uuid"];
        };
        SessionOptions: {
            /** @description Sandbox only: where the sandbox shows the e-mails. */
            mailboxUrl?: string;
            /** @description True when outside services are played by the sandbox. */
            sandbox: boolean;
            signInMethods: ("pro-sante-connect" | "one-time-code")[];
        };
        SetFlagsRequest: {
            flags: components["schemas"]["IdentityFlag"][];
            reason: string;
        };
        /**
         * @description F female, M male, I indeterminate (civil status or INS says so).
         * @enum {string}
         */
        Sex: "F" | "M" | "I";
        SignedOut: {
            /** @description Where to send the browser so that Pro Santé Connect ends its own session too. */
            endSessionUrl?: string;
        };
        /** @description RFC 8693, form-encoded. `origin` binds the token to the vendor page. */
        TokenExchangeRequest: {
            /** @constant */
            grant_type: "urn:ietf:params:oauth:grant-type:token-exchange";
            /** @description Exact origin of the page, one of those registered. */
            origin: string;
            practice_id?: components["schemas"]["Uuid"];
            /** @description Space-separated subset of the client’s scopes; all when absent. */
            scope?: string;
            /** @description The professional’s Pro Santé Connect access token. */
            subject_token: string;
            /** @constant */
            subject_token_type: "urn:ietf:params:oauth:token-type:access_token";
        };
        TokenExchangeResponse: {
            access_token: string;
            expires_in: number;
            /** @constant */
            issued_token_type: "urn:ietf:params:oauth:token-type:access_token";
            scope: string;
            /** @constant */
            token_type: "Bearer";
        };
        TraitComparison: {
            /** @enum {string} */
            kind: "same" | "accents-or-case" | "completed" | "different";
            retrieved: string;
            /** @enum {string} */
            trait: "birthFamilyName" | "firstBirthGivenName" | "birthGivenNames" | "sex" | "birthDate" | "birthPlace";
            /** @description As shown to the reader; empty when it was not typed. */
            typed: string;
        };
        /** @description Why a candidate is not exactly what was typed (F-260). */
        TraitDifference: {
            /** @enum {string} */
            kind: "accents-or-punctuation" | "spelling" | "sounds-alike" | "used-name" | "swapped-names" | "other-given-name" | "day-month-swapped" | "one-digit-wrong" | "place-different" | "place-unknown" | "different";
            /** @enum {string} */
            trait: "birthFamilyName" | "firstBirthGivenName" | "sex" | "birthDate" | "birthPlace";
        };
        /** @description A lower-case UUID. */
        Uuid: string;
        /** @description Grows by one with each change; sent back as `If-Match: "<version>"`. */
        Version: number;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccessGranted = components['schemas']['AccessGranted'];
export type AccessJournalEntry = components['schemas']['AccessJournalEntry'];
export type AccessJournalPage = components['schemas']['AccessJournalPage'];
export type AccessToken = components['schemas']['AccessToken'];
export type AccountChoice = components['schemas']['AccountChoice'];
export type Administrative = components['schemas']['Administrative'];
export type BirthPlace = components['schemas']['BirthPlace'];
export type BirthPlaceOption = components['schemas']['BirthPlaceOption'];
export type BirthPlaceSearchRequest = components['schemas']['BirthPlaceSearchRequest'];
export type BirthPlaceSearchResult = components['schemas']['BirthPlaceSearchResult'];
export type BirthPlaceView = components['schemas']['BirthPlaceView'];
export type BreakGlassRequest = components['schemas']['BreakGlassRequest'];
export type Candidate = components['schemas']['Candidate'];
export type CandidateAction = components['schemas']['CandidateAction'];
export type CareCircle = components['schemas']['CareCircle'];
export type CareCircleMember = components['schemas']['CareCircleMember'];
export type CivilDate = components['schemas']['CivilDate'];
export type CodedLabel = components['schemas']['CodedLabel'];
export type ComplementaryTraits = components['schemas']['ComplementaryTraits'];
export type Consent = components['schemas']['Consent'];
export type ConsentGiver = components['schemas']['ConsentGiver'];
export type ConsentInput = components['schemas']['ConsentInput'];
export type ContactInput = components['schemas']['ContactInput'];
export type CoordinationRecord = components['schemas']['CoordinationRecord'];
export type CorrectTraitsRequest = components['schemas']['CorrectTraitsRequest'];
export type CreateRecordRequest = components['schemas']['CreateRecordRequest'];
export type Cursor = components['schemas']['Cursor'];
export type DmpLaunch = components['schemas']['DmpLaunch'];
export type DocumentCheck = components['schemas']['DocumentCheck'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type IdentityDocument = components['schemas']['IdentityDocument'];
export type IdentityDocumentCopy = components['schemas']['IdentityDocumentCopy'];
export type IdentityFlag = components['schemas']['IdentityFlag'];
export type IdentityHistory = components['schemas']['IdentityHistory'];
export type IdentityHistoryEntry = components['schemas']['IdentityHistoryEntry'];
export type IdentityStatus = components['schemas']['IdentityStatus'];
export type IdentityTraits = components['schemas']['IdentityTraits'];
export type IdentityTraitsView = components['schemas']['IdentityTraitsView'];
export type Ins = components['schemas']['Ins'];
export type InsContradiction = components['schemas']['InsContradiction'];
export type InsDecision = components['schemas']['InsDecision'];
export type InsQueryRequest = components['schemas']['InsQueryRequest'];
export type InsQueryResult = components['schemas']['InsQueryResult'];
export type Instant = components['schemas']['Instant'];
export type ListEntry = components['schemas']['ListEntry'];
export type Me = components['schemas']['Me'];
export type MembershipRequest = components['schemas']['MembershipRequest'];
export type MembershipRequested = components['schemas']['MembershipRequested'];
export type Name = components['schemas']['Name'];
export type OneTimeCodeRequest = components['schemas']['OneTimeCodeRequest'];
export type OneTimeCodeSent = components['schemas']['OneTimeCodeSent'];
export type OneTimeCodeVerification = components['schemas']['OneTimeCodeVerification'];
export type PatientListPage = components['schemas']['PatientListPage'];
export type PatientListRow = components['schemas']['PatientListRow'];
export type PatientSearchRequest = components['schemas']['PatientSearchRequest'];
export type PatientSearchResult = components['schemas']['PatientSearchResult'];
export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type ProfessionalRef = components['schemas']['ProfessionalRef'];
export type RecordAccess = components['schemas']['RecordAccess'];
export type RecordAction = components['schemas']['RecordAction'];
export type RecordIdentity = components['schemas']['RecordIdentity'];
export type ReferenceLists = components['schemas']['ReferenceLists'];
export type SandboxTokenRequest = components['schemas']['SandboxTokenRequest'];
export type SectionRight = components['schemas']['SectionRight'];
export type SelfEnrolmentObstacle = components['schemas']['SelfEnrolmentObstacle'];
export type SelfEnrolmentRequest = components['schemas']['SelfEnrolmentRequest'];
export type Session = components['schemas']['Session'];
export type SessionAccountChoice = components['schemas']['SessionAccountChoice'];
export type SessionOptions = components['schemas']['SessionOptions'];
export type SetFlagsRequest = components['schemas']['SetFlagsRequest'];
export type Sex = components['schemas']['Sex'];
export type SignedOut = components['schemas']['SignedOut'];
export type TokenExchangeRequest = components['schemas']['TokenExchangeRequest'];
export type TokenExchangeResponse = components['schemas']['TokenExchangeResponse'];
export type TraitComparison = components['schemas']['TraitComparison'];
export type TraitDifference = components['schemas']['TraitDifference'];
export type Uuid = components['schemas']['Uuid'];
export type Version = components['schemas']['Version'];
export type $defs = Record<string, never>;
export interface operations {
    getConsentNotice: {
        parameters: {
            query?: {
                language?: "fr" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadIdentityDocumentCopy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityDocumentCopy"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queryIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsQueryRequest"];
            };
        };
        responses: {
            /** @description Answer to compare */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsQueryResult"];
                };
            };
            /** @description `identity-flags-conflict`, `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `ins-call-forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `search-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchangeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenExchangeRequest"];
            };
        };
        responses: {
            /** @description Token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenExchangeResponse"];
                };
            };
            /** @description `invalid-request`, `invalid-subject-token` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-client` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPatients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientSearchRequest"];
            };
        };
        responses: {
            /** @description Candidates */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientSearchResult"];
                };
            };
            /** @description `birth-place-needed`, `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intent; kept when retrying. */
                "Idempotency-Key": string;
            };
            path: {
                candidateId: components["schemas"]["Uuid"];
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlassRequest"];
            };
        };
        responses: {
            /** @description Open for two hours; authorised members are told by e-mail */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessGranted"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `search-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-member`, `idempotency-in-flight`, `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestMembership: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intent; kept when retrying. */
                "Idempotency-Key": string;
            };
            path: {
                candidateId: components["schemas"]["Uuid"];
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipRequest"];
            };
        };
        responses: {
            /** @description Asked */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipRequested"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `search-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-member`, `idempotency-in-flight`, `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    selfEnrol: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intent; kept when retrying. */
                "Idempotency-Key": string;
            };
            path: {
                candidateId: components["schemas"]["Uuid"];
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfEnrolmentRequest"];
            };
        };
        responses: {
            /** @description Joined; authorised members are told by e-mail */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessGranted"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed`, `self-enrolment-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `search-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-member`, `idempotency-in-flight`, `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                cursor?: components["schemas"]["Cursor"];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientListPage"];
                };
            };
            /** @description `invalid-cursor`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intent; kept when retrying. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRecordRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoordinationRecord"];
                };
            };
            /** @description `birth-place-needed`, `identity-flags-conflict`, `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `ins-call-forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ins-query-not-found`, `not-found`, `search-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `ins-already-attributed`, `record-exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoordinationRecord"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccessJournal: {
        parameters: {
            query?: {
                cursor?: components["schemas"]["Cursor"];
                limit?: number;
            };
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessJournalPage"];
                };
            };
            /** @description `invalid-cursor`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAdministrative: {
        parameters: {
            query?: never;
            header?: {
                /** @description Strong tag of the version read, e.g. `"3"`. Absent: 428; stale: 412. */
                "If-Match"?: string;
            };
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactInput"];
            };
        };
        responses: {
            /** @description After the change */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrative"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required` */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCareCircle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Current members first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareCircle"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Strong tag of the version read, e.g. `"3"`. Absent: 428; stale: 412. */
                "If-Match"?: string;
            };
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentInput"];
            };
        };
        responses: {
            /** @description After the change */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required` */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    launchDmp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DmpLaunch"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `dmp-not-available`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Strong tag of the version read, e.g. `"3"`. Absent: 428; stale: 412. */
                "If-Match"?: string;
            };
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectTraitsRequest"];
            };
        };
        responses: {
            /** @description Identity after the change */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordIdentity"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-exists`, `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required` */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkIdentityDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Strong tag of the version read, e.g. `"3"`. Absent: 428; stale: 412. */
                "If-Match"?: string;
            };
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityDocument"];
            };
        };
        responses: {
            /** @description Identity after the change */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordIdentity"];
                };
            };
            /** @description `birth-place-needed`, `identity-flags-conflict`, `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required` */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIdentityDocumentCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                copyId: components["schemas"]["Uuid"];
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bytes as deposited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setIdentityFlags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Strong tag of the version read, e.g. `"3"`. Absent: 428; stale: 412. */
                "If-Match"?: string;
            };
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetFlagsRequest"];
            };
        };
        responses: {
            /** @description Identity after the change */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordIdentity"];
                };
            };
            /** @description `identity-flags-conflict`, `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required` */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityHistory"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRecordIns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Strong tag of the version read, e.g. `"3"`. Absent: 428; stale: 412. */
                "If-Match"?: string;
            };
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsDecision"];
            };
        };
        responses: {
            /** @description Identity after the change */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordIdentity"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ins-query-not-found`, `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ins-already-attributed`, `record-exists`, `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-required` */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `search-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queryRecordIns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer to compare */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsQueryResult"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `break-glass-ended`, `client-not-allowed`, `forbidden`, `ins-call-forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`, `record-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchBirthPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BirthPlaceSearchRequest"];
            };
        };
        responses: {
            /** @description Places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BirthPlaceSearchResult"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReferenceLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceLists"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `token-expired`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-allowed`, `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSandboxToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxTokenRequest"];
            };
        };
        responses: {
            /** @description Token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Options */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOptions"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseSessionAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionAccountChoice"];
            };
        };
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lockSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Locked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyOneTimeCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeCodeVerification"];
            };
        };
        responses: {
            /** @description Session opened */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `one-time-code-refused` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendOneTimeCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeCodeRequest"];
            };
        };
        responses: {
            /** @description Sent if the address has an account */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeCodeSent"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startProSanteConnect: {
        parameters: {
            query?: {
                /** @description Path of the portal to come back to. */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To Pro Santé Connect */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishProSanteConnect: {
        parameters: {
            query?: {
                code?: string;
                error?: string;
                error_description?: string;
                iss?: string;
                session_state?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the portal */
            302: {
                headers: {
                    Location?: string;
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSessionToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activity?: boolean;
                };
            };
        };
        responses: {
            /** @description Token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description `invalid-json`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-ended`, `session-locked`, `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `origin-not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers-too-large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
