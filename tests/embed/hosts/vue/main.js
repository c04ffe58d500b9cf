// A page of Vue 3 as an integrator writes it: no wrapper, no plugin. `h` is what a template becomes.
import '@spico/elements/define/provider';
import '@spico/elements/define/patient-search';
import { createApp, h, ref } from 'vue';

const { apiBase, patients } = globalThis.host;

createApp({
  setup() {
    const open = ref(0);
    const heard = ref('');
    return () => [
      h('button', { type: 'button', onClick: () => (open.value = 1) }, 'Patient suivant'),
      h('output', { id: 'heard' }, heard.value),
      h(
        'spico-provider',
        {
          apiBase,
          sandbox: 'nadia-haddad',
          patient: patients[open.value],
          onSpicoSearchCompleted: ({ detail }) => (heard.value = `${detail.outcome} ${detail.count}`),
          onSpicoCreateRecordRequest: (event) => event.preventDefault(),
        },
        [h('spico-patient-search')],
      ),
    ];
  },
}).mount('#app');
