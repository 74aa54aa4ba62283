import type { Config } from '../platform/config.js';
import { openFileStore } from '../platform/configured.js';
import { BytesMissing } from '../platform/files-store.js';
import { faultOf, filesWithBytes, refuseFaults } from './files-with-bytes.js';

/** Reads every file that a row names and compares its bytes with the sum that the row holds. Throws with what differs. */
export async function verifyFiles(config: Config): Promise<void> {
  const store = await openFileStore(config);
  const files = await filesWithBytes(config);
  const faults: string[] = [];
  for (const file of files) {
    const fault = await store.open(file.id).then(
      (stream) => faultOf(stream, file),
      (error: unknown) => {
        if (error instanceof BytesMissing) return 'no bytes';
        throw error;
      },
    );
    if (fault !== null) faults.push(`${file.id}: ${fault}`);
  }
  refuseFaults(faults, files.length);
  process.stdout.write(`All ${files.length} files have the bytes that were kept.\n`);
}
