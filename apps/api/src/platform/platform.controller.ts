import { setTimeout as pause } from 'node:timers/promises';
import { type AnswerOf, platform as contract } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Controller, Inject } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { Database } from './database.js';
import { Handles } from './http/handles.js';
import { openApiDocument } from './http/openapi.js';

const patienceMs = 3_000;

/** Health and the description of the interface. */
@Controller()
export class PlatformController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  @Handles(contract.readLiveness)
  live(): AnswerOf<typeof contract.readLiveness> {
    return { status: 'up' };
  }

  @Handles(contract.readReadiness)
  async ready(): Promise<AnswerOf<typeof contract.readReadiness>> {
    const answer = this.database.rows('SELECT 1').then(
      () => 'up' as const,
      () => null,
    );
    // When every connection is taken, or the database does not even refuse, others should be asked instead.
    const status = await Promise.race([answer, pause(patienceMs, null, { ref: false })]);
    if (status === null) throw new Problem('service.unavailable');
    return { status };
  }

  /** Made once: turning a hundred contracts into schemas takes a tenth of a second of the processor. */
  @Handles(contract.readOpenApi)
  openApi(): AnswerOf<typeof contract.readOpenApi> {
    this.description ??= openApiDocument(this.config.PUBLIC_URL);
    return this.description;
  }

  private description: AnswerOf<typeof contract.readOpenApi> | undefined;
}
