#!/usr/bin/env node
/**
 * Verifies an export of a year's ledger. It is for auditors: it needs Node 20 or later and nothing else, asks no server,
 * and shares no code with the system that wrote the export. Every check is written here once more, from the rules.
 *
 *   node verify-export.mjs ledger-2026.zip        (or the folder that it was unpacked to)
 *
 * Prints what was checked. Exit code 0: the export is whole and its sums hold. 1: it is not, and the first fault is
 * named with its file, its row (the heading is row 1) and what was expected. 2: nothing could be read.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

class Fault extends Error {
  constructor(file, row, expected, found) {
    const place = row === null ? file : `${file}, row ${row}`;
    super(`${place}: expected ${expected}, found ${found}`);
  }
}

/** Throws unless `found` is what was expected; `what` says in words what is compared. */
function must(isRight, file, row, expected, found) {
  if (!isRight) throw new Fault(file, row, expected, found === '' ? 'nothing' : found);
}

// The archive or the folder.

const archiveName = 'the archive';

function filesOf(path) {
  if (!statSync(path).isDirectory()) return unzip(readFileSync(path));
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
}

/** The files of a ZIP archive by its table of contents, which stands at its end. */
function unzip(bytes) {
  const files = new Map();
  try {
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0 || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) throw new Error('no end');
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry');
      const [method, packed, size] = [
        bytes.readUInt16LE(at + 10),
        bytes.readUInt32LE(at + 20),
        bytes.readUInt32LE(at + 24),
      ];
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      const local = bytes.readUInt32LE(at + 42);
      if (bytes.readUInt32LE(local) !== 0x04034b50) throw new Error('no file');
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(start, start + packed);
      const plain = method === 0 ? content : inflateRawSync(content);
      if (plain.length !== size || files.has(name)) throw new Error('wrong size');
      files.set(name, plain);
      at += 46 + nameLength + extra + comment;
    }
  } catch {
    throw new Fault(archiveName, null, 'a complete ZIP archive', 'one that is cut off or damaged: fetch it again');
  }
  return files;
}

// CSV by RFC 4180.

const text = (bytes, file) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault(file, null, 'text in UTF-8', 'other bytes');
  }
};

/** The lines of a CSV text as arrays of cells. */
function* linesOf(source, file) {
  let at = 0;
  for (let row = 1; at < source.length; row += 1) {
    const cells = [];
    for (let isOpen = true; isOpen; ) {
      let cell = '';
      if (source[at] === '"') {
        let close = source.indexOf('"', at + 1);
        while (source[close + 1] === '"') close = source.indexOf('"', close + 2);
        must(close > 0, file, row, 'a closing quote', 'none');
        cell = source.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      } else {
        const from = at;
        while (at < source.length && source[at] !== ',' && source[at] !== '\r') at += 1;
        cell = source.slice(from, at);
      }
      // A text that a spreadsheet would run as a formula stands behind an apostrophe.
      cells.push(cell.startsWith("'") ? cell.slice(1) : cell);
      isOpen = source[at] === ',';
      if (isOpen) at += 1;
    }
    must(
      source.startsWith('\r\n', at),
      file,
      row,
      'CRLF at the end of the row',
      JSON.stringify(source.slice(at, at + 2)),
    );
    at += 2;
    yield cells;
  }
}

const counted = ['version', 'sequence', 'number', 'id'];

/** The rows of a file as objects with their row number; what the manifest says of them is compared at the end. */
function* rowsOf({ files, facts }, file, columns) {
  const fact = facts.get(file);
  const sums = new Map(Object.keys(fact.sums).map((column) => [column, 0n]));
  let heading = null;
  let row = 0;
  for (const cells of linesOf(text(files.get(file), file), file)) {
    row += 1;
    if (heading === null) {
      const missing = columns.filter((column) => !cells.includes(column));
      must(missing.length === 0, file, row, `the columns ${missing.join(', ')}`, cells.join(', '));
      heading = cells;
      continue;
    }
    must(cells.length === heading.length, file, row, `${heading.length} cells`, cells.length);
    const record = { row };
    for (let place = 0; place < cells.length; place += 1) record[heading[place]] = cells[place];
    for (const column of heading) {
      if (column.endsWith('_cents')) sameInEuros(record, column, file);
      const isNumber = !counted.includes(column) || /^\d{0,18}$/.test(record[column]);
      must(isNumber, file, row, `a number as ${column}`, record[column]);
    }
    for (const [column, sum] of sums) sums.set(column, sum + BigInt(record[column] || 0));
    yield record;
  }
  must(row - 1 === fact.rows, file, row, `${fact.rows} rows below the heading, as manifest.json says`, row - 1);
  for (const [column, sum] of sums) {
    must(sum === BigInt(fact.sums[column]), file, null, `${column} to add up to ${fact.sums[column]}`, sum);
  }
}

