import { Sentence } from '../repository.mjs';
import { npm } from './npm.mjs';

const isOfDevelopment = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');

/**
 * All packages that come with the product, with version, licence, origin and digest: CycloneDX 1.5 as JSON, made from
 * the lock alone. Not by `--omit dev`: that leaves out what one of our packages needs to run and another one to test.
 */
export function billOfMaterials() {
  const what = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const { status, stdout, stderr } = npm(what);
  if (status !== 0) throw new Sentence(`npm could not make the bill of materials:\n\n${stderr.trim()}`);
  const bill = JSON.parse(stdout);
  const components = bill.components.filter((component) => !isOfDevelopment(component));
  const kept = new Set([bill.metadata.component, ...components].map((component) => component['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  return { ...bill, components, dependencies };
}
