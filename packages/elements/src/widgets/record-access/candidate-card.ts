import { html, nothing, type TemplateResult } from 'lit';
import { badge, button, type ButtonOptions, icon, type Icon } from '../../primitives/index.ts';
import { birthDateWithAge } from '../../shared/format/date.ts';
import { fullName } from '../../shared/format/name.ts';
import { readableTime } from '../../shared/format/date.ts';
import {
  circleCheckIcon,
  circleDashedIcon,
  equalIcon,
  equalNotIcon,
  folderOpenIcon,
  infoIcon,
  mailIcon,
  sirenIcon,
  userPlusIcon,
} from '../../shared/icons.generated.ts';
import type { Candidate, IdentityTraits } from '../../shared/sdk.ts';
import {
  type AccessWords,
  type CandidateAction,
  differencesInWords,
  obstaclesToTell,
  type TraitLine,
  traitLines,
} from './record-access.model.ts';

const GRADES: Readonly<Record<Candidate['grade'], Icon>> = {
  certain: circleCheckIcon,
  probable: equalIcon,
  possible: circleDashedIcon,
};
const ACTIONS: Readonly<Record<CandidateAction, { icon: Icon; variant: NonNullable<ButtonOptions['variant']> }>> = {
  open: { icon: folderOpenIcon, variant: 'secondary' },
  'self-enrol': { icon: userPlusIcon, variant: 'secondary' },
  'request-membership': { icon: mailIcon, variant: 'quiet' },
  // Never the next act, and never like the others (F-43).
  'break-glass': { icon: sirenIcon, variant: 'urgent' },
};
const ORDER: readonly CandidateAction[] = ['request-membership', 'break-glass', 'self-enrol', 'open'];

export interface CandidateCardOptions {
  readonly say: AccessWords;
  readonly candidate: Candidate;
  readonly typed: { readonly traits?: IdentityTraits; readonly birthPlaceLabel?: string };
  /** The one next act of the page, if it is one of this card. */
  readonly primary: CandidateAction | undefined;
  /** When a request to be added was sent, if it was. */
  readonly askedAt: string | undefined;
  readonly act: (action: CandidateAction) => void;
  readonly searchWithDocument: () => void;
  readonly searchAgain: () => void;
}

/** One person who may be the one searched: grade, five traits, each difference in words, what one may do (F-39 to F-43). */
export function candidateCard(options: CandidateCardOptions): TemplateResult {
  const { say, candidate, typed } = options;
  const { candidateId, grade, traits, relation } = candidate;
  const heading = `candidate-${candidateId}`;
  const name = fullName({ family: traits.birthFamilyName, given: traits.firstBirthGivenName });
  return html`<article class="card candidate" part="candidate" aria-labelledby=${heading}>
    <div class="candidate-head">
      <h3 id=${heading}>${name}</h3>
      ${badge({ label: say(grade), icon: GRADES[grade], ...(grade === 'certain' ? { tone: 'info' as const } : {}), title: say(`${grade}Title`) })}
    </div>
    <p class="differences">${differencesInWords(candidate, typed.traits, say)}</p>
    <dl class="traits">${traitLines(candidate, typed, say).map((line) => traitRow(line, candidate, say))}</dl>
    ${relation === 'member' ? relationLine(say('member')) : relation === 'break-glass' ? relationLine(say('inEmergency')) : nothing}
    ${obstacles(options)} ${acts(options)}
  </article>`;
}

function traitRow(
  { trait, value, typed, differs }: TraitLine,
  { traits }: Candidate,
  say: AccessWords,
): TemplateResult {
  const shown = trait === 'birthDate' ? birthDateWithAge(traits.birthDate, say.locale) : value;
  const uncertain = trait === 'birthDate' && traits.birthDateUncertain === true;
  return html`<div class="trait ${differs ? 'differs' : ''}">
    <dt>${say(trait)}</dt>
    <dd>
      <span>${differs ? icon(equalNotIcon, say('differs')) : nothing} ${shown}</span>
      ${uncertain ? html`<span class="muted small">${say('dateUncertain')}</span>` : nothing}
      ${typed ? html`<span class="muted small">${say('typed', { value: typed })}</span>` : nothing}
    </dd>
  </div>`;
}

const relationLine = (sentence: string): TemplateResult =>
  html`<p class="aside">${icon(infoIcon)}<span>${sentence}</span></p>`;

function obstacles({ say, candidate, searchWithDocument, searchAgain }: CandidateCardOptions): unknown {
  return obstaclesToTell(candidate).map((obstacle) => {
    const redo =
      obstacle === 'document-not-checked' || obstacle === 'birth-place-unknown'
        ? button({ label: say('redoWithDocument'), variant: 'quiet', onClick: searchWithDocument })
        : obstacle === 'search-too-old'
          ? button({ label: say('searchAgain'), variant: 'quiet', onClick: searchAgain })
          : nothing;
    return html`<div class="aside">${icon(infoIcon)}<span>${say(obstacle)}</span>${redo}</div>`;
  });
}

function acts({ say, candidate, primary, askedAt, act }: CandidateCardOptions): TemplateResult {
  const name = `candidate-${candidate.candidateId}`;
  return html`<div class="actions">
    ${ORDER.filter((action) => candidate.allowedActions.includes(action)).map((action) =>
      action === 'request-membership' && askedAt !== undefined
        ? html`<p class="aside asked">${icon(circleCheckIcon)}<span>${say('asked', { time: readableTime(askedAt, say.locale) })}</span></p>`
        : button({
            label: say(action),
            icon: ACTIONS[action].icon,
            variant: action === primary ? 'primary' : ACTIONS[action].variant,
            describedBy: name,
            onClick: () => act(action),
          }),
    )}
  </div>`;
}
