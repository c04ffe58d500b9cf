// A page of React 19 as an integrator writes it: no wrapper, no adapter. `createElement` is what JSX becomes.
import '@spico/elements/define/provider';
import '@spico/elements/define/patient-search';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

const { apiBase, patients } = globalThis.host;

function Chart() {
  const [open, setOpen] = useState(0);
  const [heard, setHeard] = useState('');
  return createElement(
    'main',
    null,
    createElement('button', { type: 'button', onClick: () => setOpen(1) }, 'Patient suivant'),
    createElement('output', { id: 'heard' }, heard),
    createElement(
      'spico-provider',
      {
        'api-base': apiBase,
        sandbox: 'nadia-haddad',
        patient: patients[open],
        'onspico-search-completed': ({ detail }) => setHeard(`${detail.outcome} ${detail.count}`),
        'onspico-create-record-request': (event) => event.preventDefault(),
      },
      createElement('spico-patient-search'),
    ),
  );
}

createRoot(document.getElementById('app')).render(createElement(Chart));
