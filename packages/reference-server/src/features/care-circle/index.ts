/** Who shares a record. */
import type { Feature } from '../../app.ts';
import { careCircleHandlers } from './care-circle.routes.ts';

export const careCircle: Feature = { handlers: careCircleHandlers };
