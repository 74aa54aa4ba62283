import { samplePlans } from './plan-sampler.js';

samplePlans({ seconds: 3 });
