import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { ledgerYears } from './ledger-world.mjs';

/** Resident memory of a process in MB, as Linux counts it. */
function residentMegabytes(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1024;
}

/**
 * How much memory the API takes above idle while it gives a year's export, of a short year and of one with four times its
 * entries. Only Linux tells it of another process.
 */
export async function exportFigures({ api, pid }, people) {
  if (process.platform !== 'linux') return [];
  // Of a process that has given no export yet: what the first one leaves behind counts as well.
  const idle = residentMegabytes(pid);
  const fetchAll = ({ year }) => fetched(`${api}/api/ledger-exports/${year}`, people.auditor);
  const above = (which) => async () => {
    let most = 0;
    const look = setInterval(() => {
      most = Math.max(most, residentMegabytes(pid));
    }, 20);
    await fetchAll(which).finally(() => clearInterval(look));
    return most - idle;
  };
  const { shortExport, longExport } = ledgerYears;
  return [
    {
      name: 'export of 500,000 entries, above idle',
      unit: 'MB',
      subjects: { 'an export of 125,000': above(shortExport), product: above(longExport) },
    },
  ];
}

/** Fetches and forgets; fails when the download breaks off. */
function fetched(url, cookie) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}.`));
      answer.on('error', reject).on('end', resolve).resume();
    });
    sent.on('error', reject).end();
  });
}
