import { advanceClock } from '@spico/reference-server/testing';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everythingWritten, expectSound, picture, stage } from '../support/browser.ts';
import {
  arrive,
  band,
  checkDocument,
  chooseInList,
  finalise,
  giveConsent,
  goToSearch,
  jeanne,
  search,
  typeTraits,
} from '../support/hands.ts';

// The clock of the database is moved by hours here: no session may end of itself meanwhile.
const theatre = stage({ SPICO_SESSION_IDLE_SECONDS: '43200' });

const pierre = {
  family: 'Lacombe',
  given: 'Pierre',
  sex: 'Masculin',
  born: '02/11/1935',
  place: ['albi', /^Albi/],
} as const;
const roger = {
  family: 'Galtier',
  given: 'Roger',
  sex: 'Masculin',
  born: '18/06/1940',
  place: ['rodez', /^Rodez/],
} as const;

const mails = async (to: string): Promise<{ subject: string; text: string }[]> =>
  (await fetch(`${theatre.stack.sandbox.mailbox.messagesUrl}?to=${to}`)).json();
const candidate = (page: Page) => page.locator('spico-record-access').getByRole('article').first();

/** Mails leave after the act, by a queue: the mailbox is read until this one is there. */
async function mailed(to: string, subject: RegExp): Promise<string> {
  await expect
    .poll(() => mails(to), { timeout: 15_000, interval: 200 })
    .toContainEqual(expect.objectContaining({ subject: expect.stringMatching(subject) }));
  const found = (await mails(to)).find((mail) => subject.test(mail.subject));
  return `${found?.subject}\n${found?.text}`;
}

