import { html, nothing, type TemplateResult } from 'lit';
import { badge, facts, icon, notice, table, type Tone } from '../../primitives/index.ts';
import { spacedIns } from '../../shared/format/ins.ts';
import { equalIcon, equalNotIcon, type Icon, mapPinIcon, pencilIcon, plusIcon } from '../../shared/icons.generated.ts';
import type { Words } from '../../shared/locale/common.ts';
import type { Translate } from '../../shared/locale/translate.ts';
import type { Ins } from '../../shared/sdk.ts';
import type french from './ins-reconciliation.fr.ts';
import { type ComparedRow, type ComparisonKind, countKinds, insWarnings } from './ins-reconciliation.model.ts';

export type InsWords = Translate<typeof french>;

const MARKS: Record<ComparisonKind, { readonly icon: Icon; readonly tone?: Tone }> = {
  same: { icon: equalIcon },
  'accents-or-case': { icon: pencilIcon, tone: 'info' },
  completed: { icon: plusIcon, tone: 'info' },
  different: { icon: equalNotIcon, tone: 'warning' },
};

/** Both identities side by side, or stacked where it is narrow (F-35). */
export function comparisonTable(say: InsWords, rows: readonly ComparedRow[], fromRecord: boolean): TemplateResult {
  return table<ComparedRow>({
    caption: say(fromRecord ? 'captionRecord' : 'caption'),
    hideCaption: true,
    rows,
    key: ({ trait }) => trait,
    columns: [
      { key: 'trait', label: say('trait'), rowHeader: true, cell: ({ trait }) => say(trait) },
      { key: 'typed', label: say(fromRecord ? 'recorded' : 'typed'), cell: (row) => value(say, row, 'typed') },
      { key: 'retrieved', label: say('retrieved'), cell: (row) => value(say, row, 'retrieved') },
      { key: 'kind', label: say('comparison'), cell: (row) => verdict(say, row) },
    ],
  });
}

function value(say: InsWords, row: ComparedRow, side: 'typed' | 'retrieved'): TemplateResult {
  const code = side === 'typed' ? row.typedCode : row.retrievedCode;
  const kind = row.kind === 'different' ? 'different' : '';
  return html`<span class="cell">
    ${
      row[side]
        ? html`<span class="value ${kind} ${row.trait === 'birthPlace' ? 'place' : ''}">${row[side]}</span>`
        : html`<span class="muted">${say('notTyped')}</span>`
    }
    ${code ? html`<span class="muted small tabular">${say('code', { code })}</span>` : nothing}
  </span>`;
}

function verdict(say: InsWords, { trait, kind }: ComparedRow): TemplateResult {
  const place = trait === 'birthPlace';
  const why = kind === 'same' ? '' : kind === 'different' && place ? say('why-place-different') : say(`why-${kind}`);
  return html`<span class="cell">
    ${badge({ label: say(kind), ...MARKS[kind] })}
    ${why ? html`<span class="hint">${why}</span>` : nothing}
    ${place ? html`<span class="hint"><strong>${icon(mapPinIcon)} ${say('checkPlace')}</strong></span>` : nothing}
  </span>`;
}

/** What the comparison comes to, in one sentence. */
export function comparisonSummary(say: InsWords, rows: readonly ComparedRow[]): string {
  const { different, same } = countKinds(rows);
  if (different > 0) return say('differences', { count: different });
  return say(same === rows.length ? 'allSame' : 'onlyWriting');
}

/** Reassuring only when the number agrees too. */
export function summaryNotice(
  words: Words,
  say: InsWords,
  { rows, ins }: { rows: readonly ComparedRow[]; ins: Ins | undefined },
): TemplateResult {
  const calm: Tone = ins && insWarnings(ins).length > 0 ? 'info' : 'success';
  const tone: Tone = countKinds(rows).different > 0 ? 'warning' : calm;
  return notice({ words, tone, body: comparisonSummary(say, rows) });
}

/** The number with its key, and where it disagrees with the traits (F-261): warnings, never a block. */
export function insBlock(words: Words, say: InsWords, ins: Ins, sexLabel: (code: string) => string): TemplateResult {
  const { environment } = ins;
  const warnings = insWarnings(ins);
  const number = (text: string): TemplateResult => html`<span class="number">${text}</span>`;
  return html`<div class="card number-card">
      ${facts([
        { label: say('matricule'), value: number(spacedIns(ins.matricule)) },
        { label: say('key'), value: number(ins.key) },
        environment === 'production' ? undefined : { label: say('environment'), value: say(environment) },
      ])}
    </div>
    ${
      warnings.length === 0
        ? nothing
        : notice({
            words,
            tone: 'warning',
            heading: say('contradictions'),
            body: html`<ul class="warnings">
                ${warnings.map(({ kind, inNumber = '', inTraits = '' }) => {
                  const shown = kind === 'sex' ? sexLabel : (text: string): string => text;
                  const sides = { inNumber: shown(inNumber), inTraits: shown(inTraits) };
                  return html`<li>${say(`contradiction-${kind}`, sides)}</li>`;
                })}
              </ul>
              <p>${say('contradictionsHelp')}</p>`,
          })
    }`;
}
