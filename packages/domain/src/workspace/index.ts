export * from './forecast.js';
export * from './grouped-figures.js';
