import { workspace as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Handles, Input, Reply, sendDownload } from '../platform/index.js';
import { BeneficiaryQueries } from './beneficiary.queries.js';
import { DashboardQueries } from './dashboard/dashboard.queries.js';
import { HistoryQueries } from './history.queries.js';
import { ReadLedgerExport } from './ledger-export/read-ledger-export.js';
import { MarkNoticesRead } from './mark-notices-read.js';
import { NoticesQueries } from './notices.queries.js';
import { SearchQueries } from './search.queries.js';
import { WorkListQueries } from './work-list.queries.js';

@Controller()
export class WorkspaceController {
  constructor(
    private readonly workList: WorkListQueries,
    private readonly search: SearchQueries,
    private readonly history: HistoryQueries,
    private readonly notices: NoticesQueries,
    private readonly markNoticesRead: MarkNoticesRead,
    private readonly ledgerExport: ReadLedgerExport,
    private readonly dashboard: DashboardQueries,
    private readonly beneficiaries: BeneficiaryQueries,
  ) {}

  @Handles(contract.readWorkList)
  readWorkList(@ActorParam() actor: Actor) {
    return this.workList.read(actor);
  }

  @Handles(contract.searchWorkspace)
  searchWorkspace(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.searchWorkspace>) {
    return this.search.search(actor, input);
  }

  @Handles(contract.readHistory)
  readHistory(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readHistory>) {
    return this.history.read(actor, input);
  }

  @Handles(contract.listNotices)
  listNotices(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.listNotices>) {
    return this.notices.list(actor, input);
  }

  @Handles(contract.markNoticesRead)
  markRead(@ActorParam() actor: Actor) {
    return this.markNoticesRead.execute(actor);
  }

  @Handles(contract.listOutgoingMail)
  listOutgoingMail(@Input() input: InputOf<typeof contract.listOutgoingMail>) {
    return this.notices.outgoingMail(input);
  }

  @Handles(contract.readLedgerExport)
  async readLedgerExport(
    @ActorParam() actor: Actor,
    @Input() { params }: InputOf<typeof contract.readLedgerExport>,
    @Reply() reply: FastifyReply,
  ) {
    const { name, stream } = await this.ledgerExport.execute(actor, params.year);
    return sendDownload(reply, { name, mediaType: 'application/zip', sizeBytes: null, stream });
  }

  @Handles(contract.readDashboard)
  readDashboard(@ActorParam() actor: Actor, @Input() { query }: InputOf<typeof contract.readDashboard>) {
    return this.dashboard.read(actor, query.year);
  }

  @Handles(contract.readBeneficiaryStatement)
  readBeneficiary(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readBeneficiaryStatement>) {
    return this.beneficiaries.statement(actor, input);
  }

  @Handles(contract.listBeneficiaryEntries)
  listBeneficiaryEntries(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.listBeneficiaryEntries>) {
    return this.beneficiaries.entries(actor, input);
  }
}
