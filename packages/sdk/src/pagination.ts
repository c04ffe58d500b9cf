import { clientError } from './errors.ts';

/** One page of a list as the contract gives it. */
export interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}

/** Where to begin and how much to take at a time. */
export interface PageQuery {
  /** Items per page, 1 to 200; the server's own choice (50) when absent. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** A list that is read as it is walked: item by item, or page by page. Nothing is asked before the first step. */
export interface Paged<Item, P extends Page<Item> = Page<Item>> extends AsyncIterable<Item> {
  /** Page by page, each with its `nextCursor`. */
  pages(): AsyncIterableIterator<P>;
  /** One page alone, the one at `cursor` (or the first): for a list with a "more" button. */
  page(): Promise<P>;
}

/** Makes the list from the reading of one page. */
export function paged<Item, P extends Page<Item>>(
  query: PageQuery,
  read: (query: { limit?: number; cursor?: string }) => Promise<P>,
): Paged<Item, P> {
  const { limit } = query;
  const readAt = (cursor: string | undefined) =>
    read({ ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) });

  async function* pages(): AsyncGenerator<P, undefined> {
    for (let cursor = query.cursor; ; ) {
      const page = await readAt(cursor);
      yield page;
      if (page.nextCursor === undefined) return;
      // A server that points back to where we are would make us read for ever.
      if (page.nextCursor === cursor) throw clientError('unexpected', 'unexpected-answer');
      cursor = page.nextCursor;
    }
  }

  return {
    pages,
    page: () => readAt(query.cursor),
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.items;
    },
  };
}
