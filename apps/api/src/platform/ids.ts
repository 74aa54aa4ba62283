import { randomUUID } from 'node:crypto';

/** A new random id (version 4): tells nothing of time or order. */
export const newId = (): string => randomUUID();
