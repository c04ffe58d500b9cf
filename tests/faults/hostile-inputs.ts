/*
 * Hostile and odd inputs of the wire, numbers 88 to 100 and 161 to 173 of the quality page (the traits, 1 to 87, stand in
 * hostile-identity.ts). Unless a row says otherwise an input is refused with 400 and a pointer to where it is wrong; never a
 * 5xx, never a silent change.
 */

/** E-mail addresses and mobile numbers of a person. `kept`: as it will be kept; without it, refused. */
export interface HostileContact {
  readonly id: number;
  readonly field: 'email' | 'mobile';
  readonly value: unknown;
  readonly kept?: string;
}

const mobile = (id: number, value: unknown, kept?: string): HostileContact => ({
  id,
  field: 'mobile',
  value,
  ...(kept === undefined ? {} : { kept }),
});
const email = (id: number, value: unknown, kept?: string): HostileContact => ({
  ...mobile(id, value, kept),
  field: 'email',
});

export const contacts: readonly HostileContact[] = [
  mobile(88, '+33612345678', '+33612345678'),
  mobile(89, '0033612345678', '+33612345678'),
  mobile(90, '06 12 34 56 78', '+33612345678'),
  mobile(90, '06.12.34.56.78', '+33612345678'),
  mobile(90, '0692 12 34 56', '+262692123456'),
  mobile(91, '+19002345678'),
  mobile(91, '0899 12 34 56'),
  mobile(91, '3615'),
  mobile(92, 'tel:+33612345678;ext=5'),
  mobile(92, '+33612345678 ext 5'),
  mobile(92, '06ABCDEFGH'),
  mobile(92, '٠٦١٢٣٤٥٦٧٨'),
  mobile(92, 33612345678),
  email(93, 'a@b'),
  email(94, '"x y"@ex.fr'),
  email(95, 'a@b@presidence.example'),
  email(96, 'a@ex.fr\r\nBcc: everybody@ex.fr'),
  email(96, 'a@ex.fr,b@ex.fr'),
  email(97, 'user+tag@ex.fr', 'user+tag@ex.fr'),
  email(97, 'User.Name@EX.fr', 'User.Name@ex.fr'),
  email(98, 'e@exämple.fr', 'e@xn--exmple-cua.fr'),
  email(98, 'é@exämple.fr'),
  email(99, `${'a'.repeat(310)}@exemple.fr`),
  email(99, `${'a'.repeat(65)}@ex.fr`),
  email(100, '<script>@ex.fr'),
  email(100, 'a@ex.fr\u0000'),
  email(100, '\ud800@ex.fr'),
  email(100, 'a@[127.0.0.1]'),
  email(100, ['a@ex.fr']),
];

/** Where a UUID belongs in the path; all of them are nobody's, and answered alike. */
export const ids: readonly (readonly [id: number, value: string])[] = [
  [161, '0199AAAA-BBBB-7CCC-8DDD-EEEEFFFF0000'],
  [161, '%7B0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000%7D'],
  [161, '..%2f..%2fsession'],
  [161, '%2e%2e'],
  [161, '%00'],
  [161, "' or 1=1 --".replaceAll(' ', '%20')],
  [161, '-1'],
  [161, '%F0%9F%99%82'],
  [161, '%c0%ae'],
  [161, 'null'],
  [161, '0'.repeat(10_000)],
];

/** `?limit=…&cursor=…` of a list. */
export const pages: readonly (readonly [id: number, query: string])[] = [
  [163, 'limit=0'],
  [163, 'limit=-1'],
  [163, 'limit=201'],
  [163, 'limit=1e9'],
  [163, 'limit=1e1'],
  [163, 'limit=10.5'],
  [163, 'limit=%2210%22'],
  [163, 'limit= 10'.replace(' ', '%20')],
  [163, 'limit=0x10'],
  [163, 'limit='],
  [163, 'limit=10&limit=20'],
  [163, 'limit[]=10'],
  [163, 'offset=10'],
  [163, 'cursor=-1'],
  [163, 'cursor='],
  [163, 'cursor=%00'],
  [163, 'cursor=a&cursor=b'],
  [163, `cursor=${'a'.repeat(401)}`],
  [163, `cursor=${Buffer.from('["infinity","ffffffff"]').toString('base64url')}.AAAAAAAAAAAAAAAAAAAAAA`],
  [163, '__proto__=1'],
];

