import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';

/**
 * The time that the demonstration shows. In production there is none: the database's clock alone decides. The seed moves
 * it through a year, so that every record was made by the use cases at a believable hour.
 */
@Injectable()
export class Clock {
  private instant: Date | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The shown instant, or null for the database's own clock. */
  shown(): Date | null {
    return this.instant;
  }

  /** Moves the demonstration clock; null goes back to the real one. Throws in production. */
  set(instant: Date | null): void {
    if (!this.config.isDemonstration) throw new Error('The clock of a production system cannot be moved.');
    this.instant = instant;
  }
}
