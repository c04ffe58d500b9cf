import createClient from 'openapi-fetch';
import { page } from '../../portal/src/page.ts';
import { nothing } from './nowhere.ts';
export const climbs = [createClient, page, nothing];
