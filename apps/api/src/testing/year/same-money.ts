import type { Game } from './game.js';
import type { Figures } from './model.js';

interface Row {
  readonly line_id: string;
  readonly allocated_cents: string;
  readonly reserved_cents: string;
  readonly committed_cents: string;
  readonly paid_cents: string;
  readonly available_cents: string;
}

const figuresOf = (row: Row): Figures => ({
  allocatedCents: Number(row.allocated_cents),
  reservedCents: Number(row.reserved_cents),
  committedCents: Number(row.committed_cents),
  paidCents: Number(row.paid_cents),
  availableCents: Number(row.available_cents),
});

/** Throws where the ledger says another amount of a line than what people did adds up to. */
export async function sameMoney({ api, model }: Game): Promise<void> {
  const rows = await api.sql<Row>('SELECT * FROM ledger_line');
  for (const line of model.lines) {
    const row = rows.find((one) => one.line_id === line.id);
    const [must, is] = [model.figures(line), row === undefined ? null : figuresOf(row)].map((one) =>
      JSON.stringify(one),
    );
    if (must !== is) throw new Error(`line ${line.code} must be ${must} and the ledger says ${is}`);
  }
}
