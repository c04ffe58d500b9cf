/** One sentence, or one per plural category of the language (`one`, `other`, …) chosen by the parameter `count`. */
export type Message = string | Plural;
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };
/** The French words of one widget: `export default { … } as const satisfies Messages`. */
export type Messages = Readonly<Record<string, Message>>;
/** The same keys in another language; a missing or foreign key does not compile. */
export type Translation<French extends Messages> = { readonly [Key in keyof French]: Message };
/** What a host replaces: `{ 'patient-search.title': 'Chercher' }`, or for one language `{ 'en/patient-search.title': … }`. */
export type StringOverrides = Readonly<Record<string, Message>>;

type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type NamesOf<Given> = Given extends string ? Holes<Given> : Holes<Given[keyof Given]> | 'count';
type ParametersOf<Given> = [NamesOf<Given>] extends [never]
  ? []
  : [parameters: { readonly [Name in NamesOf<Given>]: string | number }];

/** `t('found', { count: 2 })`: the keys and the holes of the French sentence are checked by the compiler. */
export interface Translate<French extends Messages> {
  <Key extends keyof French & string>(key: Key, ...parameters: ParametersOf<French[Key]>): string;
  /** Language the sentences come out in. */
  readonly locale: string;
}

/** The words of one widget: French inside, other languages on demand. */
export interface Catalogue<French extends Messages = Messages> {
  readonly namespace: string;
  readonly french: French;
  readonly others: Readonly<Record<string, () => Promise<{ default: Translation<French> }>>>;
  /** Languages that have arrived. */
  readonly loaded: Map<string, Messages>;
}

/** Joins the words of one widget. `others` are dynamic imports: `{ en: () => import('./care-circle.en.ts') }`. */
export function defineMessages<const French extends Messages>(
  namespace: string,
  french: French,
  others: Catalogue<French>['others'] = {},
): Catalogue<French> {
  const catalogue: Catalogue<French> = { namespace, french, others, loaded: new Map() };
  catalogues.add(catalogue);
  return catalogue;
}

const catalogues = new Set<Catalogue>();

/** Fetches one language for every part that is on the page so far. */
export async function loadEverywhere(locale: string): Promise<void> {
  await Promise.all([...catalogues].map((catalogue) => loadLocale(catalogue, locale)));
}

/** The language of ours that serves `wanted` best: `en-GB` → `en`; anything unknown → French. */
export function supportedLocale(wanted: string | undefined, catalogue: Pick<Catalogue, 'others'>): string {
  const language = (wanted ?? 'fr').toLowerCase().split(/[-_]/)[0] ?? 'fr';
  return language in catalogue.others ? language : 'fr';
}

const arriving = new WeakMap<object, Map<string, Promise<boolean>>>();

/** Fetches a language once. False when it could not come: the sentences stay French and the next need asks again. */
export async function loadLocale(catalogue: Catalogue, wanted: string | undefined): Promise<boolean> {
  const locale = supportedLocale(wanted, catalogue);
  const load = catalogue.others[locale];
  if (load === undefined || catalogue.loaded.has(locale)) return true;
  const pending = arriving.get(catalogue) ?? new Map<string, Promise<boolean>>();
  arriving.set(catalogue, pending);
  const arrival =
    pending.get(locale) ??
    load().then(
      (module) => catalogue.loaded.set(locale, module.default) instanceof Map,
      () => false,
    );
  pending.set(locale, arrival);
  const came = await arrival;
  pending.delete(locale);
  return came;
}

/** Sentence by sentence: the host's word, else the language asked for, else French. Never a blank (F-205). */
export function translator<French extends Messages>(
  catalogue: Catalogue<French>,
  wanted?: string,
  overrides: StringOverrides = {},
): Translate<French> {
  const locale = supportedLocale(wanted, catalogue);
  const words: Messages = catalogue.loaded.get(locale) ?? catalogue.french;
  const spoken = words === (catalogue.french as Messages) ? 'fr' : locale;
  const translate = (key: string, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const id = `${catalogue.namespace}.${key}`;
    const own = overrides[`${spoken}/${id}`] ?? overrides[id];
    return say(firstSaid(own, words[key]) ?? catalogue.french[key] ?? key, spoken, parameters);
  };
  return Object.assign(translate as (key: string, ...rest: never[]) => string, { locale: spoken }) as Translate<French>;
}

function firstSaid(...messages: (Message | undefined)[]): Message | undefined {
  return messages.find((message) => (typeof message === 'string' ? message.trim() !== '' : message !== undefined));
}

/** Fills the holes of one message; the plural form follows `count`. An unknown hole stays readable as it is. */
export function say(message: Message, locale: string, parameters: Readonly<Record<string, string | number>>): string {
  const text = typeof message === 'string' ? message : (message[pluralCategory(locale, parameters)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = parameters[name];
    return value === undefined ? hole : typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

const rules = new Map<string, Intl.PluralRules>();

function pluralCategory(locale: string, { count = 0 }: Readonly<Record<string, string | number>>): Intl.LDMLPluralRule {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return rule.select(Number(count));
}
