/** The look of the widgets for the pages around them (the portal's shell): styles, a few templates, words. No tag. */
export { base } from './shared/styles/base.ts';
export { controls } from './shared/styles/controls.ts';
export { button } from './primitives/button.ts';
export { icon, type Icon } from './primitives/icon.ts';
export { notice } from './primitives/notice.ts';
export { textField } from './primitives/inputs.ts';
export { commonMessages, type Words } from './shared/locale/common.ts';
export {
  defineMessages,
  loadLocale,
  translator,
  type Messages,
  type Translate,
  type Translation,
} from './shared/locale/translate.ts';
export { problemMessage, problemMessages } from './shared/problem-message.ts';
export {
  arrowLeftIcon,
  chevronDownIcon,
  lockIcon,
  logInIcon,
  searchIcon,
  userIcon,
  userSearchIcon,
  usersIcon,
  mailIcon,
} from './shared/icons.generated.ts';
