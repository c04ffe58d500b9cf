import { describe, expect, it } from 'vitest';
import { expectSound, stage } from '../support/browser.ts';
import { arrive, band } from '../support/hands.ts';

const theatre = stage();

describe('without a mouse, and in English', () => {
  it('[F-206] Claire finds and opens Jeanne by keyboard alone', async () => {
    const { page, clicks, resetClicks } = await theatre.visit();
    await arrive(page, theatre.stack, /MARTIN Claire/, /Maison de santé du Tarn/);
    await resetClicks();
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        let active: Element | null = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.id || active?.textContent?.trim() || '';
      });
    /** Tab until this has the focus: what somebody does who cannot point. */
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await press('Tab');
        if (wanted.test(await focused())) return;
      }
      throw new Error(`Tab never reaches ${wanted}.`);
    };
    await page.getByRole('row').nth(3).waitFor();
    await tabTo(/^Rechercher \/ Créer un dossier$/);
    await press('Enter');
    await page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).waitFor();
    await tabTo(/^birthFamilyName$/);
    await page.keyboard.type('Lacombe');
    await press('Tab');
    await page.keyboard.type('Jeanne');
    await press('Tab', 'Space');
    await tabTo(/^birthDate$/);
    await page.keyboard.type('14/03/1938');
    await tabTo(/^birthPlace$/);
    await page.keyboard.type('albi');
    await page.getByRole('option', { name: /^Albi/ }).first().waitFor();
    await press('ArrowDown', 'Enter');
    await press('Enter');
    await page.getByRole('heading', { name: /ressemble(nt)? à celle/ }).waitFor();
    await tabTo(/^Consulter le dossier$/);
    await press('Enter');
    await band(page).getByText('LACOMBE Jeanne').waitFor();
    expect(await clicks()).toBe(0);
  });

  it('[F-205] Nadia reads it all in English, and it stays so', async () => {
    const { page } = await theatre.visit();
    await page.goto(theatre.stack.portal);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectSound(page, 'the sign-in in English');
    await page.getByRole('link', { name: 'Pro Santé Connect' }).click();
    await page.getByRole('button', { name: /HADDAD Nadia/ }).click();
    await page.getByRole('button', { name: /Maison de santé du Tarn/ }).click();
    await page.getByRole('link', { name: 'Find / create a record' }).click();
    await page.getByRole('textbox', { name: 'Birth name', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('This trait is required.').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await expectSound(page, 'the search in English');
  });
});
