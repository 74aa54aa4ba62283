import { z } from 'zod';
import { centsField } from '../fields.js';

/** The figures of a plan line; committed includes what is paid. allocated = available + reserved + committed. */
export const lineFigures = z.object({
  allocatedCents: centsField,
  reservedCents: centsField,
  committedCents: centsField,
  paidCents: centsField,
  availableCents: centsField,
});
