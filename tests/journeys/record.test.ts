import { describe, expect, it } from 'vitest';
import { expectSound, picture, stage } from '../support/browser.ts';
import { arrive, band } from '../support/hands.ts';

const theatre = stage();

describe('on a record', () => {
  it('[F-65] [F-69] [F-70] [F-55] [F-266] Claire opens Jeanne from her list: who, by what right, the circle, the journal', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /MARTIN Claire/, /Maison de santé du Tarn/);
    await page.getByRole('row').nth(5).waitFor();
    await picture(page, 'patients');
    await page.getByRole('button', { name: /^Ouvrir le dossier de LACOMBE Jeanne/ }).click();
    await band(page).getByText('LACOMBE Jeanne').waitFor();
    for (const fact of [/Puech/i, /Féminin/, /14\/03\/1938\s\(8\d\sans\)/, /Albi/, /identité qualifiée/])
      await band(page).getByText(fact).first().waitFor();
    await page.locator('spico-record-access').getByText('Cet accès est durable.').waitFor();
    const circle = page.locator('spico-care-circle');
    await circle.getByText('Étienne CABROL').waitFor();
    await picture(page, 'record');
    // The emergency of a former night is still told.
    await circle.getByText('1 accès terminé').click();
    await circle.getByText('accès en bris de glace').first().waitFor();
    await expectSound(page, 'the circle with its former accesses');

    await page.getByRole('link', { name: 'Identité et administratif' }).click();
    await page.locator('spico-record-identity').getByText('Ouvrir le DMP').waitFor();
    await picture(page, 'record-identity');
    await page.getByRole('link', { name: 'Journal des accès' }).click();
    const journal = page.locator('spico-access-journal');
    await journal.getByText('ouverture du dossier').first().waitFor();
    await picture(page, 'record-journal');
    // The band never went away.
    await band(page).getByText('LACOMBE Jeanne').waitFor();
  });

  it('[F-68] Thomas, who has no right to it, is not shown what he may not see', async () => {
    const { page } = await theatre.visit();
    await arrive(page, theatre.stack, /VERGNES Thomas/);
    await page.getByRole('button', { name: /^Ouvrir le dossier de MOLINIER/ }).click();
    await band(page).getByText('MOLINIER').waitFor();
    await page.getByRole('link', { name: 'Identité et administratif' }).click();
    await page.locator('spico-record-identity').getByText('Identité', { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Corriger les traits' }).count()).toBe(0);
    await expectSound(page, 'an identity one may only read');
  });
});
