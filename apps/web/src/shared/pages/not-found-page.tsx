import { data } from 'react-router';

/** Every address that is none of ours. */
export function loader() {
  throw data({ code: 'record.missing', details: {} }, { status: 404 });
}

export default function NotFoundPage() {
  return null;
}
