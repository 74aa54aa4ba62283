import { checkHistories } from './history-check.js';

checkHistories({ commitments: 24, clients: 4, saves: 8 });
