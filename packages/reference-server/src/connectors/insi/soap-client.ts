import { toInsName } from '@spico/domain/values/identity/normalise-name';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { computeKey } from '@spico/domain/values/ins/key';
import { parseMatricule } from '@spico/domain/values/ins/matricule';
import { type RawAnswer, readAnswer } from './answer.ts';
import { type InsiEnvelope, type InsiQuestion, searchEnvelope, verifyEnvelope } from './envelope.ts';
import type {
  InsiAnswer,
  InsiCaller,
  InsiClient,
  InsiFoundBy,
  InsiUnavailability,
  InsiUnavailable,
  InsiVerification,
} from './port.ts';
import type { InsiSettings } from './settings.ts';
import { createPost, OversizedAnswer, type Post } from './transport.ts';

/**
 * Makes the signed SAML assertion of the professional (CPx card, Pro Santé Connect or organisation certificate).
 * The signature belongs to the deployment that holds the key; the sandbox asks for none.
 */
export type PsAssertion = (caller: InsiCaller | undefined) => Promise<string | undefined>;

export interface SoapInsiOptions {
  readonly settings: InsiSettings;
  readonly psAssertion?: PsAssertion;
  readonly now?: () => Date;
}

/** Traits in the alphabet of the service, with every given name that may be tried alone. */
interface Askable extends Omit<InsiQuestion, 'givenNames' | 'cog'> {
  readonly firstGivenName: string;
  readonly otherGivenNames: readonly string[];
  readonly allGivenNames: readonly string[];
  readonly cog: string | undefined;
}

function toAskable(traits: IdentityTraits): Askable | undefined {
  const family = toInsName(traits.birthFamilyName, 'family');
  const first = toInsName(traits.firstBirthGivenName, 'given');
  const list = (traits.birthGivenNames ?? []).map((name) => toInsName(name, 'given'));
  if (!family.ok || !first.ok || traits.sex === 'I') return undefined;
  const names = list.map((name) => (name.ok ? name.value : undefined));
  if (names.includes(undefined)) return undefined;
  const all = names as readonly string[];
  const { kind, cog } = traits.birthPlace;
  return {
    birthFamilyName: family.value,
    firstGivenName: first.value,
    otherGivenNames: [...new Set(all)].filter((name) => name !== first.value),
    allGivenNames: all.length > 0 ? all : [first.value],
    sex: traits.sex,
    birthDate: traits.birthDate,
    cog: kind === 'unknown' ? undefined : cog,
  };
}

const unavailable = (reason: InsiUnavailability): InsiUnavailable => ({ outcome: 'unavailable', reason });

/** Asks one question; the codes that mean "no answer" are already named. */
type Ask = (givenNames: readonly string[], cog?: string) => Promise<RawAnswer | InsiUnavailable>;

interface Question {
  readonly names: readonly string[];
  readonly cog?: string;
  readonly by: InsiFoundBy;
}

/** Asks one question after the other until one singles somebody out, or the service is gone. */
async function firstFound(ask: Ask, questions: readonly Question[]): Promise<InsiAnswer | undefined> {
  for (const { names, cog, by } of questions) {
    const answer = await ask(names, cog);
    if ('outcome' in answer) return answer;
    if (answer.code === 'found') return { outcome: 'found', identity: answer.identity, foundBy: by };
  }
  return undefined;
}

/** Too many people (02): the other given names first, then the place of birth, in the order the guide gives. */
function narrowing(traits: Askable, base: readonly string[]): readonly Question[] {
  const { allGivenNames, cog } = traits;
  const severalNames = allGivenNames.length > 1;
  return [
    ...(severalNames ? [{ names: allGivenNames, by: 'all-given-names' } as const] : []),
    ...(cog ? [{ names: base, cog, by: 'birth-place' } as const] : []),
    ...(cog && severalNames ? [{ names: allGivenNames, cog, by: 'birth-place' } as const] : []),
  ];
}

