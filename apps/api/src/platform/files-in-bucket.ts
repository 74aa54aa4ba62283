import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { BytesMissing, FileStore, isFileId, type KeptFile, keyOf, type SpooledFile } from './files-store.js';

const ignore = () => undefined;

interface Bucket {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** How long a silent store is waited for. */
  readonly patienceMs?: number;
}

/** Files as objects of a bucket of any store that speaks the protocol of S3. */
export class BucketStore extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, region, bucket, accessKey, secretKey, patienceMs = 30_000 }: Bucket) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      // Most stores other than Amazon's know no host name for each bucket.
      forcePathStyle: true,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // By default the library puts checksums into the body, which older stores keep as part of the file.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // It would write its own words to the console; what fails is thrown, and logged by who asked.
      logger: { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore },
      requestHandler: { connectionTimeout: Math.min(5_000, patienceMs), socketTimeout: patienceMs },
    });
  }

  /** The store compares the sum where it knows how to; either way it takes the object whole or not at all. */
  async settle(id: string, file: SpooledFile): Promise<void> {
    await this.client.send(
      new PutObjectCommand({
        Bucket: this.bucket,
        Key: keyOf(id),
        Body: createReadStream(file.path),
        ContentLength: file.sizeBytes,
        ContentType: 'application/octet-stream',
        ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
      }),
    );
    await rm(file.path, { force: true });
  }

  async open(id: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: keyOf(id) }));
      return Body as Readable;
    } catch (error) {
      throw statusOf(error) === 404 ? new BytesMissing(id) : error;
    }
  }

  async remove(id: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: keyOf(id) }));
  }

  async *list(): AsyncIterable<KeptFile> {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket })) {
      for (const { Key = '', LastModified } of Contents) {
        const id = Key.slice(3);
        if (isFileId(id) && Key === keyOf(id) && LastModified !== undefined) yield { id, keptAt: LastModified };
      }
    }
  }

  async prepare(): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      await this.client.send(new CreateBucketCommand({ Bucket: this.bucket }));
    }
  }
}

const statusOf = (error: unknown) => (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
