import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { logContext } from './log-context.js';
import { withoutPersonalData } from './log-redaction.js';

/**
 * Structured log lines, one JSON object each. Ids and codes only: no names, addresses or texts of people. What slips in
 * all the same with the words of an error (an address, an account, a token) is blanked.
 */
@Injectable()
export class Log {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  info(event: string, data: Record<string, unknown> = {}): void {
    this.write('info', event, data);
  }

  error(event: string, data: Record<string, unknown> & { error?: unknown } = {}): void {
    const { error, ...rest } = data;
    const stack = error instanceof Error ? error.stack : error === undefined ? undefined : String(error);
    this.write('error', event, { ...rest, stack });
  }

  private write(level: string, event: string, data: Record<string, unknown>): void {
    if (this.config.LOG === 'off' && level !== 'error') return;
    const { span: _, ...context } = logContext.getStore() ?? {};
    const line = { level, event, at: new Date(Date.now()).toISOString(), ...context, ...data };
    process.stdout.write(`${withoutPersonalData(asOneLine(line))}\n`);
  }
}

/**
 * As JSON in one line, whatever the texts say. JSON escapes the control characters of ASCII; those beyond it, which
 * terminals obey as well, and the marks that turn the direction of a text are written by their number too.
 */
function asOneLine(line: object): string {
  return JSON.stringify(line).replaceAll(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
