export { createMailer, type Mail, MailError, type MailFailure, type Mailer, SmtpMailer } from './mailer.ts';
export { type MailSettings, readMailSettings } from './settings.ts';
