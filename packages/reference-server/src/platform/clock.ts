/**
 * The moment of the transaction, read from the database together with the actor: every node agrees, and a node whose own
 * clock is wrong decides nothing (quality B4). Tests move it with `advanceClock`; SQL reads the same one as `spico_now()`.
 */
export interface Clock {
  /** The instant the transaction began. */
  now(): Date;
  /** The civil date in Paris, `YYYY-MM-DD`: births, deaths and consents are dated by the calendar on the wall. */
  today(): string;
}

const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** A clock that stands still at `instant`. */
export function clockAt(instant: Date): Clock {
  return { now: () => new Date(instant), today: () => paris.format(instant) };
}