async function searchWith(ask: Ask, traits: Askable): Promise<InsiAnswer> {
  const tries: readonly Question[] = [
    { names: [traits.firstGivenName], by: 'first-given-name' },
    // Nobody (01): the person may be registered under another given name first, one name at a time, then the whole list.
    ...traits.otherGivenNames.map((name) => ({ names: [name], by: 'other-given-name' as const })),
    ...(traits.allGivenNames.length > 1 ? [{ names: traits.allGivenNames, by: 'all-given-names' as const }] : []),
  ];
  for (const { names, by } of tries) {
    const answer = await ask(names);
    if ('outcome' in answer) return answer;
    if (answer.code === 'found') return { outcome: 'found', identity: answer.identity, foundBy: by };
    if (answer.code === 'several') return (await firstFound(ask, narrowing(traits, names))) ?? { outcome: 'several' };
  }
  return { outcome: 'none' };
}

/** The teleservice over SOAP. One deadline covers a whole search, follow-up questions included. */
export class SoapInsiClient implements InsiClient {
  readonly #settings: InsiSettings;
  readonly #post: Post;
  readonly #psAssertion: PsAssertion;
  readonly #now: () => Date;

  constructor({ settings, psAssertion = async () => undefined, now = () => new Date() }: SoapInsiOptions) {
    this.#settings = settings;
    this.#post = createPost(settings);
    this.#psAssertion = psAssertion;
    this.#now = now;
  }

  async search(traits: IdentityTraits, signal?: AbortSignal, caller?: InsiCaller): Promise<InsiAnswer> {
    const askable = toAskable(traits);
    if (!askable) return unavailable('not-askable');
    const deadline = AbortSignal.timeout(this.#settings.timeoutMs);
    const ask: Ask = (givenNames, cog) => {
      const question = { ...askable, givenNames, cog };
      const write = (assertion?: string): InsiEnvelope =>
        searchEnvelope(this.#settings, toQuestion(question), this.#now(), assertion);
      // 00 without a person answers a verification, not a search.
      return this.#exchange(write, givenNames[0] ?? '', deadline, signal, caller).then((answer) =>
        'code' in answer && answer.code === 'ok' ? unavailable('malformed-answer') : answer,
      );
    };
    return searchWith(ask, askable);
  }

  async verify(
    traits: IdentityTraits,
    matricule: string,
    oid: string,
    signal?: AbortSignal,
    caller?: InsiCaller,
  ): Promise<InsiVerification> {
    const askable = toAskable(traits);
    const parsed = parseMatricule(matricule);
    if (!askable || !parsed.ok) return unavailable('not-askable');
    const ins = { matricule: parsed.value.matricule, key: parsed.value.key ?? computeKey(parsed.value.matricule), oid };
    const question = toQuestion({ ...askable, givenNames: askable.allGivenNames });
    const write = (assertion?: string): InsiEnvelope =>
      verifyEnvelope(this.#settings, question, ins, this.#now(), assertion);
    const deadline = AbortSignal.timeout(this.#settings.timeoutMs);
    const answer = await this.#exchange(write, askable.firstGivenName, deadline, signal, caller);
    if ('outcome' in answer) return answer;
    return { outcome: answer.code === 'ok' || answer.code === 'found' ? 'confirmed' : 'refuted' };
  }

  /** One envelope there and back; every way it can go wrong has a name and none is thrown. */
  async #exchange(
    write: (assertion?: string) => InsiEnvelope,
    givenName: string,
    deadline: AbortSignal,
    signal: AbortSignal | undefined,
    caller: InsiCaller | undefined,
  ): Promise<RawAnswer | InsiUnavailable> {
    try {
      const envelope = write(await this.#psAssertion(caller));
      const xml = await this.#post(envelope, signal ? AbortSignal.any([signal, deadline]) : deadline);
      const answer = readAnswer(xml, givenName);
      if (answer.code === 'fault') return unavailable('fault');
      return answer.code === 'malformed' ? unavailable('malformed-answer') : answer;
    } catch (error) {
      if (signal?.aborted) return unavailable('aborted');
      if (deadline.aborted) return unavailable('timeout');
      return unavailable(error instanceof OversizedAnswer ? 'malformed-answer' : 'unreachable');
    }
  }
}

function toQuestion(from: Omit<InsiQuestion, 'cog'> & { readonly cog?: string | undefined }): InsiQuestion {
  const { birthFamilyName, givenNames, sex, birthDate, cog } = from;
  return { birthFamilyName, givenNames, sex, birthDate, ...(cog ? { cog } : {}) };
}
