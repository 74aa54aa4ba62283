/** A movement of the account from which the demonstration pays. */
export interface BankMovement {
  readonly direction: 'DBIT' | 'CRDT';
  readonly amountCents: number;
  readonly bankReference: string;
  /** What our order named; empty for what others transfer. */
  readonly endToEndId: string;
  readonly structured: string;
  readonly name: string;
  readonly iban: string;
}

export interface BankDay {
  readonly account: string;
  readonly number: number;
  readonly on: string;
  readonly openingCents: number;
  readonly movements: readonly BankMovement[];
}

const euros = (amountCents: number) => (amountCents / 100).toFixed(2);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const balance = (kind: 'OPBD' | 'CLBD', amountCents: number, on: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(amountCents)}</Amt>` +
  `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;

function entry(
  { direction, amountCents, bankReference, endToEndId, structured, name, iban }: BankMovement,
  on: string,
) {
  const side = direction === 'DBIT' ? 'Cdtr' : 'Dbtr';
  const remittance =
    structured === '' ? '' : `<RmtInf><Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd></RmtInf>`;
  return `<Ntry><Amt Ccy="EUR">${euros(amountCents)}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>${bankReference}</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId || 'NOTPROVIDED'}</EndToEndId></Refs>
<RltdPties><${side}><Pty><Nm>${escaped(name)}</Nm></Pty></${side}><${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct></RltdPties>
${remittance}</TxDtls></NtryDtls></Ntry>`;
}

/** The statement of one day as a bank sends it (camt.053.001.08); its closing balance is what the movements make. */
export function bankFile({ account, number, on, openingCents, movements }: BankDay): string {
  const moved = movements.reduce(
    (sum, { direction, amountCents }) => sum + (direction === 'CRDT' ? amountCents : -amountCents),
    0,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>${on}-${number}</MsgId><CreDtTm>${on}T20:15:00</CreDtTm></GrpHdr>
<Stmt><Id>${on.slice(0, 4)}-${String(number).padStart(3, '0')}</Id>
<FrToDt><FrDtTm>${on}T00:00:00</FrDtTm><ToDtTm>${on}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', openingCents, on)}
${balance('CLBD', openingCents + moved, on)}
${movements.map((movement) => entry(movement, on)).join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
}
