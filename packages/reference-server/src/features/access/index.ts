/** The ways into a record that a search found: self-enrolment, break-glass, asking to be added; and their notices. */
import type { Feature } from '../../app.ts';
import { accessHandlers } from './access.routes.ts';
import { sendNotices } from './notices.ts';

export const access: Feature = { handlers: accessHandlers, jobs: (deps) => [sendNotices(deps)] };
