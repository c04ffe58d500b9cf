/** Where the person is. Addresses hold opaque ids only: nothing personal ever stands in a URL. */
export type Place =
  | { readonly page: 'patients' }
  | { readonly page: 'search' }
  /** Where Pro Santé Connect comes back to when the work waits in another tab. */
  | { readonly page: 'signed-in' }
  | { readonly page: 'record'; readonly recordId: string; readonly section: RecordSection }
  | { readonly page: 'unknown' };

export const recordSections = ['overview', 'identity', 'circle', 'journal'] as const;
export type RecordSection = (typeof recordSections)[number];

const RECORD = /^\/records\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/(\w+))?$/;

export function placeOf(pathname: string): Place {
  if (pathname === '/' || pathname === '/patients') return { page: 'patients' };
  if (pathname === '/search') return { page: 'search' };
  if (pathname === '/signed-in') return { page: 'signed-in' };
  const [, recordId, section = 'overview'] = RECORD.exec(pathname) ?? [];
  const known = recordSections.find((each) => each === section);
  return recordId && known ? { page: 'record', recordId, section: known } : { page: 'unknown' };
}

export function pathOf(place: Place): string {
  if (place.page !== 'record') return place.page === 'unknown' ? '/patients' : `/${place.page}`;
  return `/records/${place.recordId}${place.section === 'overview' ? '' : `/${place.section}`}`;
}

/** Follows links inside the portal and the browser's own back and forward. */
export class Router {
  readonly #changed: () => void;
  place: Place = placeOf(location.pathname);

  constructor(changed: () => void) {
    this.#changed = changed;
    addEventListener('popstate', this.#read);
  }

  go(place: Place): void {
    history.pushState(null, '', pathOf(place));
    this.#read();
    scrollTo(0, 0);
  }

  /** For `@click` of a link: a plain click stays here, any other is the browser's. */
  readonly follow = (event: MouseEvent): void => {
    const link = (event.currentTarget as HTMLAnchorElement | null)?.pathname;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(placeOf(link));
  };

  readonly #read = (): void => {
    this.place = placeOf(location.pathname);
    this.#changed();
  };
}
