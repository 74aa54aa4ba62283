import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../repository.mjs';
import { acceptedAdvisories, openAdvisories } from './advisories.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';

const read = (path) => JSON.parse(readFileSync(join(repository, path), 'utf8'));

test('the bill of materials is well formed and names everything that comes with the product, and nothing that tests need', () => {
  const bill = billOfMaterials();
  assert.equal(bill.bomFormat, 'CycloneDX');
  assert.equal(bill.specVersion, '1.5');
  assert.match(bill.serialNumber, /^urn:uuid:[0-9a-f-]{36}$/);
  const names = new Set(bill.components.map((component) => component['bom-ref'].replace(/@[^@]+$/, '')));
  for (const path of ['apps/api', 'apps/web', 'packages/ui', 'packages/contracts']) {
    const needed = Object.keys(read(join(path, 'package.json')).dependencies ?? {});
    assert.deepEqual(
      needed.filter((name) => !names.has(name)),
      [],
      path,
    );
  }
  assert.deepEqual(
    ['jest', 'vite', '@biomejs/biome', 'fast-check', 'autocannon'].filter((name) => names.has(name)),
    [],
  );
  const ofOthers = bill.components.filter((component) => !component['bom-ref'].startsWith('@commonlot/'));
  assert.ok(ofOthers.length > 100);
  for (const { name, version, purl, hashes, 'bom-ref': reference } of ofOthers) {
    assert.ok(version, name);
    assert.match(purl, /^pkg:npm\/.+@.+/, name);
    assert.ok(reference, name);
    assert.ok(
      hashes?.some(({ alg, content }) => alg === 'SHA-512' && /^[0-9a-f]{128}$/.test(content)),
      name,
    );
  }
  const references = new Set([...bill.components, bill.metadata.component].map((each) => each['bom-ref']));
  const dangling = bill.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]);
  assert.deepEqual(
    dangling.filter((reference) => !references.has(reference)),
    [],
  );
});

const advisory = {
  name: 'a',
  severity: 'high',
  title: 'Reads too much',
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
};

test('an advisory is told unless somebody accepted it, and silence of the registry is no good news', () => {
  const report = JSON.stringify({ vulnerabilities: { a: { via: [advisory, 'b'] }, c: { via: [advisory] } } });
  assert.deepEqual(openAdvisories(report, []), [`high: a: Reads too much (${advisory.url})`]);
  assert.deepEqual(openAdvisories(report, ['GHSA-aaaa-bbbb-cccc']), []);
  assert.deepEqual(openAdvisories('{"vulnerabilities":{}}', []), []);
  assert.equal(openAdvisories('{"message":"405 Method Not Allowed"}', []), null);
  assert.equal(openAdvisories('', []), null);
});

test('what is accepted is read from the page that gives the reasons', () => {
  assert.ok(Array.isArray(acceptedAdvisories()));
});
