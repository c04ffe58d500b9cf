import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

const read = (text: string) => parseStrictJson(new TextEncoder().encode(text));

describe('strict JSON (hostile inputs 165 to 170)', () => {
  it.each([
    ['165 duplicate keys', '{"a":1,"a":2}', 'duplicate-key', '/a'],
    ['165 duplicate keys, one escaped', '{"a":1,"\\u0061":2}', 'duplicate-key', '/a'],
    ['165 duplicate keys, nested', '{"t":[{"x":1,"x":1}]}', 'duplicate-key', '/t/0/x'],
    ['166 __proto__', '{"__proto__":{"admin":true}}', 'reserved-key', '/__proto__'],
    ['166 escaped __proto__', '{"__pr\\u006fto__":{}}', 'reserved-key', '/__proto__'],
    ['166 constructor.prototype', '{"constructor":{"prototype":{}}}', 'reserved-key', '/constructor'],
    ['167 a 100,000-deep array', '['.repeat(100_000), 'too-deep', '/0'.repeat(32)],
    ['168 1e400', '{"n":1e400}', 'number', '/n'],
    ['168 -0', '{"n":-0}', 'number', '/n'],
    ['168 2^53+1', '{"n":9007199254740993}', 'number', '/n'],
    ['168 1.0 for an integer', '{"n":1.0}', 'number', '/n'],
    ['168 a leading zero', '{"n":01}', 'syntax', ''],
    ['169 NaN', '{"n":NaN}', 'syntax', '/n'],
    ['169 trailing comma', '{"n":1,}', 'syntax', ''],
    ['169 trailing comma in an array', '[1,]', 'syntax', '/1'],
    ['169 comment', '{"n":1/* one */}', 'syntax', ''],
    ['169 byte order mark', '\ufeff{}', 'encoding', ''],
    ['169 text after the end', '{} {}', 'syntax', ''],
    ['169 nothing', '', 'syntax', ''],
    ['30 NUL in a text', '{"name":"Zo\\u0000"}', 'character', '/name'],
    ['31 half a surrogate pair', '{"name":"\\ud800"}', 'character', '/name'],
    ['31 half a pair in a key', '{"\\udc00":1}', 'character', ''],
    ['a raw line feed in a text', '{"name":"a\nb"}', 'syntax', '/name'],
    ['170 a key of one megabyte', `{"${'k'.repeat(1_000_000)}":1}`, 'key-too-long', ''],
    [
      '170 ten thousand keys',
      `{${Array.from({ length: 10_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
      'too-many-keys',
      '/k1000',
    ],
    ['a key that needs escaping', '{"a/b~c":[1,{"x":1,"x":2}]}', 'duplicate-key', '/a~1b~0c/1/x'],
  ])('refuses %s', (_name, text, code, pointer) => {
    expect(read(text)).toEqual({ ok: false, fault: { code, pointer } });
  });

  it('refuses bytes that are not UTF-8, and UTF-16', () => {
    const broken = Uint8Array.of(0x22, 0xc3, 0x28, 0x22);
    const utf16 = new Uint8Array(Buffer.from('{"a":1}', 'utf16le'));
    expect(parseStrictJson(broken)).toEqual({ ok: false, fault: { code: 'encoding', pointer: '' } });
    expect(parseStrictJson(utf16).ok).toBe(false);
  });

  it('keeps names exactly as typed, decomposed accents and emoji included', () => {
    const value = { name: 'Zoe\u0301 D’Artagnan', family: '👩‍👩‍👧', quote: '\u2028"\\' };
    expect(read(JSON.stringify(value))).toEqual({ ok: true, value });
  });

  it('accepts every value that JSON.stringify writes, and gives it back', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\u0000'));
    const key = text.filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one) && one.length < 100);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(key, tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const written = JSON.stringify(value);
        const parsed = read(written);
        expect(parsed.ok && JSON.stringify(parsed.value)).toBe(JSON.stringify(JSON.parse(written)));
      }),
    );
  });

  it('never accepts what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789.eE+-truefalsn\\u \n') }), (text) => {
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        if (read(text).ok) expect(accepted).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
