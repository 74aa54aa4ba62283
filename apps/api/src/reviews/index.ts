/** The front door of reviews. */
export type { Ranking } from './ranking.js';
export { Reviews } from './reviews.js';
export { ReviewsModule } from './reviews.module.js';
