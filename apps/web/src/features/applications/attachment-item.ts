import { applications } from '@commonlot/contracts';
import type { UploadItem } from '@commonlot/ui';
import { apiPath } from '../../shared/api/request';
import type { Attachment } from './records';

const scans = { 'not-scanned': 'none', pending: 'waiting', infected: 'infected' } as const;

/** A file that has arrived, as a row of a list of files. An infected one opens for nobody and so has no link. */
export function attachmentItem(applicationId: string, file: Attachment): UploadItem {
  const { fileId, name, sizeBytes, scanState } = file;
  const isInfected = scanState === 'infected';
  return {
    id: fileId,
    name,
    sizeBytes,
    state: isInfected ? 'refused' : 'ready',
    ...(scanState === 'clean' ? {} : { scan: scans[scanState] }),
    ...(isInfected ? {} : { href: apiPath(applications.readApplicationFile, { params: { applicationId, fileId } }) }),
  };
}
