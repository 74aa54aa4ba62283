import { lookAtPages } from './steps/look-at-pages.mjs';

lookAtPages({ public: null });
