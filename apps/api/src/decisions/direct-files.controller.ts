import { decisions as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { DirectFilesQueries } from './direct-files.queries.js';
import { ProposeDirectFile } from './propose-direct-file.js';
import { SaveDirectFile } from './save-direct-file.js';

@Controller()
export class DirectFilesController {
  constructor(
    private readonly saveDirectFile: SaveDirectFile,
    private readonly proposeDirectFile: ProposeDirectFile,
    private readonly queries: DirectFilesQueries,
  ) {}

  @Handles(contract.listDirectFiles)
  list(@Input() input: InputOf<typeof contract.listDirectFiles>) {
    return this.queries.list(input);
  }

  @Handles(contract.readDirectFile)
  read(@Input() input: InputOf<typeof contract.readDirectFile>) {
    return this.queries.read(input);
  }

  @Handles(contract.createDirectFile)
  create(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.createDirectFile>) {
    return this.saveDirectFile.create(actor, input);
  }

  @Handles(contract.saveDirectFile)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.saveDirectFile>) {
    return this.saveDirectFile.save(actor, input);
  }

  @Handles(contract.proposeDirectFile)
  propose(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.proposeDirectFile>) {
    return this.proposeDirectFile.execute(actor, input);
  }
}
