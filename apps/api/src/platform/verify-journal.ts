import { type SealedEntry, sealedEntryColumns, sealOf } from './journal-chain.js';

/** Of an entry that is gone every column of the journal is null. */
type Seal = SealedEntry & { readonly journalId: string; readonly isGone: boolean; readonly hash: string };

type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>;

export interface JournalReport {
  readonly entries: number;
  /** `number:hash` of the last seal; empty when nothing was sealed yet. */
  readonly anchor: string;
  /** Entries that were committed since the last sealing. */
  readonly waiting: number;
  /** What is wrong, the first ten in the order of the chain; empty when the journal is what was sealed. */
  readonly faults: readonly string[];
}

const page = 5_000;
const mostFaults = 10;
/** As many as `seal_journal` seals at once. */
const fullBatch = 10_000;
/** A transaction may be that much older than the sealing after its commit. */
const slackMs = 15 * 60_000;

/**
 * Does every sum of the chain again, outside the database. `anchors` are heads that were written down elsewhere (the
 * log, a back-up), as `number:hash`: only they tell that the tail was cut or the whole chain made anew.
 */
export async function verifyJournal(rows: Rows, anchors: readonly string[] = []): Promise<JournalReport> {
  const faults: string[] = [];
  const wanted = anchorsByNumber(anchors);
  let previous: Previous = { number: 0n, hash: '', sealedAt: '', batchSize: 0, batchBefore: '' };
  let isRead = false;
  while (!isRead && faults.length < mostFaults) {
    const seals = await rows<Seal>(
      `SELECT ${sealedEntryColumns}, s.journal_id::text AS "journalId", j.id IS NULL AS "isGone", s.hash
       FROM journal_seal s LEFT JOIN journal j ON j.id = s.journal_id WHERE s.number > $1 ORDER BY s.number LIMIT ${page}`,
      [String(previous.number)],
    );
    for (const seal of seals) {
      const batch = batchOf(seal, previous);
      faults.push(...faultsOf(seal, { ...previous, ...batch }, wanted));
      previous = { number: BigInt(seal.number), hash: seal.hash, sealedAt: seal.sealedAt, ...batch };
      wanted.delete(seal.number);
    }
    isRead = seals.length < page;
  }
  if (isRead)
    for (const [number] of wanted) faults.push(`The chain ends at ${previous.number}, before the anchor ${number}.`);
  const [loose] = await rows<{ id: string | null; waiting: string }>(
    `SELECT (SELECT count(*) FROM journal_unsealed)::text AS waiting, (SELECT min(j.id)::text FROM journal j
       WHERE NOT EXISTS (SELECT 1 FROM journal_seal s WHERE s.journal_id = j.id)
         AND NOT EXISTS (SELECT 1 FROM journal_unsealed u WHERE u.journal_id = j.id)) AS id`,
  );
  if (loose?.id) faults.push(`Journal entry ${loose.id} has no seal and waits for none.`);
  return {
    entries: Number(previous.number),
    anchor: previous.number === 0n ? '' : `${previous.number}:${previous.hash}`,
    waiting: Number(loose?.waiting ?? 0),
    faults: faults.slice(0, mostFaults),
  };
}

/** What was read before a seal. */
interface Previous {
  readonly number: bigint;
  readonly hash: string;
  readonly sealedAt: string;
  /** How many of the same sealing were read. */
  readonly batchSize: number;
  /** When everything that waited had been sealed the last time; what is written earlier cannot come after that. */
  readonly batchBefore: string;
}

function batchOf(seal: Seal, previous: Previous): Pick<Previous, 'batchSize' | 'batchBefore'> {
  const { batchSize, batchBefore } = previous;
  if (seal.sealedAt === previous.sealedAt) return { batchSize: batchSize + 1, batchBefore };
  // A full batch may have left some waiting.
  return { batchSize: 1, batchBefore: batchSize >= fullBatch ? batchBefore : previous.sealedAt };
}

function faultsOf(seal: Seal, previous: Previous, anchors: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const { number, journalId } = seal;
  if (BigInt(number) !== previous.number + 1n) faults.push(`Seal ${previous.number + 1n} is missing.`);
  const anchor = anchors.get(number);
  if (anchor !== undefined && anchor !== seal.hash) faults.push(`Seal ${number} is not the one that was anchored.`);
  if (seal.isGone) return [...faults, `Seal ${number}: journal entry ${journalId} is gone.`];
  if (sealOf(previous.hash, seal) !== seal.hash) {
    return [...faults, `Seal ${number}: journal entry ${journalId} (${seal.type}) is not what was sealed.`];
  }
  if (seal.sealedAt < previous.sealedAt) faults.push(`Seal ${number} is dated before the one before it.`);
  if (previous.batchBefore !== '' && instant(seal.writtenAt) < instant(previous.batchBefore) - slackMs) {
    faults.push(`Seal ${number}: journal entry ${journalId} (${seal.type}) is dated back to ${seal.writtenAt}.`);
  }
  return faults;
}

const instant = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);

function anchorsByNumber(anchors: readonly string[]): Map<string, string> {
  return new Map(
    anchors.map((anchor) => {
      const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(anchor) ?? [];
      if (number === undefined || hash === undefined) throw new Error(`"${anchor}" is no anchor (number:hash).`);
      return [number, hash];
    }),
  );
}

/** One line for a journal that is what was sealed; throws for any other. */
export function sentenceOf({ entries, anchor, waiting, faults }: JournalReport): string {
  if (faults.length > 0) throw new Error(`The journal is not what was sealed.\n${faults.join('\n')}`);
  return `The journal holds ${entries} sealed entries (${waiting} wait); anchor ${anchor || 'none yet'}.`;
}
