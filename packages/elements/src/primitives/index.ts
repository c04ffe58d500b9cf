/** Templates and controllers on native HTML; nothing here registers a tag. Styles: `shared/styles/controls.ts`. */
export * from './badge.ts';
export * from './button.ts';
export * from './combobox.ts';
export * from './countdown.ts';
export * from './date-field.ts';
export * from './dialog.ts';
export * from './facts.ts';
export * from './failure-panel.ts';
export * from './field.ts';
export * from './file-field.ts';
export * from './icon.ts';
export * from './inputs.ts';
export * from './notice.ts';
export * from './skeleton.ts';
export * from './table.ts';
export * from './tabs.ts';
export * from './weather.ts';
