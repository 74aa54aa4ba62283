import { groups } from './scenario-groups.js';
import { sweepGroup } from './sweep-group.js';

sweepGroup(groups.access);
