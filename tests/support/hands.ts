/** What people do again and again, done as they do it: by what is written on the screen. */
import type { Locator, Page } from 'playwright-core';
import type { JourneyStack } from './stack.ts';

/** The five traits as somebody reads them from a card. */
export interface Card {
  readonly family: string;
  readonly given: string;
  readonly sex: 'Féminin' | 'Masculin';
  /** As typed: 12/03/1941. */
  readonly born: string;
  /** What is typed into the list of places, and the proposal taken; absent: unknown. */
  readonly place?: readonly [typed: string, taken: RegExp];
}

export const jeanne: Card = {
  family: 'Lacombe',
  given: 'Jeanne',
  sex: 'Féminin',
  born: '14/03/1938',
  place: ['albi', /^Albi/],
};
export const zoe: Card = {
  family: 'ADRUN',
  given: 'ZOE',
  sex: 'Féminin',
  born: '31/12/1975',
  place: ['mazoires', /^Mazoires/],
};

/** From the portal's front page through Pro Santé Connect, up to the choice of a practice if there is one. */
export async function signInWithProSante(page: Page, stack: JourneyStack, person: RegExp): Promise<void> {
  await page.goto(stack.portal);
  await page.getByRole('link', { name: 'Pro Santé Connect' }).click();
  await page.getByRole('button', { name: person }).click();
}

/** Signs in and arrives in the patient list, in this practice when the person has several. */
export async function arrive(page: Page, stack: JourneyStack, person: RegExp, practice?: RegExp): Promise<void> {
  await signInWithProSante(page, stack, person);
  if (practice) await page.getByRole('button', { name: practice }).click();
  await page.getByRole('heading', { level: 1, name: 'Mes patients / usagers' }).waitFor();
}

/** The newest mail of this address, as the sandbox mailbox shows it. */
export async function readMail(page: Page, stack: JourneyStack, address: string, subject: RegExp): Promise<string> {
  await page.goto(`${stack.mailbox}?to=${encodeURIComponent(address)}`);
  // The page reloads itself until the mail is there.
  await page.getByRole('link', { name: subject }).first().click();
  return page.locator('pre').first().innerText();
}

export const goToSearch = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Rechercher / Créer un dossier' }).click();
  await page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).waitFor();
};

export async function typeTraits(page: Page, { family, given, sex, born, place }: Card): Promise<void> {
  await page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).fill(family);
  await page.getByRole('textbox', { name: 'Premier prénom de naissance' }).fill(given);
  await page.getByRole('radio', { name: sex }).check();
  await page.getByLabel('Date de naissance').fill(born);
  if (place) await choosePlace(page, ...place);
  else await page.getByRole('checkbox', { name: 'Lieu de naissance inconnu' }).check();
}

export async function choosePlace(page: Page, typed: string, taken: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Lieu de naissance' }).pressSequentially(typed);
  await page.getByRole('option', { name: taken }).first().click();
}

/** The box "identity document checked", and which document it was. */
export async function checkDocument(page: Page, type = /identité/): Promise<void> {
  await page.getByRole('checkbox', { name: /vérifié ces traits sur une pièce/ }).check();
  await chooseInList(page.getByLabel('Type de pièce'), type);
}

export async function chooseInList(list: Locator, label: RegExp): Promise<void> {
  // The list comes from the server; its first line only asks for a choice.
  await list.locator('option').nth(1).waitFor({ state: 'attached' });
  const options = await list.locator('option').allInnerTexts();
  const text = options.find((each) => label.test(each));
  if (text === undefined) throw new Error(`None of ${options.join(', ')} is ${label}.`);
  await list.selectOption({ label: text.trim() });
}

export const search = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Rechercher', exact: true }).click();

/** Consent collected from the person, by word of mouth. */
export async function giveConsent(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /recueilli le consentement/ }).check();
  await chooseInList(page.getByLabel('Qui a donné le consentement ?'), /La personne elle-même/);
  await page.getByRole('radio', { name: 'Oral' }).check();
}

export const finalise = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Finaliser la création' }).click();

/** The band at the top of a record: who it is. */
export const band = (page: Page): Locator => page.locator('spico-identity-band');
