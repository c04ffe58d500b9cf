import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everythingWritten, expectSound, stage } from '../support/browser.ts';
import {
  arrive,
  checkDocument,
  finalise,
  giveConsent,
  goToSearch,
  readMail,
  search,
  typeTraits,
  type Card,
} from '../support/hands.ts';

// Long enough to type, short enough to wait for.
const IDLE_SECONDS = 12;
const theatre = stage({ SPICO_SESSION_IDLE_SECONDS: String(IDLE_SECONDS) });

const bernadette: Card = {
  family: 'O’Reilly',
  given: 'Bernadette',
  sex: 'Féminin',
  born: '17/03/1953',
  place: ['irlan', /^Irlande/],
};
const jean: Card = {
  family: 'Dupont',
  given: 'Jean',
  sex: 'Masculin',
  born: '06/06/1946',
  place: ['montauban', /^Montauban/],
};

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).inputValue();

describe('nothing typed is lost', () => {
  it('[F-202] [F-209] when the network is cut in the middle of a search', async () => {
    const { page, context } = await theatre.visit({ expected: /ERR_INTERNET_DISCONNECTED/ });
    await arrive(page, theatre.stack, /HADDAD Nadia/, /Maison de santé du Tarn/);
    await goToSearch(page);
    await typeTraits(page, bernadette);
    await context.setOffline(true);
    await search(page);
    await page.getByText('Le serveur est injoignable. Vérifiez la connexion puis réessayez.').waitFor();
    await expectSound(page, 'a search without network');
    expect(await text(page, 'Nom de naissance')).toBe('O’Reilly');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { name: /^Créer le dossier de O’REILLY/ }).waitFor();
  });

  it('[F-202] [F-209] when the server fails at the last click of a creation', async () => {
    const { page } = await theatre.visit({ expected: /503/ });
    await arrive(page, theatre.stack, /HADDAD Nadia/, /Maison de santé du Tarn/);
    await goToSearch(page);
    await typeTraits(page, jean);
    await search(page);
    await giveConsent(page);
    await page.getByText('Informations facultatives').click();
    await page.getByLabel('Courriel').fill('jean.dupont@exemple.fr');
    await page.route('**/api/v1/ins-queries**', (route) => route.fulfill({ status: 503, body: '' }));
    await finalise(page);
    await page.getByText('Le dossier n’est pas créé').waitFor();
    await page.getByText('Tout ce que vous avez saisi est gardé.').waitFor();
    await expectSound(page, 'a creation while the server fails');
    expect(await text(page, 'Courriel')).toBe('jean.dupont@exemple.fr');
    expect(await page.getByRole('checkbox', { name: /recueilli le consentement/ }).isChecked()).toBe(true);
    await page.unroute('**/api/v1/ins-queries**');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { name: /^INS trouvée pour DUPONT/ }).waitFor();
  });

  it('[F-12] [F-202] when inactivity has ended the session: nothing is shown, and the same person finds it all again', async () => {
    const { page, context } = await theatre.visit();
    await arrive(page, theatre.stack, /ROQUES Hélène/);
    await goToSearch(page);
    await typeTraits(page, bernadette);
    await checkDocument(page);
    await page
      .getByRole('heading', { name: 'Votre session est terminée' })
      .waitFor({ timeout: (IDLE_SECONDS + 20) * 1000 });
    expect(await everythingWritten(page)).not.toMatch(/reilly/i);
    expect(
      await page.evaluate(() =>
        document.querySelector('spico-portal')?.shadowRoot?.querySelector('spico-patient-search'),
      ),
    ).toBeNull();
    await expectSound(page, 'an ended session');
    // Pro Santé Connect gets a tab of its own, because something typed waits in this one.
    const [signIn] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: /Pro Santé Connect/ }).click(),
    ]);
    await signIn.getByRole('button', { name: /ROQUES Hélène/ }).click();
    await signIn.getByRole('heading', { name: 'Vous êtes connecté·e' }).waitFor();
    await expectSound(signIn, 'the tab of the sign-in');
    await page.bringToFront();
    await page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).waitFor();
    expect(await text(page, 'Nom de naissance')).toBe('O’Reilly');
    expect(await page.getByRole('checkbox', { name: /vérifié ces traits/ }).isChecked()).toBe(true);
    await search(page);
    await page.getByRole('heading', { name: /^Créer le dossier de O’REILLY/ }).waitFor();
  });

  it('[F-12] but for somebody else at the same machine there is nothing to find', async () => {
    const { page, context } = await theatre.visit();
    await arrive(page, theatre.stack, /ROQUES Hélène/);
    await goToSearch(page);
    await typeTraits(page, bernadette);
    await page.getByRole('button', { name: 'Verrouiller l’écran' }).click();
    await page.getByRole('heading', { name: 'Écran verrouillé' }).waitFor();
    await page.getByLabel('Adresse e-mail de connexion').fill('etienne.cabrol@demo.spico.example');
    await page.getByRole('button', { name: 'Recevoir le code' }).click();
    await page.getByLabel('Code reçu').waitFor();
    const mailbox = await context.newPage();
    const mail = await readMail(mailbox, theatre.stack, 'etienne.cabrol@demo.spico.example', /code de connexion/);
    await page.bringToFront();
    await page.getByLabel('Code reçu').fill(/\b\d{6}\b/.exec(mail)?.[0] ?? '');
    await page.getByRole('button', { name: 'Ouvrir ma session' }).click();
    await page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).waitFor();
    expect(await text(page, 'Nom de naissance')).toBe('');
    expect(await everythingWritten(page)).not.toMatch(/reilly/i);
  });
});
