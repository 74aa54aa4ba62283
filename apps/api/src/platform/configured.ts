import type { Config } from './config.js';
import type { FileStore } from './files-store.js';
import { type Metrics, NoMetrics } from './metrics.js';
import { NoTracing, type Tracing } from './tracing.js';

/** The bucket of S3_BUCKET, else the folder FILES_DIRECTORY. The library for buckets is loaded only where there is one. */
export async function openFileStore(config: Config): Promise<FileStore> {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION } = config;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    const { FolderStore } = await import('./files-in-folder.js');
    return new FolderStore(config.FILES_DIRECTORY);
  }
  const { BucketStore } = await import('./files-in-bucket.js');
  return new BucketStore({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  });
}

/** Tracing as it is configured. The libraries are loaded only where there is a collector. */
export async function openTracing(config: Config): Promise<Tracing> {
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return new NoTracing();
  const { OtlpTracing } = await import('./tracing-otlp.js');
  return new OtlpTracing(config.OTEL_EXPORTER_OTLP_ENDPOINT, config.OTEL_SERVICE_NAME);
}

/** Metrics as they are configured. The library is loaded only where somebody may ask. */
export async function openMetrics(config: Config): Promise<Metrics> {
  if (config.METRICS_PORT === undefined) return new NoMetrics();
  const { PrometheusMetrics } = await import('./metrics-prometheus.js');
  return new PrometheusMetrics();
}
