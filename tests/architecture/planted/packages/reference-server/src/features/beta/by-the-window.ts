import { repository } from '../alpha/alpha.repository.ts';
import { wire } from '../../../../../openapi/generated/schema.ts';
import { fastify } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
export const window = [repository, wire, fastify, sql, pg];
