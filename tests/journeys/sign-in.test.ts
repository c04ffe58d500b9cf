import { describe, expect, it } from 'vitest';
import { everythingWritten, expectSound, picture, stage } from '../support/browser.ts';
import { arrive, readMail, signInWithProSante } from '../support/hands.ts';

const theatre = stage();

describe('signing in to the portal', () => {
  it('[F-06] [F-09] Nadia comes with Pro Santé Connect, chooses the practice she works in, and changes it', async () => {
    const { page } = await theatre.visit();
    await page.goto(theatre.stack.portal);
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await picture(page, 'sign-in');
    await signInWithProSante(page, theatre.stack, /HADDAD Nadia/);
    await page.getByRole('heading', { name: 'Avec quel compte travaillez-vous ?' }).waitFor();
    await expectSound(page, 'the choice of an account');
    await page.getByRole('button', { name: /Maison de santé du Tarn/ }).click();
    const account = page.locator('details.account');
    await account.getByText('Maison de santé du Tarn').waitFor();
    expect(await account.locator('summary').innerText()).toMatch(/Nadia/i);
    await account.locator('summary').click();
    await expectSound(page, 'the account menu');
    await account.getByRole('button', { name: /Centre hospitalier des Deux-Rives/ }).click();
    await account.locator('summary').getByText('Centre hospitalier des Deux-Rives').waitFor();
  });

  it('[F-06] Étienne comes with his e-mail and the code he finds in the mailbox', async () => {
    const { page, context } = await theatre.visit();
    await page.goto(theatre.stack.portal);
    await page.getByLabel('Adresse e-mail de connexion').fill('etienne.cabrol@demo.spico.example');
    await page.getByRole('button', { name: 'Recevoir le code' }).click();
    await page.getByLabel('Code reçu').waitFor();
    await expectSound(page, 'the one-time code');
    const mailbox = await context.newPage();
    const mail = await readMail(mailbox, theatre.stack, 'etienne.cabrol@demo.spico.example', /code de connexion/);
    const code = /\b\d{6}\b/.exec(mail)?.[0] ?? '';
    await page.getByLabel('Code reçu').fill('000000');
    await page.getByRole('button', { name: 'Ouvrir ma session' }).click();
    await page.getByText('Ce code est faux, déjà utilisé ou trop ancien.').waitFor();
    await page.getByLabel('Code reçu').fill(code);
    await page.getByRole('button', { name: 'Ouvrir ma session' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mes patients / usagers' }).waitFor();
  });

  it('[F-12] Maud locks her screen: nothing is shown, nothing answers, and she comes back to where she was', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /SERRES Maud/);
    await page.getByRole('button', { name: /^Ouvrir le dossier de LACOMBE Pierre/ }).click();
    await page.locator('spico-identity-band').getByText('LACOMBE Pierre').waitFor();
    expect(await everythingWritten(page)).toMatch(/LACOMBE/i);
    const record = page.url();
    await page.getByRole('button', { name: 'Verrouiller l’écran' }).click();
    await page.getByRole('heading', { name: 'Écran verrouillé' }).waitFor();
    await expectSound(page, 'the locked screen');
    expect(await everythingWritten(page)).not.toMatch(/LACOMBE/i);
    const asked = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/session/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"activity":false}',
      });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    });
    expect(asked).toEqual([401, 'session-locked']);
    await page.getByRole('link', { name: 'Pro Santé Connect' }).click();
    await page.getByRole('button', { name: /SERRES Maud/ }).click();
    await page.locator('spico-identity-band').getByText('LACOMBE Pierre').waitFor();
    expect(page.url()).toBe(record);
  });

  it('[F-12] Claire signs out: the back button shows nothing and the server refuses her cookie', async () => {
    const { page, context } = await theatre.visit();
    await arrive(page, theatre.stack, /MARTIN Claire/, /Maison de santé du Tarn/);
    await page.getByRole('button', { name: /^Ouvrir le dossier de LACOMBE Jeanne/ }).click();
    await page.locator('spico-identity-band').getByText('LACOMBE Jeanne').waitFor();
    const cookies = await context.cookies();
    await page.locator('details.account summary').click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('link', { name: 'Pro Santé Connect' }).waitFor();
    expect(await everythingWritten(page)).not.toMatch(/LACOMBE/i);
    await page.goBack();
    await page.getByRole('link', { name: 'Pro Santé Connect' }).waitFor();
    expect(await everythingWritten(page)).not.toMatch(/LACOMBE/i);
    // Even the very cookie of before opens nothing any more.
    await context.addCookies(cookies);
    const again = await page.request.get(`${theatre.stack.api}/session`);
    expect([again.status(), ((await again.json()) as { code: string }).code]).toEqual([401, 'session-ended']);
  });
});
