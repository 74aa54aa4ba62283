import { z } from 'zod';

export const planStage = z.enum(['provisional', 'definitive']);
export const planState = z.enum(['draft', 'submitted', 'approved', 'in-force', 'superseded']);
