import shared from '../messages.nl.json';
import { gather, type Messages } from './gather';

export default gather(
  shared,
  import.meta.glob<Messages>('../../features/*/messages.nl.json', { eager: true, import: 'default' }),
);
