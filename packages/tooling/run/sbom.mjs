import { billOfMaterials } from './bill-of-materials.mjs';

process.stdout.write(`${JSON.stringify(billOfMaterials(), null, 2)}\n`);
