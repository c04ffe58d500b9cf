import { html, nothing, type TemplateResult } from 'lit';
import { chevronRightIcon } from '../shared/icons.generated.ts';
import { icon } from './icon.ts';

export interface Tab {
  id: string;
  label: string;
  /** Shown after the label. */
  count?: number;
}

/** Tabs by the APG: one stop for Tab, arrows, Home and End move and select (mirrored in right-to-left). */
export function tabs(options: {
  id: string;
  label: string;
  tabs: readonly Tab[];
  selected: string;
  onSelect: (id: string) => void;
  panel: (id: string) => unknown;
}): TemplateResult {
  const { id, selected, onSelect } = options;
  const onKeydown = (event: KeyboardEvent): void => {
    const list = event.currentTarget as HTMLElement;
    const index = options.tabs.findIndex((tab) => tab.id === selected);
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const last = options.tabs.length - 1;
    const goals: Record<string, number> = { Home: 0, End: last };
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      goals[event.key] = event.key === forward ? (index === last ? 0 : index + 1) : index <= 0 ? last : index - 1;
    }
    const goal = options.tabs[goals[event.key] ?? -1];
    if (!goal) return;
    event.preventDefault();
    onSelect(goal.id);
    list.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tab-${goal.id}`)}`)?.focus();
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${options.label} @keydown=${onKeydown}>
      ${options.tabs.map(
        (tab) => html`<button
          class="tab"
          part="tab"
          type="button"
          role="tab"
          id="${id}-tab-${tab.id}"
          aria-selected=${tab.id === selected ? 'true' : 'false'}
          aria-controls="${id}-panel"
          tabindex=${tab.id === selected ? '0' : '-1'}
          @click=${() => onSelect(tab.id)}
        >
          ${tab.label}${tab.count === undefined ? nothing : html` <span class="muted">${tab.count}</span>`}
        </button>`,
      )}
    </div>
    <div class="tab-panel" role="tabpanel" id="${id}-panel" aria-labelledby="${id}-tab-${selected}" tabindex="0">
      ${options.panel(selected)}
    </div>`;
}

/** Native details: why this matters, more filters. */
export function disclosure(options: {
  summary: string;
  body: unknown;
  open?: boolean;
  onToggle?: (open: boolean) => void;
}): TemplateResult {
  const toggled = (event: Event): void => options.onToggle?.((event.target as HTMLDetailsElement).open);
  return html`<details class="disclosure" part="disclosure" ?open=${options.open ?? false} @toggle=${toggled}>
    <summary>${icon(chevronRightIcon)}<span>${options.summary}</span></summary>
    <div class="disclosure-body">${options.body}</div>
  </details>`;
}
