import { describe, expect, it } from 'vitest';
import { readEmail, readMobile } from './contact.ts';

describe('a mail address', () => {
  it.each([
    ['user+tag@ex.fr', 'user+tag@ex.fr'],
    ['Claire.O’Neill@ex.fr', undefined],
    ["claire.o'neill@Ex.FR", "claire.o'neill@ex.fr"],
    ['  jeanne@exemple.fr ', 'jeanne@exemple.fr'],
    ['marie@exämple.fr', 'marie@xn--exmple-cua.fr'],
    ['é@exämple.fr', undefined],
    ['a@b', undefined],
    ['"x y"@ex.fr', undefined],
    ['a@b@presidence.example', undefined],
    ['x@evil.fr,y@chu.example', undefined],
    ['"x@chu.example"@evil.fr', undefined],
    ['x@chu.example%00.evil.fr', undefined],
    ['a@ex.fr\r\nBcc: b@ex.fr', undefined],
    ['<script>@ex.fr', undefined],
    ['.a@ex.fr', undefined],
    ['a..b@ex.fr', undefined],
    ['a@-ex.fr', undefined],
    ['a@ex..fr', undefined],
    ['a@[127.0.0.1]', undefined],
    [`${'a'.repeat(65)}@ex.fr`, undefined],
    [`a@${'b'.repeat(320)}.fr`, undefined],
    [`a@${`${'b'.repeat(60)}.`.repeat(5)}fr`, undefined],
  ])('%s', (typed, kept) => {
    expect(readEmail(typed)).toEqual(
      kept === undefined ? { ok: false, failure: 'email-shape' } : { ok: true, value: kept },
    );
  });
});

describe('a mobile number', () => {
  it.each([
    ['+33612345678', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['07 00 12 34 56', undefined],
    ['+262692123456', '+262692123456'],
    ['+376 312 345', '+376312345'],
    ['05 63 12 34 56', undefined],
    ['+19005551234', undefined],
    ['08 99 12 34 56', undefined],
    ['tel:+33612345678;ext=5', undefined],
    ['06 12 34 56 78 ext 5', undefined],
    ['0612', undefined],
    ['٠٦١٢٣٤٥٦٧٨', undefined],
    ['06-FLOWERS', undefined],
  ])('%s', (typed, kept) => {
    const read = readMobile(typed);
    expect(read.ok ? read.value : undefined).toBe(kept);
  });
});
