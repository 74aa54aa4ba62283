import type { Readable } from 'node:stream';
import type { applications, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, Files } from '../platform/index.js';
import { withoutConflict } from './conflict-of-interest.js';

interface FoundFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly isInfected: boolean;
}

/**
 * Opens a file for its organisation, for staff once it was sent, and for reviewers who have declared that they have no
 * conflict. For everybody else, and when it was removed, it does not exist; an infected one opens for nobody.
 */
@Injectable()
export class ReadApplicationFile {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async execute(
    actor: Actor,
    { params }: InputOf<typeof applications.readApplicationFile>,
  ): Promise<FoundFile & { readonly stream: Readable }> {
    const file = await this.database.row<FoundFile>(
      `SELECT s.name, s.media_type AS "mediaType", s.size_bytes AS "sizeBytes",
         s.scan_state = 'infected' AS "isInfected"
       FROM application_file f JOIN stored_file s ON s.id = f.file_id JOIN application a ON a.id = f.application_id
       WHERE f.application_id = $1 AND f.file_id = $2 AND f.removed_at IS NULL AND (
         EXISTS (SELECT 1 FROM organisation_member m WHERE m.organisation_id = a.organisation_id AND m.person_id = $3)
         OR ($4 AND a.submitted_at IS NOT NULL AND ${withoutConflict('a.id', '$3')})
         OR EXISTS (SELECT 1 FROM review_assignment r
           WHERE r.application_id = a.id AND r.reviewer_id = $3 AND r.state IN ('accepted', 'sent')))`,
      [params.applicationId, params.fileId, actor.personId, actor.permissions.has('application:read')],
    );
    if (file === null) throw new Problem('record.missing');
    if (file.isInfected) throw new Problem('file.infected');
    return { ...file, stream: await this.files.read(params.fileId) };
  }
}
