import { expect, it } from 'vitest';
import { Announcer } from './announce.ts';

function bench() {
  const said: string[] = [];
  const work = new Map<number, () => void>();
  let next = 0;
  const timers = {
    set: (job: () => void) => (work.set(++next, job), next),
    clear: (handle: unknown) => void work.delete(handle as number),
  };
  const runAll = (): void => {
    while (work.size > 0) {
      for (const [handle, job] of [...work]) {
        work.delete(handle);
        job();
      }
    }
  };
  return { said, runAll, announcer: new Announcer((text) => said.push(text), 350, timers) };
}

it('[F-206] says what comes together as one sentence, each part once', () => {
  const { said, runAll, announcer } = bench();
  announcer.announce('2 propositions');
  announcer.announce('2 propositions');
  announcer.announce('Albi sélectionné');
  runAll();
  expect(said.filter(Boolean)).toEqual(['2 propositions Albi sélectionné']);
});

it('[F-206] says the same sentence again later', () => {
  const { said, runAll, announcer } = bench();
  announcer.announce('Aucun résultat');
  runAll();
  announcer.announce('Aucun résultat');
  runAll();
  expect(said).toEqual(['', 'Aucun résultat', '', 'Aucun résultat']);
});

it('[F-202] says nothing of the former patient', () => {
  const { said, runAll, announcer } = bench();
  announcer.announce('Jeanne trouvée');
  announcer.clear();
  runAll();
  expect(said.filter(Boolean)).toEqual([]);
});
