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
    S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    S3_REGION: z.string().min(1).default('us-east-1'),
    S3_BUCKET: z.string().min(3).max(63).optional(),
    S3_ACCESS_KEY: z.string().min(1).optional(),
    S3_SECRET_KEY: z.string().min(1).optional(),
    CLAMD_URL: z.url({ protocol: /^tcp$/ }).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).default('Commonlot <no-reply@commonlot.invalid>'),
    SESSION_HOURS: z.coerce.number().min(1).max(72).default(12),
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(120),
    NODE_TLS_REJECT_UNAUTHORIZED: z.string().optional(),
    LOG: z.enum(['on', 'off']).default('on'),
    METRICS_PORT: port.optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    OTEL_SERVICE_NAME: z.string().min(1).default('commonlot'),
  })
  .superRefine((values, context) => {
    const ofBucket = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;
    for (const name of ofBucket) {
      if (values[name] !== undefined || ofBucket.every((other) => values[other] === undefined)) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'is needed too, where files are kept in a bucket' });
    }
    if (values.METRICS_PORT !== undefined && values.METRICS_PORT !== 0 && values.METRICS_PORT === values.API_PORT) {
      context.addIssue({ code: 'custom', path: ['METRICS_PORT'], message: 'must not be the port of the API' });
    }
    if (values.COMMONLOT_MODE === 'production') {
      for (const name of unverified(values)) {
        context.addIssue({ code: 'custom', path: [name], message: 'must not switch off the check of certificates' });
      }
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

/** The settings by which a connection would be encrypted to whoever answers. */
function unverified(values: { NODE_TLS_REJECT_UNAUTHORIZED?: string; DATABASE_URL: string; SMTP_URL?: string }) {
  const urls = (['DATABASE_URL', 'SMTP_URL'] as const).filter((name) =>
    /[?&](?:sslmode=no-verify|rejectUnauthorized=(?:false|0)|tls\.rejectUnauthorized=(?:false|0))/i.test(
      values[name] ?? '',
    ),
  );
  return values.NODE_TLS_REJECT_UNAUTHORIZED === '0' ? [...urls, 'NODE_TLS_REJECT_UNAUTHORIZED'] : urls;
}

type Settings = z.output<typeof settings>;

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

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
