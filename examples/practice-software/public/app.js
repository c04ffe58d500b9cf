/** The page of an invented practice software. Everything a vendor writes for SPICO is between the two rulers. */
const find = (id) => document.getElementById(id);
const session = await (await fetch('/qui')).json();

if (session.name === null) find('welcome').hidden = false;
else await openDesk();

async function openDesk() {
  find('desk').hidden = false;
  find('who').textContent = session.name;
  const patients = await (await fetch('/patients.json')).json();
  for (const patient of patients) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: patient.label });
    button.addEventListener('click', () => openChart(patient, button));
    const item = document.createElement('li');
    item.append(button);
    find('patients').append(item);
  }
  startSpico();
}

function openChart(patient, button) {
  for (const other of document.querySelectorAll('#patients button')) other.removeAttribute('aria-current');
  button.setAttribute('aria-current', 'true');
  find('chart-title').textContent = patient.label;
  find('chart-facts').replaceChildren(
    ...Object.entries(patient.facts).flatMap(([term, fact]) => [
      Object.assign(document.createElement('dt'), { textContent: term }),
      Object.assign(document.createElement('dd'), { textContent: fact }),
    ]),
  );
  showSearch();
  spico().patient = patient.identity;
}

// ── SPICO ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function spico() {
  return find('spico');
}

function startSpico() {
  // Called once for any number of widgets, and again after sleep. The token stays in memory.
  spico().getToken = async () => {
    const answer = await fetch('/jeton-spico', { method: 'POST' });
    if (!answer.ok) throw new Error('sign-in needed');
    return (await answer.json()).token;
  };
  // A record was reached, whichever way: show it here rather than leaving this software.
  spico().addEventListener('spico-open-record-request', (event) => {
    event.preventDefault();
    showRecord(event.detail.recordId);
  });
  // The sign-in has run out. It is renewed in another tab, so that nothing typed here is lost.
  spico().addEventListener('spico-session-expired', () => (find('again').hidden = false));
  document.addEventListener('visibilitychange', resumeSpico);
  find('back').addEventListener('click', showSearch);
}

async function resumeSpico() {
  if (document.hidden || find('again').hidden) return;
  const { name } = await (await fetch('/qui')).json();
  if (name === null) return;
  find('again').hidden = true;
  spico().resume();
}

function showRecord(recordId) {
  for (const id of ['band', 'circle']) find(id).setAttribute('record-id', recordId);
  find('way').hidden = true;
  find('record').hidden = false;
}

function showSearch() {
  find('record').hidden = true;
  find('way').hidden = false;
  for (const id of ['band', 'circle']) find(id).removeAttribute('record-id');
}

// ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
