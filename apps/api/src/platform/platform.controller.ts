import { type AnswerOf, platform as contract } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Controller, Inject } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { Database } from './database.js';
import { Handles } from './http/handles.js';
import { openApiDocument } from './http/openapi.js';

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
    try {
      await this.database.rows('SELECT 1');
    } catch {
      throw new Problem('service.unavailable');
    }
    return { status: 'up' };
  }

  /** Made once: turning a hundred contracts into schemas takes a tenth of a second of the processor. */
  @Handles(contract.readOpenApi)
  openApi(): AnswerOf<typeof contract.readOpenApi> {
    this.description ??= openApiDocument(this.config.PUBLIC_URL);
    return this.description;
  }

  private description: AnswerOf<typeof contract.readOpenApi> | undefined;
}
