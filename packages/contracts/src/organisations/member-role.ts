import { memberRoles } from '@commonlot/domain';
import { z } from 'zod';
import { id } from '../fields.js';

export const memberRole = z.enum(memberRoles);
export const ofOrganisation = z.strictObject({ organisationId: id });
