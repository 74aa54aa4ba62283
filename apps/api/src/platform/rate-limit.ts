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

  /**
   * Remembers `bucket` for so many days. It is a window that begins when it is to be forgotten, and is swept away after
   * that like every other.
   */
  async remember(bucket: string, days: number): Promise<void> {
    await this.source.query(
      `INSERT INTO rate_window (bucket, window_start, hits)
       VALUES ($1, date_trunc('day', clock_timestamp()) + make_interval(days => $2), 1) ON CONFLICT DO NOTHING`,
      [bucket, days],
    );
  }

  async remembers(bucket: string): Promise<boolean> {
    const rows = (await this.source.query(
      'SELECT 1 FROM rate_window WHERE bucket = $1 AND window_start > clock_timestamp() LIMIT 1',
      [bucket],
    )) as unknown[];
    return rows.length > 0;
  }
}
