import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2));
const percent = (value) => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;

/** What it was measured on, so that nobody compares two machines. */
export function machine() {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory}, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** Figures as lines: the product's value, each limit of the same run, and the ratio that counts. */
export function figureLines({ name, unit, results }) {
  const { product, ...limits } = results;
  const own = `${number(product.median)} ${unit} [${number(product.least)}–${number(product.most)}]`;
  const ratios = Object.entries(limits).map(
    ([limit, value]) => `${percent(product.median / value.median)} of ${limit} (${number(value.median)})`,
  );
  return `${name.padEnd(36)} ${own.padEnd(42)} ${ratios.join('; ')}`;
}

/** Times as lines: how long the whole takes and how much of it is the part that cannot be less. */
export function durationLine({ name, ms, limit, limitMs }) {
  const share = limitMs === undefined ? '' : `${percent(limitMs / ms)} of it ${limit} (${number(limitMs)} ms)`;
  return `${name.padEnd(36)} ${`${number(ms)} ms`.padEnd(42)} ${share}`;
}

export function pageLine({ name, scriptKilobytes, paintMs, bareMs }) {
  const size = `${scriptKilobytes} kB of JavaScript`;
  return `${name.padEnd(36)} ${size.padEnd(42)} LCP ${number(paintMs)} ms, ${(paintMs / bareMs).toFixed(2)} × without scripts`;
}

/** Writes all of it as JSON beside the data of the checkout; returns the path. */
export function writeJson(report) {
  const folder = join(repository, '.commonlot', 'bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${report.at.replaceAll(':', '-')}.json`);
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}