describe('reaching a record that is already there', () => {
  it('[F-39] [F-42] [F-55] [F-141] Nadia checked a document: she enrols herself, and every member is told without a name', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /HADDAD Nadia/, /Maison de santé du Tarn/);
    await goToSearch(page);
    await typeTraits(page, pierre);
    await checkDocument(page);
    await search(page);
    await page.getByRole('heading', { name: /ressemble(nt)? à celle/ }).waitFor();
    await picture(page, 'candidates');
    await candidate(page).getByRole('button', { name: 'Accès en bris de glace' }).waitFor();
    await page.getByRole('button', { name: 'Aucune de ces personnes : créer un nouveau dossier' }).waitFor();
    await candidate(page).getByRole('button', { name: 'S’habiliter sur le dossier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('prévenus par e-mail').waitFor();
    await expectSound(page, 'the self-enrolment');
    await dialog.getByRole('button', { name: 'S’habiliter' }).click();
    await dialog.getByText('Indiquez qui a donné le consentement.').waitFor();
    await chooseInList(dialog.getByLabel('Qui a donné le consentement ?'), /La personne elle-même/);
    await dialog.getByRole('radio', { name: 'Oral' }).check();
    await dialog.getByRole('button', { name: 'S’habiliter' }).click();
    await band(page).getByText('LACOMBE Pierre').waitFor();
    await page.locator('spico-care-circle').getByText('auto-habilitation').waitFor();
    for (const member of ['sophie.marty', 'maud.serres', 'helene.roques']) {
      const mail = await mailed(`${member}@demo.spico.example`, /auto-habilitation/);
      expect(mail).not.toMatch(/lacombe|pierre|nadia|haddad/i);
    }
  });

  it('[F-40] Without a document, Nadia is offered break-glass and a new record, and told what else she can do', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /HADDAD Nadia/, /Maison de santé du Tarn/);
    await goToSearch(page);
    await typeTraits(page, roger);
    await search(page);
    await candidate(page).getByRole('button', { name: 'Accès en bris de glace' }).waitFor();
    expect(await candidate(page).getByRole('button', { name: 'S’habiliter sur le dossier' }).count()).toBe(0);
    await candidate(page).getByText('L’auto-habilitation demande une pièce d’identité vérifiée').waitFor();
    await page.getByRole('button', { name: 'Aucune de ces personnes : créer un nouveau dossier' }).waitFor();
    await candidate(page).getByRole('button', { name: 'Refaire la recherche avec une pièce vérifiée' }).click();
    const box = page.getByRole('checkbox', { name: /vérifié ces traits/ });
    await box.waitFor();
    expect(await page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).inputValue()).toBe('Galtier');
  });

  it('[F-41] Claire belongs to the circle of Jeanne: she opens the record', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /MARTIN Claire/, /Maison de santé du Tarn/);
    await goToSearch(page);
    await typeTraits(page, jeanne);
    await search(page);
    await candidate(page).getByText('Vous faites partie du cercle de soins de cette personne.').waitFor();
    await candidate(page).getByRole('button', { name: 'Consulter le dossier' }).click();
    await band(page).getByText('LACOMBE Jeanne').waitFor();
  });

  it('[F-43] [F-55] [F-69] [F-266] Solène breaks the glass: two hours, told to all, marked, in the journal, and over on time', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /PRADAL Solène/);
    await page.clock.install();
    await goToSearch(page);
    await typeTraits(page, roger);
    await search(page);
    await candidate(page).getByRole('button', { name: 'Accès en bris de glace' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Pour 2 heures, jusqu’à \d/).waitFor();
    await dialog.getByRole('button', { name: 'Ouvrir pour 2 heures' }).click();
    await dialog.getByText('Choisissez un motif.').waitFor();
    await expectSound(page, 'the break-glass dialog with what is missing');
    await dialog.getByRole('radio').first().check();
    await dialog.getByLabel('En quelques mots').fill('Malaise en consultation, traitement inconnu.');
    await dialog.getByRole('button', { name: 'Ouvrir pour 2 heures' }).click();
    await band(page).getByText('GALTIER Roger').waitFor();
    await band(page).getByText('accès en bris de glace').waitFor();
    await band(page)
      .getByText(/1\sh\s5\d|2\sh\s00/)
      .waitFor();
    await page.locator('spico-care-circle').getByText('accès en bris de glace').first().waitFor();
    await expectSound(page, 'a record in emergency access');
    for (const member of ['sophie.marty', 'isabelle.rigal', 'helene.roques']) {
      const mail = await mailed(`${member}@demo.spico.example`, /bris de glace/);
      expect(mail).not.toMatch(/galtier|roger|solène|pradal|malaise/i);
    }
    const record = page.url();
    // Somebody of the circle reads it in the journal, as an emergency, with the reason.
    const sophie = await theatre.visit();
    await arrive(sophie.page, theatre.stack, /MARTY Sophie/);
    await sophie.page.goto(`${record}/journal`);
    const line = sophie.page
      .locator('spico-access-journal')
      .getByRole('listitem')
      .filter({ hasText: /· accès en bris de glace/ })
      .first();
    await line.waitFor();
    const told = await line.innerText();
    expect(told).toMatch(/Solène PRADAL/i);
    expect(told).toMatch(/bris de glace/);
    expect(told).toMatch(/Motif : \S/);
    await expectSound(sophie.page, 'the access journal');

    await advanceClock(theatre.stack.server.database, 2 * 3600 + 5);
    await page.getByRole('link', { name: 'Cercle de soins' }).click();
    await page.getByText('Votre accès à ce dossier est terminé').first().waitFor();
    expect(await everythingWritten(page)).not.toMatch(/GALTIER/i);
    await expectSound(page, 'a record whose emergency access is over');
  });

  it('[F-43] Hugo’s screen empties by itself when his two hours are over', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /CALVET Hugo/);
    await page.clock.install();
    await goToSearch(page);
    await typeTraits(page, roger);
    await search(page);
    await candidate(page).getByRole('button', { name: 'Accès en bris de glace' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    await dialog.getByLabel('En quelques mots').fill('Chute à domicile, seul présent.');
    await dialog.getByRole('button', { name: 'Ouvrir pour 2 heures' }).click();
    await band(page).getByText('GALTIER Roger').waitFor();
    await advanceClock(theatre.stack.server.database, 2 * 3600 + 5);
    await page.clock.fastForward('02:00:05');
    await page.getByText('Votre accès à ce dossier est terminé').first().waitFor();
    expect(await everythingWritten(page)).not.toMatch(/GALTIER/i);
  });

  it('[F-41] [F-33] Claire meets a true homonym and creates a new record: both are marked', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /MARTIN Claire/, /Maison de santé du Tarn/);
    await goToSearch(page);
    await typeTraits(page, { ...jeanne, place: ['castres', /^Castres/] });
    await search(page);
    await candidate(page)
      .getByText(/autre commune de naissance/)
      .waitFor();
    await page.getByRole('button', { name: 'Aucune de ces personnes : créer un nouveau dossier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('identité homonyme').waitFor();
    await expectSound(page, 'the question before a homonym');
    await dialog.getByRole('button', { name: 'C’est une autre personne' }).click();
    await page.getByRole('heading', { name: /^Créer le dossier de LACOMBE/ }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Identité homonyme' }).isChecked()).toBe(true);
    await giveConsent(page);
    await finalise(page);
    // The teleservice knows the other Jeanne: the places say so, and she is refused.
    await page.getByText('Deux lieux différents : est-ce la même personne ?').waitFor();
    await expectSound(page, 'the comparison with the INS of somebody else');
    await page.getByRole('button', { name: 'Refuser l’INS' }).click();
    await page.getByRole('button', { name: 'Refuser l’INS' }).click();
    await band(page).getByText('identité homonyme').waitFor();
    await page.getByRole('link', { name: 'Patients', exact: true }).click();
    const rows = page.getByRole('row').filter({ hasText: 'LACOMBE Jeanne' });
    await rows.nth(1).waitFor();
    for (const row of await rows.all()) expect(await row.innerText()).toContain('identité homonyme');
  });
});
