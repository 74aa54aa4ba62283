import { applications } from '@commonlot/contracts';
import type { UploadItem } from '@commonlot/ui';
import { apiPath } from '../../shared/api/request';
import type { Attachment } from './records';

/** A file that has arrived, as a row of a list of files. */
export function attachmentItem(applicationId: string, file: Attachment): UploadItem {
  const { fileId, name, sizeBytes, scanState } = file;
  return {
    id: fileId,
    name,
    sizeBytes,
    state: scanState === 'infected' ? 'refused' : 'ready',
    notScanned: scanState === 'not-scanned',
    href: apiPath(applications.readApplicationFile, { params: { applicationId, fileId } }),
  };
}
