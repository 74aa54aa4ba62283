export * from './answers.js';
export * from './call-form.js';
export * from './call-lifecycle.js';
export * from './call-number.js';
export * from './call-phase.js';
export * from './call-publication.js';
