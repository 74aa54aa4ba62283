import { checkHistories } from './history-check.js';

checkHistories({ commitments: 200, clients: 8, saves: 40 });
