export { formatPoints } from './points';
