import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Counts in the database, so that the limit holds over all API processes. */
@Injectable()
export class RateLimit {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Counts one use of `bucket` in the current window of `seconds`. Throws `request.too-many` above `limit`.
   * It is a statement of its own, so that a use case that fails still counts.
   */
  async use(bucket: string, limit: number, seconds: number): Promise<void> {
    const [row] = (await this.source.query(
      `INSERT INTO rate_window AS w (bucket, window_start, hits)
       VALUES ($1, to_timestamp(floor(extract(epoch FROM clock_timestamp()) / $2) * $2), 1)
       ON CONFLICT (bucket, window_start) DO UPDATE SET hits = w.hits + 1
       RETURNING hits, ceil($2 - (extract(epoch FROM clock_timestamp()) - extract(epoch FROM window_start)))::int AS wait`,
      [bucket, seconds],
    )) as { hits: number; wait: number }[];
    if (row !== undefined && row.hits > limit)
      throw new Problem('request.too-many', { retryAfterSeconds: Math.max(1, row.wait) });
  }
}