/** `If-Match` of an update at version 1. */
export const versions: readonly (readonly [id: number, tag: string, status: 400 | 412])[] = [
  [164, '*', 400],
  [164, 'W/"1"', 400],
  [164, '"1", "2"', 400],
  [164, '1', 400],
  [164, '""', 400],
  [164, '"01"', 400],
  [164, '"-1"', 400],
  [164, '"1.0"', 400],
  [164, '"99999999999999999999"', 400],
  [164, '"2147483648"', 412],
  [164, '"999"', 412],
];

const deep = (times: number) => Buffer.from(`${'['.repeat(times)}${']'.repeat(times)}`);
const person = '"birthFamilyName":"Castelnau","firstBirthGivenName":"Ilse","sex":"F","birthDate":"1931-01-31"';
const whole = `"traits":{${person},"birthPlace":{"kind":"commune","cog":"31555"}}`;

/** Bodies that are no JSON as we take it, or JSON that breaks a rule. */
export const bodies: readonly (readonly [id: number, what: string, body: Buffer])[] = [
  [165, 'a key twice', Buffer.from(`{"traits":{},${whole}}`)],
  [165, 'a key twice, once escaped', Buffer.from(`{"tr\\u0061its":{},${whole}}`)],
  [166, '__proto__', Buffer.from(`{${whole},"__proto__":{"admin":true}}`)],
  [166, 'constructor.prototype', Buffer.from(`{${whole},"constructor":{"prototype":{"admin":true}}}`)],
  [166, 'an escaped __proto__', Buffer.from(`{${whole},"__pr\\u006fto__":{"admin":true}}`)],
  [167, 'an array 100,000 deep', deep(100_000)],
  [167, 'an object 33 deep', Buffer.from(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`)],
  [168, '1e400', Buffer.from(`{${whole},"n":1e400}`)],
  [168, '-0', Buffer.from(`{${whole},"n":-0}`)],
  [168, '2^53+1', Buffer.from(`{${whole},"n":9007199254740993}`)],
  [168, '1.0 for an integer', Buffer.from(`{${whole},"n":1.0}`)],
  [
    168,
    'a number as text',
    Buffer.from(`{"traits":{${person},"birthDateUncertain":"true","birthPlace":{"kind":"commune","cog":"31555"}}}`),
  ],
  [169, 'NaN', Buffer.from(`{${whole},"n":NaN}`)],
  [169, 'a trailing comma', Buffer.from(`{${whole},}`)],
  [169, 'a comment', Buffer.from(`{${whole}/* well */}`)],
  [169, 'a byte order mark', Buffer.from(`\ufeff{${whole}}`)],
  [169, 'UTF-16', Buffer.from(`{${whole}}`, 'utf16le')],
  [
    169,
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from(`{${whole},"n":"`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
  ],
  [
    169,
    'an overlong slash',
    Buffer.concat([Buffer.from(`{${whole},"n":"`), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
  ],
  [169, 'a raw line feed in a text', Buffer.from(`{"traits":"a\nb"}`)],
  [169, 'nothing but a space', Buffer.from(' ')],
  [169, 'two values', Buffer.from(`{${whole}} {}`)],
  [170, '10,000 keys', Buffer.from(`{${Array.from({ length: 10_000 }, (_, n) => `"k${n}":1`).join()}}`)],
  [170, 'a key of 200 kB', Buffer.from(`{"${'k'.repeat(200_000)}":1}`)],
  [170, 'an unknown field', Buffer.from(`{${whole},"admin":true}`)],
  [
    170,
    'an unknown field inside',
    Buffer.from(`{"traits":{${person},"ins":"1","birthPlace":{"kind":"commune","cog":"31555"}}}`),
  ],
  [170, 'null for what is asked', Buffer.from('{"traits":null}')],
  [170, 'a list for an object', Buffer.from(`[{${whole}}]`)],
  [170, 'a text for an object', Buffer.from('"traits"')],
];

export const soundBody = Buffer.from(`{${whole}}`);

/** Header lines sent as they stand, beside those every request has; `{token}` is replaced. */
export const headers: readonly (readonly [
  id: number,
  what: string,
  lines: readonly string[],
  statuses: readonly number[],
])[] = [
  [171, 'a parameter after a tab', ['Content-Type: application/json\ta'], [415, 400]],
  [171, 'plain text', ['Content-Type: text/plain'], [415]],
  [171, 'no type', [], [415]],
  [171, 'charset=utf-7', ['Content-Type: application/json; charset=utf-7'], [415]],
  [171, 'charset twice', ['Content-Type: application/json; charset=utf-8; charset=utf-16'], [415]],
  [171, 'two types', ['Content-Type: application/json', 'Content-Type: text/plain'], [400, 415]],
  [171, 'a form', ['Content-Type: application/x-www-form-urlencoded'], [415]],
  [171, 'compressed', ['Content-Type: application/json', 'Content-Encoding: gzip'], [400, 415]],
  [172, 'two authorisations', ['Content-Type: application/json', 'Authorization: Bearer {token}'], [400]],
  [172, 'two hosts', ['Content-Type: application/json', 'Host: evil.example'], [400]],
  [172, 'length and chunks', ['Content-Type: application/json', 'Transfer-Encoding: chunked'], [400]],
  [172, 'two lengths', ['Content-Type: application/json', 'Content-Length: 3'], [400]],
  [172, 'a header of 64 kB', ['Content-Type: application/json', `X-Long: ${'a'.repeat(65_536)}`], [431]],
  [172, 'a folded header', ['Content-Type: application/json', 'X-Fold: a\r\n b'], [400, 201]],
  [172, 'a bare carriage return', ['Content-Type: application/json', 'X-Cut: a\rSet-Cookie: b'], [400]],
  [172, 'a NUL', ['Content-Type: application/json', 'X-Nul: a\u0000b'], [400]],
  [172, 'no header name', ['Content-Type: application/json', ': a'], [400]],
  [172, 'a space before the colon', ['Content-Type: application/json', 'X-Space : a'], [400]],
  [173, 'Origin: null', ['Content-Type: application/json', 'Origin: null'], [403]],
  [
    173,
    'our page as a subdomain of another',
    ['Content-Type: application/json', 'Origin: https://cabinet.example.evil'],
    [403],
  ],
  [
    173,
    'our page as the end of another',
    ['Content-Type: application/json', 'Origin: https://evilcabinet.example'],
    [403],
  ],
  [173, 'our page without its s', ['Content-Type: application/json', 'Origin: http://cabinet.example'], [403]],
  [173, 'our page on another port', ['Content-Type: application/json', 'Origin: https://cabinet.example:8443'], [403]],
  [173, 'our page in capitals', ['Content-Type: application/json', 'Origin: https://CABINET.example'], [403]],
  [
    173,
    'two origins',
    ['Content-Type: application/json', 'Origin: https://cabinet.example https://evil.example'],
    [403],
  ],
];

/** `Idempotency-Key` of a creation. */
export const keys: readonly (readonly [id: number, value: string])[] = [
  [173, ''],
  [173, 'short'],
  [173, 'k'.repeat(101)],
  [173, 'k'.repeat(256)],
  [173, 'clé-de-création'],
  [173, 'two words here'],
  [173, 'semi;colon,comma'],
  [173, '../../../etc/passwd'],
];
