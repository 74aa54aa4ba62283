import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';

/** Structured log lines, one JSON object each. Ids and codes only: no names, addresses or texts of people. */
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
    // JSON escapes line breaks and control characters, so that no text can forge a second line.
    process.stdout.write(`${JSON.stringify({ level, event, at: new Date(Date.now()).toISOString(), ...data })}\n`);
  }
}
