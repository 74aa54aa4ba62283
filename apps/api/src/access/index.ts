export { AccessModule } from './access.module.js';
export { personOf } from './person-of.js';
