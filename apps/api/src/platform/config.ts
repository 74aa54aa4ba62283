import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/**
 * Every setting of the API and the worker. Nothing else reads the environment. `docs/configuration.md` lists them; a
 * test compares the two.
 */
const settings = z
  .object({
    COMMONLOT_MODE: z.enum(['production', 'demonstration', 'test']).default('production'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: port.default(3001),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
    FILES_DIRECTORY: z.string().min(1).default('.commonlot/files'),
    MAX_FILE_BYTES: z.coerce.number().int().min(1024).max(10_737_418_240).default(26_214_400),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).default('Commonlot <no-reply@commonlot.invalid>'),
    SESSION_HOURS: z.coerce.number().min(1).max(72).default(12),
    LOG: z.enum(['on', 'off']).default('on'),
  })
  .superRefine((values, context) => {
    if (values.COMMONLOT_MODE === 'production') {
      if (values.SMTP_URL === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['SMTP_URL'],
          message: 'is needed in production, so that mail reaches people',
        });
      }
      if (!values.PUBLIC_URL.startsWith('https://')) {
        context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'must begin with https:// in production' });
      }
    }
  });

type Settings = z.output<typeof settings>;

/** The configuration, frozen. `isDemonstration` opens seed, persona sign-in and the mail page; production never has it. */
export interface Config extends Readonly<Settings> {
  readonly isDemonstration: boolean;
}

/** Reads the configuration; throws one sentence that names each wrong setting. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const known = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settings.safeParse(known);
  if (!result.success) {
    const list = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`The configuration is not right: ${list}.`);
  }
  return Object.freeze({
    ...result.data,
    FILES_DIRECTORY: resolve(result.data.FILES_DIRECTORY),
    isDemonstration: result.data.COMMONLOT_MODE !== 'production',
  });
}

export const CONFIG = Symbol('configuration');
