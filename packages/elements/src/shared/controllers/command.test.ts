import { describe, expect, it } from 'vitest';
import { Command } from './command.ts';

function server(answers: (() => Promise<string>)[]) {
  const keys: string[] = [];
  const deed = (_input: unknown, { idempotencyKey }: { idempotencyKey: string }): Promise<string> => {
    keys.push(idempotencyKey);
    return (answers.shift() ?? (() => Promise.resolve('done')))();
  };
  return { keys, deed };
}
const failure = (facts: object): Error => Object.assign(new Error(), facts);
const networkLost = () => Promise.reject(failure({ kind: 'offline', code: 'network', retryable: true }));
const alreadyThere = () =>
  Promise.reject(failure({ kind: 'conflict', code: 'already-member', status: 409, retryable: false }));

describe('a write', () => {
  it('is sent once when the button is pressed twice', async () => {
    const { keys, deed } = server([]);
    const command = new Command(deed);
    const [a, b] = await Promise.all([command.run({ name: 'Nadia' }), command.run({ name: 'Nadia' })]);
    expect([a, b, keys.length]).toEqual(['done', 'done', 1]);
  });

  it('keeps its key when the network was lost: nobody knows whether the server had it', async () => {
    const { keys, deed } = server([networkLost]);
    const command = new Command(deed);
    await command.run({ name: 'Nadia' });
    expect(command.state).toMatchObject({ status: 'failed', weather: 'offline' });
    await command.retry();
    expect(keys[1]).toBe(keys[0]);
    expect(command.state).toEqual({ status: 'done', result: 'done' });
  });

  it('takes a new key when the intent has changed', async () => {
    const { keys, deed } = server([networkLost]);
    const command = new Command(deed);
    await command.run({ name: 'Nadia' });
    await command.run({ name: 'Nadège' });
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('takes a new key once the server has decided, yes or no', async () => {
    const { keys, deed } = server([alreadyThere]);
    const command = new Command(deed);
    await command.run({ name: 'Nadia' });
    await command.run({ name: 'Nadia' });
    await command.run({ name: 'Nadia' });
    expect(new Set(keys).size).toBe(3);
  });

  it('[F-202] of the former patient finishes unseen', async () => {
    let finish = (_: string): void => {};
    const command = new Command(() => new Promise<string>((resolve) => (finish = resolve)));
    const run = command.run({ name: 'Jeanne' });
    command.detach();
    finish('created');
    expect(await run).toBe('created');
    expect(command.state).toEqual({ status: 'idle' });
  });
});
