import { jobNames, scenariosOfJobs, sweptJobs } from './scenarios-of-jobs.js';
import { sweepAll } from './sweep-group.js';

sweepAll(scenariosOfJobs, sweptJobs, jobNames);
