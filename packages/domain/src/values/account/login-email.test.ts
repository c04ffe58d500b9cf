import { describe, expect, it } from 'vitest';
import { parseLoginEmail } from './login-email.ts';

describe('the personal e-mail that is the login [F-04]', () => {
  it.each(['claire.martin@demo.spico.example', 'user+tag@ex.fr', "d'arc@ex-ample.fr", `${'a'.repeat(64)}@ex.fr`])(
    'takes %s',
    (text) => expect(parseLoginEmail(text)).toEqual({ ok: true, value: text }),
  );

  it('knows no difference between capitals and small letters', () => {
    expect(parseLoginEmail('X@CHU.EXAMPLE')).toEqual(parseLoginEmail('x@chu.example'));
  });

  it.each([
    'x@evil.fr@chu.example',
    'x@evil.fr,y@chu.example',
    '"x@chu.example"@evil.fr',
    'x@chu.example%00.evil.fr',
    'x%chu.example@evil.fr',
    'a@b@presidence.example',
    'a@ex.fr\r\nBcc: b@ex.fr',
    'a@ex.fr\u0000',
    '<script>@ex.fr',
    'Claire <claire@ex.fr>',
    'claire@ex.fr (Claire)',
    ' claire@ex.fr',
    'claire@ex.fr ',
    'a@b',
    'a..b@ex.fr',
    '.a@ex.fr',
    'a@-ex.fr',
    'a@ex.123',
    'é@exämple.fr',
    `${'a'.repeat(65)}@ex.fr`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.fr`,
    '',
    '@',
  ])('refuses %j', (text) => expect(parseLoginEmail(text)).toEqual({ ok: false, failure: 'not-an-address' }));
});