function sameInEuros(record, column, file) {
  const value = record[column];
  if (value === '') return;
  must(/^(?:0|-?[1-9]\d{0,14})$/.test(value), file, record.row, `${column} in whole cents`, value);
  const inEuros = record[column.replace(/_cents$/, '_eur')];
  if (inEuros === undefined) return;
  const digits = value.replace('-', '').padStart(3, '0');
  const expected = `${value.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  must(inEuros === expected, file, record.row, `${expected} euros for ${value} cents`, inEuros);
}

// 1. The manifest, and the bytes of every file.

const fileNames = ['plan.csv', 'accounts.csv', 'entries.csv', 'postings.csv', 'journal.csv', 'statement.csv'];

function readManifest(files) {
  const file = 'manifest.json';
  const bytes = files.get(file);
  must(bytes !== undefined, file, null, 'this file', 'none');
  // The last field is the sum over every byte before it.
  const manifest = text(bytes, file);
  const at = manifest.lastIndexOf(',\n  "sha256": "');
  const seal = /^,\n {2}"sha256": "([0-9a-f]{64})"\n\}\n$/.exec(at < 0 ? '' : manifest.slice(at));
  must(seal !== null, file, null, 'its own sum as the last field', 'none');
  const sum = sha256(manifest.slice(0, at));
  must(sum === seal[1], file, null, `the text whose SHA-256 is ${seal[1]}`, `one with ${sum}`);
  const parsed = JSON.parse(manifest);
  must(parsed.format === 'commonlot-ledger-export', file, null, 'the format commonlot-ledger-export', parsed.format);
  must(parsed.formatVersion === 1, file, null, 'version 1 of the format', parsed.formatVersion);
  return parsed;
}

function checkFiles(files, manifest) {
  const facts = new Map(manifest.files.map((fact) => [fact.name, fact]));
  for (const name of fileNames) must(facts.has(name), 'manifest.json', null, `the file ${name} to be named`, 'none');
  for (const { name, bytes, sha256: expected } of manifest.files) {
    const content = files.get(name);
    must(content !== undefined, name, null, 'this file', 'none');
    const found = sha256(content);
    must(content.length === bytes, name, null, `${bytes} bytes`, content.length);
    must(found === expected, name, null, `content with the SHA-256 ${expected}`, found);
  }
  const known = new Set([...fileNames, 'manifest.json']);
  for (const name of files.keys())
    must(known.has(name), name, null, 'no such file', 'one that the manifest does not name');
  return facts;
}

// 2. The plan: every version adds up.

function checkPlan(export_) {
  const file = 'plan.csv';
  const versions = new Map();
  const columns = ['version', 'state', 'total_cents', 'unassigned_cents', 'line_id', 'code', 'amount_cents'];
  for (const record of rowsOf(export_, file, columns)) {
    const { version: number, state, row } = record;
    const version = versions.get(number) ?? { number, state, row, sum: 0, lines: new Map(), ...amounts(record) };
    versions.set(number, version);
    must(state === version.state, file, row, `version ${number} to be ${version.state}`, state);
    must(amounts(record).total === version.total, file, row, `the total ${version.total}`, record.total_cents);
    if (record.line_id === '') continue;
    must(!version.lines.has(record.line_id), file, row, 'each line once in a version', record.code);
    version.lines.set(record.line_id, { code: record.code, amount: Number(record.amount_cents || 0), row });
    version.sum += Number(record.amount_cents || 0);
  }
  for (const { number, row, total, unassigned, sum, state } of versions.values()) {
    must(
      sum + unassigned === total,
      file,
      row,
      `the lines of version ${number} to add up to ${total - unassigned}`,
      sum,
    );
    must(state === 'draft' || unassigned === 0, file, row, `nothing unassigned in version ${number}`, unassigned);
  }
  const inForce = [...versions.values()].filter(({ state }) => state === 'in-force');
  must(inForce.length === 1, file, null, 'one version in force', inForce.length);
  return inForce[0];
}

const amounts = ({ total_cents, unassigned_cents }) => ({
  total: Number(total_cents),
  unassigned: Number(unassigned_cents),
});

// 3. The entries, replayed in the order of their numbers.

/** What each cause moves: from one of these accounts to that one. */
const moves = {
  allocate: [['source'], 'available'],
  deallocate: [['available'], 'source'],
  authorise: [['source'], 'available'],
  'carry-in': [['source'], 'available'],
  'carry-out': [['available'], 'source'],
  'give-back': [['available'], 'source'],
  reserve: [['available'], 'reserved'],
  'release-reservation': [['reserved'], 'available'],
  commit: [['reserved', 'available'], 'committed'],
  'release-commitment': [['committed'], 'available'],
  pay: [['committed'], 'paid'],
  return: [['paid'], 'available'],
};

/** What a line was given by a minister's authorisation or from year to year: the plan does not know of it. */
const besidePlan = ['authorise', 'carry-in', 'carry-out', 'give-back'];

const nothingMoved = () => ({ balance: 0, besidePlan: 0, released: 0, recovered: 0 });

function readAccounts(export_) {
  const file = 'accounts.csv';
  const accounts = new Map();
  for (const record of rowsOf(export_, file, ['account_id', 'line_id', 'kind', 'subject_id', 'balance_cents'])) {
    const { account_id: id, row } = record;
    must(!accounts.has(id), file, row, 'each account once', id);
    const { line_id: lineId, kind, subject_id: subjectId, balance_cents: balance } = record;
    accounts.set(id, { lineId, kind, subjectId, row, stated: Number(balance), ...nothingMoved() });
  }
  return accounts;
}

function move(cause, amount, from, to) {
  from.balance -= amount;
  to.balance += amount;
  if (besidePlan.includes(cause)) {
    const isGiven = from.kind === 'source';
    (isGiven ? from : to).besidePlan += isGiven ? amount : -amount;
  }
  if (cause.startsWith('release-')) to.released += amount;
  if (cause === 'return') to.recovered += amount;
}

function replay(export_, accounts) {
  const file = 'entries.csv';
  const postings = rowsOf(export_, 'postings.csv', ['sequence', 'entry_id', 'account_id', 'amount_cents']);
  const columns = [
    'sequence',
    'entry_id',
    'line_id',
    'cause',
    'amount_cents',
    'from_account',
    'to_account',
    'subject_id',
  ];
  let [first, last, count] = [null, 0n, 0];
  for (const entry of rowsOf(export_, file, columns)) {
    const sequence = BigInt(entry.sequence);
    must(sequence > last, file, entry.row, `a sequence number above ${last}`, entry.sequence);
    const amount = Number(entry.amount_cents);
    must(amount > 0, file, entry.row, 'an amount above zero', entry.amount_cents);
    const [from, to] = sidesOf(entry, accounts);
    checkPosting(postings.next().value, entry, entry.from_account, -amount);
    checkPosting(postings.next().value, entry, entry.to_account, amount);
    move(entry.cause, amount, from, to);
    const isCovered = from.kind === 'source' || from.balance >= 0;
    const expected = `at least ${amount} cents on the account ${entry.from_account} (${from.kind}) before this entry`;
    must(isCovered, file, entry.row, expected, from.balance + amount);
    // Money that goes back to the source was allocated before.
    must(to.kind !== 'source' || to.balance <= 0, file, entry.row, 'no more taken back than was allocated', to.balance);
    first ??= entry.sequence;
    last = sequence;
    count += 1;
  }
  const more = postings.next();
  must(more.done, 'postings.csv', more.value?.row ?? null, 'no posting after those of the last entry', 'another one');
  const range = export_.manifest.sequences;
  const found = first === null ? 'none' : `${first} to ${last}`;
  const stated = range === null ? 'none' : `${range.first} to ${range.last}`;
  must(found === stated, file, null, `the sequence numbers ${stated}, as manifest.json says`, found);
  return count;
}

/** The two accounts of an entry: of its line, of the kinds that its cause moves between, of its subject. */
function sidesOf(entry, accounts) {
  const file = 'entries.csv';
  const { row, cause } = entry;
  const move = Object.hasOwn(moves, cause) ? moves[cause] : undefined;
  must(move !== undefined, file, row, `a cause among ${Object.keys(moves).join(', ')}`, cause);
  return ['from_account', 'to_account'].map((side, place) => {
    const account = accounts.get(entry[side]);
    must(account !== undefined, file, row, `${side} to be in accounts.csv`, entry[side]);
    must(account.lineId === entry.line_id, file, row, `an account of the line ${entry.line_id}`, account.lineId);
    const kinds = [move[place]].flat();
    must(kinds.includes(account.kind), file, row, `${side} of a ${cause} to be ${kinds.join(' or ')}`, account.kind);
    const isOwn = account.subjectId === entry.subject_id || (cause === 'commit' && account.kind === 'reserved');
    const hasSubject = ['reserved', 'committed', 'paid'].includes(account.kind);
    must(!hasSubject || isOwn, file, row, `an account of ${entry.subject_id}`, account.subjectId);
    return account;
  });
}

function checkPosting(posting, entry, accountId, amount) {
  const file = 'postings.csv';
  const about = `of entry ${entry.sequence} (entries.csv, row ${entry.row})`;
  must(posting !== undefined, file, null, `a posting ${about}`, 'none');
  const { row, sequence } = posting;
  const isOfEntry = sequence === entry.sequence && posting.entry_id === entry.entry_id;
  must(isOfEntry, file, row, `a posting ${about}`, `one of entry ${sequence}`);
  must(posting.account_id === accountId, file, row, `the account ${accountId} ${about}`, posting.account_id);
  must(Number(posting.amount_cents) === amount, file, row, `${amount} cents ${about}`, posting.amount_cents);
}

function checkBalances(accounts) {
  for (const { row, stated, balance } of accounts.values()) {
    must(stated === balance, 'accounts.csv', row, `the balance ${balance}, which the entries give`, stated);
  }
}

// 4. The statement, and what the plan gave.

const noMoney = () => ({
  ...{ source: 0, available: 0, reserved: 0, committed: 0, paid: 0 },
  ...{ beside: 0, released: 0, recovered: 0 },
});

function checkStatement(export_, accounts, plan) {
  const file = 'statement.csv';
  const lines = new Map();
  for (const { lineId, kind, balance, besidePlan: beside, released, recovered } of accounts.values()) {
    const line = lines.get(lineId) ?? noMoney();
    line[kind] += balance;
    line.beside += beside;
    line.released += released;
    line.recovered += recovered;
    lines.set(lineId, line);
  }
  const seen = new Set();
  const names = ['allocated', 'reserved', 'committed', 'paid', 'available', 'released', 'recovered'];
  for (const record of rowsOf(export_, file, ['line_id', 'in_force', ...names.map((name) => `${name}_cents`)])) {
    const { row, line_id: id, code } = record;
    must(!seen.has(id), file, row, 'each line once', code);
    seen.add(id);
    const line = lines.get(id) ?? noMoney();
    const figures = { ...line, allocated: -line.source, committed: line.committed + line.paid };
    for (const name of names) {
      const stated = Number(record[`${name}_cents`]);
      must(stated === figures[name] + 0, file, row, `${name} ${figures[name]}, which the entries give`, stated);
    }
    const planned = plan.lines.get(id);
    must(
      (record.in_force === 'true') === (planned !== undefined),
      file,
      row,
      'in_force as plan.csv has it',
      record.in_force,
    );
    const amount = planned?.amount ?? 0;
    const expected = `${amount} cents allocated to line ${code}, as the plan in force gives it`;
    must(figures.allocated - line.beside === amount, file, row, expected, figures.allocated - line.beside);
  }
  for (const [id, { code, row }] of plan.lines) must(seen.has(id), 'plan.csv', row, `line ${code} in ${file}`, 'none');
  for (const id of lines.keys()) must(seen.has(id), file, null, `the line ${id} of accounts.csv`, 'none');
}

// 5. The journal: each entry is what was sealed.

function checkJournal(export_) {
  const file = 'journal.csv';
  const [anchorNumber, anchorHash] = export_.manifest.journalAnchor.split(':');
  const seals = new Map();
  let [lastId, waiting] = [0n, 0];
  const columns = ['number', 'previous_hash', 'sealed_at', 'id', 'at', 'written_at', 'actor_id', 'actor_roles'];
  for (const record of rowsOf(export_, file, [...columns, 'type', 'subject_type', 'subject_id', 'data', 'hash'])) {
    const { row, number, previous_hash: previous, hash } = record;
    must(BigInt(record.id) > lastId, file, row, `an id above ${lastId}`, record.id);
    lastId = BigInt(record.id);
    if (number === '') {
      must(hash === '' && previous === '', file, row, 'no hash without a number', hash);
      waiting += 1;
      continue;
    }
    const { sealed_at, id, at, written_at, actor_id, actor_roles, type, subject_type, subject_id, data } = record;
    const actor = actor_id === '' ? null : actor_id;
    const fields = [number, sealed_at, id, at, written_at, actor, actor_roles, type, subject_type, subject_id, data];
    const line = `[${fields.map((field) => JSON.stringify(field)).join(', ')}]`;
    const expected = sha256(previous, '\n', line);
    must(hash === expected, file, row, `the hash ${expected}, which this entry gives`, hash);
    must(BigInt(number) <= BigInt(anchorNumber || 0), file, row, `a seal up to ${anchorNumber}`, number);
    if (number === anchorNumber) must(hash === anchorHash, file, row, `the anchor ${anchorHash}`, hash);
    seals.set(BigInt(number), { row, previous, hash });
  }
  for (const [number, { row, previous }] of seals) {
    const before = seals.get(number - 1n);
    must(before === undefined || before.hash === previous, file, row, `the hash before it, ${before?.hash}`, previous);
  }
  return { sealed: seals.size, waiting };
}

function verify(path, say) {
  const files = filesOf(path);
  const manifest = readManifest(files);
  const facts = checkFiles(files, manifest);
  const export_ = { files, manifest, facts };
  const bytes = manifest.files.reduce((sum, fact) => sum + fact.bytes, 0);
  say(`Ledger of ${manifest.year}, exported at ${manifest.createdAt}.`);
  say(`ok  ${manifest.files.length} files, ${bytes} bytes: sizes and SHA-256 are those of the manifest.`);
  const plan = checkPlan(export_);
  say(`ok  Every version of the plan adds up; version ${plan.number} is in force with ${plan.total / 100} euros.`);
  const accounts = readAccounts(export_);
  const entries = replay(export_, accounts);
  say(`ok  ${entries} entries replayed: each sums to zero, and no account was ever overspent.`);
  checkBalances(accounts);
  say(`ok  ${accounts.size} balances are what the entries give.`);
  checkStatement(export_, accounts, plan);
  say(`ok  The statement is what the entries give, and each line got what the plan in force gives it.`);
  const { sealed, waiting } = checkJournal(export_);
  say(`ok  ${sealed} entries of the journal are what was sealed (${waiting} wait for their seal).`);
  say(`    Anchor of the journal: ${manifest.journalAnchor || 'none yet'}.`);
  say(`    Sum of the manifest: ${manifest.sha256}.`);
  say('The export is whole, and its sums hold.');
}

const say = (line) => process.stdout.write(`${line}\n`);
const [path, ...rest] = process.argv.slice(2);
if (path === undefined || rest.length > 0) {
  say('Say which export: node verify-export.mjs <archive or folder>');
  process.exitCode = 2;
} else {
  try {
    verify(path, say);
  } catch (error) {
    const isFault = error instanceof Fault;
    say(isFault ? `FAULT  ${error.message}.` : `The export cannot be read: ${error.message}`);
    if (isFault) say('The export is not what the system wrote, or its sums do not hold. Do not rely on it.');
    process.exitCode = isFault ? 1 : 2;
  }
}
