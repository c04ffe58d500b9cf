/** An access that was just given. */
export interface GivenAccess {
  readonly recordId: string;
  readonly mode: 'self-enrolled' | 'break-glass';
  readonly since: Date;
  /** Break-glass: the first instant of refusal. */
  readonly until?: Date;
  /** By the database's clock. */
  readonly now: Date;
  /** How many are told by e-mail. */
  readonly notifiedMembers: number;
}
