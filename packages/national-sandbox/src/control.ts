import type { FastifyInstance } from 'fastify';
import { type FaultOrder, type Faults, INSI_FAULTS, noFaults, orderFaults } from './faults.ts';
import type { InsiCall } from './insi/routes.ts';

const orderSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    insi: {
      type: 'object',
      additionalProperties: false,
      required: ['mode'],
      properties: {
        mode: { enum: [...INSI_FAULTS] },
        delayMs: { type: 'integer', minimum: 0, maximum: 120_000 },
        times: { type: 'integer', minimum: 1 },
      },
    },
    proSanteConnect: {
      type: 'object',
      additionalProperties: false,
      required: ['acr'],
      properties: { acr: { type: 'string', maxLength: 50 } },
    },
    mail: {
      type: 'object',
      additionalProperties: false,
      required: ['refuse'],
      properties: { refuse: { type: 'boolean' } },
    },
  },
} as const;

export const CONTROL_PATH = '/pannes';

/**
 * Breaks a service on purpose, for tests and demonstrations. JSON only, so that a page of another origin cannot
 * order anything without a preflight, which is never granted.
 */
export function controlRoutes(app: FastifyInstance, faults: Faults, calls: readonly InsiCall[]): void {
  app.get(CONTROL_PATH, () => faults);
  app.post<{ Body: FaultOrder }>(CONTROL_PATH, { schema: { body: orderSchema } }, (request) => {
    orderFaults(faults, request.body);
    return faults;
  });
  app.delete(CONTROL_PATH, (_request, reply) => {
    Object.assign(faults, noFaults());
    return reply.status(204).send();
  });
  app.get(`${CONTROL_PATH}/insi`, () => calls);
}
