import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { freePort, isFree } from '../ports.mjs';
import { runScript, runToEnd, startProgram, untilListening } from './programs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'commonlot-programs-'));
after(() => rmSync(folder, { recursive: true }));

const start = (name, script) =>
  startProgram({ name, args: ['--eval', script], env: process.env, logFile: join(folder, `${name}.log`) });

test('a program that ends gives its code and its words', async () => {
  const { code, output } = await runToEnd(process.execPath, ['--eval', 'console.log("said"); process.exitCode = 3']);
  assert.deepEqual({ code, output }, { code: 3, output: 'said\n' });
});

test('a script that fails becomes a failure with what it said', async () => {
  await assert.rejects(
    runScript('The migration', ['--eval', 'throw new Error("no table")']),
    /The migration failed:[\s\S]*no table/,
  );
});

test('a program that has nothing more to say and does not end is ended', async () => {
  const hangs = { when: () => true, graceMs: 300 };
  const { code, output } = await runToEnd(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { hangs });
  assert.equal(code, 1);
  assert.match(output, /did not end by itself: SIGKILL/);
});

test('a program reports its port, logs its words, and stops when asked', async () => {
  const program = start(
    'good',
    `
    process.on('SIGTERM', () => { console.log('bye'); process.exit(0); });
    console.log('hello');
    console.log(JSON.stringify({ event: 'listening', port: 4321 }));
    setInterval(() => {}, 1000);
  `,
  );
  await untilListening(program);
  assert.equal(await program.listening, 4321);
  await program.stop();
  assert.match(readFileSync(join(folder, 'good.log'), 'utf8'), /^hello\n.*\nbye\n$/);
});

test('a program that ends before it listens is a failure with its last words', async () => {
  const program = start('bad', 'console.error("no such table"); process.exit(1)');
  await assert.rejects(untilListening(program), /The bad did not start\. Its last words:\n\nno such table/);
});

test('a port that is listened on is not free', async () => {
  const port = await freePort();
  assert.equal(await isFree(port), true);
  const program = start(
    'listener',
    `
    require('node:http').createServer().listen(${port}, () => console.log(JSON.stringify({ event: 'listening', port: ${port} })));
  `,
  );
  await untilListening(program);
  assert.equal(await isFree(port), false);
  await program.stop();
});
